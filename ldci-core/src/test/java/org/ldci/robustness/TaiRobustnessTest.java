package org.ldci.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ldci.aggregate.Aggregators;
import org.ldci.aggregate.BenefitOfTheDoubt;
import org.ldci.audit.FactorAnalysis;
import org.ldci.data.Dataset;
import org.ldci.data.DatasetBuilder;
import org.ldci.definition.IndexDefinition;
import org.ldci.engine.CompositeIndex;
import org.ldci.engine.IndexResult;
import org.ldci.engine.Stage;
import org.ldci.model.MetricBuilder;
import org.ldci.normalise.Normalisers;
import org.ldci.shared.SharedReference;
import org.ldci.shared.TechnologyAchievement;
import org.ldci.weight.FactorWeights;

/**
 * The robustness of the Technology Achievement Index as the OECD/JRC Handbook (2008) publishes it, by scenarios, leave one out
 * and full factorials. Data are those of Table A.2, goalposts those of Saisana, Saltelli and Tarantola (2005), Table 1, with
 * telephones and electricity by the logarithm and capped; weights are those of Table 22, ranks those of Tables 23, 38 and 41.
 *
 * <p>The Handbook's own intervals of ranks and its Tables 39 and 40 (Sobol indices) draw the weights of 20 experts, which are not
 * published. What can be held against the book instead are the best and the worst rank over its published scenarios. The column
 * NCMC of Table 38 is not among them: it is no best order of its data, see {@code HandbookRanksTest} in the package of the
 * aggregators, which has these tables without the robustness.
 */
@EnabledIf(value = "org.ldci.shared.SharedReference#isPresent", disabledReason = "the reference folder is not here")
class TaiRobustnessTest {
    private static final String FOLDER = "methods/tai/";
    private static final List<String> METRICS = TechnologyAchievement.METRICS;
    private static final int COUNTRIES = 23;

    /** The dimension of telephones and electricity. */
    private static final String OLD = "old-innovations";

    /** The weighting columns of Table 23 that the data, as printed, reproduce for all countries; AHP has its own test. */
    private static final List<String> REPRODUCED = List.of("EW", "FA", "BOD", "BAP");

    /** By the code of the country, in the order of the data. */
    private static Map<String, Double> published(String table, String column) {
        SharedReference.Csv expected = SharedReference.csv(FOLDER + "tai_expected_" + table + ".csv");
        SharedReference.Csv countries = SharedReference.csv(FOLDER + "tai_raw.csv");
        Map<String, Double> ranks = new LinkedHashMap<>();
        for (int i = 0; i < COUNTRIES; i++) {
            int row = expected.texts("uName").indexOf(countries.texts("uName").get(i));
            ranks.put(countries.texts("uCode").get(i), expected.numbers(column)[row]);
        }
        return ranks;
    }

    private static Map<String, Double> table23(String column) {
        return published("table23_ranks_by_weighting", column);
    }

    private static Map<String, Double> table38(String column) {
        return published("table38_ranks_by_aggregation", column);
    }

    /** What a scenario gave, in the form of the published ranks. */
    private static Map<String, Double> ranks(ScenarioTable table, String scenario) {
        Map<String, Double> ranks = new LinkedHashMap<>();
        table.regions().forEach(region -> ranks.put(region.code(), table.rank(scenario, region.code())));
        return ranks;
    }

    private static Dataset data() {
        SharedReference.Csv raw = SharedReference.csv(FOLDER + "tai_raw.csv");
        DatasetBuilder data = Dataset.builder().metrics(METRICS.toArray(String[]::new));
        double[][] columns = raw.columns(METRICS);
        for (int i = 0; i < COUNTRIES; i++) {
            int row = i;
            data.row(
                    raw.texts("uCode").get(i),
                    Arrays.stream(columns).mapToDouble(column -> column[row]).toArray());
        }
        return data.build();
    }

    private static Consumer<MetricBuilder> goalposts(String metric) {
        SharedReference.Csv goalposts = SharedReference.csv(FOLDER + "saisana2005_table1_goalposts.csv");
        int plain = goalposts.texts("indicator").indexOf(metric);
        int row = plain < 0 ? goalposts.texts("indicator").indexOf(metric + " (unlogged)") : plain;
        double lower = goalposts.numbers("goalpost_min")[row];
        double upper = goalposts.numbers("goalpost_max")[row];
        return plain < 0
                ? made -> made.goalposts(Math.log10(lower), Math.log10(upper))
                : made -> made.goalposts(lower, upper);
    }

