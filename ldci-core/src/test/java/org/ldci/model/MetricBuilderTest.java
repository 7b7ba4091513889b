package org.ldci.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MetricBuilderTest {
    @Test
    void defaultsAreNamedByCodeWithWeightOneAndHigherIsBetter() {
        Metric metric = Metric.of("gigabit");

        assertThat(metric.name()).isEqualTo("gigabit");
        assertThat(metric.weight()).isEqualTo(1);
        assertThat(metric.direction()).isEqualTo(Direction.POSITIVE);
        assertThat(metric.unit() + metric.source() + metric.year() + metric.definition() + metric.licence())
                .isEmpty();
        assertThat(metric.denominator()).isEmpty();
        assertThat(metric.target()).isEmpty();
        assertThat(metric.goalposts()).isEmpty();
    }

    private static MetricBuilder full() {
        return Metric.builder("below30")
                .name("Below 30 Mbps")
                .unit("premises")
                .lowerIsBetter()
                .weight(2.5)
                .denominator("premises", 1000)
                .target(3)
                .goalposts(0, 50)
                .source("Ofcom")
                .year("2024")
                .definition("Premises below 30 Mbps")
                .licence("OGL v3");
    }

    @Test
    void keepsEveryAttributeAndRebuildsAnEqualMetric() {
        Metric metric = full().build();

        assertThat(metric.toBuilder().build()).isEqualTo(metric).hasSameHashCodeAs(metric);
        assertThat(metric.denominator()).contains(new Denominator("premises", 1000));
        assertThat(metric.goalposts()).contains(new Goalposts(0, 50));
        assertThat(metric.target()).hasValue(3);
        assertThat(metric.direction()).isEqualTo(Direction.NEGATIVE);
        assertThat(metric.toString()).contains("Ofcom", "2024", "OGL v3", "Premises below 30 Mbps", "Below 30 Mbps");
    }

    @Test
    void everyAttributeCountsForEquality() {
        Metric metric = full().build();

        assertThat(full().name("x").build()).isNotEqualTo(metric);
        assertThat(full().unit("x").build()).isNotEqualTo(metric);
        assertThat(full().direction(Direction.POSITIVE).build()).isNotEqualTo(metric);
        assertThat(full().weight(2).build()).isNotEqualTo(metric);
        assertThat(full().denominator("premises", 1).build()).isNotEqualTo(metric);
        assertThat(full().target(4).build()).isNotEqualTo(metric);
        assertThat(full().goalposts(0, 51).build()).isNotEqualTo(metric);
        assertThat(full().source("x").build()).isNotEqualTo(metric);
        assertThat(full().year("x").build()).isNotEqualTo(metric);
        assertThat(full().definition("x").build()).isNotEqualTo(metric);
        assertThat(full().licence("x").build()).isNotEqualTo(metric);
    }

    @Test
    void listsEveryProblemAtOnce() {
        MetricBuilder builder = Metric.builder("a b")
                .weight(-1)
                .denominator("", 1)
                .goalposts(5, 5)
                .target(Double.NaN);

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        5 problems:
                         1. metric 'a b': code must be letters, digits and _ . : / - and start with a letter, a digit or _ but is 'a b'
                         2. metric 'a b': weight must be finite and at least 0 but is -1.0
                         3. metric 'a b': denominator code must not be blank
                         4. metric 'a b': goalposts must be finite with lower < upper but are [5.0, 5.0]
                         5. metric 'a b': target must be finite but is NaN""");
    }

    @Test
    void aSingleProblemIsOneSentence() {
        assertThatThrownBy(() -> Metric.builder("m").denominator("m").build())
                .hasMessage("metric 'm': is its own denominator");
        assertThatThrownBy(() -> Metric.builder("m").denominator("p", 0).build())
                .hasMessage("metric 'm': denominator 'p': per must be finite and above 0 but is 0.0");
        assertThatThrownBy(() -> Metric.of("rank"))
                .hasMessage(
                        "metric 'rank': 'rank' is reserved for a column of data and result files; choose another code");
    }
}
