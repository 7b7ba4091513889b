package org.ldci.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingTest {
    /** Mean 1/2 and variance 1/12 of a million numbers, and no correlation of neighbours, each within five standard errors. */
    @Test
    void streams_are_uniform_and_neighbours_unrelated() {
        int n = 1000;
        double sum = 0;
        double squares = 0;
        double along = 0;
        double across = 0;
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < n; j++) {
                double d = Streams.uniform(Streams.start(1, k), j) - 0.5;
                sum += d;
                squares += d * d;
                along += d * (Streams.uniform(Streams.start(1, k), j + 1) - 0.5);
                across += d * (Streams.uniform(Streams.start(1, k + 1), j) - 0.5);
            }
        }
        double count = (double) n * n;
        assertThat(sum / count).isCloseTo(0, within(5 * Math.sqrt(1.0 / 12 / count)));
        assertThat(squares / count).isCloseTo(1.0 / 12, within(5 * Math.sqrt(1.0 / 180 / count)));
        assertThat(along / count).isCloseTo(0, within(5 / 12.0 / Math.sqrt(count)));
        assertThat(across / count).isCloseTo(0, within(5 / 12.0 / Math.sqrt(count)));
    }

    /** Chi-square over 256 cells of a million numbers: 255 degrees of freedom, 99.99 % below 350. */
    @Test
    void streams_fill_cells_evenly() {
        long[] counts = new long[256];
        for (int k = 0; k < 1_000_000; k++) {
            counts[(int) (Streams.uniform(Streams.start(99, k), 3) * 256)]++;
        }
        double chi = 0;
        for (long count : counts) {
            chi += (count - 3906.25) * (count - 3906.25) / 3906.25;
        }
        assertThat(chi).isBetween(180.0, 350.0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 64, 1000, 4097})
    void a_latin_hypercube_has_one_point_in_each_interval(long size) {
        LatinHypercube design = new LatinHypercube(5, 2, 3, size);
        double[] point = new double[3];
        for (int j = 0; j < 3; j++) {
            BitSet seen = new BitSet();
            for (long k = 0; k < size; k++) {
                design.point(k, point, 0);
                seen.set((int) (point[j] * size));
            }
            assertThat(seen.cardinality()).isEqualTo((int) size);
        }
    }

    /** Points 1 to 3 of Joe and Kuo's sequence in five dimensions; theirs are in the order of Gray codes, 1, 3, 2. */
    @Test
    void the_plain_sequence_is_that_of_joe_and_kuo() {
        SobolPoints points = new SobolPoints(1, 0, 5);
        double[][] expected = {
            {0, 0, 0, 0, 0}, {0.5, 0.5, 0.5, 0.5, 0.5}, {0.25, 0.75, 0.75, 0.75, 0.25}, {0.75, 0.25, 0.25, 0.25, 0.75}
        };
        for (int k = 0; k < 4; k++) {
            for (int j = 0; j < 5; j++) {
                assertThat(Integer.toUnsignedLong(points.unscrambled(k, j)) * 0x1p-32)
                        .isEqualTo(expected[k][j]);
            }
        }
    }

    @Test
    void a_scrambled_sequence_stays_a_net() {
        SobolPoints points = new SobolPoints(77, 3, 40);
        double[] point = new double[40];
        int n = 256;
        for (int j = 0; j < 40; j++) {
            BitSet intervals = new BitSet();
            for (int k = 0; k < n; k++) {
                points.point(k, point, 0);
                intervals.set((int) (point[j] * n));
                assertThat(point[j]).isStrictlyBetween(0.0, 1.0);
            }
            assertThat(intervals.cardinality()).isEqualTo(n);
        }
        // the first two coordinates make a net of 16 x 16 boxes
        SobolPoints plane = new SobolPoints(78, 0, 2);
        BitSet boxes = new BitSet();
        for (int k = 0; k < n; k++) {
            plane.point(k, point, 0);
            boxes.set((int) (point[0] * 16) * 16 + (int) (point[1] * 16));
        }
        assertThat(boxes.cardinality()).isEqualTo(n);
    }

    @Test
    void a_sequence_has_at_most_a_thousand_coordinates() {
        assertThat(new SobolPoints(1, 990, 10).dimension()).isEqualTo(10);
        assertThatThrownBy(() -> new SobolPoints(1, 990, 11))
                .hasMessage("a Sobol sequence has at most 1000 coordinates here, but the factors need 1001; use another"
                        + " design");
    }

    @Test
    void coordinates_of_a_longer_point_are_the_same() {
        double[] all = new double[8];
        double[] part = new double[3];
        for (Points[] pair : new Points[][] {
            {new RandomPoints(3, 8), new RandomPoints(3, 4, 3)},
            {new SobolPoints(3, 0, 8), new SobolPoints(3, 4, 3)},
            {new LatinHypercube(3, 0, 8, 50), new LatinHypercube(3, 4, 3, 50)}
        }) {
            for (int k = 0; k < 50; k++) {
                pair[0].point(k, all, 0);
                pair[1].point(k, part, 0);
                assertThat(part).containsExactly(all[4], all[5], all[6]);
            }
        }
    }

    /** Python 3.11, statistics.NormalDist().inv_cdf. */
    @ParameterizedTest
    @CsvSource({
        "1e-12, -7.034483825301132",
        "0.001, -3.090232306167813",
        "0.3, -0.5244005127080407",
        "0.5, 0.0",
        "0.9, 1.2815515655446008",
        "0.999999, 4.753424308817089"
    })
    void normal_quantiles(double u, double expected) {
        assertThat(Inverse.normal(u)).isCloseTo(expected, within(1e-14 * Math.max(1, Math.abs(expected))));
    }

    @Test
    void exponential_quantiles() {
        for (int i = 0; i < 100_000; i++) {
            double u = Streams.uniform(4, i);
            double exact = -StrictMath.log1p(-u);
            assertThat(Inverse.exponential(u)).isCloseTo(exact, within(4e-15 + 1e-15 * exact));
        }
        assertThat(Inverse.exponential(0)).isZero();
        assertThat(Inverse.exponential(1 - 0x1p-53)).isCloseTo(53 * StrictMath.log(2), within(1e-13));
    }

    /**
     * Exact: shape 1 is exponential; half a chi-square of one degree of freedom has shape 1/2 and is half a squared normal
     * quantile; for whole shapes the distribution function is a Poisson sum.
     */
    @Test
    void gamma_quantiles() {
        for (double u : new double[] {1e-6, 0.01, 0.3, 0.5, 0.9, 0.999}) {
            assertThat(Inverse.gamma(1, u)).isCloseTo(-StrictMath.log1p(-u), within(1e-11));
            double z = Inverse.normal((1 + u) / 2);
            assertThat(Inverse.gamma(0.5, u)).isCloseTo(z * z / 2, within(1e-11));
            for (int shape : new int[] {2, 7, 40}) {
                double x = Inverse.gamma(shape, u);
                double term = StrictMath.exp(-x);
                double below = term;
                for (int i = 1; i < shape; i++) {
                    term *= x / i;
                    below += term;
                }
                assertThat(1 - below).isCloseTo(u, within(1e-12));
            }
        }
        assertThat(Inverse.gamma(0.01, 1e-9)).isBetween(0.0, 1e-300);
    }
}
