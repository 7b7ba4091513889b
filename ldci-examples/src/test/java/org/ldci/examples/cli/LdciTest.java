package org.ldci.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.ldci.engine.CompositeIndex;
import org.ldci.examples.Child;
import org.ldci.examples.data.UkRegions;
import org.ldci.io.Definitions;
import org.ldci.io.Results;
import org.ldci.io.Studies;
import picocli.CommandLine.Model.CommandSpec;

/** The command line as somebody meets it who uses it for the first time. */
@SuppressWarnings("StringConcatToTextBlock") // messages are long lines; one literal a piece of a line reads better
class LdciTest {
    private static final String DEFINITION = """
            format: ldci-definition
            version: 1
            index:
              code: mine
              name: My index
              components:
                - code: infrastructure
                  metrics:
                    - {code: gigabit, unit: "% of premises"}
                    - {code: below30, unit: "% of premises", direction: negative}
                - code: skills
                  metrics: [{code: l3quals}]
            method:
              normalise: {method: minMax, lower: 0, upper: 100}
            """;

    private static final String DATA = """
            region,name,gigabit,below30,l3quals
            A,Aberwen,90,2,60
            B,Brill,95,1,[x]
            C,Cote,80,4,70
            """;

    /** min-max by hand: gigabit 66.67, 100, 0; below30 66.67, 100, 0; l3quals 0, missing, 100; plain means. */
    private static final String TABLE = """
            My index: 3 regions
            code  region   rank   index  infrastructure  skills
            B     Brill       1  100.00           100.0       -
            C     Cote        2   50.00             0.0   100.0
            A     Aberwen     3   33.33            66.7     0.0
            """;

    private static final String NOTE =
            "note: region 'B' has 2 of 3 metrics; weights were rescaled over what is present in mine\n";

    @TempDir
    private Path folder;

    private record Outcome(int code, String out, String err) {}

