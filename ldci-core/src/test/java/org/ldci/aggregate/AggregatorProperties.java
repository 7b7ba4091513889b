package org.ldci.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ldci.aggregate.BenefitOfTheDoubt.Restriction;
import org.ldci.data.MetricColumn;
import org.ldci.model.Region;

/** Laws of the aggregators. */
class AggregatorProperties {
    private static double[] weights(Random random, int m) {
        double[] weights = random.doubles(m, 0.1, 1).toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    /** Means that never fall when a score rises. */
    private static List<PointwiseAggregator> means(Random random, int m) {
        List<Double> places = ScoreTables.list(weights(random, m));
        return List.of(
                new PowerMean(1),
                new PowerMean(0),
                new PowerMean(-1),
                new Median(false),
                new Median(true),
                new WeightedProduct(),
                new Minimum(),
                new Maximum(),
                new OrderedWeightedAverage(places, false),
                new OrderedWeightedAverage(places, true),
                new MeanMin(random.nextDouble(), random.nextDouble() * 20));
    }

    @Property(tries = 200)
    void means_lie_between_the_extremes_and_never_fall_when_a_score_rises(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int m) {
        Random random = new Random(seed);
        double[] scores = random.doubles(m, 1, 100).toArray();
        double[] weights = weights(random, m);
        double least = Arrays.stream(scores).min().orElseThrow();
        double greatest = Arrays.stream(scores).max().orElseThrow();
        double[] better = scores.clone();
        better[random.nextInt(m)] += random.nextDouble() * 40;
        for (PointwiseAggregator mean : means(random, m)) {
            double found = mean.aggregate(scores, weights);
            assertThat(found).as("%s", mean).isBetween(least - 1e-9, greatest + 1e-9);
            assertThat(mean.aggregate(better, weights)).as("%s", mean).isGreaterThanOrEqualTo(found - 1e-9);
        }
    }

    @Property(tries = 100)
    void equal_scores_give_that_score(@ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int m) {
        Random random = new Random(seed);
        double score = 1 + 99 * random.nextDouble();
        double[] scores = new double[m];
        Arrays.fill(scores, score);
        double[] weights = weights(random, m);
        List<PointwiseAggregator> all = new ArrayList<>(means(random, m));
        for (Penalty penalty : Penalty.values()) {
            for (Divisor divisor : Divisor.values()) {
                all.add(new MazziottaPareto(penalty, divisor));
                all.add(new PenalisedGeometricMean(penalty, divisor));
            }
        }
        all.add(new ChoquetIntegral(interactions(random, weights)));
        for (PointwiseAggregator aggregator : all) {
            assertThat(aggregator.aggregate(scores, weights))
                    .as("%s", aggregator)
                    .isCloseTo(score, within(1e-9));
        }
    }

    /** With another unit the index is in that unit: the weights sum to 1, and no number with a unit is inside the method. */
    @Property(tries = 100)
    void the_unit_of_the_scores_is_that_of_the_index(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 7) int m,
            @ForAll @IntRange(min = 1, max = 50) int quarters) {
        Random random = new Random(seed);
        double factor = quarters / 4.0;
        double[] scores = random.doubles(m, 1, 100).toArray();
        double[] scaled = Arrays.stream(scores).map(x -> factor * x).toArray();
        double[] weights = weights(random, m);
        List<PointwiseAggregator> all = new ArrayList<>(means(random, m));
        all.removeIf(mean -> mean instanceof MeanMin);
        all.add(new PowerMean(2));
        all.add(new PowerMean(0.5));
        all.add(new PowerMean(-3));
        all.add(new MeanMin(0.5, 0)); // the smoothing has the unit of the scores
        all.add(new MazziottaPareto(Penalty.MINUS, Divisor.POPULATION));
        all.add(new PenalisedGeometricMean(Penalty.MINUS, Divisor.POPULATION));
        all.add(new ChoquetIntegral(interactions(random, weights)));
        all.add(new WeightedSum(0.999));
        for (PointwiseAggregator aggregator : all) {
            double expected = factor * aggregator.aggregate(scores, weights);
            assertThat(aggregator.aggregate(scaled, weights))
                    .as("%s", aggregator)
                    .isCloseTo(expected, within(1e-12 * Math.abs(expected) + 1e-12));
        }
    }

