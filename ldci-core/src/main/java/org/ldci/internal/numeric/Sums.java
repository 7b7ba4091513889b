package org.ldci.internal.numeric;

/**
 * Sums that don't depend on the order of their terms, bit for bit.
 *
 * <p>Let all terms be less than 2^e in size. Each is cut into a multiple of 2^(e-51), a multiple of 2^(e-103) and a rest
 * of at most 2^(e-104), which is dropped. The cut depends on the term and on e alone; the multiples are added as
 * integers, which is exact; and the two integer totals are put together by one fixed formula. So neither the order of
 * the terms nor the way the loop is unrolled can change a bit. For n terms the error before the last rounding is at most
 * n 2^(e-104), that is 2^-103 n max|x|, which is less than what compensated summation (Neumaier 1974) promises.
 *
 * <p>Sources: S. M. Rump, T. Ogita, S. Oishi, "Accurate floating-point summation part I", SIAM J. Sci. Comput. 31 (2008),
 * for the cut by adding a power of two; J. Demmel, H. D. Nguyen, "Fast reproducible floating-point summation", ARITH 21
 * (2013), for sums free of order.
 */
public final class Sums {
    /** Terms added before the integer totals are carried on: 2^10 of at most 2^51 each. */
    private static final int BLOCK = 1024;

    private static final int HIGH_SIGN_OFF = 0x7fffffff;
    private static final int EXPONENT_BIAS = 1022;

    /** Sizes outside 2^-900 to 2^900 are brought to about 1 first, so that the cuts neither underflow nor overflow. */
    private static final int PLAIN_EXPONENT = 900;

    private static final long LOW_32_BITS = 0xffffffffL;

    private Sums() {}

    /**
     * Returns the sum of some numbers, the same bits for any order of them.
     *
     * <ul>
     *   <li>of none, or of zeros of either sign: 0
     *   <li>of numbers with a NaN, or with infinities of both signs: NaN
     *   <li>of numbers with infinities of one sign: that infinity
     *   <li>beyond the largest double: an infinity, but only if the sum itself is beyond it and not a part of it
     * </ul>
     *
     * <p>The result is the rounded sum of numbers off by at most 2^-103 n max|x| in total; where the numbers cover less
     * than 50 binary orders of magnitude it is the correctly rounded sum but for ties.
     *
     * @param a the numbers
     * @param from the first of them
     * @param to one past the last
     * @return the sum
     */
    public static double sum(double[] a, int from, int to) {
        int exponent = exponent(maxHigh(a, from, to));
        double[] parts = new double[2];
        if (isPlain(exponent)) {
            sumInParts(a, from, to, exponent, parts);
            return parts[0];
        } else if (exponent > Double.MAX_EXPONENT + 1) {
            return sumOfInfinite(a, from, to);
        }
        sumInParts(scaled(a, from, to, -exponent), 0, to - from, 0, parts);
        return Math.scalb(parts[0], exponent);
    }

    /**
     * Returns the sum of the products of two ranges of the same length, the same bits for any common order of them.
     *
     * <p>The products are rounded, then summed as by {@link #sum}: the error is that of the roundings alone, and an
     * infinite or undefined product acts as there.
     *
     * @param a the factors
     * @param from the first of them
     * @param to one past the last
     * @param b the other factors
     * @param fromB the first of them
     * @return the sum of {@code a[from + i] * b[fromB + i]}
     */
    public static double dot(double[] a, int from, int to, double[] b, int fromB) {
        double[] products = new double[to - from];
        for (int i = 0; i < products.length; i++) {
            products[i] = a[from + i] * b[fromB + i];
        }
        return sum(products, 0, products.length);
    }

    /**
     * Returns the sum of squared deviations from the mean, the same bits for any order of the numbers.
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
     * @return the sum of squared deviations
     */
    public static double sumOfSquaredDeviations(double[] a, int from, int to) {
        return Moments.squares(a, from, to, 1);
    }

