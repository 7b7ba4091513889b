package org.ldci.internal.sampling;

/**
 * Independent pseudo-random points.
 *
 * @param seed the seed
 * @param dimension the number of coordinates
 */
public record RandomPoints(long seed, int dimension) implements Points {
    @Override
    public void point(long k, double[] out, int at) {
        long start = Streams.start(seed, k);
        for (int j = 0; j < dimension; j++) {
            out[at + j] = Streams.uniform(start, j);
        }
    }
}
