package org.ldci.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Statistical tests hold at 5 standard deviations (6 for chi-square), so that the false-alarm rate of each would be 6e-7 over
 * random seeds; the seeds are fixed.
 */
class PointsTest {
    /**
     * Dimension, then 2^32 times the points 1 to 7, 100, 1023 and 4095 in the order of the Gray code: SciPy 1.17.1,
     * {@code qmc.Sobol(1111, scramble=False, bits=32).random(4096)}.
     */
    private static final long[][] SOBOL = {
        {
            1,
            2147483648L,
            3221225472L,
            1073741824L,
            1610612736L,
            3758096384L,
            2684354560L,
            536870912L,
            1778384896L,
            4194304L,
            1048576L
        },
        {
            2,
            2147483648L,
            1073741824L,
            3221225472L,
            1610612736L,
            3758096384L,
            536870912L,
            2684354560L,
            1107296256L,
            3233808384L,
            4042260480L
        },
        {
            3,
            2147483648L,
            1073741824L,
            3221225472L,
            2684354560L,
            536870912L,
            3758096384L,
            1610612736L,
            3321888768L,
            2629828608L,
            1435500544L
        },
        {
            4,
            2147483648L,
            1073741824L,
            3221225472L,
            3758096384L,
            1610612736L,
            2684354560L,
            536870912L,
            3120562176L,
            624951296L,
            3872391168L
        },
        {
            10,
            2147483648L,
            3221225472L,
            1073741824L,
            2684354560L,
            536870912L,
            1610612736L,
            3758096384L,
            2986344448L,
            3653238784L,
            1058013184L
        },
        {
            100,
            2147483648L,
            3221225472L,
            1073741824L,
            3758096384L,
            1610612736L,
            536870912L,
            2684354560L,
            3791650816L,
            2277507072L,
            4134535168L
        },
        {
            500,
            2147483648L,
            1073741824L,
            3221225472L,
            2684354560L,
            536870912L,
            3758096384L,
            1610612736L,
            2113929216L,
            2034237440L,
            4031774720L
        },
        {
            1000,
            2147483648L,
            3221225472L,
            1073741824L,
            536870912L,
            2684354560L,
            3758096384L,
            1610612736L,
            3925868544L,
            3678404608L,
            1324351488L
        },
        {
            1111,
            2147483648L,
            3221225472L,
            1073741824L,
            3758096384L,
            1610612736L,
            536870912L,
            2684354560L,
            1979711488L,
            2529165312L,
            1454374912L
        },
    };

    private static final int[] NUMBERS = {1, 2, 3, 4, 5, 6, 7, 100, 1023, 4095};

    @Test
    void every_point_is_inside_and_depends_on_its_number_alone() {
        for (Points points : new Points[] {
            new RandomPoints(1, 5), new LatinHypercube(1, 5, 1000), new LatinHypercube(1, 5, 1), new SobolPoints(1, 5)
        }) {
            int n = points.equals(new LatinHypercube(1, 5, 1)) ? 1 : 1000;
            double[] all = new double[n * 5 + 2];
            Arrays.fill(all, -1);
            for (int k = n - 1; k >= 0; k--) {
                points.point(k, all, 1 + 5 * k);
            }
            assertThat(all[0]).isEqualTo(-1);
            assertThat(all[n * 5 + 1]).isEqualTo(-1);
            double[] again = new double[5];
            for (int k = 0; k < n; k++) {
                points.point(k, again, 0);
                assertThat(again).containsExactly(Arrays.copyOfRange(all, 1 + 5 * k, 6 + 5 * k));
                for (double u : again) {
                    assertThat(u).isGreaterThan(0).isLessThan(1);
                }
            }
        }
    }

