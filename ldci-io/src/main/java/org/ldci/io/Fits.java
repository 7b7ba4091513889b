package org.ldci.io;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ldci.engine.FittedIndex;
import org.ldci.io.json.Pointer;
import org.ldci.io.json.TextFile;
import org.ldci.io.json.TreeReader;
import org.ldci.io.json.TreeWriter;
import org.ldci.model.Problem;
import org.ldci.normalise.FittedNormaliser;
import org.ldci.prepare.FittedImputation;
import org.ldci.prepare.FittedTreatment;

/**
 * Fitted indices as JSON documents: the definition and everything that was learnt from data, so that another program, or the
 * same one next year, scores on the very same scale.
 *
 * <p>An index that was written and read back gives the same scores to the last bit. Reading is as strict as in
 * {@link Definitions}. Numbers that JSON cannot write stand as the texts NaN, Infinity and -Infinity. All methods are
 * thread-safe.
 */
public final class Fits {
    /** The largest file that is read, in bytes. */
    static final int MAXIMUM_BYTES = 256 << 20;

    private static final String SUBJECT = "fitted index";

    private Fits() {}

    /**
     * Reads a fitted index from a JSON file in UTF-8, a byte order mark tolerated.
     *
     * @param file the file
     * @return the fitted index
     * @throws FormatException if the file is no good fitted index, is not UTF-8 or is larger than 256 MiB; lists every problem
     * @throws UncheckedIOException if the file cannot be read
     */
    public static FittedIndex read(Path file) {
        List<Problem> problems = new ArrayList<>();
        return fit(TextFile.read(file, MAXIMUM_BYTES, problems), SUBJECT + " " + file.getFileName(), problems);
    }

    /**
     * Reads a fitted index from a JSON text.
     *
     * @param text the document
     * @return the fitted index
     * @throws FormatException if the text is no good fitted index; lists every problem
     */
    public static FittedIndex parse(String text) {
        return fit(Optional.of(text), SUBJECT, new ArrayList<>());
    }

    private static FittedIndex fit(Optional<String> text, String subject, List<Problem> problems) {
        return text.flatMap(document -> TreeReader.readJson(document, problems))
                .flatMap(tree -> FitReader.read(tree, problems))
                .orElseThrow(() -> new FormatException(subject, problems));
    }

    /**
     * Writes a fitted index to a JSON file in UTF-8.
     *
     * @param fit the fitted index
     * @param file the file, replaced if there is one
     * @throws IllegalArgumentException as {@link #toJson}
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(FittedIndex fit, Path file) {
        TextFile.write(file, toJson(fit));
    }

    /**
     * A fitted index as JSON.
     *
     * @param fit the fitted index
     * @return the document
     * @throws FormatException if it holds strategies, fitted or not, that no {@link org.ldci.spi.StrategyProvider} names, or
     *     its data digest is no SHA-256; lists them all
     * @throws IllegalArgumentException if the tree is too deep for a document, which nests at most 100 levels
     */
    public static String toJson(FittedIndex fit) {
        List<Problem> problems = new ArrayList<>();
        NamedStrategies strategies = new NamedStrategies();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", FitReader.NAME);
        document.put("version", FitReader.VERSION);
        document.put("definition", DefinitionWriter.tree(fit.definition(), "/definition", problems));
        document.put("dataSha256", fit.dataSha256());
        if (!FitReader.SHA256.matcher(fit.dataSha256()).matches()) {
            problems.add(new Problem("/dataSha256", FitReader.sha256Problem(fit.dataSha256())));
        }
        document.put("imputation", strategies.write(FittedImputation.class, fit.imputation(), "/imputation", problems));
        List<Object> metrics = new ArrayList<>();
        Map<String, FittedNormaliser> normalisers = fit.normalisers();
        fit.treatments().forEach((code, treatment) -> {
            String path = Pointer.child("/metrics", metrics.size());
            FittedNormaliser normaliser = Objects.requireNonNull(normalisers.get(code), code);
            Map<String, Object> metric = new LinkedHashMap<>();
            metric.put("code", code);
            metric.put("treatment", strategies.write(FittedTreatment.class, treatment, path + "/treatment", problems));
            metric.put(
                    "normaliser", strategies.write(FittedNormaliser.class, normaliser, path + "/normaliser", problems));
            metrics.add(metric);
        });
        document.put("metrics", metrics);
        document.put("weights", new LinkedHashMap<>(fit.weights()));
        if (!problems.isEmpty()) {
            throw new FormatException("fitted index '" + fit.definition().code() + "'", problems);
        }
        return TreeWriter.json(document);
    }
}
