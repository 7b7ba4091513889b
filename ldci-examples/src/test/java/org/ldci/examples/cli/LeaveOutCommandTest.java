package org.ldci.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ldci.examples.data.UkRegions;
import org.ldci.io.StabilityResults;
import org.ldci.robustness.InfluenceTable;
import org.ldci.robustness.LeaveOneOut;
import org.ldci.robustness.LeavingOut;
import org.ldci.robustness.RankReversals;

class LeaveOutCommandTest {
    private static final InfluenceTable COMPONENTS = LeaveOneOut.components(UkRegions.definition())
            .by(LeavingOut.REMOVAL)
            .run(UkRegions.dataset());

    @TempDir
    private Path folder;

    private Typed typed = new Typed(Path.of(""));

    @BeforeEach
    void files() {
        typed = new Typed(folder);
    }

    private String out(String line) {
        Typed.Outcome outcome = typed.run(line);
        assertThat(outcome.err()).isEqualTo(line.contains("--help") ? "" : Typed.UK_NOTES);
        assertThat(outcome.code()).isZero();
        return outcome.out();
    }

    @Test
    void it_says_how_far_ranks_move_without_each_component() {
        assertThat(out("leave-out")).isEqualTo(COMPONENTS.text()).contains("\ninfrastructure          1 ");
        assertThat(out("leave-out --what components --format csv"))
                .isEqualTo(StabilityResults.toCsv(COMPONENTS))
                .contains("\ninfrastructure,1,12,"
                        + COMPONENTS.shift("infrastructure").meanAbsolute() + ",3,");
        assertThat(out("leave-out --format json"))
                .isEqualTo(StabilityResults.toJson(COMPONENTS))
                .contains("\"kind\": \"influence\"");
        assertThat(out("leave-out --out influence.csv")).isEmpty();
        assertThat(typed.read("influence.csv")).isEqualTo(StabilityResults.toCsv(COMPONENTS));
    }

    @Test
    void metrics_and_regions_are_left_out_too() {
        assertThat(out("leave-out --what METRICS --format csv"))
                .isEqualTo(StabilityResults.toCsv(LeaveOneOut.metrics(UkRegions.definition())
                        .by(LeavingOut.REMOVAL)
                        .run(UkRegions.dataset())));
        assertThat(out("leave-out --what regions --only TLI --only TLF --format csv"))
                .isEqualTo(StabilityResults.toCsv(LeaveOneOut.regions(UkRegions.definition())
                        .only("TLI", "TLF")
                        .run(UkRegions.dataset())));
    }

    @Test
    void the_ranks_of_every_region_are_printed_if_asked() {
        assertThat(out("leave-out --ranks")).isEqualTo(COMPONENTS.scenarios().text());
        assertThat(out("leave-out --ranks --format csv"))
                .isEqualTo(StabilityResults.toCsv(COMPONENTS.scenarios()))
                .contains("\nwithout skills,TLG,West Midlands,");
        assertThat(out("leave-out --ranks --format json")).isEqualTo(StabilityResults.toJson(COMPONENTS.scenarios()));
    }

    @Test
    void the_pairs_that_swap_without_a_region_are_printed_if_asked() {
        RankReversals reversals = RankReversals.of(UkRegions.definition(), UkRegions.dataset());
        String line = "leave-out --what regions --swaps";
        assertThat(out(line)).isEqualTo(reversals.text());
        assertThat(out(line + " --format csv"))
                .isEqualTo(StabilityResults.toCsv(reversals))
                .contains("\nTLF,TLI,TLD,TLG,\n");
        assertThat(out(line + " --format json"))
                .isEqualTo(StabilityResults.toJson(reversals))
                .contains("\"kind\": \"rankReversals\"");
    }

    @Test
    void what_cannot_be_left_out_is_named_in_the_result() {
        // the weights of the bundled index are computed, so one of 0 is ignored
        assertThat(out("leave-out --weight-zero --only skills --format csv"))
                .contains("\nskills,,0,,,,,,'skills' cannot be left out by weight 0: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --what countries | 'countries' cannot be left out; what can is metrics, components, regions
            --what regions --weight-zero | --weight-zero is about metrics and components; regions are always taken out
            --swaps | --swaps goes with --what regions
            --what regions --swaps --ranks | --swaps goes with neither --ranks nor --only
            --what regions --swaps --only TLI | --swaps goes with neither --ranks nor --only
            --only mob4g | 'mob4g' is one of the metrics; give --what metrics
            --only skills --what metrics | 'skills' is one of the components; give --what components
            --only skills --only TLG | 'TLG' is one of the regions; give --what regions
            --what regions --only skills | 'skills' is one of the components; give --what components
            --format text | 'text' is no format here; the formats are table, csv, json
            --data mine.csv | --data needs --definition: the bundled definition is that of the bundled data
            """)
    void a_mistake_is_answered_with_what_is_wrong(String options, String message) {
        assertThat(typed.run("leave-out " + options)).isEqualTo(Typed.wrongUsage("leave-out", message));
    }

    @Test
    void what_the_index_does_not_have_is_bad_input() {
        assertThat(typed.run("leave-out --only nothing"))
                .isEqualTo(new Typed.Outcome(1, "", "'nothing' is not among what is left out\n"));
        assertThat(typed.run("leave-out --only skils"))
                .isEqualTo(new Typed.Outcome(1, "", "'skils' is not among what is left out; did you mean 'skills'?\n"));
        assertThat(typed.run("leave-out --what regions --only nowhere").err()).startsWith("unknown region 'nowhere'");
    }

    @Test
    void the_examples_of_the_help_run() {
        Stream<String> examples = out("leave-out --help")
                .lines()
                .filter(line -> line.startsWith("  java -jar ldci.jar leave-out"))
                .map(line -> line.strip().replace("java -jar ldci.jar ", ""));
        assertThat(examples).hasSize(4).allSatisfy(this::out);
    }
}
