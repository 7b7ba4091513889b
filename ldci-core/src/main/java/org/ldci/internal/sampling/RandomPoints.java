package org.ldci.internal.sampling;

import java.util.Objects;

/**
 * Independent points of the uniform distribution, from {@link Streams}.
 *
 * @param seed the seed
 * @param dimension the number of coordinates, from 1
 */
public record RandomPoints(long seed, int dimension) implements Points {
    /** The stream of the design; 0 and up are left to callers with the same seed. */
    private static final int STREAM = -1;

    /**
     * Checks the dimension.
     *
     * @throws IllegalArgumentException if the dimension is less than 1
     */
    public RandomPoints {
        Designs.checkDimension(dimension, Integer.MAX_VALUE);
    }

    @Override
    public long size() {
        return Long.MAX_VALUE;
    }

    @Override
    public void point(long k, double[] out, int at) {
        Objects.checkIndex(k, size());
        long start = Streams.start(seed, k, STREAM);
        for (int d = 0; d < dimension; d++) {
            out[at + d] = Streams.open(start, d);
        }
    }
}