    @BeforeEach
    void files() throws IOException {
        file("mine.yaml", DEFINITION);
        file("mine.csv", DATA);
        file("misspelt.yaml", DEFINITION.replace("direction", "directoin").replace("minMax", "minmax"));
        file("twice.yaml", DEFINITION.replace("code: skills", "code: infrastructure"));
        file("broken.json", "{");
        file("empty.csv", "");
        file("short.csv", "region,gigabit,below30\nA,90,2\nB,80,3\n");
        file("constant.csv", "region,gigabit,below30,l3quals\nA,90,2,60\nB,90,3,60\n");
        file("words.csv", DATA.replace("90,2,", "90,two,").replace("80,4,", "80,none,"));
        file("twice.csv", DATA + "A,Aberwen,90,2,60\n");
        file("coded.csv", DATA.replace("region", "lsoa"));
        file("comma.csv", "region;gigabit;below30;l3quals\nA;90,5;2;60\nB;80;3;70\n");
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** Runs a line as it would be typed; names of files get the folder in front. */
    private Outcome run(String line) {
        String[] arguments = line.isEmpty()
                ? new String[0]
                : Arrays.stream(line.split(" +", -1))
                        .map(word -> word.matches("[\\w/]+\\.\\w+")
                                ? folder.resolve(word).toString()
                                : word)
                        .toArray(String[]::new);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Ldci.run(out, err, arguments);
        return new Outcome(code, clean(out), clean(err));
    }

    private static Outcome wrongUsage(String command, String message) {
        return new Outcome(2, "", message + "\nTry 'java -jar ldci.jar " + command + " --help'.\n");
    }

    private String clean(ByteArrayOutputStream bytes) {
        return bytes.toString(UTF_8).replace(folder + File.separator, "");
    }

    private record Mistake(String what, String line, int code, String err) {}

    @TestFactory
    Stream<DynamicTest> a_mistake_is_answered_with_what_is_wrong() {
        String score = "score --definition mine.yaml --data ";
        return Stream.of(
                        new Mistake(
                                "a command misspelt",
                                "scroe",
                                2,
                                "Unmatched argument at index 0: 'scroe'; did you mean score or schema?\n"
                                        + "Try 'java -jar ldci.jar --help'.\n"),
                        new Mistake(
                                "no files named",
                                "score",
                                2,
                                "Missing required options: '--definition=FILE', '--data=FILE'\n"
                                        + "Try 'java -jar ldci.jar score --help'.\n"),
                        new Mistake(
                                "an option misspelt",
                                score + "mine.csv --formt csv",
                                2,
                                "Unknown options: '--formt', 'csv'; did you mean --format or --force?\n"
                                        + "Try 'java -jar ldci.jar score --help'.\n"),
                        new Mistake(
                                "an unknown format",
                                score + "mine.csv --format xls",
                                2,
                                "Invalid value for option '--format': 'xls' is no format; the formats are table, csv,"
                                        + " json and markdown\n"
                                        + "Try 'java -jar ldci.jar score --help'.\n"),
                        new Mistake(
                                "an option without its value",
                                "score --definition mine.yaml --data",
                                2,
                                "Missing required parameter for option '--data' (FILE)\n"
                                        + "Try 'java -jar ldci.jar score --help'.\n"),
                        new Mistake(
                                "an unknown encoding",
                                score + "mine.csv --charset klingon",
                                2,
                                "Invalid value for option '--charset': 'klingon' is no encoding that Java knows; such are"
                                        + " UTF-8, windows-1252 and UTF-16\n"
                                        + "Try 'java -jar ldci.jar score --help'.\n"),
                        new Mistake(
                                "an impossible decimal mark",
                                score + "mine.csv --decimal ;",
                                2,
                                "the decimal mark must be '.' or ',' but is ';'\n"
                                        + "Try 'java -jar ldci.jar score --help'.\n"),
                        new Mistake(
                                "a schema that is not there",
                                "schema data",
                                2,
                                "Invalid value for positional parameter at index 0 (KIND): 'data' has no schema;"
                                        + " definition and study have one\n"
                                        + "Try 'java -jar ldci.jar schema --help'.\n"),
                        new Mistake(
                                "no region named",
                                "explain",
                                2,
                                "Missing required parameter: 'REGION'\nTry 'java -jar ldci.jar explain --help'.\n"),
                        new Mistake(
                                "two regions named",
                                "explain TLG TLI",
                                2,
                                "Unmatched argument at index 2: 'TLI'\nTry 'java -jar ldci.jar explain --help'.\n"),
                        new Mistake(
                                "a region that is not there",
                                "explain XX",
                                1,
                                "unknown region 'XX'; the regions are TLC, TLD, TLE, TLF, TLG, TLH, TLI, TLJ, TLK,"
                                        + " TLL, TLM, TLN\n"),
                        new Mistake(
                                "a part of several names",
                                "explain North",
                                1,
                                "'North' is a part of more than one name: North East (TLC), North West (TLD), Northern"
                                        + " Ireland (TLN)\n"),
                        new Mistake(
                                "a definition that is not there",
                                "score --definition nofile.json --data mine.csv",
                                1,
                                "there is no file nofile.json\n"),
                        new Mistake(
                                "data that are not there", score + "nofile.csv", 1, "there is no file nofile.csv\n"),
                        new Mistake(
                                "fields and methods misspelt",
                                "validate --definition misspelt.yaml",
                                1,
                                "2 problems in definition misspelt.yaml:\n"
                                        + " 1. /index/components/0/metrics/1/directoin: unknown field 'directoin'; did"
                                        + " you mean 'direction'?\n"
                                        + " 2. /method/normalise/method: unknown method 'minmax'; did you mean"
                                        + " 'minMax'?\n"),
                        new Mistake(
                                "a code used twice",
                                "validate --definition twice.yaml",
                                1,
                                "definition twice.yaml: /index/components/1/code: component 'infrastructure': the code is"
                                        + " used twice in 'mine'; a code (capitals and small letters alike) belongs to"
                                        + " one node\n"),
                        new Mistake("an empty file", score + "empty.csv", 1, "empty.csv: is empty\n"),
                        new Mistake(
                                "a column that is missing",
                                score + "short.csv",
                                1,
                                "short.csv: row 1: has no metric 'l3quals'\n"),
                        new Mistake(
                                "a file that is there already",
                                score + "mine.csv --out mine.csv",
                                1,
                                "mine.csv exists already; give --force to replace it\n"),
                        new Mistake(
                                "a folder that is not there",
                                score + "mine.csv --out nofolder/x.csv",
                                1,
                                "cannot write nofolder/x.csv: there is no folder " + folder.resolve("nofolder") + "\n"))
                .map(mistake -> DynamicTest.dynamicTest(mistake.what(), () -> {
                    Outcome outcome = run(mistake.line());
                    assertThat(outcome.err()).isEqualTo(mistake.err().replace(folder + File.separator, ""));
                    assertThat(outcome.code()).isEqualTo(mistake.code());
                    assertThat(outcome.out()).isEmpty();
                }));
    }

    /** The words are the reader's; here it counts that all problems come at once, with their place and without Java. */
    @Test
    void every_problem_of_a_data_file_is_told_with_row_and_column() {
        Outcome outcome = run("score --definition mine.yaml --data words.csv");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .startsWith("2 problems in words.csv:\n")
                .contains("row 2, column 'below30': 'two' is no number")
                .contains("row 4, column 'below30': 'none' is no number")
                .contains("--ignore-column NAME")
                .doesNotContain("DataOptions");
        assertThat(run("score --definition mine.yaml --data twice.csv").err())
                .contains("region 'A' has two rows: 2 and 5");
        assertThat(run("score --definition mine.yaml --data constant.csv").err())
                .contains("gigabit")
                .contains("l3quals");
    }

    @Test
    void other_names_and_notations_are_told_by_options() {
        String line = "score --definition mine.yaml --data coded.csv";
        assertThat(run(line).err()).contains("has no column 'region'").contains("--region-column NAME");
        assertThat(run(line + " --region-column lsoa").out()).isEqualTo(TABLE);
        String comma = "score --definition mine.yaml --data comma.csv";
        assertThat(run(comma).err()).contains("--decimal ,");
        assertThat(run(comma + " --decimal ,").code()).isZero();
    }

    @Test
    void columns_that_the_definition_does_not_name_may_hold_anything() throws IOException {
        file(
                "remarks.csv",
                DATA.replace("l3quals", "l3quals,remark")
                        .replace("2,60", "2,60,sunny; by the sea")
                        .replace("[x]", "[x],")
                        .replace("4,70", "4,70,"));
        String files = " --definition mine.yaml --data remarks.csv";
        String left = "note: left out what the definition does not name: remark\n";
        assertThat(run("score" + files)).isEqualTo(new Outcome(0, TABLE, left + NOTE));
        assertThat(run("validate" + files).err()).isEqualTo(left + NOTE);
        assertThat(run("explain B" + files).code()).isZero();
        file("tolerant.yaml", DEFINITION + "  missing: {method: renormalise, absentMetrics: notMeasured}\n");
        assertThat(run("score --definition tolerant.yaml --data remarks.csv"))
                .isEqualTo(new Outcome(0, TABLE, left + NOTE));
        assertThat(run("score --definition mine.yaml --data remarks.csv --ignore-column remark")
                        .err())
                .isEqualTo(NOTE);
    }

    @Test
    void what_is_read_is_never_written_over() {
        Outcome outcome = run("score --definition mine.yaml --data mine.csv --out mine.csv --force");
        assertThat(outcome).isEqualTo(new Outcome(1, "", "--out is the file that is read, mine.csv; name another\n"));
        assertThat(folder.resolve("mine.csv")).hasContent(DATA);
    }

    @Test
    void files_of_other_encodings_and_periods_are_read_by_options() throws IOException {
        Files.write(
                folder.resolve("latin.csv"),
                DATA.replace("Aberwen", "Aberw\u00e9n").getBytes(Charset.forName("windows-1252")));
        String latin = "score --definition mine.yaml --data latin.csv";
        assertThat(run(latin).err()).contains("give --charset, such as windows-1252");
        assertThat(run(latin + " --charset windows-1252").out()).contains("Aberw\u00e9n");
        StringBuilder periods = new StringBuilder("region,metric,period,value\n");
        for (String metric : List.of("gigabit", "below30", "l3quals")) {
            periods.append("A,")
                    .append(metric)
                    .append(",2022,1\nB,")
                    .append(metric)
                    .append(",2022,2\n");
            periods.append("A,")
                    .append(metric)
                    .append(",2023,4\nB,")
                    .append(metric)
                    .append(",2023,3\n");
        }
        file("years.csv", periods.toString());
        String years = "score --format csv --definition mine.yaml --data years.csv";
        assertThat(run(years).err()).contains("give --period").doesNotContain("DataOptions");
        assertThat(run(years + " --period 2023").code()).isZero();
    }

    /** C has no value in 2023 but in 2021 one half way; A and B are the ends of every scale. */
    @Test
    void values_of_other_years_fill_gaps_if_the_definition_says_so() throws IOException {
        file("carried.yaml", DEFINITION + "  imputeOverTime: carryForward\n");
        StringBuilder rows = new StringBuilder("region,metric,period,value\n");
        for (String metric : List.of("gigabit", "below30", "l3quals")) {
            rows.append("A,")
                    .append(metric)
                    .append(",2023,0\nB,")
                    .append(metric)
                    .append(",2023,10\nC,");
            rows.append(metric).append(",2021,5\nC,").append(metric).append(",2023,[x]\n");
        }
        file("years.csv", rows.toString());
        String line = "score --format csv --data years.csv --period 2023 --definition ";

        assertThat(run(line + "mine.yaml").out()).contains("C,,,,");
        assertThat(run(line + "carried.yaml").out()).contains("C,C,2,50.0,");
        assertThat(run(line.replace("2023", "2022") + "carried.yaml").err())
                .isEqualTo("years.csv: has no row of the period '2022'; the periods are 2021, 2023\n");
    }

    @Test
    void advice_is_given_in_options() throws IOException {
        file("empty_metric.csv", "region,gigabit,below30,l3quals\nA,90,2,\nB,80,3,\n");
        file("mixed.csv", "region,gigabit,below30,l3quals\nA,\"1,234\",2,1\nB,5,3,2\n");
        for (String file : List.of("empty_metric.csv", "mixed.csv", "words.csv", "coded.csv", "comma.csv")) {
            String err = run("score --definition mine.yaml --data " + file).err();
            assertThat(err).isNotEmpty().doesNotContain("DataOptions").doesNotContain("let absent");
        }
    }

    @Test
    void explain_needs_both_files_or_none() {
        assertThat(run("explain A --definition mine.yaml").code()).isEqualTo(2);
        assertThat(run("explain A --definition mine.yaml").err()).startsWith("--definition needs --data: ");
        assertThat(run("explain A --data mine.csv").err()).startsWith("--data needs --definition: ");
    }

    @Test
    void methods_lists_what_a_definition_can_name() {
        String out = run("methods").out();
        assertThat(out)
                .contains("normalise\n  minMax (lower=0.0, upper=100.0)\n")
                .contains("\naggregate\n  arithmeticMean\n")
                .contains("\nimputeOverTime\n  none\n  carryForward (most=0)\n")
                .contains("\nweights\n  given\n");
    }

    @Test
    void a_bad_definition_does_not_hide_bad_data() {
        for (String command : List.of("validate", "score", "explain A")) {
            Outcome outcome = run(command + " --definition broken.json --data words.csv");
            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err()).contains("definition broken.json: ").contains("2 problems in words.csv:");
        }
    }

