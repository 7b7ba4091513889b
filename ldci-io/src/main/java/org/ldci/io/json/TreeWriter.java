package org.ldci.io.json;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a tree as JSON or YAML, the same bytes on every machine.
 *
 * <p>Lists of numbers and of texts stand on one line. A number is written in its fewest digits, one that JSON cannot write
 * as the text NaN, Infinity or -Infinity, and what is not there as null. Unprintable characters and halves of surrogate pairs are escaped, so that every
 * text survives.
 */
public final class TreeWriter {
    /** Up to here doubles hold every whole number, and writing one without a point is shorter. */
    private static final double WHOLE = 1e15;

    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    private final StringBuilder out = new StringBuilder();

    private TreeWriter() {}

    /**
     * Writes JSON.
     *
     * @param tree the tree
     * @return the document, with a line break at its end
     * @throws IllegalArgumentException if it is nested deeper than {@link TreeReader#MAXIMUM_DEPTH}
     */
    public static String json(Map<String, ? extends @Nullable Object> tree) {
        TreeWriter writer = new TreeWriter();
        writer.json(tree, 1);
        return writer.out.append('\n').toString();
    }

    /**
     * Writes YAML.
     *
     * @param tree the tree, not empty
     * @return the document
     * @throws IllegalArgumentException if it is nested deeper than {@link TreeReader#MAXIMUM_DEPTH}
     */
    public static String yaml(Map<String, Object> tree) {
        TreeWriter writer = new TreeWriter();
        writer.yamlFields(tree, 1);
        return writer.out.toString();
    }

    private void json(@Nullable Object value, int depth) {
        if (value instanceof Map<?, ?> fields && !fields.isEmpty()) {
            check(depth);
            String separator = "{";
            for (Map.Entry<?, ?> field : fields.entrySet()) {
                out.append(separator);
                line(depth);
                text(field.getKey().toString());
                out.append(": ");
                json(field.getValue(), depth + 1);
                separator = ",";
            }
            line(depth - 1);
            out.append('}');
        } else if (value instanceof List<?> list && !isFlat(list)) {
            check(depth);
            String separator = "[";
            for (Object element : list) {
                out.append(separator);
                line(depth);
                json(element, depth + 1);
                separator = ",";
            }
            line(depth - 1);
            out.append(']');
        } else {
            inline(value, depth);
        }
    }

    private void yamlFields(Map<?, ?> fields, int depth) {
        check(depth);
        boolean first = true;
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            // the first field stands on the line of its list's dash
            if (!first || depth == 1 || out.charAt(out.length() - 1) == '\n') {
                indent(depth - 1);
            }
            first = false;
            String key = field.getKey().toString();
            if (PLAIN_KEY.matcher(key).matches()) {
                out.append(key);
            } else {
                text(key);
            }
            out.append(':');
            yamlValue(field.getValue(), depth);
        }
    }

    private void yamlValue(@Nullable Object value, int depth) {
        if (value instanceof Map<?, ?> inner && !inner.isEmpty()) {
            out.append('\n');
            yamlFields(inner, depth + 1);
        } else if (value instanceof List<?> list && !isFlat(list)) {
            out.append('\n');
            yamlElements(list, depth + 1);
        } else {
            out.append(' ');
            inline(value, depth + 1);
            out.append('\n');
        }
    }

    private void yamlElements(List<?> list, int depth) {
        check(depth);
        for (Object element : list) {
            indent(depth - 1);
            if (element instanceof Map<?, ?> fields && !fields.isEmpty()) {
                out.append("- ");
                yamlFields(fields, depth + 1);
            } else {
                out.append('-');
                yamlValue(element, depth);
            }
        }
    }

    /** What stands on one line in both: scalars and lists of them, and anything empty. */
    private void inline(@Nullable Object value, int depth) {
        if (value instanceof Map<?, ?>) {
            check(depth);
            out.append("{}");
        } else if (value instanceof List<?> list) {
            check(depth);
            out.append('[');
            for (Iterator<?> i = list.iterator(); i.hasNext(); ) {
                inline(i.next(), depth + 1);
                out.append(i.hasNext() ? ", " : "");
            }
            out.append(']');
        } else if (value instanceof Number number) {
            number(number.doubleValue());
        } else if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof String text) {
            text(text);
        } else {
            throw new IllegalArgumentException("documents carry texts, numbers, true and false, but not "
                    + value.getClass().getName());
        }
    }

    private static boolean isFlat(List<?> list) {
        return list.stream().noneMatch(element -> element instanceof Map || element instanceof List);
    }

    private static void check(int depth) {
        if (depth > TreeReader.MAXIMUM_DEPTH) {
            throw new IllegalArgumentException(
                    "is nested deeper than " + TreeReader.MAXIMUM_DEPTH + " levels, the most that a document may have");
        }
    }

    private void line(int depth) {
        out.append('\n');
        indent(depth);
    }

    private void indent(int depth) {
        out.append("  ".repeat(depth));
    }

    private void number(double number) {
        if (!Double.isFinite(number)) {
            text(Double.toString(number));
        } else if (number == Math.rint(number) && Math.abs(number) < WHOLE && !isNegativeZero(number)) {
            out.append((long) number);
        } else {
            // not Double.toString, whose digits depend on the version of Java
            out.append(NumberOutput.toString(number, true));
        }
    }

    private static boolean isNegativeZero(double number) {
        return Double.compare(number, -0.0) == 0;
    }

    /** Double quotes and the escapes that JSON and YAML share. */
    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                out.append(c).append(text.charAt(++i));
            } else if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (isPrintable(c)) {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        out.append('"');
    }

    private static boolean isPrintable(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