    @Test
    void designs_are_values() {
        assertThat(new RandomPoints(1, 2)).isEqualTo(new RandomPoints(1, 2)).isNotEqualTo(new RandomPoints(2, 2));
        assertThat(new SobolPoints(1, 2))
                .isEqualTo(new SobolPoints(1, 2))
                .hasSameHashCodeAs(new SobolPoints(1, 2))
                .hasToString("SobolPoints[seed=1, first=0, dimension=2]")
                .isNotEqualTo(new SobolPoints(2, 2))
                .isNotEqualTo(new SobolPoints(1, 3));
        assertThat(new LatinHypercube(1, 2, 3))
                .isEqualTo(new LatinHypercube(1, 2, 3))
                .hasSameHashCodeAs(new LatinHypercube(1, 2, 3))
                .hasToString("LatinHypercube[seed=1, first=0, dimension=2, n=3]")
                .isNotEqualTo(new LatinHypercube(1, 2, 4))
                .isNotEqualTo(new LatinHypercube(1, 3, 3))
                .isNotEqualTo(new LatinHypercube(2, 2, 3));
    }

    @Test
    void what_is_out_of_range_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RandomPoints(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new LatinHypercube(1, 0, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new LatinHypercube(1, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new LatinHypercube(1, 1, LatinHypercube.MOST + 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SobolPoints(1, 1112))
                .withMessage(
                        "a Sobol sequence has at most 1111 coordinates here, but the factors need 1112; use another"
                                + " design");
        for (Points points :
                new Points[] {new RandomPoints(1, 2), new LatinHypercube(1, 2, 10), new SobolPoints(1, 2)}) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> points.point(-1, new double[2], 0));
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> points.point(Long.MAX_VALUE, new double[2], 0));
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> points.point(0, new double[2], 1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 16, 100, 255, 256, 257, 1000, 4096, 5000, 100_000})
    void a_latin_hypercube_has_one_point_in_every_interval(int n) {
        LatinHypercube points = new LatinHypercube(5, 3, n);
        boolean[][] seen = new boolean[3][n];
        double[] point = new double[3];
        for (int k = 0; k < n; k++) {
            points.point(k, point, 0);
            for (int d = 0; d < 3; d++) {
                int interval = (int) (point[d] * n);
                assertThat(point[d]).isBetween(interval / (double) n, (interval + 1) / (double) n);
                assertThat(seen[d][interval]).isFalse();
                seen[d][interval] = true;
            }
        }
    }

    @Test
    void a_latin_hypercube_of_the_most_points_stays_inside() {
        LatinHypercube points = new LatinHypercube(5, 2, LatinHypercube.MOST);
        double[] point = new double[2];
        for (long k = 0; k < LatinHypercube.MOST; k += LatinHypercube.MOST / 997) {
            points.point(k, point, 0);
            assertThat(point[0]).isGreaterThan(0).isLessThan(1);
        }
    }

    @Test
    void all_permutations_of_four_intervals_are_equally_likely() {
        int draws = 240_000;
        int[] counts = new int[256];
        for (int seed = 0; seed < draws; seed++) {
            LatinHypercube points = new LatinHypercube(seed, 1, 4);
            double[] point = new double[1];
            int code = 0;
            for (int k = 0; k < 4; k++) {
                points.point(k, point, 0);
                code = 4 * code + (int) (4 * point[0]);
            }
            counts[code]++;
        }
        int[] found = Arrays.stream(counts).filter(count -> count > 0).toArray();
        assertThat(found).hasSize(24);
        assertThat(chiSquare(found, draws / 24.0)).isCloseTo(23, within(6 * Math.sqrt(46)));
    }

    @Test
    void intervals_of_different_coordinates_points_and_seeds_are_not_correlated() {
        int n = 1000;
        double acrossCoordinates = 0;
        double acrossPoints = 0;
        double acrossSeeds = 0;
        int seeds = 300;
        double[] point = new double[2];
        double[] next = new double[2];
        double[] other = new double[2];
        for (int seed = 0; seed < seeds; seed++) {
            LatinHypercube points = new LatinHypercube(seed, 2, n);
            LatinHypercube others = new LatinHypercube(seed + 1, 2, n);
            for (int k = 0; k < n; k++) {
                points.point(k, point, 0);
                points.point((k + 1) % n, next, 0);
                others.point(k, other, 0);
                acrossCoordinates += (point[0] - 0.5) * (point[1] - 0.5);
                acrossPoints += (point[0] - 0.5) * (next[0] - 0.5);
                acrossSeeds += (point[0] - 0.5) * (other[0] - 0.5);
            }
        }
        // the rank correlation of a random permutation has variance 1 / (n - 1)
        double limit = 5.0 / 12 / Math.sqrt((double) seeds * n);
        assertThat(acrossCoordinates / seeds / n).isCloseTo(0, within(limit));
        assertThat(acrossPoints / seeds / n).isCloseTo(0, within(limit));
        assertThat(acrossSeeds / seeds / n).isCloseTo(0, within(limit));
    }

