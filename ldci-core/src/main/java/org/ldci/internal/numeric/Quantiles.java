package org.ldci.internal.numeric;

import java.util.Arrays;

/** Quantiles by linear interpolation of the order statistics: type 7 of Hyndman and Fan, The American Statistician 50 (1996). */
public final class Quantiles {
    private Quantiles() {}

    /**
     * Returns a quantile of sorted numbers: with {@code h = (n - 1) p} and {@code k} its whole part, {@code x[k] + (h - k)
     * (x[k + 1] - x[k])}.
     *
     * @param sorted the numbers in ascending order, without NaN
     * @param from the first position
     * @param to the position after the last
     * @param p the share of numbers below, from 0 to 1
     * @return the quantile; NaN if there is no number
     * @throws IllegalArgumentException if p is outside [0, 1]
     */
    public static double quantile(double[] sorted, int from, int to, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("quantile: p must be from 0 to 1 but is " + p);
        }
        int n = to - from;
        if (n == 0) {
            return Double.NaN;
        }
        double h = (n - 1) * p;
        int k = (int) h;
        double lower = sorted[from + k];
        return k + 1 == n ? lower : lower + (h - k) * (sorted[from + k + 1] - lower);
    }

    /**
     * Returns the median; of an even number of numbers the mean of the middle two.
     *
     * @param unsorted the numbers in any order, without NaN; left as they are
     * @param from the first position
     * @param to the position after the last
     * @return the median; NaN if there is no number
     */
    public static double median(double[] unsorted, int from, int to) {
        double[] sorted = Arrays.copyOfRange(unsorted, from, to);
        int n = sorted.length;
        if (n == 0) {
            return Double.NaN;
        }
        Ranks.sort(sorted, 0, n);
        // halves are added, so that two great numbers do not overflow
        return n % 2 == 1 ? sorted[n / 2] : sorted[n / 2 - 1] / 2 + sorted[n / 2] / 2;
    }
}
