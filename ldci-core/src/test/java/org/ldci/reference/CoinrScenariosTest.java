package org.ldci.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ldci.definition.IndexDefinition;
import org.ldci.internal.multivariate.Association;
import org.ldci.normalise.Normalisers;
import org.ldci.prepare.Imputations;
import org.ldci.prepare.LogForm;
import org.ldci.prepare.Screenings;
import org.ldci.prepare.Treatments;
import org.ldci.rank.Ranking;
import org.ldci.rank.TiesStrategy;
import org.ldci.robustness.InfluenceTable;
import org.ldci.robustness.LeaveOneOut;
import org.ldci.robustness.RankBasis;
import org.ldci.robustness.ScenarioTable;
import org.ldci.robustness.Scenarios;

/**
 * Agreement with remove_elements, compare_coins, compare_coins_multi and compare_coins_corr of COINr 1.1.14, run in R 4.2.2 on
 * its ASEM data.
 */
@EnabledIf("org.ldci.reference.Asem#isPresent")
class CoinrScenariosTest {
    private static IndexDefinition nominal() {
        return Asem.index()
                .impute(Imputations.groupMean("EurAsia_group"))
                .treat(Treatments.winsoriseThenLog(5, 2, 3.5, LogForm.FROM_MINIMUM))
                .build();
    }

    private static Scenarios scenarios() {
        return Scenarios.of(nominal())
                .add("prank", d -> d.with(m -> m.normalise(Normalisers.percentileRank(TiesStrategy.MIN, 0, 1))))
                .add(
                        "no imputation",
                        d -> d.with(m -> m.impute(Imputations.none()).screen(Screenings.coverage(0.9))))
                .add("zscore", d -> d.with(m -> m.normalise(Normalisers.zScore(10, 2))));
    }

    private static void assertColumn(Csv expected, String column, double relative, ToDoubleFunction<String> ours) {
        for (int row = 0; row < expected.rows().size(); row++) {
            String unit = expected.cell(row, "uCode");
            String cell = expected.cell(row, column);
            double theirs = cell.isEmpty() || cell.equals("NA") ? Double.NaN : Double.parseDouble(cell);
            double actual = ours.applyAsDouble(unit);
            boolean near = Double.isNaN(theirs)
                    ? Double.isNaN(actual)
                    : Math.abs(actual - theirs) <= relative * Math.abs(theirs);
            assertThat(near)
                    .as("%s of %s: COINr has %s, we have %s", column, unit, theirs, actual)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"remove_l1, 3, 49", "remove_l2, 2, 8", "remove_l3, 1, 2"})
    void leaving_out_each_element_of_a_level(String name, int depth, int elements) {
        InfluenceTable table = LeaveOneOut.level(nominal(), depth).run(Asem.raw());
        Csv scores = Asem.expected(name + "_scores");
        Csv differences = Asem.expected(name + "_rankdiffs");
        Csv means = Asem.expected(name + "_meanabsdiff");

        assertThat(table.elements())
                .hasSize(elements)
                .containsExactlyInAnyOrderElementsOf(
                        scores.head().subList(2, scores.head().size()));
        for (String element : table.elements()) {
            assertColumn(scores, element, 1e-10, unit -> table.score(element, unit));
            assertColumn(differences, element, 0, unit -> table.rankDifference(element, unit));
            if (depth > 1) {
                // the third level has no file of ranks
                Csv ranks = Asem.expected(depth == 3 ? "remove_l1_ranks" : "remove_l2_ranks");
                assertColumn(ranks, element, 0, unit -> table.rank(element, unit));
            }
            int row = means.column("iCode").indexOf(element);
            double theirs = means.number(row, "MeanAbsDiff");
            assertThat(table.shift(element).meanAbsolute()).as(element).isCloseTo(theirs, within(1e-10 * theirs));
        }
        assertColumn(scores, "Nominal", 1e-10, unit -> table.scenarios().score(Scenarios.NOMINAL, unit));
    }

    @ParameterizedTest
    @CsvSource({"prank, compare_second_index", "no imputation, compare_third_index", "zscore, compare_zscore_index"})
    void scores_of_other_versions_of_the_index_at_every_node(String scenario, String name) {
        Csv expected = Asem.expected(name);
        List<String> nodes = expected.head().subList(1, expected.head().size());
        assertThat(nodes).hasSize(11);
        for (String node : nodes) {
            ScenarioTable table = scenarios().node(node).run(Asem.raw());
            assertColumn(expected, node, 1e-10, unit -> table.score(scenario, unit));
        }
    }

