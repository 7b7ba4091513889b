package org.ldci.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ldci.aggregate.Aggregators;
import org.ldci.data.DataException;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.InvalidIndexException;
import org.ldci.engine.CompositeIndex;
import org.ldci.engine.IndexResult;
import org.ldci.engine.RandomIndex;
import org.ldci.internal.sampling.RandomPoints;
import org.ldci.normalise.Normalisers;
import org.ldci.rank.Ranking;
import org.ldci.rank.TiesStrategy;
import org.ldci.weight.WeightingSchemes;

/** What every replicate must be: what the engine gives for the same choices and weights. */
class ReplicateProperties {
    @Provide
    Arbitrary<RandomIndex> indices() {
        return RandomIndex.any();
    }

    /** A replicate beside its weights. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Replicate(long number, long scenario, double[] scores, int[] ranks, Map<String, Double> weights) {}

    private static List<Replicate> replicates(Simulation simulation, long count) {
        Replicator replicator = new Replicator(simulation, new RandomPoints(7, simulation.dimension), false, true);
        List<Replicate> found = new ArrayList<>();
        for (long from = 0; from < count; from += replicator.chunk()) {
            replicator.run(from, Math.min(count, from + replicator.chunk()), (block, scenario) -> {
                for (int lane = 0; lane < block.lanes; lane++) {
                    double[] scores = new double[block.regions];
                    int[] ranks = new int[block.regions];
                    for (int i = 0; i < block.regions; i++) {
                        scores[i] = block.score(i, lane);
                        ranks[i] = block.rank(i, lane);
                    }
                    Map<String, Double> weights = new HashMap<>();
                    for (int node = 1; node < simulation.tree.size(); node++) {
                        weights.put(simulation.tree.codes.get(node), block.shares[node][lane]);
                    }
                    if (!block.failed(lane)) {
                        found.add(new Replicate(block.replicates[lane], scenario, scores, ranks, weights));
                    }
                }
            });
        }
        return found;
    }

    private static IndexDefinition weighed(IndexDefinition definition, Map<String, Double> weights) {
        return definition
                .with(method -> method.weigh(WeightingSchemes.given())
                        .weighLevels(Map.of())
                        .weighComponents(Map.of()))
                .withWeights(weights);
    }

    @Property(tries = 150)
    void a_replicate_has_the_scores_and_ranks_that_the_engine_gives_for_its_weights(
            @ForAll("indices") RandomIndex index, @ForAll boolean uniform, @ForAll boolean tall) {
        RobustnessStudy study = RobustnessStudy.builder()
                .addFactors(uniform ? Factors.uniformWeights() : Factors.weights(0.5))
                .build();
        Simulation simulation = new Simulation(index.definition(), index.data(), study, tall);
        for (Replicate replicate : replicates(simulation, 5)) {
            IndexResult expected = CompositeIndex.of(weighed(index.definition(), replicate.weights))
                    .score(index.data());
            compare(replicate, expected.scores());
        }
    }

    @Property(tries = 150)
    void regions_side_by_side_have_the_bits_of_lanes_side_by_side(@ForAll("indices") RandomIndex index) {
        RobustnessStudy study = RobustnessStudy.builder()
                .addFactors(Factors.weights(0.5))
                .addFactors(Factors.aggregatorsAt(0, Aggregators.geometricMean(), Aggregators.arithmeticMean()))
                .failures(FailurePolicy.EXCLUDE)
                .build();
        List<Replicate> wide = replicates(new Simulation(index.definition(), index.data(), study, false), 20);
        List<Replicate> tall = replicates(new Simulation(index.definition(), index.data(), study, true), 20);
        assertThat(tall).hasSameSizeAs(wide);
        for (int k = 0; k < wide.size(); k++) {
            assertThat(tall.get(k).number).isEqualTo(wide.get(k).number);
            assertThat(tall.get(k).scores).isEqualTo(wide.get(k).scores);
            assertThat(tall.get(k).ranks).isEqualTo(wide.get(k).ranks);
        }
    }

    @Property(tries = 60)
    void choices_and_weights_of_one_level_give_what_the_engine_gives(@ForAll("indices") RandomIndex index) {
        Choice aggregators = Factors.aggregators(
                Aggregators.arithmeticMean(),
                Aggregators.powerMean(2),
                Aggregators.median(),
                Aggregators.powerMean(0.5));
        Choice normalisers = Factors.normalisers(Normalisers.minMax(1, 100), Normalisers.rank(TiesStrategy.MIN));
        RobustnessStudy study = RobustnessStudy.builder()
                .addFactors(aggregators)
                .addFactors(Factors.weights(0.25).atLevels(0))
                .addFactors(normalisers)
                .build();
        Simulation simulation = new Simulation(index.definition(), index.data(), study);
        for (Replicate replicate : replicates(simulation, 12)) {
            int a = (int) (replicate.scenario % 4);
            int n = (int) (replicate.scenario / 4);
            IndexDefinition changed = aggregators.alternatives().get(a).change().apply(index.definition());
            changed = normalisers.alternatives().get(n).change().apply(changed);
            compare(
                    replicate,
                    CompositeIndex.of(weighed(changed, replicate.weights))
                            .score(index.data())
                            .scores());
        }
    }

    @Property(tries = 60)
    void leaving_out_is_a_weight_of_zero(@ForAll("indices") RandomIndex index) {
        RobustnessStudy study = RobustnessStudy.builder()
                .addFactors(Factors.metricLeftOut(index.definition()))
                .failures(FailurePolicy.EXCLUDE)
                .build();
        Simulation simulation = new Simulation(index.definition(), index.data(), study);
        Choice choice = (Choice) study.factors().get(0);
        double[] point = new double[1];
        for (Replicate replicate : replicates(simulation, 6)) {
            new RandomPoints(7, 1).point(replicate.number, point, 0);
            double[] expected;
            try {
                IndexDefinition changed =
                        choice.alternatives().get(choice.at(point[0])).change().apply(index.definition());
                expected = CompositeIndex.of(changed).score(index.data()).scores();
            } catch (DataException | InvalidIndexException e) {
                continue; // the last of its siblings, in the whole or in a region; the engine refuses that
            }
            compare(replicate, expected);
        }
    }

    private static void compare(Replicate replicate, double[] expected) {
        double[] ranks = Ranking.ranks(replicate.scores, TiesStrategy.MIN);
        for (int i = 0; i < expected.length; i++) {
            if (Double.isNaN(expected[i])) {
                assertThat(replicate.scores[i]).isNaN();
                assertThat(replicate.ranks[i]).isZero();
            } else {
                assertThat(replicate.scores[i]).isCloseTo(expected[i], within(1e-11 * (1 + Math.abs(expected[i]))));
                assertThat(replicate.ranks[i]).isEqualTo((int) ranks[i]);
            }
        }
    }
}
