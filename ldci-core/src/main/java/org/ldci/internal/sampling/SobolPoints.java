package org.ldci.internal.sampling;

import java.util.Objects;

/**
 * The Sobol' sequence with the direction numbers of {@link JoeKuo}, scrambled after Owen.
 *
 * <p>Of every 2^m points from a multiple of 2^m on, each of the 2^m equal intervals of every coordinate holds exactly one, and
 * pairs of coordinates fill their squares about as evenly; sums over smooth functions converge nearly like 1/n instead of
 * 1/sqrt(n). Best used with a power of two of points.
 *
 * <p>Scrambling permutes the digits of every coordinate, each by a random bit that depends on the digits before it, which
 * keeps those properties and makes every point uniform (A. B. Owen, "Scrambling Sobol' and Niederreiter-Xing points", J.
 * Complexity 14 (1998), doi:10.1006/jcom.1998.0487). The random bits are those of a hash in which no bit depends on a later
 * one (S. Laine, T. Karras, "Stratified sampling for stochastic transparency", Computer Graphics Forum 30 (2011),
 * doi:10.1111/j.1467-8659.2011.02004.x; B. Burley, "Practical hash-based Owen scrambling", JCGT 9(4) (2020)), here with 64
 * bits: the 32 digits of the sequence are followed by 20 random ones, and no point, not even the first, is on the border.
 *
 * <p>The order is the plain one, not that of the Gray code; blocks of 2^m points hold the same points in both.
 */
public final class SobolPoints implements Points {
    /** The greatest dimension. */
    public static final int MOST_DIMENSIONS = JoeKuo.DIMENSIONS;

    private static final long SIZE = 1L << 32;
    private static final int NIBBLES = 8;
    private static final int TABLE = NIBBLES * 16;

    private final long seed;
    private final int first;
    private final int dimension;

    /** Per coordinate, four digits of k and their value: the digits of the point, the first in the lowest bit. */
    private final int[] tables;

    /** Per coordinate two seeds of the hash. */
    private final long[] seeds;

    /**
     * A design of points from their first coordinate on.
     *
     * @param seed the seed of the scrambling
     * @param dimension the number of coordinates, from 1 to {@link #MOST_DIMENSIONS}
     * @throws IllegalArgumentException if the dimension is outside its range
     */
    public SobolPoints(long seed, int dimension) {
        this(seed, 0, dimension);
    }

    /**
     * A design.
     *
     * @param seed the seed of the scrambling
     * @param first the first coordinate that is taken of longer points, from 0
     * @param dimension the number of coordinates, from 1
     * @throws IllegalArgumentException if the last coordinate is beyond {@link #MOST_DIMENSIONS}
     */
    public SobolPoints(long seed, int first, int dimension) {
        Designs.check(first, dimension);
        if (dimension > MOST_DIMENSIONS - first) {
            throw new IllegalArgumentException("a Sobol sequence has at most " + MOST_DIMENSIONS
                    + " coordinates here, but the factors need " + ((long) first + dimension) + "; use another design");
        }
        this.seed = seed;
        this.first = first;
        this.dimension = dimension;
        int[][] directions = JoeKuo.directions(first + dimension);
        tables = new int[dimension * TABLE];
        seeds = new long[2 * dimension];
        for (int d = 0; d < dimension; d++) {
            for (int i = 0; i < TABLE; i++) {
                int nibble = i >>> 4;
                int value = 0;
                for (int bit = 0; bit < 4; bit++) {
                    value ^= (i >>> bit & 1) * directions[first + d][4 * nibble + bit];
                }
                tables[d * TABLE + i] = Integer.reverse(value);
            }
            long start = Streams.start(seed, first + d, -4);
            seeds[2 * d] = Streams.bits(start, 0);
            seeds[2 * d + 1] = Streams.bits(start, 1);
        }
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public void point(long k, double[] out, int at) {
        Objects.checkIndex(k, SIZE);
        for (int d = 0; d < dimension; d++) {
            long digits = scrambled(reversed(k, d) & 0xffffffffL, seeds[2 * d], seeds[2 * d + 1]);
            out[at + d] = Streams.open(Long.reverse(digits));
        }
    }

    /** The 32 digits of a coordinate before scrambling, the first in the lowest bit. */
    int reversed(long k, int d) {
        int x = 0;
        int table = d * TABLE;
        for (int rest = (int) k; rest != 0; rest >>>= 4) {
            x ^= tables[table + (rest & 15)];
            table += 16;
        }
        return x;
    }

    /** Additions of seeds, products with odd numbers and exclusive ors with even multiples: no bit depends on a higher one. */
    private static long scrambled(long digits, long seed1, long seed2) {
        long x = digits;
        x ^= x * 0x6b1d5ad23d20adeaL;
        x += seed1;
        x *= seed2 | 1;
        x ^= x * 0x9e2c1f6a05526c56L;
        x += seed2 >>> 1;
        x ^= x * 0xd3a8e01453a22864L;
        x *= (seed1 >>> 32) | 1;
        x ^= x * 0x4c957f2d8a3e6b9aL;
        return x ^ seed1;
    }

    /** Two designs are equal if their points are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SobolPoints that
                && seed == that.seed
                && first == that.first
                && dimension == that.dimension;
    }

    @Override
    public int hashCode() {
        return Objects.hash(seed, first, dimension);
    }

    @Override
    public String toString() {
        return "SobolPoints[seed=" + seed + ", first=" + first + ", dimension=" + dimension + "]";
    }
}