    /** The eight metrics side by side, so that a weight is one of the whole index. */
    private static IndexDefinition equalWeights() {
        var index = IndexDefinition.named("TAI");
        METRICS.forEach(metric -> index.metric(metric, goalposts(metric)));
        return index.normalise(Normalisers.goalposts(0, 1, true))
                .aggregate(Aggregators.arithmeticMean())
                .build();
    }

    /** Four dimensions of two metrics each: UNDP, Human Development Report 2001, technical note 2. */
    private static IndexDefinition dimensions() {
        var index = IndexDefinition.named("TAI");
        List<String> dimensions = List.of("creation", "recent-innovations", OLD, "skills");
        for (int d = 0; d < dimensions.size(); d++) {
            List<String> pair = METRICS.subList(2 * d, 2 * d + 2);
            index.component(
                    dimensions.get(d),
                    component -> pair.forEach(metric -> component.metric(metric, goalposts(metric))));
        }
        return index.normalise(Normalisers.goalposts(0, 1, true))
                .aggregate(Aggregators.arithmeticMean())
                .build();
    }

    /** As printed, with two decimals; they need not sum to 1. */
    private static double[] table22(String method) {
        SharedReference.Csv weights = SharedReference.csv(FOLDER + "tai_expected_table22_weights.csv");
        int row = weights.texts("method").indexOf(method);
        return METRICS.stream()
                .mapToDouble(metric -> weights.numbers(metric)[row])
                .toArray();
    }

    private static Map<String, Double> byMetric(double... weights) {
        Map<String, Double> byMetric = new LinkedHashMap<>();
        for (int j = 0; j < weights.length; j++) {
            byMetric.put(METRICS.get(j), weights[j]);
        }
        return byMetric;
    }

    /** Table 19: min-max over the countries, each weight from .10 to .15 of their sum. */
    private static IndexDefinition benefitOfTheDoubt(IndexDefinition definition) {
        return definition.with(method -> method.normalise(Normalisers.minMax(0, 1))
                .aggregate(Aggregators.benefitOfTheDoubt(BenefitOfTheDoubt.Restriction.WEIGHTS, 0.10, 0.15)));
    }

    /** Table 38, column GME: of the raw data, not of what was normalised. */
    private static IndexDefinition geometric(IndexDefinition definition) {
        return definition.with(method -> method.normalise(Normalisers.none()).aggregate(Aggregators.geometricMean()));
    }

    /** What Table 23 compares. FA are weights before rounding: the printed ones give 19 of the 23 ranks only. */
    private static Map<String, Change> weightings() {
        FactorAnalysis factors =
                FactorAnalysis.of(TechnologyAchievement.columns(), FactorWeights.Extraction.PRINCIPAL_COMPONENTS, 4);
        Map<String, Change> changes = new LinkedHashMap<>();
        changes.put("EW", new Change.Nothing());
        changes.put("FA", new Change.SetWeights(byMetric(TechnologyAchievement.factorWeights(factors))));
        changes.put("BOD", new Change.Custom(TaiRobustnessTest::benefitOfTheDoubt));
        changes.put("BAP", new Change.SetWeights(byMetric(table22("BAP"))));
        return changes;
    }

    /** The mean distance of two columns of ranks: equation 38 of the Handbook. */
    private static double meanShift(Map<String, Double> from, Map<String, Double> to) {
        return from.keySet().stream()
                .mapToDouble(country -> Math.abs(from.get(country) - to.get(country)))
                .average()
                .orElseThrow();
    }

    @Test
    void scenarios_have_the_ranks_of_the_weightings_of_table_23() {
        Scenarios scenarios = Scenarios.of(equalWeights());
        for (Map.Entry<String, Change> weighting : weightings().entrySet()) {
            scenarios = scenarios.add(weighting.getKey(), weighting.getValue()::apply);
        }
        ScenarioTable table = scenarios.run(data());

        for (String weighting : REPRODUCED) {
            assertThat(ranks(table, weighting)).as(weighting).isEqualTo(table23(weighting));
            assertThat(table.shift(weighting).meanAbsolute())
                    .as(weighting)
                    .isCloseTo(meanShift(table23("EW"), table23(weighting)), within(1e-12));
        }
    }

