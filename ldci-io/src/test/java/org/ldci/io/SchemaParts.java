package org.ldci.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ldci.spi.Parameter;
import org.ldci.spi.Strategies;
import org.ldci.spi.StrategyProvider;

/** What the published JSON Schemas are made of. */
final class SchemaParts {
    private SchemaParts() {}

    /** A policy for missing scores: its rule alone, or an object. */
    static Map<String, Object> missing() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("method", words(DefinitionFormat.RULES));
        fields.put("minimumCoverage", object("type", "number", "minimum", 0, "maximum", 1));
        fields.put("absentMetrics", words(DefinitionFormat.ABSENT_METRICS));
        return object(
                "oneOf",
                List.of(words(DefinitionFormat.RULES), closed(DefinitionFormat.MISSING, fields, List.of("method"))));
    }

    /** A strategy: its name alone if every parameter has a default, or an object. */
    static <S> Map<String, Object> strategy(Class<S> kind, Map<String, Object> more) {
        List<Object> names = new ArrayList<>();
        List<Object> choices = new ArrayList<>();
        for (StrategyProvider<S> provider : Strategies.standard().ofKind(kind)) {
            List<String> required = new ArrayList<>(List.of("method"));
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("method", object("const", provider.name()));
            for (Parameter parameter : provider.parameters()) {
                Map<String, Object> type = type(parameter);
                parameter.fallback().ifPresent(value -> type.put("default", value));
                fields.put(parameter.name(), type);
                if (parameter.fallback().isEmpty()) {
                    required.add(parameter.name());
                }
            }
            fields.putAll(more);
            if (required.size() == 1) {
                names.add(provider.name());
            }
            choices.add(closed(List.copyOf(fields.keySet()), fields, required));
        }
        choices.add(0, object("enum", names));
        return object("oneOf", choices);
    }

    private static Map<String, Object> type(Parameter parameter) {
        Map<String, Object> number = object(
                "anyOf", List.of(object("type", "number"), object("enum", List.of("NaN", "Infinity", "-Infinity"))));
        return switch (parameter.type()) {
            case NUMBER -> number;
            case INTEGER -> object("type", "integer");
            case BOOLEAN -> object("type", "boolean");
            case TEXT -> string();
            case CHOICE -> object("enum", parameter.choices());
            case NUMBERS -> object("type", "array", "items", number);
            case TEXTS -> object("type", "array", "items", string());
            case MATRIX -> object("type", "array", "items", object("type", "array", "items", number));
        };
    }

    /** An object with these fields, in this order, and no others. */
    static Map<String, Object> closed(List<String> order, Map<String, Object> fields, List<String> required) {
        if (!fields.keySet().equals(Set.copyOf(order))) {
            throw new IllegalStateException("the schema has " + fields.keySet() + " but the reader " + order);
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        order.forEach(name -> properties.put(name, fields.get(name)));
        Map<String, Object> object = object("type", "object", "properties", properties);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        object.put("additionalProperties", false);
        return object;
    }

    static Map<String, Object> words(Map<String, ?> words) {
        return object("enum", List.copyOf(words.keySet()));
    }

    static Map<String, Object> string() {
        return object("type", "string");
    }

    static Map<String, Object> ref(String name) {
        return object("$ref", "#/$defs/" + name);
    }

    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}
