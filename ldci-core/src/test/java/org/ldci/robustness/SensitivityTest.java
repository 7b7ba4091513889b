package org.ldci.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ldci.internal.sampling.Inverse;
import org.ldci.robustness.Sensitivity.Input;
import org.ldci.robustness.Sensitivity.Model;
import org.ldci.robustness.Sensitivity.Sampling;
import org.ldci.robustness.ShapleyEffects.Method;
import org.ldci.shared.SharedReference;

/**
 * Against closed forms. Estimates hold within 5 of their own standard errors where those are known, so that the false-alarm rate of
 * each would be 6e-7 over random seeds; the seeds are fixed. Errors are those of random rows; other designs are mostly, but not
 * always, more exact.
 */
class SensitivityTest {
    /** T. Ishigami, T. Homma, 1990, with a = 7 and b = 0.1. */
    private static final Model ISHIGAMI = Model.of("y", u -> {
        double x1 = Math.PI * (2 * u[0] - 1);
        double x2 = Math.PI * (2 * u[1] - 1);
        double x3 = Math.PI * (2 * u[2] - 1);
        return Math.sin(x1) + 7 * Math.pow(Math.sin(x2), 2) + 0.1 * Math.pow(x3, 4) * Math.sin(x1);
    });

    private static final List<Input> THREE = Input.of("1", "2", "3");
    private static final Sampling SOBOL = Sampling.of(Design.SOBOL, 3);
    private static final Sampling RANDOM = Sampling.of(Design.RANDOM, 4);

    private static Model g(double... a) {
        return Model.of("y", u -> {
            double product = 1;
            for (int i = 0; i < a.length; i++) {
                product *= (Math.abs(4 * u[i] - 2) + a[i]) / (1 + a[i]);
            }
            return product;
        });
    }

    /** Linear in normal inputs of standard deviations 1 with slopes b. */
    private static Model linear(double... b) {
        return Model.of("y", u -> {
            double sum = 0;
            for (int i = 0; i < b.length; i++) {
                sum += b[i] * Inverse.normal(u[i]);
            }
            return sum;
        });
    }

    // Sobol indices

    /** S = 0.3139, 0.4424, 0; ST = 0.5576, 0.4424, 0.2437; intervals are 90 %, three times their half-width is 5 errors. */
    @ParameterizedTest
    @EnumSource(value = Design.class, mode = EnumSource.Mode.EXCLUDE, names = "FULL_FACTORIAL")
    void ishigami_has_its_sobol_indices(Design design) {
        SobolIndices found = Sensitivity.sobol(ISHIGAMI, THREE, 1 << 13, new Sampling(design, 5, 300, 0.9))
                .get(0);
        double[] first = {0.31390519114781146, 0.4424111447900409, 0};
        double[] total = {0.5575888552099592, 0.4424111447900409, 0.24368366406214773};
        for (int i = 0; i < 3; i++) {
            SobolIndex index = found.indices().get(i);
            double firstError = (index.firstOrderUpper() - index.firstOrderLower()) / (2 * 1.645);
            double totalError = (index.totalUpper() - index.totalLower()) / (2 * 1.645);
            assertThat(firstError).isLessThan(0.03);
            assertThat(index.firstOrder()).isCloseTo(first[i], within(5 * firstError));
            assertThat(index.total()).isCloseTo(total[i], within(5 * totalError));
        }
        assertThat(found.rows()).isEqualTo(1 << 13);
    }

    /** Y = .5 X1 + .3 X2 + .2 X3: S = ST = 25/38, 9/38, 4/38. */
    @Test
    void a_linear_model_is_all_first_order() {
        SobolIndices found = Sensitivity.sobol(
                        Model.of("y", u -> 0.5 * u[0] + 0.3 * u[1] + 0.2 * u[2]), THREE, 1 << 12, SOBOL)
                .get(0);
        double[] expected = {25 / 38.0, 9 / 38.0, 4 / 38.0};
        for (int i = 0; i < 3; i++) {
            assertThat(found.indices().get(i).firstOrder()).isCloseTo(expected[i], within(0.005));
            assertThat(found.indices().get(i).total()).isCloseTo(expected[i], within(0.002));
        }
        assertThat(found.variance()).isCloseTo(0.38 / 12, within(1e-4));
        assertThat(found.interactions()).isCloseTo(0, within(0.01));
    }

