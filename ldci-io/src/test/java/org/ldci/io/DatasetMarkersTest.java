package org.ldci.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ldci.data.CellStatus;
import org.ldci.data.Dataset;
import org.ldci.data.Panel;
import org.ldci.data.Period;
import org.ldci.digital.LocalDigitalCapital;
import org.ldci.model.Region;

class DatasetMarkersTest {
    /** The table of the Government Statistical Service's shorthand, and older signs. */
    @ParameterizedTest(name = "<{0}>")
    @CsvSource(quoteCharacter = '"', textBlock = """
                    [x], NOT_AVAILABLE
                    .., NOT_AVAILABLE
                    x, NOT_AVAILABLE
                    N/A, NOT_AVAILABLE
                    n/a, NOT_AVAILABLE
                    na, NOT_AVAILABLE
                    NA, NOT_AVAILABLE
                    NaN, NOT_AVAILABLE
                    #N/A, NOT_AVAILABLE
                    [c], SUPPRESSED
                    c, SUPPRESSED
                    *, SUPPRESSED
                    S, SUPPRESSED
                    [z], NOT_APPLICABLE
                    z, NOT_APPLICABLE
                    :, MISSING_UNSPECIFIED
                    " ", MISSING_UNSPECIFIED
                    """)
    void markersOfMissing(String text, CellStatus status) {
        Dataset dataset = Datasets.parse("region,a\nTLC," + text + "\n");
        assertThat(dataset.status(0, 0)).isEqualTo(status);
        assertThat(dataset.value(0, 0)).isNaN();
        assertThat(dataset.note(0, 0)).isEmpty();
    }

    @ParameterizedTest(name = "<{0}>")
    @CsvSource({
        "[low], 0, LOW_ROUNDED_TO_ZERO, ''",
        "[k], 0, LOW_ROUNDED_TO_ZERO, ''",
        "0~, 0, LOW_ROUNDED_TO_ZERO, ''",
        "3 [low], 3, LOW_ROUNDED_TO_ZERO, ''",
        "12.3[e], 12.3, ESTIMATED, ''",
        "12.3 [u], 12.3, LOW_RELIABILITY, ''",
        "12.3 [p], 12.3, PROVISIONAL, ''",
        "12.3 [r], 12.3, REVISED, ''",
        "12.3 [f], 12.3, FORECAST, ''",
        "12.3 [b], 12.3, BREAK, ''",
        "12.3 [i], 12.3, IMPUTED, ''",
        "12.3 [r][e], 12.3, ESTIMATED, [r]",
        "12.3 [p][b] [u], 12.3, BREAK, [p] [u]",
        "12.3 [e1], 12.3, ESTIMATED, [e1]",
        "12.3 [note 2], 12.3, OBSERVED, [note 2]",
        "12.3 [sss], 12.3, OBSERVED, [sss]",
        "12.3 [e][e], 12.3, ESTIMATED, ''"
    })
    void markersBesideAValue(String text, double value, CellStatus status, String note) {
        Dataset dataset = Datasets.parse("region,a\nTLC," + text + "\n");
        assertThat(dataset.value(0, 0)).isEqualTo(value);
        assertThat(dataset.status(0, 0)).isEqualTo(status);
        assertThat(dataset.note(0, 0)).isEqualTo(note);
    }

    @ParameterizedTest(name = "<{0}>")
    @CsvSource({
        "[c][r], SUPPRESSED, [r]",
        "[c][x], NOT_AVAILABLE, [c]",
        "[u], MISSING_UNSPECIFIED, [u]",
        "e, MISSING_UNSPECIFIED, [e]",
        "[note 2], MISSING_UNSPECIFIED, [note 2]",
        ": [c], SUPPRESSED, ''"
    })
    void markersWithoutAValueLoseNothing(String text, CellStatus status, String note) {
        Dataset dataset = Datasets.parse("region,a\nTLC," + text + "\n");
        assertThat(dataset.value(0, 0)).isNaN();
        assertThat(dataset.status(0, 0)).isEqualTo(status);
        assertThat(dataset.note(0, 0)).isEqualTo(note);
    }

    @ParameterizedTest(name = "<{0}>")
    @CsvSource(delimiter = '|', textBlock = """
                    12           | 12
                    -12.5        | -12.5
                    \u221212.5   | -12.5
                    +3           | 3
                    .5           | 0.5
                    5.           | 5
                    1.2E5        | 120000
                    2.5e-3       | 0.0025
                    73.60000000000001 | 73.60000000000001
                    123456789012345678 | 123456789012345680
                    "1,234,567"  | 1234567
                    "1,234.5"    | 1234.5
                    "-1,234.5"   | -1234.5
                    1 234        | 1234
                    1\u00a0234\u00a0567.5 | 1234567.5
                    1\u2009234   | 1234
                    25%          | 25
                    25.5 %       | 25.5
                    £12.50       | 12.5
                    -£3          | -3
                    €7           | 7
                    0            | 0
                    -0           | 0
                    """)
    void numbersAsPeopleWriteThem(String text, double value) {
        Dataset dataset = Datasets.parse("region,a\nTLC," + text + "\n");
        assertThat(dataset.value(0, 0)).isEqualTo(value);
        assertThat(dataset.status(0, 0)).isEqualTo(CellStatus.OBSERVED);
    }

    @Test
    void oneCellProvesTheThousandsOfItsColumn() {
        Dataset dataset = Datasets.parse("region,a\nTLC,\"1,234\"\nTLD,\"1,234,567\"\n");
        assertThat(dataset.column("a").toArray()).containsExactly(1234, 1234567);
    }

