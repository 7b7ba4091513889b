package org.ldci.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ldci.aggregate.Aggregators;
import org.ldci.aggregate.PointwiseAggregator;
import org.ldci.aggregate.TableAggregator;
import org.ldci.data.CellStatus;
import org.ldci.data.DataException;
import org.ldci.data.Dataset;
import org.ldci.data.Panel;
import org.ldci.data.Period;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.IndexDefinitionBuilder;
import org.ldci.definition.MissingDataPolicy;
import org.ldci.model.Metric;
import org.ldci.model.Region;
import org.ldci.normalise.Normaliser;
import org.ldci.normalise.Normalisers;
import org.ldci.prepare.Denominations;
import org.ldci.prepare.Imputations;
import org.ldci.prepare.LogForm;
import org.ldci.prepare.Screenings;
import org.ldci.prepare.Treatments;
import org.ldci.rank.TiesStrategy;
import org.ldci.weight.WeightingSchemes;

class EngineTest {
    private static final double NA = Double.NaN;
    private static final Normaliser AS_IT_IS = (metric, column) -> oriented -> oriented;

    /** Component c of a and b, component d of e; scores are the values. */
    private static IndexDefinitionBuilder plain() {
        return IndexDefinition.named("i")
                .component("c", c -> c.metric("a").metric("b"))
                .component("d", d -> d.metric("e"))
                .normalise(AS_IT_IS);
    }

    private static IndexResult score(UnaryOperator<IndexDefinitionBuilder> steps, Dataset data) {
        return CompositeIndex.of(steps.apply(plain()).build()).score(data);
    }

    private static Dataset gaps() {
        return Dataset.builder()
                .metrics("a", "b", "e")
                .row("full", 10, 20, 30)
                .row("half", 10, NA, 30)
                .row("noC", NA, NA, 30)
                .row("none", NA, NA, NA)
                .build();
    }

    private static List<String> messages(IndexResult result) {
        return result.diagnostics().stream().map(Diagnostic::toString).toList();
    }

    @Test
    void renormalisingGoesOnWithWhatIsPresentAndSaysSo() {
        IndexResult result = score(i -> i, gaps());

        assertThat(result.scores("c")).containsExactly(15, 10, NA, NA);
        assertThat(result.scores()).containsExactly(22.5, 20, 30, NA);
        assertThat(messages(result))
                .containsExactly(
                        "REWEIGHTED region 'half' has 2 of 3 metrics; weights were rescaled over what is present in c",
                        "REWEIGHTED region 'noC' has 1 of 3 metrics; weights were rescaled over what is present in i",
                        "UNRANKED region 'none' has no score: no metric has a value");
    }

    @Test
    void propagatingScoresOnlyWhatIsComplete() {
        IndexResult result = score(i -> i.missing(MissingDataPolicy.propagate()), gaps());

        assertThat(result.scores()).containsExactly(22.5, NA, NA, NA);
        assertThat(result.explain("half").reasons())
                .containsExactly("too little is present by the missing-data policy: 2 of 3 metrics, nothing or too"
                        + " little in c");
    }

    @Test
    void aLeastCoverageAppliesAtEveryLevel() {
        assertThat(score(i -> i.missing(MissingDataPolicy.renormalise(0.5)), gaps())
                        .scores())
                .containsExactly(22.5, 20, 30, NA);
        assertThat(score(i -> i.missing(MissingDataPolicy.renormalise(0.51)), gaps())
                        .scores())
                .containsExactly(22.5, NA, NA, NA);
    }

    private static Dataset withNotApplicable() {
        Region island = Region.of("island");
        return Dataset.builder()
                .metrics("a", "b", "e")
                .row("p", 10, 20, 30)
                .row("q", 20, 40, 50)
                .value(island, "a", 40)
                .missing(island, "b", CellStatus.NOT_APPLICABLE)
                .value(island, "e", 50)
                .build();
    }

