package org.ldci.internal.numeric;

/** Quick questions about many numbers. */
public final class Scan {
    private Scan() {}

    /**
     * Whether all numbers are finite. A number times 0 is 0, but NaN if it is not finite; four chains of
     * additions run side by side.
     *
     * @param a the numbers
     * @param from the first of them
     * @param to one past the last
     * @return false if one is NaN or infinite
     */
    public static boolean isFinite(double[] a, int from, int to) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            first += a[i] * 0;
            second += a[i + 1] * 0;
            third += a[i + 2] * 0;
            fourth += a[i + 3] * 0;
        }
        for (; i < to; i++) {
            first += a[i] * 0;
        }
        return first + second + third + fourth == 0;
    }
}
