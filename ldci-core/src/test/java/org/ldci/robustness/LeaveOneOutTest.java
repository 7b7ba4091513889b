package org.ldci.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ldci.normalise.Normalisers.minMax;
import static org.ldci.normalise.Normalisers.none;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ldci.aggregate.Aggregators;
import org.ldci.data.DataException;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.MissingDataPolicy;
import org.ldci.weight.WeightingSchemes;

/**
 * Worked out by hand: x is the mean of a and b, y is c alone, the index is the mean of x and y.
 *
 * <pre>
 *      a   b   c   nominal   without a   without b   without c (so y)   without x
 * A    9   3   0   3         1.5         4.5         6                  0
 * B    7   9   1   4.5       5           4           8                  1
 * C    2   6   4   4         5           3           4                  4
 * D    1   3   5   3.5       4           3           2                  5
 * </pre>
 */
class LeaveOneOutTest {
    private static final IndexDefinition INDEX = IndexDefinition.named("i")
            .component("x", c -> c.metric("a").metric("b"))
            .component("y", c -> c.metric("c"))
            .normalise(none())
            .build();

    private static final Dataset DATA = Dataset.builder()
            .metrics("a", "b", "c")
            .row("A", 9, 3, 0)
            .row("B", 7, 9, 1)
            .row("C", 2, 6, 4)
            .row("D", 1, 3, 5)
            .build();