    @Test
    void whatIsNotApplicableIsNeverImputedAndNoMarkAgainstCoverage() {
        IndexResult result =
                score(i -> i.impute(Imputations.mean()).missing(MissingDataPolicy.propagate()), withNotApplicable());

        assertThat(result.value(Stage.IMPUTED, "b", "island")).isNaN();
        assertThat(result.status("b", "island")).isEqualTo(CellStatus.NOT_APPLICABLE);
        assertThat(result.coverage("island")).isEqualTo(1);
        assertThat(result.score("c", "island")).isEqualTo(40);
        assertThat(result.score("island")).isEqualTo(45);
    }

    @Test
    void aComponentToWhichNothingAppliesIsNotNeeded() {
        Region island = Region.of("island");
        Dataset data = Dataset.builder()
                .metrics("a", "b", "e")
                .row("p", 10, 20, 30)
                .missing(island, "a", CellStatus.NOT_APPLICABLE)
                .missing(island, "b", CellStatus.NOT_APPLICABLE)
                .value(island, "e", 50)
                .build();

        assertThat(score(i -> i.missing(MissingDataPolicy.propagate()), data).score("island"))
                .isEqualTo(50);
    }

    /** Metric e has a value only in a region that is screened out. */
    @Test
    void whatOnlyScreenedOutRegionsHaveIsNotMeasured() {
        Dataset data = Dataset.builder()
                .metrics("a", "b", "e")
                .row("r", 1, 2, NA)
                .row("s", 3, 4, NA)
                .row("out", NA, NA, 5)
                .build();
        UnaryOperator<IndexDefinitionBuilder> screened = i -> i.screen(Screenings.coverage(0.5));

        IndexResult result = score(
                i -> screened.apply(i).missing(MissingDataPolicy.renormalise().toleratingAbsentMetrics()), data);
        assertThat(result.scores()).containsExactly(1.5, 3.5, NA);
        assertThat(result.diagnostics())
                .anyMatch(d ->
                        d.kind() == Diagnostic.Kind.NOT_MEASURED && d.subject().equals("e"));
        assertThatThrownBy(() -> score(screened, data))
                .isInstanceOf(DataException.class)
                .hasMessage("metric 'e': has no value left after screening; drop it, or let absent metrics count as not"
                        + " measured");
    }

    /** Weights of 0.1, 0.7 and 0.3 do not sum to what they seem to: rounding must not part equal regions. */
    @ParameterizedTest
    @CsvSource({"1", "0", "-1", "2", "0.5"})
    void equalChildrenHaveExactlyThemselvesAsTheirMean(double exponent) {
        Dataset data = Dataset.builder()
                .metrics("m1", "m2", "m3", "m4")
                .row("A", 9, 9, 9, 9)
                .row("B", 9, 9, 9, NA)
                .row("C", 9, 9, NA, 9)
                .row("D", 1, 1, 1, 1)
                .row("E", 9, 9, NA, NA)
                .row("F", 9, NA, 9, 9)
                .build();
        IndexDefinition definition = IndexDefinition.named("i")
                .component("a", c -> c.weight(0.1).metric("m1").metric("m2"))
                .component("b", c -> c.weight(0.7).metric("m3"))
                .component("c", c -> c.weight(0.3).metric("m4"))
                .normalise(Normalisers.minMax(1, 100))
                .aggregate(Aggregators.powerMean(exponent))
                .build();
        IndexResult result = CompositeIndex.of(definition).score(data);

        assertThat(result.scores()).containsExactly(100, 100, 100, 1, 100, 100);
        assertThat(result.ranks()).containsExactly(1, 1, 1, 6, 1, 1);
        assertThat(CompositeIndex.of(definition).fit(data).score(9, 9, 9, 9)).isEqualTo(100);
    }

