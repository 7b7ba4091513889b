package org.ldci.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ldci.aggregate.PowerMean;
import org.ldci.engine.IndexResult;
import org.ldci.internal.sampling.PolytopeSampler;
import org.ldci.robustness.PartialOrder.Relation;

/** Exact statements against brute force: random weights, and all orders where they can be listed. */
class WeightStatementsProperties {
    private static final double[] EXPONENTS = {1, 0, -1, 2, 0.5, -2};

    /** An index of a seed, its admissible weights, and points of them. */
    private static final class Case {
        final Weighed index;
        final IndexResult result;
        final WeightStatements statements;
        final List<double[]> points = new ArrayList<>();
        final PowerMean mean;
        final double[][] rows;
        final WeightPolytope polytope;

        Case(long seed, int most) {
            Random random = new Random(seed);
            mean = new PowerMean(EXPONENTS[random.nextInt(EXPONENTS.length)]);
            int m = 2 + random.nextInt(most - 1);
            int n = 2 + random.nextInt(8);
            index = Weighed.random(seed, mean, n, m);
            result = index.score();
            WeightSpace space = switch (random.nextInt(5)) {
                case 0 -> WeightSpace.ofIndex();
                case 1 -> WeightSpace.ofIndex().band(0.1 + 0.6 * random.nextDouble());
                case 2 -> WeightSpace.ofIndex().ordered("m1", "m0");
                case 3 ->
                    WeightSpace.ofIndex().atLeast("m0", 0.1).atMost("m1", 0.4).band(0.9);
                default -> WeightSpace.ofIndex().constraint(Map.of("m0", 2.0, "m1", -1.0));
            };
            statements = WeightStatements.of(result, space);
            polytope = WeightPolytope.of(result, space);
            PolytopeSampler sampler = PolytopeSampler.of(polytope.rows(), m);
            for (int k = 0; k < 200; k++) {
                double[] point = new double[m];
                sampler.sample(seed, k, point, 0, 1);
                points.add(point);
            }
            rows = new double[n][m];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < m; j++) {
                    rows[i][j] = result.score("m" + j, "r" + i);
                }
            }
        }

        double[] scores(double[] weights) {
            return Arrays.stream(rows)
                    .mapToDouble(row -> mean.aggregate(row, weights))
                    .toArray();
        }

        String code(int i) {
            return "r" + i;
        }

        double[] weights(Map<String, Double> named) {
            return named.values().stream().mapToDouble(w -> w).toArray();
        }
    }

    @Property(tries = 150)
    void no_weights_beat_the_extreme_ranks_and_their_weights_reach_them(@ForAll long seed) {
        Case c = new Case(seed, 5);
        for (int i = 0; i < c.rows.length; i++) {
            RankRange range = c.statements.rankRange(c.code(i));
            assertThat(range.isExact()).isTrue();
            for (double[] point : c.points) {
                int[] rank = Weighed.ranks(c.scores(point), i, 1e-7);
                assertThat(rank[1]).isGreaterThanOrEqualTo(range.best().rank());
                assertThat(rank[0]).isLessThanOrEqualTo(range.worst().rank());
            }
            for (RankRange.Extreme end : List.of(range.best(), range.worst())) {
                assertThat(c.polytope.admits(c.weights(end.weights()))).isTrue();
                assertThat(end.weights().values().stream().mapToDouble(w -> w).sum())
                        .isCloseTo(1, within(1e-14));
                int[] rank = Weighed.ranks(c.index.score(end.weights()).scores(), i, 1e-6);
                assertThat(end.rank()).isBetween(rank[0], rank[1]);
                if (end.room() > 1e-4) {
                    assertThat(c.index.score(end.weights()).rank(c.code(i))).isEqualTo(end.rank());
                }
            }
        }
    }

    /**
     * Most conditions are met at a corner: where as many of them hold with equality, or weights are 0, as there are weights to
     * choose. All corners are tried.
     */
    @Property(tries = 60)
    void extreme_ranks_are_those_of_the_corners_of_all_conditions(@ForAll long seed) {
        Random random = new Random(seed);
        int n = 3 + random.nextInt(6);
        int m = 2 + random.nextInt(3);
        double[][] x = new double[n][m];
        for (double[] row : x) {
            Arrays.setAll(row, j -> random.nextDouble());
        }
        double[] equal = new double[m];
        Arrays.fill(equal, 1);
        WeightStatements statements =
                WeightStatements.of(Weighed.of(new PowerMean(1), equal, x).score());
        for (int i = 0; i < n; i++) {
            RankRange range = statements.rankRange("r" + i);
            assertThat(range.isExact()).isTrue();
            assertThat(range.best().rank()).isEqualTo(n - mostMet(x, i, 1));
            assertThat(range.worst().rank()).isEqualTo(1 + mostMet(x, i, -1));
        }
    }

    /** How many others region i can lead (sign 1) or trail (sign -1) at once; ties do not happen with such data. */
    private static int mostMet(double[][] x, int i, int sign) {
        int m = x[0].length;
        List<double[]> planes = new ArrayList<>();
        for (int other = 0; other < x.length; other++) {
            double[] d = new double[m];
            for (int j = 0; j < m; j++) {
                d[j] = sign * (x[i][j] - x[other][j]);
            }
            if (other != i) {
                planes.add(d);
            }
        }
        int conditions = planes.size();
        for (int j = 0; j < m; j++) {
            double[] unit = new double[m];
            unit[j] = 1;
            planes.add(unit);
        }
        int most = 0;
        for (int chosen = 0; chosen < 1 << planes.size(); chosen++) {
            if (Integer.bitCount(chosen) == m - 1) {
                double[][] matrix = new double[m][];
                double[] w = new double[m];
                matrix[m - 1] = new double[m];
                Arrays.fill(matrix[m - 1], 1);
                w[m - 1] = 1;
                int row = 0;
                for (int p = 0; p < planes.size(); p++) {
                    if ((chosen >> p & 1) == 1) {
                        matrix[row++] = planes.get(p).clone();
                    }
                }
                if (solve(matrix, w) && Arrays.stream(w).allMatch(weight -> weight > -1e-12)) {
                    most = Math.max(most, (int) planes.stream()
                            .limit(conditions)
                            .filter(d -> WeightPolytope.dot(d, w) > -1e-11)
                            .count());
                }
            }
        }
        return most;
    }

    /** Turns the right-hand side into the solution; false if there is none. */
    private static boolean solve(double[][] a, double[] right) {
        int m = right.length;
        for (int c = 0; c < m; c++) {
            int pivot = c;
            for (int r = c; r < m; r++) {
                pivot = Math.abs(a[r][c]) > Math.abs(a[pivot][c]) ? r : pivot;
            }
            if (Math.abs(a[pivot][c]) < 1e-12) {
                return false;
            }
            double[] row = a[pivot];
            a[pivot] = a[c];
            a[c] = row;
            double value = right[pivot];
            right[pivot] = right[c];
            right[c] = value;
            for (int r = 0; r < m; r++) {
                double factor = a[r][c] / a[c][c];
                if (r != c) {
                    for (int k = 0; k < m; k++) {
                        a[r][k] -= factor * a[c][k];
                    }
                    right[r] -= factor * right[c];
                }
            }
        }
        for (int c = 0; c < m; c++) {
            right[c] /= a[c][c];
        }
        return true;
    }

    /** Whatever the limit of work: the proved ranks hold those of more work, and those of any weights; the weights give the rank. */
    @Property(tries = 40)
    void no_limit_of_work_makes_a_range_wrong(@ForAll long seed) {
        Random random = new Random(seed);
        int n = 20 + random.nextInt(40);
        int m = 2 + random.nextInt(8);
        IndexResult result = Weighed.random(seed, new PowerMean(1), n, m).score();
        WeightSpace space = switch (random.nextInt(4)) {
            case 0 -> WeightSpace.ofIndex().band(0.1 + 0.8 * random.nextDouble());
            case 1 -> WeightSpace.ofIndex().ordered("m1", "m0");
            default -> WeightSpace.ofIndex();
        };
        WeightStatements statements = WeightStatements.of(result, space);
        WeightPolytope polytope = WeightPolytope.of(result, space);
        PolytopeSampler sampler = PolytopeSampler.of(polytope.rows(), m);
        double[][] scores = new double[200][n];
        double[] point = new double[m];
        for (int k = 0; k < scores.length; k++) {
            sampler.sample(seed, k, point, 0, 1);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < m; j++) {
                    scores[k][i] += point[j] * result.score("m" + j, "r" + i);
                }
            }
        }
        long[] limits = {0, 3_000, 30_000, 300_000, 3_000_000};
        WeightStatements[] limited =
                Arrays.stream(limits).mapToObj(statements::withWorkLimit).toArray(WeightStatements[]::new);
        for (int i = 0; i < n; i += 7) {
            int best = n;
            int worst = 1;
            for (double[] some : scores) {
                int[] ranks = Weighed.ranks(some, i, 1e-6);
                best = Math.min(best, ranks[1]);
                worst = Math.max(worst, ranks[0]);
            }
            List<RankRange> ranges = new ArrayList<>();
            for (WeightStatements one : limited) {
                ranges.add(one.rankRange("r" + i));
            }
            int provedBest =
                    ranges.stream().mapToInt(r -> r.best().bound()).max().orElseThrow();
            int provedWorst =
                    ranges.stream().mapToInt(r -> r.worst().bound()).min().orElseThrow();
            assertThat(best).isGreaterThanOrEqualTo(provedBest);
            assertThat(worst).isLessThanOrEqualTo(provedWorst);
            for (RankRange range : ranges) {
                assertThat(range.best().rank()).isGreaterThanOrEqualTo(provedBest);
                assertThat(range.worst().rank()).isLessThanOrEqualTo(provedWorst);
                for (RankRange.Extreme end : List.of(range.best(), range.worst())) {
                    double[] w = end.weights().values().stream()
                            .mapToDouble(weight -> weight)
                            .toArray();
                    assertThat(polytope.admits(w)).isTrue();
                    double[] there = new double[n];
                    for (int other = 0; other < n; other++) {
                        for (int j = 0; j < m; j++) {
                            there[other] += w[j] * result.score("m" + j, "r" + other);
                        }
                    }
                    int[] ranks = Weighed.ranks(there, i, 1e-6);
                    assertThat(end.rank()).isBetween(ranks[0], ranks[1]);
                }
            }
        }
    }

    /** With two children every order holds between two neighbouring crossings, or at one. */
    @Property(tries = 150)
    void two_children_can_be_listed(@ForAll long seed) {
        Case c = new Case(seed, 2);
        List<Double> at = new ArrayList<>(List.of(0.0, 1.0));
        double[][] x = new double[c.rows.length][];
        for (int i = 0; i < x.length; i++) {
            x[i] = Arrays.stream(c.rows[i])
                    .map(score -> c.mean.exponent() < 0 ? -c.mean.transform(score) : c.mean.transform(score))
                    .toArray();
        }
        for (double[] a : x) {
            for (double[] b : x) {
                double slope = a[0] - b[0] - a[1] + b[1];
                double crossing = (b[1] - a[1]) / slope;
                if (crossing > 0 && crossing < 1) {
                    at.add(crossing);
                }
            }
        }
        // the ends of the admissible interval
        double least = 1 - c.polytope.least(new double[] {0, -1}).weights()[1];
        double most = c.polytope.least(new double[] {-1, 0}).weights()[0];
        at.removeIf(w -> w < least || w > most);
        at.addAll(List.of(least, most));
        at.sort(null);
        List<Double> tried = new ArrayList<>(at);
        for (int i = 1; i < at.size(); i++) {
            tried.add((at.get(i) + at.get(i - 1)) / 2);
        }
        double scale = Arrays.stream(x)
                .flatMapToDouble(row -> Arrays.stream(x)
                        .mapToDouble(other -> Math.max(Math.abs(row[0] - other[0]), Math.abs(row[1] - other[1]))))
                .max()
                .orElseThrow();
        for (int i = 0; i < x.length; i++) {
            int best = Integer.MAX_VALUE;
            int worst = 0;
            for (double w : tried) {
                double[] scores = Arrays.stream(x)
                        .mapToDouble(row -> w * row[0] + (1 - w) * row[1])
                        .toArray();
                int rank = Weighed.ranks(scores, i, 1e-9 * scale)[0];
                best = Math.min(best, rank);
                worst = Math.max(worst, rank);
            }
            RankRange range = c.statements.rankRange(c.code(i));
            assertThat(List.of(range.best().rank(), range.worst().rank())).containsExactly(best, worst);
        }
    }

    @Property(tries = 150)
    void relations_hold_for_all_weights(@ForAll long seed) {
        Case c = new Case(seed, 6);
        PartialOrder order = c.statements.partialOrder();
        List<double[]> scores = c.points.stream().map(c::scores).toList();
        for (int a = 0; a < c.rows.length; a++) {
            for (int b = 0; b < c.rows.length; b++) {
                int one = a;
                int other = b;
                Relation relation = order.relation(c.code(a), c.code(b));
                if (a != b && c.statements.dominates(c.code(a), c.code(b))) {
                    assertThat(relation).isIn(Relation.ALWAYS_AHEAD, Relation.NEVER_BEHIND, Relation.ALWAYS_TIED);
                }
                if (relation == Relation.ALWAYS_AHEAD || relation == Relation.NEVER_BEHIND) {
                    assertThat(scores).allMatch(s -> s[one] > s[other] - 1e-7);
                    assertThat(order.below(c.code(a))).contains(c.code(b));
                } else if (relation == Relation.DEPENDS_ON_WEIGHTS) {
                    assertThat(c.statements.overtaking(c.code(a), c.code(b)).isPossible())
                            .isTrue();
                    assertThat(c.statements.overtaking(c.code(b), c.code(a)).isPossible())
                            .isTrue();
                } else if (relation == Relation.ALWAYS_BEHIND || relation == Relation.NEVER_AHEAD) {
                    assertThat(c.statements.overtaking(c.code(a), c.code(b)).isPossible())
                            .isEqualTo(false);
                }
            }
        }
        // the edges, followed to their end, are the order, and none can be done without
        Map<String, List<String>> down = new LinkedHashMap<>();
        order.edges()
                .forEach(edge -> down.computeIfAbsent(edge.above(), key -> new ArrayList<>())
                        .add(edge.below()));
        for (String region : order.regions()) {
            assertThat(reached(region, down)).containsExactlyInAnyOrderElementsOf(order.below(region));
        }
        assertThat(order.maximal())
                .containsAll(c.statements.potentiallyFirst().stream()
                        .filter(r -> order.above(r).isEmpty())
                        .toList());
        for (int i = 0; i < c.rows.length; i++) {
            assertThat(c.statements.potentiallyFirst().contains(c.code(i)))
                    .isEqualTo(c.statements.rankRange(c.code(i)).best().rank() == 1);
        }
    }

    private static List<String> reached(String from, Map<String, List<String>> down) {
        TreeSet<String> reached = new TreeSet<>();
        List<String> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            for (String next : down.getOrDefault(open.remove(0), List.of())) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return List.copyOf(reached);
    }

    @Property(tries = 150)
    void inside_an_interval_nothing_changes_and_outside_something_does(@ForAll long seed) {
        Case c = new Case(seed, 6);
        double[] nominal = c.polytope.nominal();
        double[] before = c.scores(nominal);
        for (int j = 0; j < nominal.length; j++) {
            WeightIntervals.Interval interval = c.statements.weightIntervals().interval("m" + j);
            double step = 1e-5;
            for (boolean upper : new boolean[] {false, true}) {
                WeightIntervals.End ranking = upper ? interval.rankingTo() : interval.rankingFrom();
                WeightIntervals.End leader = upper ? interval.leaderTo() : interval.leaderFrom();
                double out = upper ? step : -step;
                if (Math.abs(ranking.weight() - nominal[j]) > 2 * step) {
                    assertThat(sameOrder(before, c.scores(moved(nominal, j, ranking.weight() - out))))
                            .isTrue();
                }
                if (ranking.swap().isPresent()) {
                    WeightIntervals.Swap swap = ranking.swap().orElseThrow();
                    double[] after = c.scores(moved(nominal, j, ranking.weight() + out));
                    int a = Integer.parseInt(swap.ahead().substring(1));
                    int b = Integer.parseInt(swap.behind().substring(1));
                    double[] tied = c.scores(moved(nominal, j, ranking.weight()));
                    assertThat(tied[a]).isCloseTo(tied[b], within(1e-6 * Math.abs(tied[b])));
                    // a swap at a share of 0 or 1 has no beyond
                    if (Math.abs(before[a] - before[b]) > 1e-9 && isShare(ranking.weight() + out)) {
                        assertThat(after[b]).isGreaterThan(after[a]);
                    }
                } else {
                    assertThat(ranking.weight()).isEqualTo(upper ? 1 : 0);
                }
                if (Math.abs(leader.weight() - nominal[j]) > 2 * step) {
                    assertThat(first(c.scores(moved(nominal, j, leader.weight() - out))))
                            .isEqualTo(first(before));
                }
                if (leader.swap().isPresent()
                        && isShare(leader.weight() + out)
                        && Math.abs(leader.weight() - nominal[j]) > 2 * step) {
                    assertThat(first(c.scores(moved(nominal, j, leader.weight() + out))))
                            .isNotEqualTo(first(before));
                }
                assertThat(upper ? leader.weight() >= ranking.weight() : leader.weight() <= ranking.weight())
                        .isTrue();
            }
        }
    }

    private static boolean isShare(double weight) {
        return weight >= 0 && weight <= 1;
    }

    private static double[] moved(double[] nominal, int j, double share) {
        double[] moved = new double[nominal.length];
        for (int k = 0; k < moved.length; k++) {
            moved[k] = k == j ? share : nominal[k] * (1 - share) / (1 - nominal[j]);
        }
        return moved;
    }

    private static boolean sameOrder(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                if (a[i] > a[j] + 1e-9 && b[i] < b[j] - 1e-9) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int first(double[] scores) {
        int first = 0;
        for (int i = 1; i < scores.length; i++) {
            first = scores[i] > scores[first] ? i : first;
        }
        return first;
    }

    @Property(tries = 150)
    void the_smallest_change_overtakes_and_nothing_smaller_does(@ForAll long seed) {
        Case c = new Case(seed, 5);
        double[] nominal = c.polytope.nominal();
        double[] d = new double[nominal.length];
        for (int a = 0; a < c.rows.length; a++) {
            for (int b = 0; b < c.rows.length; b++) {
                if (a == b) {
                    continue;
                }
                Overtaking change = c.statements.overtaking(c.code(a), c.code(b));
                for (int j = 0; j < d.length; j++) {
                    double sign = c.mean.exponent() < 0 ? -1 : 1;
                    d[j] = sign * (c.mean.transform(c.rows[a][j]) - c.mean.transform(c.rows[b][j]));
                }
                if (change.total().isPresent()) {
                    for (Overtaking.Change one : List.of(
                            change.total().orElseThrow(),
                            change.band().orElse(change.total().orElseThrow()))) {
                        double[] w = c.weights(one.weights());
                        assertThat(WeightPolytope.dot(d, w)).isPositive();
                        assertThat(c.polytope.admits(w)).isTrue();
                    }
                    assertThat(distance(c.weights(change.total().orElseThrow().weights()), nominal))
                            .isCloseTo(change.total().orElseThrow().size(), within(1e-12));
                }
                double size = 0;
                double up = 0;
                for (int j = 0; j < d.length; j++) {
                    up -= nominal[j] * d[j];
                    size += nominal[j] * Math.abs(d[j]);
                }
                // the weights lead by 2e-9 of the greatest difference of any two regions
                double room = 1e-9 + 6e-9 * scale(c) / size;
                double total = change.total().map(Overtaking.Change::size).orElse(Double.POSITIVE_INFINITY);
                double band = change.band().map(Overtaking.Change::size).orElse(1.0);
                for (double[] point : c.points) {
                    if (WeightPolytope.dot(d, point) > 0) {
                        assertThat(distance(point, nominal)).isGreaterThan(total - 10 * room);
                        assertThat(band(point, nominal)).isGreaterThan(band - room);
                    }
                }
                if (c.statements.space().constraints().isEmpty() && band > 0 && band < 1) {
                    assertThat(band).isCloseTo(up / size, within(room));
                }
            }
        }
    }

    private static double scale(Case c) {
        double scale = 0;
        for (int j = 0; j < c.rows[0].length; j++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (double[] row : c.rows) {
                least = Math.min(least, c.mean.transform(row[j]));
                most = Math.max(most, c.mean.transform(row[j]));
            }
            scale = Math.max(scale, most - least);
        }
        return scale;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += Math.abs(a[j] - b[j]);
        }
        return sum;
    }

    /** The least r with t n (1 - r) <= w <= t n (1 + r) for some t: (most - least) / (most + least) of w / n. */
    private static double band(double[] w, double[] nominal) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int j = 0; j < w.length; j++) {
            least = Math.min(least, w[j] / nominal[j]);
            most = Math.max(most, w[j] / nominal[j]);
        }
        return (most - least) / (most + least);
    }
}
