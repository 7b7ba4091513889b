package org.ldci.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ldci.aggregate.Aggregators;
import org.ldci.data.DataException;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.normalise.Normalisers;

/**
 * Sensitivity of studies whose score is known in closed form. The score of A is {@code (x + y + z) / 3}, where x, y and z
 * are independent and uniform, 0.6, 0.2 and 0.1 wide; so their shares of the variance are as 36, 4 and 1.
 */
class StudySensitivityTest {
    private static final IndexDefinition INDEX = IndexDefinition.named("i")
            .component("x", c -> c.metric("x1").metric("x0"))
            .component("y", c -> c.metric("y1").metric("y0"))
            .component("z", c -> c.metric("z1").metric("z0"))
            .normalise(Normalisers.none())
            .build();
    private static final Dataset DATA = Dataset.builder()
            .metrics("x1", "x0", "y1", "y0", "z1", "z0")
            .row("A", 1, 0, 1, 0, 1, 0)
            .row("B", 0.4, 0.5, 0.4, 0.5, 0.4, 0.5)
            .build();
    private static final Target SCORE = Target.score("A");

    /** The share of the first metric of a component. */
    private static Parameter share(String component, double width) {
        return Factors.parameter(
                component,
                new Distribution.Uniform(0.5 - width / 2, 0.5 + width / 2),
                (index, value) -> index.withWeights(Map.of(component + "1", value, component + "0", 1 - value)));
    }

    private static Robustness study() {
        return Robustness.of(INDEX)
                .vary(share("x", 0.6))
                .vary(share("y", 0.2))
                .vary(share("z", 0.1))
                .seed(5);
    }

    @Test
    void sobol_indices_of_factors_and_groups_are_their_shares_of_the_variance() {
        SobolIndices each = study().design(Design.SOBOL)
                .replicates(2048)
                .sobol(DATA, Sensitivity.of(SCORE))
                .of(SCORE);
        assertThat(each.variance()).isCloseTo((0.36 + 0.04 + 0.01) / 12 / 9, within(1e-5));
        assertThat(each.of("x").total()).isCloseTo(36.0 / 41, within(0.01));
        assertThat(each.of("y").total()).isCloseTo(4.0 / 41, within(0.01));
        assertThat(each.of("z").total()).isCloseTo(1.0 / 41, within(0.01));
        SobolIndices grouped = study().design(Design.SOBOL)
                .replicates(2048)
                .sobol(DATA, Sensitivity.of(SCORE).grouped("x and z", "z", "x"))
                .of(SCORE);
        assertThat(grouped.factors()).containsExactly("x and z", "y");
        assertThat(grouped.of("x and z").total()).isCloseTo(37.0 / 41, within(0.01));
        assertThat(grouped.of("x and z").firstOrder()).isCloseTo(37.0 / 41, within(0.05));
        assertThat(grouped.of("y").total()).isCloseTo(4.0 / 41, within(0.01));
    }

    @Test
    void elementary_effects_of_a_sum_are_its_coefficients() {
        MorrisEffects effects =
                study().replicates(10).morris(DATA, Sensitivity.of(SCORE)).of(SCORE);
        assertThat(effects.trajectories()).isEqualTo(10);
        assertThat(effects.of("x").muStar()).isCloseTo(0.2, within(1e-12));
        assertThat(effects.of("y").muStar()).isCloseTo(0.2 / 3, within(1e-12));
        assertThat(effects.of("z").mu()).isCloseTo(0.1 / 3, within(1e-12));
        assertThat(effects.of("x").sigma()).isCloseTo(0, within(1e-12));
    }

    /** The same numbers as those of the sum as a function, which is tested against closed forms. */
    @Test
    void shapley_effects_of_correlated_factors_are_those_of_the_same_model() {
        Sensitivity question = Sensitivity.of(SCORE).intervals(50, 0.8).correlated("y", "x", 0.7);
        SensitivityResult<ShapleyEffects> result = study().replicates(500).shapley(DATA, question);
        Sensitivity.Model sum = Sensitivity.Model.of("sum", p -> (0.6 * p[0] + 0.2 * p[1] + 0.1 * p[2] + 1.05) / 3);
        ShapleyEffects expected = Sensitivity.shapley(
                        sum,
                        Sensitivity.Input.of("x", "y", "z"),
                        new double[][] {{1, 0.7, 0}, {0.7, 1, 0}, {0, 0, 1}},
                        500,
                        new Sensitivity.Sampling(Design.RANDOM, 5, 50, 0.8),
                        ShapleyEffects.Method.ALL_SETS)
                .get(0);
        ShapleyEffects found = result.of(SCORE);
        assertThat(found.evaluations()).isEqualTo(500 * 8);
        for (String factor : List.of("x", "y", "z")) {
            assertThat(found.of(factor).share()).isCloseTo(expected.of(factor).share(), within(1e-9));
            assertThat(found.of(factor).lower()).isCloseTo(expected.of(factor).lower(), within(1e-9));
        }
        assertThat(found.of("y").share()).isGreaterThan(0.2); // 4 of 41 if it were independent of x
        assertThat(study().replicates(500).threads(2).shapley(DATA, question).targets())
                .isEqualTo(result.targets());
    }

    @Test
    void a_run_that_is_ended_early_is_estimated_from_the_rows_that_are_done_and_says_so() {
        Robustness study = study().threads(1).replicates(100_000).listener((done, total) -> {
            assertThat(total).isEqualTo(500_000);
            return done < 10_000;
        });
        SensitivityResult<SobolIndices> part = study.sobol(DATA, Sensitivity.of(SCORE));
        assertThat(part.isPartial()).isTrue();
        assertThat(part.rows()).isBetween(1000L, 4000L).isEqualTo(part.of(SCORE).rows());
        assertThat(part.text()).endsWith("ended early, after " + part.rows() + " of 100000 rows\n");
    }

