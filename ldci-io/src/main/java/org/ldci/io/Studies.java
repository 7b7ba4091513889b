package org.ldci.io;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ldci.io.json.TextFile;
import org.ldci.io.json.TreeReader;
import org.ldci.io.json.TreeWriter;
import org.ldci.model.Problem;
import org.ldci.robustness.RobustnessStudy;

/**
 * Studies of robustness as documents of the format {@code ldci-study}, in JSON or YAML.
 *
 * <p>What can be said in Java can be said in a document, except functions; writing then reading gives an equal study. Reading is
 * strict, as that of {@link Definitions}. All methods are thread-safe.
 */
public final class Studies {
    private static final String SUBJECT = "study";
    private static final String SCHEMA = "ldci-study-1.schema.json";

    private Studies() {}

    /**
     * Reads a study from a file in UTF-8, of a study or of a definition that has one: as JSON if its name ends in .json, as YAML if in .yaml or .yml, and else as
     * {@link #parse} does.
     *
     * @param file the file
     * @return the study
     * @throws FormatException if the file is no good study, is not UTF-8 or is larger than 32 MiB; lists every problem
     * @throws UncheckedIOException if the file cannot be read
     */
    public static RobustnessStudy read(Path file) {
        List<Problem> problems = new ArrayList<>();
        return study(tree(file, problems), SUBJECT + " " + file.getFileName(), problems);
    }

    private static Optional<Object> tree(Path file, List<Problem> problems) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return TextFile.read(file, Definitions.MAXIMUM_BYTES, problems)
                .flatMap(text -> name.endsWith(".json")
                        ? TreeReader.readJson(text, problems)
                        : name.endsWith(".yaml") || name.endsWith(".yml")
                                ? TreeReader.readYaml(text, problems)
                                : TreeReader.read(text, problems));
    }

    /**
     * Reads a study from a text, of a study or of a definition that has one: JSON, or YAML if the first character that is not blank is no opening brace.
     *
     * @param text the document
     * @return the study
     * @throws FormatException if the text is no good study; lists every problem
     */
    public static RobustnessStudy parse(String text) {
        List<Problem> problems = new ArrayList<>();
        return study(TreeReader.read(text, problems), SUBJECT, problems);
    }

    /**
     * The study of the document of a definition, if it has one.
     *
     * @param file the file, as for {@link Definitions#read}
     * @return the study; empty if the document has none
     * @throws FormatException if the file is no good document, or its study is no good one; lists every problem
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Optional<RobustnessStudy> ofDefinition(Path file) {
        List<Problem> problems = new ArrayList<>();
        Optional<Object> tree = tree(file, problems);
        if (tree.isPresent()
                && tree.get() instanceof Map<?, ?> map
                && DefinitionFormat.NAME.equals(map.get("format"))
                && !map.containsKey("study")) {
            return Optional.empty();
        }
        return Optional.of(study(tree, SUBJECT + " " + file.getFileName(), problems));
    }

    private static RobustnessStudy study(Optional<Object> tree, String subject, List<Problem> problems) {
        return tree.flatMap(document -> StudyReader.read(document, problems))
                .orElseThrow(() -> new FormatException(subject, problems));
    }

    /**
     * A study as JSON.
     *
     * @param study the study
     * @return the document, the same for equal studies
     * @throws FormatException if it holds functions, or strategies that no {@link org.ldci.spi.StrategyProvider} names; lists
     *     them all
     */
    public static String toJson(RobustnessStudy study) {
        return TreeWriter.json(tree(study));
    }

    /**
     * A study as YAML.
     *
     * @param study the study
     * @return the document, the same for equal studies
     * @throws FormatException as {@link #toJson}
     */
    public static String toYaml(RobustnessStudy study) {
        return TreeWriter.yaml(tree(study));
    }

    /**
     * The JSON Schema, draft 2020-12, of version 1 of the document, with the strategies of the library. It says what a schema
     * can say; the reader knows more rules, and the strategies of third parties.
     *
     * @return the schema, which is also the resource {@code org/ldci/io/ldci-study-1.schema.json}
     */
    public static String schema() {
        return Definitions.schema(SCHEMA);
    }

    private static Map<String, Object> tree(RobustnessStudy study) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Object> tree = StudyWriter.tree(study, problems);
        if (!problems.isEmpty()) {
            throw new FormatException(SUBJECT, problems);
        }
        return tree;
    }
}
