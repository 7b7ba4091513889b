package org.ldci.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NormalTest {
    /** mpmath 1.3.0, ncdf with 40 digits. */
    private static final double[][] EXPECTED = {
        {-38, 2.8854283600687843084e-316},
        {-20, 2.7536241186062336951e-89},
        {-6.5, 4.0160005838591178083e-11},
        {-5.6, 1.071759025831092932e-8},
        {-3.25, 0.00057702504239076704292},
        {-1, 0.15865525393145705141},
        {-0.67, 0.25142889509531010155},
        {-0.66, 0.25462691467133613764},
        {-0.5, 0.30853753872598689636},
        {-0.01, 0.49601064368536839622},
        {0.3, 0.61791142218895263307},
        {0.66, 0.74537308532866386236},
        {0.67, 0.74857110490468989845},
        {1.5, 0.933192798731141934},
        {3, 0.99865010196836990547},
        {5, 0.99999971334842812081},
        {6, 0.99999999901341235496},
        {8, 0.9999999999999993779},
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
