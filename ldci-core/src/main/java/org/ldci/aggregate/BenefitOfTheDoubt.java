package org.ldci.aggregate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.ldci.data.DataException;
import org.ldci.internal.linear.LinearProgram;
import org.ldci.internal.linear.LinearProgram.Answer;
import org.ldci.model.Region;

/**
 * Benefit of the doubt: every region is given the weights that make it look best, on the condition that with these no region
 * exceeds 1.
 *
 * <p>{@code BoD_i = max sum w_j y_ij} under {@code sum w_j y_kj <= 1} for every region k and {@code w >= 0}, a linear
 * programme a region. Scores must be at least 0. The index is above 0 for a region with a score above 0, at most 1, and 1 for
 * at least one region, unless bounds forbid it; what is within 1e-12 of 1 is 1, so that rounding does not part the regions
 * that are level there. Weights of the component count for nothing. The scale of a child cancels, but not its zero.
 *
 * <p>The weights can be bounded in three ways that must not be mixed, see {@link Restriction}. A lower bound of a pie share
 * above 0 and a score of 0 in that child leave a region nothing but weights of 0, and the index 0. Bounds are one for all
 * children or one for each, in their order; none leaves that side free.
 *
 * <p>A region with a missing score has NaN and is no peer of others. Weights are not unique where several give the same
 * index, as often for regions at 1: those reported are one choice. Source: Melyn and Moesen (1991), CES KU Leuven;
 * Cherchye, Moesen, Rogge and Van Puyenbroeck, Social Indicators Research 82 (2007), doi:10.1007/s11205-006-9029-7; bounds:
 * Wong and Beasley, Journal of the Operational Research Society 41 (1990), and OECD/JRC Handbook (2008), Table 19. The R
 * package Compind mistakes bounds that differ between children.
 *
 * @param restriction what the bounds bound
 * @param lower the least shares, from 0 to 1: none, one for all children, or one for each
 * @param upper the greatest shares, from 0 to 1: none, one for all children, or one for each
 */