    /** Nothing of mine.yaml but its weights varies: skills against infrastructure decides between B and C. */
    private static final String STUDY = """
            format: ldci-study
            version: 1
            factors:
              - {code: weights, vary: weights, distribution: {method: band, relative: 0.5}, levels: [0]}
              - code: mean
                vary: choice
                alternatives:
                  - {label: arithmetic}
                  - {label: quadratic, aggregate: {method: powerMean, exponent: 2}, level: 0}
            replicates: 3000
            """;

    @Test
    void robustness_runs_a_study_and_writes_three_formats() throws IOException {
        file("study.yaml", STUDY);
        String line = "robustness --definition mine.yaml --data mine.csv --study study.yaml";
        Outcome table = run(line);
        assertThat(table.code()).isZero();
        assertThat(table.err()).isEqualTo(NOTE);
        assertThat(table.out())
                .startsWith("My index: 3000 replicates, 90 % intervals\n")
                .contains("B     Brill       1       1     1   1  100.0 %  100.00      100.00\n")
                .contains("arithmetic")
                .contains("quadratic");
        assertThat(run(line + " --threads 2 --progress").out()).isEqualTo(table.out());
        assertThat(run(line + " --threads 2 --progress").err()).contains("100 %, 3000 replicates, 0 s left");
        assertThat(run(line + " --format csv").out())
                .startsWith("region,name,nominalRank,")
                .contains("\nB,Brill,1,");
        assertThat(run(line + " --out ranks.json").out()).isEmpty();
        assertThat(Files.readString(folder.resolve("ranks.json"))).contains("\"format\": \"ldci-robustness\"");
        assertThat(run(line + " --out ranks.json").err())
                .isEqualTo("ranks.json exists already; give --force to replace it\n");
        assertThat(run(line + " --replicates 10 --seed 7").out()).startsWith("My index: 10 replicates");
    }

