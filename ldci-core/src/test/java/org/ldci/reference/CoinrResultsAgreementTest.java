package org.ldci.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ldci.reference.ReferenceFiles.assertAgrees;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ldci.aggregate.Copeland;
import org.ldci.aggregate.ScoreTable;
import org.ldci.audit.CorrelationMatrix;
import org.ldci.audit.MetricStatistics;
import org.ldci.data.MetricColumn;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.IndexDefinitionBuilder;
import org.ldci.engine.CompositeIndex;
import org.ldci.engine.IndexResult;
import org.ldci.engine.Stage;
import org.ldci.model.Metric;
import org.ldci.model.Region;
import org.ldci.normalise.Normalisers;
import org.ldci.prepare.Imputations;
import org.ldci.prepare.LogForm;
import org.ldci.prepare.Screenings;
import org.ldci.prepare.Treatments;
import org.ldci.rank.Ranking;
import org.ldci.rank.TiesStrategy;

/** What COINr 1.1.14 reports of its example index: tables, ranks, statistics, and the index without one of its elements. */
@EnabledIf("org.ldci.reference.Asem#isPresent")
class CoinrResultsAgreementTest {
    /** TolMin has values that differ in the last bit only, so its ranks hinge on rounding. */
    private static final Set<String> ROUNDED = Set.of("TolMin");

    private static IndexDefinitionBuilder construction() {
        return Asem.index()
                .impute(Imputations.groupMean("EurAsia_group"))
                .treat(Treatments.winsoriseThenLog(5, 2, 3.5, LogForm.FROM_MINIMUM));
    }

    private static IndexResult result() {
        return score(construction().build());
    }

    private static IndexResult score(IndexDefinition definition) {
        return CompositeIndex.of(definition).score(Asem.raw());
    }

    private static List<String> nodes(Csv table) {
        return table.head().stream()
                .filter(name -> !name.equals("uCode") && !name.equals("GDP_group") && !name.equals("Rank"))
                .filter(name -> !ROUNDED.contains(name))
                .toList();
    }

    private static void agrees(Csv expected, String column, ToDoubleFunction<String> ours) {
        assertAgrees(
                expected.column("uCode").stream().mapToDouble(ours).toArray(),
                IntStream.range(0, expected.rows().size())
                        .mapToDouble(row -> expected.number(row, column))
                        .toArray(),
                column);
    }

    @ParameterizedTest
    @ValueSource(strings = {"build_09_results_summ_scores", "build_09_results_full_scores"})
    void tablesOfScoresAtTwoDecimals(String name) {
        Csv expected = Asem.expected(name);
        IndexResult result = result();

        for (String node : nodes(expected)) {
            for (int row = 0; row < expected.rows().size(); row++) {
                double ours = result.score(node, expected.cell(row, "uCode"));
                assertThat(Math.abs(ours - expected.number(row, node))).as(node).isLessThanOrEqualTo(0.005 + 1e-12);
            }
        }
        agrees(expected, "Rank", result::rank);
        assertThat(expected.column("uCode"))
                .isEqualTo(result.ranking().regions().stream().map(Region::code).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"build_09_results_summ_ranks", "build_09_results_aggs_ranks", "build_09_results_full_ranks"})
    void tablesOfRanks(String name) {
        Csv expected = Asem.expected(name);
        IndexResult result = result();

        assertThat(nodes(expected)).isNotEmpty();
        for (String node : nodes(expected)) {
            agrees(expected, node, region -> result.rank(node, region));
        }
    }

    @Test
    void ranksWithinAGroup() {
        Csv expected = Asem.expected("build_09_results_aggs_groupranks");
        IndexResult result = result();
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (int row = 0; row < expected.rows().size(); row++) {
            groups.computeIfAbsent(expected.cell(row, "GDP_group"), key -> new ArrayList<>())
                    .add(expected.cell(row, "uCode"));
        }

        assertThat(groups).hasSizeGreaterThan(3);
        for (String node : nodes(expected)) {
            Map<String, Double> ranks = new LinkedHashMap<>();
            groups.values().forEach(members -> {
                double[] within = Ranking.ranks(
                        members.stream()
                                .mapToDouble(code -> result.score(node, code))
                                .toArray(),
                        TiesStrategy.MIN);
                IntStream.range(0, within.length).forEach(i -> ranks.put(members.get(i), within[i]));
            });
            agrees(expected, node, ranks::get);
        }
    }

