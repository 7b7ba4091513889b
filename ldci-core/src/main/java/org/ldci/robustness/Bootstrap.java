package org.ldci.robustness;

import java.util.Arrays;
import org.ldci.internal.numeric.Quantiles;
import org.ldci.internal.sampling.Streams;

/**
 * Draws rows anew, with replacement: percentile intervals of statistics that are functions of sums over rows (B. Efron, R. J.
 * Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13).
 */
final class Bootstrap {
    private static final int STREAM = -5;

    private Bootstrap() {}

    /**
     * Sums over rows drawn anew, as often as there are rows.
     *
     * @param terms the terms of a row, one after the other, then those of the next row
     * @param width how many terms a row has
     * @param bootstraps how often
     * @param seed the seed; bootstrap r depends on it and r alone
     * @return the sums, by bootstrap and term
     */
    static double[][] sums(double[] terms, int width, int bootstraps, long seed) {
        int rows = terms.length / width;
        double[][] sums = new double[bootstraps][width];
        for (int r = 0; r < bootstraps; r++) {
            long start = Streams.start(seed, r, STREAM);
            double[] sum = sums[r];
            for (int k = 0; k < rows; k += 2) {
                // two rows from one number of 64 bits: 31 bits over the range of rows are even enough
                long bits = Streams.bits(start, k);
                add(terms, (int) (((bits >>> 33) * rows) >>> 31) * width, sum);
                if (k + 1 < rows) {
                    add(terms, (int) (((bits & 0x7fffffffL) * rows) >>> 31) * width, sum);
                }
            }
        }
        return sums;
    }

    private static void add(double[] terms, int from, double[] sum) {
        for (int t = 0; t < sum.length; t++) {
            sum[t] += terms[from + t];
        }
    }

    /** The ends of the interval that holds the middle share of some numbers; NaN are left out; NaN if none is left. */
    static double[] interval(double[] values, double level) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return new double[] {
            Quantiles.quantile(sorted, 0, sorted.length, (1 - level) / 2),
            Quantiles.quantile(sorted, 0, sorted.length, (1 + level) / 2)
        };
    }

    static void check(String what, int bootstraps, double level) {
        if (bootstraps < 0) {
            throw new IllegalArgumentException(what + ": expected at least 0 bootstraps but got " + bootstraps);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(what + ": expected a level in (0, 1) but got " + level);
        }
    }
}
