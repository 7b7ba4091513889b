package org.ldci.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ldci.model.Region;
import org.ldci.robustness.InfluenceTable;
import org.ldci.robustness.Overtaking;
import org.ldci.robustness.PartialOrder;
import org.ldci.robustness.RankRange;
import org.ldci.robustness.RankRanges;
import org.ldci.robustness.RankReversals;
import org.ldci.robustness.RankShift;
import org.ldci.robustness.ScenarioTable;
import org.ldci.robustness.UnscoredRegion;
import org.ldci.robustness.WeightIntervals;

/** The lines of exact statements and of tables, as {@link StabilityResults} describes them. */
final class StabilityRows {
    private StabilityRows() {}

    record Ranged(Region region, @Nullable RankRange range) {}

    /** Both are in the order of the data, so a code that stands at two levels finds its own range. */
    static List<Ranged> paired(RankRanges ranges, List<Region> regions) {
        List<Ranged> paired = new ArrayList<>();
        int next = 0;
        for (Region region : regions) {
            boolean isNext = next < ranges.ranges().size()
                    && ranges.ranges().get(next).region().equals(region.code());
            paired.add(new Ranged(region, isNext ? ranges.ranges().get(next) : null));
            next += isNext ? 1 : 0;
        }
        if (next < ranges.ranges().size()) {
            throw new IllegalArgumentException(
                    "region '" + ranges.ranges().get(next).region()
                            + "' has a rank range but is not among the regions to write, or not in the order of the data");
        }
        paired.sort(Comparator.comparingInt(
                each -> each.range() == null ? Integer.MAX_VALUE : each.range().nominal()));
        return paired;
    }

    static ResultRows of(List<Ranged> paired) {
        ResultRows rows = new ResultRows(
                "region", "name", "nominalRank", "bestRank", "worstRank", "bestBound", "worstBound", "proven");
        for (Ranged each : paired) {
            RankRange range = each.range();
            if (range == null) {
                rows.row(each.region().code(), each.region().name(), null, null, null, null, null, null);
            } else {
                rows.row(
                        each.region().code(),
                        each.region().name(),
                        range.nominal(),
                        range.best().rank(),
                        range.worst().rank(),
                        range.best().bound(),
                        range.worst().bound(),
                        range.isExact());
            }
        }
        return rows;
    }

    static ResultRows of(PartialOrder order) {
        ResultRows rows = new ResultRows("above", "below", "relation");
        order.edges()
                .forEach(edge -> rows.row(
                        edge.above(), edge.below(), DefinitionFormat.word(order.relation(edge.above(), edge.below()))));
        return rows;
    }

    static ResultRows of(WeightIntervals intervals) {
        List<String> columns = new ArrayList<>(List.of("child", "nominal"));
        for (String end : List.of("rankingFrom", "rankingTo", "leaderFrom", "leaderTo")) {
            columns.addAll(List.of(end, end + "Ahead", end + "Behind"));
        }
        ResultRows rows = new ResultRows(columns.toArray(String[]::new));
        for (WeightIntervals.Interval interval : intervals.intervals()) {
            List<@Nullable Object> cells = new ArrayList<>(List.of(interval.code(), interval.nominal()));
            Stream.of(interval.rankingFrom(), interval.rankingTo(), interval.leaderFrom(), interval.leaderTo())
                    .forEach(end -> {
                        cells.add(end.weight());
                        cells.add(end.swap().map(WeightIntervals.Swap::ahead).orElse(null));
                        cells.add(end.swap().map(WeightIntervals.Swap::behind).orElse(null));
                    });
            rows.row(cells.toArray());
        }
        return rows;
    }

    static ResultRows of(Overtaking overtaking) {
        ResultRows rows = new ResultRows(
                "challenger", "leader", "totalChange", "bandChange", "child", "nominal", "leastTotal", "leastBand");
        overtaking
                .nominal()
                .forEach((child, weight) -> rows.row(
                        overtaking.challenger(),
                        overtaking.leader(),
                        overtaking.total().map(Overtaking.Change::size).orElse(null),
                        overtaking.band().map(Overtaking.Change::size).orElse(null),
                        child,
                        weight,
                        weight(overtaking.total(), child),
                        weight(overtaking.band(), child)));
        return rows;
    }

    private static @Nullable Double weight(Optional<Overtaking.Change> change, String child) {
        return change.map(found -> found.weights().get(child)).orElse(null);
    }

    static ResultRows of(RankReversals reversals) {
        ResultRows rows = new ResultRows("dropped", "leader", "ahead", "behind", "failure");
        reversals.leaders().forEach((dropped, leader) -> {
            List<RankReversals.Reversal> pairs = reversals.without(dropped);
            pairs.forEach(pair -> rows.row(dropped, leader, pair.ahead(), pair.behind(), null));
            if (pairs.isEmpty()) {
                rows.row(dropped, leader, null, null, null);
            }
        });
        reversals.failures().forEach((dropped, reason) -> rows.row(dropped, null, null, null, reason));
        return rows;
    }

    /** What a region is identified by; the data of a scenario may say other things about it. */
    private record Place(String level, String code) {
        Place(Region region) {
            this(region.level(), region.code());
        }
    }

    static ResultRows of(ScenarioTable table) {
        ResultRows rows = new ResultRows("scenario", "region", "name", "score", "rank", "rankDifference", "reason");
        List<Region> regions = table.regions();
        for (String scenario : table.scenarios()) {
            double[] scores = table.scores(scenario);
            double[] ranks = table.ranks(scenario);
            double[] differences = table.rankDifferences(scenario);
            Map<Place, String> reasons = new HashMap<>();
            for (UnscoredRegion unscored : table.unscored(scenario)) {
                reasons.put(new Place(unscored.region()), unscored.reason());
            }
            @Nullable String failure = table.failure(scenario).orElse(null);
            for (int i = 0; i < regions.size(); i++) {
                rows.row(
                        scenario,
                        regions.get(i).code(),
                        regions.get(i).name(),
                        scores[i],
                        ResultRows.rank(ranks[i]),
                        ResultRows.rank(differences[i]),
                        failure == null ? reasons.get(new Place(regions.get(i))) : failure);
            }
        }
        return rows;
    }

    /** A line a scenario. */
    static ResultRows shifts(ScenarioTable table) {
        ResultRows shifts = new ResultRows(
                "scenario", "compared", "meanAbsoluteRankShift", "maximumRankShift", "spearman", "kendall", "failure");
        for (String scenario : table.scenarios().subList(1, table.scenarios().size())) {
            RankShift shift = table.shift(scenario);
            shifts.row(
                    scenario,
                    shift.regions(),
                    shift.meanAbsolute(),
                    ResultRows.rank(shift.maximum()),
                    shift.spearman(),
                    shift.kendall(),
                    table.failure(scenario).orElse(null));
        }
        return shifts;
    }

    static ResultRows of(InfluenceTable table) {
        ResultRows rows = new ResultRows(
                "leftOut",
                "rank",
                "compared",
                "meanAbsoluteRankShift",
                "maximumRankShift",
                "spearman",
                "kendall",
                "goesWith",
                "failure");
        for (InfluenceTable.Influence influence : table.influence()) {
            RankShift shift = influence.shift();
            rows.row(
                    influence.element(),
                    ResultRows.rank(influence.rank()),
                    shift.regions(),
                    shift.meanAbsolute(),
                    ResultRows.rank(shift.maximum()),
                    shift.spearman(),
                    shift.kendall(),
                    table.goesWith(influence.element()).orElse(null),
                    table.failure(influence.element()).orElse(null));
        }
        return rows;
    }
}