    /**
     * Sums into two parts, the rounded sum and what the rounding left off.
     *
     * @param a the numbers
     * @param from the first of them
     * @param to one past the last
     * @param exponent from -{@link #PLAIN_EXPONENT} to that; all numbers are less than 2 to the power of it in size
     * @param parts where the two go
     */
    static void sumInParts(double[] a, int from, int to, int exponent, double[] parts) {
        double cut = power(exponent) * 3;
        double cut2 = power(exponent - 52) * 3;
        long cutBits = Double.doubleToRawLongBits(cut);
        long cut2Bits = Double.doubleToRawLongBits(cut2);
        long totalHigh = 0;
        long totalLow = 0;
        long total2High = 0;
        long total2Low = 0;
        for (int start = from; start < to; start += BLOCK) {
            int end = Math.min(to - start, BLOCK) + start;
            long total = 0;
            long total2 = 0;
            for (int i = start; i < end; i++) {
                double x = a[i];
                double t = x + cut;
                double t2 = x - (t - cut) + cut2;
                total += Double.doubleToRawLongBits(t) - cutBits;
                total2 += Double.doubleToRawLongBits(t2) - cut2Bits;
            }
            totalHigh += total >> 32;
            totalLow += total & LOW_32_BITS;
            total2High += total2 >> 32;
            total2Low += total2 & LOW_32_BITS;
        }
        combine(totalHigh, totalLow, total2High, total2Low, parts);
        double unit = power(exponent - 51);
        parts[0] *= unit;
        parts[1] *= unit;
    }

    /** Puts (high 2^32 + low) + (high2 2^32 + low2) 2^-52 into two doubles. */
    static void combine(long high, long low, long high2, long low2, double[] parts) {
        // the fraction to [0, 1), its whole part to the total
        long carried2 = high2 + (low2 >>> 32);
        double fraction = (((carried2 & 0xfffffL) << 32) | (low2 & LOW_32_BITS)) * 0x1p-52;
        long whole = low + (carried2 >> 20);
        double a = (high + (whole >> 32)) * 0x1p32;
        double b = whole & LOW_32_BITS;
        // if this is not exact, the total is so large that nothing cancels any more
        double sum = a + b;
        double bPart = sum - a;
        double rest = (a - (sum - bPart)) + (b - bPart) + fraction;
        parts[0] = sum + rest;
        parts[1] = sum - parts[0] + rest;
    }

    private static double sumOfInfinite(double[] a, int from, int to) {
        boolean positive = false;
        boolean negative = false;
        for (int i = from; i < to; i++) {
            if (a[i] != a[i]) {
                return Double.NaN;
            }
            positive |= a[i] == Double.POSITIVE_INFINITY;
            negative |= a[i] == Double.NEGATIVE_INFINITY;
        }
        return positive && negative ? Double.NaN : positive ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }

    /** A copy times 2^shift; exact but for what falls below the least double. */
    static double[] scaled(double[] a, int from, int to, int shift) {
        double[] scaled = new double[to - from];
        for (int i = from; i < to; i++) {
            scaled[i - from] = Math.scalb(a[i], shift);
        }
        return scaled;
    }

    /** The upper half of the bits of the greatest size, without the sign; those of NaN are greater than any. */
    static int maxHigh(double[] a, int from, int to) {
        int high = 0;
        for (int i = from; i < to; i++) {
            high = Math.max(high, (int) (Double.doubleToRawLongBits(a[i]) >>> 32) & HIGH_SIGN_OFF);
        }
        return high;
    }

    /** The e of the class comment, from the upper half; more than 1024 if it is not finite. */
    static int exponent(int high) {
        return (high >> 20) - EXPONENT_BIAS;
    }

    /** Whether numbers need not be scaled before they are cut. */
    static boolean isPlain(int exponent) {
        return exponent >= -PLAIN_EXPONENT && exponent <= PLAIN_EXPONENT;
    }

    /** 2^exponent, for a normal result. */
    static double power(int exponent) {
        return Double.longBitsToDouble((long) (exponent + 1023) << 52);
    }
}
