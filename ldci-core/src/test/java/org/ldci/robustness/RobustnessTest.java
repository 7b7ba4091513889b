package org.ldci.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ldci.aggregate.Aggregators.arithmeticMean;
import static org.ldci.aggregate.Aggregators.geometricMean;
import static org.ldci.normalise.Normalisers.minMax;
import static org.ldci.normalise.Normalisers.none;
import static org.ldci.normalise.Normalisers.rank;
import static org.ldci.normalise.Normalisers.zScore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ldci.data.DataException;
import org.ldci.data.Dataset;
import org.ldci.data.DatasetBuilder;
import org.ldci.definition.IndexDefinition;
import org.ldci.engine.CompositeIndex;
import org.ldci.model.Region;
import org.ldci.rank.TiesStrategy;
import org.ldci.shared.SharedReference;

class RobustnessTest {
    private static final IndexDefinition INDEX = IndexDefinition.named("index")
            .component("x", c -> c.weight(2).metric("a").metric("b", m -> m.lowerIsBetter()))
            .component("y", c -> c.metric("c").metric("d").metric("e"))
            .normalise(minMax(1, 100))
            .aggregateLevel(0, geometricMean())
            .build();

    private static Dataset data(int regions) {
        Random random = new Random(3);
        DatasetBuilder builder = Dataset.builder().metrics("a", "b", "c", "d", "e");
        for (int i = 0; i < regions; i++) {
            double level = random.nextDouble();
            double[] values = new double[5];
            Arrays.setAll(values, j -> 10 * (level + random.nextDouble()));
            values[3] = i % 7 == 3 ? Double.NaN : values[3];
            builder.row("R" + i, values);
        }
        return builder.build();
    }

