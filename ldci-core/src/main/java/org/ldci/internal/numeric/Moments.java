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
        int n = to - from;
        int guard = Sums.guard(n);
        double cut = Sums.cut(guard);
        double cut2 = Sums.cut(2 * guard - 52);
        long total = 0;
        long total2 = 0;
        for (int i = from; i < to; i++) {
            double d = (a[i] - mean - rest) * scale;
            double x = d * d;
            double t = x + cut;
            total += Double.doubleToRawLongBits(t);
            total2 += Double.doubleToRawLongBits(x - (t - cut) + cut2);
        }
        total -= n * Double.doubleToRawLongBits(cut);
        total2 -= n * Double.doubleToRawLongBits(cut2);
        double sum = Sums.total(total, total2, guard) * Sums.power(guard - 51);
        int twice = 2 * (spread + shift);
        // a product where that is exact, since scalb is slow
        return twice > -900 && twice < 900 ? sum / divisor * Sums.power(twice) : Math.scalb(sum / divisor, twice);
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
            high = Math.max(high, Sums.highOfSize(d));
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
        int guard = Sums.guard(n);
        double cut = Sums.cut(guard);
        double cut2 = Sums.cut(2 * guard - 52);
        long total2 = 0;
        long total3 = 0;
        long total4 = 0;
        long fine2 = 0;
        long fine3 = 0;
        long fine4 = 0;
        for (int i = from; i < to; i++) {
            double d = (a[i] - mean - rest) * scale;
            double d2 = d * d;
            double d3 = d2 * d;
            double d4 = d2 * d2;
            double t2 = d2 + cut;
            double t3 = d3 + cut;
            double t4 = d4 + cut;
            total2 += Double.doubleToRawLongBits(t2);
            total3 += Double.doubleToRawLongBits(t3);
            total4 += Double.doubleToRawLongBits(t4);
            fine2 += Double.doubleToRawLongBits(d2 - (t2 - cut) + cut2);
            fine3 += Double.doubleToRawLongBits(d3 - (t3 - cut) + cut2);
            fine4 += Double.doubleToRawLongBits(d4 - (t4 - cut) + cut2);
        }
        long cuts = n * Double.doubleToRawLongBits(cut);
        long cuts2 = n * Double.doubleToRawLongBits(cut2);
        double unit = Sums.power(guard - 51);
        double s2 = Sums.total(total2 - cuts, fine2 - cuts2, guard) * unit;
        double s3 = Sums.total(total3 - cuts, fine3 - cuts2, guard) * unit;
        double s4 = Sums.total(total4 - cuts, fine4 - cuts2, guard) * unit;
        out[0] = n * Math.sqrt(n - 1.0) * s3 / ((n - 2.0) * s2 * Math.sqrt(s2));
        double ratio = n * s4 / (s2 * s2);
        out[1] = n < 4 ? Double.NaN : ((n + 1.0) * (ratio - 3) + 6) * (n - 1.0) / ((n - 2.0) * (n - 3.0));
    }
}
