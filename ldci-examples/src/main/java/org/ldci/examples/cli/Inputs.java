package org.ldci.examples.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.MissingDataPolicy.AbsentMetrics;
import org.ldci.examples.data.UkRegions;
import org.ldci.io.DataOptions;
import org.ldci.io.Datasets;
import org.ldci.io.Definitions;
import org.ldci.io.FormatException;
import org.ldci.model.Denominator;
import org.ldci.model.Metric;
import picocli.CommandLine.Option;

/** The options that name what to read, the same for every command that reads data. */
final class Inputs {
    @Option(
            names = "--region-column",
            paramLabel = "NAME",
            defaultValue = "region",
            description = "the column with the codes of the regions; \"region\" if not given")
    private String regionColumn = "region";

    @Option(
            names = "--ignore-column",
            paramLabel = "NAME",
            description = "a column to leave out, such as one of remarks; may be given more than once")
    private List<String> ignoredColumns = new ArrayList<>();

    @Option(
            names = "--decimal",
            paramLabel = "MARK",
            defaultValue = ".",
            description = "the decimal mark of the numbers, a point or a comma; a point if not given")
    private char decimal = '.';

    /** The definition of a file, or the bundled one. */
    static IndexDefinition definition(@Nullable Path file) {
        if (file == null) {
            return UkRegions.definition();
        }
        readable(file);
        return Definitions.read(file);
    }

    /** All data of a file. */
    Dataset data(Path file) {
        return read(file, List.of());
    }

    /** What a definition needs of a file, or the bundled data: other columns may hold anything, and cost no time. */
    Dataset data(@Nullable Path file, IndexDefinition definition) {
        if (file == null) {
            return UkRegions.dataset();
        }
        if (definition.method().missing().absentMetrics() != AbsentMetrics.ERROR) {
            // then some may be absent, and only the whole file tells which
            return read(file, List.of());
        }
        Set<String> needed = new LinkedHashSet<>();
        for (Metric metric : definition.metrics()) {
            needed.add(metric.code());
            metric.denominator().map(Denominator::code).ifPresent(needed::add);
        }
        needed.remove(Denominator.POPULATION);
        return read(file, List.copyOf(needed));
    }

    private Dataset read(Path file, List<String> metrics) {
        readable(file);
        DataOptions options = DataOptions.builder()
                .regionColumn(regionColumn)
                .addMetrics(metrics.toArray(String[]::new))
                .addIgnoredColumns(ignoredColumns.toArray(String[]::new))
                .decimal(decimal)
                .build();
        try {
            return Datasets.read(file, options);
        } catch (FormatException e) {
            throw new BadInput(asOptions(String.valueOf(e.getMessage())));
        }
    }

    /** The advice of the library is for those who write Java; here the same things are options. */
    private static String asOptions(String message) {
        return message.replace("say regionColumn(...) in DataOptions", "give --region-column NAME")
                .replace("say decimal(',') in DataOptions", "give --decimal ,")
                .replace(
                        "; say others as missing markers in DataOptions",
                        "; leave out columns of text with --ignore-column NAME");
    }

    private static void readable(Path file) {
        if (!Files.exists(file)) {
            throw new BadInput("there is no file " + file);
        } else if (Files.isDirectory(file)) {
            throw new BadInput(file + " is a folder, not a file");
        } else if (!Files.isReadable(file)) {
            throw new BadInput(file + " cannot be read: permission denied");
        }
    }
}