    @Test
    void summariesOfSingleUnits() {
        Csv expected = Asem.expected("unit_summary");
        IndexResult result = result();

        for (int row = 0; row < expected.rows().size(); row++) {
            String node = expected.cell(row, "Code");
            String unit = expected.cell(row, "uCode");
            assertAgrees(
                    new double[] {result.score(node, unit), result.rank(node, unit)},
                    new double[] {expected.number(row, "Score"), expected.number(row, "Rank")},
                    unit + " " + node);
        }
    }

    /** Ranks of raw values, the direction applied: COINr's strengths and weaknesses are the first and the last of them. */
    @Test
    void ranksOfStrengthsAndWeaknesses() {
        Csv expected = Asem.expected("str_weak_raw");
        Csv raw = Asem.expected("build_01_raw");
        Map<String, Metric> metrics = new LinkedHashMap<>();
        Asem.index().build().metrics().forEach(metric -> metrics.put(metric.code(), metric));

        for (int row = 0; row < expected.rows().size(); row++) {
            String code = expected.cell(row, "Code");
            int sign = metrics.get(code).direction().sign();
            double[] ranks = Ranking.ranks(
                    IntStream.range(0, raw.rows().size())
                            .mapToDouble(i -> sign * raw.number(i, code))
                            .toArray(),
                    TiesStrategy.MIN);
            int unit = raw.column("uCode").indexOf(expected.cell(row, "uCode"));
            assertAgrees(
                    new double[] {ranks[unit], raw.number(unit, code)},
                    new double[] {expected.number(row, "Rank"), expected.number(row, "Value")},
                    code);
        }
    }

    @Test
    void ranksOfASmallTable() {
        Csv expected = Asem.expected("rank_small");
        double[] values = IntStream.range(0, expected.rows().size())
                .mapToDouble(row -> expected.number(row, "a"))
                .toArray();
        double[] all = IntStream.range(0, values.length)
                .mapToDouble(row -> expected.number(row, "rank_all"))
                .toArray();

        assertThat(Ranking.ranks(values, TiesStrategy.MIN)).containsExactly(all);
        for (String group : List.of("x", "y")) {
            int[] members = IntStream.range(0, values.length)
                    .filter(row -> expected.cell(row, "g").equals(group))
                    .toArray();
            assertThat(Ranking.ranks(
                            IntStream.of(members)
                                    .mapToDouble(row -> values[row])
                                    .toArray(),
                            TiesStrategy.MIN))
                    .containsExactly(IntStream.of(members)
                            .mapToDouble(row -> expected.number(row, "rank_group"))
                            .toArray());
        }
    }

    // ---- statistics

    @ParameterizedTest
    @CsvSource({"stats_raw, build_01_raw", "stats_aggregated, build_07_aggregated"})
    void statisticsOfEveryColumn(String name, String data) {
        Csv expected = Asem.expected(name);

        for (int row = 0; row < expected.rows().size(); row++) {
            String code = expected.cell(row, "iCode");
            MetricStatistics found = MetricStatistics.of(column(data, code));
            double n = found.observed();
            // where values differ in the last bit, R's table() takes them for one and its unique() does not
            double tied = ROUNDED.contains(code) && data.equals("build_01_raw")
                    ? expected.number(row, "N.Same")
                    : found.tied();
            double[] ours = {
                found.least(),
                found.greatest(),
                found.mean(),
                found.median(),
                found.standardDeviation(),
                found.skewness(),
                found.kurtosis(),
                n,
                found.nonZero(),
                found.distinct(),
                tied,
                n / found.regions(),
                found.nonZero() / n,
                found.distinct() / n,
                tied / n
            };
            int at = row;
            double[] theirs = Stream.of(
                            "Min",
                            "Max",
                            "Mean",
                            "Median",
                            "Std",
                            "Skew",
                            "Kurt",
                            "N.Avail",
                            "N.NonZero",
                            "N.Unique",
                            "N.Same",
                            "Frc.Avail",
                            "Frc.NonZero",
                            "Frc.Unique",
                            "Frc.Same")
                    .mapToDouble(column -> expected.number(at, column))
                    .toArray();
            assertAgrees(ours, theirs, name + " " + code);
            assertThat(Math.abs(found.skewness()) > 2 && found.kurtosis() > 3.5)
                    .as(code)
                    .isEqualTo(expected.cell(row, "Flag.SkewKurt").equals("OUT"));
        }
    }

