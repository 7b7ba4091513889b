package org.ldci.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ldci.definition.IndexDefinition;
import org.ldci.io.json.TextFile;
import org.ldci.io.json.TreeReader;
import org.ldci.io.json.TreeWriter;
import org.ldci.model.Problem;
import org.ldci.robustness.RobustnessStudy;

/**
 * Index definitions as documents, in JSON or YAML.
 *
 * <p>One document holds the tree, the metrics and the method. What can be said in Java can be said in it, and writing then
 * reading gives an equal definition. Only {@code format}, {@code version} and the codes are required; whatever else is left
 * out has the default of {@link IndexDefinition#named}. Reading is strict: fields that are unknown or given twice, values of
 * the wrong type and every rule of a definition are reported together, each with its JSON pointer. All methods are
 * thread-safe.
 */
public final class Definitions {
    /** The largest file that is read, in bytes. */
    static final int MAXIMUM_BYTES = 32 << 20;

    private static final String SUBJECT = "definition";
    private static final String SCHEMA = "ldci-definition-1.schema.json";

    private Definitions() {}

    /**
     * Reads a definition from a file in UTF-8, a byte order mark tolerated: as JSON if its name ends in .json, as YAML if in
     * .yaml or .yml, and else as {@link #parse} does.
     *
     * @param file the file
     * @return the definition
     * @throws FormatException if the file is no good definition, is not UTF-8 or is larger than 32 MiB; lists every problem
     * @throws UncheckedIOException if the file cannot be read
     */
    public static IndexDefinition read(Path file) {
        List<Problem> problems = new ArrayList<>();
        Optional<Object> tree = TextFile.read(file, MAXIMUM_BYTES, problems).flatMap(text -> switch (extension(file)) {
            case "json" -> TreeReader.readJson(text, problems);
            case "yaml", "yml" -> TreeReader.readYaml(text, problems);
            default -> TreeReader.read(text, problems);
        });
        return definition(tree, SUBJECT + " " + file.getFileName(), problems);
    }

    /**
     * Reads a definition from a text: JSON, or YAML if the first character that is not blank is no opening brace.
     *
     * @param text the document
     * @return the definition
     * @throws FormatException if the text is no good definition; lists every problem
     */
    public static IndexDefinition parse(String text) {
        List<Problem> problems = new ArrayList<>();
        return definition(TreeReader.read(text, problems), SUBJECT, problems);
    }

    private static IndexDefinition definition(Optional<Object> tree, String subject, List<Problem> problems) {
        return tree.flatMap(document -> DefinitionReader.read(document, "", problems))
                .orElseThrow(() -> new FormatException(subject, problems));
    }

    /**
     * Writes a definition to a file in UTF-8: JSON if its name ends in .json, YAML if in .yaml or .yml.
     *
     * @param definition the definition
     * @param file the file, replaced if there is one
     * @throws IllegalArgumentException if the name ends in anything else, or as {@link #toJson(IndexDefinition)}
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(IndexDefinition definition, Path file) {
        String text = switch (extension(file)) {
            case "json" -> toJson(definition);
            case "yaml", "yml" -> toYaml(definition);
            default ->
                throw new IllegalArgumentException("definitions are written to files that end in .json, .yaml or"
                        + " .yml but this one is '" + file.getFileName() + "'");
        };
        TextFile.write(file, text);
    }

    private static String extension(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * A definition as JSON.
     *
     * @param definition the definition
     * @return the document, the same for equal definitions
     * @throws FormatException if it holds strategies that no {@link org.ldci.spi.StrategyProvider} names, such as lambdas;
     *     lists them all
     * @throws IllegalArgumentException if the tree is too deep for a document, which nests at most 100 levels
     */
    public static String toJson(IndexDefinition definition) {
        return TreeWriter.json(tree(definition));
    }

    /**
     * A definition and a study of it as one JSON document, from which {@link #parse} reads the one and {@link Studies#parse}
     * the other.
     *
     * @param definition the definition
     * @param study the study
     * @return the document, the same for equal definitions and studies
     * @throws FormatException as {@link #toJson(IndexDefinition)} and {@link Studies#toJson}
     * @throws IllegalArgumentException as {@link #toJson(IndexDefinition)}
     */
    public static String toJson(IndexDefinition definition, RobustnessStudy study) {
        Map<String, Object> tree = tree(definition);
        List<Problem> problems = new ArrayList<>();
        tree.put("study", StudyWriter.part(study, "/study", problems));
        if (!problems.isEmpty()) {
            throw new FormatException("study of definition '" + definition.code() + "'", problems);
        }
        return TreeWriter.json(tree);
    }

    /**
     * A definition as YAML.
     *
     * @param definition the definition
     * @return the document, the same for equal definitions
     * @throws FormatException as {@link #toJson(IndexDefinition)}
     * @throws IllegalArgumentException as {@link #toJson(IndexDefinition)}, or if it has more than 3,000,000 characters
     */
    public static String toYaml(IndexDefinition definition) {
        String yaml = TreeWriter.yaml(tree(definition));
        if (yaml.length() > TreeReader.MAXIMUM_YAML) {
            throw new IllegalArgumentException("definition '" + definition.code() + "' has " + yaml.length()
                    + " characters, but YAML may have at most " + TreeReader.MAXIMUM_YAML + "; write it as JSON");
        }
        return yaml;
    }

    private static Map<String, Object> tree(IndexDefinition definition) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Object> tree = DefinitionWriter.tree(definition, "", problems);
        if (!problems.isEmpty()) {
            throw new FormatException("definition '" + definition.code() + "'", problems);
        }
        return tree;
    }

    /**
     * The JSON Schema, draft 2020-12, of version 1 of the document, with the strategies of the library. It says what a schema
     * can say; the reader knows more rules, and the strategies of third parties.
     *
     * @return the schema, which is also the resource {@code org/ldci/io/ldci-definition-1.schema.json}
     */
    public static String schema() {
        return schema(SCHEMA);
    }

    /** A schema of this package. */
    static String schema(String name) {
        try (InputStream in = Objects.requireNonNull(Definitions.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the schema cannot be read", e);
        }
    }
}