    private static Robustness study() {
        return Robustness.of(INDEX)
                .vary(Factors.weights(0.25))
                .vary(Factors.normalisers(minMax(1, 100), zScore(100, 10)))
                .vary(Factors.aggregatorsAt(0, arithmeticMean(), geometricMean()))
                .vary(Factors.leftOut(List.of("a", "b", "x")))
                .replicates(5000);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void any_number_of_threads_gives_the_same_bits(int threads) {
        // lanes side by side, regions side by side, and bins that all threads count in
        for (int regions : new int[] {12, 130, 9600}) {
            Robustness study = study().replicates(regions > 4096 ? 700 : 5000);
            RobustnessResult one = study.threads(1).run(data(regions));
            RobustnessResult many = study.threads(threads).run(data(regions));
            assertThat(many.sameCounts(one)).isTrue();
            assertThat(many.text()).isEqualTo(one.text());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Design.class,
            names = {"RANDOM", "LATIN_HYPERCUBE", "SOBOL"})
    void parts_of_a_run_merge_to_the_whole_in_any_order(Design design) {
        Robustness study = study().design(design).withCentralWeights();
        RobustnessResult whole = study.run(data(20));
        List<RobustnessResult> parts = new ArrayList<>();
        long[] cuts = {0, 1, 130, 2500, 4999, 5000};
        for (int i = 1; i < cuts.length; i++) {
            RobustnessResult part = study.threads(i).run(data(20), cuts[i - 1], cuts[i]);
            assertThat(part.isPartial()).isTrue();
            parts.add(part);
        }
        Collections.shuffle(parts, new Random(5));
        RobustnessResult merged = parts.stream().reduce(RobustnessResult::merge).orElseThrow();
        assertThat(merged.isPartial()).isFalse();
        assertThat(merged.sameCounts(whole)).isTrue();
        assertThat(merged.centralWeights("R3")).isEqualTo(whole.centralWeights("R3"));
        assertThatThrownBy(() -> parts.get(0).merge(whole))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("are in both parts");
    }

    /** The digest of all that is counted was computed on JDK 17; every JVM must give it. */
    @Test
    void the_same_seed_gives_the_same_bits_on_every_jvm() {
        RobustnessResult result = study().seed(20261128).run(data(12));
        StringBuilder all = new StringBuilder();
        result.regions()
                .forEach(region -> all.append(result.meanScore(region.code()))
                        .append(Arrays.toString(result.rankDistribution(region.code())))
                        .append(result.scoreQuantile(region.code(), 0.3)));
        assertThat(all.toString().hashCode()).isEqualTo(GOLDEN);
    }

    private static final int GOLDEN = 1319871498;

    @Test
    void every_combination_is_run_once_if_that_is_not_more_than_the_replicates() {
        Choice normalisers = Factors.normalisers(minMax(1, 100), zScore(100, 10), rank(TiesStrategy.MIN));
        Choice aggregators = Factors.aggregators(arithmeticMean(), geometricMean());
        Dataset data = data(9);
        RobustnessResult result =
                Robustness.of(INDEX).vary(normalisers).vary(aggregators).run(data);
        assertThat(result.replicates()).isEqualTo(6);
        assertThat(result.scenarios()).hasSize(6).allMatch(scenario -> scenario.replicates() == 1);
        double sum = 0;
        List<Double> scores = new ArrayList<>();
        for (Alternative n : normalisers.alternatives()) {
            for (Alternative a : aggregators.alternatives()) {
                double score = CompositeIndex.of(a.change().apply(n.change().apply(INDEX)))
                        .score(data)
                        .score("R4");
                scores.add(score);
                sum += score;
            }
        }
        assertThat(result.meanScore("R4")).isCloseTo(sum / 6, within(1e-9));
        assertThat(result.leastScore("R4")).isCloseTo(Collections.min(scores), within(1e-12));
        assertThat(result.greatestScore("R4")).isCloseTo(Collections.max(scores), within(1e-12));
    }

    /**
     * Lahdelma and Salminen (2001), Operations Research 49: A = (1, 0), B = (0, 1), C = (0.6, 0.6) with any weights. The ranks
     * change at w = 0.4, 0.5 and 0.6. Shares of 200,000 replicates have a standard error below 0.0012; five of them are allowed.
     */
    @Test
    void rank_acceptability_of_two_criteria_is_the_exact_one() {
        IndexDefinition index = IndexDefinition.named("smaa")
                .metric("p")
                .metric("q")
                .normalise(none())
                .build();
        Dataset data = Dataset.builder()
                .metrics("p", "q")
                .row("A", 1, 0)
                .row("B", 0, 1)
                .row("C", 0.6, 0.6)
                .build();
        for (Design design : List.of(Design.RANDOM, Design.SOBOL)) {
            RobustnessResult result = Robustness.of(index)
                    .vary(Factors.uniformWeights())
                    .replicates(200_000)
                    .design(design)
                    .withCentralWeights()
                    .run(data);
            double[][] expected = {{0.4, 0.1, 0.5}, {0.4, 0.1, 0.5}, {0.2, 0.8, 0}};
            for (int i = 0; i < 3; i++) {
                String code = result.regions().get(i).code();
                for (int rank = 1; rank <= 3; rank++) {
                    assertThat(result.rankProbability(code, rank)).isCloseTo(expected[i][rank - 1], within(0.006));
                }
            }
            assertThat(result.centralWeights("A").get("p")).isCloseTo(0.8, within(0.002));
            assertThat(result.centralWeights("C").get("p")).isCloseTo(0.5, within(0.002));
            assertThat(result.probabilityAhead("A", "B")).isCloseTo(0.5, within(0.006));
            assertThat(result.probabilityAhead("C", "A")).isCloseTo(0.6, within(0.006));
            assertThat(result.indistinguishableFrom("C", 0.9)).hasSize(2);
            assertThat(result.bestRank("C")).isEqualTo(1);
            assertThat(result.worstRank("C")).isEqualTo(2);
        }
    }

    /** Three regions that are each the only good one at one criterion lead a third of the time, with weight 11/18. */
    @Test
    void central_weights_are_those_of_the_rank_order_centroid() {
        IndexDefinition index = IndexDefinition.named("smaa")
                .metric("p")
                .metric("q")
                .metric("r")
                .normalise(none())
                .build();
        Dataset data = Dataset.builder()
                .metrics("p", "q", "r")
                .row("A", 1, 0, 0)
                .row("B", 0, 1, 0)
                .row("C", 0, 0, 1)
                .build();
        RobustnessResult result = Robustness.of(index)
                .vary(Factors.uniformWeights())
                .replicates(1 << 17)
                .design(Design.SOBOL)
                .withCentralWeights()
                .run(data);
        assertThat(result.rankProbability("B", 1)).isCloseTo(1.0 / 3, within(1e-3));
        assertThat(result.centralWeights("B").get("q")).isCloseTo(11.0 / 18, within(1e-3));
        assertThat(result.centralWeights("B").get("r")).isCloseTo(3.5 / 18, within(1e-3));
    }

    /**
     * With w_p >= w_q the share of p is uniform on [1/2, 1]: A = (1, 0) is first above 0.6, C = (0.6, 0.6) below. With w_p at most
     * 0.7 as well, it is uniform on [1/2, 0.7]. Standard errors are below 0.005.
     */
    @Test
    void constraints_on_weights_hold_exactly() {
        IndexDefinition index = IndexDefinition.named("smaa")
                .metric("p")
                .metric("q")
                .normalise(none())
                .build();
        Dataset data = Dataset.builder()
                .metrics("p", "q")
                .row("A", 1, 0)
                .row("B", 0, 1)
                .row("C", 0.6, 0.6)
                .build();
        for (WeightSpace space : List.of(WeightSpace.ofIndex(), WeightSpace.overMetrics())) {
            Robustness ordered = Robustness.of(index)
                    .vary(Factors.weightsWithin(space.ordered("p", "q")))
                    .replicates(20_000)
                    .withCentralWeights();
            RobustnessResult result = ordered.run(data);
            assertThat(result.rankProbability("A", 1)).isCloseTo(0.8, within(0.015));
            assertThat(result.leastScore("A")).isBetween(0.5, 0.501);
            assertThat(result.centralWeights("A").get("p")).isCloseTo(0.8, within(0.005));
            assertThat(ordered.threads(3).run(data).sameCounts(result)).isTrue();
            assertThat(ordered.confidenceFactors(data, result)).isEqualTo(Map.of("A", 1.0, "C", 1.0));
            RobustnessResult bounded = Robustness.of(index)
                    .vary(Factors.weightsWithin(space.ordered("p", "q").atMost("p", 0.7)))
                    .replicates(20_000)
                    .run(data);
            assertThat(bounded.rankProbability("A", 1)).isCloseTo(0.5, within(0.02));
            assertThat(bounded.greatestScore("A")).isBetween(0.699, 0.7 + 1e-12);
        }
        assertThatThrownBy(() -> Robustness.of(index)
                        .vary(Factors.weightsWithin(
                                WeightSpace.ofIndex().atLeast("p", 0.6).atLeast("q", 0.6)))
                        .run(data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no weights of [p, q] meet these constraints together: p >= 0.6; q >= 0.6");
    }

    /** With the weights that suit C, 1/2 each, C is first unless its own error, of one standard deviation, takes it below 1/2. */
    @Test
    void confidence_factors_come_from_whatever_else_varies() {
        IndexDefinition index = IndexDefinition.named("smaa")
                .metric("p")
                .metric("q")
                .normalise(none())
                .build();
        Dataset data = Dataset.builder()
                .metrics("p", "q")
                .row("A", 1, 0)
                .row("C", 0.6, 0.6)
                .standardError(Region.of("C"), "p", 0.2)
                .build();
        Robustness study = Robustness.of(index)
                .vary(Factors.weightsWithin(
                        WeightSpace.ofIndex().atLeast("p", 0.5).atMost("p", 0.5)))
                .vary(Factors.measurementErrors())
                .replicates(4000)
                .design(Design.LATIN_HYPERCUBE)
                .withCentralWeights();
        RobustnessResult result = study.run(data);
        assertThat(study.confidenceFactors(data, result).get("C")).isCloseTo(0.8413, within(0.01));
        assertThat(study.confidenceFactors(data, result).get("A")).isCloseTo(0.1587, within(0.01));
    }

    /** Mean s and variance s (1 - s) / (c + 1) of a Dirichlet share; seen in the score, as metrics are 1 and 0. */
    @Test
    void dirichlet_weights_have_their_mean_and_spread() {
        IndexDefinition index = IndexDefinition.named("dirichlet")
                .metric("p", m -> m.weight(3))
                .metric("q")
                .normalise(none())
                .build();
        Dataset data = Dataset.builder()
                .metrics("p", "q")
                .row("A", 1, 0)
                .row("B", 0, 1)
                .build();
        RobustnessResult result = Robustness.of(index)
                .vary(Factors.dirichletWeights(4))
                .replicates(1 << 14)
                .design(Design.SOBOL)
                .run(data);
        assertThat(result.meanScore("A")).isCloseTo(0.75, within(1e-3));
        // the share of p is beta distributed with parameters 3 and 1, whose distribution function is w^3
        assertThat(result.scoreQuantile("A", 0.5)).isCloseTo(Math.cbrt(0.5), within(5e-3));
        assertThat(result.scoreQuantile("A", 0.1)).isCloseTo(Math.cbrt(0.1), within(5e-3));
    }

    @Test
    void measurement_errors_move_scores_by_their_size() {
        IndexDefinition index =
                IndexDefinition.named("errors").metric("p").normalise(none()).build();
        Dataset data = Dataset.builder()
                .metrics("p")
                .row("A", 10)
                .row("B", 20)
                .standardError(Region.of("A"), "p", 2)
                .build();
        RobustnessResult result = Robustness.of(index)
                .vary(Factors.measurementErrors())
                .replicates(4096)
                .design(Design.SOBOL)
                .run(data);
        assertThat(result.meanScore("A")).isCloseTo(10, within(0.01));
        assertThat(result.leastScore("B")).isEqualTo(20);
        // one standard deviation below and above the mean
        assertThat(result.scoreQuantile("A", 0.15865525393145707)).isCloseTo(8, within(0.05));
        assertThat(result.scoreQuantile("A", 0.8413447460685429)).isCloseTo(12, within(0.05));
        assertThatThrownBy(() ->
                        Robustness.of(INDEX).vary(Factors.measurementErrors()).run(data(5)))
                .hasMessage("study of index 'index': factor 'measurement error': no cell of the data has a standard"
                        + " error above 0");
    }

    @Test
    void a_parameter_changes_the_definition_of_each_replicate() {
        Dataset data = data(6);
        RobustnessResult result = Robustness.of(INDEX)
                .vary(Factors.parameter(
                        "floor",
                        new Distribution.Uniform(1, 50),
                        (d, floor) -> d.with(m -> m.normalise(minMax(floor, 100)))))
                .replicates(64)
                .run(data);
        double low = CompositeIndex.of(INDEX).score(data).score("R2");
        double high = CompositeIndex.of(INDEX.with(m -> m.normalise(minMax(50, 100))))
                .score(data)
                .score("R2");
        assertThat(result.leastScore("R2")).isBetween(low, high);
        assertThat(result.greatestScore("R2")).isBetween(result.leastScore("R2"), high);
        assertThat(result.greatestScore("R2") - result.leastScore("R2")).isGreaterThan((high - low) / 2);
    }

    @Test
    void a_run_that_is_ended_gives_what_is_done_and_the_rest_merges() {
        AtomicLong heard = new AtomicLong();
        Robustness study = study();
        RobustnessResult part = study.threads(2)
                .listener((done, total) -> {
                    heard.set(done);
                    return done < 2000;
                })
                .run(data(20));
        assertThat(part.isPartial()).isTrue();
        assertThat(part.replicates()).isEqualTo(heard.get()).isBetween(2000L, 4999L);
        assertThat(part.toString()).contains("(partial)");
        long next = part.ranges().get(0).to();
        assertThat(part.merge(study.run(data(20), next, 5000)).sameCounts(study.run(data(20))))
                .isTrue();
    }

    @Test
    void an_interrupted_thread_ends_its_run_and_stays_interrupted() {
        Thread.currentThread().interrupt();
        RobustnessResult part = study().threads(1).run(data(20));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(part.replicates()).isZero();
    }

    @Test
    void a_replicate_that_cannot_be_scored_fails_the_run_with_its_draw() {
        Robustness study = Robustness.of(INDEX)
                .vary(Factors.normalisers(minMax(1, 100), zScore()))
                .vary(Factors.weights(0.1))
                .replicates(1000);
        for (int threads = 1; threads <= 4; threads++) {
            int count = threads;
            assertThatThrownBy(() -> study.threads(count).run(data(12)))
                    .isInstanceOf(DataException.class)
                    .hasMessageMatching(
                            "(?s)replicate [0-9] \\(normaliser = ZScore\\[.*\\]; weights as drawn\\): .*component"
                                    + " 'index', region .*the geometric mean needs scores above 0 but that of .* is -.*");
        }
        RobustnessResult excluded = study.failures(FailurePolicy.EXCLUDE).run(data(12));
        assertThat(excluded.replicates() + excluded.failed()).isEqualTo(1000);
        assertThat(excluded.failed()).isBetween(400L, 600L);
        assertThat(excluded.failures()).hasSize(20);
        assertThat(excluded.text()).contains("replicates could not be scored and are left out, the first: replicate ");
    }

    @Test
    void many_regions_are_counted_in_bins_near_enough() {
        Dataset data = data(4100);
        Robustness study = Robustness.of(INDEX).vary(Factors.weights(0.5)).replicates(400);
        RobustnessResult result = study.run(data);
        // the same replicates of a few of the regions, from the engine's own replicates
        Simulation simulation = new Simulation(INDEX, data, study.study());
        double[][] ranks = new double[4100][400];
        double[][] scores = new double[4100][400];
        Replicator replicator = new Replicator(
                simulation, Robustness.points(Design.RANDOM, 42, 0, simulation.dimension, 400), false, false);
        for (long from = 0; from < 400; from += replicator.chunk()) {
            replicator.run(from, Math.min(400, from + replicator.chunk()), (block, scenario) -> {
                for (int i = 0; i < block.regions; i++) {
                    for (int lane = 0; lane < block.lanes; lane++) {
                        ranks[i][(int) block.replicates[lane]] = block.rank(i, lane);
                        scores[i][(int) block.replicates[lane]] = block.score(i, lane);
                    }
                }
            });
        }
        for (int i = 0; i < 4100; i += 41) {
            String code = "R" + i;
            double nominal = result.nominalRank(code);
            Arrays.sort(ranks[i]);
            assertThat(result.meanRank(code))
                    .isEqualTo(Arrays.stream(ranks[i]).average().orElseThrow());
            assertThat(result.bestRank(code)).isEqualTo(ranks[i][0]);
            assertThat(result.worstRank(code)).isEqualTo(ranks[i][399]);
            assertThat(result.meanScore(code))
                    .isCloseTo(Arrays.stream(scores[i]).average().orElseThrow(), within(1e-9));
            for (double p : new double[] {0.05, 0.5, 0.95}) {
                int below = (int) (p * 399);
                double exact = ranks[i][below] + (p * 399 - below) * (ranks[i][below + 1] - ranks[i][below]);
                double distance = Math.abs(exact - nominal);
                assertThat(result.rankQuantile(code, p)).isCloseTo(exact, within(2 + distance / 12));
            }
            int at = (int) ranks[i][200];
            double share = Arrays.stream(ranks[i]).filter(rank -> rank <= at).count() / 400.0;
            assertThat(result.probabilityOfRankAtMost(code, at)).isCloseTo(share, within(0.06));
        }
        assertThat(result.shareShiftingMoreThan(0)).isBetween(0.9, 1.0);
    }

    /** The first 80 replicates of COINr's four-factor study: mean, median, 5th and 95th percentile of ranks, type 7. */
    @Test
    @EnabledIf("org.ldci.shared.SharedReference#isPresent")
    void rank_statistics_are_those_of_coinr() {
        SharedReference.Csv ranks = SharedReference.csv("coinr/cases/sa4_ranks.csv");
        SharedReference.Csv expected = SharedReference.csv("coinr/cases/sa4_rankstats.csv");
        double[] nominal = ranks.numbers("Nominal");
        int n = nominal.length;
        Tally tally = new Tally(
                nominal, Arrays.stream(nominal).mapToInt(rank -> (int) rank).toArray(), false, 0);
        Block block = new Block(80, n, 0, false);
        block.lanes = 80;
        for (int k = 0; k < 80; k++) {
            double[] column = ranks.numbers("r_" + (k + 1));
            for (int i = 0; i < n; i++) {
                block.ranks[i][k] = (int) column[i];
            }
        }
        tally.add(block, 0);
        tally.end();
        TallyReader counted = new TallyReader(tally);
        assertThat(expected.texts("uCode")).isEqualTo(ranks.texts("uCode"));
        for (int i = 0; i < n; i++) {
            assertThat(counted.meanRank(i)).isCloseTo(expected.numbers("Mean")[i], within(1e-10));
            assertThat(counted.rankQuantile(i, 0.5)).isCloseTo(expected.numbers("Median")[i], within(1e-10));
            assertThat(counted.rankQuantile(i, 0.05)).isCloseTo(expected.numbers("Q5")[i], within(1e-10));
            assertThat(counted.rankQuantile(i, 0.95)).isCloseTo(expected.numbers("Q95")[i], within(1e-10));
        }
    }

    @Test
    void pairs_of_many_regions_are_counted_if_asked_for() {
        Dataset many = data(130);
        Robustness study = study().replicates(301);
        assertThatThrownBy(() -> study.run(many).probabilityAhead("R1", "R2"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "pairs of more than 96 regions are counted if the study says so, and it does not: there are 130");
        RobustnessResult counted = study.withPairs().threads(2).run(many);
        Simulation simulation = new Simulation(INDEX, many, study.study());
        long[][] ahead = new long[130][130];
        Replicator replicator = new Replicator(
                simulation, Robustness.points(Design.RANDOM, 42, 0, simulation.dimension, 301), false, false);
        replicator.run(0, 301, (block, scenario) -> {
            for (int lane = 0; lane < block.lanes; lane++) {
                for (int i = 0; i < 130; i++) {
                    for (int j = 0; j < 130; j++) {
                        ahead[i][j] += block.score(i, lane) > block.score(j, lane) ? 1 : 0;
                    }
                }
            }
        });
        for (int i = 0; i < 130; i++) {
            for (int j = 0; j < 130; j++) {
                assertThat(counted.probabilityAhead("R" + i, "R" + j)).isEqualTo(ahead[i][j] / 301.0);
            }
        }
        assertThat(study.withPairs().threads(1).run(many).sameCounts(counted)).isTrue();
    }

    @Test
    void central_weights_of_many_regions_are_the_mean_weights_of_the_replicates_that_each_leads() {
        Dataset many = data(4100);
        RobustnessResult result =
                study().withCentralWeights().replicates(200).threads(2).run(many);
        double firsts = 0;
        for (Region region : many.regions()) {
            Map<String, Double> central = result.centralWeights(region.code());
            double first = result.rankProbability(region.code(), 1);
            firsts += first;
            assertThat(central.isEmpty()).isEqualTo(result.bestRank(region.code()) > 1);
            if (!central.isEmpty()) {
                assertThat(central.get("a") + central.get("b")).isCloseTo(1, within(1e-8));
            }
        }
        assertThat(firsts)
                .isCloseTo(1, within(1e-12)); // no ties; the first rank is exact however many regions there are
    }

    @Test
    void a_part_goes_through_bytes_unchanged_and_broken_bytes_are_refused() {
        for (int regions : new int[] {12, 130, 9600}) {
            Robustness study = study().replicates(300).withCentralWeights();
            Robustness whole = regions > 4096 ? study : study.withPairs();
            Dataset data = data(regions);
            RobustnessResult part = whole.run(data, 0, 200);
            byte[] bytes = part.toBytes();
            RobustnessResult read = whole.part(data, bytes);
            assertThat(read.sameCounts(part)).isTrue();
            assertThat(read.text()).isEqualTo(part.text());
            assertThat(read.merge(whole.run(data, 200, 300)).sameCounts(whole.run(data)))
                    .isTrue();
            Robustness other = Robustness.of(INDEX).vary(Factors.weights(0.3)).replicates(300);
            assertThatThrownBy(() -> other.part(data, bytes))
                    .hasMessage("part of a run: it is of another study, definition or data");
            assertThatThrownBy(() -> whole.seed(1).part(data, bytes))
                    .hasMessage("part of a run: it is of another study, definition or data");
            assertThatThrownBy(() -> whole.part(data, Arrays.copyOf(bytes, bytes.length / 2)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("part of a run: the bytes are broken");
            assertThatThrownBy(() -> whole.part(data, new byte[] {1, 2, 3}))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void says_all_that_does_not_fit_at_once() {
        assertThatThrownBy(() -> Robustness.of(INDEX)
                        .vary(Factors.weights(0.25).under("x", "z"))
                        .vary(Factors.weights(0.25).named("again"))
                        .vary(Factors.leftOut(List.of("aa")))
                        .vary(Factors.weightSets(Map.of("mine", Map.of("q", 1.0))))
                        .run(data(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        study of index 'index': 4 problems:
                         1. factor 'weights': the index has no component 'z'
                         2. factors 'weights' and 'again' both vary the weights of the children of 'x'
                         3. factor 'left out': there is no metric or component 'aa' below the index; did you mean 'a'?
                         4. factor 'weight set', alternative 'mine': index 'index': has no component or metric 'q' below the\
                         index""");
        assertThatThrownBy(() -> study().withPairs().run(data(4097)))
                .hasMessage("study of index 'index': pairs are counted of up to 4096 regions, and these are 4097");
        assertThatThrownBy(() -> Robustness.of(INDEX).run(data(5)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("nothing varies: add a factor with vary(...)");
        assertThatThrownBy(
                        () -> Robustness.of(INDEX).vary(Factors.weights(0.25)).vary(Factors.uniformWeights()))
                .hasMessage("study: two factors are called 'weights'; name one of them otherwise");
        assertThatThrownBy(
                        () -> Robustness.of(INDEX).vary(Factors.weights(0.25)).design(Design.FULL_FACTORIAL))
                .hasMessage("study: factor 'weights': a full factorial design takes only choices of equally likely"
                        + " alternatives");
    }

    @Test
    void prints_a_small_table() {
        RobustnessResult result = study().run(data(12));
        assertThat(result.toString()).hasSizeLessThan(1000).startsWith("index: 5000 replicates, 90 % intervals\n");
        assertThat(result.toString().lines()).hasSize(13);
        assertThat(result.text()).contains("ranks move by ").contains("mean absolute rank shift");
    }
}
