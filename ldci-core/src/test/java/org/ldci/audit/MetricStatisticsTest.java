package org.ldci.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ldci.data.MetricColumn;
import org.ldci.model.Region;

/** The figures of single metrics, on columns that can be worked in the head. */
class MetricStatisticsTest {
    private static MetricStatistics of(double... values) {
        List<Region> regions = IntStream.range(0, values.length)
                .mapToObj(i -> Region.of("r" + i))
                .toList();
        return MetricStatistics.of(MetricColumn.view("m", regions, values, 0));
    }

    @Test
    void countsAndCentre() {
        MetricStatistics found = of(0, 4, Double.NaN, 2, 0, 4, 4);

        assertThat(found.metric()).isEqualTo("m");
        assertThat(found.regions()).isEqualTo(7);
        assertThat(found.observed()).isEqualTo(6);
        assertThat(found.nonZero()).isEqualTo(4);
        assertThat(found.distinct()).isEqualTo(3);
        assertThat(found.tied()).isEqualTo(3);
        assertThat(found.least()).isZero();
        assertThat(found.greatest()).isEqualTo(4);
        assertThat(found.mean()).isCloseTo(14 / 6.0, within(1e-15));
        assertThat(found.median()).isEqualTo(3);
    }

    /** COINr 1.1.14 in R 4.2.2 gives 2.2360679774997898 and 4.9999999999999982. */
    @Test
    void shapeOfOneAmongZeros() {
        MetricStatistics found = of(0, 0, 0, 0, 1);

        assertThat(found.standardDeviation()).isCloseTo(Math.sqrt(0.2), within(1e-15));
        assertThat(found.skewness()).isCloseTo(Math.sqrt(5), within(1e-14));
        assertThat(found.kurtosis()).isCloseTo(5, within(1e-14));
    }

    @Test
    void whatIsNotDefinedIsNaN() {
        MetricStatistics none = of(Double.NaN, Double.NaN);
        assertThat(none.observed()).isZero();
        assertThat(List.of(none.least(), none.greatest(), none.mean(), none.median(), none.standardDeviation()))
                .containsOnly(Double.NaN);
        MetricStatistics one = of(7);
        assertThat(one.median()).isEqualTo(7);
        assertThat(one.standardDeviation()).isNaN();
        MetricStatistics same = of(5, 5, 5, 5);
        assertThat(same.standardDeviation()).isZero();
        assertThat(same.skewness()).isNaN();
        assertThat(same.kurtosis()).isNaN();
        assertThat(same.distinct()).isEqualTo(1);
        assertThat(same.tied()).isEqualTo(4);
    }
}
