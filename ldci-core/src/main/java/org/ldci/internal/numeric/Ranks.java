package org.ldci.internal.numeric;

import java.util.*;

/** Stub. */
public final class Ranks {
    private Ranks() {}

    public enum Ties {
        MIN,
        MAX,
        AVERAGE,
        DENSE,
        ORDINAL
    }

    public static int[] order(double[] a, int f, int t) {
        return java.util.stream.IntStream.range(0, t - f)
                .boxed()
                .sorted((x, y) -> {
                    double p = a[f + x] + 0.0, q = a[f + y] + 0.0;
                    return Double.compare(p, q);
                })
                .mapToInt(i -> i)
                .toArray();
    }

    public static void sort(double[] a, int f, int t) {
        for (int i = f; i < t; i++) a[i] += 0.0;
        Arrays.sort(a, f, t);
    }

    public static void descending(double[] a, int f, int t, Ties ties, double[] out, int o) {
        int dense = 0;
        for (int i = f; i < t; i++) {
            if (Double.isNaN(a[i])) {
                out[o + i - f] = Double.NaN;
                continue;
            }
            int g = 0, e = 0;
            Set<Double> d = new HashSet<>();
            for (int j = f; j < t; j++) {
                if (a[j] > a[i]) {
                    g++;
                    d.add(a[j]);
                }
                if (a[j] == a[i]) e++;
            }
            out[o + i - f] = switch (ties) {
                case MIN, ORDINAL -> g + 1;
                case MAX -> g + e;
                case AVERAGE -> g + (e + 1) / 2.0;
                case DENSE -> d.size() + 1;
            };
        }
    }
}