public record BenefitOfTheDoubt(Restriction restriction, List<Double> lower, List<Double> upper)
        implements TableAggregator, StandardAggregator {
    private static final String NAME = "benefit of the doubt";
    private static final double PEER = 1e-9;

    /** What bounds on weights are about. */
    public enum Restriction {
        /** Nothing: weights are free. */
        NONE,
        /**
         * The share of a child in the index of the region itself, {@code w_j y_ij / sum w_k y_ik}: 0.1 means that the child
         * brings at least a tenth of the index. The choice of Wong and Beasley.
         */
        PIE_SHARES,
        /** The share of a weight in all weights, {@code w_j / sum w_k}: the choice of the handbook; scales must be common. */
        WEIGHTS,
        /** The share of a child in the index of the mean of all regions, {@code w_j mean_j / sum w_k mean_k}. */
        MEAN_SHARES
    }

    /**
     * The optimum of every region; one entry a region of the table, empty lists for a region with a missing score.
     *
     * @param scores the index; NaN for a region with a missing score
     * @param weights optimal weights, one a child
     * @param shares the pie shares of the children, {@code w_j y_ij} by the index, summing to 1; empty for an index of 0
     * @param peers the regions that, at these weights, keep the region from a higher index
     */
    public record Result(
            List<Double> scores, List<List<Double>> weights, List<List<Double>> shares, List<List<Region>> peers) {
        /** Copies the lists. */
        public Result {
            scores = List.copyOf(scores);
            weights = weights.stream().map(List::copyOf).toList();
            shares = shares.stream().map(List::copyOf).toList();
            peers = peers.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Copies and checks the bounds.
     *
     * @throws IllegalArgumentException if a bound is not from 0 to 1, there are bounds without a restriction, or a
     *     restriction without bounds
     */
    public BenefitOfTheDoubt {
        lower = List.copyOf(lower);
        upper = List.copyOf(upper);
        List<Double> all = new ArrayList<>(lower);
        all.addAll(upper);
        if (!all.stream().allMatch(bound -> bound >= 0 && bound <= 1)) {
            throw new IllegalArgumentException(
                    NAME + ": bounds must be from 0 to 1 but are " + lower + " and " + upper);
        }
        if ((restriction == Restriction.NONE) != all.isEmpty()) {
            throw new IllegalArgumentException(
                    NAME + ": bounds need a restriction and a restriction bounds, but they are " + restriction + ", "
                            + lower + " and " + upper);
        }
    }

    /**
     * Solves the programme of every region.
     *
     * @param table the scores of the children
     * @return index, weights, shares and peers
     * @throws DataException if a score is negative, or the bounds are not one a child or contradict one another
     */
    public Result analyse(ScoreTable table) {
        double[][] columns = ScoreTables.columns(table);
        int m = columns.length;
        int n = table.regions().size();
        int[] rows = ScoreTables.completeRows(columns, n);
        double[][] y = Frontiers.scores(NAME, table, columns, rows, false);
        double[] least = ScoreTables.perChild(NAME + ", lower bounds", lower, m, 0);
        double[] greatest = ScoreTables.perChild(NAME + ", upper bounds", upper, m, 1);
        refuse(least, greatest);
        double[] unit = restriction == Restriction.MEAN_SHARES ? means(y, m) : ones(m);
        LinearProgram common = restriction == Restriction.PIE_SHARES ? null : programme(y, unit, least, greatest);
        double[] scores = new double[rows.length];
        List<List<Double>> weights = new ArrayList<>(Collections.nCopies(n, List.of()));
        List<List<Double>> shares = new ArrayList<>(Collections.nCopies(n, List.of()));
        List<List<Region>> peers = new ArrayList<>(Collections.nCopies(n, List.of()));
        for (int i = 0; i < rows.length; i++) {
            LinearProgram programme = common == null ? programme(y, y[i], least, greatest) : common;
            Answer answer =
                    Frontiers.optimal(NAME, programme, y[i], table.regions().get(rows[i]));
            double value = answer.value() > 1 - Frontiers.LEVEL ? 1 : answer.value();
            scores[i] = value;
            weights.set(rows[i], ScoreTables.list(answer.x()));
            if (value > 0) {
                double[] share = new double[m];
                for (int j = 0; j < m; j++) {
                    share[j] = answer.x()[j] * y[i][j] / answer.value();
                }
                shares.set(rows[i], ScoreTables.list(share));
            }
            List<Region> those = new ArrayList<>();
            for (int k = 0; k < rows.length; k++) {
                if (answer.duals()[k] > PEER) {
                    those.add(table.regions().get(rows[k]));
                }
            }
            peers.set(rows[i], those);
        }
        return new Result(ScoreTables.list(ScoreTables.spread(scores, rows, n)), weights, shares, peers);
    }

    private static void refuse(double[] least, double[] greatest) {
        double low = 0;
        double high = 0;
        for (int j = 0; j < least.length; j++) {
            low += least[j];
            high += greatest[j];
            if (least[j] > greatest[j]) {
                throw new DataException(NAME + ": the lower bound of child " + (j + 1) + " is " + least[j]
                        + " but the upper one " + greatest[j]);
            }
        }
        if (low > 1 + 1e-12 || high < 1 - 1e-12) {
            throw new DataException(NAME + ": shares sum to 1, but the lower bounds of the " + least.length
                    + " children sum to " + low + " and the upper ones to " + high);
        }
    }

    private static double[] ones(int m) {
        double[] ones = new double[m];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] means(double[][] y, int m) {
        double[] means = new double[m];
        for (double[] row : y) {
            for (int j = 0; j < m; j++) {
                means[j] += row[j] / y.length;
            }
        }
        return means;
    }

    /** The bounds of the programme: no region above 1, and each share of {@code sum w_k unit_k} within its bounds. */
    private LinearProgram programme(double[][] y, double[] unit, double[] least, double[] greatest) {
        int m = unit.length;
        List<double[]> a = new ArrayList<>(List.of(y));
        for (int j = 0; j < m && restriction != Restriction.NONE; j++) {
            if (least[j] > 0) {
                double[] row = new double[m];
                for (int k = 0; k < m; k++) {
                    row[k] = least[j] * unit[k];
                }
                row[j] -= unit[j];
                a.add(row);
            }
            if (greatest[j] < 1) {
                double[] row = new double[m];
                for (int k = 0; k < m; k++) {
                    row[k] = -greatest[j] * unit[k];
                }
                row[j] += unit[j];
                a.add(row);
            }
        }
        double[] b = new double[a.size()];
        Arrays.fill(b, 0, y.length, 1);
        return new LinearProgram(a.toArray(double[][]::new), b);
    }

    @Override
    public double[] aggregate(ScoreTable table) {
        return ScoreTables.array(analyse(table).scores());
    }
}