    @Test
    void the_sequence_before_scrambling_is_the_published_one() {
        SobolPoints points = new SobolPoints(0, SobolPoints.MOST_DIMENSIONS);
        for (long[] row : SOBOL) {
            int d = (int) row[0] - 1;
            assertThat(points.reversed(0, d)).isZero();
            for (int i = 0; i < NUMBERS.length; i++) {
                long gray = NUMBERS[i] ^ (NUMBERS[i] >>> 1);
                assertThat(Integer.toUnsignedLong(Integer.reverse(points.reversed(gray, d))))
                        .as("dimension %s, point %s", d + 1, NUMBERS[i])
                        .isEqualTo(row[1 + i]);
            }
        }
    }

    /** As the file's lines 2 to 1,111, blanks between numbers being one space. */
    @Test
    void the_direction_numbers_are_those_of_the_file() throws Exception {
        String text = JoeKuo.text();
        assertThat(text)
                .startsWith("2 1 0 1\n3 2 1 1 3\n4 3 1 1 3 1\n5 3 2 1 1 1\n6 4 1 1 1 3 3\n7 4 4 1 3 5 13\n")
                .endsWith("\n1111 13 4094 1 1 5 15 19 1 7 211 157 603 403 1387 1583\n");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("7838fc1b799f19881782a0a9b76aa7cc7bb1f1b3f14cf84bf6635c900ee055ea");
    }

    @Test
    void after_scrambling_every_interval_of_every_coordinate_holds_one_point() {
        int n = 4096;
        int dimension = SobolPoints.MOST_DIMENSIONS;
        SobolPoints points = new SobolPoints(9, dimension);
        double[][] all = new double[n][dimension];
        for (int block : new int[] {0, 3}) {
            boolean[][] seen = new boolean[dimension][n];
            for (int k = 0; k < n; k++) {
                points.point((long) block * n + k, all[k], 0);
                for (int d = 0; d < dimension; d++) {
                    int interval = (int) (n * all[k][d]);
                    assertThat(seen[d][interval]).isFalse();
                    seen[d][interval] = true;
                }
            }
        }
    }

    @Test
    void after_scrambling_the_first_two_coordinates_fill_every_elementary_box_once() {
        int[] ones = new int[4096];
        Arrays.fill(ones, 1);
        for (int a = 0; a <= 12; a++) {
            assertThat(boxes(new SobolPoints(10 + a, 2), 0, 1, a, 12 - a, true)).containsExactly(ones);
        }
    }

    @Test
    void scrambling_permutes_the_elementary_boxes_of_all_pairs() {
        SobolPoints points = new SobolPoints(77, 200);
        for (int pair = 0; pair < 40; pair++) {
            int i = (int) (200 * Streams.uniform(55, 2 * pair));
            int j = (int) (200 * Streams.uniform(55, 2 * pair + 1));
            for (int a = 0; a <= 12; a += 3) {
                assertThat(boxes(points, i, j, a, 12 - a, true)).containsExactly(boxes(points, i, j, a, 12 - a, false));
            }
        }
    }

    /** The numbers of points in the boxes of 2^-a by 2^-b, ascending, of the first 4,096 points. */
    private static int[] boxes(SobolPoints points, int i, int j, int a, int b, boolean scrambled) {
        int[] counts = new int[1 << (a + b)];
        double[] point = new double[points.dimension()];
        for (int k = 0; k < 4096; k++) {
            if (scrambled) {
                points.point(k, point, 0);
            } else {
                point[i] = (Integer.reverse(points.reversed(k, i)) & 0xffffffffL) * 0x1p-32;
                point[j] = (Integer.reverse(points.reversed(k, j)) & 0xffffffffL) * 0x1p-32;
            }
            counts[(int) (point[i] * (1 << a)) << b | (int) (point[j] * (1 << b))]++;
        }
        Arrays.sort(counts);
        return counts;
    }

