package org.ldci.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ldci.io.json.TreeWriter;
import org.ldci.model.Region;
import org.ldci.robustness.InfluenceTable;
import org.ldci.robustness.Overtaking;
import org.ldci.robustness.PartialOrder;
import org.ldci.robustness.RankRange;
import org.ldci.robustness.RankRanges;
import org.ldci.robustness.RankReversals;
import org.ldci.robustness.ScenarioTable;
import org.ldci.robustness.WeightIntervals;

/**
 * Writes exact statements about weights, and tables of what happens under named alternatives, as CSV and JSON.
 *
 * <p>Both have the same lines. In CSV they follow a header; numbers have full precision, what is not known is empty, and texts
 * are safe for spreadsheets. In JSON they are the {@code rows} of a document of the format {@code ldci-stability}, whose
 * {@code kind} says what it holds; what is not known is null. All methods are thread-safe.
 */
public final class StabilityResults {
    private StabilityResults() {}

    private static String json(String kind, Map<String, ? extends @Nullable Object> facts, List<?> rows) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("format", "ldci-stability");
        document.put("version", 1);
        document.put("kind", kind);
        document.putAll(facts);
        document.put("rows", rows);
        return TreeWriter.json(document);
    }

    // ---- rank ranges

    /**
     * One line a region, best nominal rank first: {@code region, name, nominalRank, bestRank, worstRank, bestBound, worstBound,
     * proven}. The ranks are reached with admissible weights, and none give better or worse than the bounds; {@code proven} says
     * that both are the same. Regions without a range come last, with nothing but code and name.
     *
     * @param ranges the ranges
     * @param regions the regions to write, in the order of the data: all of the data, or all that were compared
     * @return a header and a line a region
     * @throws IllegalArgumentException if a region that has a range is not among them, or their order differs
     */
    public static String toCsv(RankRanges ranges, List<Region> regions) {
        return StabilityRows.of(StabilityRows.paired(ranges, regions)).csv();
    }

    /**
     * The lines of {@link #toCsv(RankRanges, List)} as a document of the kind {@code rankRanges}. Each has {@code bestWeights} and
     * {@code worstWeights} too: the shares by child with which the ranks are reached.
     *
     * @param ranges the ranges
     * @param regions the regions to write, in the order of the data: all of the data, or all that were compared
     * @return the document
     * @throws IllegalArgumentException if a region that has a range is not among them, or their order differs
     */
    public static String toJson(RankRanges ranges, List<Region> regions) {
        List<StabilityRows.Ranged> paired = StabilityRows.paired(ranges, regions);
        List<Map<String, @Nullable Object>> objects = StabilityRows.of(paired).objects();
        for (int i = 0; i < objects.size(); i++) {
            RankRange range = paired.get(i).range();
            objects.get(i)
                    .put("bestWeights", range == null ? null : range.best().weights());
            objects.get(i)
                    .put("worstWeights", range == null ? null : range.worst().weights());
        }
        return json("rankRanges", Map.of(), objects);
    }

    // ---- partial order

    /**
     * One line for each region right above another: {@code above, below, relation}. The relation is {@code alwaysAhead} or
     * {@code neverBehind}. A region whose order to every other depends on the weights has no line.
     *
     * @param order the order
     * @return a header and the lines
     */
    public static String toCsv(PartialOrder order) {
        return StabilityRows.of(order).csv();
    }

    /**
     * The lines of {@link #toCsv(PartialOrder)} as a document of the kind {@code partialOrder}, with {@code regions},
     * {@code maximal} (those that no other is above) and {@code settledShare} (of all pairs).
     *
     * @param order the order
     * @return the document
     */
    public static String toJson(PartialOrder order) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("regions", order.regions());
        facts.put("maximal", order.maximal());
        facts.put("settledShare", known(order.settledShare()));
        return json("partialOrder", facts, StabilityRows.of(order).objects());
    }

    // ---- weight intervals

    /**
     * One line a child: {@code child, nominal}, then {@code rankingFrom, rankingTo, leaderFrom, leaderTo}, each followed by the
     * regions that change places there, as in {@code rankingFromAhead, rankingFromBehind}.
     *
     * @param intervals the intervals
     * @return a header and a line a child
     */
    public static String toCsv(WeightIntervals intervals) {
        return StabilityRows.of(intervals).csv();
    }

    /**
     * The lines of {@link #toCsv(WeightIntervals)} as a document of the kind {@code weightIntervals}.
     *
     * @param intervals the intervals
     * @return the document
     */
    public static String toJson(WeightIntervals intervals) {
        return json("weightIntervals", Map.of(), StabilityRows.of(intervals).objects());
    }

    // ---- overtaking

    /**
     * One line a child: {@code challenger, leader, totalChange, bandChange, child, nominal, leastTotal, leastBand}. The changes
     * are those of the whole and the same in each line; the last three are weights. Where no admissible weights put the challenger
     * ahead, the changes and the new weights are empty.
     *
     * @param overtaking the changes
     * @return a header and a line a child
     */
    public static String toCsv(Overtaking overtaking) {
        return StabilityRows.of(overtaking).csv();
    }

    /**
     * The lines of {@link #toCsv(Overtaking)} as a document of the kind {@code overtaking}, with {@code possible}.
     *
     * @param overtaking the changes
     * @return the document
     */
    public static String toJson(Overtaking overtaking) {
        return json(
                "overtaking",
                Map.of("possible", overtaking.isPossible()),
                StabilityRows.of(overtaking).objects());
    }

    // ---- rank reversals

    /**
     * One line for each pair that changes places: {@code dropped, leader, ahead, behind, failure}. The leader is the first region
     * without the dropped one. A dropped region that makes no pair change places has one line without a pair; one without which
     * the rest could not be scored has the reason under {@code failure}.
     *
     * @param reversals the reversals
     * @return a header and the lines
     */
    public static String toCsv(RankReversals reversals) {
        return StabilityRows.of(reversals).csv();
    }

    /**
     * The lines of {@link #toCsv(RankReversals)} as a document of the kind {@code rankReversals}.
     *
     * @param reversals the reversals
     * @return the document
     */
    public static String toJson(RankReversals reversals) {
        return json("rankReversals", Map.of(), StabilityRows.of(reversals).objects());
    }

    // ---- scenarios

    /**
     * One line a scenario and region, the nominal index first: {@code scenario, region, name, score, rank, rankDifference, reason}.
     * The difference is the nominal rank minus the rank, positive if the region improves; the reason says why there is no score.
     *
     * @param table the table
     * @return a header and the lines
     */
    public static String toCsv(ScenarioTable table) {
        return StabilityRows.of(table).csv();
    }

    /**
     * The lines of {@link #toCsv(ScenarioTable)} as a document of the kind {@code scenarios}, with the {@code node} that is compared,
     * the {@code basis} of the differences, and {@code shifts}: for each scenario {@code scenario, compared,
     * meanAbsoluteRankShift, maximumRankShift, spearman, kendall, failure}.
     *
     * @param table the table
     * @return the document
     */
    public static String toJson(ScenarioTable table) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("node", table.node());
        facts.put("basis", DefinitionFormat.word(table.basis()));
        facts.put("shifts", StabilityRows.shifts(table).objects());
        return json("scenarios", facts, StabilityRows.of(table).objects());
    }

    // ---- influence

    /**
     * One line for what is left out, the greatest shift first: {@code leftOut, rank, compared, meanAbsoluteRankShift,
     * maximumRankShift, spearman, kendall, goesWith, failure}. {@code goesWith} is a component that goes with it;
     * {@code failure} says why it could not be left out. The regions are in {@link InfluenceTable#scenarios()}.
     *
     * @param table the table
     * @return a header and the lines
     */
    public static String toCsv(InfluenceTable table) {
        return StabilityRows.of(table).csv();
    }

    /**
     * The lines of {@link #toCsv(InfluenceTable)} as a document of the kind {@code influence}, with the {@code node} that is compared.
     *
     * @param table the table
     * @return the document
     */
    public static String toJson(InfluenceTable table) {
        return json(
                "influence",
                Map.of("node", table.scenarios().node()),
                StabilityRows.of(table).objects());
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
