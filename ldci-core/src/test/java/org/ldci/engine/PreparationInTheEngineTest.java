package org.ldci.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ldci.data.CellStatus;
import org.ldci.data.DataException;
import org.ldci.data.Dataset;
import org.ldci.data.DatasetBuilder;
import org.ldci.data.Panel;
import org.ldci.data.Period;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.IndexDefinitionBuilder;
import org.ldci.model.Region;
import org.ldci.prepare.Denominations;
import org.ldci.prepare.Imputation;
import org.ldci.prepare.Imputations;
import org.ldci.prepare.PanelImputations;
import org.ldci.prepare.Screenings;
import org.ldci.prepare.Treatment;
import org.ldci.spi.Parameter;
import org.ldci.spi.Strategies;
import org.ldci.spi.StrategyProvider;

/** What the engine promises of every method of preparation. */
class PreparationInTheEngineTest {
    private static final List<String> METRICS = List.of("a", "b", "c");

    /** Twelve regions; a is missing in r4, b not applicable in r7, c has an outlier in r9. */
    private static Dataset data() {
        DatasetBuilder builder = Dataset.builder().metrics("a", "b", "c", "by");
        for (int i = 0; i < 12; i++) {
            Region region = Region.builder("r" + i)
                    .parent(i < 2 ? "uk" : "r" + i % 2)
                    .population(100 * (i + 1))
                    .build();
            builder.row(region, 3 + i + i % 3, 20 - i + i % 4, i == 9 ? 900 : 2 + i % 5, i);
            if (i == 4) {
                builder.missing(region, "a", CellStatus.SUPPRESSED);
            }
            if (i == 7) {
                builder.missing(region, "b", CellStatus.NOT_APPLICABLE);
            }
        }
        return builder.build();
    }

    private static IndexDefinitionBuilder index() {
        return IndexDefinition.named("i").metric("a").metric("b").metric("c");
    }

    private static IndexResult score(IndexDefinitionBuilder index) {
        return CompositeIndex.of(index.build()).score(data());
    }

    private static <S> Stream<S> methods(Class<S> kind) {
        return Strategies.standard().ofKind(kind).stream()
                .filter(provider -> provider.parameters().stream()
                        .map(Parameter::fallback)
                        .allMatch(fallback -> fallback.isPresent()))
                .map(StrategyProvider::name)
                .map(name -> Strategies.standard()
                        .read(kind, name, Map.of(), "", new ArrayList<>())
                        .orElseThrow());
    }

    static Stream<Imputation> imputations() {
        return Stream.concat(methods(Imputation.class), Stream.of(Imputations.fixed(5)));
    }

    @ParameterizedTest
    @MethodSource("imputations")
    void observedCellsStayNotApplicableOnesStayEmptyAndFilledOnesAreFlaggedWithTheRule(Imputation imputation) {
        IndexResult result = score(index().impute(imputation));

        for (Region region : result.regions()) {
            for (String metric : METRICS) {
                double raw = result.value(Stage.RAW, metric, region.code());
                double imputed = result.value(Stage.IMPUTED, metric, region.code());
                boolean filled = Double.isNaN(raw) && !Double.isNaN(imputed);
                if (!filled) {
                    assertThat(Double.compare(imputed, raw)).isZero();
                }
                assertThat(result.status(metric, region.code()) == CellStatus.IMPUTED)
                        .isEqualTo(filled);
            }
        }
        assertThat(result.status("b", "r7")).isEqualTo(CellStatus.NOT_APPLICABLE);
        assertThat(result.value(Stage.IMPUTED, "b", "r7")).isNaN();
        if (result.status("a", "r4") == CellStatus.IMPUTED) {
            String rule = Strategies.standard().describe(Imputation.class, imputation);
            assertThat(result.diagnostics())
                    .contains(new Diagnostic(
                            Diagnostic.Kind.IMPUTED, "a", "metric 'a': filled 1 value by " + rule + " (r4)"));
        }
    }

    /** All but none and fixed, whose default says nothing, have a value for the one gap. */
    @Test
    void nearlyEveryImputationFillsTheGap() {
        long filled = imputations()
                .filter(one -> score(index().impute(one)).status("a", "r4") == CellStatus.IMPUTED)
                .count();
        assertThat(filled).isEqualTo(imputations().count() - 2);
    }