    @Test
    void over_seeds_each_scrambled_point_is_uniform_and_pairs_are_not_correlated() {
        int seeds = 100_000;
        int[][] counts = new int[3][256];
        int[] joint = new int[256];
        int[] deep = new int[256];
        double[] point = new double[2];
        for (int seed = 0; seed < seeds; seed++) {
            SobolPoints points = new SobolPoints(seed, 2);
            points.point(0, point, 0);
            counts[0][(int) (256 * point[0])]++;
            joint[(int) (16 * point[0]) << 4 | (int) (16 * point[1])]++;
            double scaled = point[0] * 0x1p28;
            deep[(int) (256 * (scaled - Math.floor(scaled)))]++;
            points.point(1, point, 0);
            counts[1][(int) (256 * point[1])]++;
            points.point(1_000_000, point, 0);
            counts[2][(int) (256 * point[0])]++;
        }
        for (int[] count : new int[][] {counts[0], counts[1], counts[2], joint, deep}) {
            assertThat(chiSquare(count, seeds / 256.0)).isCloseTo(255, within(6 * Math.sqrt(510)));
        }
    }

    /** Two points whose first m digits agree: the flips of their digit m + 1 agree, those of the next one are independent. */
    @Test
    void over_seeds_digits_after_the_first_different_one_are_flipped_independently() {
        int seeds = 20_000;
        double[] a = new double[1];
        double[] b = new double[1];
        // in the first dimension point k is the mirrored k
        for (int m = 0; m < 20; m++) {
            int[] different = new int[8];
            for (int seed = 0; seed < seeds; seed++) {
                SobolPoints points = new SobolPoints(seed, 1);
                points.point(0, a, 0);
                points.point(1L << m, b, 0);
                long x = (long) (a[0] * 0x1p52) ^ (long) (b[0] * 0x1p52);
                assertThat(x >>> (51 - m)).isEqualTo(1);
                for (int i = 0; i < different.length; i++) {
                    different[i] += (int) (x >>> (50 - m - i) & 1);
                }
            }
            for (int count : different) {
                assertThat(count).as("after %s digits", m).isCloseTo(seeds / 2, within((int) (2.5 * Math.sqrt(seeds))));
            }
        }
    }

    @Test
    void scrambled_integration_beats_random_points_by_far() {
        int n = 1 << 14;
        double[] u = new double[6];
        double exact = 1;
        for (Points points : new Points[] {new SobolPoints(3, 6), new RandomPoints(3, 6)}) {
            double sum = 0;
            for (int k = 0; k < n; k++) {
                points.point(k, u, 0);
                double product = 1;
                for (int d = 0; d < 6; d++) {
                    product *= 1 + (u[d] - 0.5) / (1 + d);
                }
                sum += product;
            }
            double error = Math.abs(sum / n - exact);
            if (points instanceof SobolPoints) {
                assertThat(error).isLessThan(2e-5);
            } else {
                // the variance of the product is less than 0.14
                assertThat(error).isLessThan(5 * Math.sqrt(0.14 / n));
            }
        }
    }

    @Test
    void designs_of_one_seed_differ_from_the_streams_of_a_replicate() {
        Set<Double> seen = new HashSet<>();
        double[] point = new double[4];
        for (int k = 0; k < 100; k++) {
            new RandomPoints(1, 4).point(k, point, 0);
            for (double u : point) {
                assertThat(seen.add(u)).isTrue();
            }
            for (int j = 0; j < 4; j++) {
                assertThat(seen.add(Streams.open(Streams.start(1, k, 0), j))).isTrue();
            }
        }
    }

    private static double chiSquare(int[] counts, double expected) {
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }
}
