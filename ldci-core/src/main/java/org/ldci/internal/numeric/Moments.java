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
    /** How near rough moments are: skewness within this, kurtosis within this times 4 plus its size. */
    public static final double ROUGH = 1e-6;

    /** Rough moments are those of at most so many numbers. */
    private static final int ROUGH_MOST = 100_000;

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
     * Returns the mean and the variance, in fewer passes than one after the other.
     *
     * @param a the numbers
     * @param from the first of them
     * @param to one past the last
     * @param divisor what the sum of squared deviations is divided by
     * @return what {@link #mean} gives, and the variance with that divisor; NaN for none
     */
    public static double[] meanAndVariance(double[] a, int from, int to, int divisor) {
        int exponent = Sums.exponent(Sums.maxHigh(a, from, to));
        double[] parts = new double[2];
        if (from < to && Sums.isPlain(exponent)) {
            parts[1] = squares(a, from, to, exponent, 0, divisor, parts);
            return parts;
        }
        return new double[] {mean(a, from, to), squares(a, from, to, divisor)};
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

    /**
     * Puts near values of what {@link #skewnessAndKurtosis} gives into an array, in a fraction of the time. They depend on
     * the order of the numbers in their last bits: for questions whose answer {@link #ROUGH} can't change.
     *
     * <p>With u = 2^-53 and n numbers: the error of the mean is at most n u max|x|, which is checked to be less than 1e-8
     * standard deviations and so moves the skewness by at most 3e-8 and the kurtosis by at most 4e-8 of its size plus 3; the
     * error of the sums moves them by at most n^1.5 u < 4e-9.
     *
     * @param a the numbers
     * @param from the first of them
     * @param to one past the last
     * @param out where the skewness, at 0, and the excess kurtosis, at 1, go
     * @return false if nothing is promised: less than 4 or very many numbers, hardly any spread, extreme sizes, NaN
     */
    public static boolean roughSkewnessAndKurtosis(double[] a, int from, int to, double[] out) {
        int n = to - from;
        if (n < 4 || n > ROUGH_MOST) {
            return false;
        }
        // two chains of additions each, which a processor runs side by side
        double sum = 0;
        double otherSum = 0;
        int half = from + n / 2;
        int shift = half - from;
        for (int i = from; i < half; i++) {
            sum += a[i];
            otherSum += a[i + shift];
        }
        double rest = (n & 1) == 0 ? 0 : a[to - 1];
        double mean = (sum + otherSum + rest) / n;
        double greatest = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double t2 = 0;
        double t3 = 0;
        double t4 = 0;
        for (int i = from; i < half; i++) {
            double d = a[i] - mean;
            double e = a[i + shift] - mean;
            double d2 = d * d;
            double e2 = e * e;
            s2 += d2;
            t2 += e2;
            s3 += d2 * d;
            t3 += e2 * e;
            s4 += d2 * d2;
            t4 += e2 * e2;
            greatest = Math.max(greatest, Math.max(d2, e2));
        }
        if ((n & 1) != 0) {
            double d = rest - mean;
            s2 += d * d;
            s3 += d * d * d;
            s4 += d * d * d * d;
            greatest = Math.max(greatest, d * d);
        }
        s2 += t2;
        s3 += t3;
        s4 += t4;
        double errorOfMean = n * Math.ulp(1.0) * (Math.abs(mean) + Math.sqrt(greatest));
        if (!(errorOfMean < 1e-8 * Math.sqrt(s2 / n) && s2 > 1e-100 && s2 < 1e100)) {
            return false;
        }
        out[0] = n * Math.sqrt(n - 1.0) * s3 / ((n - 2.0) * s2 * Math.sqrt(s2));
        out[1] = ((n + 1.0) * (n * s4 / (s2 * s2) - 3) + 6) * (n - 1.0) / ((n - 2.0) * (n - 3.0));
        return true;
    }

    /** The sum of squared deviations over a divisor; divided before it is scaled back, as the sum may be too large. */
    static double squares(double[] a, int from, int to, int divisor) {
        int exponent = Sums.exponent(Sums.maxHigh(a, from, to));
        if (from == to || exponent > Double.MAX_EXPONENT + 1) {
            return Double.NaN;
        } else if (Sums.isPlain(exponent)) {
            return squares(a, from, to, exponent, 0, divisor, new double[2]);
        }
        return squares(Sums.scaled(a, from, to, -exponent), 0, to - from, 0, exponent, divisor, new double[2]);
    }

    private static double squares(double[] a, int from, int to, int exponent, int shift, int divisor, double[] parts) {
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
