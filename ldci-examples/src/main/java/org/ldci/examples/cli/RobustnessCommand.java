package org.ldci.examples.cli;

import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.io.RobustnessResults;
import org.ldci.robustness.Factors;
import org.ldci.robustness.Robustness;
import org.ldci.robustness.RobustnessResult;
import org.ldci.robustness.RobustnessStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says how sure scores and ranks are. */
@Command(
        name = "robustness",
        mixinStandardHelpOptions = true,
        versionProvider = Ldci.Version.class,
        description = {
            "Says how sure ranks are: runs the index many times, each time with other choices.",
            "",
            "Without --definition and --data (which go together) it runs on the bundled data of the UK;",
            "without --study it varies all weights by a quarter, up or down.",
        },
        footer = {
            "",
            "A study is a JSON or YAML document:",
            "  format: ldci-study",
            "  version: 1",
            "  factors:",
            "    - {code: weights, vary: weights, distribution: {method: band, relative: 0.25}}",
            "    - code: mean of components",
            "      vary: choice",
            "      alternatives:",
            "        - {label: as it is}",
            "        - {label: arithmetic, aggregate: arithmeticMean, level: 0}",
            "  replicates: 100000",
            "  seed: 42",
            "",
            "An alternative without further fields leaves the index as it is. The same fields can stand",
            "under 'study:' in a definition, then without format and version. 'schema study' prints the JSON",
            "Schema of a study; 'validate' checks one.",
            "",
            "Intervals are 90 %%: from the 5th to the 95th percentile. The same study, definition and data",
            "give the same result on every machine. 'sensitivity' says which factor moves ranks.",
            "",
            "Examples:",
            "  java -jar ldci.jar robustness",
            "  java -jar ldci.jar robustness --definition mine.json --data mine.csv --study study.yaml",
            "  java -jar ldci.jar robustness --study study.yaml --out ranks.csv",
            "  java -jar ldci.jar robustness --study study.yaml --replicates 1000000 --progress",
        })
final class RobustnessCommand implements Runnable {
    private final Terminal terminal;

    @Mixin
    private StudyRun study = new StudyRun();

    @Mixin
    private TableFormat format = new TableFormat();

    @Mixin
    private Output output = new Output();

    RobustnessCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        study.check(output);
        String asked = format.asked(output, "table", "csv", "json");
        IndexDefinition index = study.definition();
        Robustness robustness = study.robustness(
                index,
                terminal,
                RobustnessStudy.builder().addFactors(Factors.weights(0.25)).build());
        Dataset data = study.data(index, terminal);
        RobustnessResult result = study.running(() -> robustness.run(data));
        output.write(
                terminal,
                TableFormat.made(
                        asked,
                        result::text,
                        () -> RobustnessResults.toCsv(result),
                        () -> RobustnessResults.toJson(result)));
        Notes.print(result.nominal(), terminal);
        if (result.isPartial()) {
            terminal.note("note: ended early, after " + result.replicates() + " of "
                    + result.study().size() + " replicates");
        }
    }
}
