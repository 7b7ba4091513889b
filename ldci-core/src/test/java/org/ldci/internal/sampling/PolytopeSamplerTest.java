package org.ldci.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Samples against what is known of the uniform distribution. Statistical checks compare a mean of 20,000 points (4,000 of 16 weights) with its known
 * value and allow 5 standard errors, so that a single one fails by chance with probability 6e-7; seeds are fixed.
 */
class PolytopeSamplerTest {
    private static final int POINTS = 20_000;

    private static double[][] order(int m) {
        double[][] rows = new double[m - 1][m];
        for (int j = 0; j + 1 < m; j++) {
            rows[j][j] = 1;
            rows[j][j + 1] = -1;
        }
        return rows;
    }

    private static double[] share(int m, int j, double share, int sign) {
        double[] row = new double[m];
        Arrays.fill(row, -share * sign);
        row[j] = sign * (1 - share);
        return row;
    }

    /** Raw weights of n (1 - r) to n (1 + r), rescaled. */
    private static double[][] band(double[] nominal, double r) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < nominal.length; i++) {
            for (int j = 0; j < nominal.length; j++) {
                if (i != j) {
                    double[] row = new double[nominal.length];
                    row[i] = (1 + r) * nominal[j];
                    row[j] = -(1 - r) * nominal[i];
                    rows.add(row);
                }
            }
        }
        return rows.toArray(double[][]::new);
    }

    private static double[][] box(int m, double lower, double upper) {
        return IntStream.range(0, 2 * m)
                .mapToObj(r -> r < m ? share(m, r, lower, 1) : share(m, r - m, upper, -1))
                .toArray(double[][]::new);
    }

    private static double[][] nested() {
        List<double[]> rows = new ArrayList<>();
        for (double[] small : band(equal(4), 0.25)) {
            for (int c = 0; c < 3; c++) {
                double[] row = new double[12];
                System.arraycopy(small, 0, row, 4 * c, 4);
                rows.add(row);
            }
        }
        for (double[] top : band(equal(3), 0.25)) {
            double[] row = new double[12];
            Arrays.setAll(row, j -> top[j / 4]);
            rows.add(row);
        }
        return rows.toArray(double[][]::new);
    }

    private static double[] equal(int m) {
        double[] weights = new double[m];
        Arrays.fill(weights, 1.0 / m);
        return weights;
    }

    /** The mean of ordered weights, the rank order centroid: the mean of the corners (1, 0, ..), (1/2, 1/2, 0, ..), ... */
    private static double[] rankOrderCentroid(int m) {
        double[] centroid = new double[m];
        for (int j = 0; j < m; j++) {
            for (int k = j; k < m; k++) {
                centroid[j] += 1.0 / (k + 1) / m;
            }
        }
        return centroid;
    }

    private static double[][] joined(double[][] a, double[]... b) {
        return Stream.concat(Arrays.stream(a), Arrays.stream(b)).toArray(double[][]::new);
    }

    private static double[][] cube(double[] a, double[] b) {
        return new double[][] {a, b};
    }

    static Stream<Arguments> polytopes() {
        return Stream.of(
                // name, rows, dimension, exact, mean
                Arguments.of("simplex", new double[0][], 5, true, equal(5)),
                Arguments.of("one weight", new double[0][], 1, true, new double[] {1}),
                Arguments.of("order", order(6), 6, true, rankOrderCentroid(6)),
                // simplex
                Arguments.of(
                        "lower bounds",
                        new double[][] {share(4, 0, 0.3, 1), share(4, 2, 0.2, 1)},
                        4,
                        true,
                        new double[] {0.425, 0.125, 0.325, 0.125}),
                // one of two weights, so that both proposals would do: uniform from 0.2 to 0.7
                Arguments.of(
                        "interval", cube(share(2, 0, 0.2, 1), share(2, 0, 0.7, -1)), 2, true, new double[] {0.45, 0.55
                        }),
                // below 1/3 the triangle is cut at three corners; symmetric
                Arguments.of(
                        "upper bounds",
                        new double[][] {share(3, 0, 0.5, -1), share(3, 1, 0.5, -1), share(3, 2, 0.5, -1)},
                        3,
                        true,
                        equal(3)),
                Arguments.of("narrow band", band(equal(8), 0.1), 8, true, equal(8)),
                Arguments.of("wide space", band(equal(16), 0.25), 16, true, equal(16)),
                // shares from 0.02 to 0.05 of 30; symmetric
                Arguments.of("box", box(30, 0.02, 0.05), 30, true, equal(30)),
                // three bands of four within a band of three, as over all metrics of a tree; symmetric
                Arguments.of("nested bands", nested(), 12, false, equal(12)),
                // a thin triangle within lines from (1, 0, 0) would be rejected: w1 <= w2 <= 1.02 w1
                Arguments.of(
                        "thin triangle",
                        new double[][] {{0, -1, 1}, {0, 1.02, -1}},
                        3,
                        false,
                        // the mean of the corners (1, 0, 0), (0, 1/2, 1/2), (0, 1/2.02, 1.02/2.02)
                        new double[] {1 / 3.0, (0.5 + 1 / 2.02) / 3, (0.5 + 1.02 / 2.02) / 3}),
                // a has exactly 0.4, the rest is a simplex of three
                Arguments.of(
                        "fixed share",
                        new double[][] {share(4, 0, 0.4, 1), share(4, 0, 0.4, -1)},
                        4,
                        false,
                        new double[] {0.4, 0.2, 0.2, 0.2}),
                Arguments.of("point", band(new double[] {0.5, 0.3, 0.2}, 0), 3, false, new double[] {0.5, 0.3, 0.2}),
                // ordered, and the last at least 0.05: affine image of the ordered simplex, which neither proposal
                // knows
                Arguments.of(
                        "order above a bound",
                        joined(order(10), share(10, 9, 0.05, 1)),
                        10,
                        false,
                        Arrays.stream(rankOrderCentroid(10))
                                .map(w -> 0.05 + 0.5 * w)
                                .toArray()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("polytopes")
    void points_meet_every_row_and_have_the_known_mean(
            String name, double[][] rows, int m, boolean exact, double[] mean) {
        PolytopeSampler sampler = PolytopeSampler.of(rows, m);
        assertThat(sampler.steps() == 0).as("exactly uniform").isEqualTo(exact);
        int points = m < 12 ? POINTS : POINTS / 5;
        double[] sum = new double[m];
        double[] squares = new double[m];
        double[] point = new double[m];
        double leastWeight = Double.POSITIVE_INFINITY;
        double leastRow = Double.POSITIVE_INFINITY;
        double furthestFromOne = 0;
        for (int k = 0; k < points; k++) {
            sampler.sample(2024, k, point, 0, 1);
            double total = 0;
            for (int j = 0; j < m; j++) {
                leastWeight = Math.min(leastWeight, point[j]);
                total += point[j];
                sum[j] += point[j];
                squares[j] += (point[j] - mean[j]) * (point[j] - mean[j]);
            }
            furthestFromOne = Math.max(furthestFromOne, Math.abs(total - 1));
            for (double[] row : rows) {
                leastRow = Math.min(leastRow, dot(row, point));
            }
        }
        // a NaN makes the least of all a NaN, which is not at least anything
        assertThat(leastWeight).isGreaterThanOrEqualTo(0);
        assertThat(furthestFromOne).isLessThanOrEqualTo(1e-14);
        boolean forced = name.equals("fixed share") || name.equals("point");
        assertThat(leastRow).isGreaterThanOrEqualTo(forced ? -1e-14 : 0);
        for (int j = 0; j < m; j++) {
            double standardError = Math.sqrt(squares[j] / points / points);
            assertThat(sum[j] / points)
                    .as("mean of weight %d", j)
                    .isCloseTo(mean[j], within(5 * standardError + 1e-12));
        }
    }

    private static double dot(double[] row, double[] w) {
        double sum = 0;
        for (int j = 0; j < w.length; j++) {
            sum += row[j] * w[j];
        }
        return sum;
    }

    private static boolean meets(double[][] rows, double[] w) {
        for (double[] row : rows) {
            if (dot(row, w) < 0) {
                return false;
            }
        }
        return true;
    }

    private static double[][] points(PolytopeSampler sampler, int m, int points) {
        double[][] drawn = new double[points][m];
        for (int k = 0; k < points; k++) {
            sampler.sample(31, k, drawn[k], 0, 1);
        }
        return drawn;
    }

    /** The greatest distance of two empirical distributions, times sqrt(n / 2): above 2.6 with probability 3e-6. */
    private static double kolmogorov(double[] a, double[] b) {
        Arrays.sort(a);
        Arrays.sort(b);
        double greatest = 0;
        int j = 0;
        for (int i = 0; i < a.length; i++) {
            while (j < b.length && b[j] <= a[i]) {
                j++;
            }
            greatest = Math.max(greatest, Math.abs((i + 1.0) / a.length - (double) j / b.length));
        }
        return greatest * Math.sqrt(a.length / 2.0);
    }

    private static void assertSameDistribution(double[][] one, double[][] other) {
        int m = one[0].length;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= i; j++) {
                int a = i;
                int b = j;
                // single weights, then the differences of two, which see how weights go together
                ToDoubleFunction<double[]> view = w -> a == b ? w[a] : w[a] - w[b];
                assertThat(kolmogorov(
                                Arrays.stream(one).mapToDouble(view).toArray(),
                                Arrays.stream(other).mapToDouble(view).toArray()))
                        .as("weights %d and %d", i, j)
                        .isLessThan(2.6);
            }
        }
    }

    static Stream<Arguments> wide() {
        double[][] shares = {
            share(4, 0, 0.1, 1), share(4, 0, 0.45, -1), share(4, 1, 0.3, -1), share(4, 2, 0.05, 1), share(4, 3, 0.4, -1)
        };
        return Stream.of(
                Arguments.of("band", band(new double[] {0.4, 0.3, 0.2, 0.1}, 0.5), 4),
                Arguments.of("wide band", band(new double[] {0.7, 0.2, 0.1}, 0.95), 3),
                Arguments.of("band of two", band(new double[] {0.7, 0.3}, 0.2), 2),
                Arguments.of(
                        "band and order", joined(band(new double[] {0.4, 0.3, 0.3}, 0.4), new double[] {1, -1, 0}), 3),
                Arguments.of("shares", shares, 4),
                // where the means of the ranges have a sum below 1, and above
                Arguments.of("low shares", box(5, 0, 0.38), 5),
                Arguments.of("high shares", joined(box(4, 0.08, 1), share(4, 1, 0.5, -1)), 4));
    }

    /** Points of the simplex that happen to meet the rows are uniform by definition. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("wide")
    void exact_points_are_those_of_the_simplex_that_meet_the_rows(String name, double[][] rows, int m) {
        PolytopeSampler simplex = PolytopeSampler.of(new double[0][], m);
        double[][] known = new double[POINTS / 2][];
        double[] point = new double[m];
        int found = 0;
        for (int k = 0; found < POINTS / 2; k++) {
            simplex.sample(77, k, point, 0, 1);
            if (meets(rows, point)) {
                known[found++] = point.clone();
            }
        }
        PolytopeSampler sampler = PolytopeSampler.of(rows, m);
        assertThat(sampler.steps()).isZero();
        assertSameDistribution(points(sampler, m, POINTS / 2), known);
    }

    static Stream<Arguments> high() {
        return Stream.of(
                Arguments.of("band", band(equal(12), 0.25), 12),
                Arguments.of("uneven band", band(new double[] {0.5, 0.2, 0.1, 0.1, 0.05, 0.05}, 0.3), 6),
                Arguments.of("box", box(10, 0.06, 0.16), 10),
                Arguments.of("order", order(8), 8));
    }

    /** Where there are exact points, the chain has the same distribution. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("high")
    void points_of_the_chain_are_those_of_the_exact_ways(String name, double[][] rows, int m) {
        PolytopeSampler chain = PolytopeSampler.of(rows, m, false);
        PolytopeSampler exact = PolytopeSampler.of(rows, m);
        assertThat(chain.steps()).isEqualTo(20 * (m - 1) + 20);
        assertThat(exact.steps()).isZero();
        assertSameDistribution(points(chain, m, POINTS / 5), points(exact, m, POINTS / 5));
    }

    /** On the simplex the variance of a weight is (m - 1) / (m^2 (m + 1)); the points of the chain have that of many steps. */
    @Test
    void the_spread_is_that_of_the_uniform_distribution() {
        // simplex of 5
        assertThat(variances(PolytopeSampler.of(new double[0][], 5), 5)[0]).isCloseTo(4 / 150.0, within(0.001));
        // a thin triangle: the variance of a corner's weight over a triangle is 1 / 18
        PolytopeSampler thin = PolytopeSampler.of(new double[][] {{0, -1, 1}, {0, 1.02, -1}}, 3);
        assertThat(variances(thin, 3)[0]).isCloseTo(1 / 18.0, within(0.002));
        // ordered above a bound: 0.5^2 times that of the ordered simplex
        PolytopeSampler bound = PolytopeSampler.of(joined(order(10), share(10, 9, 0.05, 1)), 10);
        PolytopeSampler order = PolytopeSampler.of(order(10), 10);
        double[] ofBound = variances(bound, 10);
        double[] ofOrder = variances(order, 10);
        for (int j = 0; j < 10; j++) {
            double known = orderedVariance(10, j);
            assertThat(ofOrder[j]).as("order, weight %d", j).isCloseTo(known, within(0.06 * known));
            assertThat(ofBound[j])
                    .as("above a bound, weight %d", j)
                    .isCloseTo(0.25 * known, within(0.06 * 0.25 * known));
        }
    }

    /** Weight j is a sum of uniform weights of the corners (1, 0, ..), (1/2, 1/2, 0, ..), ..., each times its j-th number. */
    private static double orderedVariance(int m, int j) {
        double sum = 0;
        double squares = 0;
        for (int k = j; k < m; k++) {
            sum += 1.0 / (k + 1);
            squares += 1.0 / (k + 1) / (k + 1);
        }
        return (m * squares - sum * sum) / ((double) m * m * (m + 1));
    }

    private static double[] variances(PolytopeSampler sampler, int m) {
        double[] point = new double[m];
        double[] sum = new double[m];
        double[] squares = new double[m];
        for (int k = 0; k < POINTS; k++) {
            sampler.sample(7, k, point, 0, 1);
            for (int j = 0; j < m; j++) {
                sum[j] += point[j];
                squares[j] += point[j] * point[j];
            }
        }
        double[] variances = new double[m];
        Arrays.setAll(variances, j -> squares[j] / POINTS - sum[j] / POINTS * sum[j] / POINTS);
        return variances;
    }

    /** Neighbouring points of the chain do not lean on each other: the mean of 200 points varies as that of 200 others. */
    @Test
    void points_are_independent_of_each_other() {
        int m = 8;
        PolytopeSampler sampler = PolytopeSampler.of(band(equal(m), 0.25), m, false);
        double[] point = new double[m];
        double within = 0;
        double between = 0;
        int groups = 200;
        int size = 25;
        for (int g = 0; g < groups; g++) {
            double sum = 0;
            for (int k = 0; k < size; k++) {
                sampler.sample(99, (long) g * size + k, point, 0, 1);
                sum += point[0];
                within += (point[0] - 1.0 / m) * (point[0] - 1.0 / m);
            }
            between += (sum / size - 1.0 / m) * (sum / size - 1.0 / m);
        }
        // chi-squared of 200 groups: 1 with a standard error of 0.1
        assertThat(between / groups * size / (within / groups / size)).isCloseTo(1, within(0.5));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("polytopes")
    void a_point_depends_on_seed_and_number_alone(String name, double[][] rows, int m, boolean exact, double[] mean) {
        PolytopeSampler sampler = PolytopeSampler.of(rows, m);
        PolytopeSampler other = PolytopeSampler.of(rows, m).copy();
        double[] forward = new double[100 * m];
        double[] backward = new double[100 * m];
        for (int k = 0; k < 100; k++) {
            // the weights of a point lie 100 apart
            sampler.sample(5, k, forward, k, 100);
        }
        for (int k = 99; k >= 0; k--) {
            other.sample(5, k, backward, k, 100);
            other.sample(6, k, new double[m], 0, 1);
        }
        assertThat(backward).containsExactly(forward);
        double[] one = new double[m];
        sampler.sample(6, 3, one, 0, 1);
        if (m > 1 && !name.equals("point")) {
            assertThat(one[m - 1]).as("another seed").isNotEqualTo(forward[(m - 1) * 100 + 3]);
        }
    }

    @Test
    void refuses_what_is_no_polytope() {
        assertThatThrownBy(() -> PolytopeSampler.of(new double[][] {{1, 2}}, 3))
                .hasMessage("polytope of weights: expected rows of 3 coefficients");
        assertThatThrownBy(() -> PolytopeSampler.of(new double[][] {share(2, 0, 0.6, 1), share(2, 1, 0.6, 1)}, 2))
                .hasMessage("polytope of weights: no 2 weights meet all rows");
    }
}
