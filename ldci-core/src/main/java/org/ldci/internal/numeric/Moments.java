package org.ldci.internal.numeric;

/**
 * Mean, variance, skewness and kurtosis of some numbers, the same bits for any order of them.
 *
 * <p>Two passes: the mean in two parts, then powers of the deviations from it, scaled by a power of two so that the
 * greatest is about 1 and no power overflows or vanishes. All sums are those of {@link Sums}. Equal numbers have exactly
 * variance 0.
 *
 * <p>Sources of the formulas: D. N. Joanes, C. A. Gill, "Comparing measures of sample skewness and kurtosis", The
 * Statistician 47 (1998), types 1 and 2; T. F. Chan, G. H. Golub, R. J. LeVeque, "Algorithms for computing the sample
 * variance", The American Statistician 37 (1983), on the two passes.
 */
public final class Moments {
    private static final int BLOCK = 1024;
    private static final long LOW_32_BITS = 0xffffffffL;

    /** The cuts of {@link Sums} for terms less than 1. */
    private static final double CUT = 3;

    private static final double CUT2 = 3 * 0x1p-52;
    private static final long CUT_BITS = Double.doubleToRawLongBits(CUT);
    private static final long CUT2_BITS = Double.doubleToRawLongBits(CUT2);
    private static final double UNIT = 0x1p-51;

    private Moments() {}

    /**
     * Returns the mean.
     *
     * <ul>
     *   <li>of none: NaN
     *   <li>of equal numbers: that number
     *   <li>of numbers with a NaN or infinities of both signs: NaN; with infinities of one sign: that infinity
     *   <li>of finite numbers: finite, also where their sum would not be
     * </ul>
     *
     * @param a the numbers
     * @param from the first of them
     * @param to one past the last
     * @return the mean
     */
    public static double mean(double[] a, int from, int to) {
        int exponent = Sums.exponent(Sums.maxHigh(a, from, to));
        double[] parts = new double[2];
        if (Sums.isPlain(exponent)) {
            mean(a, from, to, exponent, parts);
            return parts[0];
        } else if (from == to || exponent > Double.MAX_EXPONENT + 1) {
            return Sums.sum(a, from, to) / (to - from);
        }
        mean(Sums.scaled(a, from, to, -exponent), 0, to - from, 0, parts);
        return Math.scalb(parts[0], exponent);
    }

    /**
     * Returns the variance of a sample, {@code sum (x - mean)^2 / (n - 1)}.
     *
     * <ul>
     *   <li>of less than two numbers: NaN
     *   <li>of equal numbers: 0
     *   <li>of numbers with a NaN or an infinity: NaN
     * </ul>
     *
     * @param a the numbers
     * @param from the first of them
     * @param to one past the last
     * @return the variance, with n - 1
     */
    public static double variance(double[] a, int from, int to) {
        return to - from < 2 ? Double.NaN : squares(a, from, to, to - from - 1);
    }

    /**
     * Returns the variance of a population, {@code sum (x - mean)^2 / n}.
     *
     * <ul>
     *   <li>of none: NaN
     *   <li>of one, or of equal numbers: 0
     *   <li>of numbers with a NaN or an infinity: NaN
     * </ul>
     *
     * @param a the numbers
     * @param from the first of them
     * @param to one past the last
     * @return the variance, with n
     */
    public static double populationVariance(double[] a, int from, int to) {
        return squares(a, from, to, to - from);
    }

    /**
     * Puts the skewness and the excess kurtosis of a sample into an array.
     *
     * <p>With {@code Sk = sum (x - mean)^k} they are the ones with the corrections for a sample, type 2 of Joanes and Gill,
     * as SKEW and KURT of a spreadsheet:
     *
     * <pre>{@code
     * skewness = sqrt(n) S3 / S2^1.5 * sqrt(n (n - 1)) / (n - 2)                     n >= 3
     * kurtosis = ((n + 1) (n S4 / S2^2 - 3) + 6) * (n - 1) / ((n - 2) (n - 3))       n >= 4
     * }</pre>
     *
     * <ul>
     *   <li>of fewer numbers: NaN
     *   <li>of equal numbers, which have no spread: NaN
     *   <li>of numbers with a NaN or an infinity: NaN
     * </ul>
     *
     * @param a the numbers
     * @param from the first of them
     * @param to one past the last
     * @param out where the skewness, at 0, and the excess kurtosis, at 1, go
     */
    public static void skewnessAndKurtosis(double[] a, int from, int to, double[] out) {
        int exponent = Sums.exponent(Sums.maxHigh(a, from, to));
        if (Sums.isPlain(exponent)) {
            shape(a, from, to, exponent, out);
        } else if (exponent > Double.MAX_EXPONENT + 1) {
            out[0] = Double.NaN;
            out[1] = Double.NaN;
        } else {
            shape(Sums.scaled(a, from, to, -exponent), 0, to - from, 0, out);
        }
    }

    /** The sum of squared deviations over a divisor; divided before it is scaled back, as the sum may be too large. */
    static double squares(double[] a, int from, int to, int divisor) {
        int exponent = Sums.exponent(Sums.maxHigh(a, from, to));
        if (from == to || exponent > Double.MAX_EXPONENT + 1) {
            return Double.NaN;
        } else if (Sums.isPlain(exponent)) {
            return squares(a, from, to, exponent, 0, divisor);
        }
        return squares(Sums.scaled(a, from, to, -exponent), 0, to - from, 0, exponent, divisor);
    }

