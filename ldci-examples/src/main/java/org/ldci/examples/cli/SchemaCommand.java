package org.ldci.examples.cli;

import java.util.Arrays;
import org.ldci.io.Definitions;
import org.ldci.io.Studies;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Prints the schema of definitions or studies. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        versionProvider = Ldci.Version.class,
        description = {
            "Prints the JSON Schema (draft 2020-12) of definition files, or of study files.",
            "",
            "Editors that know it complete and check such files while you write them.",
        },
        footer = {
            "",
            "Examples:",
            "  java -jar ldci.jar schema > ldci-definition.schema.json",
            "  java -jar ldci.jar schema study > ldci-study.schema.json",
        })
final class SchemaCommand implements Runnable {
    /** The kinds of documents that have a schema. */
    enum Kind {
        DEFINITION,
        STUDY
    }

    /** Reads the name of a kind, in capitals or small letters. */
    static final class KindReader implements ITypeConverter<Kind> {
        @Override
        public Kind convert(String name) {
            return Arrays.stream(Kind.values())
                    .filter(known -> known.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException("'" + name + "' has no schema; definition and study have one"));
        }
    }

    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "KIND",
            converter = KindReader.class,
            description = "definition or study; if not given, definition")
    private Kind kind = Kind.DEFINITION;

    SchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        terminal.print(kind == Kind.STUDY ? Studies.schema() : Definitions.schema());
    }
}
