package org.ldci.internal.numeric;

/** Quick questions about many numbers. */
public final class Scan {
    private Scan() {}

    /**
     * Whether all numbers are finite. A difference of a number and itself is 0, but of one that is not finite NaN; four chains of
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
            first += a[i] - a[i];
            second += a[i + 1] - a[i + 1];
            third += a[i + 2] - a[i + 2];
            fourth += a[i + 3] - a[i + 3];
        }
        for (; i < to; i++) {
            first += a[i] - a[i];
        }
        return first + second + third + fourth == 0;
    }
}