    @Test
    void decimalCommasAreReadWhenSaid() {
        DataOptions options = DataOptions.builder().decimal(',').build();
        Dataset dataset = Datasets.parse("region;a;b\nTLC;12,5;1.234.567,5\nTLD;1e3;1.234\n", options);
        assertThat(dataset.column("a").toArray()).containsExactly(12.5, 1000);
        assertThat(dataset.column("b").toArray()).containsExactly(1234567.5, 1234);
    }

    @Test
    void ownMarkersComeBeforeNumbers() {
        DataOptions options = DataOptions.builder()
                .putMissingMarkers("-999", CellStatus.NOT_AVAILABLE)
                .putMissingMarkers("-", CellStatus.LOW_ROUNDED_TO_ZERO)
                .putMissingMarkers("?", CellStatus.MISSING_UNSPECIFIED)
                .build();
        Dataset dataset = Datasets.parse("region,a,b,c,d\nTLC,-999,-,?,-998\n", options);
        assertThat(dataset.status(0, 0)).isEqualTo(CellStatus.NOT_AVAILABLE);
        assertThat(dataset.status(0, 1)).isEqualTo(CellStatus.LOW_ROUNDED_TO_ZERO);
        assertThat(dataset.value(0, 1)).isZero();
        assertThat(dataset.status(0, 2)).isEqualTo(CellStatus.MISSING_UNSPECIFIED);
        assertThat(dataset.value(0, 3)).isEqualTo(-998);
    }

    @Test
    void statusColumnOfALongFile() {
        Dataset dataset = Datasets.parse("""
                Region,Metric,Value,Status,StandardError,Note
                TLC,a,1,,,
                TLC,b,,x,,
                TLC,c,2.5,u,0.25,
                TLC,d,2.5 [r],[e],,see table 3
                TLC,e,3,Value for Hackney and City of London combined,,
                TLC,f,[c],c,,
                TLC,g,,u,,
                """);
        assertThat(dataset.metrics()).containsExactly("a", "b", "c", "d", "e", "f", "g");
        assertThat(List.of(0, 1, 2, 3, 4, 5, 6).stream().map(j -> dataset.status(0, j)))
                .containsExactly(
                        CellStatus.OBSERVED,
                        CellStatus.NOT_AVAILABLE,
                        CellStatus.LOW_RELIABILITY,
                        CellStatus.ESTIMATED,
                        CellStatus.OBSERVED,
                        CellStatus.SUPPRESSED,
                        CellStatus.MISSING_UNSPECIFIED);
        assertThat(dataset.value(0, 2)).isEqualTo(2.5);
        assertThat(dataset.standardError(0, 2)).hasValue(0.25);
        assertThat(dataset.note(0, 3)).isEqualTo("[r] see table 3");
        assertThat(dataset.note(0, 4)).isEqualTo("Value for Hackney and City of London combined");
        assertThat(dataset.note(0, 6)).isEqualTo("[u]");
    }

    @Test
    void aPeriodOfALongFileIsChosen() {
        String text = "region,metric,period,value\nTLC,a,2023,1\nTLC,a,2024,2\nTLD,a,2024,3\n";
        Dataset one = Datasets.parse(text, DataOptions.builder().period("2024").build());
        assertThat(one.column("a").toArray()).containsExactly(2, 3);
        assertThat(Datasets.parsePanel(text).dataset(Period.year(2023)).status("TLD", "a"))
                .isEqualTo(CellStatus.NOT_AVAILABLE);
    }

    @Test
    void aGeographyDescribesTheRegionsOfAFile() {
        Region wales = LocalDigitalCapital.regions().region("TLL");
        DataOptions options =
                DataOptions.builder().geography(LocalDigitalCapital.regions()).build();
        for (String text : List.of(
                "region,a\nTLL,1\n",
                "region,name,level,a\nW92000004,Cymru,ITL1,1\n",
                "region,metric,value\nTLL,a,1\n",
                "{\"format\":\"ldci-data\",\"version\":1,\"regions\":[{\"code\":\"W92000004\"}],\"metrics\":[\"a\"],"
                        + "\"values\":[[1]]}")) {
            assertThat(Datasets.parse(text, options).regions()).as(text).containsExactly(wales);
        }
        Region peopled = Datasets.parse("region,population,group:side,a\nTLL,3,west,1\n", options)
                .regions()
                .get(0);
        assertThat(peopled.name()).isEqualTo("Wales");
        assertThat(peopled.population()).hasValue(3);
        assertThat(peopled.groups()).containsEntry("side", "west");
    }

    @Test
    void populationsOfAPanelMayChange() {
        Panel panel = Datasets.parsePanel("""
                region,population,metric,period,value
                A,100,a,2023,1
                A,100,b,2023,1
                A,200,a,2024,1
                B,7,a,2023,1
                """);
        assertThat(panel.dataset(Period.year(2023)).regions().get(0).population())
                .hasValue(100);
        assertThat(panel.latest().regions().get(0).population()).hasValue(200);
        assertThat(panel.latest().regions().get(1).population()).hasValue(7);
        assertThat(Datasets.parsePanel(Datasets.toLongCsv(panel))).isEqualTo(panel);
        assertThat(Datasets.toJson(panel)).containsOnlyOnce("\"populations\":[100,7]");
        assertThat(Datasets.parsePanel(Datasets.toJson(panel))).isEqualTo(panel);
    }
}