    @Test
    void a_definition_can_carry_the_study_that_robustness_runs() throws IOException {
        file("both.yaml", Files.readString(folder.resolve("mine.yaml")) + """
                study:
                  factors:
                    - {code: weights, vary: weights, distribution: {method: band, relative: 0.5}}
                  replicates: 123
                """);
        assertThat(run("robustness --definition both.yaml --data mine.csv").out())
                .startsWith("My index: 123 replicates");
        assertThat(run("score --definition both.yaml --data mine.csv").out()).isEqualTo(TABLE);
        file("study.yaml", STUDY);
        assertThat(run("robustness --definition both.yaml --data mine.csv --study study.yaml")
                        .out())
                .startsWith("My index: 3000 replicates");
    }

    @Test
    void sensitivity_says_which_factor_moves_ranks() throws IOException {
        file("study.yaml", STUDY);
        String line = "sensitivity --definition mine.yaml --data mine.csv --study study.yaml --replicates 500";
        assertThat(run(line).err()).isEqualTo(NOTE);
        assertThat(run(line + " --score-of A").out())
                .startsWith("mean absolute rank shift: 500 rows")
                .contains("\nscore of A: 500 rows, variance ");
        assertThat(run(line + " --rank-of A --format csv").out())
                .startsWith("target,factor,firstOrder,")
                .contains("\nrank of A,weights,");
        assertThat(run(line + " --format json").out()).contains("\"kind\": \"sobol\"");
        assertThat(run(line + " --method morris --progress").out()).startsWith("Elementary effects on mean absolute");
        assertThat(run(line + " --method morris --progress").err()).contains("100 %, 1500 replicates, 0 s left");
        assertThat(run(line + " --method shapley").out())
                .startsWith("Shapley effects on mean absolute rank shift: 500");
        assertThat(run(line + " --group all=weights,mean").out()).contains("\nall ");
        assertThat(run(line + " --group all=weights,median").err())
                .isEqualTo("sensitivity: group 'all': the study has no factor 'median'; did you mean 'mean'?\n");
        assertThat(run(line + " --group all"))
                .isEqualTo(wrongUsage(
                        "sensitivity",
                        "--group: expected a name and factors, as in methods=scale,mean, but got 'all'"));
        String shapley = line + " --method shapley --correlate weights,mean=";
        assertThat(run(shapley + "much"))
                .isEqualTo(wrongUsage(
                        "sensitivity",
                        "--correlate: expected two factors and a number, as in scale,mean=0.5, but got"
                                + " 'weights,mean=much'"));
        assertThat(run(shapley + "2").code()).isEqualTo(2);
        assertThat(run(line + " --correlate weights,mean=0.5"))
                .isEqualTo(wrongUsage("sensitivity", "--correlate goes with --method shapley"));
        assertThat(run(line + " --method best"))
                .isEqualTo(
                        wrongUsage("sensitivity", "'best' is no method here; the methods are sobol, shapley, morris"));
        assertThat(run("robustness --study none.yaml").err()).isEqualTo("there is no file none.yaml\n");
        Outcome ended = run("sensitivity --replicates 200000 --seconds 0");
        assertThat(ended.out()).contains("ended early, after ", "aggregator at level 0");
        assertThat(ended.err()).isEqualTo(Typed.UK_NOTES);
        ended = run("sensitivity --replicates 200000 --seconds 0 --format csv");
        assertThat(ended.out()).doesNotContain("ended early");
        assertThat(ended.err())
                .startsWith(Typed.UK_NOTES + "note: ended early, after ")
                .endsWith(" of 200000 replicates\n");
    }