    /** Once, between two batches of points. */
    @Test
    void a_run_ends_wherever_it_is_ended() {
        Robustness study = study().threads(1).replicates(100_000).listener((done, total) -> done != 4095);
        assertThat(study.sobol(DATA, Sensitivity.of(SCORE)).rows()).isLessThan(1000);
    }

    @Test
    void no_rows_are_no_result() {
        Robustness none = study().vary(Factors.parameter("f", new Distribution.Uniform(0, 1), (index, value) -> {
                    throw new IllegalStateException("never");
                }))
                .failures(FailurePolicy.EXCLUDE)
                .replicates(10);
        String message = "sensitivity: expected at least 2 rows that can be scored but got 0 of 10";
        Sensitivity question = Sensitivity.of(SCORE);
        assertThatThrownBy(() -> none.sobol(DATA, question)).hasMessage(message);
        assertThatThrownBy(() -> none.shapley(DATA, question)).hasMessage(message);
        assertThatThrownBy(() -> none.morris(DATA, question)).hasMessage(message);
    }

    /** The best in every metric has 100 whatever the weights, but for the last digit. */
    @Test
    void rounding_is_no_variance() {
        IndexDefinition index =
                IndexDefinition.named("i").metric("p").metric("q").metric("r").build();
        Dataset data = Dataset.builder()
                .metrics("p", "q", "r")
                .row("A", 9, 9, 9)
                .row("B", 1, 2, 3)
                .row("C", 3, 2, 1)
                .build();
        Robustness study = Robustness.of(index).vary(Factors.weights(0.5)).replicates(500);
        assertThat(study.sobol(data, Sensitivity.of(SCORE)).of(SCORE).isConstant())
                .isTrue();
        assertThat(study.shapley(data, Sensitivity.of(SCORE)).of(SCORE).isConstant())
                .isTrue();
        Target moves = Target.score("B");
        assertThat(study.sobol(data, Sensitivity.of(moves))
                        .of(moves)
                        .of("weights")
                        .total())
                .isCloseTo(1, within(0.1));
    }

    @Test
    void rows_that_cannot_be_scored_are_left_out_and_counted_or_end_the_run() {
        Parameter failing = Factors.parameter("f", new Distribution.Uniform(0, 1), (index, value) -> {
            if (value > 0.95) {
                throw new IllegalStateException("no such index");
            }
            return index;
        });
        Robustness study = study().vary(failing).replicates(200);
        SensitivityResult<MorrisEffects> effects =
                study.failures(FailurePolicy.EXCLUDE).morris(DATA, Sensitivity.of(SCORE));
        assertThat(effects.excluded()).isZero(); // levels are at 1/8, 3/8, 5/8 and 7/8
        SensitivityResult<SobolIndices> indices =
                study.failures(FailurePolicy.EXCLUDE).sobol(DATA, Sensitivity.of(SCORE));
        // a row has two draws of the factor: 1 - 0.95^2
        assertThat(indices.excluded()).isBetween(5L, 40L);
        assertThat(indices.rows() + indices.excluded()).isEqualTo(200);
        assertThat(indices.isPartial()).isFalse();
        assertThat(indices.text()).contains(indices.excluded() + " rows are left out");
        assertThatThrownBy(() -> study.sobol(DATA, Sensitivity.of(SCORE)))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("replicate ")
                .hasMessageContaining("f = 0.9")
                .hasMessageEndingWith("no such index");
    }

    @Test
    void says_what_does_not_fit() {
        Robustness study = study().vary(Factors.weights(0.25).under("i")).replicates(16);
        Sensitivity question = Sensitivity.of(SCORE);
        assertThatThrownBy(() -> study.sobol(DATA, question.grouped("g", "x", "yy")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sensitivity: group 'g': the study has no factor 'yy'; did you mean 'y'?");
        assertThatThrownBy(() -> question.grouped("g", "x").grouped("h", "x"))
                .hasMessage("sensitivity: factor 'x' is grouped twice");
        assertThatThrownBy(() -> question.grouped("g", "x").grouped("g", "y"))
                .hasMessage("sensitivity: two groups are called 'g'");
        assertThatThrownBy(() -> study.sobol(DATA, question.correlated("x", "y", 0.5)))
                .hasMessage(
                        "sensitivity: Sobol indices need factors that do not depend on one another; Shapley effects do"
                                + " not");
        assertThatThrownBy(() -> study.shapley(DATA, question.correlated("x", "weights", 0.5)))
                .hasMessage(
                        "sensitivity: factor 'weights' draws 3 numbers; only choices and parameters, which draw one, can"
                                + " be correlated");
        assertThatThrownBy(() -> question.correlated("x", "y", 1))
                .hasMessage("sensitivity: expected a correlation in (-1, 1) of two factors but got 1.0 of 'x' and 'y'");
        assertThatThrownBy(() -> question.correlated("x", "y", 0.5).correlated("y", "x", 0.4))
                .hasMessage("sensitivity: factors 'y' and 'x' are correlated twice");
        assertThatThrownBy(() -> study().vary(Factors.aggregators(Aggregators.arithmeticMean(), Aggregators.median()))
                        .replicates(16)
                        .shapley(
                                DATA,
                                question.correlated("x", "y", 0.9)
                                        .correlated("y", "z", 0.9)
                                        .correlated("x", "z", -0.9)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("positive definite");
    }
}