    static Stream<Treatment> treatments() {
        return methods(Treatment.class);
    }

    @ParameterizedTest
    @MethodSource("treatments")
    void everyChangedCellIsInTheTreatmentLogAndNoOther(Treatment treatment) {
        IndexResult result = score(index().treat(treatment));

        List<String> changed = new ArrayList<>();
        for (String metric : METRICS) {
            for (Region region : result.regions()) {
                double before = result.value(Stage.IMPUTED, metric, region.code());
                double after = result.value(Stage.TREATED, metric, region.code());
                if (!Double.isNaN(before) && before != after) {
                    changed.add(metric + " " + region.code() + " " + before + " " + after);
                }
            }
        }
        assertThat(result.treatmentLog().stream()
                        .map(cell -> cell.metric() + " " + cell.region() + " " + cell.before() + " " + cell.after()))
                .containsExactlyInAnyOrderElementsOf(changed);
        assertThat(result.treatmentLog())
                .allSatisfy(cell -> assertThat(cell.rule()).isNotBlank());
    }

    /** By hand: 2020 lacks b, which 2019 has; from 0 to 10 it is half way. */
    @Test
    void periodsAreFilledFromOneAnotherBeforeTheyAreScored() {
        Dataset before = Dataset.builder()
                .metrics("m")
                .row("a", 0)
                .row("b", 5)
                .row("c", 10)
                .build();
        Dataset after = Dataset.builder()
                .metrics("m")
                .row("a", 0)
                .row("b", Double.NaN)
                .row("c", 10)
                .build();
        Panel panel = Panel.of(Map.of(Period.year(2019), before, Period.year(2020), after));
        IndexDefinition plain = IndexDefinition.named("i").metric("m").build();
        IndexDefinition filling = plain.with(m -> m.imputeOverTime(PanelImputations.carryForward()));

        IndexResult gap =
                CompositeIndex.of(plain).score(panel, Period.year(2020)).get(Period.year(2020));
        IndexResult filled =
                CompositeIndex.of(filling).score(panel, Period.year(2020)).get(Period.year(2020));

        assertThat(gap.score("b")).isNaN();
        assertThat(filled.score("b")).isEqualTo(50);
        assertThat(filled.status("m", "b")).isEqualTo(CellStatus.IMPUTED);
        assertThat(filled.provenance().definitionSha256())
                .isNotEqualTo(gap.provenance().definitionSha256());
        // a single dataset has no other period
        assertThat(CompositeIndex.of(filling).score(after).score("b")).isNaN();
    }

    @Test
    void zeroDenominatorsAreAllNamed() {
        IndexDefinition definition = IndexDefinition.named("i")
                .metric("a", m -> m.denominator("by"))
                .metric("b", m -> m.denominator("by"))
                .build();
        assertThatThrownBy(() -> CompositeIndex.of(definition).score(data()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("metric 'a', region 'r0': its denominator 'by' is 0")
                .hasMessageContaining("metric 'b', region 'r0': its denominator 'by' is 0");
    }

    @Test
    void populationAndLogarithmsAsDenominations() {
        IndexDefinitionBuilder perHead = IndexDefinition.named("i").metric("a", m -> m.denominator("population", 1000));
        // 3 for 100 people, and 5 for 200
        assertThat(score(perHead).value(Stage.DENOMINATED, "a", "r0")).isEqualTo(30);
        assertThat(score(perHead.denominate(Denominations.logRatio())).value(Stage.DENOMINATED, "a", "r1"))
                .isEqualTo(Math.log(25), org.assertj.core.api.Assertions.within(1e-14));
        assertThat(score(perHead.denominate(Denominations.scaledRatio(0.1))).value(Stage.DENOMINATED, "a", "r1"))
                .isEqualTo(2.5);
    }

    @Test
    void aRegionKeptByNameIsScoredAndSaidToBe() {
        IndexResult result = score(index().screen(Screenings.rules(0.9, List.of("r4"), List.of("r0"))));
        assertThat(result.diagnostics().stream().map(Diagnostic::toString))
                .contains(
                        "KEPT region 'r4' has 2 of 3 metrics (67 %), below the minimum of 0.9, but is kept by name",
                        "SCREENED_OUT region 'r0' is left out by name");
        assertThat(result.score("r4")).isFinite();
        assertThat(result.score("r0")).isNaN();
    }
}
