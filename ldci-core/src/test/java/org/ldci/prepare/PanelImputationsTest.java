package org.ldci.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ldci.data.CellStatus;
import org.ldci.data.Dataset;
import org.ldci.data.Panel;
import org.ldci.data.Period;
import org.ldci.model.Region;

/** Imputation from other periods on a series that can be filled in the head. */
class PanelImputationsTest {
    private static final double GAP = Double.NaN;

    private static Panel panel() {
        Map<Period, Dataset> datasets = new TreeMap<>();
        double[] values = {GAP, 2, GAP, GAP, 8};
        for (int t = 0; t < values.length; t++) {
            Region region = Region.of("r");
            datasets.put(
                    Period.year(2019 + t),
                    Dataset.builder()
                            .value(region, "a", values[t])
                            .missing(region, "z", CellStatus.NOT_APPLICABLE)
                            .build());
        }
        return Panel.of(datasets);
    }

    private static double[] series(Panel panel) {
        return panel.periods().stream()
                .mapToDouble(period -> panel.dataset(period).value("r", "a"))
                .toArray();
    }

    @Test
    void panelsAreFilledFromOtherPeriods() {
        assertThat(series(PanelImputations.carryForward().impute(panel()))).containsExactly(GAP, 2, 2, 2, 8);
        assertThat(series(PanelImputations.carryForward(1).impute(panel()))).containsExactly(GAP, 2, 2, GAP, 8);
        assertThat(series(PanelImputations.carryBackward().impute(panel()))).containsExactly(2, 2, 8, 8, 8);
        assertThat(series(PanelImputations.carryBackward(1).impute(panel()))).containsExactly(2, 2, GAP, 8, 8);
        assertThat(series(PanelImputations.interpolate().impute(panel()))).containsExactly(GAP, 2, 4, 6, 8);
        assertThat(series(PanelImputations.interpolateAndHold().impute(panel())))
                .containsExactly(2, 2, 4, 6, 8);
    }

    @Test
    void filledCellsAreFlaggedAndNotedAndNotApplicableStays() {
        Dataset filled = PanelImputations.interpolate().impute(panel()).dataset(Period.year(2021));
        assertThat(filled.status("r", "a")).isEqualTo(CellStatus.IMPUTED);
        assertThat(filled.note(0, 0)).isEqualTo("interpolated between 2020 and 2023");
        assertThat(filled.status("r", "z")).isEqualTo(CellStatus.NOT_APPLICABLE);
        assertThat(PanelImputations.interpolate().impute(panel()).dataset(Period.year(2020)))
                .isEqualTo(panel().dataset(Period.year(2020)));
    }

    @Test
    void whatIsFilledIsNoSourceAndTheSourceDoesNotChange() {
        Panel before = panel();
        Panel carried = PanelImputations.carryForward(1).impute(before);
        // 2022 stays empty, for 2021 is filled itself
        assertThat(series(carried)[3]).isNaN();
        assertThat(before).isEqualTo(panel());
    }

    @Test
    void refusesAReachOfLessThanNoPeriods() {
        assertThatThrownBy(() -> PanelImputations.carryForward(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("carryForward: most must be at least 0 but is -1");
    }
}
