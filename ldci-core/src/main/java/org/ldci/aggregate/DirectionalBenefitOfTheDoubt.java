package org.ldci.aggregate;

import java.util.Arrays;
import java.util.List;
import org.ldci.data.DataException;
import org.ldci.internal.linear.LinearProgram;

/**
 * Benefit of the doubt along a direction: how many steps of a given direction a region is from the frontier.
 *
 * <p>{@code beta_i = max beta} such that {@code y_i + beta d <= sum lambda_k y_k} for some {@code lambda >= 0} of sum at most
 * 1; the index is {@code 1 / (1 + beta)}, from above 0 to 1, and 1 for at least one region. The direction is absolute, in the
 * units of the scores, and the same for all regions: it says in which proportions the children should rise together. Steps
 * that gain less than 1e-12 of the frontier count as none, so that rounding does not part the regions that are level there.
 *
 * <p>Scores must be at least 0. A region with a missing score has NaN and is no peer of others. Weights of the component
 * count for nothing. Source: Fusco, European Journal of Operational Research 242 (2015).
 *
 * @param direction one number a child, at least 0, not all 0
 */
public record DirectionalBenefitOfTheDoubt(List<Double> direction) implements TableAggregator, StandardAggregator {
    private static final String NAME = "directional benefit of the doubt";

    /**
     * Copies and checks the direction.
     *
     * @throws IllegalArgumentException if a number is negative or not finite, or all are 0
     */
    public DirectionalBenefitOfTheDoubt {
        direction = List.copyOf(direction);
        if (!direction.stream().allMatch(d -> d >= 0 && Double.isFinite(d))
                || direction.stream().allMatch(d -> d == 0)) {
            throw new IllegalArgumentException(
                    NAME + ": the direction needs finite numbers of at least 0, not all 0, but is " + direction);
        }
    }

    /**
     * The steps to the frontier.
     *
     * @param table the scores of the children
     * @return beta, one a region of the table, at least 0; NaN for a region with a missing score
     * @throws DataException if a score is negative, or the direction has not one number a child
     */
    public List<Double> steps(ScoreTable table) {
        double[][] columns = ScoreTables.columns(table);
        if (columns.length != direction.size()) {
            throw new DataException(
                    NAME + ": the direction has " + direction.size() + " numbers for " + columns.length + " children");
        }
        int n = table.regions().size();
        int[] rows = ScoreTables.completeRows(columns, n);
        double[][] y = Frontiers.scores(NAME, table, columns, rows, false);
        LinearProgram programme = Frontiers.step(y, ScoreTables.array(direction));
        double[] steps = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            steps[i] = Frontiers.steps(NAME, programme, y[i], table.regions().get(rows[i]));
        }
        return ScoreTables.list(ScoreTables.spread(steps, rows, n));
    }

    @Override
    public double[] aggregate(ScoreTable table) {
        return Arrays.stream(ScoreTables.array(steps(table)))
                .map(step -> 1 / (1 + step))
                .toArray();
    }
}