    private static double squares(double[] a, int from, int to, int exponent, int shift, int divisor) {
        double[] parts = new double[2];
        mean(a, from, to, exponent, parts);
        double mean = parts[0];
        double rest = parts[1];
        int high = maxHighDeviation(a, from, to, mean, rest);
        if (high == 0) {
            return 0;
        }
        int spread = Sums.exponent(high);
        double scale = Sums.power(-spread);
        long totalHigh = 0;
        long totalLow = 0;
        long total2High = 0;
        long total2Low = 0;
        for (int start = from; start < to; start += BLOCK) {
            int end = Math.min(to - start, BLOCK) + start;
            long total = 0;
            long total2 = 0;
            for (int i = start; i < end; i++) {
                double d = (a[i] - mean - rest) * scale;
                double x = d * d;
                double t = x + CUT;
                total += Double.doubleToRawLongBits(t) - CUT_BITS;
                total2 += Double.doubleToRawLongBits(x - (t - CUT) + CUT2) - CUT2_BITS;
            }
            totalHigh += total >> 32;
            totalLow += total & LOW_32_BITS;
            total2High += total2 >> 32;
            total2Low += total2 & LOW_32_BITS;
        }
        Sums.combine(totalHigh, totalLow, total2High, total2Low, parts);
        return Math.scalb(parts[0] * UNIT / divisor, 2 * (spread + shift));
    }

    /** The mean in two parts; for equal numbers the first is the number and the second 0. */
    private static void mean(double[] a, int from, int to, int exponent, double[] parts) {
        Sums.sumInParts(a, from, to, exponent, parts);
        double n = to - from;
        double mean = parts[0] / n;
        double product = mean * n;
        double error = parts[0] - product - Elementary.twoProductError(mean, n, product) + parts[1];
        double rest = error / n;
        parts[0] = mean + rest;
        parts[1] = mean - parts[0] + rest;
    }

    private static int maxHighDeviation(double[] a, int from, int to, double mean, double rest) {
        int high = 0;
        for (int i = from; i < to; i++) {
            double d = a[i] - mean - rest;
            high = Math.max(high, (int) (Double.doubleToRawLongBits(d) >>> 32) & 0x7fffffff);
        }
        return high;
    }

    private static void shape(double[] a, int from, int to, int exponent, double[] out) {
        int n = to - from;
        mean(a, from, to, exponent, out);
        double mean = out[0];
        double rest = out[1];
        int high = maxHighDeviation(a, from, to, mean, rest);
        if (n < 3 || high == 0) {
            out[0] = Double.NaN;
            out[1] = Double.NaN;
            return;
        }
        int spread = Sums.exponent(high);
        double scale = Sums.power(-spread);
        long high2 = 0;
        long low2 = 0;
        long fineHigh2 = 0;
        long fineLow2 = 0;
        long high3 = 0;
        long low3 = 0;
        long fineHigh3 = 0;
        long fineLow3 = 0;
        long high4 = 0;
        long low4 = 0;
        long fineHigh4 = 0;
        long fineLow4 = 0;
        for (int start = from; start < to; start += BLOCK) {
            int end = Math.min(to - start, BLOCK) + start;
            long total2 = 0;
            long fine2 = 0;
            long total3 = 0;
            long fine3 = 0;
            long total4 = 0;
            long fine4 = 0;
            for (int i = start; i < end; i++) {
                double d = (a[i] - mean - rest) * scale;
                double d2 = d * d;
                double d3 = d2 * d;
                double d4 = d2 * d2;
                double t2 = d2 + CUT;
                double t3 = d3 + CUT;
                double t4 = d4 + CUT;
                total2 += Double.doubleToRawLongBits(t2) - CUT_BITS;
                total3 += Double.doubleToRawLongBits(t3) - CUT_BITS;
                total4 += Double.doubleToRawLongBits(t4) - CUT_BITS;
                fine2 += Double.doubleToRawLongBits(d2 - (t2 - CUT) + CUT2) - CUT2_BITS;
                fine3 += Double.doubleToRawLongBits(d3 - (t3 - CUT) + CUT2) - CUT2_BITS;
                fine4 += Double.doubleToRawLongBits(d4 - (t4 - CUT) + CUT2) - CUT2_BITS;
            }
            high2 += total2 >> 32;
            low2 += total2 & LOW_32_BITS;
            fineHigh2 += fine2 >> 32;
            fineLow2 += fine2 & LOW_32_BITS;
            high3 += total3 >> 32;
            low3 += total3 & LOW_32_BITS;
            fineHigh3 += fine3 >> 32;
            fineLow3 += fine3 & LOW_32_BITS;
            high4 += total4 >> 32;
            low4 += total4 & LOW_32_BITS;
            fineHigh4 += fine4 >> 32;
            fineLow4 += fine4 & LOW_32_BITS;
        }
        Sums.combine(high2, low2, fineHigh2, fineLow2, out);
        double s2 = out[0] * UNIT;
        Sums.combine(high3, low3, fineHigh3, fineLow3, out);
        double s3 = out[0] * UNIT;
        Sums.combine(high4, low4, fineHigh4, fineLow4, out);
        double s4 = out[0] * UNIT;
        out[0] = n * Math.sqrt(n - 1.0) * s3 / ((n - 2.0) * s2 * Math.sqrt(s2));
        double ratio = n * s4 / (s2 * s2);
        out[1] = n < 4 ? Double.NaN : ((n + 1.0) * (ratio - 3) + 6) * (n - 1.0) / ((n - 2.0) * (n - 3.0));
    }
}
