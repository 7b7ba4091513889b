package org.ldci.internal.numeric;
/** Stub. */
public final class Quantiles {
    private Quantiles() {}

    public static double median(double[] a, int f, int t) {
        double[] c = java.util.Arrays.copyOfRange(a, f, t);
        java.util.Arrays.sort(c);
        int n = c.length;
        return n % 2 == 1 ? c[n / 2] : (c[n / 2 - 1] + c[n / 2]) / 2;
    }
}
