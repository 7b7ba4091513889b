package org.ldci.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.ldci.data.DataException;
import org.ldci.model.Metric;

class GoalpostScaleTest extends NormaliserContract {
    private static final Metric HIGHER = Metric.builder("m").goalposts(20, 85).build();
    private static final Metric LOWER =
            Metric.builder("m").goalposts(20, 85).lowerIsBetter().build();

    @Override
    Normaliser normaliser() {
        return Normalisers.goalposts();
    }

    @Override
    String messageForNothingObserved() {
        return null; // nothing is learnt from the data
    }

    @Test
    void theGoodGoalpostIsTheTopAndTheBadOneTheBottom() {
        FittedNormaliser scale = Normalisers.goalposts().fit(HIGHER, column(50, 60));

        assertThat(scale.apply(20)).isZero();
        assertThat(scale.apply(85)).isEqualTo(100);
        assertThat(scale.apply(52.5)).isEqualTo(50);
    }

    @Test
    void whereLowerIsBetterTheLowerGoalpostIsTheTop() {
        // values come oriented: multiplied by -1
        FittedNormaliser scale = Normalisers.goalposts().fit(LOWER, column(-50, -60));

        assertThat(scale.apply(-20)).isEqualTo(100);
        assertThat(scale.apply(-85)).isZero();
        assertThat(scale.apply(-33)).isEqualTo(80);
    }

    @Test
    void valuesBeyondTheGoalpostsAreKeptAtTheEndUnlessTheScaleIsOpen() {
        FittedNormaliser capped = Normalisers.goalposts().fit(HIGHER, column(1));
        FittedNormaliser open = Normalisers.goalposts(0, 1, false).fit(HIGHER, column(1));

        assertThat(capped.apply(90)).isEqualTo(100);
        assertThat(capped.apply(0)).isZero();
        assertThat(open.apply(150)).isEqualTo(2);
        assertThat(open.apply(-45)).isEqualTo(-1);
    }

    @Test
    void agreesWithTheHumanDevelopmentIndex() {
        // UNDP, Human Development Report 2021/22, technical notes: life expectancy from 20 to 85 years; Switzerland
        // 2021: 84.0 years
        assertThat(Normalisers.goalposts(0, 1, true).fit(HIGHER, column(1)).apply(84.0))
                .isEqualTo(64.0 / 65.0);
    }

    @Test
    void aConstantMetricHasItsPlaceOnTheScale() {
        assertThat(Normalisers.goalposts().fit(HIGHER, column(52.5, 52.5)).apply(52.5))
                .isEqualTo(50);
    }

    @Test
    void aMetricWithoutGoalpostsIsNamed() {
        assertThatThrownBy(() -> Normalisers.goalposts().fit(Metric.of("m"), column(1, 2)))
                .isInstanceOf(DataException.class)
                .hasMessage("metric 'm': is normalised by goalposts but has none; give it goalposts or another"
                        + " normaliser");
        assertThatThrownBy(() -> Normalisers.goalposts(5, 4, true))
                .hasMessage("goalposts: expected finite lower < upper but got [5.0, 4.0]");
    }
}
