package org.ldci.internal.sampling;

import java.util.Objects;

/**
 * Independent points of the uniform distribution, from {@link Streams}.
 *
 * @param seed the seed
 * @param first the first coordinate that is taken of longer points, from 0
 * @param dimension the number of coordinates, from 1
 */
public record RandomPoints(long seed, int first, int dimension) implements Points {
    /**
     * Checks the coordinates.
     *
     * @throws IllegalArgumentException if first is less than 0 or the dimension less than 1
     */
    public RandomPoints {
        Designs.check(first, dimension);
    }

    /**
     * Points from their first coordinate on.
     *
     * @param seed the seed
     * @param dimension the number of coordinates, from 1
     * @throws IllegalArgumentException if the dimension is less than 1
     */
    public RandomPoints(long seed, int dimension) {
        this(seed, 0, dimension);
    }

    @Override
    public void point(long k, double[] out, int at) {
        Objects.checkIndex(k, Long.MAX_VALUE);
        long start = Streams.start(seed, k);
        for (int d = 0; d < dimension; d++) {
            out[at + d] = Streams.open(start, first + d);
        }
    }
}
