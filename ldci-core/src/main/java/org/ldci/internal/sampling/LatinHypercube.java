package org.ldci.internal.sampling;

/**
 * A Latin hypercube sample: of n points, exactly one has its j-th coordinate in each of n intervals of the same length, for
 * every j; where in the interval is random. Source: M. D. McKay, R. J. Beckman and W. J. Conover, Technometrics 21 (1979),
 * doi:10.2307/1268522.
 *
 * <p>Which interval point k has is a permutation of the numbers from 0 to n - 1, found for one number at a time: a Feistel
 * network on the next power of four, repeated until it comes back into the range.
 *
 * @param seed the seed
 * @param first the first coordinate of a longer point that is taken
 * @param dimension the number of coordinates
 * @param size the number of points, n
 */
public record LatinHypercube(long seed, int first, int dimension, long size) implements Points {
    private static final int ROUNDS = 6;

    @Override
    public void point(long k, double[] out, int at) {
        long start = Streams.start(seed, k);
        for (int j = 0; j < dimension; j++) {
            double value = (interval(k, first + j) + Streams.uniform(start, first + j)) / size;
            out[at + j] = Math.min(value, 1 - 0x1p-53);
        }
    }

    /** The interval of point k for coordinate j. */
    long interval(long k, int j) {
        int halfBits = Math.max(1, (65 - Long.numberOfLeadingZeros(Math.max(1, size - 1))) / 2);
        long mask = (1L << halfBits) - 1;
        long key = Streams.start(~seed, j);
        long value = k;
        do {
            long left = value >>> halfBits;
            long right = value & mask;
            for (int round = 0; round < ROUNDS; round++) {
                long next = left ^ (Streams.bits(key + right * 0xDA942042E4DD58B5L, round) & mask);
                left = right;
                right = next;
            }
            value = left << halfBits | right;
        } while (value >= size);
        return value;
    }
}
