package org.ldci.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerMeanTest {
    private static final double[] QUARTERS = {0.25, 0.25, 0.25, 0.25};

    @Nested
    class ArithmeticTest extends PointwiseAggregatorContract {
        @Override
        PointwiseAggregator aggregator() {
            return Aggregators.arithmeticMean();
        }
    }

    @Nested
    class GeometricTest extends PointwiseAggregatorContract {
        @Override
        PointwiseAggregator aggregator() {
            return Aggregators.geometricMean();
        }
    }

    @Nested
    class HarmonicTest extends PointwiseAggregatorContract {
        @Override
        PointwiseAggregator aggregator() {
            return Aggregators.harmonicMean();
        }
    }

    @Nested
    class QuadraticTest extends PointwiseAggregatorContract {
        @Override
        PointwiseAggregator aggregator() {
            return Aggregators.powerMean(2);
        }
    }

    @Nested
    class CubicReciprocalTest extends PointwiseAggregatorContract {
        @Override
        PointwiseAggregator aggregator() {
            return Aggregators.powerMean(-3);
        }
    }

    @Test
    void oneHighScoreDoesNotMakeGoodThreeLowOnesInAGeometricMean() {
        // OECD/JRC Handbook (2008), step 6: (21, 1, 1, 1) has an arithmetic mean of 6 and a geometric mean of 2.14
        double[] scores = {21, 1, 1, 1};

        assertThat(Aggregators.arithmeticMean().aggregate(scores, QUARTERS)).isEqualTo(6);
        assertThat(Aggregators.geometricMean().aggregate(scores, QUARTERS)).isCloseTo(2.1407, within(5e-5));
        // 4 / (1/21 + 3) = 84 / 64
        assertThat(Aggregators.harmonicMean().aggregate(scores, QUARTERS)).isCloseTo(1.3125, within(1e-15));
    }

    @Test
    void agreesWithExactArithmetic() {
        double[] scores = {0.1, 33.3, 71.7, 5.25};
        double[] weights = {0.4, 0.3, 0.2, 0.1};
        MathContext exact = MathContext.DECIMAL128;
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal reciprocals = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < 4; i++) {
            BigDecimal x = new BigDecimal(scores[i]);
            BigDecimal w = new BigDecimal(weights[i]);
            sum = sum.add(w.multiply(x));
            reciprocals = reciprocals.add(w.divide(x, exact));
            squares = squares.add(w.multiply(x).multiply(x));
            total = total.add(w);
        }
        assertThat(Aggregators.arithmeticMean().aggregate(scores, weights))
                .isCloseTo(sum.divide(total, exact).doubleValue(), within(1e-13));
        assertThat(Aggregators.harmonicMean().aggregate(scores, weights))
                .isCloseTo(total.divide(reciprocals, exact).doubleValue(), within(1e-15));
        assertThat(Aggregators.powerMean(2).aggregate(scores, weights))
                .isCloseTo(squares.divide(total, exact).sqrt(exact).doubleValue(), within(1e-13));
    }

    @Property
    void risesWithTheExponent(
            @ForAll @DoubleRange(min = 0.01, max = 100) double a,
            @ForAll @DoubleRange(min = 0.01, max = 100) double b,
            @ForAll @DoubleRange(min = 0.01, max = 100) double c) {
        double[] scores = {a, b, c};
        double[] weights = {0.5, 0.2, 0.3};
        double previous = 0;
        for (double exponent : new double[] {-4, -1, -0.5, 0, 0.5, 1, 2, 3.5}) {
            double mean = Aggregators.powerMean(exponent).aggregate(scores, weights);
            assertThat(mean).isGreaterThanOrEqualTo(previous * (1 - 1e-12));
            previous = mean;
        }
    }

    @ParameterizedTest
    @CsvSource({"-2", "-1", "0", "0.5", "1", "2", "3"})
    void theInverseUndoesTheTransform(double exponent) {
        PowerMean mean = Aggregators.powerMean(exponent);

        assertThat(mean.inverse(mean.transform(37.25))).isCloseTo(37.25, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"-2", "-1", "0", "0.5", "1", "2", "3"})
    void theSlopeIsTheDerivativeOfTheTransform(double exponent) {
        PowerMean mean = Aggregators.powerMean(exponent);
        double h = 1e-4;
        double quotient = (mean.transform(5 + h) - mean.transform(5 - h)) / (2 * h);

        assertThat(mean.slope(5)).isCloseTo(quotient, within(1e-6 * Math.abs(quotient)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, true, true, true, any",
        "2, false, true, true, at least 0",
        "0.5, false, true, true, at least 0",
        "0, false, false, true, above 0",
        "-1, false, false, true, above 0"
    })
    void hasADomain(double exponent, boolean negative, boolean zero, boolean positive, String words) {
        PowerMean mean = Aggregators.powerMean(exponent);

        assertThat(mean.accepts(-1)).isEqualTo(negative);
        assertThat(mean.accepts(0)).isEqualTo(zero);
        assertThat(mean.accepts(1)).isEqualTo(positive);
        assertThat(mean.domain()).isEqualTo(words);
    }

    @Test
    void namedMeansArePowersByValue() {
        assertThat(Aggregators.powerMean(1))
                .isEqualTo(Aggregators.arithmeticMean())
                .hasToString("arithmetic mean");
        assertThat(Aggregators.powerMean(-0.0))
                .isEqualTo(Aggregators.geometricMean())
                .hasToString("geometric mean");
        assertThat(Aggregators.powerMean(-1))
                .isEqualTo(Aggregators.harmonicMean())
                .hasToString("harmonic mean");
        assertThat(Aggregators.powerMean(2)).hasToString("power mean with exponent 2.0");
    }

    @Test
    void refusesAnExponentThatIsNotFinite() {
        assertThatThrownBy(() -> Aggregators.powerMean(Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("power mean: the exponent must be finite but is Infinity");
    }
}
