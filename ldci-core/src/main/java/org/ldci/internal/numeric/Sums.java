package org.ldci.internal.numeric;

import org.jspecify.annotations.Nullable;

/**
 * Sums that don't depend on the order of their terms, bit for bit.
 *
 * <p>Let all n terms be less than 2^e in size. Each is cut into a multiple of 2^(e-51), a multiple of 2^(e-103) and a rest
 * of at most 2^(e-104), which is dropped. The cuts depend on the term and on e alone; the multiples are added as integers,
 * which is exact; and the two integer totals are put together by one fixed formula. So neither the order of the terms nor
 * the way a loop is unrolled can change a bit. For n less than 2048 the rests make an error of at most 2^-103 n max|x|, which
 * is less than what compensated summation (A. Neumaier, ZAMM 54, 1974) promises; for more terms both multiples are made
 * coarser by g = log2(n / 1024), rounded down, so that a total fits into a long, and the error is 4^g times that.
 *
 * <p>Sources: S. M. Rump, T. Ogita, S. Oishi, "Accurate floating-point summation part I", SIAM J. Sci. Comput. 31 (2008),
 * for the cut by adding a power of two; J. Demmel, H. D. Nguyen, "Fast reproducible floating-point summation", ARITH 21
 * (2013), for sums free of order.
 */
public final class Sums {
    /** Sizes outside 2^-900 to 2^900 are brought to about 1 first, so that the cuts neither underflow nor overflow. */
    private static final int PLAIN_EXPONENT = 900;

    private static final int GUARD_FREE_BITS = 11;

    private Sums() {}

    /**
     * Returns the sum of some numbers, the same bits for any order of them.
     *
     * <ul>
     *   <li>of none, or of zeros of either sign: 0
     *   <li>of numbers with a NaN, or with infinities of both signs: NaN
     *   <li>of numbers with infinities of one sign: that infinity
     *   <li>beyond the largest double: an infinity, but only if the whole sum is beyond it and not just a part of it
     * </ul>
     *
     * <p>Numbers that cover up to 50 binary orders of magnitude (less g) are summed exactly and rounded once, up to a rare
     * double rounding; otherwise the error of the class comment comes before the rounding.
     *
     * @param a the numbers
     * @param from the first of them
     * @param to one past the last
     * @return the sum
     */
    public static double sum(double[] a, int from, int to) {
        int exponent = exponent(maxHigh(a, from, to));
        if (isPlain(exponent)) {
            return sumInParts(a, from, to, exponent, null);
        } else if (exponent > Double.MAX_EXPONENT + 1) {
            return sumOfInfinite(a, from, to);
        }
        return Math.scalb(sumInParts(scaled(a, from, to, -exponent), 0, to - from, 0, null), exponent);
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
     * Returns a sum and, if asked for, what its rounding left off.
     *
     * @param a the numbers
     * @param from the first of them
     * @param to one past the last
     * @param exponent a plain one; all numbers are less than 2 to the power of it in size
     * @param parts where the sum, at 0, and the rest of it, at 1, go, or null
     * @return the sum
     */
    static double sumInParts(double[] a, int from, int to, int exponent, double @Nullable [] parts) {
        int guard = guard(to - from);
        double cut = cut(exponent + guard);
        double cut2 = cut(exponent + 2 * guard - 52);
        long total = 0;
        long total2 = 0;
        for (int i = from; i < to; i++) {
            double x = a[i];
            double t = x + cut;
            double t2 = x - (t - cut) + cut2;
            total += Double.doubleToRawLongBits(t);
            total2 += Double.doubleToRawLongBits(t2);
        }
        total -= (to - from) * Double.doubleToRawLongBits(cut);
        total2 -= (to - from) * Double.doubleToRawLongBits(cut2);
        double unit = power(exponent + guard - 51);
        double sum = total(total, total2, guard);
        if (parts != null) {
            parts[0] = sum * unit;
            parts[1] = restOfTotal(total, total2, guard, sum) * unit;
        }
        return sum * unit;
    }

    /** The number which is added to cut off what is less than 2^(exponent - 51). */
    static double cut(int exponent) {
        return 3 * power(exponent);
    }

    /** By how many bits the multiples of n terms are coarser. */
    static int guard(int n) {
        return Math.max(0, 32 - Integer.numberOfLeadingZeros(n) - GUARD_FREE_BITS);
    }

    /** Puts two integer totals together, the unit of the second being 2^(guard - 52) of the first. */
    static double total(long total, long total2, int guard) {
        long whole = total + (total2 >> (52 - guard));
        double sum = whole;
        return sum + restOfWhole(whole, sum, total2, guard);
    }

    private static double restOfTotal(long total, long total2, int guard, double rounded) {
        long whole = total + (total2 >> (52 - guard));
        double sum = whole;
        return sum - rounded + restOfWhole(whole, sum, total2, guard);
    }

    /** Exact up to 2^53; beyond that nothing cancels any more. */
    private static double restOfWhole(long whole, double sum, long total2, int guard) {
        long fraction = total2 & ((1L << (52 - guard)) - 1);
        return (whole - (long) sum) + fraction * power(guard - 52);
    }

    private static double sumOfInfinite(double[] a, int from, int to) {
        boolean positive = false;
        boolean negative = false;
        for (int i = from; i < to; i++) {
            if (Double.isNaN(a[i])) {
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
            high = Math.max(high, highOfSize(a[i]));
        }
        return high;
    }

    /** The upper half of the bits of |x|, which is in the order of the sizes. */
    static int highOfSize(double x) {
        return (int) (Double.doubleToRawLongBits(x) >>> 32) & 0x7fffffff;
    }

    /** The e of the class comment, from the upper half of the greatest size; more than 1024 if it is not finite. */
    static int exponent(int high) {
        return (high >> 20) - 1022;
    }

    /** Whether numbers less than 2 to this power need not be scaled before they are cut. */
    static boolean isPlain(int exponent) {
        return exponent >= -PLAIN_EXPONENT && exponent <= PLAIN_EXPONENT;
    }

    /** 2^exponent, for a normal result. */
    static double power(int exponent) {
        return Double.longBitsToDouble((long) (exponent + 1023) << 52);
    }
}
