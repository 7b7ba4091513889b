package org.ldci.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ldci.aggregate.Aggregator;
import org.ldci.aggregate.Aggregators;
import org.ldci.data.Dataset;
import org.ldci.data.DatasetBuilder;
import org.ldci.data.MetricColumn;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.IndexDefinitionBuilder;
import org.ldci.definition.MissingDataPolicy;
import org.ldci.engine.CompositeIndex;
import org.ldci.engine.IndexResult;
import org.ldci.engine.Stage;
import org.ldci.model.Metric;
import org.ldci.model.Region;
import org.ldci.normalise.Normaliser;
import org.ldci.normalise.Normalisers;
import org.ldci.prepare.Denominations;
import org.ldci.prepare.FittedTreatment;
import org.ldci.prepare.Imputation;
import org.ldci.prepare.Imputations;
import org.ldci.prepare.LogForm;
import org.ldci.prepare.LogTransformed;
import org.ldci.prepare.Screenings;
import org.ldci.prepare.Treatment;
import org.ldci.prepare.Treatments;
import org.ldci.rank.TiesStrategy;

/**
 * Agreement with COINr 1.1.14 (Becker et al., Journal of Open Source Software 7, 2022), run in R 4.2.2 on its ASEM data: 51
 * countries, 49 indicators, four levels.
 */
@EnabledIf("org.ldci.reference.Asem#isPresent")
class CoinrAgreementTest {
    private static final Normaliser AS_IT_IS = (metric, column) -> oriented -> oriented;

    private static void assertAgrees(String name, List<String> columns, ToDoubleBiFunction<String, String> ours) {
        assertAgrees(Asem.expected(name), columns, ours);
    }

    private static void assertAgrees(Csv expected, List<String> columns, ToDoubleBiFunction<String, String> ours) {
        for (int row = 0; row < expected.rows().size(); row++) {
            String unit = expected.cell(row, "uCode");
            for (String column : columns) {
                double theirs = expected.number(row, column);
                double actual = ours.applyAsDouble(column, unit);
                boolean near = Double.isNaN(theirs)
                        ? Double.isNaN(actual)
                        : Math.abs(actual - theirs) <= Math.max(1e-9 * Math.abs(theirs), 1e-12);
                assertThat(near)
                        .as("%s of %s: COINr has %s, we have %s", column, unit, theirs, actual)
                        .isTrue();
            }
        }
    }

    private static IndexResult score(IndexDefinitionBuilder definition, Dataset data) {
        return CompositeIndex.of(definition.build()).score(data);
    }

    private static ToDoubleBiFunction<String, String> at(IndexResult result, Stage stage) {
        return (metric, region) -> result.value(stage, metric, region);
    }

    // ---- the whole construction

    private static IndexDefinitionBuilder construction() {
        return Asem.index()
                .impute(Imputations.groupMean("EurAsia_group"))
                .treat(Treatments.winsoriseThenLog(5, 2, 3.5, LogForm.FROM_MINIMUM));
    }

    private static List<String> everyNode() {
        List<String> head = Asem.expected("build_07_aggregated").head();
        return head.subList(1, head.size());
    }

    @Test
    void everyStageOfTheWholeConstruction() {
        IndexResult result = score(construction(), Asem.raw());

        assertAgrees("build_01_raw", Asem.metrics(), at(result, Stage.RAW));
        assertAgrees("build_02_denominated", Asem.metrics(), at(result, Stage.DENOMINATED));
        assertAgrees("build_03_imputed", Asem.metrics(), at(result, Stage.IMPUTED));
        assertAgrees("build_05_treated", Asem.metrics(), at(result, Stage.TREATED));
        assertAgrees("build_06_normalised", Asem.metrics(), at(result, Stage.NORMALISED));
        assertThat(everyNode()).hasSize(60);
        assertAgrees("build_07_aggregated", everyNode(), result::score);
    }

    @Test
    void ranksOfEveryNode() {
        IndexResult result = score(construction(), Asem.raw());
        // TolMin has values that differ in the last bit only, so its ranks hinge on rounding
        List<String> nodes =
                everyNode().stream().filter(node -> !node.equals("TolMin")).toList();

        assertAgrees("build_08_ranks", nodes, result::rank);
    }

    @Test
    void otherWeights() {
        IndexDefinition definition = Asem.weighted(construction().build(), Asem.input("weights_alt"));

        assertAgrees(
                "build_10_aggregated_altweights",
                everyNode(),
                CompositeIndex.of(definition).score(Asem.raw())::score);
    }

