package org.ldci.io.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ldci.model.Problem;

/**
 * Reads a document into a tree and keeps to the letter: nothing is repaired, nothing is left out.
 *
 * <p>Refused are fields given twice, numbers that no double can hold, nesting deeper than {@value #MAXIMUM_DEPTH}, numbers
 * of more than {@value #MAXIMUM_DIGITS} characters, and anything after the end. YAML is read as far as it says what JSON
 * can say: aliases, tags and numbers that JSON would not write so are refused, texts need no quotes.
 */
public final class TreeReader {
    /** The deepest nesting of objects and lists. */
    public static final int MAXIMUM_DEPTH = 100;

    /** The longest number, in characters. */
    public static final int MAXIMUM_DIGITS = 1_000;

    /** The longest YAML document, in characters. */
    public static final int MAXIMUM_YAML = 3_000_000;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Pattern ZERO = Pattern.compile("-?[0.]+([eE].*)?");
    private static final Pattern YAML_PROBLEM =
            Pattern.compile("([^\\n]*)\\n in 'reader', line ([0-9]+), column ([0-9]+):");

    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(MAXIMUM_DEPTH)
            .maxNumberLength(MAXIMUM_DIGITS)
            .maxStringLength(Integer.MAX_VALUE)
            .build();
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(CONSTRAINTS)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();
    private static final YAMLFactory YAML =
            YAMLFactory.builder().streamReadConstraints(CONSTRAINTS).build();

    private final JsonParser parser;
    private final List<Problem> problems;
    /** Where the parser is, for the errors it throws. */
    private String path = "";

    private TreeReader(JsonParser parser, List<Problem> problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /**
     * Reads JSON, or YAML if the first character that is not blank is no opening brace.
     *
     * @param text the document; a byte order mark at its start is left out
     * @param problems receives every problem
     * @return the tree; empty if there is none for the problems
     */
    public static Optional<Object> read(String text, List<Problem> problems) {
        return withoutMark(text).stripLeading().startsWith("{") ? readJson(text, problems) : readYaml(text, problems);
    }

    /**
     * Reads JSON.
     *
     * @param text the document; a byte order mark at its start is left out
     * @param problems receives every problem
     * @return the tree; empty if there is none for the problems
     */
    public static Optional<Object> readJson(String text, List<Problem> problems) {
        return read(JSON, withoutMark(text), problems);
    }

    /**
     * Reads YAML.
     *
     * @param text the document; a byte order mark at its start is left out
     * @param problems receives every problem
     * @return the tree; empty if there is none for the problems
     */
    public static Optional<Object> readYaml(String text, List<Problem> problems) {
        if (text.length() > MAXIMUM_YAML) {
            problems.add(new Problem(
                    "",
                    "has " + text.length() + " characters, but YAML may have at most " + MAXIMUM_YAML
                            + "; write it as JSON"));
            return Optional.empty();
        }
        return read(YAML, withoutMark(text), problems);
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Optional<Object> read(JsonFactory factory, String text, List<Problem> problems) {
        try (JsonParser parser = factory.createParser(text)) {
            return new TreeReader(parser, problems).document();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }

    private Optional<Object> document() throws IOException {
        Object tree;
        try {
            if (parser.nextToken() == null) {
                problems.add(new Problem("", "is empty"));
                return Optional.empty();
            }
            tree = value();
        } catch (JsonProcessingException e) {
            problems.add(syntax(e));
            return Optional.empty();
        }
        boolean more;
        try {
            more = parser.nextToken() != null;
        } catch (JsonProcessingException e) {
            more = true;
        }
        if (more) {
            problems.add(new Problem("", at(parser.currentTokenLocation()) + "there is more after the end"));
        }
        return Optional.of(tree);
    }

    private Object value() throws IOException {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            return refused("is the YAML alias '*" + Text.shortened(parser.getText())
                    + "', which is not supported; write the value out");
        }
        if (parser.getTypeId() != null) {
            problems.add(new Problem(
                    path,
                    "has the YAML tag '" + Text.shortened(parser.getTypeId().toString()) + "'; leave it out"));
        }
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> Mark.NULL;
            default -> Mark.REFUSED; // a YAML tag made it something else, and was reported
        };
    }

    private Map<String, Object> object() throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        String here = path;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            path = Pointer.child(here, name);
            if (fields.containsKey(name)) {
                problems.add(new Problem(path, "the field '" + Text.shortened(name) + "' is given twice"));
            }
            parser.nextToken();
            fields.putIfAbsent(name, value());
            path = here;
        }
        return fields;
    }

    private List<Object> list() throws IOException {
        List<Object> elements = new ArrayList<>();
        String here = path;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            path = Pointer.child(here, elements.size());
            elements.add(value());
            path = here;
        }
        return elements;
    }

    private Object number(String literal) {
        if (!NUMBER.matcher(literal).matches()) {
            return refused("'" + Text.shortened(literal)
                    + "' is not written as JSON writes numbers; a text like this needs quotes");
        }
        double number = Double.parseDouble(literal);
        if (Double.isInfinite(number)) {
            return refused("the number " + Text.shortened(literal) + " is beyond what a double can hold");
        }
        if (number == 0 && !ZERO.matcher(literal).matches()) {
            return refused("the number " + Text.shortened(literal) + " is closer to 0 than a double can tell");
        }
        boolean whole = literal.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '-');
        return whole && number == (int) number && !literal.equals("-0") ? (Object) (int) number : (Object) number;
    }

    private Mark refused(String message) {
        problems.add(new Problem(path, message));
        return Mark.REFUSED;
    }

    private Problem syntax(JsonProcessingException e) {
        String message = String.valueOf(e.getOriginalMessage());
        Matcher matcher = YAML_PROBLEM.matcher(message);
        String found = "";
        while (matcher.find()) {
            // the context comes first, the problem itself last
            found = "line " + matcher.group(2) + ", column " + matcher.group(3) + ": " + matcher.group(1);
        }
        if (!found.isEmpty()) {
            return new Problem(path, found);
        }
        JsonLocation location = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
        return new Problem(path, at(location) + plain(message));
    }

    private static String at(JsonLocation location) {
        return "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    }

    /** The parser's message without advice for its programmers. */
    private static String plain(String message) {
        return message.replaceAll(", from `[^`]*`", "")
                .replaceAll(": enable `[^`]*` to allow", "")
                .replaceAll(" \\(not recognized as one[^)]*\\)", "")
                .replaceAll("\\[Source: [^;]*; (line: \\d+, column: \\d+)\\]", "$1");
    }
}
