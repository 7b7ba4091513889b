package org.ldci.aggregate;

import java.util.ArrayList;
import java.util.List;
import org.ldci.data.DataException;
import org.ldci.internal.linear.LinearProgram;
import org.ldci.internal.linear.LinearProgram.Answer;
import org.ldci.internal.linear.LinearProgram.Status;
import org.ldci.model.Region;

/** What the methods that compare regions with the frontier of the best share. */
final class Frontiers {
    /**
     * Further from the frontier than rounding takes a region that is on it, in relation to the frontier: what is nearer counts
     * as on it, so that rounding does not part regions that are level there.
     */
    static final double LEVEL = 1e-12;

    private static final int MOST_PROBLEMS = 100;

    private Frontiers() {}

    /** The scores of the complete rows, which must be at least 0, or above 0. */
    static double[][] scores(String method, ScoreTable table, double[][] columns, int[] rows, boolean positive) {
        List<String> problems = new ArrayList<>();
        for (int row : rows) {
            for (int j = 0; j < columns.length; j++) {
                double score = columns[j][row];
                if (!(positive ? score > 0 : score >= 0) && problems.size() < MOST_PROBLEMS) {
                    problems.add(
                            method + ": needs scores " + (positive ? "above 0" : "of at least 0") + " but that of '"
                                    + table.children().get(j).metric() + "' in region '"
                                    + table.regions().get(row).code() + "' is " + score);
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new DataException("", problems);
        }
        return ScoreTables.rows(columns, rows);
    }

    /** The answer, unless rounding kept the programme from one. */
    static Answer solved(String method, LinearProgram programme, double[] c, Region region) {
        Answer answer = programme.maximise(c);
        if (answer.status() == Status.UNSOLVED) {
            throw new DataException(method + ": the linear programme of region '" + region.code()
                    + "' could not be solved within rounding");
        }
        return answer;
    }

    /** The greatest value, where there must be one. */
    static Answer optimal(String method, LinearProgram programme, double[] c, Region region) {
        Answer answer = solved(method, programme, c, region);
        if (answer.status() != Status.OPTIMAL) {
            throw new DataException(method + ": the linear programme of region '" + region.code() + "' is "
                    + (answer.status() == Status.INFEASIBLE ? "infeasible" : "unbounded"));
        }
        return answer;
    }

    /**
     * The programme of a step from a point to the hull of the regions (unit input, constant returns) in a direction, as its
     * dual: the greatest {@code w y - u} under {@code w y_k <= u} for every region k and {@code w d >= 1}. Less its value is the
     * step. For {@link #steps}.
     */
    static LinearProgram step(double[][] scores, double[] direction) {
        int m = direction.length;
        double[][] a = new double[scores.length + 1][m + 1];
        double[] b = new double[scores.length + 1];
        for (int k = 0; k < scores.length; k++) {
            System.arraycopy(scores[k], 0, a[k], 0, m);
            a[k][m] = -1;
        }
        for (int j = 0; j < m; j++) {
            a[scores.length][j] = -direction[j];
        }
        b[scores.length] = -1;
        return new LinearProgram(a, b);
    }

    /** How many steps of a programme of {@link #step} a point is from the frontier: at least 0, and 0 if it is level. */
    static double steps(String method, LinearProgram programme, double[] point, Region region) {
        double[] c = new double[point.length + 1];
        System.arraycopy(point, 0, c, 0, point.length);
        c[point.length] = -1;
        Answer answer = optimal(method, programme, c, region);
        double frontier = answer.x()[point.length]; // u, from which w y is taken
        return -answer.value() > LEVEL * frontier ? -answer.value() : 0;
    }
}
