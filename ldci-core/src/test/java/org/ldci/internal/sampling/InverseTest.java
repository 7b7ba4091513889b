package org.ldci.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values: mpmath 1.3.0 with 40 digits, findroot on the logarithm of ncdf and gammainc(regularized). */
class InverseTest {
    private static final double[][] NORMAL = {
        {1e-300, -37.0470962993612},
        {1e-20, -9.262340089798407},
        {2.3283064365386963e-10, -6.230260137989043},
        {0.001, -3.0902323061678136},
        {0.025, -1.9599639845400543},
        {0.0749, -1.4402382675279637},
        {0.0751, -1.43882539275254},
        {0.3, -0.5244005127080408},
        {0.4999, -0.00025066283008800747},
        {0.6, 0.2533471031357997},
        {0.9249, 1.4388253927525403},
        {0.9251, 1.440238267527964},
        {0.975, 1.9599639845400538},
        {0.999999, 4.753424308817087},
    };

    private static final double[][] GAMMA = {
        {0.001, 0.5, 5.244206408277979e-302},
        {0.001, 0.7, 7.042315131779688e-156},
        {0.001, 0.99, 2.4259428385578437e-5},
        {0.001, 0.999999999, 11.313671618752238},
        {0.01, 0.001, 5.660738147061974e-301},
        {0.01, 0.1, 5.6607381470619397e-101},
        {0.01, 0.5, 4.465535018910355e-31},
        {0.01, 0.7, 1.8309524563808333e-16},
        {0.01, 0.99, 0.26505255025158186},
        {0.01, 0.999999999, 13.481814871596058},
        {0.3, 1.1102230246251565e-16, 4.5860102724659714e-54},
        {0.3, 0.001, 6.972699096783344e-11},
        {0.3, 0.1, 0.00032372462182343276},
        {0.3, 0.5, 0.0731311358669519},
        {0.3, 0.7, 0.2565649133210521},
        {0.3, 0.99, 2.639409157070533},
        {0.3, 0.999999999, 17.583462446593153},
        {0.9, 1.1102230246251565e-16, 1.7941807518750405e-18},
        {0.9, 0.001, 0.0004445866775525494},
        {0.9, 0.1, 0.0771967210937993},
        {0.9, 0.5, 0.5967430489553945},
        {0.9, 0.7, 1.0744409176655054},
        {0.9, 0.99, 4.3722706800919795},
        {0.9, 0.999999999, 20.350894092249305},
        {1, 1.1102230246251565e-16, 1.1102230246251565e-16},
        {1, 0.001, 0.0010005003335835335},
        {1, 0.1, 0.10536051565782631},
        {1, 0.5, 0.6931471805599453},
        {1, 0.7, 1.203972804325936},
        {1, 0.99, 4.605170185988091},
        {1, 0.999999999, 20.723265865228342},
        {1.5, 1.1102230246251565e-16, 2.7927428785172406e-11},
        {1.5, 0.001, 0.012148792907846366},
        {1.5, 0.1, 0.2921871870775916},
        {1.5, 0.5, 1.182986942187669},
        {1.5, 0.7, 1.8324353915851586},
        {1.5, 0.99, 5.672433365072185},
        {1.5, 0.999999999, 22.42063769418063},
        {3, 1.1102230246251565e-16, 8.733495650441965e-6},
        {3, 0.001, 0.1905333775684032},
        {3, 0.1, 1.1020653282493211},
        {3, 0.5, 2.6740603137235603},
        {3, 0.7, 3.61556766586599},
        {3, 0.99, 8.405946914885464},
        {3, 0.999999999, 26.672286589132252},
        {15.5, 1.1102230246251565e-16, 0.6425366712266908},
        {15.5, 0.001, 6.098125174127162},
        {15.5, 0.1, 10.71678225015539},
        {15.5, 0.5, 15.16797122909906},
        {15.5, 0.7, 17.299065677010862},
        {15.5, 0.99, 26.09569741659596},
        {15.5, 0.999999999, 51.72050917533514},
        {17, 1.1102230246251565e-16, 0.8676548270193906},
        {17, 0.001, 7.028349394674142},
        {17, 0.1, 11.976126635449658},
        {17, 0.5, 16.66785368373962},
        {17, 0.7, 18.89768917736171},
        {17, 0.99, 28.03045437389454},
        {17, 0.999999999, 54.303829517037755},
        {120, 1.1102230246251565e-16, 50.791089981078876},
        {120, 0.001, 88.97455272917823},
        {120, 0.1, 106.19280396943984},
        {120, 0.5, 119.6668317768866},
        {120, 0.7, 125.49404836563066},
        {120, 0.99, 146.94405070630873},
        {120, 0.999999999, 197.76130362090868},
        {5000, 1.1102230246251565e-16, 4441.432002543335},
        {5000, 0.001, 4784.334247546984},
        {5000, 0.1, 4909.59744092241},
        {5000, 0.5, 4999.666670617572},
        {5000, 0.7, 5036.8376658534025},
        {5000, 0.99, 5165.966788964724},
        {5000, 0.999999999, 5435.834156734216},
        {1e6, 1.1102230246251565e-16, 991812.5822192999},
        {1e6, 0.001, 996912.6173198152},
        {1e6, 0.1, 998718.6627499802},
        {1e6, 0.5, 999999.6666666864},
        {1e6, 0.7, 1000524.1587467301},
        {1e6, 0.99, 1002327.8184027579},
        {1e6, 0.999999999, 1006009.469738052},
        {1e7, 0.7, 10001658.058327308},
        {1e7, 0.99, 10007358.02851087},
        {1e7, 0.999999999, 10018978.390570417},
    };

