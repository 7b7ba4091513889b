package org.ldci.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ldci.data.MetricColumn;
import org.ldci.model.Metric;
import org.ldci.model.Region;

/** What every treatment promises; each test of a treatment inherits it. */
abstract class TreatmentContract {
    static final Metric METRIC = Metric.of("m");
    private static final double NA = Double.NaN;
    private static final double[][] SAMPLES = {
        {1, 2, 3, 4, 5, 6, 7, 8, 9, 1000, NA}, // one outlier above
        {-1000, NA, 1, 2, 3, 4, 5, 6, 7, 8, 9}, // one below
        {1, 2, 3, 4, 5, 6}, // none
        {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 500}, // hardly any spread
        {5, 5, 5, 5, 5}, // none at all
        {NA, 3},
        {NA, NA},
        {1, 2, 1000}
    };

    /** The treatment under test; equal at each call. */
    abstract Treatment treatment();

    static MetricColumn column(double... values) {
        List<Region> regions = IntStream.range(0, values.length)
                .mapToObj(i -> Region.of("r" + i))
                .toList();
        return MetricColumn.view("m", regions, values, 0);
    }

    static double[] treated(Treatment treatment, double... values) {
        FittedTreatment fitted = treatment.fit(METRIC, column(values));
        return Arrays.stream(values)
                .map(value -> Double.isNaN(value) ? value : fitted.apply(value))
                .toArray();
    }

    @Test
    void keepsTheOrderOfValuesAndStaysFinite() {
        for (double[] values : SAMPLES) {
            double[] result = treated(treatment(), values);
            for (int i = 0; i < values.length; i++) {
                assertThat(Double.isFinite(result[i])).isEqualTo(Double.isFinite(values[i]));
                for (int j = 0; j < values.length; j++) {
                    if (values[i] < values[j]) {
                        assertThat(result[i]).isLessThanOrEqualTo(result[j]);
                    }
                }
            }
        }
    }

    @Test
    void givesEveryOtherValueAnImageInOrder() {
        for (double[] values : SAMPLES) {
            FittedTreatment fitted = treatment().fit(METRIC, column(values));
            double previous = Double.NEGATIVE_INFINITY;
            for (double value = -5000; value <= 5000; value += 50) {
                assertThat(fitted.apply(value)).isFinite().isGreaterThanOrEqualTo(previous);
                previous = fitted.apply(value);
            }
        }
    }

    @Test
    void fittingTwiceGivesEqualTreatmentsThatSayWhatTheyDo() {
        for (double[] values : SAMPLES) {
            FittedTreatment fitted = treatment().fit(METRIC, column(values));
            assertThat(fitted).isEqualTo(treatment().fit(METRIC, column(values)));
            assertThat(fitted.description()).isNotBlank();
        }
        assertThat(treatment()).isEqualTo(treatment()).hasSameHashCodeAs(treatment());
    }

    @Test
    void leavesTooFewAndEqualValuesAlone() {
        assertThat(treatment().fit(METRIC, column(5, 5, 5, 5, 5))).isEqualTo(new Untreated());
        assertThat(treatment().fit(METRIC, column(1, 2, 1000))).isEqualTo(new Untreated());
        assertThat(treatment().fit(METRIC, column(NA, 3))).isEqualTo(new Untreated());
        assertThat(treatment().fit(METRIC, column(NA, NA))).isEqualTo(new Untreated());
        assertThat(treatment().fit(METRIC, column(1, 2))).isEqualTo(new Untreated());
    }

    @Test
    void theOrderOfTheRegionsAndTheMissingOnesHaveNoSay() {
        double[] values = SAMPLES[0];
        double[] reversed = IntStream.range(0, values.length)
                .mapToDouble(i -> values[values.length - 1 - i])
                .filter(value -> !Double.isNaN(value))
                .toArray();

        assertThat(treatment().fit(METRIC, column(reversed)))
                .isEqualTo(treatment().fit(METRIC, column(values)));
    }
}
