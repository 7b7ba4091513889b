package org.ldci.examples.cli;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ldci.data.DataException;
import org.ldci.data.Dataset;
import org.ldci.data.Panel;
import org.ldci.data.Period;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.MissingDataPolicy.AbsentMetrics;
import org.ldci.engine.CompositeIndex;
import org.ldci.engine.IndexResult;
import org.ldci.examples.data.UkRegions;
import org.ldci.io.DataOptions;
import org.ldci.io.Datasets;
import org.ldci.io.Definitions;
import org.ldci.io.Studies;
import org.ldci.model.Denominator;
import org.ldci.model.Metric;
import org.ldci.prepare.PanelImputation;
import org.ldci.prepare.PanelImputations;
import org.ldci.robustness.RobustnessStudy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The options that name what to read, the same for every command that reads data. */
final class Inputs {
    private static final int NAMED = 8;
    private static final Pattern OF_STUDY = Pattern.compile("study of index|(\\d+ problems in )?scenario");

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

    @Option(
            names = "--separator",
            paramLabel = "MARK",
            description = "what parts the cells of a CSV file; found from the header if not given")
    private @Nullable Character separator;

    @Option(
            names = "--charset",
            converter = CharsetReader.class,
            paramLabel = "NAME",
            description = "the encoding of the data file, such as windows-1252; UTF-8 if not given")
    private @Nullable Charset charset;

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            description = "the period to read from a file of several, such as 2023")
    private @Nullable String period;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** Reads the name of an encoding. */
    static final class CharsetReader implements ITypeConverter<Charset> {
        @Override
        public Charset convert(String name) {
            try {
                return Charset.forName(name);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(
                        "'" + name + "' is no encoding that Java knows; such are UTF-8, windows-1252 and UTF-16");
            }
        }
    }

    /** A definition and the data for it are both files or both bundled. */
    static void checkPair(@Nullable Path definition, @Nullable Path data) {
        if (definition == null && data != null) {
            throw new WrongUsage("--data needs --definition: the bundled definition is that of the bundled data");
        } else if (definition != null && data == null) {
            throw new WrongUsage("--definition needs --data: the bundled data are those of the bundled definition");
        }
    }

    /** The definition of a file, or the bundled one. */
    static IndexDefinition definition(@Nullable Path file) {
        if (file == null) {
            return UkRegions.definition();
        }
        readable(file);
        return Definitions.read(file);
    }

    /** The study of a file, or that of the definition if it has one. */
    static Optional<RobustnessStudy> study(@Nullable Path file, @Nullable Path definition) {
        if (file != null) {
            readable(file);
            return Optional.of(Studies.read(file));
        }
        return Optional.ofNullable(definition).flatMap(Studies::ofDefinition);
    }

    /** Runs a study; if it does not fit the index or the data, the message names the file that it is in. */
    static <T> T running(@Nullable Path file, Supplier<T> run) {
        try {
            return run.get();
        } catch (DataException | IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            if (file == null || !OF_STUDY.matcher(message).lookingAt()) {
                throw e;
            }
            throw new BadInput(file.getFileName() + ": " + message);
        }
    }

    /** Definition and data, scored; what is wrong with one does not hide what is wrong with the other. */
    IndexResult result(@Nullable Path definition, @Nullable Path data, Terminal terminal) {
        Attempts attempts = new Attempts();
        IndexDefinition index = attempts.attempt(() -> definition(definition));
        Dataset dataset = attempts.attempt(() -> {
            if (index != null) {
                return data(data, index, terminal);
            }
            return data == null ? UkRegions.dataset() : data(data);
        });
        attempts.refuse();
        return CompositeIndex.of(Objects.requireNonNull(index)).score(Objects.requireNonNull(dataset));
    }

    /** All data of a file. */
    Dataset data(Path file) {
        return read(file, List.of());
    }

    /** What a definition needs of a file, or the bundled data: other columns may hold anything, and are named in a note. */
    Dataset data(@Nullable Path file, IndexDefinition definition, Terminal terminal) {
        if (file == null) {
            return UkRegions.dataset();
        }
        Set<String> needed = new LinkedHashSet<>();
        for (Metric metric : definition.metrics()) {
            needed.add(metric.code());
            metric.denominator().map(Denominator::code).ifPresent(needed::add);
        }
        readable(file);
        List<String> present = Datasets.metrics(file, options(List.of()));
        List<String> unused =
                present.stream().filter(column -> !needed.contains(column)).toList();
        if (!unused.isEmpty()) {
            terminal.note("note: left out what the definition does not name: "
                    + unused.stream().limit(NAMED).collect(Collectors.joining(", "))
                    + (unused.size() > NAMED ? " and " + (unused.size() - NAMED) + " more" : ""));
        }
        needed.remove(Denominator.POPULATION);
        if (definition.method().missing().absentMetrics() != AbsentMetrics.ERROR) {
            needed.retainAll(present);
        }
        if (period != null && !definition.method().imputeOverTime().equals(PanelImputations.none())) {
            return filled(file, List.copyOf(needed), period, definition.method().imputeOverTime());
        }
        return read(file, List.copyOf(needed));
    }

    /** One period of a file, after its missing cells are filled from the others. */
    private Dataset filled(Path file, List<String> metrics, String period, PanelImputation imputation) {
        Panel panel = Datasets.readPanel(file, options(metrics, null));
        return panel.periods().stream()
                .filter(known -> known.toString().equals(period))
                .findFirst()
                .map(known -> imputation.impute(panel).dataset(known))
                .orElseThrow(() -> new BadInput(file + " has no period '" + period + "'; it has "
                        + panel.periods().stream().map(Period::toString).collect(Collectors.joining(", "))));
    }

    private Dataset read(Path file, List<String> metrics) {
        readable(file);
        return Datasets.read(file, options(metrics));
    }

    private DataOptions options(List<String> metrics) {
        return options(metrics, period);
    }

    private DataOptions options(List<String> metrics, @Nullable String period) {
        DataOptions.Builder options = DataOptions.builder()
                .regionColumn(regionColumn)
                .addMetrics(metrics.toArray(String[]::new))
                .addIgnoredColumns(ignoredColumns.toArray(String[]::new))
                .decimal(decimal);
        if (separator != null) {
            options.separator(separator);
        }
        if (charset != null) {
            options.charset(charset);
        }
        if (period != null) {
            options.period(period);
        }
        try {
            return options.build();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    Objects.requireNonNull(command).commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** The advice of the library is for those who write Java; here the same things are options. */
    static String advice(String message) {
        return message.replace("say regionColumn(...) in DataOptions", "give --region-column NAME")
                .replace("Say regionColumn(...) in DataOptions", "Give --region-column NAME")
                .replaceAll("say decimal\\('(.)'\\) in DataOptions", "give --decimal $1")
                .replace("say the separator in DataOptions", "give --separator MARK")
                .replace(
                        "say the charset, such as windows-1252, in DataOptions", "give --charset, such as windows-1252")
                .replace("read it as a panel, or say the period in DataOptions", "give --period")
                .replace("keep some of the metrics or one period by DataOptions", "give --period")
                .replace(
                        "ignore the column, or say the metrics to keep, in DataOptions",
                        "leave it out with --ignore-column NAME")
                .replace(
                        "rename it, ignore it, or say the metrics to keep in DataOptions",
                        "rename it, or leave it out with --ignore-column NAME")
                .replace(
                        "Rename it, or ignore it in DataOptions",
                        "Rename it, or leave it out with --ignore-column NAME")
                .replace("ignore the column in DataOptions if", "leave it out with --ignore-column NAME if")
                .replace(
                        "; say others as missing markers in DataOptions",
                        "; leave out columns of text with --ignore-column NAME")
                .replace("ask for the complete regions only, or impute", "give --complete-only, or impute")
                .replace(
                        "let absent metrics count as not measured",
                        "say \"missing\": {\"method\": \"renormalise\", \"absentMetrics\": \"notMeasured\"} in the method of the"
                                + " definition");
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
