package org.ldci.examples.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.engine.CompositeIndex;
import org.ldci.engine.IndexResult;
import org.ldci.robustness.Robustness;
import org.ldci.robustness.RobustnessStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks a definition, and data and a study against it. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        versionProvider = Ldci.Version.class,
        description = {
            "Checks a definition, whether data can be scored by it, and whether a study fits it.",
            "",
            "The study is that of --study or, if not given, the 'study' of the definition if it has one.",
            "Every problem is listed; nothing is written.",
        },
        footer = {
            "",
            "With data, a study is checked by its first replicate; without, what hangs on data is not seen.",
            "",
            "Examples:",
            "  java -jar ldci.jar validate --definition mine.json",
            "  java -jar ldci.jar validate --definition mine.json --data mine.csv",
            "  java -jar ldci.jar validate --definition mine.json --data mine.csv --study study.yaml",
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

    @Option(names = "--study", paramLabel = "FILE", description = "what varies in robustness, JSON or YAML")
    private @Nullable Path study;

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
        Dataset scored = null;
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
                scored = dataset;
            }
        }
        check(index, scored, attempts, good);
        attempts.refuse();
        terminal.print(good.toString());
    }

    private void check(
            @Nullable IndexDefinition index, @Nullable Dataset scored, Attempts attempts, StringBuilder good) {
        // a bad definition has told what is wrong with its own study
        Path file = study != null || index == null ? study : definition;
        RobustnessStudy read = file == null
                ? null
                : attempts.attempt(() -> Inputs.study(study, definition).orElse(null));
        if (read == null) {
            return;
        }
        good.append("study: ").append(count(read.factors().size(), "factor")).append(", ");
        good.append(count(read.size(), "replicate")).append('\n');
        if (index != null) {
            attempts.attempt(() -> Inputs.running(file, () -> {
                if (scored == null) {
                    StudyProblems.refuse(index, read);
                    return true;
                }
                return Robustness.of(index, read).run(scored, 0, 1).isPartial();
            }));
        }
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
