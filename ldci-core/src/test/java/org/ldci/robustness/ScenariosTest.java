package org.ldci.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ldci.aggregate.Aggregators.geometricMean;
import static org.ldci.normalise.Normalisers.minMax;
import static org.ldci.normalise.Normalisers.none;
import static org.ldci.normalise.Normalisers.rank;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ldci.data.DataException;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.InvalidIndexException;
import org.ldci.definition.MissingDataPolicy;
import org.ldci.model.Region;
import org.ldci.prepare.Screenings;
import org.ldci.rank.TiesStrategy;
import org.ldci.weight.WeightingSchemes;

/**
 * Four regions and two metrics, worked out by hand: scores are (2 m + n) / 3.
 *
 * <pre>
 *      m   n   nominal    rank   n alone: rank, gained
 * A   10   0   20/3       1      4  -3
 * B    8   3   19/3       2      3  -1
 * C    2   9   13/3       3      1  +2
 * D    0   6    2         4      2  +2
 * </pre>
 */
class ScenariosTest {
    private static final IndexDefinition INDEX = IndexDefinition.named("i")
            .metric("m", m -> m.weight(2))
            .metric("n")
            .normalise(none())
            .build();

    private static final Dataset DATA = Dataset.builder()
            .metrics("m", "n")
            .row("A", 10, 0)
            .row("B", 8, 3)
            .row("C", 2, 9)
            .row("D", 0, 6)
            .build();

    private static Scenarios onlyN() {
        return Scenarios.of(INDEX).add("only n", d -> d.withWeight("m", 0));
    }

    @Test
    void scores_ranks_and_differences_of_a_scenario() {
        ScenarioTable table = onlyN().run(DATA);

        assertThat(table.scenarios()).containsExactly("nominal", "only n");
        assertThat(table.node()).isEqualTo("i");
        assertThat(table.regions()).extracting(Region::code).containsExactly("A", "B", "C", "D");
        assertThat(table.score("nominal", "A")).isCloseTo(20 / 3.0, within(1e-14));
        assertThat(table.scores("only n")).containsExactly(0, 3, 9, 6);
        assertThat(table.ranks("nominal")).containsExactly(1, 2, 3, 4);
        assertThat(table.ranks("only n")).containsExactly(4, 3, 1, 2);
        assertThat(table.rankDifferences("only n")).containsExactly(-3, -1, 2, 2);
        assertThat(table.rankDifference("only n", "C")).isEqualTo(2);
        assertThat(table.rank("only n", "C")).isEqualTo(1);
    }

    @Test
    void how_far_the_ranks_lie() {
        ScenarioTable table = onlyN().run(DATA);

        // rho = 1 - 6 (9 + 1 + 4 + 4) / (4 (16 - 1)); of six pairs only C, D stay in order
        RankShift shift = table.shift("only n");
        assertThat(shift.regions()).isEqualTo(4);
        assertThat(shift.meanAbsolute()).isEqualTo(2);
        assertThat(shift.maximum()).isEqualTo(3);
        assertThat(shift.spearman()).isCloseTo(-0.8, within(1e-15));
        assertThat(shift.kendall()).isCloseTo(-2 / 3.0, within(1e-15));
        assertThat(List.of(1, 2, 3, 5, 10))
                .extracting(n -> table.movedMoreThan("only n", n))
                .containsExactly(3, 1, 0, 0, 0);
        assertThat(table.shareMovedMoreThan("only n", 1)).isEqualTo(0.75);
        assertThat(table.shift("nominal")).isEqualTo(new RankShift(4, 0, 0, 1, 1));
    }

    @Test
    void handbook_equation_38_on_ties_of_half_a_rank() {
        ScenarioTable table = Scenarios.of(INDEX)
                .add(
                        "all equal",
                        d -> d.with(m ->
                                m.normalise((metric, column) -> oriented -> 1).ties(TiesStrategy.AVERAGE)))
                .run(DATA);

        assertThat(table.rankDifferences("all equal")).containsExactly(-1.5, -0.5, 0.5, 1.5);
        assertThat(table.shift("all equal").meanAbsolute()).isEqualTo(1);
        assertThat(table.shift("all equal").spearman()).isNaN();
        assertThat(table.shift("all equal").kendall()).isNaN();
    }