    /**
     * The printed AHP weights give 20 of the 23 ranks: Spain, Israel and New Zealand lie within 0.0006. That is their rounding, not
     * an error of the book: weights that round to the printed ones and give all of its ranks exist, as this draws them.
     */
    @Test
    void the_ranks_under_ahp_weights_follow_from_weights_within_the_rounding_of_the_printed_ones() {
        double[] printed = table22("AHP");
        Map<String, Double> expected = table23("AHP");
        ScenarioTable table = Scenarios.of(equalWeights())
                .add("printed", definition -> definition.withWeights(byMetric(printed)))
                .run(data());
        Map<String, Double> found = ranks(table, "printed");
        assertThat(found.keySet().stream().filter(country -> !found.get(country).equals(expected.get(country))))
                .containsExactlyInAnyOrder("ESP", "ISR", "NZL");
        assertThat(table.score("printed", "ESP") - table.score("printed", "NZL"))
                .isBetween(0.0, 0.0006);

        RobustnessResult result = Robustness.of(equalWeights())
                .vary(Factors.weightsWithin(inThisOrder(rounded(printed), expected)))
                .replicates(200)
                .run(data());

        expected.forEach((country, rank) -> {
            assertThat(result.bestRank(country)).as(country).isEqualTo(rank);
            assertThat(result.worstRank(country)).as(country).isEqualTo(rank);
        });
    }

    /** Half a unit of the second decimal on both sides. */
    private static WeightSpace rounded(double... printed) {
        WeightSpace space = WeightSpace.ofIndex();
        for (int j = 0; j < printed.length; j++) {
            space = space.atLeast(METRICS.get(j), printed[j] - 0.005).atMost(METRICS.get(j), printed[j] + 0.005);
        }
        return space;
    }

    /** Those weights under which each country is at least level with the next. */
    private static WeightSpace inThisOrder(WeightSpace space, Map<String, Double> ranks) {
        IndexResult result = CompositeIndex.of(equalWeights()).score(data());
        List<String> countries =
                result.regions().stream().map(region -> region.code()).toList();
        List<String> order = countries.stream()
                .sorted((one, other) -> Double.compare(ranks.get(one), ranks.get(other)))
                .toList();
        WeightSpace ordered = space;
        for (int i = 0; i + 1 < order.size(); i++) {
            int ahead = countries.indexOf(order.get(i));
            int behind = countries.indexOf(order.get(i + 1));
            Map<String, Double> lead = new LinkedHashMap<>();
            for (String metric : METRICS) {
                double[] shares = result.values(Stage.NORMALISED, metric);
                lead.put(metric, shares[ahead] - shares[behind]);
            }
            ordered = ordered.constraint(lead);
        }
        return ordered;
    }

    @Test
    void the_full_factorial_of_table_23_has_its_best_and_worst_ranks() {
        RobustnessResult result = Robustness.of(equalWeights())
                .vary(Factors.choice("weighting", weightings()))
                .design(Design.FULL_FACTORIAL)
                .run(data());
        List<Map<String, Double>> columns =
                REPRODUCED.stream().map(TaiRobustnessTest::table23).toList();

        assertThat(result.replicates()).isEqualTo(REPRODUCED.size());
        for (String country : columns.get(0).keySet()) {
            double[] ranks = columns.stream()
                    .mapToDouble(column -> column.get(country))
                    .sorted()
                    .toArray();
            assertThat(result.bestRank(country)).as(country).isEqualTo(ranks[0]);
            assertThat(result.worstRank(country)).as(country).isEqualTo(ranks[ranks.length - 1]);
            for (int rank = 1; rank <= COUNTRIES; rank++) {
                int at = rank;
                double share = Arrays.stream(ranks).filter(r -> r == at).count() / (double) ranks.length;
                assertThat(result.rankProbability(country, rank)).as(country).isEqualTo(share);
            }
        }
        double[] shifts = result.scenarios().stream()
                .mapToDouble(ScenarioSummary::meanAbsoluteRankShift)
                .toArray();
        double[] expected = columns.stream()
                .mapToDouble(column -> meanShift(columns.get(0), column))
                .toArray();
        assertThat(shifts).containsExactly(expected, within(1e-12));
        assertThat(result.meanAbsoluteRankShift())
                .isCloseTo(Arrays.stream(expected).average().orElseThrow(), within(1e-12));
    }

