package org.ldci.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ldci.aggregate.Aggregators;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.engine.CompositeIndex;
import org.ldci.engine.IndexResult;
import org.ldci.model.Region;
import org.ldci.normalise.Normalisers;
import org.ldci.robustness.FailurePolicy;
import org.ldci.robustness.InfluenceTable;
import org.ldci.robustness.LeaveOneOut;
import org.ldci.robustness.Overtaking;
import org.ldci.robustness.RankRange;
import org.ldci.robustness.RankReversals;
import org.ldci.robustness.ScenarioTable;
import org.ldci.robustness.Scenarios;
import org.ldci.robustness.WeightIntervals;
import org.ldci.robustness.WeightSpace;
import org.ldci.robustness.WeightStatements;

class StabilityResultsTest {
    private static final IndexDefinition INDEX = IndexDefinition.named("index")
            .component("x", c -> c.metric("a"))
            .component("y", c -> c.metric("b").metric("c"))
            .normalise(Normalisers.minMax(1, 100))
            .aggregate(Aggregators.arithmeticMean())
            .build();

    /** C is best in y, A worst in all but a; D is named like a formula and lacks a value. */
    private static final Dataset DATA = Dataset.builder()
            .metrics("a", "b", "c")
            .row("A", 8, 1, 2)
            .row(Region.builder("B").name("Brill, \"Bucks\"").build(), 9, 4, 3)
            .row("C", 3, 9, 9)
            .row(Region.builder("D").name("=1+1").build(), Double.NaN, 8, 8)
            .row("E", 2, 5, 2)
            .build();

    private static final Dataset COMPLETE =
            DATA.onlyRegions(region -> !region.code().equals("D"));

    private static final IndexResult RESULT = CompositeIndex.of(INDEX).score(DATA);
    private static final WeightStatements ALL = WeightStatements.ofCompleteRegions(RESULT, WeightSpace.ofIndex());

    private static List<String> lines(String csv) {
        assertThat(csv).endsWith("\n");
        return csv.lines().toList();
    }