    /** The same at three significant digits, as COINr prints them. */
    @Test
    void statisticsAtThreeDigits() {
        Csv expected = Asem.expected("stats_raw_signif3");

        for (int row = 0; row < expected.rows().size(); row++) {
            MetricStatistics found = MetricStatistics.of(column("build_01_raw", expected.cell(row, "iCode")));
            double[] ours = {
                found.least(),
                found.greatest(),
                found.mean(),
                found.median(),
                found.standardDeviation(),
                found.skewness(),
                found.kurtosis()
            };
            int at = row;
            double[] theirs = Stream.of("Min", "Max", "Mean", "Median", "Std", "Skew", "Kurt")
                    .mapToDouble(column -> expected.number(at, column))
                    .toArray();
            assertAgrees(ours, theirs, 0.00501, found.metric());
        }
    }

    private static MetricColumn column(String data, String code) {
        Csv table = Asem.expected(data);
        return MetricColumn.view(
                code,
                table.column("uCode").stream().map(Region::of).toList(),
                IntStream.range(0, table.rows().size())
                        .mapToDouble(row -> table.number(row, code))
                        .toArray(),
                0);
    }

    /** COINr lists the pairs of indicator and denominator with a correlation above 0.6. */
    @Test
    void correlationsWithDenominators() {
        Csv expected = Asem.expected("denominate_corr");
        List<MetricColumn> columns = new ArrayList<>();
        Asem.metrics().forEach(code -> columns.add(column("build_01_raw", code)));
        Asem.DENOMINATORS.forEach(code -> columns.add(column("build_01_units", code)));
        CorrelationMatrix r =
                CorrelationMatrix.of(columns, CorrelationMatrix.Kind.PEARSON, CorrelationMatrix.Cases.PAIRWISE);
        Map<String, Double> strong = new LinkedHashMap<>();
        for (String metric : Asem.metrics()) {
            for (String denominator : Asem.DENOMINATORS) {
                double value = r.value(metric, denominator);
                if (Math.abs(value) > 0.6) {
                    strong.put(metric + "," + denominator, value);
                }
            }
        }

        assertThat(strong).hasSize(expected.rows().size());
        for (int row = 0; row < expected.rows().size(); row++) {
            String pair = expected.cell(row, "Ind") + "," + expected.cell(row, "Denom");
            assertThat(strong).containsKey(pair);
            assertAgrees(new double[] {strong.get(pair)}, new double[] {expected.number(row, "Corr")}, pair);
        }
    }

