package org.ldci.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ldci.internal.text.Console;
import org.ldci.internal.text.TextTable;
import org.ldci.model.Region;
import org.ldci.rank.Ranking;

/**
 * Why a region has its score: what every component and metric contributes.
 *
 * <p>The contributions of all metrics sum to {@code score - baselineScore}, and those of a component's children to its
 * own, within rounding. In an arithmetic mean a child contributes its weight times its distance from the baseline. In
 * another power mean with transform f, child i contributes {@code w_i (f(x_i) - f(b_i)) (M(x) - M(b)) / (f(M(x)) -
 * f(M(b)))}, the logarithmic-mean decomposition (Ang, Energy Policy 32, 2004, for the geometric case), which leaves no
 * remainder. In any other aggregator it is the child's Shapley value (Shapley 1953) between baseline and region. A
 * contribution is arithmetic, not causal.
 *
 * <p>Immutable and thread-safe.
 */
public final class Explanation {
    private final Region region;
    private final String index;
    private final double rank;
    private final int ranked;
    private final double score;
    private final Baseline baseline;
    private final double baselineScore;
    private final List<Contribution> contributions;
    private final List<String> reasons;

    Explanation(
            Region region,
            String index,
            double rank,
            int ranked,
            double score,
            Baseline baseline,
            double baselineScore,
            List<Contribution> contributions,
            List<String> reasons) {
        this.region = region;
        this.index = index;
        this.rank = rank;
        this.ranked = ranked;
        this.score = score;
        this.baseline = baseline;
        this.baselineScore = baselineScore;
        this.contributions = List.copyOf(contributions);
        this.reasons = List.copyOf(reasons);
    }

    /**
     * The region.
     *
     * @return the region
     */
    public Region region() {
        return region;
    }

    /**
     * The rank of the region.
     *
     * @return the rank from 1; NaN if it is unranked
     */
    public double rank() {
        return rank;
    }

    /**
     * The number of regions that have a rank.
     *
     * @return the "out of n" of the rank
     */
    public int ranked() {
        return ranked;
    }

    /**
     * The score of the region.
     *
     * @return the score of the index; NaN if it has none
     */
    public double score() {
        return score;
    }

    /**
     * What the contributions are measured from.
     *
     * @return the baseline
     */
    public Baseline baseline() {
        return baseline;
    }

    /**
     * The score of the baseline: 0, or that of a region at the mean of every metric this region has.
     *
     * @return the score that the contributions start from; NaN if the region has no score
     */
    public double baselineScore() {
        return baselineScore;
    }

    /**
     * What every component and metric contributes.
     *
     * @return one entry a measured node below the index, in the order of the tree; empty if the region has no score
     */
    public List<Contribution> contributions() {
        return contributions;
    }

    /**
     * What one component or metric contributes.
     *
     * @param code its code
     * @return its contribution in points of the index
     * @throws IllegalArgumentException if there is no such measured node
     */
    public double contribution(String code) {
        return contributions.stream()
                .filter(contribution -> contribution.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no contribution of '" + code + "'"))
                .contribution();
    }

    /**
     * The metrics that lift the score most.
     *
     * @param count how many
     * @return those with the greatest contribution, only positive ones
     */
    public List<Contribution> strengths(int count) {
        return metrics(Comparator.comparingDouble(Contribution::contribution).reversed()).stream()
                .filter(contribution -> contribution.contribution() > 0)
                .limit(count)
                .toList();
    }

    /**
     * The metrics that hold the score back most. Measured from {@link Baseline#ZERO} nothing holds a score back unless
     * scores can be negative.
     *
     * @param count how many
     * @return those with the least contribution, only negative ones
     */
    public List<Contribution> weaknesses(int count) {
        return metrics(Comparator.comparingDouble(Contribution::contribution)).stream()
                .filter(contribution -> contribution.contribution() < 0)
                .limit(count)
                .toList();
    }

    private List<Contribution> metrics(Comparator<Contribution> order) {
        return contributions.stream().filter(Contribution::metric).sorted(order).toList();
    }

    /**
     * Why the region has no score.
     *
     * @return the reasons in words; empty if it has one
     */
    public List<String> reasons() {
        return reasons;
    }

    /** A title and the components right below the index, made for JShell. */
    @Override
    public String toString() {
        if (!reasons.isEmpty()) {
            return title() + "\n" + String.join("\n", reasons);
        }
        return table(contributions.stream().filter(c -> c.depth() == 1).toList())
                .brief(title(), "print() for all");
    }

    /** Prints every component and metric to the standard output. */
    public void print() {
        Console.print(text());
    }

    /**
     * The whole explanation as plain text.
     *
     * @return lines parted and ended by a line feed
     */
    public String text() {
        if (!reasons.isEmpty()) {
            return title() + "\n" + String.join("\n", reasons) + "\n";
        }
        String from = baseline == Baseline.ZERO
                ? "contributions sum to the score of " + TextTable.number(score, 2)
                : "contributions sum to " + TextTable.number(score - baselineScore, 2) + ", from "
                        + TextTable.number(baselineScore, 2) + " (a region at the mean of every metric) to "
                        + TextTable.number(score, 2);
        StringBuilder text =
                new StringBuilder(title() + "\n" + table(contributions).all() + from + "\n");
        if (baseline == Baseline.MEAN) {
            text.append("lifted most by:  ").append(words(strengths(3))).append('\n');
            text.append("held back by:    ").append(words(weaknesses(3))).append('\n');
        }
        return text.toString();
    }

    private static String words(List<Contribution> contributions) {
        List<String> words = new ArrayList<>();
        for (Contribution contribution : contributions) {
            words.add(contribution.name() + " (" + signed(contribution.contribution()) + ")");
        }
        return words.isEmpty() ? "nothing" : String.join("; ", words);
    }

    private String title() {
        return region.name() + ": " + index + " "
                + (Double.isNaN(score)
                        ? "not scored"
                        : TextTable.number(score, 2) + ", rank " + Ranking.rankText(rank) + " of " + ranked);
    }

    private TextTable table(List<Contribution> rows) {
        TextTable table =
                new TextTable(1, List.of("component or metric", "score", baselineHead(), "weight", "contribution"));
        for (Contribution row : rows) {
            table.row(List.of(
                    "  ".repeat(row.depth() - 1) + TextTable.shorten(row.name(), 44),
                    TextTable.number(row.score(), 2),
                    TextTable.number(row.baseline(), 2),
                    TextTable.number(row.weight(), 3),
                    Double.isNaN(row.score()) ? "-" : signed(row.contribution())));
        }
        return table;
    }

    private String baselineHead() {
        return baseline == Baseline.ZERO ? "from" : "mean";
    }

    private static String signed(double value) {
        String text = TextTable.number(value, 2);
        return value > 0 && !text.equals("0.00") ? "+" + text : text;
    }
}