    @Test
    void theCellsThatWereMovedAreTheSame() {
        IndexResult result = score(construction(), Asem.raw());
        Csv points = Asem.expected("build_05_treated_points");
        Csv details = Asem.expected("build_05_treat_details");
        List<String> winsorised = IntStream.range(0, details.rows().size())
                .filter(row -> details.number(row, "winsorise.nwin") > 0
                        && details.cell(row, "check_SkewKurt1.Pass").equals("TRUE"))
                .mapToObj(row -> details.cell(row, "iCode"))
                .toList();
        assertThat(winsorised).isNotEmpty();
        for (String metric : winsorised) {
            List<String> moved = result.treatmentLog().stream()
                    .filter(cell -> cell.metric().equals(metric))
                    .map(cell -> cell.region())
                    .toList();
            List<String> theirs = IntStream.range(0, points.rows().size())
                    .filter(row -> points.cell(row, metric).startsWith("win"))
                    .mapToObj(row -> points.cell(row, "uCode"))
                    .toList();
            assertThat(moved).as(metric).containsExactlyInAnyOrderElementsOf(theirs);
        }
    }

    // ---- one step at a time

    static Stream<Arguments> normalisers() {
        return Stream.of(
                Arguments.of("norm_minmax_0_100", Normalisers.minMax(0, 100)),
                Arguments.of("norm_minmax_0_1", Normalisers.minMax(0, 1)),
                Arguments.of("norm_minmax_m1_1", Normalisers.minMax(-1, 1)),
                Arguments.of("norm_zscore_10_2", Normalisers.zScore(10, 2)),
                Arguments.of("norm_rank_average", Normalisers.rank(TiesStrategy.AVERAGE)),
                Arguments.of("norm_rank_min", Normalisers.rank(TiesStrategy.MIN)),
                Arguments.of("norm_rank_max", Normalisers.rank(TiesStrategy.MAX)),
                Arguments.of("norm_prank_average", Normalisers.percentileRank(TiesStrategy.AVERAGE, 0, 1)),
                Arguments.of("norm_prank_max", Normalisers.percentileRank(TiesStrategy.MAX, 0, 1)));
    }

    @ParameterizedTest
    @MethodSource("normalisers")
    void normalising(String name, Normaliser normaliser) {
        IndexResult result = score(Asem.index().denominate(Denominations.none()).normalise(normaliser), Asem.raw());

        assertAgrees(name, Asem.metrics(), at(result, Stage.NORMALISED));
    }

    @Test
    void normalisingWithParametersOfTheirOwn() {
        Csv parameters = Asem.input("norm_params_by_indicator");
        IndexDefinitionBuilder minMax = Asem.index().denominate(Denominations.none());
        IndexDefinitionBuilder zScore = Asem.index().denominate(Denominations.none());
        for (int i = 0; i < parameters.rows().size(); i++) {
            String metric = parameters.cell(i, "iCode");
            minMax.normalise(
                    metric,
                    Normalisers.minMax(parameters.number(i, "minmax_lower"), parameters.number(i, "minmax_upper")));
            zScore.normalise(
                    metric, Normalisers.zScore(parameters.number(i, "zscore_mean"), parameters.number(i, "zscore_sd")));
        }

        assertAgrees("norm_minmax_imeta", Asem.metrics(), at(score(minMax, Asem.raw()), Stage.NORMALISED));
        assertAgrees("norm_zscore_imeta", Asem.metrics(), at(score(zScore, Asem.raw()), Stage.NORMALISED));
    }

    @ParameterizedTest
    @CsvSource({"norm_goalposts_imeta_trunc_s1, 1, true", "norm_goalposts_imeta_notrunc_s100, 100, false"})
    void normalisingByGoalposts(String name, double upper, boolean truncate) {
        Csv posts = Asem.input("goalposts");
        Dataset raw = Asem.raw();
        Normaliser normaliser = Normalisers.goalposts(0, upper, truncate);
        List<Metric> metrics = Asem.index().build().metrics();

        assertAgrees(name, Asem.metrics(), (metric, region) -> {
            int row = posts.column("iCode").indexOf(metric);
            Metric with =
                    metrics.stream()
                            .filter(candidate -> candidate.code().equals(metric))
                            .findFirst()
                            .orElseThrow()
                            .toBuilder()
                            .goalposts(posts.number(row, "goalpost_lower"), posts.number(row, "goalpost_upper"))
                            .build();
            double value = raw.value(region, metric);
            return Double.isNaN(value)
                    ? value
                    : normaliser
                            .fit(with, raw.column(metric))
                            .apply(with.direction().sign() * value);
        });
    }