    @Test
    void a_region_that_a_scenario_lacks_is_named_and_the_basis_says_what_is_compared() {
        Scenarios scenarios = Scenarios.of(INDEX)
                .addData(
                        "no B",
                        data -> data.onlyRegions(region -> !region.code().equals("B")));
        ScenarioTable own = scenarios.run(DATA);
        ScenarioTable common = scenarios.basis(RankBasis.COMMON).run(DATA);

        assertThat(own.rankDifferences("no B")).containsExactly(0, Double.NaN, 1, 1);
        assertThat(own.shift("no B").regions()).isEqualTo(3);
        assertThat(own.shift("no B").meanAbsolute()).isEqualTo(2 / 3.0);
        assertThat(own.shareMovedMoreThan("no B", 0)).isEqualTo(2 / 3.0);
        assertThat(own.unscored("no B"))
                .extracting(Object::toString)
                .containsExactly("B: region 'B' is not in the data");
        assertThat(own.text()).contains("no score: no B: region 'B' is not in the data");
        assertThat(common.rankDifferences("no B")).containsExactly(0, Double.NaN, 0, 0);
        assertThat(common.shift("no B").meanAbsolute()).isZero();
        assertThat(common.rank("no B", "C")).isEqualTo(2);
        assertThat(common.basis()).isEqualTo(RankBasis.COMMON);
        assertThat(common).isNotEqualTo(own);
    }

    @Test
    void a_region_that_only_a_scenario_has_gets_a_row() {
        Dataset more = Dataset.builder()
                .metrics("m", "n")
                .row("E", 9, 9)
                .row("D", 0, 6)
                .row("C", 2, 9)
                .row("B", 8, 3)
                .row("A", 10, 0)
                .build();
        ScenarioTable table = Scenarios.of(INDEX).addData("with E", more).run(DATA);

        assertThat(table.regions()).extracting(Region::code).containsExactly("A", "B", "C", "D", "E");
        assertThat(table.ranks("with E")).containsExactly(2, 3, 4, 5, 1);
        assertThat(table.ranks("nominal")).containsExactly(1, 2, 3, 4, Double.NaN);
        assertThat(table.unscored("nominal")).extracting(u -> u.region().code()).containsExactly("E");
        assertThat(table.shift("with E").regions()).isEqualTo(4);
        assertThat(table.shift("with E").spearman()).isEqualTo(1);
    }

    @Test
    void screened_out_and_missing_regions_come_with_the_reason() {
        Dataset gaps = Dataset.builder()
                .metrics("m", "n")
                .row("A", 10, 0)
                .row("B", 8, Double.NaN)
                .row("C", 2, 9)
                .build();
        ScenarioTable table = Scenarios.of(INDEX)
                .add("screened", d -> d.with(m -> m.screen(Screenings.coverage(0.9))))
                .add("complete", d -> d.with(m -> m.missing(MissingDataPolicy.propagate())))
                .node("n")
                .run(gaps);
        ScenarioTable index = Scenarios.of(INDEX)
                .add("screened", d -> d.with(m -> m.screen(Screenings.coverage(0.9))))
                .add("complete", d -> d.with(m -> m.missing(MissingDataPolicy.propagate())))
                .run(gaps);

        assertThat(index.unscored("nominal")).isEmpty();
        assertThat(index.unscored("screened")).hasSize(1);
        assertThat(index.unscored("screened").get(0).reason())
                .isEqualTo("region 'B' has 1 of 2 metrics (50 %), below the minimum of 0.9");
        assertThat(index.unscored("complete").get(0).reason()).contains("has no score: too little is present");
        assertThat(table.node()).isEqualTo("n");
        assertThat(table.unscored("nominal").get(0).reason()).isEqualTo("region 'B' has no score in 'n'");
    }

    @Test
    void failing_scenarios_are_all_named() {
        Scenarios scenarios = onlyN().add("geometric", d -> d.with(m -> m.aggregate(geometricMean())))
                .add("no such", d -> d.withWeight("x", 1))
                .addData("no n", Dataset.builder().metrics("m").row("A", 1).build());

        assertThatThrownBy(() -> scenarios.run(DATA))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("3 problems in scenarios:\n 1. scenario 'geometric': ")
                .hasMessageContaining("scenario 'no such': index 'i': has no component or metric 'x' below the index")
                .hasMessageContaining("scenario 'no n': ")
                .satisfies(e -> assertThat(e.getSuppressed()[1]).isInstanceOf(InvalidIndexException.class));
        ScenarioTable table = scenarios.failures(FailurePolicy.EXCLUDE).run(DATA);
        assertThat(table.scenarios()).containsExactly("nominal", "only n", "geometric", "no such", "no n");
        assertThat(table.failure("no such")).hasValue("index 'i': has no component or metric 'x' below the index");
        assertThat(table.failure("only n")).isEmpty();
        assertThat(table.ranks("geometric")).containsOnly(Double.NaN);
        assertThat(table.shift("geometric").regions()).isZero();
        assertThat(table.shift("geometric").meanAbsolute()).isNaN();
        assertThat(table.shareMovedMoreThan("geometric", 1)).isNaN();
        assertThat(table.unscored("geometric")).isEmpty();
        assertThat(table.toString()).contains("3 failed");
        assertThat(table.text()).contains("failed: no such: index 'i': has no");
    }

    @Test
    void a_nominal_index_that_fails_is_an_error_under_any_policy() {
        Scenarios scenarios = Scenarios.of(INDEX.with(m -> m.aggregate(geometricMean())))
                .add("other", INDEX)
                .failures(FailurePolicy.EXCLUDE);

        assertThatThrownBy(() -> scenarios.run(DATA)).isInstanceOf(DataException.class);
    }

