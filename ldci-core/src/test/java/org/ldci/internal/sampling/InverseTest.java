package org.ldci.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values: mpmath 1.3.0 with 40 digits, findroot on the logarithm of ncdf and gammainc(regularized). */
class InverseTest {
    private static final double[][] NORMAL = {
        {1e-300, -37.047096299361199237},
        {1e-20, -9.2623400897984075796},
        {2.3283064365386963e-10, -6.230260137989043163},
        {0.001, -3.0902323061678135354},
        {0.025, -1.9599639845400542118},
        {0.0749, -1.4402382675279636631},
        {0.0751, -1.4388253927525399824},
        {0.3, -0.52440051270804081597},
        {0.4999, -0.00025066283008800749239},
        {0.6, 0.25334710313579974132},
        {0.9249, 1.4388253927525403742},
        {0.9251, 1.4402382675279638594},
        {0.975, 1.9599639845400538556},
        {0.999999, 4.7534243088170877657},
    };

    private static final double[][] GAMMA = {
        {0.001, 0.5, 5.24420640827797842e-302},
        {0.001, 0.7, 7.04231513177968788e-156},
        {0.001, 0.99, 0.0000242594283855784368},
        {0.001, 0.999999999, 11.3136716187522373},
        {0.01, 0.001, 5.66073814706197442e-301},
        {0.01, 0.1, 5.66073814706193979e-101},
        {0.01, 0.5, 4.46553501891035512e-31},
        {0.01, 0.7, 1.83095245638083344e-16},
        {0.01, 0.99, 0.265052550251581838},
        {0.01, 0.999999999, 13.4818148715960583},
        {0.3, 1.1102230246251565e-16, 4.58601027246597129e-54},
        {0.3, 0.001, 6.97269909678334466e-11},
        {0.3, 0.1, 0.000323724621823432731},
        {0.3, 0.5, 0.0731311358669518955},
        {0.3, 0.7, 0.256564913321052087},
        {0.3, 0.99, 2.63940915707053301},
        {0.3, 0.999999999, 17.5834624465931516},
        {0.9, 1.1102230246251565e-16, 1.79418075187504053e-18},
        {0.9, 0.001, 0.000444586677552549421},
        {0.9, 0.1, 0.0771967210937992927},
        {0.9, 0.5, 0.596743048955394485},
        {0.9, 0.7, 1.07444091766550538},
        {0.9, 0.99, 4.37227068009197925},
        {0.9, 0.999999999, 20.3508940922493044},
        {1, 1.1102230246251565e-16, 1.1102230246251566e-16},
        {1, 0.001, 0.00100050033358353352},
        {1, 0.1, 0.105360515657826307},
        {1, 0.5, 0.693147180559945309},
        {1, 0.7, 1.20397280432593584},
        {1, 0.99, 4.60517018598809048},
        {1, 0.999999999, 20.723265865228343},
        {1.5, 1.1102230246251565e-16, 2.79274287851724056e-11},
        {1.5, 0.001, 0.0121487929078463668},
        {1.5, 0.1, 0.29218718707759164},
        {1.5, 0.5, 1.18298694218766913},
        {1.5, 0.7, 1.8324353915851585},
        {1.5, 0.99, 5.672433365072185},
        {1.5, 0.999999999, 22.4206376941806291},
        {3, 1.1102230246251565e-16, 8.7334956504419651e-6},
        {3, 0.001, 0.190533377568403192},
        {3, 0.1, 1.1020653282493211},
        {3, 0.5, 2.67406031372356032},
        {3, 0.7, 3.61556766586599008},
        {3, 0.99, 8.4059469148854644},
        {3, 0.999999999, 26.6722865891322529},
        {15.5, 1.1102230246251565e-16, 0.642536671226690818},
        {15.5, 0.001, 6.09812517412716244},
        {15.5, 0.1, 10.7167822501553903},
        {15.5, 0.5, 15.1679712290990597},
        {15.5, 0.7, 17.2990656770108607},
        {15.5, 0.99, 26.0956974165959618},
        {15.5, 0.999999999, 51.7205091753351385},
        {17, 1.1102230246251565e-16, 0.867654827019390527},
        {17, 0.001, 7.02834939467414141},
        {17, 0.1, 11.9761266354496578},
        {17, 0.5, 16.667853683739618},
        {17, 0.7, 18.8976891773617089},
        {17, 0.99, 28.0304543738945377},
        {17, 0.999999999, 54.3038295170377551},
        {120, 1.1102230246251565e-16, 50.7910899810788746},
        {120, 0.001, 88.9745527291782239},
        {120, 0.1, 106.192803969439835},
        {120, 0.5, 119.666831776886592},
        {120, 0.7, 125.494048365630666},
        {120, 0.99, 146.944050706308743},
        {120, 0.999999999, 197.761303620908682},
        {5000, 1.1102230246251565e-16, 4441.43200254333555},
        {5000, 0.001, 4784.33424754698409},
        {5000, 0.1, 4909.59744092240962},
        {5000, 0.5, 4999.66667061757241},
        {5000, 0.7, 5036.83766585340282},
        {5000, 0.99, 5165.96678896472429},
        {5000, 0.999999999, 5435.83415673421567},
        {1e6, 1.1102230246251565e-16, 991812.582219299808},
        {1e6, 0.001, 996912.617319815194},
        {1e6, 0.1, 998718.662749980281},
        {1e6, 0.5, 999999.66666668642},
        {1e6, 0.7, 1000524.15874673005},
        {1e6, 0.99, 1002327.81840275783},
        {1e6, 0.999999999, 1006009.46973805201},
        {1e7, 0.7, 10001658.0583273071},
        {1e7, 0.99, 10007358.0285108703},
        {1e7, 0.999999999, 10018978.3905704165},
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
