package org.ldci.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ldci.aggregate.Aggregators;
import org.ldci.model.Component;
import org.ldci.model.Problem;
import org.ldci.normalise.Normalisers;
import org.ldci.prepare.Imputations;
import org.ldci.prepare.Treatments;
import org.ldci.rank.TiesStrategy;
import org.ldci.weight.WeightingSchemes;

class IndexDefinitionTest {
    private static IndexDefinitionBuilder small() {
        return IndexDefinition.named("small")
                .component("infra", c -> c.weight(2).metric("gigabit").metric("below30", m -> m.lowerIsBetter()))
                .component("skills", c -> c.metric("l3quals"));
    }

    @Test
    void equalCallsGiveEqualDefinitionsInAnyOrderOfSteps() {
        IndexDefinition one = small().treat(Treatments.winsorise())
                .normalise(Normalisers.zScore())
                .aggregate("infra", Aggregators.geometricMean())
                .build();
        IndexDefinition two = small().aggregate("infra", Aggregators.geometricMean())
                .normalise(Normalisers.zScore())
                .treat(Treatments.winsorise())
                .build();

        assertThat(one).isEqualTo(two).hasSameHashCodeAs(two).isNotEqualTo(small().build());
    }

    @Test
    void defaultsAreThoseOfTheMethodology() {
        Methodology method = small().build().method();

        assertThat(method).isEqualTo(Methodology.defaults());
        assertThat(method.normalise()).isEqualTo(Normalisers.minMax(0, 100));
        assertThat(method.aggregate()).isEqualTo(Aggregators.arithmeticMean());
        assertThat(method.impute()).isEqualTo(Imputations.none());
        assertThat(method.treat()).isEqualTo(Treatments.none());
        assertThat(method.weigh()).isEqualTo(WeightingSchemes.given());
        assertThat(method.missing()).isEqualTo(MissingDataPolicy.renormalise());
        assertThat(method.ties()).isEqualTo(TiesStrategy.MIN);
    }

    @Test
    void exceptionsGoBeforeLevelsAndLevelsBeforeTheGeneralRule() {
        Methodology method = small().aggregate(Aggregators.harmonicMean())
                .aggregateLevel(1, Aggregators.geometricMean())
                .aggregate("skills", Aggregators.powerMean(2))
                .treat("gigabit", Treatments.winsorise())
                .normalise("l3quals", Normalisers.rank())
                .build()
                .method();

        assertThat(method.aggregate("small", 0)).isEqualTo(Aggregators.harmonicMean());
        assertThat(method.aggregate("infra", 1)).isEqualTo(Aggregators.geometricMean());
        assertThat(method.aggregate("skills", 1)).isEqualTo(Aggregators.powerMean(2));
        assertThat(method.treat("gigabit")).isEqualTo(Treatments.winsorise());
        assertThat(method.treat("below30")).isEqualTo(Treatments.none());
        assertThat(method.normalise("l3quals")).isEqualTo(Normalisers.rank());
        assertThat(method.normalise("gigabit")).isEqualTo(Normalisers.minMax());
    }

    @Test
    void listsEveryProblemAtOnce() {
        IndexDefinitionBuilder builder = IndexDefinition.named("my index")
                .component("c", c -> c.weight(-1).metric("a").metric("A"))
                .component("Region", c -> c.metric("b", m -> m.goalposts(2, 1)))
                .component("d", d -> d.metric("e").component("f", f -> {}))
                .treat("nope", Treatments.winsorise())
                .normalise("c", Normalisers.zScore())
                .aggregate("a", Aggregators.geometricMean())
                .aggregateLevel(3, Aggregators.geometricMean());

        InvalidIndexException thrown = catchThrowableOfType(InvalidIndexException.class, builder::build);

        assertThat(thrown).hasMessage("""
                        10 problems in index 'my index':
                         1. index 'my index': code must be letters, digits and _ . : / - and start with a letter, a digit or _ but is 'my index'
                         2. component 'c' of 'my index': weight must be finite and at least 0 but is -1.0
                         3. component 'Region' of 'my index': 'Region' is reserved for a column of data and result files; choose another code
                         4. metric 'b' of 'Region': goalposts must be finite with lower < upper but are [2.0, 1.0]
                         5. component 'd' of 'my index': has both metrics and components; put its metrics into a component of their own
                         6. metric 'A': the code is used twice in 'c'; a code (capitals and small letters alike) belongs to one node
                         7. treat: there is no metric 'nope' to make an exception for
                         8. normalise: there is no metric 'c' to make an exception for
                         9. aggregate: there is no component 'a' to make an exception for
                         10. aggregate: unknown level 3; the levels are 0 (the index) to 2""");
        assertThat(thrown.problems())
                .extracting(Problem::path)
                .containsExactly(
                        "/index/code",
                        "/index/components/0/weight",
                        "/index/components/1/code",
                        "/index/components/1/metrics/0/goalposts",
                        "/index/components/2",
                        "/index/components/0/metrics/1/code",
                        "/method/treat",
                        "/method/normalise",
                        "/method/aggregate",
                        "/method/aggregate/levels/3");
        assertThat(builder.problems()).isEqualTo(thrown.problems());
    }

    @Test
    void aCodeInTwoComponentsIsNamedWithBoth() {
        assertThatThrownBy(() -> IndexDefinition.named("i")
                        .component("c", c -> c.metric("m"))
                        .component("d", d -> d.metric("m"))
                        .build())
                .hasMessage(
                        "index 'i': metric 'm': the code is used in 'c' and again in 'd'; a code (capitals and small"
                                + " letters alike) belongs to one node");
    }