    @Test
    void normal_agrees_to_full_accuracy() {
        for (double[] expected : NORMAL) {
            assertThat(Inverse.normal(expected[0]))
                    .as("u = %s", expected[0])
                    .isCloseTo(expected[1], within(2e-15 * Math.abs(expected[1])));
        }
    }

    @Test
    void normal_at_the_ends() {
        assertThat(Inverse.normal(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Inverse.normal(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Inverse.normal(0.5)).isZero();
        assertThat(Inverse.normal(-0.1)).isNaN();
        assertThat(Inverse.normal(1.1)).isNaN();
        assertThat(Inverse.normal(Double.NaN)).isNaN();
        assertThat(Inverse.normal(Double.MIN_VALUE)).isBetween(-38.5, -38.4);
    }

    @Test
    void normal_is_symmetric_and_increases() {
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < 4096; i++) {
            double u = i / 4096.0;
            double x = Inverse.normal(u);
            assertThat(x).isGreaterThan(last).isEqualTo(-Inverse.normal(1 - u));
            last = x;
        }
    }

    @Test
    void exponential_agrees_with_the_logarithm() {
        assertThat(Inverse.exponential(0)).isZero();
        for (int i = 0; i < 1_000_000; i++) {
            double u = Streams.uniform(31, i);
            exponentialAt(u);
            exponentialAt(Math.rint(u * 0x1p20) * 0x1p-53); // near 0
            exponentialAt(1 - Math.rint(u * 0x1p20 + 1) * 0x1p-53); // near 1
            exponentialAt(0.001 + Math.rint(u * 0x1p47) * 0x1p-53);
        }
        exponentialAt(1 - 0x1p-53);
        exponentialAt(0x1p-53);
    }

    private static void exponentialAt(double u) {
        double expected = -StrictMath.log(1 - u);
        double actual = Inverse.exponential(u);
        if (!(Math.abs(actual - expected) <= 1e-13 * expected)) {
            assertThat(actual).as("u = %s", u).isEqualTo(expected);
        }
    }

    @Test
    void gamma_agrees_to_1e_10() {
        for (double[] expected : GAMMA) {
            assertThat(new GammaQuantile(expected[0]).of(expected[1]))
                    .as("shape = %s, u = %s", expected[0], expected[1])
                    .isCloseTo(expected[2], within(1e-10 * expected[2]));
        }
    }

    @Test
    void gamma_at_the_ends() {
        GammaQuantile two = new GammaQuantile(2);
        assertThat(two.of(0)).isZero();
        assertThat(two.of(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(two.of(Double.NaN)).isNaN();
        assertThat(two.of(-0.1)).isNaN();
        assertThat(new GammaQuantile(0.001).of(0.1)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new GammaQuantile(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new GammaQuantile(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new GammaQuantile(Double.POSITIVE_INFINITY));
    }

    @Test
    void gamma_increases_with_the_probability() {
        for (double shape : new double[] {0.05, 0.5, 0.99, 1.01, 2, 15.9, 16.1, 300}) {
            GammaQuantile gamma = new GammaQuantile(shape);
            double last = -1;
            for (int i = 1; i < 1000; i++) {
                double x = gamma.of(i / 1000.0);
                assertThat(x).as("shape = %s, i = %s", shape, i).isGreaterThanOrEqualTo(last);
                last = x;
            }
            assertThat(gamma.of(1 - 0x1p-53)).isGreaterThan(last).isFinite();
            assertThat(gamma.of(0x1p-53)).isLessThan(last).isNotNaN();
        }
    }

    @Test
    void gamma_of_great_shapes_goes_over_into_the_approximation() {
        for (double u : new double[] {1e-15, 0.01, 0.4, 0.6, 0.99, 1 - 1e-15}) {
            double below = new GammaQuantile(1e8).of(u);
            assertThat(new GammaQuantile(Math.nextUp(1e8)).of(u)).isCloseTo(below, within(1e-10 * below));
        }
    }

    @Test
    void log_gamma_of_factorials() {
        double factorial = 1;
        for (int n = 1; n <= 20; n++) {
            assertThat(GammaQuantile.logGamma(n)).isCloseTo(Math.log(factorial), within(2e-14 * Math.max(1, n)));
            factorial *= n;
        }
    }

    @Test
    void triangular_inverts_its_distribution() {
        assertThat(Inverse.triangular(0, 1, 2, 5)).isEqualTo(1);
        assertThat(Inverse.triangular(1, 1, 2, 5)).isEqualTo(5);
        assertThat(Inverse.triangular(0.25, 1, 2, 5)).isEqualTo(2);
        assertThat(Inverse.triangular(0.5, 1, 1, 2)).isCloseTo(2 - Math.sqrt(0.5), within(1e-15));
        assertThat(Inverse.triangular(0.5, 1, 2, 2)).isCloseTo(1 + Math.sqrt(0.5), within(1e-15));
        for (int i = 0; i <= 100; i++) {
            double x = Inverse.triangular(i / 100.0, 1, 2, 5);
            double p = x <= 2 ? (x - 1) * (x - 1) / 4 : 1 - (5 - x) * (5 - x) / 12;
            assertThat(p).isCloseTo(i / 100.0, within(1e-14));
        }
    }
}