    /** What is added to every score is added to the index, where the method only takes differences. */
    @Property(tries = 100)
    void the_zero_of_the_scores_is_that_of_the_index(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 7) int m,
            @ForAll @IntRange(min = -200, max = 200) int shift) {
        Random random = new Random(seed);
        double[] scores = random.doubles(m, 1, 100).toArray();
        double[] shifted = Arrays.stream(scores).map(x -> x + shift).toArray();
        double[] weights = weights(random, m);
        List<Double> places = ScoreTables.list(weights(random, m));
        for (PointwiseAggregator aggregator : List.of(
                new PowerMean(1),
                new Median(false),
                new Median(true),
                new Minimum(),
                new Maximum(),
                new OrderedWeightedAverage(places, false),
                new OrderedWeightedAverage(places, true),
                new MeanMin(random.nextDouble(), random.nextDouble() * 20),
                new ChoquetIntegral(interactions(random, weights)))) {
            assertThat(aggregator.aggregate(shifted, weights))
                    .as("%s", aggregator)
                    .isCloseTo(aggregator.aggregate(scores, weights) + shift, within(1e-9));
        }
    }

    @Property(tries = 100)
    void the_order_of_the_children_does_not_matter(@ForAll long seed, @ForAll @IntRange(min = 2, max = 7) int m) {
        Random random = new Random(seed);
        double[] scores = random.doubles(m, 1, 100).toArray();
        double[] weights = weights(random, m);
        List<Integer> order = shuffled(random, m);
        double[] otherScores = order.stream().mapToDouble(i -> scores[i]).toArray();
        double[] otherWeights = order.stream().mapToDouble(i -> weights[i]).toArray();
        for (PointwiseAggregator mean : means(random, m)) {
            assertThat(mean.aggregate(otherScores, otherWeights))
                    .as("%s", mean)
                    .isCloseTo(mean.aggregate(scores, weights), within(1e-9));
        }
    }

    @Property(tries = 100)
    void ordered_weighted_averages_have_their_corners_with_any_number_of_children_missing(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int present,
            @ForAll @IntRange(min = 0, max = 3) int missing) {
        Random random = new Random(seed);
        int m = present + missing;
        double[] scores = random.doubles(present, -50, 100).toArray();
        double[] equal = Tables.equalArray(present);
        double best = OrderedWeightedAverage.ofBest(1, m).aggregate(scores, equal);
        double worst = OrderedWeightedAverage.ofWorst(1, m).aggregate(scores, equal);
        double mean = OrderedWeightedAverage.ofBest(m, m).aggregate(scores, equal);
        assertThat(best).isEqualTo(Arrays.stream(scores).max().orElseThrow());
        assertThat(worst).isEqualTo(Arrays.stream(scores).min().orElseThrow());
        assertThat(mean).isCloseTo(Arrays.stream(scores).average().orElseThrow(), within(1e-9));
    }

    @Property(tries = 100)
    void importance_alone_gives_the_weighted_mean_and_equal_importance_the_plain_average(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int m) {
        Random random = new Random(seed);
        double[] scores = random.doubles(m, -50, 100).toArray();
        double[] weights = weights(random, m);
        assertThat(new OrderedWeightedAverage(Tables.equal(m), true).aggregate(scores, weights))
                .isCloseTo(new PowerMean(1).aggregate(scores, weights), within(1e-9));
        List<Double> places = ScoreTables.list(weights(random, m));
        assertThat(new OrderedWeightedAverage(places, true).aggregate(scores, Tables.equalArray(m)))
                .isCloseTo(new OrderedWeightedAverage(places, false).aggregate(scores, weights), within(1e-9));
    }

    /** Interactions that keep the integral monotone: each at most the lesser weight, shared among the others. */
    private static List<List<Double>> interactions(Random random, double[] weights) {
        int m = weights.length;
        double[][] all = new double[m][m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < i; j++) {
                double most = 2 * Math.min(weights[i], weights[j]) / (m - 1);
                all[i][j] = most * (2 * random.nextDouble() - 1) * 0.999;
                all[j][i] = all[i][j];
            }
        }
        return Arrays.stream(all).map(ScoreTables::list).toList();
    }

    @Property(tries = 200)
    void the_choquet_integral_is_monotone_and_without_interactions_the_weighted_mean(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int m) {
        Random random = new Random(seed);
        double[] weights = weights(random, m);
        double[] scores = random.doubles(m, -50, 100).toArray();
        List<List<Double>> none = Collections.nCopies(m, Collections.nCopies(m, 0.0));
        assertThat(new ChoquetIntegral(none).aggregate(scores, weights))
                .isCloseTo(new PowerMean(1).aggregate(scores, weights), within(1e-9));
        ChoquetIntegral integral = new ChoquetIntegral(interactions(random, weights));
        double[] better = scores.clone();
        better[random.nextInt(m)] += random.nextDouble() * 40;
        double found = integral.aggregate(scores, weights);
        assertThat(integral.aggregate(better, weights)).isGreaterThanOrEqualTo(found - 1e-9);
        assertThat(found)
                .isBetween(
                        Arrays.stream(scores).min().orElseThrow() - 1e-9,
                        Arrays.stream(scores).max().orElseThrow() + 1e-9);
    }

    // ---- tables

    private static double[][] columns(Random random, int m, int n, boolean coarse) {
        double[][] columns = new double[m][n];
        for (double[] column : columns) {
            Arrays.setAll(column, i -> coarse ? 1 + random.nextInt(4) : 1 + 99 * random.nextDouble());
        }
        return columns;
    }

    private static List<TableAggregator> tableMethods(int m) {
        List<Double> ones = Collections.nCopies(m, 1.0);
        return List.of(
                new Copeland(),
                new Borda(),
                new Condorcet(),
                new Kemeny(false),
                new Wroclaw(),
                new Topsis(Topsis.Scaling.VECTOR),
                new Promethee(Promethee.Shape.LINEAR, 2, 20),
                new AdjustedMazziottaPareto(Penalty.MINUS, List.of(), List.of(), List.of()),
                Aggregators.benefitOfTheDoubt(),
                Aggregators.benefitOfTheDoubt(Restriction.PIE_SHARES, 0.05, 1),
                new DirectionalBenefitOfTheDoubt(ones),
                new MultiDirectionalBenefitOfTheDoubt(),
                new RobustBenefitOfTheDoubt(4, List.of()),
                new UndesirableBenefitOfTheDoubt(List.of("c0"), 0, List.of()));
    }

    private static List<Integer> shuffled(Random random, int n) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        return order;
    }

    @Property(tries = 60)
    void the_order_of_regions_and_children_changes_no_score(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int m, @ForAll @IntRange(min = 2, max = 9) int n) {
        Random random = new Random(seed);
        double[][] columns = columns(random, m, n, random.nextBoolean());
        for (double[] column : columns) {
            column[0] += 0.5; // so that the regions differ
        }
        double[] weights = weights(random, m);
        ScoreTable table = Tables.ofColumns(ScoreTables.list(weights), columns);
        List<Integer> rows = shuffled(random, n);
        List<Integer> children = shuffled(random, m);
        List<Region> regions = rows.stream().map(table.regions()::get).toList();
        List<MetricColumn> moved = children.stream()
                .map(j -> MetricColumn.view(
                        "c" + j,
                        regions,
                        rows.stream().mapToDouble(i -> columns[j][i]).toArray(),
                        0))
                .toList();
        ScoreTable other = new ScoreTable(
                regions, moved, children.stream().map(j -> weights[j]).toList());
        for (TableAggregator method : tableMethods(m)) {
            double[] found = method.aggregate(table);
            double[] again = method.aggregate(other);
            for (int i = 0; i < n; i++) {
                assertThat(again[i]).as("%s", method).isCloseTo(found[rows.get(i)], within(1e-8));
            }
        }
    }

    @Property(tries = 60)
    void a_region_that_is_better_throughout_scores_no_worse(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int m, @ForAll @IntRange(min = 2, max = 9) int n) {
        Random random = new Random(seed);
        double[][] columns = columns(random, m, n, random.nextBoolean());
        for (double[] column : columns) {
            column[0] = column[1] + 1 + random.nextInt(3);
        }
        ScoreTable table = Tables.ofColumns(ScoreTables.list(weights(random, m)), columns);
        for (TableAggregator method : tableMethods(m)) {
            // an adjusted Mazziotta-Pareto penalty and a bad child may turn it round
            if (!(method instanceof AdjustedMazziottaPareto
                            || method instanceof UndesirableBenefitOfTheDoubt
                            || method instanceof MultiDirectionalBenefitOfTheDoubt)
                    && !(method instanceof BenefitOfTheDoubt bounded && bounded.restriction() != Restriction.NONE)) {
                double[] scores = method.aggregate(table);
                assertThat(scores[0]).as("%s", method).isGreaterThanOrEqualTo(scores[1] - 1e-9);
            }
        }
    }

    @Property(tries = 100)
    void copeland_and_kemeny_put_a_condorcet_winner_first(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int m, @ForAll @IntRange(min = 2, max = 8) int n) {
        Random random = new Random(seed);
        ScoreTable table =
                Tables.ofColumns(ScoreTables.list(weights(random, m)), columns(random, m, n, random.nextBoolean()));
        Condorcet.Result condorcet = Condorcet.analyse(table);
        condorcet.winner().ifPresent(winner -> {
            int at = table.regions().indexOf(winner);
            assertThat(new Copeland().aggregate(table)[at]).isEqualTo(n - 1);
            assertThat(Kemeny.analyse(table, false).orders())
                    .allMatch(order -> order.get(0).equals(winner));
        });
        double[] copeland = new Copeland().aggregate(table);
        assertThat(Arrays.stream(copeland).sum()).isZero();
        assertThat(Arrays.stream(copeland).max().orElseThrow() == n - 1)
                .isEqualTo(condorcet.winner().isPresent());
    }

    /** All orders of up to six regions, tried one by one. */
    @Property(tries = 60)
    void kemeny_finds_every_best_order_and_no_other(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int m, @ForAll @IntRange(min = 1, max = 6) int n) {
        Random random = new Random(seed);
        double[] shares = random.nextBoolean() ? Tables.equalArray(m) : weights(random, m);
        ScoreTable table = Tables.ofColumns(ScoreTables.list(shares), columns(random, m, n, random.nextBoolean()));
        double[][] support = PairwiseComparison.of(table).toMatrix();
        List<List<Integer>> best = new ArrayList<>();
        double[] most = {-1};
        permute(shuffled(new Random(0), n), 0, order -> {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                for (int k = i + 1; k < n; k++) {
                    sum += support[order.get(i)][order.get(k)];
                }
            }
            if (sum > most[0] + 1e-9) {
                best.clear();
                most[0] = sum;
            }
            if (sum >= most[0] - 1e-9) {
                best.add(List.copyOf(order));
            }
        });
        Kemeny.Result result = Kemeny.analyse(table, false);
        assertThat(result.support()).isCloseTo(most[0], within(1e-9));
        assertThat(result.complete()).isTrue();
        assertThat(result.orders().stream()
                        .map(order ->
                                order.stream().map(table.regions()::indexOf).toList()))
                .containsExactlyInAnyOrderElementsOf(best);
    }

    private static void permute(List<Integer> order, int from, java.util.function.Consumer<List<Integer>> use) {
        if (from >= order.size() - 1) {
            use.accept(order);
        }
        for (int i = from; i < order.size() && from < order.size() - 1; i++) {
            Collections.swap(order, from, i);
            permute(order, from + 1, use);
            Collections.swap(order, from, i);
        }
    }

    @Property(tries = 20)
    void an_approximate_order_is_at_least_as_good_as_every_swap_of_neighbours_and_within_its_bound(@ForAll long seed) {
        Random random = new Random(seed);
        int n = 24 + random.nextInt(12);
        ScoreTable table = Tables.ofColumns(columns(random, 5, n, false));
        Kemeny.Result result = Kemeny.analyse(table, true);
        assertThat(result.support()).isLessThanOrEqualTo(result.bound() + 1e-9);
        double[][] support = PairwiseComparison.of(table).toMatrix();
        List<Integer> order =
                result.orders().get(0).stream().map(table.regions()::indexOf).toList();
        for (int i = 1; i < n; i++) {
            assertThat(support[order.get(i - 1)][order.get(i)])
                    .isGreaterThanOrEqualTo(support[order.get(i)][order.get(i - 1)] - 1e-9);
        }
    }

    @Property(tries = 60)
    void benefit_of_the_doubt_is_in_its_range_with_one_region_at_1_and_bounds_never_raise_it(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int m, @ForAll @IntRange(min = 1, max = 20) int n) {
        Random random = new Random(seed);
        ScoreTable table = Tables.ofColumns(columns(random, m, n, random.nextBoolean()));
        double[] free = Aggregators.benefitOfTheDoubt().aggregate(table);
        assertThat(Arrays.stream(free)).allMatch(score -> score > 0 && score <= 1);
        assertThat(Arrays.stream(free).max().orElseThrow()).isCloseTo(1, within(1e-12));
        for (Restriction restriction : List.of(Restriction.PIE_SHARES, Restriction.WEIGHTS, Restriction.MEAN_SHARES)) {
            double[] bound =
                    Aggregators.benefitOfTheDoubt(restriction, 0.5 / m, 1).aggregate(table);
            for (int i = 0; i < n; i++) {
                assertThat(bound[i]).isBetween(0.0, free[i] + 1e-9);
            }
        }
    }

    /** The radial step is the directional one along the own scores: 1 / BoD = 1 + beta. */
    @Property(tries = 40)
    void the_step_along_the_own_scores_is_the_inverse_of_the_index(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int m, @ForAll @IntRange(min = 2, max = 12) int n) {
        Random random = new Random(seed);
        double[][] columns = columns(random, m, n, false);
        ScoreTable table = Tables.ofColumns(columns);
        double[] plain = Aggregators.benefitOfTheDoubt().aggregate(table);
        for (int i = 0; i < n; i++) {
            int region = i;
            List<Double> own =
                    Arrays.stream(columns).map(column -> column[region]).toList();
            assertThat(new DirectionalBenefitOfTheDoubt(own).aggregate(table)[i])
                    .isCloseTo(plain[i], within(1e-9));
        }
    }

    @Property(tries = 60)
    void promethee_without_thresholds_is_borda_on_another_scale(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int m, @ForAll @IntRange(min = 2, max = 12) int n) {
        Random random = new Random(seed);
        ScoreTable table =
                Tables.ofColumns(ScoreTables.list(weights(random, m)), columns(random, m, n, random.nextBoolean()));
        double[] flows = new Promethee(Promethee.Shape.USUAL, 0, 0).aggregate(table);
        double[] borda = new Borda().aggregate(table);
        for (int i = 0; i < n; i++) {
            assertThat(flows[i]).isCloseTo((2 * borda[i] - (n - 1)) / (n - 1), within(1e-12));
            assertThat(flows[i]).isBetween(-1 - 1e-12, 1 + 1e-12);
        }
    }

    @Property(tries = 60)
    void topsis_and_wroclaw_keep_their_ranges(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int m, @ForAll @IntRange(min = 2, max = 12) int n) {
        Random random = new Random(seed);
        ScoreTable table = Tables.ofColumns(columns(random, m, n, false));
        assertThat(Arrays.stream(new Topsis(Topsis.Scaling.NONE).aggregate(table)))
                .allMatch(score -> score >= 0 && score <= 1);
        assertThat(Arrays.stream(new Wroclaw().aggregate(table))).allMatch(score -> score <= 1);
    }
}
