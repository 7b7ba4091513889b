package org.ldci.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ldci.engine.CompositeIndex;
import org.ldci.engine.IndexResult;
import org.ldci.examples.data.UkRegions;
import org.ldci.io.StabilityResults;
import org.ldci.robustness.WeightSpace;
import org.ldci.robustness.WeightStatements;

class StatementsCommandTest {
    private static final String DEFINITION = """
            format: ldci-definition
            version: 1
            index:
              code: mine
              name: My index
              components:
                - code: infrastructure
                  metrics: [{code: gigabit}, {code: mobile}]
                - code: skills
                  metrics: [{code: l3quals}]
            method:
              normalise: {method: minMax, lower: 0, upper: 100}
              aggregate: arithmeticMean
            """;

    private static final String DATA = """
            region,name,gigabit,mobile,l3quals
            A,Aberwen,90,2,60
            B,=Brill,95,4,[x]
            C,Cote,80,1,70
            """;

    private static final String NOTE =
            "note: region 'B' has 2 of 3 metrics; weights were rescaled over what is present in mine\n";

    private static final IndexResult UK =
            CompositeIndex.of(UkRegions.definition()).score(UkRegions.dataset());
    private static final WeightStatements ALL = WeightStatements.of(UK);

    @TempDir
    private Path folder;

    private Typed typed = new Typed(Path.of(""));

    @BeforeEach
    void files() {
        typed = new Typed(folder);
        typed.file("mine.yaml", DEFINITION);
        typed.file("mine.csv", DATA);
    }

    private String out(String line) {
        Typed.Outcome outcome = typed.run(line);
        assertThat(outcome.err())
                .isEqualTo(line.contains("--help") ? "" : line.contains("--definition") ? NOTE : Typed.UK_NOTES);
        assertThat(outcome.code()).isZero();
        return outcome.out();
    }

    @Test
    void it_says_which_ranks_any_weights_can_give() {
        assertThat(out("statements"))
                .isEqualTo(ALL.rankRanges().text() + "can be first: TLI, TLJ\n")
                .startsWith("Rank ranges: 12 regions, all exact\n");
        assertThat(out("statements --format csv"))
                .isEqualTo(StabilityResults.toCsv(ALL.rankRanges(), UK.regions()))
                .contains("\nTLG,West Midlands,5,2,11,2,11,true\n");
        assertThat(out("statements --format JSON"))
                .isEqualTo(StabilityResults.toJson(ALL.rankRanges(), UK.regions()))
                .contains("\"kind\": \"rankRanges\"");
    }

    @Test
    void options_say_which_weights_are_admissible() {
        WeightSpace space = WeightSpace.ofIndex()
                .band(0.25)
                .atLeast("skills", 0.1)
                .atLeast("data", 0.11)
                .atMost("trade", 0.13)
                .ordered("skills", "adoption")
                .ordered("finance", "research", "trade");
        assertThat(out(
                        "statements --format csv --band 0.25 --at-least skills=0.1 --at-least data=0.11 --at-most trade=0.13"
                                + " --order skills,adoption --order finance,research,trade"))
                .isEqualTo(StabilityResults.toCsv(WeightStatements.of(UK, space).rankRanges(), UK.regions()))
                .isNotEqualTo(StabilityResults.toCsv(ALL.rankRanges(), UK.regions()));
    }

    @Test
    void the_scope_is_the_index_a_component_or_all_metrics() {
        assertThat(out("statements --scope index")).isEqualTo(out("statements"));
        WeightStatements finance = WeightStatements.of(UK, WeightSpace.ofComponent("finance"));
        assertThat(out("statements --scope finance --intervals"))
                .isEqualTo(finance.weightIntervals().text());
        String mine = "statements --definition mine.yaml --data mine.csv --complete-only --scope metrics --intervals";
        assertThat(out(mine + " --format csv")).contains("\nl3quals,0.5,");
    }

    @Test
    void regions_that_lack_something_are_left_out_if_asked() {
        String line = "statements --definition mine.yaml --data mine.csv --format csv";
        assertThat(typed.run(line))
                .isEqualTo(new Typed.Outcome(
                        1,
                        "",
                        "the order of regions with and without a child is not linear in the weights; give --complete-only, or"
                                + " impute: region 'B' has a score but none in [skills]\n"));
        assertThat(out(line + " --complete-only"))
                .contains("\nA,Aberwen,")
                .contains("\nC,Cote,")
                .endsWith("\nB,'=Brill,,,,,,\n");
    }

