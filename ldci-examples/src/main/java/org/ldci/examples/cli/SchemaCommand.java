package org.ldci.examples.cli;

import org.ldci.io.Definitions;
import picocli.CommandLine.Command;

/** Prints the schema of definitions. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        versionProvider = Ldci.Version.class,
        description = {
            "Prints the JSON Schema (draft 2020-12) of definition files.",
            "",
            "Editors that know it complete and check definitions while you write them.",
        },
        footer = {"", "Example:", "  java -jar ldci.jar schema > ldci-definition.schema.json"})
final class SchemaCommand implements Runnable {
    private final Terminal terminal;

    SchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        terminal.print(Definitions.schema());
    }
}