    // ---- other constructions

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of(
                        "compare_second_index",
                        construction()
                                .normalise(Normalisers.percentileRank(TiesStrategy.MIN, 0, 1))
                                .build()),
                Arguments.of(
                        "compare_zscore_index",
                        construction().normalise(Normalisers.zScore(10, 2)).build()),
                Arguments.of(
                        "compare_third_index",
                        construction()
                                .impute(Imputations.none())
                                .screen(Screenings.coverage(0.9))
                                .build()),
                Arguments.of("changeind_drop_group", construction().build().withWeight("Political", 0)));
    }

    @ParameterizedTest
    @MethodSource("others")
    void otherConstructions(String name, IndexDefinition definition) {
        Csv expected = Asem.expected(name);
        IndexResult result = score(definition);

        assertThat(nodes(expected)).hasSizeGreaterThanOrEqualTo(10);
        for (String node : nodes(expected)) {
            agrees(expected, node, region -> result.score(node, region));
        }
    }

    @Test
    void treatmentWithoutImputation() {
        Csv expected = Asem.expected("build_b_noimpute_treated");
        IndexResult result = score(construction()
                .impute(Imputations.none())
                .screen(Screenings.coverage(0.9))
                .build());

        for (String metric : Asem.metrics()) {
            agrees(expected, metric, region -> result.value(Stage.TREATED, metric, region));
        }
    }

    /** Each element of a level with weight 0 in turn: scores, ranks, differences of ranks and their mean size. */
    @ParameterizedTest
    @ValueSource(strings = {"remove_l1", "remove_l2", "remove_l3"})
    void theIndexWithoutOneElement(String level) {
        Csv scores = Asem.expected(level + "_scores");
        Csv differences = Asem.expected(level + "_rankdiffs");
        Csv means = Asem.expected(level + "_meanabsdiff");
        IndexDefinition whole = construction().build();
        IndexResult nominal = score(whole);
        List<String> elements = scores.head().subList(2, scores.head().size());

        assertThat(elements).hasSize(level.equals("remove_l1") ? 49 : level.equals("remove_l2") ? 8 : 2);
        for (String element : elements) {
            IndexResult without = score(whole.withWeight(element, 0));
            agrees(scores, element, without::score);
            agrees(differences, element, region -> nominal.rank(region) - without.rank(region));
            if (!level.equals("remove_l3")) {
                agrees(Asem.expected(level + "_ranks"), element, without::rank);
            }
            double mean = nominal.regions().stream()
                    .flatMapToDouble(region ->
                            DoubleStream.of(Math.abs(nominal.rank(region.code()) - without.rank(region.code()))))
                    .average()
                    .orElseThrow();
            int row = means.column("iCode").indexOf(element);
            assertAgrees(new double[] {mean}, new double[] {means.number(row, "MeanAbsDiff")}, element);
        }
    }

    // ---- where COINr is wrong

    /**
     * With gaps COINr credits what cannot be compared to the unit that stands later in the table. Here a metric that one of
     * two units lacks has no say on the pair, whatever the order: compared with a plain count over all pairs.
     */
    @Test
    void copelandWithGapsDoesNotDependOnTheOrderOfTheTable() {
        Csv input = Asem.input("agg_norm_1_100_na");
        Csv theirs = Asem.expected("agg_copeland_all_levels_na");
        int different = 0;
        Csv meta = Asem.meta();
        List<String> parents = meta.column("Parent");
        for (String pillar : List.of("Physical", "P2P", "Social")) {
            List<String> children = IntStream.range(0, parents.size())
                    .filter(i -> parents.get(i).equals(pillar))
                    .mapToObj(i -> meta.cell(i, "iCode"))
                    .toList();
            double[] weights = children.stream()
                    .mapToDouble(child -> meta.number(meta.column("iCode").indexOf(child), "Weight"))
                    .toArray();
            double total = DoubleStream.of(weights).sum();
            int n = input.rows().size();
            List<Region> regions =
                    input.column("uCode").stream().map(Region::of).toList();
            double[][] columns = children.stream()
                    .map(child -> IntStream.range(0, n)
                            .mapToDouble(row -> input.number(row, child))
                            .toArray())
                    .toArray(double[][]::new);
            double[] found = new Copeland()
                    .aggregate(new ScoreTable(
                            regions,
                            IntStream.range(0, columns.length)
                                    .mapToObj(j -> MetricColumn.view(children.get(j), regions, columns[j], 0))
                                    .toList(),
                            DoubleStream.of(weights).mapToObj(w -> w / total).toList()));
            for (int a = 0; a < n; a++) {
                int score = 0;
                for (int b = 0; b < n; b++) {
                    double balance = 0;
                    for (int j = 0; j < columns.length; j++) {
                        double difference = columns[j][a] - columns[j][b];
                        balance += Double.isNaN(difference) ? 0 : weights[j] * Math.signum(difference);
                    }
                    score += Math.abs(balance) < 1e-9 ? 0 : (int) Math.signum(balance);
                }
                assertThat(found[a])
                        .as("%s of %s", pillar, regions.get(a).code())
                        .isEqualTo(score);
                different += found[a] == theirs.number(a, pillar) ? 0 : 1;
            }
        }
        assertThat(different).isPositive();
    }
}
