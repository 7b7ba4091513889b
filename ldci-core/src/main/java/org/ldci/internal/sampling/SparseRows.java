package org.ldci.internal.sampling;

import java.util.Arrays;

/** Rows of a matrix without their zeros; immutable. */
final class SparseRows {
    private final int[] from;
    private final int[] columns;
    private final double[] values;

    SparseRows(double[][] rows) {
        from = new int[rows.length + 1];
        int most = Arrays.stream(rows).mapToInt(row -> row.length).sum();
        int[] found = new int[most];
        double[] entries = new double[most];
        int count = 0;
        for (int r = 0; r < rows.length; r++) {
            for (int j = 0; j < rows[r].length; j++) {
                if (rows[r][j] != 0) {
                    found[count] = j;
                    entries[count++] = rows[r][j];
                }
            }
            from[r + 1] = count;
        }
        columns = Arrays.copyOf(found, count);
        values = Arrays.copyOf(entries, count);
    }

    int size() {
        return from.length - 1;
    }

    /** The plain sum from left to right: zeros would change no bit of it. */
    double dot(int row, double[] w) {
        double sum = 0;
        for (int e = from[row]; e < from[row + 1]; e++) {
            sum += values[e] * w[columns[e]];
        }
        return sum;
    }

    boolean areMet(double[] w) {
        for (int r = 0; r < size(); r++) {
            if (!(dot(r, w) >= 0)) {
                return false;
            }
        }
        return true;
    }
}
