package org.ldci.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
                Arguments.of("narrow band", band(equal(8), 0.1), 8, false, equal(8)),
                Arguments.of("wide space", band(equal(16), 0.25), 16, false, equal(16)),
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
        for (int k = 0; k < points; k++) {
            sampler.sample(2024, k, point, 0, 1);
            double total = 0;
            for (int j = 0; j < m; j++) {
                assertThat(point[j]).isGreaterThanOrEqualTo(0);
                total += point[j];
                sum[j] += point[j];
                squares[j] += (point[j] - mean[j]) * (point[j] - mean[j]);
            }
            assertThat(total).isCloseTo(1, within(1e-14));
            for (double[] row : rows) {
                double value = 0;
                for (int j = 0; j < m; j++) {
                    value += row[j] * point[j];
                }
                boolean forced = name.equals("fixed share") || name.equals("point");
                assertThat(value).isGreaterThanOrEqualTo(forced ? -1e-14 : 0);
            }
        }
        for (int j = 0; j < m; j++) {
            double standardError = Math.sqrt(squares[j] / points / points);
            assertThat(sum[j] / points)
                    .as("mean of weight %d", j)
                    .isCloseTo(mean[j], within(5 * standardError + 1e-12));
        }
    }

    /** On the simplex the variance of a weight is (m - 1) / (m^2 (m + 1)); the points of the chain have that of many steps. */
    @Test
    void the_spread_is_that_of_the_uniform_distribution() {
        // simplex of 5
        assertThat(variance(PolytopeSampler.of(new double[0][], 5), 5, 0)).isCloseTo(4 / 150.0, within(0.001));
        // a thin triangle: the variance of a corner's weight over a triangle is 1 / 18
        PolytopeSampler thin = PolytopeSampler.of(new double[][] {{0, -1, 1}, {0, 1.02, -1}}, 3);
        assertThat(variance(thin, 3, 0)).isCloseTo(1 / 18.0, within(0.002));
        // ordered above a bound: 0.5^2 times that of the greatest weight of the ordered simplex, see the sampler of
        // that
        PolytopeSampler bound = PolytopeSampler.of(joined(order(10), share(10, 9, 0.05, 1)), 10);
        PolytopeSampler order = PolytopeSampler.of(order(10), 10);
        double known = 0.25 * variance(order, 10, 0);
        assertThat(variance(bound, 10, 0)).isCloseTo(known, within(0.05 * known));
        double small = 0.25 * variance(order, 10, 8);
        assertThat(variance(bound, 10, 8)).isCloseTo(small, within(0.05 * small));
    }

    private static double variance(PolytopeSampler sampler, int m, int weight) {
        double[] point = new double[m];
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < POINTS; k++) {
            sampler.sample(7, k, point, 0, 1);
            sum += point[weight];
            squares += point[weight] * point[weight];
        }
        return squares / POINTS - sum / POINTS * sum / POINTS;
    }

    /** Neighbouring points of the chain do not lean on each other: the mean of 200 points varies as that of 200 others. */
    @Test
    void points_are_independent_of_each_other() {
        int m = 16;
        PolytopeSampler sampler = PolytopeSampler.of(band(equal(m), 0.25), m);
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