    static Stream<Arguments> imputations() {
        return Stream.of(
                Arguments.of("impute_mean", Imputations.mean()),
                Arguments.of("impute_mean_grp_GDP_group", Imputations.groupMean("GDP_group")),
                Arguments.of("impute_mean_grp_GDPpc_group", Imputations.groupMean("GDPpc_group")),
                Arguments.of("impute_mean_grp_Pop_group", Imputations.groupMean("Pop_group")),
                Arguments.of("impute_median_grp_GDP_group", Imputations.groupMedian("GDP_group")),
                Arguments.of("impute_median_grp_GDPpc_group", Imputations.groupMedian("GDPpc_group")),
                Arguments.of("impute_median_grp_Pop_group", Imputations.groupMedian("Pop_group")),
                Arguments.of("impute_median_grp_EurAsia_group", Imputations.groupMedian("EurAsia_group")));
    }

    @ParameterizedTest
    @MethodSource("imputations")
    void imputing(String name, Imputation imputation) {
        IndexResult result = score(Asem.index().denominate(Denominations.none()).impute(imputation), Asem.raw());

        assertAgrees(name, Asem.metrics(), at(result, Stage.IMPUTED));
    }

    @ParameterizedTest
    @CsvSource({"screen_byNA_0.9, 0.9", "screen_byNA_1, 1"})
    void screening(String name, double minimum) {
        Csv expected = Asem.expected(name);
        IndexResult result =
                score(Asem.index().denominate(Denominations.none()).screen(Screenings.coverage(minimum)), Asem.raw());

        for (int row = 0; row < expected.rows().size(); row++) {
            String unit = expected.cell(row, "uCode");
            assertThat(result.coverage(unit)).isEqualTo(expected.number(row, "Dat_Avail"), within(1e-12));
            assertThat(Double.isNaN(result.score(unit)))
                    .as(unit)
                    .isEqualTo(expected.cell(row, "Included").equals("FALSE"));
        }
    }

    static Stream<Arguments> treatments() {
        LogForm plain = LogForm.FROM_MINIMUM;
        return Stream.of(
                Arguments.of("treat_default", Treatments.winsoriseThenLog(5, 2, 3.5, plain)),
                Arguments.of("treat_winmax0", Treatments.winsoriseThenLog(0, 2, 3.5, plain)),
                Arguments.of("treat_winmax1", Treatments.winsoriseThenLog(1, 2, 3.5, plain)),
                Arguments.of("treat_winmax2", Treatments.winsoriseThenLog(2, 2, 3.5, plain)),
                Arguments.of("treat_skew1_kurt2", Treatments.winsoriseThenLog(5, 1, 2, plain)),
                Arguments.of("treat_winmax0_logplus", Treatments.winsoriseThenLog(0, 2, 3.5, LogForm.BY_SKEWNESS)),
                Arguments.of("treat_winmax1_logplus", Treatments.winsoriseThenLog(1, 2, 3.5, LogForm.BY_SKEWNESS)),
                Arguments.of("treat_winsorise_2", Treatments.winsorise(2, 2, 3.5)),
                Arguments.of("treat_winsorise_5", Treatments.winsorise()),
                Arguments.of("treat_winsorise_unlimited", Treatments.winsorise(Integer.MAX_VALUE, 2, 3.5)));
    }

    @ParameterizedTest
    @MethodSource("treatments")
    void treating(String name, Treatment treatment) {
        IndexResult result = score(Asem.index().denominate(Denominations.none()).treat(treatment), Asem.raw());

        assertAgrees(name, Asem.metrics(), at(result, Stage.TREATED));
    }

    @ParameterizedTest
    @CsvSource({"treat_log_CT, false", "treat_log_CT_plus, true"})
    void takingLogarithms(String name, boolean bySkewness) {
        Dataset raw = Asem.raw();
        assertAgrees(name, Asem.metrics(), (metric, region) -> {
            double[] observed = raw.column(metric).observed();
            double least = Arrays.stream(observed).min().orElseThrow();
            double most = Arrays.stream(observed).max().orElseThrow();
            double mean = Arrays.stream(observed).average().orElseThrow();
            boolean low =
                    Arrays.stream(observed).map(x -> Math.pow(x - mean, 3)).sum() <= 0;
            boolean reflected = bySkewness && low;
            double value = raw.value(region, metric);
            return Double.isNaN(value)
                    ? value
                    : new LogTransformed(reflected ? most : least, 0.01 * (most - least), reflected).apply(value);
        });
    }

