package org.ldci.internal.sampling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * A scrambled Sobol sequence: points that fill the cube more evenly than random ones do, yet each of them is uniformly
 * distributed, and other seeds give other, independent sets of points.
 *
 * <p>Direction numbers: S. Joe and F. Y. Kuo, SIAM J. Sci. Comput. 30 (2008), doi:10.1137/070709359. Scrambling: A. B. Owen's
 * nested uniform scrambling (1995), by hashing as of S. Laine and T. Karras, Computer Graphics Forum 30 (2011), and B. Burley,
 * JCGT 9 (2020). Coordinates are odd multiples of 2^-33, so never 0 or 1.
 */
public final class SobolPoints implements Points {
    /** For how many coordinates there are direction numbers. */
    public static final int MOST_DIMENSIONS = 1000;

    private static final int BITS = 32;
    private static final String NUMBERS = "new-joe-kuo-6.1000.txt";

    /** By coordinate and binary digit of the number of a point. */
    private final int[] directions;

    private final int[] seeds;
    private final int dimension;

    /**
     * A sequence.
     *
     * @param seed the seed of the scrambling
     * @param first the first coordinate of a longer point that is taken
     * @param dimension the number of coordinates
     * @throws IllegalArgumentException if the last is beyond {@link #MOST_DIMENSIONS}
     */
    public SobolPoints(long seed, int first, int dimension) {
        if (first + dimension > MOST_DIMENSIONS) {
            throw new IllegalArgumentException("a Sobol sequence has at most " + MOST_DIMENSIONS
                    + " coordinates here, but the factors need " + (first + dimension) + "; use another design");
        }
        this.dimension = dimension;
        int[] all = directions(first + dimension);
        directions = Arrays.copyOfRange(all, first * BITS, all.length);
        seeds = new int[dimension];
        for (int j = 0; j < dimension; j++) {
            seeds[j] = (int) (Streams.bits(Streams.start(seed, first + j), 0) >>> 32);
        }
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public void point(long k, double[] out, int at) {
        for (int j = 0; j < dimension; j++) {
            int scrambled = scramble(unscrambled(k, j), seeds[j]);
            out[at + j] = (Integer.toUnsignedLong(scrambled) + 0.5) * 0x1p-32;
        }
    }

    /** A coordinate of the plain sequence, in units of 2^-32. */
    int unscrambled(long k, int coordinate) {
        int value = 0;
        int from = coordinate * BITS;
        for (int rest = (int) k; rest != 0; rest &= rest - 1) {
            value ^= directions[from + Integer.numberOfTrailingZeros(rest)];
        }
        return value;
    }

    /** Each binary digit is flipped or not by a hash of those before it. */
    private static int scramble(int value, int seed) {
        int x = Integer.reverse(value);
        x += seed;
        x ^= x * 0x6c50b47c;
        x ^= x * 0xb82f1e52;
        x ^= x * 0xc7afe638;
        x ^= x * 0x8d22f6e6;
        return Integer.reverse(x);
    }

    private static int[] directions(int dimension) {
        int[] all = new int[dimension * BITS];
        for (int bit = 0; bit < BITS && dimension > 0; bit++) {
            all[bit] = 1 << (BITS - 1 - bit);
        }
        try (InputStream stream = Objects.requireNonNull(SobolPoints.class.getResourceAsStream(NUMBERS), NUMBERS);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
            int coordinate = 1;
            for (String line = lines.readLine(); coordinate < dimension && line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    fill(all, coordinate++ * BITS, line.split(" ", -1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // part of this library's own jar
        }
        return all;
    }

    /** The recurrence of Bratley and Fox (1988), from a polynomial and its initial numbers. */
    private static void fill(int[] all, int from, String[] columns) {
        int degree = Integer.parseInt(columns[1]);
        int coefficients = Integer.parseInt(columns[2]);
        for (int bit = 0; bit < BITS; bit++) {
            if (bit < degree) {
                all[from + bit] = Integer.parseInt(columns[3 + bit]) << (BITS - 1 - bit);
                continue;
            }
            int value = all[from + bit - degree] ^ (all[from + bit - degree] >>> degree);
            for (int term = 1; term < degree; term++) {
                if ((coefficients >> (degree - 1 - term) & 1) != 0) {
                    value ^= all[from + bit - term];
                }
            }
            all[from + bit] = value;
        }
    }
}