    @ParameterizedTest
    @EnumSource(LeavingOut.class)
    void metrics_one_at_a_time(LeavingOut way) {
        InfluenceTable table = LeaveOneOut.metrics(INDEX).by(way).run(DATA);

        // nominal ranks: A 4, B 1, C 2, D 3
        assertThat(table.elements()).containsExactly("a", "b", "c");
        assertThat(table.scenarios().ranks("nominal")).containsExactly(4, 1, 2, 3);
        assertThat(table.scores("a")).containsExactly(1.5, 5, 5, 4);
        assertThat(table.ranks("a")).containsExactly(4, 1, 1, 3);
        assertThat(table.rankDifferences("a")).containsExactly(0, 0, 1, 0);
        assertThat(table.scores("b")).containsExactly(4.5, 4, 3, 3);
        assertThat(table.rankDifferences("b")).containsExactly(3, -1, -1, 0);
        assertThat(table.scores("c")).containsExactly(6, 8, 4, 2);
        assertThat(table.rankDifferences("c")).containsExactly(2, 0, -1, -1);
        assertThat(table.shift("a").meanAbsolute()).isEqualTo(0.25);
        assertThat(table.shift("b").meanAbsolute()).isEqualTo(1.25);
        assertThat(table.shift("c").meanAbsolute()).isEqualTo(1);
        assertThat(table.influence())
                .extracting(InfluenceTable.Influence::element)
                .containsExactly("b", "c", "a");
        assertThat(table.influence()).extracting(InfluenceTable.Influence::rank).containsExactly(1.0, 2.0, 3.0);
        assertThat(table.goesWith("c")).hasValue("y");
        assertThat(table.goesWith("a")).isEmpty();
        assertThat(table.text()).contains("without c nothing is left in y, which goes with it");
        assertThat(table.rank("b", "A")).isEqualTo(1);
        assertThat(table.score("b", "A")).isEqualTo(4.5);
        assertThat(table.rankDifference("b", "A")).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(LeavingOut.class)
    void components_and_levels(LeavingOut way) {
        InfluenceTable components = LeaveOneOut.components(INDEX).by(way).run(DATA);

        assertThat(components.elements()).containsExactly("x", "y");
        assertThat(components.scores("x")).containsExactly(0, 1, 4, 5);
        assertThat(components.scores("y")).containsExactly(6, 8, 4, 2);
        assertThat(LeaveOneOut.level(INDEX, 1).by(way).run(DATA)).isEqualTo(components);
        assertThat(LeaveOneOut.level(INDEX, 2).by(way).run(DATA))
                .isEqualTo(LeaveOneOut.metrics(INDEX).by(way).run(DATA));
        assertThatThrownBy(() -> LeaveOneOut.level(INDEX, 3))
                .hasMessage("level 3: the levels below index 'i' are 1 to 2");
        assertThatThrownBy(() -> LeaveOneOut.level(INDEX, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void regions_are_dropped_and_the_others_rescored_and_compared_among_themselves() {
        // on one metric by min-max nothing but the scale changes; on two the scale decides who is ahead
        IndexDefinition index = IndexDefinition.named("i")
                .metric("a")
                .metric("b")
                .normalise(minMax(0, 1))
                .build();
        Dataset data = Dataset.builder()
                .metrics("a", "b")
                .row("P", 0, 4)
                .row("Q", 1, 0)
                .row("R", 10, 1)
                .build();
        InfluenceTable table = LeaveOneOut.regions(index).run(data);

        // nominal: P (0 + 1) / 2, Q (0.1 + 0) / 2, R (1 + 0.25) / 2; without R: P (0 + 1) / 2, Q (1 + 0) / 2
        assertThat(table.elements()).containsExactly("P", "Q", "R");
        assertThat(table.scenarios().ranks("nominal")).containsExactly(2, 3, 1);
        assertThat(table.scores("R")).containsExactly(0.5, 0.5, Double.NaN);
        assertThat(table.rankDifferences("R")).containsExactly(0, 1, Double.NaN);
        assertThat(table.shift("R").regions()).isEqualTo(2);
        assertThat(table.shift("R").meanAbsolute()).isEqualTo(0.5);
        assertThat(table.unscored("R"))
                .extracting(Object::toString)
                .containsExactly("R: region 'R' is not in the data");
        assertThat(table.rankDifferences("P")).containsExactly(Double.NaN, 0, 0);
        // without Q: P (0 + 1) / 2, R (1 + 0) / 2
        assertThat(table.rankDifferences("Q")).containsExactly(1, Double.NaN, 0);
        assertThat(table.influence())
                .extracting(InfluenceTable.Influence::element)
                .containsExactly("Q", "R", "P");
        assertThat(table.influence()).extracting(InfluenceTable.Influence::rank).containsExactly(1.0, 1.0, 3.0);
        assertThat(LeaveOneOut.regions(index).only("R", "P").run(data).elements())
                .containsExactly("P", "R");
        assertThatThrownBy(() -> LeaveOneOut.regions(index).only("Z").run(data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Z'");
    }

    @Test
    void the_only_region_and_the_only_metric_cannot_be_left_out() {
        IndexDefinition single = IndexDefinition.named("i")
                .component("x", c -> c.metric("a"))
                .component("y", c -> c.definition("declared, not measured"))
                .normalise(none())
                .build();
        Dataset one = DATA.onlyRegions(region -> region.code().equals("B"));

        assertThatThrownBy(() -> LeaveOneOut.regions(INDEX).run(one))
                .isInstanceOf(DataException.class)
                .hasMessage("scenarios: scenario 'without B': region 'B' cannot be left out: there is no other");
        for (LeavingOut way : LeavingOut.values()) {
            assertThatThrownBy(() -> LeaveOneOut.metrics(single).by(way).run(DATA))
                    .isInstanceOf(DataException.class)
                    .hasMessage("scenarios: scenario 'without a': 'a' cannot be left out: nothing else in index 'i' is"
                            + " measured and has a weight");
            InfluenceTable table = LeaveOneOut.components(single)
                    .by(way)
                    .failures(FailurePolicy.EXCLUDE)
                    .run(DATA);
            assertThat(table.failure("x").orElseThrow()).startsWith("'x' cannot be left out");
            assertThat(table.failure("y")).isEmpty();
            assertThat(table.shift("y").meanAbsolute()).isZero();
            assertThat(table.influence())
                    .extracting(InfluenceTable.Influence::element)
                    .containsExactly("y", "x");
            assertThat(table.influence().get(1).rank()).isNaN();
        }
    }

    @Test
    void the_two_ways_differ_where_missing_metrics_count() {
        Dataset gaps = Dataset.builder()
                .metrics("a", "b", "c")
                .row("A", Double.NaN, 3, 0)
                .row("B", 7, 9, 1)
                .build();
        LeaveOneOut all = LeaveOneOut.metrics(INDEX.with(m -> m.missing(MissingDataPolicy.propagate())))
                .only("a");

        LeaveOneOut zero = all.by(LeavingOut.WEIGHT_ZERO);
        assertThat(zero.run(gaps).scores("a")).containsExactly(Double.NaN, 5);
        assertThat(zero.run(gaps).unscored("a").get(0).reason()).contains("too little is present");
        assertThat(all.run(gaps).scores("a")).containsExactly(1.5, 5);
    }

    @Test
    void computed_weights_need_removal() {
        LeaveOneOut all = LeaveOneOut.level(INDEX.with(m -> m.weigh(WeightingSchemes.equal())), 1);

        assertThatThrownBy(() -> all.by(LeavingOut.WEIGHT_ZERO).run(DATA))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "'x' cannot be left out by weight 0: the weights beside it are computed and it got 0.5;"
                                + " use REMOVAL");
        assertThat(all.run(DATA).scores("x")).containsExactly(0, 1, 4, 5);
    }

    @Test
    void removal_takes_the_exceptions_for_what_has_gone() {
        IndexDefinition index = IndexDefinition.named("i")
                .component("x", c -> c.component("z", d -> d.metric("a").metric("b")))
                .component("y", c -> c.component("w", d -> d.metric("c")))
                .normalise(none())
                .normalise("a", minMax(1, 10))
                .aggregate("x", Aggregators.geometricMean())
                .aggregate("z", Aggregators.minimum())
                .aggregateLevel(2, Aggregators.arithmeticMean())
                .build();
        InfluenceTable metrics =
                LeaveOneOut.metrics(index).by(LeavingOut.REMOVAL).run(DATA);
        InfluenceTable components =
                LeaveOneOut.components(index).by(LeavingOut.REMOVAL).run(DATA);

        assertThat(metrics.scores("a")).containsExactly(new double[] {1.5, 5, 5, 4}, within(1e-12));
        assertThat(metrics.goesWith("c")).hasValue("y");
        assertThat(components.elements()).containsExactly("x", "z", "y", "w");
        assertThat(components.scores("x")).containsExactly(0, 1, 4, 5);
        assertThat(components.scores("z")).containsExactly(0, 1, 4, 5);
        assertThat(components.goesWith("z")).hasValue("x");
    }

    @Test
    void another_node_than_the_index() {
        InfluenceTable table = LeaveOneOut.metrics(INDEX).node("x").run(DATA);

        assertThat(table.scores("a")).containsExactly(3, 9, 6, 3);
        assertThat(table.scores("c")).containsExactly(6, 8, 4, 2);
        assertThat(table.shift("c").meanAbsolute()).isZero();
    }

    @Test
    void unknown_codes_are_refused() {
        InfluenceTable table = LeaveOneOut.metrics(INDEX).run(DATA);

        assertThatThrownBy(() -> table.scores("x")).hasMessageStartingWith("'x' was not left out");
        assertThatThrownBy(() -> LeaveOneOut.metrics(INDEX).only("a", "q", "x"))
                .hasMessageStartingWith("2 problems")
                .hasMessageContaining("'q' is not among what is left out");
    }

    @Test
    void reads_well_and_is_a_value() {
        InfluenceTable table = LeaveOneOut.metrics(INDEX).run(DATA);

        assertThat(table).hasToString("""
                i: 3 left out in turn, 4 regions
                left out  influence  compared  mean shift  max  spearman   tau-b  >1  >2  >3  >5  >10
                b                 1         4        1.25    3    -0.316  -0.183   1   1   0   0    0
                c                 2         4        1.00    2     0.400   0.333   1   0   0   0    0
                a                 3         4        0.25    1     0.949   0.913   0   0   0   0    0""");
        assertThat(table.influence().get(0)).hasToString("1 b: mean shift 1.25");
        assertThat(table).isEqualTo(LeaveOneOut.metrics(INDEX).run(DATA));
        assertThat(table).hasSameHashCodeAs(LeaveOneOut.metrics(INDEX).run(DATA));
        assertThat(table).isNotEqualTo(LeaveOneOut.metrics(INDEX).only("a").run(DATA));
        assertThat(LeaveOneOut.regions(INDEX).only("A")).hasToString("LeaveOneOut of i: regions, only 1");
    }
}
