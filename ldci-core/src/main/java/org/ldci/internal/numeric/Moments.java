package org.ldci.internal.numeric;
/** Stub. */
public final class Moments {
    private Moments() {}

    public static double mean(double[] a, int f, int t) {
        double s = 0;
        for (int i = f; i < t; i++) s += a[i];
        return s / (t - f);
    }

    public static double variance(double[] a, int f, int t) {
        double m = mean(a, f, t), s = 0;
        for (int i = f; i < t; i++) s += (a[i] - m) * (a[i] - m);
        return s / (t - f - 1);
    }

    public static void skewnessAndKurtosis(double[] a, int f, int t, double[] out) {
        int n = t - f;
        double m = mean(a, f, t), s2 = 0, s3 = 0, s4 = 0;
        for (int i = f; i < t; i++) {
            double d = a[i] - m;
            s2 += d * d;
            s3 += d * d * d;
            s4 += d * d * d * d;
        }
        out[0] = Math.sqrt(n) * s3 / Math.pow(s2, 1.5) * Math.sqrt(n * (n - 1.0)) / (n - 2);
        double r = n * s4 / (s2 * s2);
        out[1] = ((n + 1) * (r - 3) + 6) * (n - 1) / ((n - 2.0) * (n - 3.0));
    }
}
