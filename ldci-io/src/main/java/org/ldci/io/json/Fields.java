package org.ldci.io.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import org.ldci.internal.text.Suggestion;
import org.ldci.model.Problem;

/**
 * The fields of one object of a document, looked at strictly: a field that nobody knows is a problem, a field of the wrong
 * type is a problem and counts as left out. Not thread-safe.
 */
public final class Fields {
    private final Map<?, ?> fields;
    private final String path;
    private final List<Problem> problems;

    private Fields(Map<?, ?> fields, String path, List<Problem> problems) {
        this.fields = fields;
        this.path = path;
        this.problems = problems;
    }

    /**
     * The fields of a value that must be an object.
     *
     * @param value a value of a tree
     * @param path the pointer to it
     * @param problems receives every problem
     * @param known the names of the fields it may have
     * @return its fields; none if it is no object
     */
    public static Fields of(Object value, String path, List<Problem> problems, List<String> known) {
        if (!(value instanceof Map<?, ?> map)) {
            if (value != Mark.REFUSED) {
                problems.add(new Problem(path, "must be an object but is " + Text.describe(value)));
            }
            return new Fields(Map.of(), path, problems);
        }
        for (Object key : map.keySet()) {
            String name = key.toString();
            if (!known.contains(name)) {
                String nearest = Suggestion.nearest(name, known);
                problems.add(new Problem(
                        Pointer.child(path, name),
                        "unknown field '" + Text.shortened(name) + "'"
                                + (nearest.isEmpty() ? "; the fields are " + String.join(", ", known) : nearest)));
            }
        }
        return new Fields(map, path, problems);
    }

    /**
     * The pointer to a field of this object.
     *
     * @param name the name of the field
     * @return the pointer
     */
    public String path(String name) {
        return Pointer.child(path, name);
    }

    /**
     * Whether a field is there, whatever it holds.
     *
     * @param name the name of the field
     * @return true if it is there
     */
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /**
     * A field as it is.
     *
     * @param name the name of the field
     * @return its value; empty if it is left out, or a problem was reported for it
     */
    public Optional<Object> get(String name) {
        Object value = fields.get(name);
        return value == Mark.REFUSED ? Optional.empty() : Optional.ofNullable(value);
    }

    /**
     * Reports a field that is missing.
     *
     * @param name the name of the field
     */
    public void require(String name) {
        if (!has(name)) {
            problems.add(new Problem(path, "the field '" + name + "' is missing"));
        }
    }

    /**
     * A text.
     *
     * @param name the name of the field
     * @return the text, if there is one
     */
    public Optional<String> text(String name) {
        Object value = get(name).orElse(null);
        if (value == null || value instanceof String) {
            return Optional.ofNullable((String) value);
        }
        boolean quotes = value instanceof Number || value instanceof Boolean;
        wrong(name, "a text", value, quotes ? "; write it in quotes" : "");
        return Optional.empty();
    }

    /**
     * A number.
     *
     * @param name the name of the field
     * @return the number, if there is one
     */
    public OptionalDouble number(String name) {
        Object value = get(name).orElse(null);
        if (value instanceof Number number) {
            return OptionalDouble.of(number.doubleValue());
        }
        if (value != null) {
            wrong(name, "a number", value, "");
        }
        return OptionalDouble.empty();
    }

    /**
     * One of a few words.
     *
     * @param name the name of the field
     * @param words the words with what they mean
     * @param <T> what they mean
     * @return the meaning of the word, if there is one
     */
    public <T> Optional<T> choice(String name, Map<String, T> words) {
        Object value = get(name).orElse(null);
        T meaning = value instanceof String word ? words.get(word) : null;
        if (value != null && meaning == null) {
            String nearest = value instanceof String word ? Suggestion.nearest(word, words.keySet()) : "";
            wrong(name, "one of " + String.join(", ", words.keySet()), value, nearest);
        }
        return Optional.ofNullable(meaning);
    }

    /**
     * Goes through a list.
     *
     * @param name the name of the field; nothing happens if it is left out
     * @param each receives each element and its pointer
     */
    public void forEach(String name, BiConsumer<Object, String> each) {
        Object value = get(name).orElse(null);
        if (value instanceof List<?> list) {
            int position = 0;
            for (Object element : list) {
                each.accept(element, Pointer.child(path(name), position++));
            }
        } else if (value != null) {
            wrong(name, "a list", value, "");
        }
    }

    /**
     * Whether a field is an empty list.
     *
     * @param name the name of the field
     * @return true if it is there and an empty list
     */
    public boolean isEmptyList(String name) {
        return List.of().equals(fields.get(name));
    }

    /**
     * Goes through the fields of an object inside this one.
     *
     * @param name the name of the field that holds it; nothing happens if it is left out
     * @param each receives the name and the value of each
     */
    public void forEachField(String name, BiConsumer<String, Object> each) {
        Object value = get(name).orElse(null);
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> each.accept(key.toString(), inner));
        } else if (value != null) {
            wrong(name, "an object", value, "");
        }
    }

    private void wrong(String name, String expected, Object value, String advice) {
        problems.add(new Problem(
                path(name), "'" + name + "' must be " + expected + " but is " + Text.describe(value) + advice));
    }
}