    @Test
    void other_statements_are_asked_for_one_at_a_time() {
        assertThat(out("statements --partial-order"))
                .isEqualTo(ALL.partialOrder().text());
        assertThat(out("statements --partial-order --format csv"))
                .isEqualTo(StabilityResults.toCsv(ALL.partialOrder()));
        assertThat(out("statements --partial-order --format json"))
                .isEqualTo(StabilityResults.toJson(ALL.partialOrder()));
        assertThat(out("statements --intervals --format csv")).isEqualTo(StabilityResults.toCsv(ALL.weightIntervals()));
        assertThat(out("statements --intervals --format json"))
                .isEqualTo(StabilityResults.toJson(ALL.weightIntervals()));
        String overtake = "statements --overtake TLG,TLD";
        assertThat(out(overtake)).isEqualTo(ALL.overtaking("TLG", "TLD").text());
        assertThat(out(overtake + " --format csv")).isEqualTo(StabilityResults.toCsv(ALL.overtaking("TLG", "TLD")));
        assertThat(out(overtake + " --format json")).isEqualTo(StabilityResults.toJson(ALL.overtaking("TLG", "TLD")));
        assertThat(out("statements --overtake E12000005,TLD")).isEqualTo(out(overtake));
    }

    @Test
    void the_name_of_the_file_decides_the_format() {
        assertThat(out("statements --out ranges.csv")).isEmpty();
        assertThat(typed.read("ranges.csv")).isEqualTo(out("statements --format csv"));
        assertThat(typed.run("statements --out ranges.csv").err())
                .isEqualTo("ranges.csv exists already; give --force to replace it\n");
        assertThat(out("statements --partial-order --out ranges.json")).isEmpty();
        assertThat(typed.read("ranges.json")).contains("\"kind\": \"partialOrder\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --partial-order --intervals | --partial-order, --intervals and --overtake are printed one at a time
            --intervals --overtake A,B | --partial-order, --intervals and --overtake are printed one at a time
            --intervals --band 0.1 | --intervals moves each weight from 0 to 1; --band, --at-least, --at-most and --order play no part there
            --overtake TLG | --overtake: expected two regions, as in TLG,TLD, but got 'TLG'
            --overtake TLG,TLD,TLI | --overtake: expected two regions, as in TLG,TLD, but got 'TLG,TLD,TLI'
            --overtake TLG, | --overtake: expected codes parted by commas but got 'TLG,'
            --at-least skills | --at-least: expected a code and a share, as in skills=0.1, but got 'skills'
            --at-least =0.1 | --at-least: expected a code and a share, as in skills=0.1, but got '=0.1'
            --at-most skills=many | --at-most: expected a code and a share, as in skills=0.1, but got 'skills=many'
            --at-most skills=1.5 | the share of 'skills' must be from 0 to 1 but is 1.5
            --at-most skills=NaN | the share of 'skills' must be from 0 to 1 but is NaN
            --band 2 | a band of weights must be from 0 to 1 but is 2.0
            --order skills | an order of weights needs at least two codes, none of them twice, but got [skills]
            --order skills,,data | --order: expected codes parted by commas but got 'skills,,data'
            --format xls | 'xls' is no format here; the formats are table, csv, json
            --definition mine.yaml | --definition needs --data: the bundled data are those of the bundled definition
            """)
    void a_mistake_is_answered_with_what_is_wrong(String options, String message) {
        assertThat(typed.run("statements " + options)).isEqualTo(Typed.wrongUsage("statements", message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --overtake TLG,TLG | region 'TLG' cannot overtake itself
            --scope nothing | unknown component 'nothing'
            """)
    void what_the_index_does_not_have_is_bad_input(String options, String message) {
        assertThat(typed.run("statements " + options)).isEqualTo(new Typed.Outcome(1, "", message + "\n"));
    }

    @Test
    void constraints_that_no_weights_meet_are_named() {
        assertThat(typed.run("statements --at-least skills=0.7 --at-least data=0.7")
                        .err())
                .endsWith("meet these constraints together: skills >= 0.7; data >= 0.7\n");
        assertThat(typed.run("statements --at-least skils=0.7").err()).contains("names 'skils'");
        assertThat(typed.run("statements --band much"))
                .isEqualTo(Typed.wrongUsage(
                        "statements", "Invalid value for option '--band': expected a number but got 'much'"));
    }

    @Test
    void the_examples_of_the_help_run() {
        Stream<String> examples = out("statements --help")
                .lines()
                .filter(line -> line.startsWith("  java -jar ldci.jar statements"))
                .map(line -> line.strip().replace("java -jar ldci.jar ", ""));
        assertThat(examples).hasSize(4).allSatisfy(this::out);
    }
}