    /** A lambda has no stable name: the log must read the same in every run. */
    @Test
    void whatALambdaDidIsSaidWithoutItsAddress() {
        IndexResult result = score(i -> i.treat((metric, column) -> value -> value + 1), gaps());

        assertThat(result.treatmentLog())
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.toString())
                        .contains("changed by a treatment without a description")
                        .doesNotContain("$", "@"));
    }

    @Test
    void aTableAggregatorThatGivesNoScoreIsNamed() {
        TableAggregator none = table -> new double[] {1, 2, NA, NA};

        assertThat(score(i -> i.aggregate(none), gaps()).diagnostics())
                .anyMatch(d -> d.message().contains("'noC' has no score: the aggregator of "));
    }

    /** A strategy of the user's own may overflow: one region alone is checked as a whole dataset is. */
    @Test
    void aSingleRegionWithoutAFiniteScoreIsRefused() {
        Dataset data = Dataset.builder()
                .metrics("a", "b", "e")
                .row("r", 1, 2, 3)
                .row("s", 3, 4, 5)
                .build();
        FittedIndex overflows = CompositeIndex.of(
                        plain().normalise((metric, column) -> x -> x * 1e300).build())
                .fit(data);

        assertThatThrownBy(() -> overflows.score(1e10, 1, 1))
                .isInstanceOf(DataException.class)
                .hasMessage("metric 'a', region 'region': the scale turned 1.0E10 into Infinity");
        PointwiseAggregator odd = (scores, weights) -> scores[0] > 4 ? Double.NaN : scores[0];
        FittedIndex undefined = CompositeIndex.of(plain().aggregate(odd).build())
                .fit(data.onlyRegions(r -> r.code().equals("r")));
        assertThatThrownBy(() -> undefined.score(9, 1, 1))
                .isInstanceOf(DataException.class)
                .hasMessage("component 'c', region 'region': the aggregator turned [9.0, 1.0] into NaN");
    }

    @Test
    void absentMetricsMayCountAsNotMeasured() {
        Dataset data = Dataset.builder()
                .metrics("a", "b")
                .row("p", 10, NA)
                .row("q", 20, NA)
                .build();
        IndexResult result =
                score(i -> i.missing(MissingDataPolicy.renormalise().toleratingAbsentMetrics()), data);

        assertThat(result.scores()).containsExactly(10, 20);
        assertThat(result.weights().local("a")).isEqualTo(1);
        assertThat(result.weights().global("d")).isZero();
        assertThat(messages(result))
                .containsExactly(
                        "NOT_MEASURED component 'd' is declared and not measured; the index goes on without it",
                        "NOT_MEASURED metric 'b' has no value in the data; the index goes on without it",
                        "NOT_MEASURED metric 'e' has no value in the data; the index goes on without it");
    }

    @Test
    void oneRegionOneMetricOneComponentIsAnIndex() {
        IndexDefinition definition = IndexDefinition.named("i")
                .component("c", c -> c.metric("m", m -> m.goalposts(0, 50)))
                .normalise(Normalisers.goalposts())
                .build();
        IndexResult result = CompositeIndex.of(definition)
                .score(Dataset.builder().metrics("m").row("only", 20).build());

        assertThat(result.score("only")).isEqualTo(40);
        assertThat(result.rank("only")).isEqualTo(1);
        assertThat(result.explain("only").contribution("m")).isEqualTo(40);
        assertThat(result.diagnostics()).isEmpty();
    }

    @Test
    void valuesWithoutADenominatorAreLeftOutAloud() {
        IndexDefinition definition = IndexDefinition.named("i")
                .metric("m", m -> m.denominator("population", 1000))
                .normalise(AS_IT_IS)
                .build();
        Dataset data = Dataset.builder()
                .metrics("m")
                .row(Region.builder("p").population(2000).build(), 10)
                .row(Region.of("q"), 10)
                .build();
        IndexResult result = CompositeIndex.of(definition).score(data);

        assertThat(result.scores()).containsExactly(5, NA);
        assertThat(result.status("m", "q")).isEqualTo(CellStatus.NOT_AVAILABLE);
        assertThat(messages(result)).contains("NO_DENOMINATOR metric 'm': left out 1 value without a denominator (q)");
        IndexDefinition undivided = definition.with(m -> m.denominate(Denominations.none()));
        FittedIndex fitted = CompositeIndex.of(undivided).fit(data);
        assertThat(fitted.score(data).scores()).containsExactly(10, 10);
        assertThat(fitted.score(Region.of("q"), code -> code.equals("m") ? 10 : NA)
                        .index())
                .isEqualTo(10);
    }

    @Test
    void aPanelIsDividedByThePopulationOfEachPeriod() {
        IndexDefinition definition = IndexDefinition.named("i")
                .metric("m", m -> m.denominator("population", 1000))
                .normalise(AS_IT_IS)
                .build();
        Panel panel = Panel.of(Map.of(
                Period.year(2023),
                Dataset.builder()
                        .metrics("m")
                        .row(Region.builder("p").population(1000).build(), 10)
                        .build(),
                Period.year(2024),
                Dataset.builder()
                        .metrics("m")
                        .row(Region.builder("p").population(2000).build(), 10)
                        .build()));
        Map<Period, IndexResult> results = CompositeIndex.of(definition).score(panel, Period.year(2023));

        assertThat(results.get(Period.year(2023)).score("p")).isEqualTo(10);
        assertThat(results.get(Period.year(2024)).score("p")).isEqualTo(5);
    }

    @Test
    void lambdasServeInEveryStep() {
        IndexResult result = score(
                i -> i.screen(coverage -> coverage.region().code().equals("none") ? List.of("asked for") : List.of())
                        .impute(table -> (region, metric, row) -> 7)
                        .treat((metric, values) -> value -> value / 10)
                        .normalise((metric, column) -> oriented -> oriented + 1)
                        .weigh(group -> group.children().stream()
                                .mapToDouble(c -> c.equals("a") ? 3 : 1)
                                .toArray())
                        .aggregate("c", (PointwiseAggregator)
                                (scores, weights) -> Arrays.stream(scores).max().orElseThrow())
                        .aggregate("i", (TableAggregator) table -> table.regions().stream()
                                .mapToDouble(region -> table.regions().indexOf(region))
                                .toArray()),
                gaps());

        assertThat(result.values(Stage.NORMALISED, "a")).containsExactly(2, 2, 1.7, NA);
        assertThat(result.scores("c")).containsExactly(3, 2, 1.7, NA);
        assertThat(result.scores()).containsExactly(0, 1, 2, NA);
        assertThat(result.weights().local("a")).isEqualTo(0.75);
        assertThat(result.provenance().reproducible()).isFalse();
        assertThat(messages(result)).contains("SCREENED_OUT region 'none' asked for");
        assertThatThrownBy(() -> result.explain("full"))
                .isInstanceOf(DataException.class)
                .hasMessage("component 'i': its aggregator compares regions with one another, so a score has no"
                        + " contributions");
    }

    @Test
    void contributionsUnderAnyOtherAggregatorAreShapleyValues() {
        // max(a, b) and a mean: a region (10, 40) against the mean (20, 25)
        Dataset data = Dataset.builder()
                .metrics("a", "b", "e")
                .row("p", 10, 40, 1)
                .row("q", 30, 10, 1)
                .build();
        IndexResult result = score(
                i -> i.aggregate("c", (PointwiseAggregator)
                        (scores, weights) -> Arrays.stream(scores).max().orElseThrow()),
                data);
        Explanation explanation = result.explain("p");

        // by hand: max(20,25) = 25, a alone max(10,25) = 25, b alone max(20,40) = 40, both 40; halves of 0+0 and 15+15
        assertThat(explanation.baselineScore()).isEqualTo((25 + 1) / 2.0);
        assertThat(explanation.contribution("a")).isZero();
        assertThat(explanation.contribution("b")).isCloseTo(15 / 2.0, within(1e-14));
        assertThat(explanation.contribution("e")).isZero();
    }

    @Test
    void contributionsAreNumbersWhereScoreAndBaselineAreBothZero() {
        Dataset data = Dataset.builder()
                .metrics("a", "b", "e")
                .row("p", 0, 0, 0)
                .row("q", 0, 0, 4)
                .build();
        for (double exponent : new double[] {0.5, 2}) {
            Explanation explanation = score(i -> i.aggregate(Aggregators.powerMean(exponent)), data)
                    .explain("q");
            assertThat(explanation.contribution("a")).isZero();
            assertThat(explanation.contribution("e"))
                    .isCloseTo(explanation.score() - explanation.baselineScore(), within(1e-14));
        }
    }

    @Test
    void contributionsFromZeroNeedArithmeticMeans() {
        IndexResult result = score(
                i -> i.aggregate(Aggregators.geometricMean()),
                Dataset.builder().metrics("a", "b", "e").row("p", 1, 2, 3).build());

        assertThatThrownBy(() -> result.explain("p", Baseline.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "contributions from zero need arithmetic means throughout, but the index has a geometric mean;"
                                + " use MEAN");
    }

    @Test
    void goalpostsFollowALogarithmicTreatment() {
        IndexDefinition definition = IndexDefinition.named("i")
                .metric("m", m -> m.goalposts(0, 1000))
                .treat(Treatments.winsoriseThenLog(0, 2, 3.5, LogForm.BY_SKEWNESS))
                .normalise(Normalisers.goalposts())
                .build();
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            regions.add(Region.of("r" + i));
        }
        Dataset data = Dataset.of(regions, List.of("m"), new double[] {0, 2, 3, 4, 5, 6, 7, 8, 9, 1000});
        IndexResult result = CompositeIndex.of(definition).score(data);

        // ln(x + 10) between ln 10 and ln 1010
        assertThat(result.score("r0")).isZero();
        assertThat(result.score("r9")).isEqualTo(100);
        assertThat(result.score("r4")).isCloseTo(100 * Math.log(1.5) / Math.log(101), within(1e-12));
    }

    @Test
    void anExceptionForOneMetricLeavesTheOthers() {
        Dataset data = Dataset.builder()
                .metrics("a", "b", "e")
                .row("p", 1, 1, 1)
                .row("q", 3, 3, 3)
                .row("r", 4, 4, 4)
                .build();
        IndexResult result = score(
                i -> i.treat("a", (metric, values) -> value -> Math.min(value, 3))
                        .normalise("b", Normalisers.rank()),
                data);

        assertThat(result.values(Stage.TREATED, "a")).containsExactly(1, 3, 3);
        assertThat(result.values(Stage.NORMALISED, "b")).containsExactly(1, 2, 3);
        assertThat(result.values(Stage.NORMALISED, "e")).containsExactly(1, 3, 4);
    }

    @ParameterizedTest
    @CsvSource({"MIN, 1, 1, 3", "MAX, 2, 2, 3", "AVERAGE, 1.5, 1.5, 3", "DENSE, 1, 1, 2"})
    void tiesFollowTheRuleOfTheDefinition(TiesStrategy ties, double a, double b, double c) {
        Dataset data = Dataset.builder()
                .metrics("a", "b", "e")
                .row("p", 5, 5, 5)
                .row("q", 5, 5, 5)
                .row("r", 1, 1, 1)
                .build();

        assertThat(score(i -> i.ties(ties), data).ranks()).containsExactly(a, b, c);
    }

    @Test
    void equalWeightsForAllMetricsCountTheMetricsBelow() {
        IndexResult result = score(i -> i.weigh(WeightingSchemes.equalMetrics()), gaps());

        assertThat(result.weights().global("e")).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(result.score("full")).isCloseTo(20, within(1e-13));
    }

    @Test
    void flaggedAndNestedAreSaid() {
        Region outer = Region.of("UK");
        Region inner = Region.builder("TLI").parent("UK").build();
        Dataset data = Dataset.builder()
                .metrics("a", "b", "e")
                .row(outer, 1, 2, 3)
                .value(inner, "a", 1, CellStatus.PROVISIONAL)
                .value(inner, "b", 1, CellStatus.LOW_RELIABILITY)
                .value(inner, "e", 1)
                .build();

        assertThat(messages(score(i -> i, data)))
                .containsExactly(
                        "NESTED_REGIONS region 'TLI' lies inside region 'UK', and both are ranked; score one level at a"
                                + " time",
                        "FLAGGED metric 'a': the source flags 1 value as provisional (TLI)",
                        "FLAGGED metric 'b': the source flags 1 value as low reliability (TLI)");
    }

    @Test
    void cappedValuesAreSaid() {
        IndexDefinition definition = IndexDefinition.named("i")
                .metric("m", m -> m.goalposts(0, 10).lowerIsBetter())
                .normalise(Normalisers.goalposts())
                .build();
        Dataset data = Dataset.builder().metrics("m").row("p", 12).row("q", 5).build();
        IndexResult result = CompositeIndex.of(definition).score(data);

        assertThat(result.scores()).containsExactly(0, 50);
        assertThat(messages(result)).containsExactly("CAPPED metric 'm': kept 1 value at the end of the scale (p)");
    }

    @Test
    void cappedValuesOfALogScaleAreSaid() {
        Dataset data = Dataset.builder()
                .metrics("m")
                .row("below", 0)
                .row("low", 1)
                .row("within", 10)
                .row("high", 100)
                .row("above", 101)
                .build();

        for (boolean reversed : new boolean[] {false, true}) {
            IndexDefinition definition = IndexDefinition.named("i")
                    .metric("m", m -> {
                        m.goalposts(1, 100);
                        if (reversed) {
                            m.lowerIsBetter();
                        }
                    })
                    .normalise(Normalisers.logGoalposts(0.1, 0.7, true))
                    .build();
            IndexResult result = CompositeIndex.of(definition).score(data);
            assertThat(result.score("below")).isEqualTo(result.score("low"));
            assertThat(messages(result))
                    .containsExactly("CAPPED metric 'm': kept 2 values at the end of the scale (below, above)");
        }
        IndexDefinition open = IndexDefinition.named("i")
                .metric("m", m -> m.goalposts(1, 100))
                .normalise(Normalisers.logGoalposts(0, 100, false))
                .build();
        Dataset beyond =
                Dataset.builder().metrics("m").row("p", 0.5).row("q", 200).build();
        assertThat(messages(CompositeIndex.of(open).score(beyond))).isEmpty();
    }

    // ---- provenance

    private static String digest(IndexDefinition definition) {
        return CompositeIndex.of(definition)
                .score(GoldenExampleTest.data())
                .provenance()
                .definitionSha256();
    }

    @Test
    void theDigestOfADefinitionChangesWithEveryAttributeAndOnlyThen() {
        IndexDefinition golden = GoldenExampleTest.definition();
        List<IndexDefinition> others = List.of(
                golden.withWeight("pay", 3),
                golden.withWeight("trade", 3),
                golden.with(m -> m.impute(Imputations.median())),
                golden.with(m -> m.screen(Screenings.coverage(0.4))),
                golden.with(m -> m.normalise(Normalisers.minMax(0, 99))),
                golden.with(m -> m.treat(Treatments.winsorise())),
                golden.with(m -> m.treatMetrics(Map.of("pay", new GoldenExampleTest.CapAt(700)))),
                golden.with(m -> m.normaliseMetrics(Map.of("pay", Normalisers.rank()))),
                golden.with(m -> m.aggregate(Aggregators.powerMean(2))),
                golden.with(m -> m.aggregateLevels(Map.of(1, Aggregators.powerMean(2)))),
                golden.with(m -> m.aggregateComponents(Map.of("infra", Aggregators.powerMean(2)))),
                golden.with(m -> m.weigh(WeightingSchemes.equal())),
                golden.with(m -> m.missing(MissingDataPolicy.renormalise(0.1))),
                golden.with(m -> m.ties(TiesStrategy.MAX)));

        assertThat(others.stream().map(EngineTest::digest))
                .doesNotHaveDuplicates()
                .doesNotContain(digest(golden));
        assertThat(digest(GoldenExampleTest.definition()))
                .isEqualTo(digest(golden))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void provenanceTellsTheScoredDataFromTheFittedData() {
        FittedIndex fitted = CompositeIndex.of(GoldenExampleTest.definition()).fit(GoldenExampleTest.data());
        Dataset other =
                GoldenExampleTest.data().onlyRegions(region -> !region.code().equals("A"));
        Provenance provenance = fitted.score(other).provenance();

        assertThat(provenance.dataSha256()).isEqualTo(other.sha256());
        assertThat(provenance.fitSha256())
                .isEqualTo(GoldenExampleTest.data().sha256())
                .isEqualTo(fitted.dataSha256());
        assertThat(provenance.libraryVersion()).isEqualTo("0.1.0");
        assertThat(provenance.reproducible()).isTrue();
    }

    // ---- text

    @Test
    void whatJShellPrintsIsShortAsciiAndTitled() {
        IndexDefinitionBuilder builder = IndexDefinition.named("big").name("Local Digital Capital Index");
        List<String> metrics = new ArrayList<>();
        for (int c = 0; c < 8; c++) {
            String prefix = "component-" + c;
            builder.component(prefix, component -> {
                component.name("A component with a rather long name");
                for (int j = 0; j < 10; j++) {
                    metrics.add(prefix + "-metric-" + j);
                    component.metric(prefix + "-metric-" + j);
                }
            });
        }
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            regions.add(Region.of("E0900" + i, "Bristol " + i));
        }
        double[] values = new double[300 * 80];
        Arrays.setAll(values, i -> (i * 37L) % 1009);
        IndexResult result = CompositeIndex.of(builder.build()).score(Dataset.of(regions, metrics, values));

        List<Object> shown = List.of(
                result,
                result.ranking(),
                result.explain("E09001"),
                result.explain("E09001", Baseline.MEAN),
                result.weights(),
                result.definition(),
                result.fitted(),
                result.dataset());
        for (Object object : shown) {
            String text = object.toString();
            assertThat(text).hasSizeLessThan(1000).matches("[\\n\\x20-\\x7e]+");
            assertThat(text.lines().findFirst().orElseThrow()).hasSizeLessThanOrEqualTo(60);
        }
        assertThat(result.toString().lines().findFirst()).contains("Local Digital Capital Index: 300 regions");
        assertThat(result.toString().lines()).hasSizeGreaterThan(6);
    }

    @Test
    void aFittedIndexFromItsPartsIsEqual() {
        FittedIndex fitted = CompositeIndex.of(GoldenExampleTest.definition()).fit(GoldenExampleTest.data());
        FittedIndex again = FittedIndex.of(
                fitted.definition(),
                fitted.imputation(),
                fitted.treatments(),
                fitted.normalisers(),
                fitted.weights(),
                fitted.dataSha256());

        assertThat(again).isEqualTo(fitted).hasSameHashCodeAs(fitted);
        assertThat(again.score(40, 10, 40, 3, 600)).isEqualTo(75);
        assertThatThrownBy(() -> FittedIndex.of(
                        fitted.definition(),
                        fitted.imputation(),
                        Map.of(),
                        Map.of(
                                "zzz",
                                Normalisers.minMax()
                                        .fit(
                                                Metric.of("zzz"),
                                                fitted.score(GoldenExampleTest.data())
                                                        .dataset()
                                                        .column("gigabit"))),
                        Map.of(),
                        ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        2 problems in index 'golden':
                         1. normaliser of 'zzz': the definition has no such metric
                         2. no metric is measured""");
    }
}
