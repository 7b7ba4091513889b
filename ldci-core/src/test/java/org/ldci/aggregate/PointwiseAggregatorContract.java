package org.ldci.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What every mean promises; each test of one inherits it. */
abstract class PointwiseAggregatorContract {
    private static final double[] SCORES = {12.5, 40, 7, 99};
    private static final double[] WEIGHTS = {0.1, 0.4, 0.2, 0.3};

    /** The aggregator under test; equal at each call. */
    abstract PointwiseAggregator aggregator();

    @Test
    void liesBetweenTheLeastAndTheGreatestScore() {
        assertThat(aggregator().aggregate(SCORES, WEIGHTS)).isBetween(7.0, 99.0);
    }

    @Test
    void ofEqualScoresIsThatScore() {
        assertThat(aggregator().aggregate(new double[] {42, 42, 42}, new double[] {0.2, 0.3, 0.5}))
                .isCloseTo(42, within(1e-12));
        assertThat(aggregator().aggregate(new double[] {7}, new double[] {1})).isCloseTo(7, within(1e-14));
    }

    @Test
    void doesNotFallWhenAScoreRises() {
        double before = aggregator().aggregate(SCORES, WEIGHTS);
        for (int i = 0; i < SCORES.length; i++) {
            double[] better = SCORES.clone();
            better[i] += 1;
            assertThat(aggregator().aggregate(better, WEIGHTS)).isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void leavesItsInputAlone() {
        double[] scores = SCORES.clone();
        double[] weights = WEIGHTS.clone();
        aggregator().aggregate(scores, weights);

        assertThat(scores).isEqualTo(SCORES);
        assertThat(weights).isEqualTo(WEIGHTS);
    }

    @Test
    void aScoreWithoutWeightHasNoSay() {
        assertThat(aggregator().aggregate(new double[] {10, 90}, new double[] {1, 0}))
                .isCloseTo(10, within(1e-12));
    }

    @Test
    void isComparedByValue() {
        assertThat(aggregator()).isEqualTo(aggregator()).hasSameHashCodeAs(aggregator());
    }
}
