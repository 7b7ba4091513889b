package org.ldci.robustness;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ldci.internal.text.Console;
import org.ldci.internal.text.TextTable;

/**
 * The smallest changes of weights that put one region ahead of another.
 *
 * <p>Measured twice, from the nominal weights. <em>Total</em>: the sum of the absolute changes of all shares, from 0 to 2;
 * half of it is the weight that moves from some children to others. <em>Band</em>: the smallest r such that raw weights within
 * {@code nominal * (1 +- r)}, rescaled to sum 1, do it: the least band of {@link WeightSpace#band} in which the order is not
 * safe, where the weights of one component or of the index are weighed (over all metrics of a tree, it is one band of all their
 * weights, and not one for each level); without other constraints {@code r = -sum n d / sum n |d|}, where n are nominal weights and d the differences of the
 * transformed scores. The weights given put the challenger ahead, by 2e-9 of the greatest difference within a child, or by up to
 * 2e-6 where rounding leaves less open; so the changes are the least ones to that accuracy. If the nominal weights are not admissible, the change leads into the admissible
 * ones.
 *
 * <p>Source: D. Ríos Insua, S. French, "A framework for sensitivity analysis in discrete multi-objective decision-making",
 * European Journal of Operational Research 54 (1991); E. Triantaphyllou, A. Sánchez, "A
 * sensitivity analysis approach for some deterministic multi-criteria decision-making methods", Decision Sciences 28 (1997),
 * doi:10.1111/j.1540-5915.1997.tb01306.x.
 *
 * @param challenger the code of the region that is to be ahead
 * @param leader the code of the other
 * @param nominal the nominal weights by child
 * @param total the least total change; empty if no admissible weights put the challenger ahead
 * @param band the least band; empty if none below 100 percent does
 */
public record Overtaking(
        String challenger, String leader, Map<String, Double> nominal, Optional<Change> total, Optional<Change> band) {
    /**
     * A change of weights.
     *
     * @param size how great it is: the sum of absolute changes, or the width of the band
     * @param weights the new weights by child, which sum to 1
     */
    public record Change(double size, Map<String, Double> weights) {
        /** Copies the weights. */
        public Change {
            weights = WeightTexts.copy(weights);
        }
    }

    /** Copies the weights. */
    public Overtaking {
        nominal = WeightTexts.copy(nominal);
    }

    /**
     * Whether any admissible weights put the challenger ahead.
     *
     * @return true if there is a change that does
     */
    public boolean isPossible() {
        return total.isPresent();
    }

    /** A title and the weights of the first ten children, made for JShell. */
    @Override
    public String toString() {
        return table().brief(title(), "print() for all");
    }

    /** Prints every weight to the standard output. */
    public void print() {
        Console.print(text());
    }

    /**
     * How great the changes are, and the weights of every child, as plain text.
     *
     * @return lines parted and ended by a line feed
     */
    public String text() {
        return title() + "\n" + table().all();
    }

    /**
     * Whether the challenger is ahead with the nominal weights, so that nothing has to change.
     *
     * @return true if so
     */
    public boolean isAhead() {
        return total.map(Change::size).filter(size -> size == 0).isPresent();
    }

    private String title() {
        return "Overtaking: "
                + (isAhead()
                        ? challenger + " is ahead of " + leader + " already"
                        : isPossible()
                                ? challenger + " passes " + leader + " with a total change of "
                                        + TextTable.number(
                                                total.map(Change::size).orElse(Double.NaN), 4) + " or a band of "
                                        + band.map(change -> "+-" + TextTable.number(100 * change.size(), 2) + " %")
                                                .orElse("(none below 100 %)")
                                : "no admissible weights put " + challenger + " ahead of " + leader);
    }

    private TextTable table() {
        TextTable table = new TextTable(1, List.of("child", "nominal", "least total", "least band"));
        nominal.forEach((code, weight) ->
                table.row(List.of(code, TextTable.number(weight, 4), weight(total, code), weight(band, code))));
        return table;
    }

    private static String weight(Optional<Change> change, String code) {
        return TextTable.number(
                change.map(found -> found.weights().getOrDefault(code, Double.NaN))
                        .orElse(Double.NaN),
                4);
    }
}
