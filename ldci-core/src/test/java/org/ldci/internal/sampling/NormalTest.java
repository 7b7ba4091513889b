package org.ldci.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NormalTest {
    /** mpmath 1.3.0, ncdf with 40 digits. */
    private static final double[][] EXPECTED = {
        {-38, 2.88542835e-316},
        {-20, 2.7536241186062337e-89},
        {-6.5, 4.016000583859118e-11},
        {-5.6, 1.071759025831093e-8},
        {-3.25, 0.000577025042390767},
        {-1, 0.15865525393145705},
        {-0.67, 0.2514288950953101},
        {-0.66, 0.25462691467133614},
        {-0.5, 0.3085375387259869},
        {-0.01, 0.4960106436853684},
        {0.3, 0.6179114221889527},
        {0.66, 0.7453730853286639},
        {0.67, 0.7485711049046899},
        {1.5, 0.9331927987311419},
        {3, 0.9986501019683699},
        {5, 0.9999997133484281},
        {6, 0.9999999990134123},
        {8, 0.9999999999999993},
    };

    @Test
    void agrees_to_full_accuracy() {
        for (double[] each : EXPECTED) {
            assertThat(Normal.cdf(each[0])).as("z = %s", each[0]).isCloseTo(each[1], within(4e-15 * each[1]));
        }
    }

    @Test
    void ends() {
        assertThat(Normal.cdf(0)).isEqualTo(0.5);
        assertThat(Normal.cdf(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Normal.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Normal.cdf(-40)).isZero();
        assertThat(Normal.cdf(Double.NaN)).isNaN();
    }

    @Test
    void is_the_inverse_of_the_inverse() {
        for (int i = 1; i < 4096; i++) {
            double u = i / 4096.0;
            assertThat(Normal.cdf(Inverse.normal(u))).isCloseTo(u, within(1e-15));
        }
    }
}
