package org.ldci.internal.numeric;

/**
 * Quantiles of type 7: straight between neighbouring numbers, the least at 0 and the greatest at 1.
 *
 * <p>Source: R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996),
 * definition 7.
 */
public final class Quantiles {
    private Quantiles() {}

    /**
     * Returns a quantile of sorted numbers.
     *
     * <p>With {@code h = (n - 1) p}, {@code j} the whole part of h and {@code g = h - j} it is {@code x[j]} if g is 0, and
     * else {@code (1 - g) x[j] + g x[j + 1]}, held between the two.
     *
     * <ul>
     *   <li>of none: NaN
     *   <li>of one: that number
     *   <li>between equal neighbours, also infinite ones: that number
     *   <li>next to a NaN or between infinities of both signs: NaN
     * </ul>
     *
     * @param sorted the numbers, ascending
     * @param from the first of them
     * @param to one past the last
     * @param p the share of numbers below, 0 to 1
     * @return the quantile
     * @throws IllegalArgumentException if p is not from 0 to 1
     */
    public static double quantile(double[] sorted, int from, int to, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("quantile: p must be from 0 to 1 but is " + p);
        } else if (from == to) {
            return Double.NaN;
        }
        double h = (to - from - 1) * p;
        int j = (int) h;
        double g = h - j;
        double low = sorted[from + j];
        if (g == 0) {
            return low;
        }
        double high = sorted[from + j + 1];
        if (low == high) {
            return low;
        }
        double between = (1 - g) * low + g * high;
        return between < low ? low : between > high ? high : between;
    }

    /**
     * Returns a quantile of numbers in any order, which stay as they are.
     *
     * @param unsorted the numbers, without NaN
     * @param from the first of them
     * @param to one past the last
     * @param p the share of numbers below, 0 to 1
     * @return the quantile, as of the sorted numbers
     * @throws IllegalArgumentException if p is not from 0 to 1
     */
    public static double quantileOfUnsorted(double[] unsorted, int from, int to, double p) {
        double[] copy = java.util.Arrays.copyOfRange(unsorted, from, to);
        Ranks.sort(copy, 0, copy.length);
        return quantile(copy, 0, copy.length, p);
    }

    /**
     * Returns the median of numbers in any order, which stay as they are.
     *
     * @param unsorted the numbers, without NaN
     * @param from the first of them
     * @param to one past the last
     * @return the middle number, the mean of the two in the middle, or NaN if there is none
     */
    public static double median(double[] unsorted, int from, int to) {
        return quantileOfUnsorted(unsorted, from, to, 0.5);
    }
}
