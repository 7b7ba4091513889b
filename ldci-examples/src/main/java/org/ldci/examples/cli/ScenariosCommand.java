package org.ldci.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.io.StabilityResults;
import org.ldci.robustness.Choice;
import org.ldci.robustness.Factor;
import org.ldci.robustness.OneAtATime;
import org.ldci.robustness.RobustnessStudy;
import org.ldci.robustness.ScenarioTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares named alternatives with an index. */
@Command(
        name = "scenarios",
        mixinStandardHelpOptions = true,
        versionProvider = Ldci.Version.class,
        description = {
            "Compares ranks under named alternatives with those of the index.",
            "",
            "Each alternative of each choice of a study is a scenario: that one change, all else as it is.",
            "",
            "Without --definition and --data (which go together) it runs on the bundled data of the UK,",
            "and if there is no --study either, with an arithmetic mean of the components.",
        },
        footer = {
            "",
            "A study is a JSON or YAML document:",
            "  format: ldci-study",
            "  version: 1",
            "  factors:",
            "    - code: with",
            "      vary: choice",
            "      alternatives:",
            "        - {label: as it is}",
            "        - {label: ranks, normalise: rank}",
            "        - {label: an arithmetic mean, aggregate: arithmeticMean, level: 0}",
            "  failures: exclude",
            "",
            "The scenarios are \"with ranks\" and \"with an arithmetic mean\"; an alternative without further",
            "fields leaves the index as it is and is no scenario. Factors that are no choices, and",
            "probabilities, play no part. With failures: exclude, what cannot be scored is named in the",
            "result; else it ends the run. The same fields can stand under 'study:' in a definition, then",
            "without format and version.",
            "",
            "CSV has a line for each scenario and region. A rank difference is the nominal rank minus the",
            "rank: above 0 is better.",
            "",
            "Examples:",
            "  java -jar ldci.jar scenarios --study study.yaml",
            "  java -jar ldci.jar scenarios --study study.yaml --out scenarios.csv",
        })
final class ScenariosCommand implements Runnable {
    private final Terminal terminal;

    @Mixin
    private IndexFiles files = new IndexFiles();

    @Option(
            names = "--study",
            paramLabel = "FILE",
            description = "the study with the choices, JSON or YAML; if not given, the 'study' of the definition")
    private @Nullable Path study;

    @Mixin
    private TableFormat format = new TableFormat();

    @Mixin
    private Output output = new Output();

    @Mixin
    private Inputs inputs = new Inputs();

    ScenariosCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        files.check();
        output.check(files.data(), files.definition(), study);
        String asked = format.asked(output, "table", "csv", "json");
        IndexDefinition index = Inputs.definition(files.definition());
        Optional<RobustnessStudy> given = Inputs.study(study, files.definition());
        if (given.isEmpty() && files.definition() != null) {
            throw new BadInput("there is no study: give --study, or a definition that has one");
        }
        RobustnessStudy read = given.orElseGet(StudyRun::bothVary);
        Path file = study == null ? files.definition() : study;
        OneAtATime changes = Inputs.running(file, () -> changes(index, read, given.isPresent()));
        Dataset dataset = inputs.data(files.data(), index, terminal);
        ScenarioTable table = Inputs.running(
                file, () -> changes.scenarios().failures(read.failures()).run(dataset));
        output.write(
                terminal,
                TableFormat.made(
                        asked, table::text, () -> StabilityResults.toCsv(table), () -> StabilityResults.toJson(table)));
        Notes.print(index, dataset, terminal);
    }

    private OneAtATime changes(IndexDefinition index, RobustnessStudy read, boolean isGiven) {
        OneAtATime changes = OneAtATime.of(index);
        List<String> others = new ArrayList<>();
        for (Factor factor : read.factors()) {
            if (factor instanceof Choice choice) {
                changes = changes.vary(choice);
            } else {
                others.add(factor.code());
            }
        }
        if (changes.scenarios().names().isEmpty()) {
            throw new BadInput((study == null ? "the study of the definition" : study)
                    + " has no choice with an alternative that changes something");
        }
        if (isGiven && !others.isEmpty()) {
            terminal.note("note: left out what is no choice: " + String.join(", ", others));
        }
        return changes;
    }
}