    /** Of a group of the first and third input: closed index S1 + S3 + S13 = total, as the second acts for itself. */
    @Test
    void a_group_counts_as_one_factor() {
        Model regrouped = Model.of("y", u -> {
            double[] values = new double[1];
            double[][] out = {values};
            ISHIGAMI.evaluate(new double[] {u[0], u[2], u[1]}, 1, out);
            return values[0];
        });
        SobolIndices found = Sensitivity.sobol(
                        regrouped, List.of(new Input("1 and 3", 2), new Input("2", 1)), 1 << 13, SOBOL)
                .get(0);
        assertThat(found.of("1 and 3").total()).isCloseTo(1 - 0.4424111447900409, within(0.01));
        assertThat(found.of("1 and 3").firstOrder()).isCloseTo(1 - 0.4424111447900409, within(0.03));
        assertThat(found.of("2").total()).isCloseTo(0.4424111447900409, within(0.01));
    }

    @Test
    void several_targets_are_evaluated_at_once_and_batches_do_not_show() {
        int[] most = new int[1];
        Model both = new Model() {
            @Override
            public List<String> targets() {
                return List.of("sum", "none");
            }

            @Override
            public void evaluate(double[] points, int rows, double[][] values) {
                most[0] = Math.max(most[0], rows);
                for (int k = 0; k < rows; k++) {
                    values[0][k] = points[2 * k] + points[2 * k + 1];
                    values[1][k] = 7;
                }
            }
        };
        List<Input> inputs = Input.of("p", "q");
        List<SobolIndices> found = Sensitivity.sobol(both, inputs, 5000, SOBOL);
        assertThat(found).hasSize(2);
        assertThat(found.get(0))
                .isEqualTo(Sensitivity.sobol(Model.of("sum", u -> u[0] + u[1]), inputs, 5000, SOBOL)
                        .get(0));
        assertThat(found.get(1).isConstant()).isTrue();
        assertThat(most[0]).isLessThanOrEqualTo(4096);
        List<ShapleyEffects> effects = Sensitivity.shapley(both, inputs, 2000, SOBOL);
        assertThat(effects.get(0).of("p").share()).isCloseTo(0.5, within(0.02));
        assertThat(effects.get(1).isConstant()).isTrue();
        assertThat(effects.get(1).toString()).startsWith("Shapley effects on none: 2000 rows, the same in all runs\n");
        assertThat(Sensitivity.morris(both, inputs, 2000, SOBOL).get(1).of("p").muStar())
                .isZero();
    }

    // Shapley effects

