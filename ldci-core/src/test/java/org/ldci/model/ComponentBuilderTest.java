package org.ldci.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ComponentBuilderTest {
    private static Component tree() {
        return Component.builder("infra")
                .name("Infrastructure")
                .weight(2)
                .definition("Networks")
                .component("fixed", fixed -> fixed.metric("gigabit").metric(Metric.of("ufbb")))
                .component(
                        Component.builder("mobile").metric(Metric.builder("5g").weight(3)))
                .component(Component.builder("satellite").build())
                .build();
    }

    @Test
    void keepsTheOrderOfTheTree() {
        assertThat(tree().metrics().map(Metric::code)).containsExactly("gigabit", "ufbb", "5g");
        assertThat(tree().components().map(Component::code)).containsExactly("infra", "fixed", "mobile", "satellite");
        assertThat(tree().children()).hasSize(3);
    }

    @Test
    void rebuildsAnEqualComponent() {
        assertThat(tree().toBuilder().build()).isEqualTo(tree()).hasSameHashCodeAs(tree());
    }

    @Test
    void knowsItsCodesAndDepth() {
        ComponentBuilder builder = tree().toBuilder();

        assertThat(builder.metricCodes()).containsExactly("gigabit", "ufbb", "5g");
        assertThat(builder.componentCodes()).containsExactly("infra", "fixed", "mobile", "satellite");
        assertThat(builder.depth()).isEqualTo(1);
        assertThat(Component.builder("x").depth()).isZero();
    }

    @Test
    void cannotContainItselfNotEvenByAnother() {
        ComponentBuilder outer = Component.builder("outer");
        ComponentBuilder inner = Component.builder("inner");
        outer.component(inner);

        assertThatThrownBy(() -> outer.component(outer)).hasMessage("component 'outer' would contain itself");
        assertThatThrownBy(() -> inner.component(outer)).hasMessage("component 'outer' would contain itself");
    }

    @Test
    void listsEveryProblemOfTheWholeTree() {
        ComponentBuilder builder = Component.builder("c")
                .metric("m")
                .metric("M")
                .component("d", d -> d.metric("x", x -> x.weight(Double.NaN)))
                .component("e", e -> e.metric("y", y -> y.weight(0)).metric("z", z -> z.weight(0)));

        assertThatThrownBy(builder::build).hasMessage("""
                        4 problems:
                         1. component 'c': has both metrics and components; put its metrics into a component of their own
                         2. metric 'x' of 'd': weight must be finite and at least 0 but is NaN
                         3. component 'e' of 'c': the weights of its children are all 0
                         4. metric 'M': the code is used twice in 'c'; a code (capitals and small letters alike) belongs to one node""");
    }

    @Test
    void pathsPointIntoTheDefinitionDocument() {
        ComponentBuilder index = Component.builder("i")
                .component("c", c -> c.metric("ok").metric("bad code").metric("ok"));

        assertThat(index.problemsOfIndex())
                .extracting(Problem::path)
                .containsExactly("/index/components/0/metrics/1/code", "/index/components/0/metrics/2/code");
    }
}