    @Test
    void winsorisingHandMadeVectors() {
        Csv cases = Asem.expected("treat_winsorise_vectors");
        int row = 0;
        while (row < cases.rows().size()) {
            int from = row;
            String vector = cases.cell(row, "vector");
            String most = cases.cell(row, "winmax");
            while (row < cases.rows().size()
                    && cases.cell(row, "vector").equals(vector)
                    && cases.cell(row, "winmax").equals(most)) {
                row++;
            }
            double[] values = IntStream.range(from, row)
                    .mapToDouble(i -> cases.number(i, "x"))
                    .toArray();
            List<Region> regions = IntStream.range(0, values.length)
                    .mapToObj(i -> Region.of("r" + i))
                    .toList();
            int points = most.matches("\\d+") ? Integer.parseInt(most) : Integer.MAX_VALUE;
            DoubleUnaryOperator ours = Treatments.winsorise(points, 2, 3.5)
                    .fit(Metric.of("m"), MetricColumn.view("m", regions, values, 0))::apply;
            for (int i = from; i < row; i++) {
                double x = cases.number(i, "x");
                double actual = Double.isNaN(x) ? x : ours.applyAsDouble(x);
                assertThat(actual)
                        .as("%s, winmax %s, i %s", vector, most, cases.cell(i, "i"))
                        .isEqualTo((Double) cases.number(i, "y"));
            }
        }
        assertThat(row).isEqualTo(282);
    }

    // ---- aggregation

    private static final List<String> AGGREGATES = List.of(
            "Physical",
            "ConEcFin",
            "Political",
            "Instit",
            "P2P",
            "Environ",
            "Social",
            "SusEcFin",
            "Conn",
            "Sust",
            "Index");

    private static void aggregating(String name, String input, IndexDefinition definition) {
        IndexResult result = CompositeIndex.of(definition).score(Asem.data(Asem.input(input)));

        assertAgrees(name, AGGREGATES, result::score);
    }

    static Stream<Arguments> aggregators() {
        return Stream.of(
                Arguments.of("agg_amean", Aggregators.arithmeticMean()),
                Arguments.of("agg_gmean", Aggregators.geometricMean()),
                Arguments.of("agg_hmean", Aggregators.harmonicMean()),
                Arguments.of("agg_genmean_p2", Aggregators.powerMean(2)));
    }

    @ParameterizedTest
    @MethodSource("aggregators")
    void aggregating(String name, Aggregator aggregator) {
        aggregating(
                name,
                "agg_norm_1_100",
                Asem.oriented().normalise(AS_IT_IS).aggregate(aggregator).build());
    }

    static Stream<Arguments> aggregatorsWithGaps() {
        MissingDataPolicy go = MissingDataPolicy.renormalise();
        MissingDataPolicy stop = MissingDataPolicy.propagate();
        return Stream.of(
                Arguments.of("agg_amean_na", Aggregators.arithmeticMean(), go),
                Arguments.of("agg_gmean_na", Aggregators.geometricMean(), go),
                // COINr's generalised mean lets gaps through, whatever the other means do
                Arguments.of("agg_genmean_pm1_na", Aggregators.harmonicMean(), stop),
                Arguments.of("agg_genmean_p0.5_na", Aggregators.powerMean(0.5), stop),
                Arguments.of(
                        "agg_amean_datthresh_0.5", Aggregators.arithmeticMean(), MissingDataPolicy.renormalise(0.5)),
                Arguments.of(
                        "agg_amean_datthresh_0.75", Aggregators.arithmeticMean(), MissingDataPolicy.renormalise(0.75)),
                Arguments.of(
                        "agg_amean_datthresh_0.85", Aggregators.arithmeticMean(), MissingDataPolicy.renormalise(0.85)),
                Arguments.of(
                        "agg_gmean_datthresh_0.85", Aggregators.geometricMean(), MissingDataPolicy.renormalise(0.85)));
    }

    @ParameterizedTest
    @MethodSource("aggregatorsWithGaps")
    void aggregatingWithGaps(String name, Aggregator aggregator, MissingDataPolicy missing) {
        aggregating(
                name,
                "agg_norm_1_100_na",
                Asem.oriented()
                        .normalise(AS_IT_IS)
                        .aggregate(aggregator)
                        .missing(missing)
                        .build());
    }

