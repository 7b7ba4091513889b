package org.ldci.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ldci.digital.LocalDigitalCapital;

/** Bad files, each with the whole message that its reader sees. */
@SuppressWarnings("StringConcatToTextBlock") // the line ends of a file are part of the case
class BadDatasetTest {
    private static final DataOptions UK =
            DataOptions.builder().geography(LocalDigitalCapital.regions()).build();

    private static Arguments bad(String name, String text, String message) {
        return bad(name, DataOptions.defaults(), text, message);
    }

    private static Arguments bad(String name, DataOptions options, String text, String message) {
        Runnable reading = () -> Datasets.parse(text, options);
        return Arguments.of(name, reading, message);
    }

    private static Arguments panel(String name, String text, String message) {
        Runnable reading = () -> Datasets.parsePanel(text);
        return Arguments.of(name, reading, message);
    }

    static Stream<Arguments> badFiles() {
        return Stream.of(
                bad("empty", "", "data: is empty"),
                bad("blank lines", "\n  \n\n", "data: is empty"),
                bad("header only", "region,a\n", "data: has a header and no rows"),
                bad(
                        "no region column",
                        "Regoin,a\nTLC,1\n",
                        "data: row 1: has no column 'region'; the columns are Regoin, a; did you mean "
                                + "'Regoin'? Say regionColumn(...) in DataOptions"),
                bad(
                        "no region column but a code column",
                        "areacd,a\nTLC,1\n",
                        "data: row 1: has no column 'region'; the columns are areacd, a; did you mean "
                                + "'areacd'? Say regionColumn(...) in DataOptions"),
                bad("no metric", "region,name\nTLC,North East\n", "data: row 1: has no column of a metric"),
                bad(
                        "duplicate column",
                        "region,a,b,a\nTLC,1,2,3\n",
                        "data: row 1: column 'a' stands twice: as column 2 and as column 4"),
                bad(
                        "duplicate fixed column",
                        "region,Name,NAME,a\nTLC,x,y,1\n",
                        "data: row 1: column 'name' stands twice but for case, first as column 2"),
                bad(
                        "bad metric code",
                        "region,share (%)\nTLC,1\n",
                        "data: row 1: column 2: the code of a metric must be letters, digits and _ . : / - "
                                + "and start with a letter, a digit or _ but is 'share (%)'; rename it, ignore it, or "
                                + "say the metrics to keep in DataOptions"),
                bad("ragged rows", "region,a,b\nTLC,1\nTLD,1,2,3\nTLE,1,2\n", """
                        2 problems in data:
                         1. row 2: has 2 cells but the header has 3
                         2. row 3: has 4 cells but the header has 3; put a cell that holds a comma in quotes"""),
                bad(
                        "duplicate region",
                        "region,a\nTLC,1\nTLD,2\nTLC,3\n",
                        "data: row 4: region 'TLC' has two rows: 2 and 4"),
                bad("bad region code", "region,a\nNorth East,1\nna,2\n,3\n", """
                        3 problems in data:
                         1. row 2, column 'region': code must be letters, digits and _ . : / - and start with a \
                        letter, a digit or _ but is 'North East'
                         2. row 3, column 'region': code 'na' stands for no region; give the row a code, or \
                        delete it
                         3. row 4, column 'region': code must not be blank"""),
                bad(
                        "text",
                        "region,a,b\nTLC,1,high\nTLD,2,3\n",
                        "data: row 2, column 'b': 'high' is no number; expected a number, a blank, or a "
                                + "marker such as [c] suppressed, [x] not available, [z] not applicable or [low]; say "
                                + "others as missing markers in DataOptions"),
                bad(
                        "column of texts",
                        "region,a,kind\nTLC,1,urban\nTLD,2,rural\n",
                        "data: row 2, column 'kind': 'urban': no cell of the column is a number and 2 are "
                                + "texts; ignore the column, or say the metrics to keep, in DataOptions"),
                bad(
                        "dash",
                        "region,a\nTLC,-\n",
                        "data: row 2, column 'a': '-' is no number; expected a number, a blank, or a marker "
                                + "such as [c] suppressed, [x] not available, [z] not applicable or [low]; say others "
                                + "as missing markers in DataOptions"),
                bad(
                        "unknown marker",
                        "region,a\nTLC,12 [q]\n",
                        "data: row 2, column 'a': '12 [q]' is no number; expected a number, a blank, or a "
                                + "marker such as [c] suppressed, [x] not available, [z] not applicable or [low]; say "
                                + "others as missing markers in DataOptions"),
                bad("letters after numbers", "region,a,b,c\nTLC,2023r,\"1,234E\",628 e\nTLD,1,2,12kg\n", """
                        4 problems in data:
                         1. row 2, column 'a': '2023r' has a letter after the number; if it is a marker, write it in brackets: 2023 [r]
                         2. row 2, column 'b': '1,234E' has a letter after the number; if it is a marker, write it in brackets: 1,234 [e]
                         3. row 2, column 'c': '628 e' has a letter after the number; if it is a marker, write it in brackets: 628 [e]
                         4. row 3, column 'c': '12kg' is no number; expected a number, a blank, or a marker such as \
                        [c] suppressed, [x] not available, [z] not applicable or [low]; say others as missing markers in \
                        DataOptions"""),
                bad(
                        "marker against value",
                        "region,a\nTLC,12 [c]\n",
                        "data: row 2, column 'a': '12 [c]' has a value and a marker that says there is none; "
                                + "take one away"),
                bad("infinite", "region,a\nTLC,1e999\nTLD,-Infinity\n", """
                        2 problems in data:
                         1. row 2, column 'a': '1e999' is too large for a double; values must be finite
                         2. row 3, column 'a': '-Infinity' is infinite; values must be finite"""),
                bad(
                        "underflow",
                        "region,a\nTLC,1e-999\n",
                        "data: row 2, column 'a': '1e-999' is too small for a double and would become 0"),
                bad(
                        "brackets",
                        "region,a\nTLC,(12.3)\n",
                        "data: row 2, column 'a': '(12.3)' in brackets may be a negative number or a remark; "
                                + "write a minus"),
                bad(
                        "decimal comma",
                        "region;a\nTLC;12,5\nTLD;7,25\n",
                        "data: row 2, column 'a': '12,5' and 1 other cell of the column: the comma looks "
                                + "like a decimal mark; say decimal(',') in DataOptions"),
                bad(
                        "ambiguous thousands",
                        "region,a\nTLC,\"1,234\"\nTLD,5\n",
                        "data: row 2, column 'a': '1,234': the comma may part thousands or be a decimal "
                                + "comma, and no cell of the column shows which; say decimal(',') in DataOptions, or "
                                + "write the numbers without it"),
                bad(
                        "decimal point where comma is said",
                        DataOptions.builder().decimal(',').build(),
                        "region;a\nTLC;12.5\n",
                        "data: row 2, column 'a': '12.5': the point looks like a decimal mark; say decimal('.') in "
                                + "DataOptions"),
                bad(
                        "some percent",
                        "region,a\nTLC,25%\nTLD,30\n",
                        "data: row 2, column 'a': '25%' has a percent sign but '30' in row 3 has none; write "
                                + "it in all cells of the column, or in none"),
                bad(
                        "two currencies",
                        "region,a\nTLC,£5\nTLD,€6\n",
                        "data: row 3, column 'a': '€6' is in euros but '£5' in row 2 is in pounds; use one "
                                + "currency in a column"),
                bad(
                        "separator ambiguous",
                        "region;a,b\nTLC;1,2\n",
                        "data: row 1: the header 'region;a,b' has as many commas as semicolons; say the "
                                + "separator in DataOptions"),
                bad(
                        "unclosed quote",
                        "region,name,a\nTLC,\"North\nEast,1\nTLD,x,2\n",
                        "data: row 2: a quote is opened here and never closed"),
                bad(
                        "text after quote",
                        "region,name,a\nTLC,\"North\" East,1\n",
                        "data: row 2: text follows a closing quote; a quote inside a quoted cell must be " + "doubled"),
                bad(
                        "NUL",
                        "region,a\nTLC,1\nTLD,\0\n",
                        "data: row 3: has a NUL character, which is no text; UTF-16 needs a byte order mark"),
                bad("bad population", "region,population,a\nTLC,many,1\nTLD,-5,2\n", """
                        2 problems in data:
                         1. row 2, column 'population': 'many' is no number; expected a number, a blank, or a \
                        marker such as [c] suppressed, [x] not available, [z] not applicable or [low]; say others \
                        as missing markers in DataOptions
                         2. row 3, column 'population': '-5' is no population: it must be at least 0"""),
                bad("bad parent and alias", "region,parent,aliases,a\nTLC,U K,E1 &,1\n", """
                        2 problems in data:
                         1. row 2, column 'parent': code must be letters, digits and _ . : / - and start with a \
                        letter, a digit or _ but is 'U K'
                         2. row 2, column 'aliases': code must be letters, digits and _ . : / - and start with a \
                        letter, a digit or _ but is '&'"""),
                bad("circle", "region,parent,a\nTLC,TLD,1\nTLD,TLC,2\n", """
                        data: 2 problems in geography:
                         1. region 'TLC': contains itself: TLC < TLD < TLC
                         2. region 'TLD': contains itself: TLD < TLC < TLD"""),
                bad(
                        "wide period",
                        "region,period,a\nTLC,2024,1\n",
                        "data: row 1, column 'period': periods belong in long files, which have columns "
                                + "'metric' and 'value'; ignore the column in DataOptions if all rows are of one period"),
                bad(
                        "nameless column",
                        "region,a,\nTLC,1,x\n",
                        "data: row 2: 'x' stands in column 3, which has no name"),
                bad(
                        "unknown metric",
                        DataOptions.builder().addMetrics("gigabit", "b").build(),
                        "region,gigabits,b\nTLC,1,2\n",
                        "data: row 1: has no metric 'gigabit'; did you mean 'gigabits'?"),
                bad(
                        "no header line",
                        DataOptions.builder().skipUntilHeader("AREACD").build(),
                        "prose\nregion,a\nTLC,1\n",
                        "data: no line has the text 'AREACD', which the options name as part of the header"),
                bad(
                        "long duplicate",
                        "region,metric,value\nTLC,a,1\nTLD,a,2\nTLC,a,3\n",
                        "data: row 4: region 'TLC', metric 'a' has two rows: 2 and 4"),
                bad("region not in the geography", UK, "region,level,a\nTLX,,1\nTLC,LAD,2\nE12000001,,3\n", """
                        2 problems in data:
                         1. row 2, column 'region': region 'TLX' is not among the 12 regions of the geography; did you mean 'TLC'?
                         2. row 3, column 'region': region 'TLC' of level 'LAD' is not among the 12 regions of the geography; did you mean 'TLC'?"""),
                bad(
                        "the same region by two codes",
                        UK,
                        "region,a\nTLC,1\nE12000001,3\n",
                        "data: row 3: region 'TLC' has two rows: 2 and 3"),
                bad(
                        "long region not in the geography",
                        UK,
                        "region,metric,value\nTLC,a,1\nUK,a,2\n",
                        "data: row 3, column 'region': region 'UK' is not among the 12 regions of the geography"),
                bad(
                        "JSON region not in the geography",
                        UK,
                        "{\"format\":\"ldci-data\",\"version\":1,\"regions\":[{\"code\":\"TLX\"}],\"metrics\":[\"a\"],\"values\":[[1]]}",
                        "data: /regions/0: region 'TLX' is not among the 12 regions of the geography; did you mean 'TLC'?"),
                panel(
                        "panel of two populations in one period",
                        "region,population,metric,period,value\nTLC,5,a,2023,1\nTLC,6,a,2024,1\nTLC,7,b,2024,1\n",
                        "data: row 4: region 'TLC' is described otherwise than in another row of the period: its population"
                                + " is not the same"),
                panel(
                        "panel of two names",
                        "region,name,metric,period,value\nTLC,North,a,2023,1\nTLC,South,a,2024,1\n",
                        "data: row 3: region 'TLC' is described otherwise than in row 2"),
                panel(
                        "JSON populations",
                        "{\"format\":\"ldci-data\",\"version\":1,\"regions\":[{\"code\":\"A\"}],\"metrics\":[\"a\"],\"periods\":"
                                + "[{\"label\":\"2023\",\"start\":\"2023-01-01\",\"end\":\"2024-01-01\",\"populations\":[-1],"
                                + "\"values\":[[1]]}]}",
                        "data: /periods/0/populations/0: a population must be at least 0 but is -1"),
                panel(
                        "too many JSON populations",
                        "{\"format\":\"ldci-data\",\"version\":1,\"regions\":[{\"code\":\"A\"}],\"metrics\":[\"a\"],\"periods\":"
                                + "[{\"label\":\"2023\",\"start\":\"2023-01-01\",\"end\":\"2024-01-01\",\"populations\":[1,2],"
                                + "\"values\":[[1]]}]}",
                        "data: /periods/0/populations: has 2 values for 1 regions"),
                panel(
                        "panel duplicate",
                        "region,metric,period,value\nTLC,a,2024,1\nTLC,a,2024,3\n",
                        "data: row 3: region 'TLC', metric 'a', period '2024' has two rows: 2 and 3"),
                panel("bad period", "region,metric,period,value\nTLC,a,summer,1\nTLC,a,,3\n", """
                        2 problems in data:
                         1. row 2, column 'period': period 'summer' is none of 2024, 2023-24, 2013-2015, 2024-Q1, \
                        2024-07, 2024-07-01, 2013-04-17/P1Y
                         2. row 3, column 'period': has no period; give every row one, or delete the column"""),
                panel(
                        "no period column",
                        "region,metric,value\nTLC,a,1\n",
                        "data: row 1: has no column 'period', which a panel needs"),
                panel(
                        "same time twice",
                        "region,metric,period,value\nTLC,a,2023/24,1\nTLC,a,2023-24,1\n",
                        "data: periods '2023/24' and '2023-24' are the same time; write them alike"),
                bad(
                        "several periods",
                        "region,metric,period,value\nTLC,a,2023,1\nTLC,a,2024,1\n",
                        "data: has 2 periods (2023, 2024); read it as a panel, or say the period in " + "DataOptions"),
                bad(
                        "unknown period",
                        DataOptions.builder().period("2030").build(),
                        "region,metric,period,value\nTLC,a,2023,1\nTLC,a,2024,1\n",
                        "data: has no row of the period '2030'; the periods are 2023, 2024"),
                bad(
                        "unknown status",
                        "region,metric,value,status\nTLC,a,1,E\n",
                        "data: row 2, column 'status': status 'E' is none of u e p r f b low k i c x z, and "
                                + "no sentence; SDMX codes are not read here"),
                bad(
                        "status against value",
                        "region,metric,value,status\nTLC,a,1,c\n",
                        "data: row 2, column 'value': '1' with status 'c' has a value and a marker that says "
                                + "there is none; take one away"),
                bad(
                        "region in two ways",
                        "region,name,metric,value\nTLC,North,a,1\nTLC,South,b,1\n",
                        "data: row 3: region 'TLC' is described otherwise than in row 2"),
                bad(
                        "bad standard error",
                        "region,metric,value,standardError\nTLC,a,1,-2\n",
                        "data: row 2, column 'standardError': '-2' is no standard error: expected a number of "
                                + "at least 0 without signs or markers"),
                bad(
                        "nearly a column",
                        "region,metric,value,standardErorr\nTLC,a,1,2\n",
                        "data: row 1: column 'standardErorr' is unknown; did you mean 'standardError'? Rename "
                                + "it, or ignore it in DataOptions"),
                bad(
                        "bad metric in long",
                        "region,metric,value\nTLC,share (%),1\n",
                        "data: row 2, column 'metric': the code of a metric must be letters, digits and _ . : "
                                + "/ - and start with a letter, a digit or _ but is 'share (%)'"),
                bad("own parent", "region,parent,a\nTLC,TLC,1\n", "data: row 2: region 'TLC': is its own parent"),
                bad(
                        "not JSON",
                        "{\"format\":",
                        "data: line 1, column 11: is not JSON: Unexpected end-of-input within/between Object "
                                + "entries"),
                bad("JSON of another kind", "{\"format\":\"x\",\"version\":2}", """
                        5 problems in data:
                         1. /format: must be 'ldci-data' but is 'x'
                         2. /version: must be 1, the only version this library reads, but is 2
                         3. has no 'regions'
                         4. has no 'metrics'
                         5. has no 'values'"""),
                bad(
                        "JSON duplicate field",
                        "{\"format\":\"ldci-data\",\"format\":\"ldci-data\"}",
                        "data: line 1, column 31: is not JSON: Duplicate field 'format'"),
                bad(
                        "JSON shapes",
                        "{\"format\":\"ldci-data\",\"version\":1,\"regions\":[{\"code\":\"A\",\"nam\":\"x\"},{\"code\":\"A "
                                + "B\"},7],\"metrics\":[\"a\",\"a\",3],\"values\":[[1,\"x\"],[1e999],2],\"statuss\":[]}",
                        """
                        9 problems in data:
                         1. /regions/0: has an unknown field 'nam'; did you mean 'name'?
                         2. /regions/1/code: code must be letters, digits and _ . : / - and start with a letter, \
                        a digit or _ but is 'A B'
                         3. /regions/2: must be an object
                         4. /metrics/1: metric 'a' stands twice
                         5. /metrics/2: must be the code of a metric, a text
                         6. /values/0/1: must be a number, or null for missing
                         7. /values/1/0: '1e999' is too large for a double; values must be finite
                         8. /values/2: must be a list
                         9. has an unknown field 'statuss'; did you mean 'statuses'?"""),
                bad(
                        "JSON sizes",
                        "{\"format\":\"ldci-data\",\"version\":1,\"regions\":[{\"code\":\"A\"},{\"code\":\"B\"}],\"metrics\":[\"a"
                                + "\"],\"values\":[[1,2]],\"statuses\":[[0,5,\"REVISED\"],[0]]}",
                        "data: /statuses/1: must be [row, column, value] but is [0]"),
                bad(
                        "JSON cells",
                        "{\"format\":\"ldci-data\",\"version\":1,\"regions\":[{\"code\":\"A\"}],\"metrics\":[\"a\"],\"values\":["
                                + "[1]],\"statuses\":[[0,0,\"SUPRESSED\"]],\"standardErrors\":[[0,0,-1]],\"notes\":[[0,0,3]]}",
                        """
                        3 problems in data:
                         1. /statuses/0: unknown status "SUPRESSED"; did you mean 'SUPPRESSED'?
                         2. /standardErrors/0: a standard error must be finite and at least 0 but is -1
                         3. /notes/0: a note must be a text but is 3"""),
                bad(
                        "JSON panel as dataset",
                        "{\"format\":\"ldci-data\",\"version\":1,\"regions\":[{\"code\":\"A\"}],\"metrics\":[\"a\"],\"periods\":"
                                + "[]}",
                        "data: /periods: makes this a panel; read it as one"),
                panel(
                        "JSON dataset as panel",
                        "{\"format\":\"ldci-data\",\"version\":1,\"regions\":[{\"code\":\"A\"}],\"metrics\":[\"a\"],\"values\":["
                                + "[1]]}",
                        "data: has no 'periods', so it is no panel"),
                bad(
                        "JSON duplicate region",
                        "{\"format\":\"ldci-data\",\"version\":1,\"regions\":[{\"code\":\"A\"},{\"code\":\"A\"}],\"metrics\":[\"a"
                                + "\"],\"values\":[[1],[2]]}",
                        "data: region 'A': has two rows"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void saysWhatIsWrong(String name, Runnable reading, String message) {
        FormatException e = catchThrowableOfType(FormatException.class, reading::run);
        assertThat(e).isNotNull().hasMessage(message);
    }

    @Test
    void showsTheFirstHundredProblemsAndCountsTheRest() {
        String text = "region,a\n" + "TLC,1\n".repeat(151);
        FormatException e = catchThrowableOfType(FormatException.class, () -> Datasets.parse(text));
        assertThat(e.problems()).hasSize(150);
        assertThat(e.getMessage().lines()).hasSize(102);
        assertThat(e)
                .hasMessageStartingWith("150 problems in data:\n 1. row 3: region 'TLC' has two rows: 2 and 3")
                .hasMessageEndingWith("100. row 102: region 'TLC' has two rows: 2 and 102\n ... and 50 more");
    }

    @Test
    void endsAfterTenThousandProblems() {
        String text = "region,a\n" + "TLC,1\n".repeat(20_000);
        FormatException e = catchThrowableOfType(FormatException.class, () -> Datasets.parse(text));
        assertThat(e.problems()).hasSize(10_001);
        assertThat(e.problems().get(10_000).message()).isEqualTo("reading ended here, after 10000 problems");
    }

    @Test
    void refusesAHundredThousandColumns() {
        String text = "region" + ",a".repeat(99_999) + "\nTLC\n";
        FormatException e = catchThrowableOfType(FormatException.class, () -> Datasets.parse(text));
        assertThat(e).hasMessage("data: row 1: has 100000 columns but the limit is 10000");
    }

    @Test
    void refusesAxesThatAreFarLargerThanTheFile() {
        StringBuilder text = new StringBuilder("region,metric,value\n");
        for (int i = 0; i < 5_000; i++) {
            text.append('R').append(i).append(",m").append(i).append(",1\n");
        }
        FormatException e = catchThrowableOfType(FormatException.class, () -> Datasets.parse(text.toString()));
        assertThat(e)
                .hasMessage("data: 5000 regions x 5000 metrics x 1 periods are 25000000 cells, of which the file has "
                        + "5000; keep some of the metrics or one period by DataOptions");
    }

    @Test
    void theSameCodeMayStandAtTwoLevels() {
        assertThat(Datasets.parse("region,level,a\nE47,CA,1\nE47,ITL2,2\n").regions())
                .hasSize(2);
    }
}
