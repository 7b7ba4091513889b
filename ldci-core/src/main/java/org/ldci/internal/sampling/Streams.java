package org.ldci.internal.sampling;

/**
 * Random numbers by their number: stream k of a seed has a start, and its j-th number is a mix of the start and j. So a number
 * is found without those before it, and streams of different k can be used by different threads.
 *
 * <p>The numbers of a stream are those of SplitMix64 from that start: G. L. Steele, D. Lea and C. H. Flood, Fast splittable
 * pseudorandom number generators, OOPSLA 2014, doi:10.1145/2660193.2660195. Starts are 64-bit mixes of seed and k; that two of a
 * million streams of a thousand numbers overlap has a probability of less than 10^-4.
 */
public final class Streams {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long OTHER = 0xD1342543DE82EF95L;

    private Streams() {}

    /**
     * The start of a stream.
     *
     * @param seed the seed
     * @param k the number of the stream
     * @return its start
     */
    public static long start(long seed, long k) {
        return mix(mix(seed + GOLDEN) + k * OTHER);
    }

    /**
     * 64 random bits.
     *
     * @param start the start of a stream
     * @param j the number of the number, from 0
     * @return the bits
     */
    public static long bits(long start, int j) {
        return mix(start + (j + 1) * GOLDEN);
    }

    /**
     * A random number.
     *
     * @param start the start of a stream
     * @param j the number of the number, from 0
     * @return a multiple of 2^-53 in [0, 1), all equally likely
     */
    public static double uniform(long start, int j) {
        return (bits(start, j) >>> 11) * 0x1p-53;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
