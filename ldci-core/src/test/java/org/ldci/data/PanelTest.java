package org.ldci.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ldci.model.Region;

class PanelTest {
    private static final Region A = Region.of("A");
    private static final Region B = Region.of("B");

    private static Panel panel() {
        Map<Period, Dataset> datasets = new TreeMap<>();
        datasets.put(
                Period.year(2024),
                Dataset.builder().metrics("n", "m").row(B, 20, 21).build());
        datasets.put(
                Period.year(2023),
                Dataset.builder().metrics("m").row(A, 1).row(B, 2).build());
        return Panel.of(datasets);
    }

    @Test
    void putsRegionsAndMetricsOfAllPeriodsOnCommonAxes() {
        assertThat(panel().periods()).containsExactly(Period.year(2023), Period.year(2024));
        for (Period period : panel().periods()) {
            assertThat(panel().dataset(period).regions()).containsExactly(A, B);
            assertThat(panel().dataset(period).metrics()).containsExactly("m", "n");
        }
        Dataset last = panel().latest();
        assertThat(last.value("B", "m")).isEqualTo(21);
        assertThat(last.value("B", "n")).isEqualTo(20);
        assertThat(last.status("A", "m")).isEqualTo(CellStatus.NOT_AVAILABLE);
        assertThat(panel().dataset(Period.year(2023)).status("A", "n")).isEqualTo(CellStatus.NOT_AVAILABLE);
        assertThat(panel().dataset(Period.year(2023)).value("A", "m")).isEqualTo(1);
    }

    @Test
    void aDatasetThatIsAlignedAlreadyIsKept() {
        Dataset data = Dataset.builder().metrics("m").row(A, 1).build();

        assertThat(Panel.of(Map.of(Period.year(2024), data)).latest()).isSameAs(data);
    }

    @Test
    void alignmentKeepsStatusesStandardErrorsAndNotes() {
        Map<Period, Dataset> datasets = new TreeMap<>();
        datasets.put(Period.year(2023), Dataset.builder().metrics("x").row(A, 1).build());
        datasets.put(
                Period.year(2024),
                Dataset.builder()
                        .value(A, "m", 5, CellStatus.PROVISIONAL)
                        .standardError(A, "m", 0.5)
                        .note(A, "m", "early")
                        .build());
        Dataset last = Panel.of(datasets).latest();

        assertThat(last.status("A", "m")).isEqualTo(CellStatus.PROVISIONAL);
        assertThat(last.standardError(0, 1)).hasValue(0.5);
        assertThat(last.note(0, 1)).isEqualTo("early");
    }

    @Test
    void refusesARegionOfOtherAttributesInAnotherPeriod() {
        Map<Period, Dataset> datasets = new TreeMap<>();
        datasets.put(Period.year(2023), Dataset.builder().metrics("m").row(A, 1).build());
        datasets.put(
                Period.year(2024),
                Dataset.builder().metrics("m").row(Region.of("A", "Alpha"), 1).build());

        assertThatThrownBy(() -> Panel.of(datasets))
                .isInstanceOf(DataException.class)
                .hasMessage("panel: region 'A': is given in two ways: " + A + " in 2023 and " + Region.of("A", "Alpha")
                        + " in 2024");
    }

    @Test
    void populationsMayChangeFromPeriodToPeriod() {
        Region small = A.withPopulation(OptionalDouble.of(100));
        Region large = A.withPopulation(OptionalDouble.of(200));
        Region steady = B.withPopulation(OptionalDouble.of(50));
        Map<Period, Dataset> datasets = new TreeMap<>();
        datasets.put(
                Period.year(2022),
                Dataset.builder().metrics("m").row(small, 1).row(steady, 1).build());
        datasets.put(
                Period.year(2023), Dataset.builder().metrics("m").row(large, 1).build());
        datasets.put(
                Period.year(2024), Dataset.builder().metrics("m").row(steady, 1).build());
        Panel panel = Panel.of(datasets);

        assertThat(panel.dataset(Period.year(2022)).regions()).containsExactly(small, steady);
        assertThat(panel.dataset(Period.year(2023)).regions()).containsExactly(large, steady);
        // what a period lacks has the population of the others only if they agree
        assertThat(panel.latest().regions()).containsExactly(A, steady);
    }

    @Test
    void needsAPeriodAndNamesThoseItHas() {
        assertThatThrownBy(() -> Panel.of(Map.of()))
                .isInstanceOf(DataException.class)
                .hasMessage("panel: needs at least one period");
        assertThatThrownBy(() -> panel().dataset(Period.year(1999)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown period '1999'; the periods are [2023, 2024]");
    }

    @Test
    void isEqualIfPeriodsAndDatasetsAre() {
        assertThat(panel())
                .isEqualTo(panel())
                .hasSameHashCodeAs(panel())
                .hasToString("Panel: 2 periods (2023 to 2024), 2 regions x 2 metrics");
    }
}