    @Test
    void scenarios_have_the_ranks_of_the_linear_and_the_geometric_aggregation_of_table_38() {
        ScenarioTable table = Scenarios.of(equalWeights())
                .add("GME", TaiRobustnessTest::geometric)
                .run(data());

        assertThat(ranks(table, Scenarios.NOMINAL)).isEqualTo(table38("LIN"));
        assertThat(ranks(table, "GME")).isEqualTo(table38("GME"));
        assertThat(table.shift("GME").meanAbsolute())
                .isCloseTo(meanShift(table38("LIN"), table38("GME")), within(1e-12));
    }

    /** Published of its six cells: three weightings under the linear aggregation, and the geometric one of equal weights. */
    @Test
    void the_full_factorial_of_weights_and_aggregations_spans_tables_23_and_38() {
        Map<String, Change> weights = weightings();
        weights.remove("BOD"); // finds its own weights and has its own aggregation
        Map<String, Change> aggregations = new LinkedHashMap<>();
        aggregations.put("LIN", new Change.Nothing());
        aggregations.put("GME", new Change.Custom(TaiRobustnessTest::geometric));
        RobustnessResult result = Robustness.of(equalWeights())
                .vary(Factors.choice("weights", weights))
                .vary(Factors.choice("aggregation", aggregations))
                .design(Design.FULL_FACTORIAL)
                .run(data());
        List<Map<String, Double>> linear =
                weights.keySet().stream().map(TaiRobustnessTest::table23).toList();

        assertThat(result.replicates()).isEqualTo(6);
        // weights need no scenario of their own, so that each summary is one of three cells
        assertThat(result.scenarios()).extracting(ScenarioSummary::label).containsExactlyInAnyOrder("LIN", "GME");
        ScenarioSummary cells = result.scenarios().stream()
                .filter(summary -> summary.label().equals("LIN"))
                .findFirst()
                .orElseThrow();
        assertThat(cells.replicates()).isEqualTo(3);
        assertThat(cells.meanAbsoluteRankShift())
                .isCloseTo(
                        linear.stream()
                                .mapToDouble(column -> meanShift(linear.get(0), column))
                                .average()
                                .orElseThrow(),
                        within(1e-12));
        for (Map<String, Double> column : List.of(linear.get(0), linear.get(1), linear.get(2), table38("GME"))) {
            column.forEach((country, rank) ->
                    assertThat(rank).as(country).isBetween(result.bestRank(country), result.worstRank(country)));
        }
    }

    /**
     * Telephones and electricity are one dimension. The column of the full index in Table 41 is the rank that the UNDP published,
     * with Singapore tenth; the data of the Handbook make it eighth, as in its own Table 23. The shifts printed for Singapore,
     * Canada and Australia come from that mixture: on the same data only Italy and Hungary move.
     */
    @ParameterizedTest
    @EnumSource(LeavingOut.class)
    void leaving_out_old_innovations_has_the_ranks_of_table_41(LeavingOut way) {
        InfluenceTable table =
                LeaveOneOut.components(dimensions()).only(OLD).by(way).run(data());
        Map<String, Double> without = published("table41_drop_two", "TAI6_rank");
        Map<String, Double> undp = published("table41_drop_two", "TAI_rank");
        Map<String, Double> nominal = ranks(table.scenarios(), Scenarios.NOMINAL);

        assertThat(nominal).isEqualTo(table23("EW"));
        assertThat(nominal.keySet().stream()
                        .filter(country -> !nominal.get(country).equals(undp.get(country))))
                .containsExactlyInAnyOrder("SGP", "CAN", "AUS");
        for (String country : without.keySet()) {
            assertThat(table.rank(OLD, country)).as(country).isEqualTo(without.get(country));
            double moved = country.equals("ITA") ? -2 : country.equals("HUN") ? 2 : 0;
            assertThat(table.rankDifference(OLD, country)).as(country).isEqualTo(moved);
        }
        assertThat(table.shift(OLD).meanAbsolute()).isCloseTo(4.0 / COUNTRIES, within(1e-12));
    }
}
