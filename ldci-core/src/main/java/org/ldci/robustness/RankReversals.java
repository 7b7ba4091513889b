package org.ldci.robustness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ldci.data.DataException;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.engine.CompositeIndex;
import org.ldci.engine.IndexResult;
import org.ldci.internal.text.Console;
import org.ldci.internal.text.TextTable;
import org.ldci.model.Region;

/**
 * Which regions change places when another region is left out of the data.
 *
 * <p>Each region is dropped in turn and everything is done anew without it: imputation, treatment, scales, data-driven weights,
 * scores. Where a scale is learnt from the data, as min-max is, the order of two regions can depend on a third. A pair is
 * reversed if one is ahead in all the data and behind without the dropped region; a pair that is tied, or not scored, on either
 * side is not. Scores that differ by at most 1e-12 of the range of all scores are tied. Weights given by hand and fixed scales,
 * such as goalposts, reverse nothing under a mean.
 *
 * <p>Takes as many scorings as there are regions and, for each, all pairs. Immutable, compared by value. Source: V. Belton, T.
 * Gear, "On a short-coming of Saaty's method of analytic hierarchies", Omega 11 (1983), doi:10.1016/0305-0483(83)90047-6.
 */
public final class RankReversals {
    private static final double TIE = 1e-12;

    /**
     * A pair that changes places.
     *
     * @param dropped the code of the region that was left out
     * @param ahead the code of the region that is ahead in all the data
     * @param behind the code of the region that is ahead of it without the dropped one
     */
    public record Reversal(String dropped, String ahead, String behind) {}

    private final List<String> dropped;
    private final List<Reversal> reversals;
    private final Map<String, String> leaders;
    private final Map<String, String> failures;

    private RankReversals(
            List<String> dropped, List<Reversal> reversals, Map<String, String> leaders, Map<String, String> failures) {
        this.dropped = List.copyOf(dropped);
        this.reversals = List.copyOf(reversals);
        this.leaders = WeightTexts.copy(leaders);
        this.failures = WeightTexts.copy(failures);
    }

    /**
     * Drops each region in turn.
     *
     * @param definition the definition
     * @param data the data; they must be enough for the definition with all regions
     * @return the pairs that change places
     * @throws DataException if the data with all regions do not support the definition
     */
    public static RankReversals of(IndexDefinition definition, Dataset data) {
        CompositeIndex index = CompositeIndex.of(definition);
        double[] all = index.score(data).scores();
        List<String> dropped = new ArrayList<>();
        List<Reversal> reversals = new ArrayList<>();
        Map<String, String> leaders = new LinkedHashMap<>();
        Map<String, String> failures = new LinkedHashMap<>();
        List<Region> regions = data.regions();
        for (int out = 0; out < regions.size(); out++) {
            Region left = regions.get(out);
            dropped.add(left.code());
            try {
                IndexResult without = index.score(data.onlyRegions(region -> !region.equals(left)));
                leaders.put(left.code(), without.ranking().regions().get(0).code());
                compare(regions, all, out, without.scores(), reversals);
            } catch (DataException e) {
                failures.put(left.code(), String.valueOf(e.getMessage()));
            }
        }
        return new RankReversals(dropped, reversals, leaders, failures);
    }

    private static void compare(
            List<Region> regions, double[] all, int out, double[] without, List<Reversal> reversals) {
        double tie = TIE * range(all);
        double tieWithout = TIE * range(without);
        for (int i = 0; i < all.length; i++) {
            for (int j = 0; j < all.length; j++) {
                if (i != out && j != out && all[i] - all[j] > tie) {
                    double lead = without[i - (i > out ? 1 : 0)] - without[j - (j > out ? 1 : 0)];
                    if (lead < -tieWithout) {
                        reversals.add(new Reversal(
                                regions.get(out).code(),
                                regions.get(i).code(),
                                regions.get(j).code()));
                    }
                }
            }
        }
    }

    private static double range(double[] scores) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            least = score < least ? score : least;
            most = score > most ? score : most;
        }
        return Math.max(0, most - least);
    }

    /**
     * Every pair that changes places, by the region that was dropped, in the order of the data.
     *
     * @return an unmodifiable list; empty if no order depends on a third region
     */
    public List<Reversal> reversals() {
        return reversals;
    }

    /**
     * The pairs that change places when one region is dropped.
     *
     * @param region the code of the dropped region
     * @return the pairs; empty if there are none, or the rest could not be scored
     */
    public List<Reversal> without(String region) {
        return reversals.stream()
                .filter(reversal -> reversal.dropped().equals(region))
                .toList();
    }

    /**
     * The first region when another is dropped.
     *
     * @return the code of the leader by the code of the dropped region, in the order of the data; without those that failed
     */
    public Map<String, String> leaders() {
        return leaders;
    }

    /**
     * What kept the rest from being scored.
     *
     * @return the message by the code of the dropped region; empty if all could be scored
     */
    public Map<String, String> failures() {
        return failures;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RankReversals that
                && dropped.equals(that.dropped)
                && reversals.equals(that.reversals)
                && leaders.equals(that.leaders)
                && failures.equals(that.failures);
    }

    @Override
    public int hashCode() {
        return 31 * dropped.hashCode() + reversals.hashCode();
    }

    /** A title and the first ten dropped regions, those that reverse most first, made for JShell. */
    @Override
    public String toString() {
        return table().brief(title(), "print() for all");
    }

    /** Prints every dropped region to the standard output. */
    public void print() {
        Console.print(text());
    }

    /**
     * Every dropped region as plain text, those that reverse most first.
     *
     * @return lines parted and ended by a line feed
     */
    public String text() {
        return title() + "\n" + table().all();
    }

    private String title() {
        return "Rank reversals: " + reversals.size() + " pairs change places over " + dropped.size()
                + " dropped regions" + (failures.isEmpty() ? "" : ", " + failures.size() + " could not be scored");
    }

    private TextTable table() {
        TextTable table = new TextTable(1, List.of("dropped", "reversed", "leader", "pairs"));
        dropped.stream()
                .sorted((a, b) -> Integer.compare(without(b).size(), without(a).size()))
                .forEach(code -> table.row(List.of(
                        code,
                        failures.containsKey(code)
                                ? "-"
                                : Integer.toString(without(code).size()),
                        leaders.getOrDefault(code, "-"),
                        TextTable.shorten(
                                failures.containsKey(code)
                                        ? "failed: " + failures.get(code)
                                        : String.join(
                                                " ",
                                                without(code).stream()
                                                        .map(pair -> pair.ahead() + "/" + pair.behind())
                                                        .toList()),
                                40))));
        return table;
    }
}