    @Test
    void ranks_of_two_versions_of_the_index() {
        ScenarioTable table = scenarios().run(Asem.raw());
        Csv ranks = Asem.expected("compare_coins_ranks");
        Csv scores = Asem.expected("compare_coins_scores");

        assertThat(ranks.rows()).hasSize(51);
        assertColumn(ranks, "coin.1", 0, unit -> table.rank(Scenarios.NOMINAL, unit));
        assertColumn(ranks, "coin.2", 0, unit -> table.rank("prank", unit));
        assertColumn(ranks, "Diff", 0, unit -> table.rankDifference("prank", unit));
        assertColumn(ranks, "Abs.diff", 0, unit -> Math.abs(table.rankDifference("prank", unit)));
        assertColumn(scores, "coin.1", 1e-10, unit -> table.score(Scenarios.NOMINAL, unit));
        assertColumn(scores, "coin.2", 1e-10, unit -> table.score("prank", unit));
    }

    @Test
    void regions_that_one_version_screens_out() {
        ScenarioTable table = scenarios().run(Asem.raw());
        Csv expected = Asem.expected("compare_coins_missing_units");

        assertThat(expected.rows()).hasSize(51);
        assertColumn(expected, "coin.1", 0, unit -> table.rank(Scenarios.NOMINAL, unit));
        assertColumn(expected, "coin.2", 0, unit -> table.rank("no imputation", unit));
        assertColumn(expected, "Diff", 0, unit -> table.rankDifference("no imputation", unit));
        assertThat(table.unscored("no imputation")).hasSize(5);
        assertThat(table.shift("no imputation").regions()).isEqualTo(46);
        assertThat(scenarios()
                        .basis(RankBasis.COMMON)
                        .run(Asem.raw())
                        .shift("no imputation")
                        .meanAbsolute())
                .isLessThan(table.shift("no imputation").meanAbsolute());
    }

    @Test
    void several_versions_side_by_side() {
        ScenarioTable table = scenarios().run(Asem.raw());
        Csv values = Asem.expected("compare_multi_values");
        Csv differences = Asem.expected("compare_multi_diffs");

        assertColumn(values, "Nominal", 0, unit -> table.rank(Scenarios.NOMINAL, unit));
        assertColumn(values, "Prank", 0, unit -> table.rank("prank", unit));
        assertColumn(values, "NoImpute", 0, unit -> table.rank("no imputation", unit));
        // this function has the other sign
        assertColumn(differences, "Prank", 0, unit -> 0.0 - table.rankDifference("prank", unit));
        assertColumn(differences, "NoImpute", 0, unit -> 0.0 - table.rankDifference("no imputation", unit));
    }

    /** Percentile ranks are multiples of 1/50: scores that are tied in exact arithmetic differ in their last bits. */
    private static double[] ranksOfRounded(double[] scores) {
        return Ranking.ranks(
                Arrays.stream(scores).map(score -> Math.rint(score * 1e10)).toArray(), TiesStrategy.MIN);
    }

    @Test
    void correlation_of_the_ranks_of_every_component() {
        Csv expected = Asem.expected("compare_corr_ranks");
        assertThat(expected.rows()).hasSize(11);
        for (int row = 0; row < expected.rows().size(); row++) {
            String node = expected.cell(row, "iCode");
            double theirs = expected.number(row, "Correlation");
            ScenarioTable table = scenarios().node(node).run(Asem.raw());
            double ours = Association.of(
                    ranksOfRounded(table.scores(Scenarios.NOMINAL)),
                    ranksOfRounded(table.scores("prank")),
                    Association.Kind.PEARSON);
            // COINr ranked the tied scores of the other five by their last bits
            boolean exact = List.of("Physical", "P2P", "Environ", "Conn", "Sust", "Index")
                    .contains(node);

            assertThat(ours).as(node).isCloseTo(theirs, within(exact ? 1e-12 : 5e-3));
        }
        ScenarioTable index = scenarios().run(Asem.raw());
        assertThat(index.shift("prank").spearman())
                .isCloseTo(expected.number(expected.column("iCode").indexOf("Index"), "Correlation"), within(1e-12));
    }
}