    private static void agree(ShapleyEffects found, double[] expected, double mostError) {
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            ShapleyEffect effect = found.effects().get(i);
            assertThat(effect.standardError()).isLessThan(mostError);
            assertThat(effect.share())
                    .as("%s", found)
                    .isCloseTo(expected[i], within(5 * effect.standardError() + 1e-12));
            assertThat(effect.share()).isBetween(effect.lower(), effect.upper());
            sum += effect.share();
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "ALL_SETS, 2048, SOBOL",
        "ORDERS, 16384, SOBOL",
        "ORDERS, 16384, RANDOM",
        "ALL_SETS, 4096, LATIN_HYPERCUBE"
    })
    void ishigami_has_its_shapley_effects(Method method, int rows, Design design) {
        ShapleyEffects found = Sensitivity.shapley(ISHIGAMI, THREE, rows, Sampling.of(design, 8), method)
                .get(0);
        agree(found, new double[] {0.4357470231788853, 0.4424111447900409, 0.12184183202107386}, 0.02);
        assertThat(found.variance()).isCloseTo(13.844587940719254, within(1.0));
        assertThat(found.method()).isEqualTo(method);
        assertThat(found.evaluations()).isEqualTo((long) rows * (method == Method.ORDERS ? 4 : 8));
    }

    /** Effects of products of independent factors, enumerated over all sets. */
    @Test
    void the_g_function_has_its_shapley_effects() {
        ShapleyEffects found =
                Sensitivity.shapley(g(0, 1, 2), THREE, 1 << 12, RANDOM).get(0);
        agree(found, new double[] {0.7103994490358131, 0.19903581267217643, 0.0905647382920111}, 0.02);
    }

    /** Many independent inputs that do not interact: b^2 over their sum; AUTOMATIC takes orders. */
    @Test
    void more_than_ten_inputs_go_in_random_orders() {
        double[] b = new double[12];
        double[] expected = new double[12];
        String[] names = new String[12];
        for (int i = 0; i < 12; i++) {
            b[i] = i + 1;
            names[i] = "x" + i;
            expected[i] = b[i] * b[i] / 650;
        }
        ShapleyEffects found =
                Sensitivity.shapley(linear(b), Input.of(names), 1 << 12, RANDOM).get(0);
        assertThat(found.method()).isEqualTo(Method.ORDERS);
        assertThat(found.variance()).isCloseTo(650, within(50.0));
        agree(found, expected, 0.02);
    }

    /**
     * Three normal inputs, the last two correlated: Sh1 = b1^2 s1^2 / V; Sh2 = (b2^2 s2^2 + rho b2 b3 s2 s3 + rho^2 (b3^2 s3^2 -
     * b2^2 s2^2) / 2) / V; Sh3 by exchange. A. B. Owen, C. Prieur, SIAM/ASA J. Uncertainty Quantification 5 (2017),
     * doi:10.1137/16M1097717.
     */
    @ParameterizedTest
    @CsvSource({
        "0, 1, ALL_SETS", "0.3, 2, ALL_SETS", "0.9, 1, ALL_SETS", "0.9, 2, ALL_SETS", "-0.7, 2, ALL_SETS",
        "0, 1, ORDERS", "0.3, 2, ORDERS", "0.9, 1, ORDERS", "0.9, 2, ORDERS", "-0.7, 2, ORDERS"
    })
    void correlated_normal_inputs_have_their_closed_form(double rho, double s3, Method method) {
        double variance = 1 + 1 + s3 * s3 + 2 * rho * s3;
        double first = 1 / variance;
        double second = (1 + rho * s3 + rho * rho / 2 * (s3 * s3 - 1)) / variance;
        ShapleyEffects found = Sensitivity.shapley(
                        linear(1, 1, s3),
                        THREE,
                        new double[][] {{1, 0, 0}, {0, 1, rho}, {0, rho, 1}},
                        1 << 13,
                        RANDOM,
                        method)
                .get(0);
        agree(found, new double[] {first, second, 1 - first - second}, 0.02);
        assertThat(found.variance()).isCloseTo(variance, within(0.1 * variance));
    }

    /** An input of two correlated coordinates and one of a third: together they are the variance, and neither interacts. */
    @ParameterizedTest
    @EnumSource(value = Method.class)
    void inputs_of_several_coordinates_may_be_correlated_within(Method method) {
        ShapleyEffects found = Sensitivity.shapley(
                        linear(1, 1, 1),
                        List.of(new Input("pair", 2), new Input("other", 1)),
                        new double[][] {{1, 0.5, 0}, {0.5, 1, 0}, {0, 0, 1}},
                        1 << 13,
                        RANDOM,
                        method)
                .get(0);
        agree(found, new double[] {0.75, 0.25}, 0.02);
    }

    // elementary effects

    @Test
    void a_linear_model_has_its_slopes_as_effects() {
        MorrisEffects found = Sensitivity.morris(
                        Model.of("y", u -> 3 * u[0] - 2 * u[1]), THREE, 20, Sampling.of(Design.RANDOM, 1))
                .get(0);
        double[] slopes = {3, -2, 0};
        for (int i = 0; i < 3; i++) {
            MorrisEffect effect = found.effects().get(i);
            assertThat(effect.mu()).isCloseTo(slopes[i], within(1e-14));
            assertThat(effect.muStar()).isCloseTo(Math.abs(slopes[i]), within(1e-14));
            assertThat(effect.sigma()).isCloseTo(0, within(1e-14));
        }
        assertThat(found.evaluations()).isEqualTo(80);
        assertThat(found.trajectories()).isEqualTo(20);
        assertThat(found.levels()).isEqualTo(4);
        assertThat(found.jump()).isEqualTo(2);
    }

    /** At the middles of four levels, (u - 1/2)^2 changes by -1/4 or 1/4 per unit over two of them, u^2 by 3/4 or 5/4. */
    @Test
    void effects_of_both_signs_cancel_in_mu_but_not_in_mu_star() {
        MorrisEffects found = Sensitivity.morris(
                        Model.of("y", u -> (u[0] - 0.5) * (u[0] - 0.5) + u[1] * u[1]), THREE, 1024, SOBOL)
                .get(0);
        MorrisEffect curve = found.of("1");
        assertThat(curve.mu()).isCloseTo(0, within(5 * 0.25 / 32));
        assertThat(curve.muStar()).isCloseTo(0.25, within(1e-14));
        assertThat(curve.sigma()).isCloseTo(0.25, within(0.01));
        assertThat(found.of("2").mu()).isCloseTo(1, within(5 * 0.25 / 32));
        assertThat(found.of("2").sigma()).isCloseTo(0.25, within(0.01));
        assertThat(found.of("2").muStar())
                .isBetween(found.of("2").muStarLower(), found.of("2").muStarUpper());
    }

    /** x1 x2: the effect of each is the level of the other, of mean 1/2 and variance 5/64. */
    @Test
    void inputs_that_act_together_have_a_sigma() {
        MorrisEffects found = Sensitivity.morris(Model.of("y", u -> u[0] * u[1]), Input.of("1", "2"), 2048, SOBOL)
                .get(0);
        for (MorrisEffect effect : found.effects()) {
            assertThat(effect.mu()).isCloseTo(0.5, within(0.02));
            assertThat(effect.sigma()).isCloseTo(Math.sqrt(5 / 64.0), within(0.02));
        }
    }

    @Test
    void every_point_of_a_trajectory_is_a_middle_of_levels_and_one_input_moves_at_a_time() {
        for (int[] grid : new int[][] {{2, 1}, {4, 2}, {5, 1}, {5, 4}, {10, 3}}) {
            int levels = grid[0];
            int jump = grid[1];
            Model model = new Model() {
                @Override
                public List<String> targets() {
                    return List.of("y");
                }

                @Override
                public void evaluate(double[] points, int rows, double[][] values) {
                    for (int i = 0; i < points.length; i++) {
                        double level = points[i] * levels - 0.5;
                        assertThat(level).isCloseTo(Math.rint(level), within(1e-12));
                        assertThat(points[i]).isBetween(0.0, 1.0);
                    }
                    for (int k = 1; k < rows; k++) {
                        int moved = 0;
                        for (int c = 0; c < 3; c++) {
                            double step = Math.abs(points[3 * k + c] - points[3 * k - 3 + c]) * levels;
                            if (step > 1e-9 && k % 3 != 0) {
                                moved += c == 0 ? 1 : 10;
                                assertThat(step).isCloseTo(jump, within(1e-9));
                            }
                        }
                        assertThat(moved).isIn(k % 3 == 0 ? List.of(0) : List.of(1, 20));
                    }
                }
            };
            List<Input> inputs = List.of(new Input("one", 1), new Input("two", 2));
            MorrisEffects found =
                    Sensitivity.morris(model, inputs, 50, levels, jump, SOBOL).get(0);
            assertThat(found.of("two").mu()).isNaN();
            assertThat(found.of("two").sigma()).isNaN();
            assertThat(found.of("one").mu()).isZero();
        }
    }

    // values, texts and errors

    @Test
    void results_are_values_and_print() {
        ShapleyEffects effects = Sensitivity.shapley(ISHIGAMI, THREE, 64, SOBOL).get(0);
        assertThat(effects)
                .isEqualTo(Sensitivity.shapley(ISHIGAMI, THREE, 64, SOBOL).get(0))
                .hasSameHashCodeAs(
                        Sensitivity.shapley(ISHIGAMI, THREE, 64, SOBOL).get(0))
                .isNotEqualTo(Sensitivity.shapley(ISHIGAMI, THREE, 65, SOBOL).get(0));
        assertThat(effects.toString())
                .startsWith("Shapley effects on y: 64 rows, variance ")
                .hasSizeLessThan(1000);
        assertThat(effects.text()).endsWith("\n");
        MorrisEffects screening = Sensitivity.morris(ISHIGAMI, THREE, 16, SOBOL).get(0);
        assertThat(screening)
                .isEqualTo(Sensitivity.morris(ISHIGAMI, THREE, 16, SOBOL).get(0))
                .hasSameHashCodeAs(
                        Sensitivity.morris(ISHIGAMI, THREE, 16, SOBOL).get(0))
                .isNotEqualTo(Sensitivity.morris(ISHIGAMI, THREE, 17, SOBOL).get(0));
        assertThat(screening.toString())
                .startsWith("Elementary effects on y: 16 trajectories, jump 2 of 4 levels, 90 % intervals\n")
                .hasSizeLessThan(1000);
        assertThat(Sensitivity.shapley(ISHIGAMI, THREE, 64, new Sampling(Design.RANDOM, 1, 0, 0.9))
                        .get(0)
                        .of("1")
                        .lower())
                .isNaN();
    }

    @Test
    void what_cannot_be_is_refused() {
        refused(() -> new Input("a", 0), "input 'a': expected at least one coordinate but got 0");
        refused(
                () -> Sampling.of(Design.FULL_FACTORIAL, 1),
                "sampling: expected a design for continuous inputs but got FULL_FACTORIAL");
        refused(
                () -> Sensitivity.sobol(ISHIGAMI, List.of(), 10, SOBOL),
                "sensitivity: expected inputs and targets but got 0 and 1");
        refused(
                () -> Sensitivity.sobol(ISHIGAMI, Input.of("a", "a"), 10, SOBOL),
                "sensitivity: two inputs are called 'a'");
        refused(() -> Sensitivity.sobol(ISHIGAMI, THREE, 1, SOBOL), "sensitivity: expected at least 2 rows but got 1");
        refused(
                () -> Sensitivity.sobol(ISHIGAMI, THREE, 1_000_000_000, SOBOL),
                "sensitivity: expected at most 429496727 rows but got 1000000000");
        refused(
                () -> Sensitivity.morris(ISHIGAMI, THREE, 5, 4, 4, SOBOL),
                "sensitivity: expected at least 2 levels and a jump of 1 to one less but got 4 and 4");
        String[] many = new String[15];
        Arrays.setAll(many, i -> "x" + i);
        refused(
                () -> Sensitivity.shapley(Model.of("y", u -> u[0]), Input.of(many), 10, SOBOL, Method.ALL_SETS),
                "sensitivity: expected at most 14 inputs for all their sets but got 15");
        refused(() -> correlated(new double[][] {{1}}), "expected correlations of 2 coordinates but got 1");
        refused(
                () -> correlated(new double[][] {{1, 0.5}, {0.4, 1}}),
                "expected symmetric correlations but those of 0 and 1 are 0.5 and 0.4");
        refused(
                () -> correlated(new double[][] {{1, 1}, {1, 1}}),
                "expected positive definite correlations, but coordinate 1 follows from others");
        refused(
                () -> correlated(new double[][] {{1, 0}, {0, 2}}),
                "expected row 1 of the correlations to have 2 numbers and 1 on the diagonal");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sensitivity.sobol(Model.of("y", u -> 1 / (0 * u[0])), THREE, 4, SOBOL))
                .withMessageStartingWith("sensitivity: expected a finite y but got Infinity at [0.");
        refused(
                () -> Sensitivity.morris(ISHIGAMI, THREE, 5, SOBOL).get(0).of("4"),
                "unknown input '4'; the inputs are [1, 2, 3]");
        refused(
                () -> Sensitivity.shapley(ISHIGAMI, THREE, 5, SOBOL).get(0).of("4"),
                "unknown input '4'; the inputs are [1, 2, 3]");
    }

    private static void correlated(double[][] correlation) {
        Sensitivity.shapley(linear(1, 1), Input.of("a", "b"), correlation, 4, SOBOL, Method.AUTOMATIC);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    // the shared references

    @Test
    @EnabledIf("org.ldci.shared.SharedReference#isPresent")
    void agrees_with_the_shared_g_functions() {
        Map<?, ?> cases =
                (Map<?, ?>) SharedReference.at(SharedReference.json("methods/analytic/sobol_g.json"), "cases");
        for (Object each : cases.values()) {
            double[] a = SharedReference.numbers(SharedReference.at(each, "a"));
            double[] first = SharedReference.numbers(SharedReference.at(each, "S"));
            double[] total = SharedReference.numbers(SharedReference.at(each, "ST"));
            String[] names = new String[a.length];
            Arrays.setAll(names, i -> "x" + i);
            SobolIndices found =
                    Sensitivity.sobol(g(a), Input.of(names), 1 << 13, RANDOM).get(0);
            for (int i = 0; i < a.length; i++) {
                SobolIndex index = found.indices().get(i);
                double error = (index.firstOrderUpper() - index.firstOrderLower()) / (2 * 1.645);
                assertThat(index.firstOrder()).isCloseTo(first[i], within(5 * error));
                error = (index.totalUpper() - index.totalLower()) / (2 * 1.645);
                assertThat(index.total()).isCloseTo(total[i], within(5 * error));
            }
            agree(
                    Sensitivity.shapley(g(a), Input.of(names), 1 << 11, RANDOM).get(0),
                    SharedReference.numbers(SharedReference.at(each, "shapley")),
                    0.03);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Method.class, mode = EnumSource.Mode.EXCLUDE, names = "AUTOMATIC")
    @EnabledIf("org.ldci.shared.SharedReference#isPresent")
    void agrees_with_the_shared_linear_gaussian_effects(Method method) {
        Map<?, ?> cases = (Map<?, ?>)
                SharedReference.at(SharedReference.json("methods/analytic/shapley_linear_gaussian.json"), "cases");
        for (Object each : cases.values()) {
            double[] beta = SharedReference.numbers(SharedReference.at(each, "beta"));
            List<?> sigma = (List<?>) SharedReference.at(each, "Sigma");
            int d = beta.length;
            double[][] covariance = new double[d][];
            for (int i = 0; i < d; i++) {
                covariance[i] = SharedReference.numbers(sigma.get(i));
            }
            double[][] correlation = new double[d][d];
            double[] slopes = new double[d];
            String[] names = new String[d];
            for (int i = 0; i < d; i++) {
                slopes[i] = beta[i] * Math.sqrt(covariance[i][i]);
                names[i] = "x" + i;
                correlation[i][i] = 1;
                for (int j = 0; j < i; j++) {
                    correlation[i][j] = covariance[i][j] / Math.sqrt(covariance[i][i] * covariance[j][j]);
                    correlation[j][i] = correlation[i][j];
                }
            }
            agree(
                    Sensitivity.shapley(linear(slopes), Input.of(names), correlation, 1 << 12, RANDOM, method)
                            .get(0),
                    SharedReference.numbers(SharedReference.at(each, "shapley")),
                    0.03);
        }
    }
}