    @Test
    void names_must_differ() {
        assertThatThrownBy(() -> onlyN().add("only n", INDEX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scenario 'only n': the name is taken; give each another");
        assertThatThrownBy(() -> onlyN().addData("nominal", DATA))
                .hasMessageContaining("by the index without any change");
        assertThatThrownBy(() -> onlyN().add(" ", INDEX)).hasMessage("a scenario needs a name");
    }

    @Test
    void unknown_codes_are_refused_with_a_suggestion() {
        ScenarioTable table = onlyN().run(DATA);

        assertThatThrownBy(() -> table.scores("onlyn")).hasMessage("unknown scenario 'onlyn'; did you mean 'only n'?");
        assertThatThrownBy(() -> table.rank("only n", "Z")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> onlyN().node("o")).hasMessageStartingWith("unknown component or metric 'o'");
    }

    @Test
    void a_table_without_scenarios_and_a_table_of_one_region() {
        ScenarioTable none = Scenarios.of(INDEX).run(DATA);
        ScenarioTable one = onlyN().run(DATA.onlyRegions(region -> region.code().equals("A")));

        assertThat(none.scenarios()).containsExactly("nominal");
        assertThat(none.toString()).contains("4 regions, 0 scenarios");
        assertThat(one.shift("only n").meanAbsolute()).isZero();
        assertThat(one.shift("only n").spearman()).isNaN();
    }

    @Test
    void equal_runs_are_equal_and_what_they_hand_out_is_a_copy() {
        ScenarioTable table = onlyN().run(DATA);
        table.ranks("only n")[0] = 7;
        table.scores("only n")[0] = 7;
        table.rankDifferences("only n")[0] = 7;

        assertThat(table).isEqualTo(onlyN().run(DATA)).hasSameHashCodeAs(onlyN().run(DATA));
        assertThat(table).isNotEqualTo(Scenarios.of(INDEX).run(DATA));
        assertThat(table.text()).isEqualTo(onlyN().run(DATA).text());
    }

    @Test
    void tables_read_well() {
        Scenarios many = onlyN();
        for (int i = 0; i < 30; i++) {
            many = many.add("a scenario with quite a long name, number " + i, INDEX);
        }

        assertThat(onlyN().run(DATA)).hasToString("""
                i: 4 regions, 1 scenarios against the nominal
                scenario  compared  mean shift  max  spearman   tau-b  >1  >2  >3  >5  >10
                only n           4        2.00    3    -0.800  -0.667   3   1   0   0    0""");
        assertThat(onlyN().run(DATA).text()).endsWith("""

                ranks; in brackets nominal rank minus rank, + is better
                code  region  nominal  only n
                A     A             1  4 (-3)
                B     B             2  3 (-1)
                C     C             3  1 (+2)
                D     D             4  2 (+2)
                """);
        assertThat(many.run(DATA).toString()).hasSizeLessThan(1000).contains("more rows");
        assertThat(many.toString()).startsWith("Scenarios of i: only n, ").endsWith("and 21 more");
    }

    @Test
    void one_at_a_time_fills_scenarios() {
        IndexDefinition definition = IndexDefinition.named("i")
                .component("x", c -> c.metric("m", m -> m.weight(2)).metric("n"))
                .normalise(none())
                .build();
        OneAtATime all = OneAtATime.of(definition)
                .weights(0.125)
                .vary(Factors.normalisers(minMax(0, 1), rank()))
                .vary(Factors.option("again", d -> d));
        ScenarioTable table = all.run(DATA);

        assertThat(table.scenarios())
                .startsWith("nominal", "x weight +12.5%", "x weight -12.5%", "m weight +12.5%", "m weight -12.5%")
                .hasSize(10)
                .endsWith("again changed")
                .filteredOn(name -> name.startsWith("normaliser "))
                .hasSize(2);
        assertThat(table.score("m weight +12.5%", "A")).isCloseTo(22.5 / 3.25, within(1e-14));
        assertThat(table.score("m weight -12.5%", "A")).isCloseTo(17.5 / 2.75, within(1e-14));
        assertThat(table.shift("x weight -12.5%").meanAbsolute()).isZero();
        assertThat(all.scenarios().names()).hasSize(9);
        assertThatThrownBy(() -> all.weights(0.125)).hasMessageContaining("the name is taken");
        assertThatThrownBy(() -> all.weights(0)).hasMessage("expected a relative step in (0, 1] but got 0.0");
    }

    @Test
    void weights_that_a_scheme_ignores_are_not_varied_in_silence() {
        IndexDefinition equal = INDEX.with(m -> m.weigh(WeightingSchemes.equal()));

        assertThatThrownBy(() -> OneAtATime.of(equal).weights(0.5).run(DATA))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "scenario 'm weight +50%': the weight of 'm' has no effect: the weights below 'i' are"
                                + " computed");
    }
}
