package org.ldci.aggregate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ldci.data.DataException;
import org.ldci.internal.linear.LinearProgram;
import org.ldci.internal.linear.LinearProgram.Answer;
import org.ldci.internal.linear.LinearProgram.Status;

/**
 * Benefit of the doubt with children that are bad, such as emissions, taken as they are instead of turned round.
 *
 * <p>With good children g and bad children b, {@code beta_i = min -sum u_g y_ig + sum p_b y_ib} under {@code sum u_g y_ig + sum
 * p_b y_ib = 1} and {@code -sum u_g y_kg + sum p_b y_kb >= 0} for every region k, weights at least 0: the greatest rise of
 * the own good and fall of the own bad, as a share of each, that stays within the frontier. The index is {@code 1 / (1 +
 * beta)}, from above 0 to 1; a beta of at most 1e-12 is 0, so that rounding does not part the regions that are level there.
 *
 * <p>The scores of the bad children must come as amounts, higher being worse: this is the one aggregator that wants them so.
 * Shares of the children in the index of the mean region, {@code w_j mean_j / sum w_k mean_k}, can be bounded from below, and
 * ordered: the first child of the order has at least the share of every other child, and each child of the order at least
 * that of the last.
 *
 * <p>Scores must be at least 0. A region with a missing score has NaN and is no peer of others. Bounds and order may leave a
 * region no weights: that is reported, never scored (the R package Compind gives it 1). Weights of the component count for
 * nothing. Source: Zanella, Camanho and Dias, European Journal of Operational Research 245 (2015),
 * doi:10.1016/j.ejor.2015.03.036; Rogge, De Jaeger and Lavigne, Ecological Economics 139 (2017).
 *
 * @param undesirable the codes of the bad children, at least one
 * @param lower the least share of every child, from 0 to 1; 0 for none
 * @param order codes of children by importance, the most important first; empty for none
 */
