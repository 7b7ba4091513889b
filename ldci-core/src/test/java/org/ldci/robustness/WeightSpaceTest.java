package org.ldci.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightSpaceTest {
    @Test
    void is_a_value() {
        WeightSpace space =
                WeightSpace.ofIndex().atLeast("a", 0.1).ordered("a", "b").band(0.25);
        assertThat(space)
                .isEqualTo(WeightSpace.ofIndex()
                        .atLeast("a", 0.1)
                        .ordered("a", "b")
                        .band(0.25));
        assertThat(space)
                .hasSameHashCodeAs(WeightSpace.ofIndex()
                        .atLeast("a", 0.1)
                        .ordered("a", "b")
                        .band(0.25));
        assertThat(space)
                .isNotEqualTo(WeightSpace.overMetrics()
                        .atLeast("a", 0.1)
                        .ordered("a", "b")
                        .band(0.25));
        assertThat(space.constraints())
                .containsExactly(
                        new WeightSpace.AtLeast("a", 0.1),
                        new WeightSpace.Ordered(List.of("a", "b")),
                        new WeightSpace.Band(0.25));
        assertThat(WeightSpace.ofIndex().constraints()).isEmpty();
        assertThat(WeightSpace.ofComponent("c").component()).hasValue("c");
        assertThat(WeightSpace.ofIndex().constraint(Map.of("b", -2.0, "a", 1.0)))
                .isEqualTo(WeightSpace.ofIndex().constraint(Map.of("a", 1.0, "b", -2.0)));
    }

    @Test
    void reads_as_it_was_said() {
        assertThat(WeightSpace.ofIndex()
                        .atLeast("a", 0.1)
                        .atMost("b", 0.5)
                        .ordered("a", "b", "c")
                        .band(0.25)
                        .constraint(Map.of("a", 1.0, "b", -2.0)))
                .hasToString("WeightSpace of the children of the index: a >= 0.1; b <= 0.5; a >= b >= c; band +-25.0 %;"
                        + " 1.0 a + -2.0 b >= 0");
        assertThat(WeightSpace.overMetrics()).hasToString("WeightSpace of all metrics: no constraints");
        assertThat(WeightSpace.ofComponent("c")).hasToString("WeightSpace of the children of 'c': no constraints");
    }

    @Test
    void refuses_what_means_nothing() {
        assertThatThrownBy(() -> WeightSpace.ofIndex().atLeast("a", 1.1))
                .hasMessage("the share of 'a' must be from 0 to 1 but is 1.1");
        assertThatThrownBy(() -> WeightSpace.ofIndex().atMost("a", Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> WeightSpace.ofIndex().band(1.5))
                .hasMessage("a band of weights must be from 0 to 1 but is 1.5");
        assertThatThrownBy(() -> WeightSpace.ofIndex().ordered("a", "a")).hasMessageContaining("none of them twice");
        assertThatThrownBy(() -> WeightSpace.ofIndex().constraint(Map.of("a", 0.0)))
                .hasMessageContaining("one of them not 0");
    }
}
