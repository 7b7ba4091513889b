package org.ldci.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateCommandTest {
    private static final String DEFINITION = """
            format: ldci-definition
            version: 1
            index: {code: mine, components: [{code: x, metrics: [{code: a}]}, {code: y, metrics: [{code: b}]}]}
            """;

    private static final String FACTORS = """
            factors:
              - {code: weights, vary: weights, distribution: {method: band, relative: 0.25}}
              - code: mean
                vary: choice
                alternatives:
                  - {label: as it is}
                  - {label: quadratic, aggregate: {method: powerMean, exponent: 2}, level: 0}
            replicates: 123
            """;

    private static final String STUDY = "format: ldci-study\nversion: 1\n" + FACTORS;

    private static final String FINE = "definition 'mine' is valid: 2 components, 2 metrics\n";
    private static final String SCORED = "data: 3 regions, 2 metrics, 0 missing values\nthe data can be scored\n";
    private static final String VARIED = "study: 2 factors, 123 replicates\n";

    @TempDir
    private Path folder;

    private Typed typed = new Typed(Path.of(""));

    @BeforeEach
    void files() {
        typed = new Typed(folder);
        typed.file("mine.yaml", DEFINITION);
        typed.file("mine.csv", "region,a,b\nA,1,5\nB,2,1\nC,3,4\n");
        typed.file("study.yaml", STUDY);
        typed.file("deep.yaml", STUDY.replace("level: 0", "level: 7").replace("0.25}", "0.25}, components: [z]"));
    }

    @Test
    void a_study_is_counted_wherever_it_stands() {
        assertThat(typed.run("validate --definition mine.yaml --study study.yaml"))
                .isEqualTo(new Typed.Outcome(0, FINE + VARIED, ""));
        assertThat(typed.run("validate --definition mine.yaml --data mine.csv --study study.yaml"))
                .isEqualTo(new Typed.Outcome(0, FINE + SCORED + VARIED, ""));
        typed.file("both.yaml", DEFINITION + "study:\n" + FACTORS.indent(2));
        assertThat(typed.run("validate --definition both.yaml --data mine.csv"))
                .isEqualTo(new Typed.Outcome(0, FINE + SCORED + VARIED, ""));
        assertThat(typed.run("validate --definition mine.yaml")).isEqualTo(new Typed.Outcome(0, FINE, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " --data mine.csv"})
    void what_does_not_fit_the_index_is_listed_with_and_without_data(String data) {
        Typed.Outcome outcome = typed.run("validate --definition mine.yaml --study deep.yaml" + data);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("deep.yaml: study of index 'mine': 2 problems:\n")
                .contains("factor 'weights': the index has no component 'z'\n")
                .contains("factor 'mean', alternative 'quadratic': ")
                .contains("unknown level 7");
        typed.file("none.yaml", STUDY.replace("0.25}", "0.25}, levels: [3]"));
        assertThat(typed.run("validate --definition mine.yaml --study none.yaml" + data)
                        .err())
                .isEqualTo("none.yaml: study of index 'mine': factor 'weights': no component of the index is at level"
                        + " [3]\n");
    }

    @Test
    void a_study_in_a_definition_is_checked_against_it() {
        typed.file(
                "both.yaml",
                DEFINITION + "study:\n"
                        + FACTORS.replace("level: 0", "level: 7").indent(2));
        assertThat(typed.run("validate --definition both.yaml").err())
                .startsWith("both.yaml: study of index 'mine': factor 'mean', alternative 'quadratic': ")
                .contains("unknown level 7");
    }

    @Test
    void neither_bad_data_nor_a_bad_definition_hides_a_bad_study() {
        typed.file("words.csv", "region,a,b\nA,one,5\nB,2,1\n");
        assertThat(typed.run("validate --definition mine.yaml --data words.csv --study deep.yaml")
                        .err())
                .contains("'one' is no number", "unknown level 7");
        typed.file("broken.json", "{");
        typed.file("misspelt.yaml", STUDY.replace("replicates", "replicats"));
        assertThat(typed.run("validate --definition broken.json --study misspelt.yaml")
                        .err())
                .contains("definition broken.json: ", "study misspelt.yaml: ", "unknown field 'replicats'");
        assertThat(typed.run("validate --definition mine.yaml --study nofile.yaml"))
                .isEqualTo(new Typed.Outcome(1, "", "there is no file nofile.yaml\n"));
    }

    @Test
    void a_run_names_the_file_of_a_study_that_does_not_fit() {
        for (String command : new String[] {"robustness", "sensitivity"}) {
            assertThat(typed.run(command + " --definition mine.yaml --data mine.csv --study deep.yaml")
                            .err())
                    .startsWith("deep.yaml: study of index 'mine': 2 problems:\n");
        }
    }
}
