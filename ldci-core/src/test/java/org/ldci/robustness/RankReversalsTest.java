package org.ldci.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ldci.aggregate.Aggregators;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.model.Region;
import org.ldci.normalise.Normalisers;
import org.ldci.robustness.RankReversals.Reversal;

class RankReversalsTest {
    private static final List<Region> REGIONS = List.of(Region.of("a"), Region.of("b"), Region.of("c"), Region.of("d"));

    /**
     * Min-max over x = (0, 4, 10, 1), y = (4, 1.5, 0, 0): a has 0 + 1, b 0.4 + 0.375, c 1 + 0, d 0.1 + 0. Without c, x runs to 4:
     * a has 1, b 1.375: they change places. a and c are tied with all, so they reverse nothing.
     */
    @Test
    void an_extreme_region_decides_between_two_others() {
        IndexDefinition index =
                IndexDefinition.named("i").metric("x").metric("y").build();
        Dataset data = Dataset.of(REGIONS, List.of("x", "y"), new double[] {0, 4, 10, 1, 4, 1.5, 0, 0});
        RankReversals reversals = RankReversals.of(index, data);
        assertThat(reversals.without("c")).containsExactly(new Reversal("c", "a", "b"));
        assertThat(reversals.leaders()).containsEntry("c", "b");
        // without a, y runs to 1.5: b has 0.4 - 0.333.. of x and all of y, and passes c
        assertThat(reversals.without("a")).containsExactly(new Reversal("a", "c", "b"));
        assertThat(reversals.without("b")).isEmpty();
        assertThat(reversals.reversals()).hasSize(2);
        assertThat(reversals.failures()).isEmpty();
        assertThat(reversals.toString())
                .startsWith("Rank reversals: 2 pairs change places over 4 dropped regions\n")
                .hasSizeLessThan(1000);
        assertThat(reversals).isEqualTo(RankReversals.of(index, data));
    }

    @Test
    void a_fixed_scale_reverses_nothing() {
        Weighed index = Weighed.random(3, Aggregators.geometricMean(), 9, 4);
        assertThat(RankReversals.of(index.definition(), index.data()).reversals())
                .isEmpty();
    }

    /** Without b, y is constant and has no z-score. */
    @Test
    void a_rest_that_cannot_be_scored_is_named() {
        IndexDefinition index = IndexDefinition.named("i")
                .metric("x")
                .metric("y")
                .normalise(Normalisers.minMax())
                .build();
        RankReversals reversals =
                RankReversals.of(index, Dataset.of(REGIONS, List.of("x", "y"), new double[] {1, 2, 3, 4, 5, 6, 5, 5}));
        assertThat(reversals.failures()).containsOnlyKeys("b");
        assertThat(reversals.failures().get("b")).contains("'y'");
        assertThat(reversals.leaders()).doesNotContainKey("b");
        assertThat(reversals.toString()).contains("1 could not be scored");
    }
}
