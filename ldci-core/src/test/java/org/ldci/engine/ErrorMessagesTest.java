package org.ldci.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ldci.aggregate.Aggregators;
import org.ldci.aggregate.PointwiseAggregator;
import org.ldci.aggregate.TableAggregator;
import org.ldci.data.DataException;
import org.ldci.data.Dataset;
import org.ldci.data.DatasetBuilder;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.IndexDefinitionBuilder;
import org.ldci.definition.MissingDataPolicy;
import org.ldci.model.Region;
import org.ldci.normalise.Normalisers;
import org.ldci.prepare.Imputations;
import org.ldci.prepare.Screenings;
import org.ldci.prepare.Treatments;
import org.ldci.prepare.Winsorised;

/** The full text of what goes wrong between a definition and data that do not support it. */
class ErrorMessagesTest {
    private static final double NA = Double.NaN;

    private static IndexDefinitionBuilder index() {
        return IndexDefinition.named("i")
                .component("c", c -> c.metric("gigabit").metric("below30"));
    }

    private static IndexDefinition index(UnaryOperator<IndexDefinitionBuilder> steps) {
        return steps.apply(index()).build();
    }

    private static IndexDefinition divided() {
        return IndexDefinition.named("i")
                .component("c", c -> c.metric("count", m -> m.denominator("homes")))
                .build();
    }

    private static DatasetBuilder data(String... metrics) {
        return Dataset.builder().metrics(metrics);
    }

