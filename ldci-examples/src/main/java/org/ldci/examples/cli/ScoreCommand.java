package org.ldci.examples.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ldci.engine.IndexResult;
import org.ldci.io.ResultFormat;
import org.ldci.io.Results;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Scores and ranks the regions of a file. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        versionProvider = Ldci.Version.class,
        description = "Scores and ranks the regions of a data file by a definition.",
        footer = {
            "",
            "The data file is CSV with a row a region:",
            "  region,name,gigabit,below30",
            "  A,Aberwen,89.9,2.1",
            "  B,Brill,91.8,[x]",
            "\"region\" is the code; name, level, parent, population, aliases and group:... are optional;",
            "every other column is a metric by its code in the definition. An empty cell or [x] is missing,",
            "never zero. Long CSV (region,metric,period,value) and JSON are read as well, and files that",
            "end in .gz.",
            "",
            "Formats:",
            "  table     the ranking for reading, rounded",
            "  csv       region,name,rank,index, then every component and metric; full precision",
            "  json      everything: stages, weights, diagnostics, definition, provenance",
            "  markdown  the ranking as a table for documents",
            "",
            "Examples:",
            "  java -jar ldci.jar score --definition mine.json --data mine.csv",
            "  java -jar ldci.jar score --definition mine.yaml --data mine.csv --out scores.csv",
        })
final class ScoreCommand implements Runnable {
    enum Format {
        TABLE,
        CSV,
        JSON,
        MARKDOWN
    }

    /** Reads the name of a format, in capitals or small letters. */
    static final class FormatReader implements ITypeConverter<Format> {
        @Override
        public Format convert(String name) {
            return Arrays.stream(Format.values())
                    .filter(known -> known.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + name + "' is no format; the formats are table, csv, json and markdown"));
        }
    }

    private final Terminal terminal;

    @Option(
            names = "--definition",
            required = true,
            paramLabel = "FILE",
            description = "the definition of the index, JSON or YAML")
    private Path definition = Path.of("");

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "the data, CSV or JSON")
    private Path data = Path.of("");

    @Option(
            names = "--format",
            converter = FormatReader.class,
            paramLabel = "FORMAT",
            description =
                    "table, csv, json or markdown; if not given, what --out ends in (.txt, .csv, .json, .md), else table")
    private @Nullable Format format;

    @Mixin
    private Output output = new Output();

    @Mixin
    private Inputs inputs = new Inputs();

    ScoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        output.check(data, definition);
        ResultFormat asked = resultFormat();
        IndexResult result = inputs.result(definition, data, terminal);
        output.write(terminal, target -> Results.write(result, asked, target));
        Notes.print(result, terminal);
    }

    private ResultFormat resultFormat() {
        Path out = output.file();
        Format asked = format != null ? format : out == null ? Format.TABLE : formatOf(out.toString());
        return switch (asked) {
            case TABLE -> ResultFormat.TEXT;
            case CSV -> ResultFormat.CSV;
            case JSON -> ResultFormat.JSON;
            case MARKDOWN -> ResultFormat.MARKDOWN;
        };
    }

    private static Format formatOf(String name) {
        String file = name.toLowerCase(Locale.ROOT);
        if (file.endsWith(".csv")) {
            return Format.CSV;
        } else if (file.endsWith(".json")) {
            return Format.JSON;
        } else if (file.endsWith(".md")) {
            return Format.MARKDOWN;
        } else if (file.endsWith(".txt")) {
            return Format.TABLE;
        }
        throw new WrongUsage("'" + name + "' ends in none of .txt, .csv, .json and .md; rename it, or give --format");
    }
}