    /** Checks format, version and kind. */
    private static JsonNode read(String kind, String json) {
        try {
            JsonNode document = new ObjectMapper().readTree(json);
            assertThat(document.path("format").asText()).isEqualTo("ldci-stability");
            assertThat(document.path("version").asInt()).isEqualTo(1);
            assertThat(document.path("kind").asText()).isEqualTo(kind);
            return document;
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }

    /** The rows of the document are the lines of the table: the same names, and null where a cell is empty. */
    private static JsonNode rowsLike(String csv, String kind, String json) {
        JsonNode document = read(kind, json);
        List<String> lines = lines(csv);
        String[] columns = lines.get(0).split(",", -1);
        assertThat(document.path("rows")).hasSize(lines.size() - 1);
        for (int i = 1; i < lines.size(); i++) {
            JsonNode row = document.path("rows").path(i - 1);
            List<String> names = new ArrayList<>();
            row.fieldNames().forEachRemaining(names::add);
            assertThat(names).startsWith(columns);
            String[] cells = lines.get(i).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            for (int c = 0; c < columns.length; c++) {
                assertThat(row.get(columns[c]).isNull())
                        .as("%s in %s", columns[c], lines.get(i))
                        .isEqualTo(cells[c].isEmpty());
            }
        }
        return document;
    }

    @Test
    void rank_ranges_name_regions_and_say_what_is_proven() {
        String csv = StabilityResults.toCsv(ALL.rankRanges(), RESULT.regions());
        List<String> lines = lines(csv);
        assertThat(lines.get(0)).isEqualTo("region,name,nominalRank,bestRank,worstRank,bestBound,worstBound,proven");
        assertThat(lines).hasSize(6);
        RankRange b = ALL.rankRange("B");
        assertThat(lines)
                .contains("B,\"Brill, \"\"Bucks\"\"\"," + b.nominal() + ","
                        + b.best().rank() + ","
                        + b.worst().rank() + "," + b.best().bound() + ","
                        + b.worst().bound() + ",true");
        // not compared, for it lacks a child: last, and without a rank
        assertThat(lines.get(5)).isEqualTo("D,'=1+1,,,,,,");
        assertThat(lines.subList(1, 5)).extracting(line -> line.charAt(0)).containsExactly('B', 'C', 'A', 'E');

        JsonNode rows = rowsLike(csv, "rankRanges", StabilityResults.toJson(ALL.rankRanges(), RESULT.regions()))
                .path("rows");
        assertThat(rows.path(4).path("name").asText()).isEqualTo("=1+1");
        assertThat(rows.path(4).get("bestWeights").isNull()).isTrue();
        for (JsonNode row : rows) {
            if (row.path("region").asText().equals("B")) {
                b.best()
                        .weights()
                        .forEach((child, weight) -> assertThat(
                                        row.path("bestWeights").path(child).asDouble())
                                .isEqualTo(weight));
            }
        }
    }

    @Test
    void a_search_that_ended_early_is_not_called_proven() {
        WeightStatements hasty = ALL.withWorkLimit(0);
        assertThat(hasty.rankRanges().exact()).isLessThanOrEqualTo(4);
        for (RankRange range : hasty.rankRanges().ranges()) {
            assertThat(StabilityResults.toCsv(hasty.rankRanges(), hasty.regions())
                            .lines())
                    .anyMatch(line -> line.startsWith(range.region() + ",")
                            && line.endsWith("," + range.best().bound() + ","
                                    + range.worst().bound() + "," + range.isExact()));
        }
    }

    @Test
    void regions_of_other_data_are_refused() {
        assertThatThrownBy(() -> StabilityResults.toCsv(
                        ALL.rankRanges(), RESULT.regions().subList(0, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "region 'C' has a rank range but is not among the regions to write, or not in the order of the"
                                + " data");
    }

    @Test
    void the_partial_order_is_its_edges() {
        String csv = StabilityResults.toCsv(ALL.partialOrder());
        assertThat(lines(csv).get(0)).isEqualTo("above,below,relation");
        assertThat(lines(csv).subList(1, lines(csv).size()))
                .hasSameSizeAs(ALL.partialOrder().edges())
                .contains("B,A,alwaysAhead", "C,E,alwaysAhead");
        JsonNode document = rowsLike(csv, "partialOrder", StabilityResults.toJson(ALL.partialOrder()));
        assertThat(document.path("maximal"))
                .hasSize(ALL.partialOrder().maximal().size());
        assertThat(document.path("settledShare").asDouble())
                .isEqualTo(ALL.partialOrder().settledShare());
        Dataset one = DATA.onlyRegions(region -> region.code().equals("C"));
        IndexDefinition fixed = INDEX.with(method -> method.normalise(Normalisers.none()));
        String alone = StabilityResults.toJson(
                WeightStatements.of(CompositeIndex.of(fixed).score(one)).partialOrder());
        assertThat(read("partialOrder", alone).get("settledShare").isNull()).isTrue();
    }

    @Test
    void weight_intervals_name_who_changes_places() {
        WeightIntervals intervals = ALL.weightIntervals();
        String csv = StabilityResults.toCsv(intervals);
        assertThat(lines(csv).get(0))
                .isEqualTo(
                        "child,nominal,rankingFrom,rankingFromAhead,rankingFromBehind,rankingTo,rankingToAhead,"
                                + "rankingToBehind,leaderFrom,leaderFromAhead,leaderFromBehind,leaderTo,leaderToAhead,leaderToBehind");
        WeightIntervals.Interval x = intervals.interval("x");
        JsonNode row = rowsLike(csv, "weightIntervals", StabilityResults.toJson(intervals))
                .path("rows")
                .path(0);
        assertThat(row.path("nominal").asDouble()).isEqualTo(x.nominal());
        assertThat(row.path("rankingFrom").asDouble()).isEqualTo(x.rankingFrom().weight());
        assertThat(row.path("leaderTo").asDouble()).isEqualTo(x.leaderTo().weight());
        WeightIntervals.Swap swap = x.leaderFrom().swap().orElseThrow();
        assertThat(row.path("leaderFromAhead").asText()).isEqualTo(swap.ahead());
        assertThat(row.path("leaderFromBehind").asText()).isEqualTo(swap.behind());
        assertThat(x.leaderTo().swap()).isEmpty();
        assertThat(row.get("leaderToAhead").isNull()).isTrue();
    }

    @Test
    void a_weight_without_an_interval_is_not_known() {
        // x alone has all the weight
        IndexDefinition definition = INDEX.withWeight("y", 0);
        WeightIntervals intervals = WeightStatements.of(
                        CompositeIndex.of(definition).score(COMPLETE))
                .weightIntervals();
        assertThat(intervals.interval("x").rankingFrom().weight()).isNaN();
        String csv = StabilityResults.toCsv(intervals);
        assertThat(lines(csv).get(1)).startsWith("x,1.0,,,,,");
        rowsLike(csv, "weightIntervals", StabilityResults.toJson(intervals));
    }

    @Test
    void overtaking_has_the_change_and_the_weights() {
        Overtaking possible = ALL.overtaking("B", "C");
        String csv = StabilityResults.toCsv(possible);
        double total = possible.total().orElseThrow().size();
        double band = possible.band().orElseThrow().size();
        assertThat(lines(csv))
                .hasSize(3)
                .startsWith("challenger,leader,totalChange,bandChange,child,nominal,leastTotal,leastBand")
                .contains("B,C," + total + "," + band + ",x,0.5,"
                        + possible.total().orElseThrow().weights().get("x") + ","
                        + possible.band().orElseThrow().weights().get("x"));
        assertThat(rowsLike(csv, "overtaking", StabilityResults.toJson(possible))
                        .path("possible")
                        .asBoolean())
                .isTrue();

        Overtaking never = ALL.overtaking("A", "B");
        assertThat(lines(StabilityResults.toCsv(never))).contains("A,B,,,x,0.5,,");
        JsonNode document = rowsLike(StabilityResults.toCsv(never), "overtaking", StabilityResults.toJson(never));
        assertThat(document.get("possible").asBoolean()).isFalse();
    }

    @Test
    void rank_reversals_lose_no_dropped_region() {
        // without Z the scales of b and c are others, and the order of A and B with them
        Dataset data = Dataset.builder()
                .metrics("a", "b", "c")
                .row("W", 0, 0, 0)
                .row("A", 10, 2, 2)
                .row("B", 4, 9, 9)
                .row("Z", 5, 100, 100)
                .build();
        RankReversals reversals = RankReversals.of(INDEX, data);
        String csv = StabilityResults.toCsv(reversals);
        assertThat(lines(csv).get(0)).isEqualTo("dropped,leader,ahead,behind,failure");
        assertThat(lines(csv)).contains("Z,B,A,B,", "W," + reversals.leaders().get("W") + ",,,");
        for (RankReversals.Reversal pair : reversals.reversals()) {
            assertThat(csv).contains("," + pair.ahead() + "," + pair.behind() + ",\n");
        }
        for (Region region : data.regions()) {
            assertThat(lines(csv)).anyMatch(line -> line.startsWith(region.code() + ","));
        }
        rowsLike(csv, "rankReversals", StabilityResults.toJson(reversals));
    }

    @Test
    void what_could_not_be_scored_without_a_region_is_told() {
        // without either, min-max has no spread
        Dataset two = DATA.onlyRegions(region -> List.of("A", "C").contains(region.code()));
        RankReversals reversals = RankReversals.of(INDEX, two);
        assertThat(reversals.failures()).hasSize(2);
        JsonNode rows =
                read("rankReversals", StabilityResults.toJson(reversals)).path("rows");
        assertThat(rows).hasSize(2);
        assertThat(rows.path(0).path("failure").asText())
                .isEqualTo(reversals.failures().get("A"));
        assertThat(rows.path(0).get("leader").isNull()).isTrue();
    }

    @Test
    void scenarios_have_a_line_for_each_region() {
        ScenarioTable table = Scenarios.of(INDEX)
                .add("=geometric", d -> d.with(m -> m.aggregate(Aggregators.geometricMean())))
                .addData("without C", data -> data.onlyRegions(r -> !r.code().equals("C")))
                .add("impossible", d -> d.withWeight("nothing", 1))
                .failures(FailurePolicy.EXCLUDE)
                .run(DATA);
        String csv = StabilityResults.toCsv(table);
        List<String> lines = lines(csv);
        assertThat(lines.get(0)).isEqualTo("scenario,region,name,score,rank,rankDifference,reason");
        assertThat(lines).hasSize(1 + 4 * 5);
        assertThat(lines.get(1)).isEqualTo("nominal,A,A," + RESULT.score("A") + "," + (int) RESULT.rank("A") + ",0,");
        assertThat(csv).contains("\n'=geometric,A,A," + table.score("=geometric", "A") + ",");
        assertThat(csv).contains("\nwithout C,C,C,,,,region 'C' is not in the data\n");
        assertThat(csv).contains("\nimpossible,A,A,,,,");

        JsonNode document = rowsLike(csv, "scenarios", StabilityResults.toJson(table));
        assertThat(document.path("node").asText()).isEqualTo("index");
        assertThat(document.path("basis").asText()).isEqualTo("own");
        JsonNode shifts = document.path("shifts");
        assertThat(shifts).hasSize(3);
        assertThat(shifts.path(0).path("spearman").asDouble())
                .isEqualTo(table.shift("=geometric").spearman());
        assertThat(shifts.path(1).path("compared").asInt()).isEqualTo(4);
        assertThat(shifts.path(2).get("meanAbsoluteRankShift").isNull()).isTrue();
        assertThat(shifts.path(2).path("failure").asText())
                .isEqualTo(table.failure("impossible").orElseThrow());
    }

    @Test
    void ranks_lost_have_their_sign_and_no_apostrophe() {
        ScenarioTable table =
                Scenarios.of(INDEX).add("x only", d -> d.withWeight("y", 0)).run(COMPLETE);
        assertThat(table.rankDifference("x only", "C")).isNegative();
        assertThat(StabilityResults.toCsv(table)).contains("," + (int) table.rankDifference("x only", "C") + ",\n");
    }

    @Test
    void influence_has_a_line_for_what_is_left_out() {
        InfluenceTable table =
                LeaveOneOut.metrics(INDEX).failures(FailurePolicy.EXCLUDE).run(DATA);
        String csv = StabilityResults.toCsv(table);
        assertThat(lines(csv))
                .hasSize(4)
                .startsWith(
                        "leftOut,rank,compared,meanAbsoluteRankShift,maximumRankShift,spearman,kendall,goesWith,failure");
        InfluenceTable.Influence first = table.influence().get(0);
        assertThat(lines(csv).get(1))
                .startsWith(first.element() + ",1," + first.shift().regions() + ","
                        + first.shift().meanAbsolute() + ",");
        JsonNode document = rowsLike(csv, "influence", StabilityResults.toJson(table));
        for (JsonNode row : document.path("rows")) {
            assertThat(row.path("goesWith").asText())
                    .isEqualTo(row.path("leftOut").asText().equals("a") ? "x" : "null");
        }
        IndexDefinition single =
                IndexDefinition.named("one").component("x", c -> c.metric("a")).build();
        InfluenceTable none =
                LeaveOneOut.components(single).failures(FailurePolicy.EXCLUDE).run(DATA);
        JsonNode failed = rowsLike(StabilityResults.toCsv(none), "influence", StabilityResults.toJson(none))
                .path("rows")
                .path(0);
        assertThat(failed.path("failure").asText()).contains("cannot be left out");
        assertThat(failed.get("rank").isNull()).isTrue();
    }
}
