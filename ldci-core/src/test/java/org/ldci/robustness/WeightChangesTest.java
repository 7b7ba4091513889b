package org.ldci.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ldci.aggregate.Aggregators;
import org.ldci.data.DataException;
import org.ldci.data.Dataset;
import org.ldci.data.DatasetBuilder;
import org.ldci.definition.IndexDefinition;
import org.ldci.engine.CompositeIndex;
import org.ldci.normalise.Normalisers;
import org.ldci.weight.WeightingSchemes;

/** Changes of weights mean the same alone, beside other changes, and beside weights that are drawn. */
class WeightChangesTest {
    private static final IndexDefinition INDEX = IndexDefinition.named("i")
            .component("a", c -> c.metric("a1").metric("a2").metric("a3"))
            .component("b", c -> c.metric("b1").metric("b2").metric("b3"))
            .normalise(Normalisers.none())
            .build();

    /** A is first whatever the weights; the other rows are there for tall blocks. */
    private static Dataset data(int regions, double... first) {
        DatasetBuilder data =
                Dataset.builder().metrics("a1", "a2", "a3", "b1", "b2", "b3").row("A", first);
        for (int i = 1; i < regions; i++) {
            data.row("R" + i, 1, 1 + i % 3, 2, 1, 2, 1 + i % 2);
        }
        return data.build();
    }

    private static Choice beside(Change change, Change other) {
        Map<String, Change> changes = new LinkedHashMap<>();
        changes.put("change", change);
        changes.put("other", other);
        return Factors.choice("choice", changes);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 120})
    void a_metric_that_is_left_out_stays_out_whatever_draws_the_weights(int regions) {
        Dataset data = data(regions, 100, 5, 5, 5, 5, 5);
        Change geometric = new Change.AggregateLevel(0, Aggregators.geometricMean());
        for (WeightVariation weights : List.of(
                Factors.weightsWithin(WeightSpace.overMetrics()),
                Factors.weightsWithin(WeightSpace.ofComponent("a")),
                Factors.uniformWeights(),
                Factors.dirichletWeights(5),
                Factors.weights(0.5))) {
            for (Change other : List.of(new Change.LeaveOut("a1"), geometric)) {
                RobustnessResult result = Robustness.of(INDEX)
                        .vary(weights)
                        .vary(beside(new Change.LeaveOut("a1"), other).withProbabilities(1 - 1e-9, 1e-9))
                        .withCentralWeights()
                        .replicates(200)
                        .run(data);
                assertThat(result.scenarios())
                        .allMatch(scenario -> !scenario.label().contains("other"));
                assertThat(result.greatestScore("A")).isCloseTo(5, within(1e-9));
                assertThat(result.centralWeights("A").get("a1")).isZero();
            }
        }
    }

    /** The engine finds these weights itself, so that a weight of 0 in the definition would count for nothing. */
    @Test
    void a_metric_is_left_out_of_computed_weights_too() {
        IndexDefinition computed = INDEX.with(method -> method.weigh(WeightingSchemes.equal()));
        RobustnessResult result = Robustness.of(computed)
                .vary(beside(new Change.LeaveOut("a1"), new Change.Normalise(Normalisers.minMax(0, 1))))
                .replicates(10)
                .run(data(3, 100, 5, 5, 5, 5, 5));
        assertThat(result.greatestScore("A")).isCloseTo(5, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 120})
    void a_region_that_has_nothing_but_what_is_left_out_fails_as_in_the_engine(int regions) {
        Dataset data = data(regions, 9, Double.NaN, Double.NaN, 9, 9, 9);
        Change leaveOut = new Change.LeaveOut("a1");
        String message = "the weights of the children that are present sum to 0";
        assertThatThrownBy(() -> CompositeIndex.of(leaveOut.apply(INDEX)).score(data))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(message);
        Robustness study = Robustness.of(INDEX)
                .vary(beside(leaveOut, new Change.Nothing()))
                .vary(Factors.weights(0.25))
                .replicates(100);
        assertThatThrownBy(() -> study.run(data))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("choice = change")
                .hasMessageEndingWith("component 'a', region 'A': " + message);
        RobustnessResult excluded = study.failures(FailurePolicy.EXCLUDE).run(data);
        assertThat(excluded.failed()).isBetween(30L, 70L);
        assertThat(excluded.ranked("A")).isEqualTo(excluded.replicates());
    }

    @Test
    void a_set_can_give_weight_to_what_has_none() {
        IndexDefinition none = INDEX.withWeight("a1", 0);
        Dataset data = data(3, 100, 1, 1, 100, 1, 1);
        for (Map<String, Double> set : List.of(Map.of("a1", 1.0, "a2", 0.0, "a3", 0.0), Map.of("a1", 5.0))) {
            RobustnessResult result = Robustness.of(none)
                    .vary(Factors.weightSets(Map.of("set", set)))
                    .replicates(5)
                    .run(data);
            assertThat(result.meanScore("A"))
                    .isCloseTo(
                            CompositeIndex.of(none.withWeights(set)).score(data).score("A"), within(1e-10));
        }
    }

    /** The scenario without a1 and b1 has no node for weights that are drawn of the others. */
    @Test
    void weights_of_metrics_that_a_scenario_lacks_touch_nothing() {
        IndexDefinition less = IndexDefinition.named("i")
                .component("a", c -> c.metric("a2").metric("a3"))
                .component("b", c -> c.metric("b2").metric("b3"))
                .normalise(Normalisers.none())
                .build();
        Dataset data = data(3, 100, 5, 5, 5, 5, 5);
        Robustness study = Robustness.of(INDEX)
                .vary(Factors.dirichletWeights(5).under("b").named("b"))
                .vary(Factors.weightsWithin(WeightSpace.ofComponent("a")).named("a"))
                .vary(beside(new Change.Custom(definition -> less), new Change.Nothing()))
                .replicates(3000)
                .withCentralWeights();
        RobustnessResult one = study.threads(1).run(data);
        assertThat(study.threads(2).run(data).sameCounts(one)).isTrue();
        RobustnessResult first = study.threads(1).run(data, 0, 777);
        assertThat(study.threads(1).run(data, 777, 3000).merge(first).sameCounts(one))
                .isTrue();
    }

    /** The first region is always last, far from its nominal rank. */
    @ParameterizedTest
    @ValueSource(ints = {5000, 300_000})
    void probabilities_of_ranks_in_bins_sum_to_one(int regions) {
        double[] scores = new double[regions];
        int[] ranks = new int[regions];
        Arrays.setAll(scores, i -> regions - i);
        Arrays.setAll(ranks, i -> i + 1);
        Tally tally = new Tally(scores, ranks, false, 0);
        Block block = new Block(3, regions, 0, true);
        block.lanes = 3;
        for (int lane = 0; lane < 3; lane++) {
            for (int i = 0; i < regions; i++) {
                block.scores[lane][i] = scores[regions - 1 - i];
                block.ranks[lane][i] = regions - i;
            }
        }
        tally.add(block, 0);
        tally.end();
        TallyReader read = new TallyReader(tally);
        assertThat(read.rankShareUpTo(0, regions)).isEqualTo(1);
        assertThat(read.rankShareUpTo(0, regions - 1)).isZero();
        assertThat(read.rankShare(0, regions)).isEqualTo(1);
        assertThat(read.rankQuantile(0, 0.5)).isEqualTo(regions);
        int middle = regions / 3;
        double sum = 0;
        for (int rank = 1; rank <= regions; rank++) {
            sum += read.rankShare(middle, rank);
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
    }
}
