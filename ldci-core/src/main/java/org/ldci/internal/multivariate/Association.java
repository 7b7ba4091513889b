package org.ldci.internal.multivariate;

import org.ldci.internal.numeric.Ranks;
import org.ldci.internal.numeric.Sums;

/** Covariances and correlations of two columns, and matrices of them. */
public final class Association {
    /** What is measured. */
    public enum Kind {
        /** The sample covariance, with n - 1. */
        COVARIANCE,
        /** Pearson's r. */
        PEARSON,
        /** Spearman's rho: Pearson's r of the ranks, average ranks for ties. */
        SPEARMAN,
        /** Kendall's tau-b: (concordant - discordant) / sqrt((pairs - ties in x) (pairs - ties in y)). */
        KENDALL
    }

    private Association() {}

    /**
     * The association of two columns, over the rows where neither is missing.
     *
     * @param x a column; NaN is missing
     * @param y a column as long
     * @param kind what is measured
     * @return the association; NaN if fewer than two rows are left or, for a correlation, if a column is constant
     */
    public static double of(double[] x, double[] y, Kind kind) {
        double[][] both = Columns.complete(new double[][] {x, y});
        return kind == Kind.KENDALL ? kendall(both[0], both[1]) : of(both, kind)[0][1];
    }

    /**
     * The associations of all columns with one another, over the rows that are complete in all of them.
     *
     * @param columns the columns, none missing
     * @param kind what is measured
     * @return a symmetric matrix; a correlation with a constant column is NaN, even its own
     */
    public static double[][] of(double[][] columns, Kind kind) {
        int m = columns.length;
        int n = m == 0 ? 0 : columns[0].length;
        double[][] matrix = new double[m][m];
        double[][] centred = new double[m][];
        for (int j = 0; j < m && kind != Kind.KENDALL; j++) {
            centred[j] = Columns.centred(kind == Kind.SPEARMAN ? ranks(columns[j]) : columns[j]);
            matrix[j][j] = n < 2 ? Double.NaN : Sums.dot(centred[j], 0, n, centred[j], 0);
        }
        for (int j = 0; j < m; j++) {
            for (int k = 0; k < j; k++) {
                matrix[j][k] = n < 2
                        ? Double.NaN
                        : kind == Kind.KENDALL
                                ? kendall(columns[j], columns[k])
                                : Sums.dot(centred[j], 0, n, centred[k], 0);
                matrix[k][j] = matrix[j][k];
            }
            if (kind == Kind.KENDALL) {
                matrix[j][j] = kendall(columns[j], columns[j]);
            }
        }
        if (kind == Kind.COVARIANCE) {
            for (double[] row : matrix) {
                for (int k = 0; k < m; k++) {
                    row[k] /= n - 1;
                }
            }
        } else if (kind != Kind.KENDALL) {
            correlate(matrix);
        }
        return matrix;
    }

    /**
     * Turns covariances into correlations, in place.
     *
     * @param matrix a symmetric matrix of covariances, or of sums of products
     */
    public static void correlate(double[][] matrix) {
        int m = matrix.length;
        double[] size = new double[m];
        for (int j = 0; j < m; j++) {
            size[j] = Math.sqrt(matrix[j][j]);
        }
        for (int j = 0; j < m; j++) {
            for (int k = 0; k < j; k++) {
                double r = Math.max(-1, Math.min(1, matrix[j][k] / size[j] / size[k]));
                matrix[j][k] = r;
                matrix[k][j] = r;
            }
            matrix[j][j] = size[j] > 0 ? 1 : Double.NaN;
        }
    }

    private static double[] ranks(double[] column) {
        double[] ranks = new double[column.length];
        Ranks.ascending(column, 0, column.length, Ranks.Ties.AVERAGE, ranks, 0);
        return ranks;
    }

    /** Tau-b in n log n steps (W. R. Knight, JASA 61, 1966): the discordant pairs are the swaps of a merge sort. */
    private static double kendall(double[] x, double[] y) {
        int n = x.length;
        if (n < 2) {
            return Double.NaN;
        }
        int[] byY = Ranks.order(y, 0, n);
        double[] xs = new double[n];
        for (int i = 0; i < n; i++) {
            xs[i] = x[byY[i]];
        }
        int[] byX = Ranks.order(xs, 0, n); // stable: ties in x stay in the order of y
        double[] ys = new double[n];
        for (int i = 0; i < n; i++) {
            ys[i] = y[byY[byX[i]]];
        }
        long tiesX = 0;
        long tiesBoth = 0;
        long runX = 1;
        long runBoth = 1;
        for (int i = 1; i < n; i++) {
            boolean sameX = xs[byX[i]] == xs[byX[i - 1]];
            boolean same = sameX && ys[i] == ys[i - 1];
            tiesX += sameX ? runX : 0;
            tiesBoth += same ? runBoth : 0;
            runX = sameX ? runX + 1 : 1;
            runBoth = same ? runBoth + 1 : 1;
        }
        long discordant = swaps(ys, new double[n], 0, n);
        long tiesY = 0;
        long runY = 1;
        for (int i = 1; i < n; i++) {
            boolean same = ys[i] == ys[i - 1];
            tiesY += same ? runY : 0;
            runY = same ? runY + 1 : 1;
        }
        long pairs = (long) n * (n - 1) / 2;
        double numerator = pairs - tiesX - tiesY + tiesBoth - 2 * discordant;
        // the root of a square is exact, so that equal orders have 1
        double denominator = Math.sqrt((double) (pairs - tiesX) * (double) (pairs - tiesY));
        return denominator == 0 ? Double.NaN : Math.max(-1, Math.min(1, numerator / denominator));
    }

    /** Sorts and counts the pairs that stood in the wrong order. */
    private static long swaps(double[] a, double[] spare, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        long count = swaps(a, spare, from, middle) + swaps(a, spare, middle, to);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            if (right == to || (left < middle && a[left] <= a[right])) {
                spare[i] = a[left++];
            } else {
                spare[i] = a[right++];
                count += middle - left;
            }
        }
        System.arraycopy(spare, from, a, from, to - from);
        return count;
    }
}
