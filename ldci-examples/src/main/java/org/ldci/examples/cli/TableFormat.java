package org.ldci.examples.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says how a table is written, the same for every command whose result is one. */
final class TableFormat {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table, csv or json; if not given, what --out ends in (.txt, .csv, .json), else table")
    private @Nullable String format;

    /** The format that was asked for, one of those that the command knows. */
    String asked(Output output, String... known) {
        Path out = output.file();
        String name = out == null ? "" : out.toString().toLowerCase(Locale.ROOT);
        String asked = format != null
                ? format.toLowerCase(Locale.ROOT)
                : name.endsWith(".csv") ? "csv" : name.endsWith(".json") ? "json" : "table";
        if (!List.of(known).contains(asked)) {
            throw new WrongUsage("'" + asked + "' is no format here; the formats are " + String.join(", ", known));
        }
        return asked;
    }

    /** What one of the three formats makes; the others are not made. */
    static String made(String asked, Supplier<String> table, Supplier<String> csv, Supplier<String> json) {
        return switch (asked) {
            case "csv" -> csv.get();
            case "json" -> json.get();
            default -> table.get();
        };
    }
}
