package org.ldci.internal.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ldci.internal.linear.LinearProgram;
import org.ldci.internal.linear.LinearProgram.Answer;
import org.ldci.internal.linear.LinearProgram.Status;

/**
 * The middle of a polytope of weights: a point that meets all rows as clearly as it can.
 *
 * @param centre the point
 * @param forced which rows, and after them which signs of weights, no point meets but with 0
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Middle(double[] centre, boolean[] forced) {
    /**
     * Finds the middle.
     *
     * @throws IllegalArgumentException if no weights meet all rows
     */
    static Middle of(double[][] rows, int dimension) {
        boolean[] forced = new boolean[rows.length + dimension];
        return new Middle(centre(rows, dimension, forced), forced);
    }

    boolean isFlat() {
        boolean flat = false;
        for (boolean row : forced) {
            flat |= row;
        }
        return flat;
    }

    /** Where each weight is greatest and least. */
    static double[][] corners(double[][] rows, int dimension) {
        List<double[]> corners = new ArrayList<>();
        LinearProgram program = program(rows, dimension);
        for (int j = 0; j < 2 * dimension; j++) {
            double[] c = new double[dimension];
            c[j / 2] = j % 2 == 0 ? 1 : -1;
            Answer answer = program.maximise(c);
            require(answer, dimension);
            corners.add(answer.x());
        }
        return corners.toArray(double[][]::new);
    }

    static double dot(double[] row, double[] w) {
        double sum = 0;
        for (int j = 0; j < w.length; j++) {
            sum += row[j] * w[j];
        }
        return sum;
    }

    static double norm(double[] row) {
        double sum = 0;
        for (double c : row) {
            sum += c * c;
        }
        return Math.sqrt(sum);
    }

    static double[][] withSigns(double[][] rows, int dimension) {
        double[][] all = Arrays.copyOf(rows, rows.length + dimension);
        for (int j = 0; j < dimension; j++) {
            all[rows.length + j] = new double[dimension];
            all[rows.length + j][j] = 1;
        }
        return all;
    }

    /** A point that meets all rows as clearly as it can, and which rows no point meets but with 0. */
    private static double[] centre(double[][] rows, int dimension, boolean[] forced) {
        double[][] all = withSigns(rows, dimension);
        double[] found = clearest(all, dimension, forced);
        if (found[dimension] > 1e-9) {
            return Arrays.copyOf(found, dimension);
        }
        LinearProgram program = program(all, dimension);
        for (int r = 0; r < all.length; r++) {
            Answer answer = program.maximise(all[r]);
            require(answer, dimension);
            forced[r] = answer.value() <= 1e-9 * norm(all[r]);
        }
        return Arrays.copyOf(clearest(all, dimension, forced), dimension);
    }

    private static void require(Answer answer, int dimension) {
        if (answer.status() != Status.OPTIMAL) {
            throw new IllegalArgumentException("polytope of weights: no " + dimension + " weights meet all rows");
        }
    }

    private static LinearProgram program(double[][] rows, int dimension) {
        double[][] a = new double[2 + rows.length][dimension];
        double[] b = new double[2 + rows.length];
        Arrays.fill(a[0], 1);
        Arrays.fill(a[1], -1);
        b[0] = 1;
        b[1] = -1;
        for (int r = 0; r < rows.length; r++) {
            for (int j = 0; j < dimension; j++) {
                a[2 + r][j] = -rows[r][j];
            }
        }
        return new LinearProgram(a, b);
    }

    /** The point with the greatest least distance from all rows that are not forced, and that distance after it. */
    private static double[] clearest(double[][] rows, int dimension, boolean[] forced) {
        double[][] a = new double[2 + rows.length][dimension + 1];
        double[] b = new double[2 + rows.length];
        Arrays.fill(a[0], 0, dimension, 1);
        Arrays.fill(a[1], 0, dimension, -1);
        b[0] = 1;
        b[1] = -1;
        for (int r = 0; r < rows.length; r++) {
            for (int j = 0; j < dimension; j++) {
                a[2 + r][j] = -rows[r][j];
            }
            a[2 + r][dimension] = forced[r] ? 0 : norm(rows[r]);
        }
        double[] c = new double[dimension + 1];
        c[dimension] = 1;
        Answer answer = new LinearProgram(a, b).maximise(c);
        if (answer.status() == Status.UNBOUNDED) { // everything is forced
            answer = new LinearProgram(a, b).maximise(new double[dimension + 1]);
        }
        require(answer, dimension);
        return answer.x();
    }
}