    @Test
    void robustness_runs_on_the_bundled_data_and_can_be_ended() {
        assertThat(run("robustness --replicates 2000").out())
                .startsWith("Local Digital Capital Index: 2000 replicates, 90 % intervals\n")
                .contains("TLI   London");
        assertThat(run("robustness --seconds -1"))
                .isEqualTo(wrongUsage("robustness", "expected at least 0 seconds but got -1"));
        assertThat(run("robustness --replicates 1e6"))
                .isEqualTo(wrongUsage(
                        "robustness",
                        "Invalid value for option '--replicates': expected a whole number but got '1e6'"));
        assertThat(run("robustness --seconds abc"))
                .isEqualTo(wrongUsage(
                        "robustness", "Invalid value for option '--seconds': expected a whole number but got 'abc'"));
        assertThat(run("robustness --threads 0"))
                .isEqualTo(wrongUsage("robustness", "expected at least 1 thread but got 0"));
        assertThat(run("robustness --replicates 0"))
                .isEqualTo(wrongUsage("robustness", "study: expected from 1 to 2147483647 replicates but got 0"));
        Outcome ended = run("robustness --replicates 2000000000 --seconds 0");
        assertThat(ended.out()).contains("(partial)");
        assertThat(ended.err())
                .startsWith(Typed.UK_NOTES + "note: ended early, after ")
                .endsWith(" of 2000000000 replicates\n");
    }

