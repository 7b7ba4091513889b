package org.ldci.examples.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.ldci.digital.LocalDigitalCapital;
import org.ldci.io.Datasets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a table to fill in. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        versionProvider = Ldci.Version.class,
        description = {
            "Writes a CSV to fill in: a row for each nation and region of the UK, a column for each metric.",
            "",
            "For other places, replace the codes in the column \"region\" and the names beside them.",
        },
        footer = {
            "",
            "Examples:",
            "  java -jar ldci.jar template > mine.csv",
            "  java -jar ldci.jar template --definition mine.json > mine.csv",
        })
final class TemplateCommand implements Runnable {
    private final Terminal terminal;

    @Option(
            names = "--definition",
            paramLabel = "FILE",
            description = "the definition whose metrics are the columns; if not given, the bundled one")
    private @Nullable Path definition;

    TemplateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        terminal.print(Datasets.template(
                LocalDigitalCapital.regions(), Inputs.definition(definition).metrics()));
    }
}