    private static Dataset plain() {
        return data("gigabit", "below30").row("A", 1, 5).row("B", 2, 7).build();
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of(index().build(), data("gigabit").build(), "the data have no region to score"),
                Arguments.of(
                        index().build(),
                        data("gigabyt", "below30").row("A", 1, 5).row("B", 2, 7).build(),
                        "metric 'gigabit': the data have no such column; did you mean 'gigabyt'?; add it, or let absent"
                                + " metrics count as not measured"),
                Arguments.of(
                        index().build(),
                        data("x", "gigabit").row("A", 1, NA).row("B", 2, NA).build(),
                        """
                        2 problems:
                         1. metric 'below30': the data have no such column; add it, or let absent metrics count as not measured
                         2. metric 'gigabit': has no value in any of 2 regions; drop it, or let absent metrics count as not measured"""),
                Arguments.of(
                        index(i -> i.missing(MissingDataPolicy.renormalise().toleratingAbsentMetrics())),
                        data("gigabit").row("A", NA).build(),
                        "the data have no value for any metric of index 'i'"),
                Arguments.of(
                        divided(),
                        data("count", "home").row("A", 1, 5).build(),
                        "metric 'count': the data have no column for its denominator 'homes'; did you mean 'home'?"),
                Arguments.of(
                        divided(),
                        data("count", "homes")
                                .row("A", 1, 0)
                                .row("B", 1, 5)
                                .row("C", 1, 0)
                                .build(),
                        """
                        2 problems:
                         1. metric 'count', region 'A': its denominator 'homes' is 0
                         2. metric 'count', region 'C': its denominator 'homes' is 0"""),
                Arguments.of(
                        divided(),
                        data("count", "homes")
                                .row("A", 1e300, 1e-300)
                                .row("B", 1, 5)
                                .build(),
                        "metric 'count', region 'A': divided by 'homes' it is Infinity, which is not finite"),
                Arguments.of(
                        IndexDefinition.named("i")
                                .metric("m", m -> m.denominator("population"))
                                .build(),
                        data("m")
                                .row(Region.builder("A").population(0).build(), 1)
                                .row(Region.builder("B").population(9).build(), 1)
                                .build(),
                        "metric 'm', region 'A': its denominator 'population' is 0"),
                Arguments.of(
                        index(i -> i.screen(Screenings.coverage(0.9))),
                        data("gigabit", "below30")
                                .row("A", 1, NA)
                                .row("B", NA, 2)
                                .build(),
                        "all 2 regions are screened out; the first: region 'A' [has 1 of 2 metrics (50 %), below the"
                                + " minimum of 0.9]"),
                Arguments.of(
                        index(i -> i.impute(table -> (region, metric, row) -> Double.POSITIVE_INFINITY)),
                        data("gigabit", "below30")
                                .row("A", 1, NA)
                                .row("B", 3, 2)
                                .row("C", 4, 5)
                                .build(),
                        "metric 'below30', region 'A': the imputation gave Infinity, which is not finite"),
                Arguments.of(
                        index(i -> i.treat("gigabit", (metric, values) -> value -> Math.log(value - 1))),
                        plain(),
                        "metric 'gigabit', region 'A': the treatment turned 1.0 into -Infinity"),
                Arguments.of(
                        index().build(),
                        data("gigabit", "below30").row("A", 3, 5).row("B", 3, 5).build(),
                        """
                        2 problems:
                         1. metric 'gigabit': is constant (3.0 in all 2 regions), so minMax has no scale; normalise it by goalposts or leave it out
                         2. metric 'below30': is constant (5.0 in all 2 regions), so minMax has no scale; normalise it by goalposts or leave it out"""),
                Arguments.of(
                        index(i -> i.normalise(Normalisers.zScore())),
                        data("gigabit", "below30")
                                .row("A", 3, 5)
                                .row("B", 4, NA)
                                .build(),
                        "metric 'below30': only one region has a value (5.0), so zScore has no scale; normalise it by"
                                + " goalposts or leave it out"),
                Arguments.of(
                        index().build(),
                        data("gigabit", "below30").row("A", 3, 5).build(),
                        """
                        2 problems:
                         1. metric 'gigabit': only one region has a value (3.0), so minMax has no scale; normalise it by goalposts or leave it out
                         2. metric 'below30': only one region has a value (5.0), so minMax has no scale; normalise it by goalposts or leave it out"""),
                Arguments.of(
                        index().build(),
                        data("gigabit", "below30")
                                .row("A", -1.7e308, 5)
                                .row("B", 1.7e308, 6)
                                .build(),
                        "metric 'gigabit': linear scale: expected finite parameters, spread > 0 and minimum < maximum but"
                                + " got origin -1.7E308, spread Infinity, factor 100.0, offset 0.0, minimum -Infinity,"
                                + " maximum Infinity"),
                Arguments.of(index(i -> i.normalise(Normalisers.goalposts())), plain(), """
                        2 problems:
                         1. metric 'gigabit': is normalised by goalposts but has none; give it goalposts or another normaliser
                         2. metric 'below30': is normalised by goalposts but has none; give it goalposts or another normaliser"""),
                Arguments.of(index(i -> i.normalise("gigabit", (metric, column) -> value -> Double.NaN)), plain(), """
                        2 problems:
                         1. metric 'gigabit', region 'A': the normaliser turned 1.0 into NaN
                         2. metric 'gigabit', region 'B': the normaliser turned 2.0 into NaN"""),
                Arguments.of(index(i -> i.aggregate(Aggregators.geometricMean())), plain(), """
                        2 problems:
                         1. component 'c', region 'A': the geometric mean needs scores above 0 but that of 'gigabit' is 0.0
                         2. component 'c', region 'A': the geometric mean needs scores above 0 but that of 'below30' is 0.0"""),
                Arguments.of(
                        index(i -> i.normalise(Normalisers.zScore()).aggregate(Aggregators.powerMean(2))),
                        data("gigabit", "below30").row("A", 1, 5).row("B", 3, 1).build(),
                        """
                        2 problems:
                         1. component 'c', region 'A': the power mean with exponent 2.0 needs scores at least 0 but that of 'gigabit' is -0.7071067811865475
                         2. component 'c', region 'B': the power mean with exponent 2.0 needs scores at least 0 but that of 'below30' is -0.7071067811865475"""),
                Arguments.of(
                        IndexDefinition.named("i")
                                .component("c", c -> c.metric("gigabit").metric("below30", m -> m.weight(0)))
                                .build(),
                        data("gigabit", "below30")
                                .row("A", 1, 5)
                                .row("B", NA, 7)
                                .row("C", 3, 8)
                                .build(),
                        "component 'c', region 'B': the weights of the children that are present sum to 0"),
                Arguments.of(
                        IndexDefinition.named("i")
                                .component("c", c -> c.metric("gigabit").metric("below30", m -> m.weight(0)))
                                .missing(MissingDataPolicy.renormalise().toleratingAbsentMetrics())
                                .build(),
                        data("below30").row("A", 5).row("B", 7).build(),
                        "component 'c': the weights of its measured children are all 0 (below30)"),
                Arguments.of(
                        index(i -> i.weigh(group -> new double[] {1})),
                        plain(),
                        "component 'c': the weighting scheme gave 1 weights for 2 children"),
                Arguments.of(
                        index(i -> i.weigh(group -> new double[] {1, -1})),
                        plain(),
                        "component 'c': weights must be finite and at least 0 but are [1.0, -1.0]"),
                Arguments.of(
                        index(i -> i.aggregate("c", (PointwiseAggregator) (scores, weights) -> Double.NaN)),
                        plain(),
                        """
                        2 problems:
                         1. component 'c', region 'A': the aggregator turned [0.0, 0.0] into NaN
                         2. component 'c', region 'B': the aggregator turned [100.0, 100.0] into NaN"""),
                Arguments.of(
                        index(i -> i.aggregate("c", (TableAggregator) table -> new double[] {1})),
                        plain(),
                        "component 'c': the aggregator gave 1 scores for 2 regions"),
                Arguments.of(
                        index(i -> i.aggregate(
                                "c", (TableAggregator) table -> new double[] {1, Double.NEGATIVE_INFINITY})),
                        plain(),
                        "component 'c', region 'B': the aggregator gave -Infinity"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void namesMetricRegionRuleAndValue(IndexDefinition definition, Dataset data, String message) {
        assertThatThrownBy(() -> CompositeIndex.of(definition).score(data))
                .isInstanceOf(DataException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> CompositeIndex.of(definition).fit(data)).hasMessage(message);
    }

    @Test
    void aSingleRegionIsRefusedForTheSameReasons() {
        FittedIndex geometric = CompositeIndex.of(
                        index(i -> i.normalise(Normalisers.minMax(1, 2)).aggregate(Aggregators.geometricMean())))
                .fit(plain());
        FittedIndex table = CompositeIndex.of(index(i -> i.aggregate("c", (TableAggregator) t -> new double[] {1, 2})))
                .fit(plain());
        FittedIndex ratio = CompositeIndex.of(divided())
                .fit(data("count", "homes").row("A", 1, 4).row("B", 1, 5).build());

        assertThatThrownBy(() -> geometric.score(-3, 6))
                .isInstanceOf(DataException.class)
                .hasMessage("component 'c', region 'region': the geometric mean needs scores above 0 but that of"
                        + " 'gigabit' is -3.0");
        assertThatThrownBy(() -> table.score(1, 2))
                .isInstanceOf(DataException.class)
                .hasMessage("component 'c': its aggregator compares regions with one another, so a single region has no"
                        + " score; score a dataset");
        assertThatThrownBy(() -> ratio.score(Region.of("X"), code -> 0))
                .isInstanceOf(DataException.class)
                .hasMessage("metric 'count', region 'X': its denominator 'homes' is 0");
        assertThatThrownBy(() -> geometric.score(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected 2 values, one a metric, but got 1");
        assertThatThrownBy(() -> geometric.score(1, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("metric 'below30': values must be finite but this one is Infinity");
    }

    @Test
    void aScaleThatEndsDoesNotHideAnInfiniteValue() {
        FittedIndex winsorised = CompositeIndex.of(index(i -> i.treat((metric, values) -> new Winsorised(0, 10))))
                .fit(plain());
        FittedIndex truncated = CompositeIndex.of(IndexDefinition.named("i")
                        .metric("gigabit", m -> m.goalposts(0, 100))
                        .normalise(Normalisers.goalposts())
                        .build())
                .fit(plain());

        assertThatThrownBy(() -> winsorised.score(1, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("metric 'below30': values must be finite but this one is Infinity");
        assertThatThrownBy(() -> truncated.score(Double.NEGATIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("metric 'gigabit': values must be finite but this one is -Infinity");
    }

    /** What the README's table says is allocated; the scores of all nodes are kept while they are combined. */
    @Test
    void scoringASingleRegionAllocatesNoMoreThanTheScoresOfItsNodes() {
        List<String> metrics = IntStream.range(0, 46).mapToObj(j -> "m" + j).toList();
        IndexDefinitionBuilder builder = IndexDefinition.named("i").treat(Treatments.winsorise());
        for (int c = 0; c < 8; c++) {
            List<String> own = metrics.subList(c * 46 / 8, (c + 1) * 46 / 8);
            builder.component("c" + c, component -> own.forEach(component::metric));
        }
        DatasetBuilder data = Dataset.builder().metrics(metrics);
        double[] row = new double[46];
        for (int i = 0; i < 12; i++) {
            Arrays.setAll(row, j -> (j * 37 + row[j] * 11 + 5) % 101);
            data.row("r" + i, row);
        }
        FittedIndex fitted = CompositeIndex.of(builder.build()).fit(data.build());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int calls = 1000;
        double sum = fitted.score(row);
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < calls; i++) {
            sum += fitted.score(row);
        }
        long allocated = (threads.getCurrentThreadAllocatedBytes() - before) / calls;

        assertThat(sum).isFinite();
        // 55 doubles and the head of their array
        assertThat(allocated).isLessThanOrEqualTo(55 * 8 + 24);
    }

    @Test
    void unknownNodesRegionsAndStagesAreNamed() {
        IndexResult result =
                CompositeIndex.of(index(i -> i.impute(Imputations.mean()))).score(plain());

        assertThatThrownBy(() -> result.score("gigabyte", "A"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown component or metric 'gigabyte'; did you mean 'gigabit'?");
        assertThatThrownBy(() -> result.values(Stage.RAW, "c")).hasMessage("'c' is a component, not a metric");
        assertThatThrownBy(() -> result.score("Z")).hasMessage("unknown region 'Z'; the regions are A, B");
        assertThatThrownBy(() -> result.explain("A").contribution("zzz")).hasMessage("no contribution of 'zzz'");
    }
}