    @Test
    void the_bar_knows_of_the_seconds_and_ends_its_line_before_a_note() {
        Outcome ended = run("robustness --replicates 2000000000 --seconds 1 --progress --format csv");
        String bars = ended.err().substring(0, ended.err().indexOf('\n'));
        assertThat(bars).startsWith("\r[").endsWith("left").doesNotContain("note");
        assertThat(bars.substring(1).split("\r", -1)).allMatch(bar -> bar.matches(".* replicates, [01] s left *"));
        assertThat(ended.err().substring(bars.length() + 1))
                .startsWith(Typed.UK_NOTES + "note: ended early, after ")
                .doesNotContain("\r");
    }

    @Test
    void a_line_that_is_written_over_leaves_nothing_of_a_longer_one() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(OutputStream.nullOutputStream(), err, true);
        terminal.rewrite("10 s left");
        terminal.rewrite("9 s left");
        terminal.note("note");
        terminal.endLine();
        assertThat(err.toString(UTF_8)).isEqualTo("\r10 s left\r9 s left \nnote\n");
    }

    @Test
    void score_prints_the_table_and_notes_apart() {
        assertThat(run("score --definition mine.yaml --data mine.csv")).isEqualTo(new Outcome(0, TABLE, NOTE));
    }

    @Test
    void score_knows_four_formats() {
        String line = "score --definition mine.yaml --data mine.csv --format ";
        assertThat(run(line + "table").out()).isEqualTo(TABLE);
        assertThat(run(line + "csv").out())
                .startsWith("region,name,rank,index,infrastructure,gigabit,below30,skills,l3quals\n"
                        + "B,Brill,1,100.0,100.0,100.0,100.0,,\nC,Cote,2,50.0,0.0,0.0,0.0,100.0,100.0\n");
        assertThat(run(line + "json").out()).startsWith("{\"format\":\"ldci-result\",");
        assertThat(run(line + "markdown").out()).contains("| B | Brill | 1 | 100.00 | 100.0 | - |\n");
    }

    @Test
    void the_name_of_the_file_decides_the_format_unless_told_otherwise() throws IOException {
        String line = "score --definition mine.yaml --data mine.csv --out ";
        assertThat(run(line + "result.csv")).isEqualTo(new Outcome(0, "", NOTE));
        assertThat(Files.readString(folder.resolve("result.csv"))).startsWith("region,name,rank,index,");
        assertThat(run(line + "result.txt").code()).isZero();
        assertThat(Files.readString(folder.resolve("result.txt"))).isEqualTo(TABLE);
        assertThat(run(line + "result.xlsx"))
                .isEqualTo(wrongUsage(
                        "score",
                        "'result.xlsx' ends in none of .txt, .csv, .json and .md; rename it, or give --format"));
        assertThat(folder.resolve("result.xlsx")).doesNotExist();
        assertThat(run(line + "result.csv --format json --force").code()).isZero();
        assertThat(Files.readString(folder.resolve("result.csv"))).startsWith("{\"format\"");
    }

    @Test
    void validate_says_what_it_found() {
        assertThat(run("validate --definition mine.yaml --data mine.csv"))
                .isEqualTo(new Outcome(
                        0,
                        "definition 'mine' is valid: 2 components, 3 metrics\n"
                                + "data: 3 regions, 3 metrics, 1 missing value\n"
                                + "the data can be scored\n",
                        NOTE));
    }

    @Test
    void explain_finds_a_region_by_code_alias_or_part_of_its_name() {
        String west = run("explain TLG").out();
        assertThat(west)
                .startsWith("West Midlands: Local Digital Capital Index ")
                .contains("held back by:");
        assertThat(run("explain E12000005").out()).isEqualTo(west);
        assertThat(run("explain midlands").code()).isEqualTo(1);
        assertThat(run("explain yorkshire").out()).startsWith("Yorkshire and The Humber: ");
        assertThat(run("explain bril --definition mine.yaml --data mine.csv").out())
                .startsWith("Brill: My index 100.00");
    }

    @Test
    void demo_scores_and_explains_the_bundled_data() {
        var result = CompositeIndex.of(UkRegions.definition()).score(UkRegions.dataset());
        Outcome outcome = run("demo");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .isEqualTo(Results.toText(result) + "\n" + result.explain("TLG").text());
        assertThat(outcome.err().lines())
                .allMatch(line -> line.startsWith("note: "))
                .hasSizeBetween(1, 10);
    }

    @Test
    void a_template_filled_in_can_be_scored() throws IOException {
        Outcome outcome = run("template --definition mine.yaml");
        List<String> lines = outcome.out().lines().toList();
        assertThat(lines).hasSize(13);
        StringBuilder filled = new StringBuilder(lines.get(0)).append('\n');
        for (int i = 1; i < lines.size(); i++) {
            filled.append(lines.get(i).replaceFirst(",,,$", "," + i + "," + i * i + "," + (20 - i)))
                    .append('\n');
        }
        file("filled.csv", filled.toString());
        assertThat(run("score --definition mine.yaml --data filled.csv")).satisfies(scored -> {
            assertThat(scored.err()).isEmpty();
            assertThat(scored.out().lines()).hasSize(14);
        });
        assertThat(run("template").out().lines().findFirst().orElseThrow().split(",", -1))
                .hasSizeGreaterThanOrEqualTo(48);
    }

    @Test
    void the_schemas_are_those_of_the_library() {
        assertThat(run("schema")).isEqualTo(new Outcome(0, Definitions.schema(), ""));
        assertThat(run("schema definition")).isEqualTo(run("schema"));
        assertThat(run("schema study")).isEqualTo(new Outcome(0, Studies.schema(), ""));
    }

    @TestFactory
    Stream<DynamicTest> help_teaches() {
        return Stream.of(
                        "",
                        "demo",
                        "score",
                        "explain",
                        "robustness",
                        "sensitivity",
                        "statements",
                        "scenarios",
                        "leave-out",
                        "validate",
                        "template",
                        "schema",
                        "methods")
                .map(command -> DynamicTest.dynamicTest("help of '" + command + "'", () -> {
                    // where the parser warns of texts that it cannot format
                    PrintStream err = System.err;
                    ByteArrayOutputStream warnings = new ByteArrayOutputStream();
                    Outcome outcome;
                    try {
                        System.setErr(new PrintStream(warnings, true, UTF_8));
                        outcome = run((command + " --help").strip());
                    } finally {
                        System.setErr(err);
                    }
                    assertThat(warnings.toString(UTF_8)).isEmpty();
                    assertThat(outcome.code()).isZero();
                    assertThat(outcome.err()).isEmpty();
                    assertThat(outcome.out())
                            .startsWith(("Usage: java -jar ldci.jar " + command).strip())
                            .contains("java -jar ldci.jar")
                            .doesNotContain("\u001B", "%%");
                    assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 110);
                }));
    }

    @Test
    void no_line_of_a_help_is_so_long_that_it_wraps_twice() {
        Terminal terminal = new Terminal(OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), false);
        Ldci.commands().forEach((name, command) -> {
            var usage = CommandSpec.forAnnotatedObject(command.apply(terminal)).usageMessage();
            assertThat(Stream.of(usage.description(), usage.footer()).flatMap(Stream::of))
                    .as(name)
                    .isNotEmpty()
                    .allMatch(line -> line.length() <= 95);
        });
    }

    @Test
    void the_help_explains_the_tables_and_the_study() {
        assertThat(run("leave-out --help").out()).contains("The columns >1 >2 >3 >5 >10 count the regions that move");
        assertThat(run("sensitivity --help").out()).contains("'unsettled by' is", "(N/4)");
        for (String command : List.of("robustness", "scenarios")) {
            assertThat(run(command + " --help").out().replaceAll("\\s+", " "))
                    .contains("{label: as it is}", "without further fields leaves the index as it is")
                    .contains(
                            "The same fields can stand under 'study:' in a definition, then without format and version.");
        }
    }

    @Test
    void nothing_asked_shows_the_help_and_version_the_version() {
        assertThat(run("").out()).isEqualTo(run("--help").out());
        assertThat(run("--version")).isEqualTo(new Outcome(0, "ldci 0.1.0\n", ""));
    }

    @Test
    void a_closed_pipe_is_no_problem_and_a_full_disk_is_one() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(Ldci.run(failing("Broken pipe"), err, "schema")).isZero();
        assertThat(err.toString(UTF_8)).isEmpty();
        assertThat(Ldci.run(failing("No space left on device"), err, "schema")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).isEqualTo("cannot write the output: No space left on device\n");
    }

    private static OutputStream failing(String why) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(why);
            }
        };
    }

    @Test
    void as_a_process_it_writes_utf8_whatever_the_locale_and_returns_its_exit_code() throws Exception {
        file("cymru.csv", DATA.replace("Aberwen", "Ynys Môn"));
        Child.Outcome outcome = Child.run(
                "",
                List.of(
                        Child.tool("java"),
                        "-Dfile.encoding=US-ASCII",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Ldci.class.getName(),
                        "score",
                        "--definition",
                        folder.resolve("mine.yaml").toString(),
                        "--data",
                        folder.resolve("cymru.csv").toString()));
        assertThat(outcome.err()).isEqualTo(NOTE);
        assertThat(outcome.out()).contains("Ynys Môn");
        assertThat(outcome.code()).isZero();
        Child.Outcome wrong = Child.run(
                "",
                List.of(
                        Child.tool("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Ldci.class.getName(),
                        "explain",
                        "nowhere"));
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.out()).isEmpty();
    }
}
