package org.ldci.examples.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.engine.CompositeIndex;
import org.ldci.engine.IndexResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks a definition, and data against it. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        versionProvider = Ldci.Version.class,
        description = {
            "Checks a definition, and whether data can be scored by it. Every problem is listed; nothing is written.",
        },
        footer = {
            "",
            "Examples:",
            "  java -jar ldci.jar validate --definition mine.json",
            "  java -jar ldci.jar validate --definition mine.json --data mine.csv",
        })
final class ValidateCommand implements Runnable {
    private final Terminal terminal;

    @Option(
            names = "--definition",
            required = true,
            paramLabel = "FILE",
            description = "the definition of the index, JSON or YAML")
    private Path definition = Path.of("");

    @Option(names = "--data", paramLabel = "FILE", description = "the data, CSV or JSON")
    private @Nullable Path data;

    @Mixin
    private Inputs inputs = new Inputs();

    ValidateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Attempts attempts = new Attempts();
        StringBuilder good = new StringBuilder();
        // a bad definition does not hide what is wrong with the data
        IndexDefinition index = attempts.attempt(() -> Inputs.definition(definition));
        if (index != null) {
            good.append("definition '").append(index.code()).append("' is valid: ");
            good.append(count(index.index().components().count() - 1, "component"))
                    .append(", ");
            good.append(count(index.metrics().size(), "metric")).append('\n');
        }
        if (data != null) {
            Path file = data;
            Dataset dataset =
                    attempts.attempt(() -> index == null ? inputs.data(file) : inputs.data(file, index, terminal));
            if (dataset != null) {
                good.append("data: ")
                        .append(count(dataset.regions().size(), "region"))
                        .append(", ");
                good.append(count(dataset.metrics().size(), "metric")).append(", ");
                good.append(count(dataset.missing(), "missing value")).append('\n');
            }
            IndexResult result = index == null || dataset == null
                    ? null
                    : attempts.attempt(() -> CompositeIndex.of(index).score(dataset));
            if (result != null) {
                good.append("the data can be scored\n");
                Notes.print(result, terminal);
            }
        }
        attempts.refuse();
        terminal.print(good.toString());
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
