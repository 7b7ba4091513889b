package org.ldci.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.ldci.data.DataException;

class ZScoreTest extends NormaliserContract {
    @Override
    Normaliser normaliser() {
        return Normalisers.zScore();
    }

    @Test
    void usesTheSampleStandardDeviation() {
        // mean 5, sum of squares 32, over n - 1 = 7: s = sqrt(32 / 7)
        double[] result = normalised(Normalisers.zScore(), 2, 4, 4, 4, 5, 5, 7, 9);
        double s = Math.sqrt(32 / 7.0);

        assertThat(result[0]).isCloseTo(-3 / s, within(1e-15));
        assertThat(result[4]).isZero();
        assertThat(result[7]).isCloseTo(4 / s, within(1e-15));
    }

    @Test
    void mayHaveAnyMeanAndDeviation() {
        double[] result = normalised(Normalisers.zScore(100, 15), 1, 2, 3);

        assertThat(result).containsExactly(85, 100, 115);
    }

    @Test
    void agreesWithExactArithmeticOnAFarAwayMean() {
        // a textbook variance loses every digit here
        double[] values = {1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16};
        double[] result = normalised(Normalisers.zScore(), values);
        // mean 1e9 + 10, sum of squares 90, over 3
        BigDecimal s = BigDecimal.valueOf(30).sqrt(MathContext.DECIMAL128);
        for (int i = 0; i < 4; i++) {
            double exact = new BigDecimal(values[i])
                    .subtract(BigDecimal.valueOf(1_000_000_010L))
                    .divide(s, MathContext.DECIMAL128)
                    .doubleValue();
            assertThat(result[i]).isCloseTo(exact, within(4 * Math.ulp(exact)));
        }
    }

    @Test
    void aConstantMetricIsNamedEvenWhereItsVarianceWouldRoundToMoreThanZero() {
        // the mean of three times 0.1 is not 0.1 in doubles
        assertThatThrownBy(() -> Normalisers.zScore().fit(METRIC, column(0.1, 0.1, 0.1)))
                .isInstanceOf(DataException.class)
                .hasMessage("metric 'm': is constant (0.1 in all 3 regions), so zScore has no scale; normalise it by"
                        + " goalposts or leave it out");
        assertThatThrownBy(() -> Normalisers.zScore().fit(METRIC, column(0.1)))
                .hasMessageStartingWith("metric 'm': only one region has a value (0.1), so zScore has no scale");
    }

    @Test
    void refusesAScaleWithoutSpread() {
        assertThatThrownBy(() -> Normalisers.zScore(0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("zScore: expected a finite mean and a standard deviation above 0 but got 0.0 and 0.0");
        assertThatThrownBy(() -> Normalisers.zScore(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