    @Test
    void needsAMetric() {
        assertThatThrownBy(() -> IndexDefinition.named("i").build())
                .isInstanceOf(InvalidIndexException.class)
                .hasMessage("index 'i': has no metric; add at least one to a component");
        assertThatThrownBy(
                        () -> IndexDefinition.named("i").component("c", c -> {}).build())
                .hasMessage("index 'i': has no metric; add at least one to a component");
    }

    @Test
    void needsAWeightAboveZeroAmongSiblings() {
        assertThatThrownBy(() -> IndexDefinition.named("i")
                        .component("c", c -> c.weight(0).metric("a"))
                        .component("d", c -> c.weight(0).metric("b"))
                        .build())
                .hasMessage("index 'i': the weights of its children are all 0");
    }

    @Test
    void theIndexItselfMayBeCodedIndex() {
        IndexDefinition definition = IndexDefinition.named("Index").metric("m").build();

        assertThat(definition.withWeight("m", 2).code()).isEqualTo("Index");
        assertThat(new IndexDefinition(Component.builder("index").metric("m").build(), Methodology.defaults()).code())
                .isEqualTo("index");
    }

    @Test
    void aComponentWithoutMetricsIsLegal() {
        assertThat(small().component("trade", c -> {}).build().index().children())
                .hasSize(3);
    }

    @Test
    void metricsMayStandRightBelowTheIndex() {
        IndexDefinition flat = IndexDefinition.named("flat")
                .metric("a")
                .metric("b", b -> b.weight(2))
                .build();

        assertThat(flat.metrics()).hasSize(2);
        assertThat(flat)
                .hasToString(
                        "Index flat: 0 components, 2 metrics\n  a (weight 1.0, positive)\n  b (weight 2.0, positive)");
    }

    @Test
    void withWeightChangesOneWeightAndNothingElse() {
        IndexDefinition changed = small().build().withWeight("below30", 4);

        assertThat(changed.metrics().get(1).weight()).isEqualTo(4);
        assertThat(changed.withWeight("below30", 1)).isEqualTo(small().build());
        assertThat(small().build()
                        .withWeight("infra", 7)
                        .index()
                        .children()
                        .get(0)
                        .weight())
                .isEqualTo(7);
        assertThat(small().build().withWeight("infra", 7).method())
                .isEqualTo(small().build().method());
    }

    @Test
    void withWeightRefusesWhatBuildWouldRefuse() {
        IndexDefinition definition = small().build();

        assertThatThrownBy(() -> definition.withWeight("nope", 1))
                .isInstanceOf(InvalidIndexException.class)
                .hasMessage("index 'small': has no component or metric 'nope' below the index");
        assertThatThrownBy(() -> definition.withWeight("small", 1))
                .hasMessage("index 'small': has no component or metric 'small' below the index");
        assertThatThrownBy(() -> definition.withWeight("gigabit", Double.POSITIVE_INFINITY))
                .hasMessage("index 'small': metric 'gigabit' of 'infra': weight must be finite and at least 0 but is"
                        + " Infinity");
        assertThatThrownBy(() -> definition.withWeight("l3quals", 0))
                .hasMessage("index 'small': component 'skills' of 'small': the weights of its children are all 0");
    }

    @Test
    void withChangesTheMethodAndChecksIt() {
        IndexDefinition definition = small().build();

        assertThat(definition
                        .with(m -> m.normalise(Normalisers.zScore()))
                        .method()
                        .normalise())
                .isEqualTo(Normalisers.zScore());
        assertThat(definition.with(m -> m)).isEqualTo(definition);
        assertThatThrownBy(() -> definition.with(m -> m.treatMetrics(Map.of("x", Treatments.none()))))
                .isInstanceOf(InvalidIndexException.class)
                .hasMessage("index 'small': treat: there is no metric 'x' to make an exception for");
    }

    @Test
    void aMethodologyReplacesExceptionsStatedBefore() {
        IndexDefinition definition = small().treat("gigabit", Treatments.winsorise())
                .method(Methodology.defaults())
                .build();

        assertThat(definition).isEqualTo(small().build());
    }

    @Test
    void readsAsATitleAndItsComponents() {
        assertThat(small().component("trade", c -> {}).build()).hasToString("""
                        Index small: 3 components, 3 metrics
                          infra (weight 2.0, 2 metrics)
                          skills (weight 1.0, 1 metrics)
                          trade (weight 1.0, not measured)""");
    }

    @Test
    void staysBelowAThousandCharactersHoweverManyAndLongTheComponents() {
        IndexDefinitionBuilder wide = IndexDefinition.named("w".repeat(64));
        for (int i = 0; i < 30; i++) {
            String code = "component-" + i + "-" + "x".repeat(50);
            wide.component(code, c -> c.metric("metric-of-" + code.substring(0, 40)));
        }

        assertThat(wide.build().toString()).hasSizeLessThan(1000).endsWith("... 20 more; print() for all");
    }

    @Test
    void refusesCoverageOutsideZeroToOne() {
        assertThatThrownBy(() -> MissingDataPolicy.renormalise(1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("missing data: minimumCoverage must be from 0 to 1 but is 1.5");
        assertThatThrownBy(() -> MissingDataPolicy.renormalise(Double.NaN))
                .hasMessage("missing data: minimumCoverage must be from 0 to 1 but is NaN");
    }

    @Test
    void aComponentMadeBeforehandIsTheSameAsOneMadeInPlace() {
        Component infra = (Component) small().build().index().children().get(0);

        assertThat(IndexDefinition.named("small")
                        .component(infra)
                        .component("skills", c -> c.metric("l3quals"))
                        .build())
                .isEqualTo(small().build());
    }
}
