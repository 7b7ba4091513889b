package org.ldci.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ldci.aggregate.Aggregators;
import org.ldci.examples.data.UkRegions;
import org.ldci.io.StabilityResults;
import org.ldci.normalise.Normalisers;
import org.ldci.robustness.Factors;
import org.ldci.robustness.FailurePolicy;
import org.ldci.robustness.OneAtATime;
import org.ldci.robustness.ScenarioTable;
import org.ldci.robustness.Scenarios;

class ScenariosCommandTest {
    private static final String CHOICES = """
            format: ldci-study
            version: 1
            factors:
              - code: scale
                vary: choice
                alternatives:
                  - {label: as published}
                  - {label: ranks, normalise: rank}
              - code: mean
                vary: choice
                alternatives:
                  - {label: of components, aggregate: arithmeticMean, level: 0}
            """;

    private static final String MINE = """
            format: ldci-definition
            version: 1
            index: {code: mine, components: [{code: x, metrics: [{code: a}]}, {code: y, metrics: [{code: b}]}]}
            """;

    private static final String DATA = "region,name,a,b\nA,@Aberwen,1,5\nB,Brill,2,1\nC,Cote,3,\n";

    private static final ScenarioTable TABLE = Scenarios.of(UkRegions.definition())
            .add("scale ranks", d -> d.with(m -> m.normalise(Normalisers.rank())))
            .add("mean of components", d -> d.with(m -> m.aggregateLevels(Map.of(0, Aggregators.arithmeticMean()))))
            .run(UkRegions.dataset());

    @TempDir
    private Path folder;

    private Typed typed = new Typed(Path.of(""));

    @BeforeEach
    void files() {
        typed = new Typed(folder);
        typed.file("study.yaml", CHOICES);
    }

    private String out(String line) {
        Typed.Outcome outcome = typed.run(line);
        assertThat(outcome.err()).isEqualTo(line.contains("--help") ? "" : Typed.UK_NOTES);
        assertThat(outcome.code()).isZero();
        return outcome.out();
    }

    @Test
    void each_alternative_that_changes_something_is_a_scenario() {
        String line = "scenarios --study study.yaml";
        assertThat(out(line)).isEqualTo(TABLE.text()).contains("\nscale ranks ").doesNotContain("as published");
        assertThat(out(line + " --format csv"))
                .isEqualTo(StabilityResults.toCsv(TABLE))
                .contains("\nmean of components,TLG,West Midlands," + TABLE.score("mean of components", "TLG") + ",");
        assertThat(out(line + " --format json"))
                .isEqualTo(StabilityResults.toJson(TABLE))
                .contains("\"kind\": \"scenarios\"");
        assertThat(out(line + " --out table.json")).isEmpty();
        assertThat(typed.read("table.json")).isEqualTo(StabilityResults.toJson(TABLE));
    }

    @Test
    void files_of_ones_own_are_compared_too() {
        typed.file("mine.yaml", MINE);
        typed.file("mine.csv", DATA);
        Typed.Outcome outcome =
                typed.run("scenarios --study study.yaml --definition mine.yaml --data mine.csv --format csv");
        assertThat(outcome.out()).contains("\nscale ranks,A,'@Aberwen,");
        assertThat(outcome.err()).startsWith("note: region 'C' has 1 of 2 metrics; ");
    }

    @Test
    void without_any_study_the_bundled_index_is_compared_with_other_means() {
        assertThat(out("scenarios"))
                .isEqualTo(OneAtATime.of(UkRegions.definition())
                        .vary(Factors.aggregatorsAt(0, Aggregators.arithmeticMean(), Aggregators.geometricMean()))
                        .run(UkRegions.dataset())
                        .text());
    }

    @Test
    void what_is_no_choice_is_named() {
        typed.file("mixed.yaml", CHOICES.replace("factors:", """
                factors:
                  - {code: weights, vary: weights, distribution: {method: band, relative: 0.25}}"""));
        Typed.Outcome outcome = typed.run("scenarios --study mixed.yaml");
        assertThat(outcome.out()).isEqualTo(TABLE.text());
        assertThat(outcome.err()).isEqualTo("note: left out what is no choice: weights\n" + Typed.UK_NOTES);
    }

    @Test
    void what_cannot_be_scored_follows_the_study() {
        String negative = CHOICES.replace("normalise: rank", "normalise: zScore");
        typed.file("fails.yaml", negative);
        Typed.Outcome fails = typed.run("scenarios --study fails.yaml");
        assertThat(fails.code()).isEqualTo(1);
        assertThat(fails.out()).isEmpty();
        assertThat(fails.err())
                .startsWith("fails.yaml: scenarios: scenario 'scale ranks'")
                .contains("the geometric mean needs scores above 0");
        typed.file("excludes.yaml", negative + "failures: exclude\n");
        ScenarioTable table = Scenarios.of(UkRegions.definition())
                .add("scale ranks", d -> d.with(m -> m.normalise(Normalisers.zScore())))
                .add("mean of components", d -> d.with(m -> m.aggregateLevels(Map.of(0, Aggregators.arithmeticMean()))))
                .failures(FailurePolicy.EXCLUDE)
                .run(UkRegions.dataset());
        assertThat(out("scenarios --study excludes.yaml --format csv"))
                .isEqualTo(StabilityResults.toCsv(table))
                .contains("\nscale ranks,TLG,West Midlands,,,,");
    }

    @Test
    void mistakes_are_named() {
        typed.file("mine.yaml", MINE);
        typed.file("mine.csv", DATA);
        assertThat(typed.run("scenarios --definition mine.yaml --data mine.csv"))
                .isEqualTo(new Typed.Outcome(1, "", "there is no study: give --study, or a definition that has one\n"));
        assertThat(typed.run("scenarios --study none.yaml"))
                .isEqualTo(new Typed.Outcome(1, "", "there is no file none.yaml\n"));
        typed.file("weights.yaml", """
                format: ldci-study
                version: 1
                factors:
                  - {code: weights, vary: weights, distribution: {method: band, relative: 0.25}}
                """);
        assertThat(typed.run("scenarios --study weights.yaml").err())
                .endsWith("weights.yaml has no choice with an alternative that changes something\n");
        assertThat(typed.run("scenarios --study study.yaml --out study.yaml --force")
                        .err())
                .isEqualTo("--out is the file that is read, study.yaml; name another\n");
        assertThat(typed.run("scenarios --study study.yaml --format xml"))
                .isEqualTo(Typed.wrongUsage("scenarios", "'xml' is no format here; the formats are table, csv, json"));
    }

    @Test
    void the_study_of_the_help_runs() {
        String help = out("scenarios --help");
        int start = help.indexOf("  format: ldci-study");
        typed.file(
                "help.yaml", help.substring(start, help.indexOf("\n\n", start)).stripIndent());
        assertThat(out("scenarios --study help.yaml")).contains("\nwith ranks ").contains("\nwith an arithmetic mean ");
    }
}
