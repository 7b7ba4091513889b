package org.ldci.internal.sampling;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Uniform points of {@code lower_j <= w_j <= upper_j} with sum 1.
 *
 * <p>All weights but the one of the widest range are drawn, that one is the rest to 1; if it falls into its range, the point is
 * uniform, as the weights of the others were. To make that likely, the others are drawn from exponential distributions of one
 * rate, cut to their ranges, such that the means of all have sum 1. Then their density is a function of their sum, which is made
 * up for by acceptance with probability {@code e^(-rate (w - lower))} for the last. That is rejection, exact for any rate;
 * about 1 in {@code sqrt m} attempts gives a point.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BoxOnSimplex(double[] lower, double[] range, double[] risen, int last, double rate) implements Proposal {
    /** The box of the rows that bound one share; null if no share is bounded from above, or the box is thin. */
    static @Nullable BoxOnSimplex of(double[][] rows, double[] lower) {
        int m = lower.length;
        double[] upper = upper(rows, m);
        if (m < 2 || Arrays.stream(upper).allMatch(bound -> bound == 1)) {
            return null;
        }
        // no bound further out than the others leave room for
        double least = Arrays.stream(lower).sum();
        double most = Arrays.stream(upper).map(bound -> Math.min(bound, 1)).sum();
        double[] from = new double[m];
        double[] range = new double[m];
        int last = 0;
        for (int j = 0; j < m; j++) {
            from[j] = Math.max(lower[j], upper[j] + (1 - most));
            range[j] = Math.min(upper[j], lower[j] + (1 - least)) - from[j];
            last = range[j] > range[last] ? j : last;
        }
        if (!Arrays.stream(range).allMatch(width -> width > 0)) {
            return null;
        }
        double rate = rate(from, range);
        double[] risen = Arrays.stream(range)
                .map(width -> Draws.rise(Math.abs(rate) * width))
                .toArray();
        return new BoxOnSimplex(from, range, risen, last, rate);
    }

    /** Rows {@code s sum w - w_j}, whatever their scale: the least s of each j. */
    private static double[] upper(double[][] rows, int m) {
        double[] upper = new double[m];
        Arrays.fill(upper, 1);
        for (double[] row : rows) {
            for (int j = 0; j < m && m > 1; j++) {
                double other = row[j == 0 ? 1 : 0];
                boolean same = row[j] < other && other >= 0;
                for (int i = 0; i < m; i++) {
                    same &= i == j || row[i] == other;
                }
                if (same) {
                    upper[j] = Math.min(upper[j], other / (other - row[j]));
                }
            }
        }
        return upper;
    }

    /** Where the means have sum 1, by halving. */
    private static double rate(double[] lower, double[] range) {
        double widest = Arrays.stream(range).max().orElse(1);
        double low = -1e4 / widest;
        double high = 1e4 / widest;
        for (int i = 0; i < 60; i++) {
            double rate = (low + high) / 2;
            double sum = 0;
            for (int j = 0; j < lower.length; j++) {
                double x = Math.min(Math.abs(rate) * range[j], 700);
                // the mean as a share of the range; near 1/2 - x/12 where x is small
                double share = x < 1e-3 ? 0.5 - x / 12 : 1 / x - 1 / Draws.rise(x);
                sum += lower[j] + range[j] * (rate > 0 ? share : 1 - share);
            }
            if (sum > 1) {
                low = rate;
            } else {
                high = rate;
            }
        }
        double rate = (low + high) / 2;
        return Math.abs(rate) * widest < 1e-6 ? Math.copySign(1e-6 / widest, rate) : rate;
    }

    @Override
    public boolean draw(Draws draws, double[] point) {
        double size = Math.abs(rate);
        double sum = 0;
        for (int j = 0; j < lower.length; j++) {
            if (j != last) {
                double e = draws.exponentialBelow(size * range[j], risen[j]) / size;
                point[j] = lower[j] + (rate > 0 ? e : range[j] - e);
                sum += point[j];
            }
        }
        double above = 1 - sum - lower[last];
        point[last] = 1 - sum;
        return above >= 0
                && above <= range[last]
                // the density of the others rises with the last, or falls with it
                && draws.exponential() >= size * (rate > 0 ? above : range[last] - above);
    }
}
