package org.ldci.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ldci.aggregate.Aggregators;
import org.ldci.data.DataException;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.engine.CompositeIndex;
import org.ldci.engine.IndexResult;
import org.ldci.model.Region;
import org.ldci.normalise.Normalisers;
import org.ldci.robustness.PartialOrder.Edge;
import org.ldci.robustness.PartialOrder.Relation;
import org.ldci.shared.SharedReference;

/** Cases that can be worked out by hand, most with two criteria: everything depends on w, the weight of m0. */
class WeightStatementsTest {
    /**
     * On a grid many differences are equal and many programmes have their best answer on an edge. Whoever can be ahead at all
     * can overtake, and the weights that are given for it do it.
     */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 6})
    void overtaking_is_possible_where_the_partial_order_says_so(int m) {
        Random random = new Random(m);
        for (int trial = 0; trial < 60; trial++) {
            double[] weights = new double[m];
            Arrays.setAll(weights, j -> 1 + random.nextInt(4));
            double[][] rows = new double[8][m];
            for (double[] row : rows) {
                Arrays.setAll(row, j -> trialValue(random));
            }
            IndexResult result =
                    Weighed.of(Aggregators.arithmeticMean(), weights, rows).score();
            for (WeightSpace space : List.of(
                    WeightSpace.ofIndex(),
                    WeightSpace.ofIndex().band(0.25),
                    WeightSpace.ofIndex().ordered("m0", "m1"),
                    WeightSpace.ofIndex().atLeast("m0", 0.1).atMost("m1", 0.5))) {
                WeightStatements statements = WeightStatements.of(result, space);
                PartialOrder order = statements.partialOrder();
                for (int a = 0; a < 8; a++) {
                    for (int b = 0; b < 8; b++) {
                        if (a != b) {
                            PartialOrder.Relation relation = order.relation("r" + a, "r" + b);
                            boolean canLead = relation == PartialOrder.Relation.ALWAYS_AHEAD
                                    || relation == PartialOrder.Relation.NEVER_BEHIND
                                    || relation == PartialOrder.Relation.DEPENDS_ON_WEIGHTS;
                            check(statements.overtaking("r" + a, "r" + b), canLead, rows[a], rows[b]);
                        }
                    }
                }
            }
        }
    }

    private static double trialValue(Random random) {
        return 1 + random.nextInt(5);
    }

    private static void check(Overtaking overtaking, boolean canLead, double[] challenger, double[] leader) {
        assertThat(overtaking.isPossible()).isEqualTo(canLead);
        assertThat(overtaking.band().isPresent()).isEqualTo(canLead);
        for (Overtaking.Change change : Stream.concat(overtaking.total().stream(), overtaking.band().stream())
                .toList()) {
            double lead = 0;
            int j = 0;
            for (double weight : change.weights().values()) {
                assertThat(weight).isBetween(0.0, 1.0);
                lead += weight * (challenger[j] - leader[j]);
                j++;
            }
            assertThat(lead).isPositive();
        }
    }

    private static final double NAN = Double.NaN;

    /** r0 = (1, 0), r1 = (0, 1), r2 = (0.6, 0.6), r3 = (0.3, 0.5). */
    private static WeightStatements four(WeightSpace space) {
        return WeightStatements.of(
                Weighed.of(Aggregators.arithmeticMean(), new double[] {1, 1}, new double[][] {
                            {1, 0}, {0, 1}, {0.6, 0.6}, {0.3, 0.5}
                        })
                        .score(),
                space);
    }

    private static void assertRange(WeightStatements statements, String region, int nominal, int best, int worst) {
        RankRange range = statements.rankRange(region);
        assertThat(range.isExact()).isTrue();
        assertThat(List.of(range.nominal(), range.best().rank(), range.worst().rank()))
                .as(region)
                .containsExactly(nominal, best, worst);
    }

    /**
     * The leads are straight lines in w. r0 passes r2 at w = 0.6, r3 at 0.5 / 1.2, r1 at 0.5; r1 passes r2 at 0.4, r3 at 0.5 / 0.8.
     * So r3 is ahead of both r0 and r1 nowhere, as r0 leads from 0.417 and r1 up to 0.625.
     */
    @Test
    void extreme_ranks_of_four_regions_by_two_criteria() {
        WeightStatements all = four(WeightSpace.ofIndex());
        assertRange(all, "r0", 2, 1, 4);
        assertRange(all, "r1", 2, 1, 4);
        assertRange(all, "r2", 1, 1, 2);
        assertRange(all, "r3", 4, 3, 4);
        assertThat(all.rankRange("r0").best().weights().get("m0")).isGreaterThan(0.6);
        assertThat(all.rankRanges().exact()).isEqualTo(4);
    }

    /** With w from 0.45 to 0.55, r0 and r1 are behind r2 and ahead of r3 in either order. */
    @Test
    void bounds_narrow_the_ranks() {
        WeightStatements some = four(WeightSpace.ofIndex().atLeast("m0", 0.45).atMost("m0", 0.55));
        assertRange(some, "r0", 2, 2, 3);
        assertRange(some, "r1", 2, 2, 3);
        assertRange(some, "r2", 1, 1, 1);
        assertRange(some, "r3", 4, 4, 4);
        assertThat(some.potentiallyFirst()).containsExactly("r2");
        PartialOrder order = some.partialOrder();
        assertThat(order.relation("r2", "r0")).isEqualTo(Relation.ALWAYS_AHEAD);
        assertThat(order.relation("r3", "r1")).isEqualTo(Relation.ALWAYS_BEHIND);
        assertThat(order.relation("r0", "r1")).isEqualTo(Relation.DEPENDS_ON_WEIGHTS);
        assertThat(order.edges())
                .containsExactly(
                        new Edge("r0", "r3"), new Edge("r1", "r3"), new Edge("r2", "r0"), new Edge("r2", "r1"));
        assertThat(order.maximal()).containsExactly("r2");
        assertThat(order.settledShare()).isEqualTo(5 / 6.0);
    }

    /** An order w >= 1 - w: r0 reaches 3 at w = 0.5 only in a tie with r1, so never behind it. */
    @Test
    void an_order_makes_a_tie_at_its_end() {
        WeightStatements ordered = four(WeightSpace.ofIndex().ordered("m0", "m1"));
        assertThat(ordered.partialOrder().relation("r0", "r1")).isEqualTo(Relation.NEVER_BEHIND);
        assertThat(ordered.partialOrder().relation("r1", "r0")).isEqualTo(Relation.NEVER_AHEAD);
        assertRange(ordered, "r0", 2, 1, 2);
        // in the tie at w = 0.5, and nowhere else
        assertRange(ordered, "r1", 2, 2, 4);
        assertThat(ordered.rankRange("r1").best().weights().get("m0")).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void dominance_is_about_every_child() {
        WeightStatements all = four(WeightSpace.ofIndex());
        assertThat(all.dominates("r2", "r3")).isTrue();
        assertThat(all.dominates("r3", "r2")).isFalse();
        assertThat(all.dominates("r0", "r3")).isFalse();
        assertThat(all.dominates("r2", "r2")).isFalse();
        assertThat(all.partialOrder().edges()).containsExactly(new Edge("r2", "r3"));
        assertThat(all.partialOrder().maximal()).containsExactly("r0", "r1", "r2");
        assertThat(all.potentiallyFirst()).containsExactly("r0", "r1", "r2");
    }

    /** r0 passes r2 at w = 0.6: 0.1 moves; of raw weights 0.5 (1 + r) and 0.5 (1 - r) the share is 0.6 at r = 0.2. */
    @Test
    void smallest_change_by_hand() {
        Overtaking change = four(WeightSpace.ofIndex()).overtaking("r0", "r2");
        assertThat(change.total().orElseThrow().size()).isCloseTo(0.2, within(1e-8));
        assertThat(change.band().orElseThrow().size()).isCloseTo(0.2, within(1e-8));
        assertThat(change.band().orElseThrow().weights().get("m0")).isCloseTo(0.6, within(1e-8));
        assertThat(change.nominal()).containsExactly(Map.entry("m0", 0.5), Map.entry("m1", 0.5));
        Overtaking none = four(WeightSpace.ofIndex()).overtaking("r3", "r2");
        assertThat(none.isPossible()).isFalse();
        assertThat(none.band()).isEmpty();
        assertThat(none.toString()).startsWith("Overtaking: no admissible weights put r3 ahead of r2");
        assertThat(four(WeightSpace.ofIndex().band(0.1)).overtaking("r0", "r2").isPossible())
                .isFalse();
        assertThat(four(WeightSpace.ofIndex())
                        .overtaking("r2", "r0")
                        .total()
                        .orElseThrow()
                        .size())
                .isZero();
    }

    /** Nominal weights (0.5, 0.5) are not admissible if m0 has at least 0.7, where r0 is ahead already: 0.2 must move. */
    @Test
    void a_change_leads_into_the_admissible_weights() {
        Overtaking change = four(WeightSpace.ofIndex().atLeast("m0", 0.7)).overtaking("r0", "r2");
        assertThat(change.total().orElseThrow().size()).isCloseTo(0.4, within(1e-12));
        assertThat(change.band().orElseThrow().size()).isCloseTo(0.4, within(1e-12));
    }

    /** A harmonic mean: 1 / (w / 4 + 1 - w) is above 2 from w = 2 / 3. */
    @Test
    void a_falling_transform_turns_the_order_round() {
        IndexResult result = Weighed.of(
                        Aggregators.harmonicMean(), new double[] {1, 1}, new double[][] {{4, 1}, {2, 2}})
                .score();
        WeightStatements all = WeightStatements.of(result);
        assertRange(all, "r0", 2, 1, 2);
        assertThat(all.overtaking("r0", "r1").total().orElseThrow().size()).isCloseTo(1 / 3.0, within(1e-8));
        assertThat(all.weightIntervals().interval("m0").leaderTo().weight()).isCloseTo(2 / 3.0, within(1e-12));
    }

    /** r0 and r1 tie at 0.5; r2 leads from 0.4 to 0.6. */
    @Test
    void weight_intervals_by_hand() {
        WeightIntervals.Interval tied =
                four(WeightSpace.ofIndex()).weightIntervals().interval("m0");
        assertThat(tied.rankingFrom().weight()).isEqualTo(0.5);
        assertThat(tied.rankingTo().weight()).isEqualTo(0.5);
        assertThat(tied.leaderFrom().weight()).isCloseTo(0.4, within(1e-15));
        assertThat(tied.leaderTo().weight()).isCloseTo(0.6, within(1e-15));
        assertThat(tied.leaderTo().swap()).hasValue(new WeightIntervals.Swap("r2", "r0"));

        // r1 first down to w = 0.4, where r2 passes it and r0 has yet to
        WeightIntervals.Interval clear = WeightStatements.of(Weighed.of(
                                Aggregators.arithmeticMean(),
                                new double[] {1, 3},
                                new double[][] {{1, 0}, {0, 1}, {0.6, 0.6}})
                        .score())
                .weightIntervals()
                .interval("m0");
        assertThat(clear.nominal()).isEqualTo(0.25);
        assertThat(clear.rankingFrom()).isEqualTo(new WeightIntervals.End(0, Optional.empty()));
        assertThat(clear.rankingTo().weight()).isCloseTo(0.4, within(1e-15));
        assertThat(clear.rankingTo().swap()).hasValue(new WeightIntervals.Swap("r1", "r2"));
    }

    @Test
    void a_child_with_all_the_weight_has_no_interval() {
        WeightIntervals intervals = WeightStatements.of(Weighed.of(
                                Aggregators.arithmeticMean(), new double[] {1, 0}, new double[][] {{1, 0}, {0, 1}})
                        .score())
                .weightIntervals();
        assertThat(intervals.interval("m0").rankingTo().weight()).isNaN();
        assertThat(intervals.interval("m1").rankingTo().weight()).isCloseTo(0.5, within(1e-15));
        assertThatThrownBy(() -> intervals.interval("m2")).hasMessage("there is no weight of 'm2'");
    }

    @Test
    @EnabledIf(value = "org.ldci.shared.SharedReference#isPresent", disabledReason = "the reference folder is not here")
    void agrees_with_the_analytic_case_of_three_alternatives() {
        Object reference = SharedReference.at(
                SharedReference.json("methods/analytic/smaa_analytic.json"), "three_alternatives_two_criteria");
        IndexResult result = Weighed.of(
                        Aggregators.arithmeticMean(), new double[] {1, 1}, new double[][] {{1, 0}, {0, 1}, {0.6, 0.6}})
                .score();
        WeightStatements all = WeightStatements.of(result);
        String[] names = {"A", "B", "C"};
        for (int i = 0; i < 3; i++) {
            double[] acceptability =
                    SharedReference.numbers(SharedReference.at(reference, "rank_acceptability", names[i]));
            int best = 0;
            int worst = 3;
            while (acceptability[best] == 0) {
                best++;
            }
            while (acceptability[worst - 1] == 0) {
                worst--;
            }
            RankRange range = all.rankRange("r" + i);
            assertThat(range.best().rank()).as(names[i]).isEqualTo(best + 1);
            assertThat(range.worst().rank()).as(names[i]).isEqualTo(worst);
        }
        double[] breakpoints = SharedReference.numbers(SharedReference.at(reference, "breakpoints"));
        WeightIntervals.Interval interval = all.weightIntervals().interval("m0");
        assertThat(interval.leaderFrom().weight()).isCloseTo(breakpoints[0], within(1e-15));
        assertThat(interval.leaderTo().weight()).isCloseTo(breakpoints[2], within(1e-15));
    }

    // ---- what is refused

    @Test
    void refuses_constraints_that_no_weights_meet_and_names_them() {
        assertThatThrownBy(() -> four(WeightSpace.ofIndex()
                        .atLeast("m0", 0.6)
                        .band(1)
                        .atMost("m0", 0.9)
                        .ordered("m1", "m0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no weights of [m0, m1] meet these constraints together: m0 >= 0.6; m1 >= m0");
    }

    @Test
    void refuses_unknown_codes() {
        assertThatThrownBy(() -> four(WeightSpace.ofIndex().atLeast("m9", 0.6)))
                .hasMessageContaining("names 'm9', which is none of [m0, m1]");
        assertThatThrownBy(() -> four(WeightSpace.ofComponent("skills")))
                .hasMessageContaining("unknown component 'skills'");
        assertThatThrownBy(() -> four(WeightSpace.ofIndex()).overtaking("r0", "r0"))
                .hasMessage("region 'r0' cannot overtake itself");
        assertThatThrownBy(() -> four(WeightSpace.ofIndex()).withWorkLimit(-1))
                .hasMessage("the limit of work must be at least 0 but is -1");
    }

    @Test
    void refuses_aggregators_that_are_no_power_means() {
        IndexResult result = Weighed.of(Aggregators.median(), new double[] {1, 1}, new double[][] {{1, 0}, {0, 1}})
                .score();
        assertThatThrownBy(() -> WeightStatements.of(result))
                .hasMessageContaining("exact statements need a power mean");
    }

    @Test
    void refuses_gaps_unless_complete_regions_are_asked_for() {
        IndexResult result = Weighed.of(Aggregators.arithmeticMean(), new double[] {1, 1}, new double[][] {
                    {1, 0}, {0.2, NAN}, {0, 1}, {NAN, NAN}, {0.6, 0.6}
                })
                .score();
        assertThatThrownBy(() -> WeightStatements.of(result))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("region 'r1' has a score but none in [m1]")
                .hasMessageContaining("complete regions only");
        WeightStatements complete = WeightStatements.ofCompleteRegions(result, WeightSpace.ofIndex());
        assertThat(complete.regions()).extracting(region -> region.code()).containsExactly("r0", "r2", "r4");
        assertRange(complete, "r4", 1, 1, 2);
        assertThatThrownBy(() -> complete.rankRange("r1")).hasMessageContaining("region 'r1' is not among the 3");
    }

    // ---- trees

    private static IndexDefinition tree() {
        return IndexDefinition.named("tree")
                .component("a", c -> c.weight(2).metric("a0").metric("a1"))
                .component("b", c -> c.metric("b0"))
                .normalise(Normalisers.none())
                .build();
    }

    private static IndexResult scored(IndexDefinition definition) {
        Dataset data = Dataset.of(
                List.of(Region.of("x"), Region.of("y"), Region.of("z")),
                List.of("a0", "a1", "b0"),
                new double[] {9, 1, 4, 1, 9, 4, 5, 5, 6});
        return CompositeIndex.of(definition).score(data);
    }

    /** a is (5, 5, 4), b is (5, 5, 6): x and y are tied whatever a and b weigh, and differ by what a0 and a1 do. */
    @Test
    void the_scope_says_whose_weights_vary() {
        IndexResult result = scored(tree());
        WeightStatements top = WeightStatements.of(result);
        assertThat(top.partialOrder().relation("x", "y")).isEqualTo(Relation.ALWAYS_TIED);
        assertThat(top.children()).containsExactly("a", "b");
        WeightStatements inside = WeightStatements.of(result, WeightSpace.ofComponent("a"));
        assertThat(inside.children()).containsExactly("a0", "a1");
        assertThat(inside.partialOrder().relation("x", "y")).isEqualTo(Relation.DEPENDS_ON_WEIGHTS);

        // z = 4 a + 6 b is ahead of x = 9 a0 + a1 + 5 b unless 5 a0 > 3 a1 + b
        WeightSpace space = WeightSpace.overMetrics().atMost("a", 0.5).constraint(Map.of("a0", 1.0, "a1", -1.0));
        WeightStatements metrics = WeightStatements.of(result, space);
        assertThat(metrics.children()).containsExactly("a0", "a1", "b0");
        assertThat(metrics.overtaking("x", "z").isPossible()).isTrue();
        // a0 = a1 = 1 / 3 = b0: x has 15 / 3, z 14 / 3, y 15 / 3
        assertThat(metrics.rankRange("x").nominal()).isEqualTo(1);
        assertThat(metrics.rankRange("y").best().rank()).isEqualTo(1);
        assertThat(metrics.partialOrder().relation("x", "y")).isEqualTo(Relation.NEVER_BEHIND);
        // x leads z by 5 a0 - 3 a1 - b; at the worst of a band r at both levels, where a has a raw weight of 2 (1 - r)
        // and b of
        // 1 + r, by (1 - 4 r) 2 (1 - r) - (1 + r): 0.0748 at r = 0.09 and -0.02 at r = 0.1
        assertThat(WeightStatements.of(result, WeightSpace.overMetrics().band(0.1))
                        .partialOrder()
                        .relation("x", "z"))
                .isEqualTo(Relation.DEPENDS_ON_WEIGHTS);
        WeightStatements band =
                WeightStatements.of(result, WeightSpace.overMetrics().band(0.09));
        assertThat(band.partialOrder().relation("x", "z")).isEqualTo(Relation.ALWAYS_AHEAD);
        assertThat(band.rankRange("z").best().rank()).isEqualTo(3);
    }

    @Test
    void weights_of_all_metrics_need_one_mean_throughout() {
        IndexResult mixed = scored(tree().with(m -> m.aggregateLevels(Map.of(0, Aggregators.geometricMean()))));
        assertThatThrownBy(() -> WeightStatements.of(mixed, WeightSpace.overMetrics()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'tree' has: geometric mean, and 'a': arithmetic mean");
        IndexResult geometric = scored(tree().with(m -> m.aggregate(Aggregators.geometricMean())));
        assertThat(WeightStatements.of(geometric, WeightSpace.overMetrics()).children())
                .containsExactly("a0", "a1", "b0");
    }

    // ---- how it reads

    @Test
    void reads_well_in_jshell() {
        WeightStatements statements = WeightStatements.of(
                Weighed.random(7, Aggregators.arithmeticMean(), 40, 12).score(),
                WeightSpace.ofIndex().band(0.25));
        assertThat(statements.toString())
                .hasSizeLessThan(1000)
                .startsWith("WeightStatements: 40 regions by 12 weights");
        assertThat(statements.rankRanges().toString())
                .hasSizeLessThan(1000)
                .startsWith("Rank ranges: 40 regions, all exact\n");
        assertThat(statements.partialOrder().toString())
                .hasSizeLessThan(1000)
                .startsWith("Partial order: 40 regions, ");
        assertThat(statements.weightIntervals().toString())
                .hasSizeLessThan(1000)
                .startsWith("Weight intervals: ");
        assertThat(statements.overtaking("r1", "r2").toString())
                .hasSizeLessThan(1000)
                .startsWith("Overtaking: ");
        assertThat(statements.rankRanges()).isEqualTo(statements.rankRanges());
    }

    /** Every line of change is swept, so that the number of regions is no matter. */
    @Test
    void three_weights_are_exact_for_many_regions() {
        WeightStatements statements = WeightStatements.of(
                Weighed.random(5, Aggregators.arithmeticMean(), 150, 3).score());
        assertThat(statements.rankRanges().exact()).isEqualTo(150);
    }

    @Test
    void many_weights_are_exact_for_a_state_of_regions() {
        for (int m : new int[] {8, 49}) {
            WeightStatements statements = WeightStatements.of(
                    Weighed.random(6, Aggregators.arithmeticMean(), 51, m).score());
            assertThat(statements.rankRanges().exact()).as("%d weights", m).isEqualTo(51);
        }
    }

    /** Without work every end is an interval that holds the proved rank. */
    @Test
    void a_limit_of_work_leaves_honest_intervals() {
        WeightStatements exact = WeightStatements.of(
                Weighed.random(11, Aggregators.arithmeticMean(), 14, 4).score());
        WeightStatements lazy = exact.withWorkLimit(0);
        int open = 0;
        for (RankRange range : exact.rankRanges().ranges()) {
            RankRange rough = lazy.rankRange(range.region());
            assertThat(range.isExact()).isTrue();
            assertThat(rough.best().bound()).isLessThanOrEqualTo(range.best().rank());
            assertThat(rough.best().rank()).isGreaterThanOrEqualTo(range.best().rank());
            assertThat(rough.worst().bound())
                    .isGreaterThanOrEqualTo(range.worst().rank());
            assertThat(rough.worst().rank()).isLessThanOrEqualTo(range.worst().rank());
            open += rough.isExact() ? 0 : 1;
        }
        assertThat(open).isPositive();
        assertThat(lazy.rankRanges().toString()).contains("limit of work");
    }
}
