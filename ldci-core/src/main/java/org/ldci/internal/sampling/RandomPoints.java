package org.ldci.internal.sampling;

/**
 * Independent pseudo-random points.
 *
 * @param seed the seed
 * @param first the first coordinate of a longer point that is taken
 * @param dimension the number of coordinates
 */
public record RandomPoints(long seed, int first, int dimension) implements Points {
    /**
     * Points from their first coordinate on.
     *
     * @param seed the seed
     * @param dimension the number of coordinates
     */
    public RandomPoints(long seed, int dimension) {
        this(seed, 0, dimension);
    }

    @Override
    public void point(long k, double[] out, int at) {
        long start = Streams.start(seed, k);
        for (int j = 0; j < dimension; j++) {
            out[at + j] = Streams.uniform(start, first + j);
        }
    }
}
