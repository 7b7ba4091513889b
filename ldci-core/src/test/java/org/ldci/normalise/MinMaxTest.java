package org.ldci.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.ldci.data.DataException;
import org.ldci.model.Metric;

class MinMaxTest extends NormaliserContract {
    @Override
    Normaliser normaliser() {
        return Normalisers.minMax(1, 100);
    }

    @Test
    void bothEndsAreMetExactly() {
        // 0.1 + 0.2 style ends, where origin + spread * x would miss
        double[] result = normalised(Normalisers.minMax(0, 100), 0.1, 0.7, 0.30000000000000004);

        assertThat(result[0]).isZero();
        assertThat(result[1]).isEqualTo(100);
    }

    @Test
    void theRestLiesInProportion() {
        assertThat(normalised(Normalisers.minMax(0, 100), 2, 4, 12, 7)).containsExactly(0, 20, 100, 50);
        assertThat(normalised(Normalisers.minMax(-1, 1), 2, 4, 12, 7)).containsExactly(-1, -0.6, 1, 0);
    }

    @Test
    void agreesWithExactArithmetic() {
        double[] values = {0.1, 3.7, 2.9, 8.123456789};
        double[] result = normalised(Normalisers.minMax(1, 100), values);
        BigDecimal low = new BigDecimal(values[0]);
        BigDecimal range = new BigDecimal(values[3]).subtract(low);
        for (int i = 0; i < values.length; i++) {
            double exact = new BigDecimal(values[i])
                    .subtract(low)
                    .multiply(BigDecimal.valueOf(99))
                    .divide(range, MathContext.DECIMAL128)
                    .add(BigDecimal.ONE)
                    .doubleValue();
            assertThat(result[i]).isCloseTo(exact, within(4 * Math.ulp(exact)));
        }
    }

    @Test
    void otherDataMayFallOutsideTheScale() {
        FittedNormaliser fitted = Normalisers.minMax().fit(METRIC, column(0, 10));

        assertThat(fitted.apply(15)).isEqualTo(150);
        assertThat(fitted.apply(-5)).isEqualTo(-50);
    }

    @Test
    void aConstantMetricIsNamedWithItsRawValue() {
        assertThatThrownBy(() -> Normalisers.minMax().fit(METRIC, column(3, 3, Double.NaN, 3)))
                .isInstanceOf(DataException.class)
                .hasMessage("metric 'm': is constant (3.0 in all 3 regions), so minMax has no scale; normalise it by"
                        + " goalposts or leave it out");
        Metric negative = Metric.builder("m").lowerIsBetter().build();
        assertThatThrownBy(() -> Normalisers.minMax().fit(negative, column(-3, -3)))
                .hasMessageStartingWith("metric 'm': is constant (3.0 in all 2 regions)");
        assertThatThrownBy(() -> Normalisers.minMax().fit(METRIC, column(3)))
                .hasMessage("metric 'm': only one region has a value (3.0), so minMax has no scale; normalise it by"
                        + " goalposts or leave it out");
    }

    @Test
    void refusesEndsThatAreNoScale() {
        assertThatThrownBy(() -> Normalisers.minMax(1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("minMax: expected finite lower < upper but got [1.0, 1.0]");
        assertThatThrownBy(() -> Normalisers.minMax(0, Double.NaN))
                .hasMessage("minMax: expected finite lower < upper but got [0.0, NaN]");
        assertThatThrownBy(() -> Normalisers.minMax(0, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
