package org.ldci.internal.sampling;

/**
 * Streams of uniform random numbers that are found by their number, without state.
 *
 * <p>The j-th number of a stream is {@code mix(start + (j + 1) * G)}: SplitMix64 of G. L. Steele, D. Lea, C. H. Flood, "Fast
 * splittable pseudorandom number generators", OOPSLA 2014, doi:10.1145/2660193.2660195, where G is the odd integer nearest
 * 2^64 over the golden ratio and mix the 13th finaliser of D. Stafford; the paper reports that it passes DieHarder and BigCrush.
 * All numbers of 64 bits of a stream differ.
 *
 * <p>A stream starts at a hash of the seed, the replicate and the number of the stream, in which each of the three goes
 * through the finaliser, so that neighbouring numbers start at unrelated places. For one seed and stream, no two replicates start at
 * the same place. All streams are pieces of one cycle: of R streams of L numbers, any two overlap with probability of about
 * R^2 L / 2^64, or 1 in 18 million for a million streams of a number, 1 in 18 thousand for those of a thousand numbers each,
 * and then two of the million replicates share some of their numbers.
 *
 * <p>Stateless and thread-safe.
 */
public final class Streams {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final long OTHER = 0xd1342543de82ef95L;

    private Streams() {}

    /**
     * Where the only stream of a replicate starts.
     *
     * @param seed the seed of the whole
     * @param k the number of the replicate
     * @return a value for {@link #bits}, {@link #uniform} and {@link #open}
     */
    public static long start(long seed, long k) {
        return mix(mix(seed + GOLDEN) + k * OTHER);
    }

    /**
     * Where one of several streams of a replicate starts.
     *
     * @param seed the seed of the whole
     * @param k the number of the replicate
     * @param stream which of the streams of the replicate
     * @return a value for {@link #bits}, {@link #uniform} and {@link #open}
     */
    public static long start(long seed, long k, int stream) {
        return mix(start(seed, k) + (stream + 1) * OTHER);
    }

    /**
     * The j-th 64 bits of a stream.
     *
     * @param start where the stream starts
     * @param j the number in the stream, from 0
     * @return 64 random bits
     */
    public static long bits(long start, int j) {
        return mix(start + (j + 1L) * GOLDEN);
    }

    /**
     * The j-th number of a stream, a multiple of 2^-53 in [0, 1).
     *
     * @param start where the stream starts
     * @param j the number in the stream, from 0
     * @return a number of the uniform distribution
     */
    public static double uniform(long start, int j) {
        return (bits(start, j) >>> 11) * 0x1p-53;
    }

    /**
     * The j-th number of a stream, an odd multiple of 2^-53, so that neither it nor its distance from 1 is 0.
     *
     * @param start where the stream starts
     * @param j the number in the stream, from 0
     * @return a number of the uniform distribution on (0, 1)
     */
    public static double open(long start, int j) {
        return open(bits(start, j));
    }

    /** The number whose first 52 digits are the first 52 bits, and the next a 1. */
    static double open(long bits) {
        return (bits >>> 11 | 1) * 0x1p-53;
    }

    /** Mixes 64 bits, one to one: Stafford's variant 13 of the finaliser of MurmurHash3. */
    static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