    /** A threshold of its own for each level, from the pillars up: one component at a time. */
    @ParameterizedTest
    @CsvSource({"agg_amean_datthresh_0.9_0.6_1, 0.9, 0.6, 1", "agg_amean_datthresh_0.8_1_0.5, 0.8, 1, 0.5"})
    void aThresholdForEachLevel(String name, double pillars, double subIndices, double index) {
        Csv input = Asem.input("agg_norm_1_100_na");
        Csv meta = Asem.meta();
        List<String> units = input.column("uCode");
        Map<String, double[]> scores = new HashMap<>();
        input.head().stream()
                .skip(1)
                .forEach(code -> scores.put(
                        code,
                        IntStream.range(0, units.size())
                                .mapToDouble(row -> input.number(row, code))
                                .toArray()));
        for (int level = 1; level <= 3; level++) {
            String wanted = Integer.toString(level);
            List<Integer> rows = IntStream.range(0, meta.rows().size())
                    .filter(row -> meta.cell(row, "Level").equals(wanted))
                    .boxed()
                    .toList();
            double least = level == 1 ? pillars : level == 2 ? subIndices : index;
            for (String parent : rows.stream()
                    .map(row -> meta.cell(row, "Parent"))
                    .distinct()
                    .toList()) {
                IndexDefinitionBuilder component =
                        IndexDefinition.named(parent).normalise(AS_IT_IS).missing(MissingDataPolicy.renormalise(least));
                List<String> children = new ArrayList<>();
                for (int row : rows) {
                    if (meta.cell(row, "Parent").equals(parent)) {
                        children.add(meta.cell(row, "iCode"));
                        component.metric(meta.cell(row, "iCode"), m -> m.weight(meta.number(row, "Weight")));
                    }
                }
                DatasetBuilder data = Dataset.builder().metrics(children);
                for (int i = 0; i < units.size(); i++) {
                    int unit = i;
                    data.row(
                            units.get(i),
                            children.stream()
                                    .mapToDouble(child -> scores.get(child)[unit])
                                    .toArray());
                }
                scores.put(parent, score(component, data.build()).scores());
            }
        }

        assertThat(scores).hasSize(60);
        assertAgrees(name, AGGREGATES, (node, unit) -> scores.get(node)[units.indexOf(unit)]);
    }

    @ParameterizedTest
    @CsvSource({
        "agg_gmean_altw, agg_norm_1_100, 0",
        "agg_hmean_altw, agg_norm_1_100, -1",
        "agg_amean_altw_na, agg_norm_1_100_na, 1",
        "agg_gmean_altw_na, agg_norm_1_100_na, 0"
    })
    void aggregatingWithOtherWeights(String name, String input, double exponent) {
        IndexDefinition definition = Asem.oriented()
                .normalise(AS_IT_IS)
                .aggregate(Aggregators.powerMean(exponent))
                .build();

        aggregating(name, input, Asem.weighted(definition, Asem.input("weights_alt")));
    }

    @ParameterizedTest
    @CsvSource({
        "agg_bylevel_a_g_a, agg_norm_1_100, 1, 0, 1",
        "agg_bylevel_gen2_h_a, agg_norm_1_100, 2, -1, 1",
        "agg_bylevel_a_g_a_na, agg_norm_1_100_na, 1, 0, 1"
    })
    void aggregatingLevelByLevel(String name, String input, double pillars, double subIndices, double index) {
        aggregating(
                name,
                input,
                Asem.oriented()
                        .normalise(AS_IT_IS)
                        .aggregateLevel(2, Aggregators.powerMean(pillars))
                        .aggregateLevel(1, Aggregators.powerMean(subIndices))
                        .aggregateLevel(0, Aggregators.powerMean(index))
                        .build());
    }

    @Test
    void aFittedTreatmentIsTheSameOnASingleValue() {
        Dataset raw = Asem.raw();
        Csv expected = Asem.expected("treat_default");
        for (String metric : Asem.metrics()) {
            FittedTreatment fitted = Treatments.winsoriseThenLog(5, 2, 3.5, LogForm.FROM_MINIMUM)
                    .fit(Metric.of(metric), raw.column(metric));
            double value = raw.value("AUS", metric);
            if (!Double.isNaN(value)) {
                double theirs = expected.number(expected.column("uCode").indexOf("AUS"), metric);
                assertThat(Math.abs(fitted.apply(value) - theirs)).isLessThanOrEqualTo(1e-9 * Math.abs(theirs) + 1e-12);
            }
        }
    }
}