public record UndesirableBenefitOfTheDoubt(List<String> undesirable, double lower, List<String> order)
        implements TableAggregator, StandardAggregator {
    private static final String NAME = "benefit of the doubt with undesirable children";

    /**
     * The distances behind the scores, one entry a region of the table.
     *
     * @param feasible whether there are weights for the region; false for a region with a missing score
     * @param steps beta; NaN where there is none
     * @param scores the index; NaN where there is none
     */
    public record Result(List<Boolean> feasible, List<Double> steps, List<Double> scores) {
        /** Copies the lists. */
        public Result {
            feasible = List.copyOf(feasible);
            steps = List.copyOf(steps);
            scores = List.copyOf(scores);
        }
    }

    /**
     * Copies and checks the parameters.
     *
     * @throws IllegalArgumentException if there is no undesirable child, the lower bound is not from 0 to 1, or a code is
     *     given twice
     */
    public UndesirableBenefitOfTheDoubt {
        undesirable = List.copyOf(undesirable);
        order = List.copyOf(order);
        if (undesirable.isEmpty()) {
            throw new IllegalArgumentException(NAME + ": name at least one undesirable child");
        }
        if (!(lower >= 0 && lower <= 1)) {
            throw new IllegalArgumentException(NAME + ": the lower bound must be from 0 to 1 but is " + lower);
        }
        if (undesirable.stream().distinct().count() < undesirable.size()
                || order.stream().distinct().count() < order.size()) {
            throw new IllegalArgumentException(NAME + ": a child is given twice in " + undesirable + " or " + order);
        }
        lower = lower + 0.0; // one zero, so that equal methods are equal records
    }

    /**
     * Solves the programme of every region.
     *
     * @param table the scores of the children
     * @return distances and scores
     * @throws DataException if a score is negative, or a code names no child
     */
    public Result analyse(ScoreTable table) {
        List<String> codes =
                table.children().stream().map(child -> child.metric()).toList();
        refuse(codes);
        double[][] columns = ScoreTables.columns(table);
        int m = columns.length;
        int n = table.regions().size();
        int[] rows = ScoreTables.completeRows(columns, n);
        double[][] y = Frontiers.scores(NAME, table, columns, rows, false);
        double[] sign = new double[m];
        for (int j = 0; j < m; j++) {
            sign[j] = undesirable.contains(codes.get(j)) ? -1 : 1;
        }
        List<double[]> bounds = bounds(codes, y, sign);
        Boolean[] feasible = new Boolean[n];
        Arrays.fill(feasible, false);
        double[] steps = new double[rows.length];
        double[] scores = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double[] worth = new double[m];
            List<double[]> a = new ArrayList<>(bounds);
            double[] less = new double[m];
            for (int j = 0; j < m; j++) {
                worth[j] = sign[j] * y[i][j];
                less[j] = -y[i][j];
            }
            a.add(y[i]);
            a.add(less);
            double[] b = new double[a.size()];
            b[a.size() - 2] = 1;
            b[a.size() - 1] = -1;
            Answer answer = Frontiers.solved(
                    NAME,
                    new LinearProgram(a.toArray(double[][]::new), b),
                    worth,
                    table.regions().get(rows[i]));
            boolean found = answer.status() == Status.OPTIMAL;
            feasible[rows[i]] = found;
            double step = -answer.value() > Frontiers.LEVEL ? -answer.value() : 0;
            steps[i] = found ? step : Double.NaN;
            scores[i] = 1 / (1 + steps[i]);
        }
        return new Result(
                List.of(feasible),
                ScoreTables.list(ScoreTables.spread(steps, rows, n)),
                ScoreTables.list(ScoreTables.spread(scores, rows, n)));
    }

    private void refuse(List<String> codes) {
        List<String> problems = new ArrayList<>();
        for (String code : undesirable) {
            if (!codes.contains(code)) {
                problems.add(NAME + ": no child has the code '" + code + "'; the children are " + codes);
            }
        }
        for (String code : order) {
            if (!codes.contains(code)) {
                problems.add(NAME + ": the order names '" + code + "', which no child has; the children are " + codes);
            }
        }
        if (!problems.isEmpty()) {
            throw new DataException("", problems);
        }
    }

    /** The bounds that are the same for all regions, each at most 0. */
    private List<double[]> bounds(List<String> codes, double[][] y, double[] sign) {
        int m = sign.length;
        List<double[]> bounds = new ArrayList<>();
        double[] means = new double[m];
        for (double[] row : y) {
            double[] bound = new double[m];
            for (int j = 0; j < m; j++) {
                bound[j] = sign[j] * row[j];
                means[j] += row[j] / y.length;
            }
            bounds.add(bound);
        }
        for (int j = 0; j < m && lower > 0; j++) {
            double[] bound = new double[m];
            for (int k = 0; k < m; k++) {
                bound[k] = lower * means[k];
            }
            bound[j] -= means[j];
            bounds.add(bound);
        }
        if (order.size() > 1) {
            int first = codes.indexOf(order.get(0));
            int last = codes.indexOf(order.get(order.size() - 1));
            for (int j = 0; j < m; j++) {
                if (j != first) {
                    bounds.add(atMost(j, first, means));
                }
            }
            for (String code : order.subList(1, order.size() - 1)) {
                bounds.add(atMost(last, codes.indexOf(code), means));
            }
        }
        return bounds;
    }

    /** The share of one child is at most that of another. */
    private static double[] atMost(int one, int other, double[] means) {
        double[] bound = new double[means.length];
        bound[one] = means[one];
        bound[other] = -means[other];
        return bound;
    }

    /**
     * The index.
     *
     * @param table the scores of the children
     * @return one a region, NaN for a region with a missing score
     * @throws DataException as {@link #analyse}, and if bounds and order leave a region no weights, naming the regions
     */
    @Override
    public double[] aggregate(ScoreTable table) {
        Result result = analyse(table);
        List<String> without = new ArrayList<>();
        for (int i = 0; i < result.feasible().size(); i++) {
            int region = i;
            if (!result.feasible().get(i)
                    && table.children().stream().noneMatch(child -> Double.isNaN(child.value(region)))) {
                without.add(table.regions().get(i).code());
            }
        }
        if (!without.isEmpty()) {
            throw new DataException(NAME + ": lower bound " + lower + " and order " + order + " leave "
                    + without.size() + " regions no weights: "
                    + String.join(", ", without.subList(0, Math.min(without.size(), 20)))
                    + (without.size() > 20 ? ", ..." : ""));
        }
        return ScoreTables.array(result.scores());
    }
}
