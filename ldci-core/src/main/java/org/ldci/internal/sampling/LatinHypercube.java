package org.ldci.internal.sampling;

import java.util.Objects;

/**
 * A Latin hypercube: of n points, each of the n equal intervals of every coordinate holds exactly one.
 *
 * <p>The interval of the k-th point is a permutation of 0 to n - 1 applied to k, another one for every coordinate; within it
 * the point is uniform. The permutation is a Feistel network of eight rounds over at least as many bits as n has, applied
 * again while the result is no less than n (cycle walking: J. Black, P. Rogaway, "Ciphers with arbitrary finite domains",
 * CT-RSA 2002, doi:10.1007/3-540-45760-7_9), so that a point is found in constant expected time and memory. Source of the
 * design: M. D. McKay, R. J. Beckman, W. J. Conover, "A comparison of three methods for selecting values of input variables",
 * Technometrics 21 (1979), doi:10.1080/00401706.1979.10489755.
 */
public final class LatinHypercube implements Points {
    /** The most points there may be, so that 12 random digits are left within an interval. */
    public static final long MOST = 1L << 40;

    private static final int ROUNDS = 8;

    /** A network of fewer bits has too few permutations. */
    private static final int LEAST_BITS = 8;

    private final long seed;
    private final int first;
    private final int dimension;
    private final long n;
    private final int lowBits;
    private final int highBits;
    private final int jitterBits;
    private final double unit;

    /**
     * A design of points from their first coordinate on.
     *
     * @param seed the seed
     * @param dimension the number of coordinates, from 1
     * @param n the number of points, from 1 to {@link #MOST}
     * @throws IllegalArgumentException if one of them is outside its range
     */
    public LatinHypercube(long seed, int dimension, long n) {
        this(seed, 0, dimension, n);
    }

    /**
     * A design.
     *
     * @param seed the seed
     * @param first the first coordinate that is taken of longer points, from 0
     * @param dimension the number of coordinates, from 1
     * @param n the number of points, from 1 to {@link #MOST}
     * @throws IllegalArgumentException if one of them is outside its range
     */
    public LatinHypercube(long seed, int first, int dimension, long n) {
        Designs.check(first, dimension);
        if (n < 1 || n > MOST) {
            throw new IllegalArgumentException("expected 1 to " + MOST + " points but got " + n);
        }
        this.seed = seed;
        this.first = first;
        this.dimension = dimension;
        this.n = n;
        int bits = 64 - Long.numberOfLeadingZeros(n - 1);
        int network = Math.max(LEAST_BITS, bits);
        lowBits = network / 2;
        highBits = network - lowBits;
        jitterBits = 52 - bits;
        unit = 1.0 / (1L << jitterBits);
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public void point(long k, double[] out, int at) {
        Objects.checkIndex(k, n);
        long jitter = Streams.start(seed, k, -2);
        for (int d = 0; d < dimension; d++) {
            long key = Streams.start(seed, first + d, -3);
            long within = Streams.bits(jitter, first + d) >>> (64 - jitterBits);
            // exact but for the division, which cannot leave the interval
            out[at + d] = (((permuted(k, key) << jitterBits) | within) + 0.5) * unit / n;
        }
    }

    /** Where a permutation of 0 to n - 1 puts k. */
    private long permuted(long k, long key) {
        long x = k;
        do {
            x = network(x, key);
        } while (x >= n);
        return x;
    }

    private long network(long x, long key) {
        int low = (int) (x & ((1L << lowBits) - 1));
        int high = (int) (x >>> lowBits);
        for (int round = 0; round < ROUNDS; round += 2) {
            high ^= (int) (hash(key, low, round) >>> (64 - highBits));
            low ^= (int) (hash(key, high, round + 1) >>> (64 - lowBits));
        }
        return (long) high << lowBits | low;
    }

    /** Multiplies, folds and multiplies: its high bits depend on all bits of the half, the round and the key. */
    private static long hash(long key, int half, int round) {
        long z = (key + half + ((long) round << 56)) * 0xbf58476d1ce4e5b9L;
        return (z ^ (z >>> 32)) * 0x94d049bb133111ebL;
    }

    /** Two designs are equal if their points are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof LatinHypercube that
                && seed == that.seed
                && first == that.first
                && dimension == that.dimension
                && n == that.n;
    }

    @Override
    public int hashCode() {
        return Objects.hash(seed, first, dimension, n);
    }

    @Override
    public String toString() {
        return "LatinHypercube[seed=" + seed + ", first=" + first + ", dimension=" + dimension + ", n=" + n + "]";
    }
}
