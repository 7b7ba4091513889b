package org.ldci.aggregate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ldci.data.DataException;
import org.ldci.internal.linear.LinearProgram;

/**
 * Benefit of the doubt along the direction in which each region could improve most.
 *
 * <p>{@code d_ij} is the greatest rise of child j alone that keeps region i within the hull of {@link
 * DirectionalBenefitOfTheDoubt}; {@code beta_i} is the step to the frontier along {@code d_i}; the index is {@code 1 - sum_j
 * d_ij beta_i / sum_j (y_ij + d_ij beta_i)}, from 0 to 1, and 1 where nothing can rise. Rises below 1e-9 of the greatest
 * score of the child count as none.
 *
 * <p>Scores must be at least 0. A region with a missing score has NaN and is no peer of others; so has one whose scores, and
 * those of all others, are 0. Weights of the component count for nothing. Source: Fusco (2023); the multi-directional
 * approach: Asmild, Hougaard, Kronborg and Kvist, Journal of Productivity Analysis 19 (2003).
 */
public record MultiDirectionalBenefitOfTheDoubt() implements TableAggregator, StandardAggregator {
    private static final String NAME = "multi-directional benefit of the doubt";
    private static final double NONE = 1e-9;

    /**
     * The directions behind the scores; one entry a region of the table, empty lists for a region with a missing score.
     *
     * @param directions the greatest rise of each child alone
     * @param steps beta; NaN for a region with a missing score
     * @param specific the index of each child, {@code y_ij / (y_ij + beta_i d_ij)}; 1 where nothing can rise
     * @param scores the index; NaN for a region with a missing score
     */
    public record Result(
            List<List<Double>> directions, List<Double> steps, List<List<Double>> specific, List<Double> scores) {
        /** Copies the lists. */
        public Result {
            directions = directions.stream().map(List::copyOf).toList();
            steps = List.copyOf(steps);
            specific = specific.stream().map(List::copyOf).toList();
            scores = List.copyOf(scores);
        }
    }

    /**
     * Finds the directions and steps.
     *
     * @param table the scores of the children
     * @return directions, steps and scores
     * @throws DataException if a score is negative
     */
    public static Result analyse(ScoreTable table) {
        double[][] columns = ScoreTables.columns(table);
        int m = columns.length;
        int n = table.regions().size();
        int[] rows = ScoreTables.completeRows(columns, n);
        double[][] y = Frontiers.scores(NAME, table, columns, rows, false);
        double[][] directions = directions(table, rows, y, m);
        double[] steps = new double[rows.length];
        double[] scores = new double[rows.length];
        List<List<Double>> named = new ArrayList<>(Collections.nCopies(n, List.of()));
        List<List<Double>> specific = new ArrayList<>(Collections.nCopies(n, List.of()));
        for (int i = 0; i < rows.length; i++) {
            double[] direction = directions[i];
            double length = 0;
            for (double rise : direction) {
                length = Math.max(length, rise);
            }
            if (length > 0) {
                LinearProgram programme = Frontiers.step(y, direction);
                steps[i] =
                        Frontiers.steps(NAME, programme, y[i], table.regions().get(rows[i]));
            }
            double gained = 0;
            double reached = 0;
            double[] parts = new double[m];
            for (int j = 0; j < m; j++) {
                double rise = steps[i] * direction[j];
                gained += rise;
                reached += y[i][j] + rise;
                parts[j] = rise == 0 ? 1 : y[i][j] / (y[i][j] + rise);
            }
            scores[i] = 1 - gained / reached;
            named.set(rows[i], ScoreTables.list(direction));
            specific.set(rows[i], ScoreTables.list(parts));
        }
        return new Result(
                named,
                ScoreTables.list(ScoreTables.spread(steps, rows, n)),
                specific,
                ScoreTables.list(ScoreTables.spread(scores, rows, n)));
    }

    /** One programme a child, so that each region starts from the basis of the one before. */
    private static double[][] directions(ScoreTable table, int[] rows, double[][] y, int m) {
        double[][] directions = new double[rows.length][m];
        for (int j = 0; j < m; j++) {
            double greatest = 0;
            for (double[] row : y) {
                greatest = Math.max(greatest, row[j]);
            }
            double[] alone = new double[m];
            alone[j] = 1;
            LinearProgram programme = Frontiers.step(y, alone);
            for (int i = 0; i < rows.length; i++) {
                double rise =
                        Frontiers.steps(NAME, programme, y[i], table.regions().get(rows[i]));
                directions[i][j] = rise > NONE * greatest ? rise : 0;
            }
        }
        return directions;
    }

    @Override
    public double[] aggregate(ScoreTable table) {
        return ScoreTables.array(analyse(table).scores());
    }
}
