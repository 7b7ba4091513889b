package org.ldci.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ldci.aggregate.Aggregator;
import org.ldci.io.json.TreeWriter;
import org.ldci.model.Codes;
import org.ldci.normalise.Normaliser;
import org.ldci.prepare.Denomination;
import org.ldci.prepare.Imputation;
import org.ldci.prepare.PanelImputation;
import org.ldci.prepare.Screening;
import org.ldci.prepare.Treatment;
import org.ldci.spi.Parameter;
import org.ldci.spi.Strategies;
import org.ldci.spi.StrategyProvider;
import org.ldci.weight.WeightingScheme;

/** Makes the published JSON Schema from the strategies of the library, so that it lists them and their parameters exactly. */
final class DefinitionSchema {
    private static final Map<String, Class<?>> KINDS = kinds();

    private DefinitionSchema() {}

    private static Map<String, Class<?>> kinds() {
        Map<String, Class<?>> kinds = new LinkedHashMap<>();
        kinds.put("denominate", Denomination.class);
        kinds.put("screen", Screening.class);
        kinds.put("imputeOverTime", PanelImputation.class);
        kinds.put("impute", Imputation.class);
        kinds.put("treat", Treatment.class);
        kinds.put("normalise", Normaliser.class);
        kinds.put("weights", WeightingScheme.class);
        kinds.put("aggregate", Aggregator.class);
        return kinds;
    }

    static String text() {
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put("code", code());
        definitions.put("weight", object("type", "number", "minimum", 0));
        definitions.put("component", component());
        definitions.put("metric", metric());
        definitions.put("method", method());
        definitions.put("missing", missing());
        KINDS.forEach((name, kind) -> definitions.put(name, strategy(kind, Map.of())));
        definitions.put("weightsWithLevels", withLevels("weights"));
        definitions.put("aggregateWithLevels", withLevels("aggregate"));

        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", object("const", DefinitionFormat.NAME));
        fields.put("version", object("const", DefinitionFormat.VERSION));
        fields.put("index", ref("component"));
        fields.put("method", ref("method"));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:ldci:schema:definition:1");
        schema.put("title", "LDCI index definition, version 1");
        schema.put(
                "description",
                "The tree of components and metrics of a composite index, and how it is computed, with the strategies that"
                        + " come with the library. The reader knows further rules, such as codes used once.");
        schema.putAll(closed(DefinitionFormat.DOCUMENT, fields, List.of("format", "version", "index")));
        schema.put("$defs", definitions);
        return TreeWriter.json(schema);
    }

    /** The general strategy may carry those of whole levels. */
    private static Map<String, Object> withLevels(String name) {
        Map<String, Object> levels = object(
                "type", "object",
                "propertyNames", object("pattern", "^(0|[1-9][0-9]{0,8})$"),
                "additionalProperties", ref(name));
        return strategy(Objects.requireNonNull(KINDS.get(name)), Map.of("levels", levels));
    }

    private static Map<String, Object> code() {
        return object(
                "type", "string",
                "maxLength", Codes.MAXIMUM_LENGTH,
                "pattern", "^[\\p{L}\\p{Nd}_][\\p{L}\\p{Nd}_.:/-]*$");
    }

    private static Map<String, Object> component() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", ref("code"));
        fields.put("name", string());
        fields.put("weight", ref("weight"));
        fields.put("definition", string());
        fields.put("weights", ref("weights"));
        fields.put("aggregate", ref("aggregate"));
        fields.put("components", object("type", "array", "items", ref("component")));
        fields.put("metrics", object("type", "array", "items", ref("metric")));
        Map<String, Object> component = closed(DefinitionFormat.COMPONENT, fields, List.of("code"));
        component.put("not", object("required", List.of("components", "metrics")));
        return component;
    }

    private static Map<String, Object> metric() {
        Map<String, Object> fields = new LinkedHashMap<>();
        DefinitionFormat.METRIC.forEach(name -> fields.put(name, string()));
        fields.put("code", ref("code"));
        fields.put("direction", words(DefinitionFormat.DIRECTIONS));
        fields.put("weight", ref("weight"));
        fields.put("normalise", ref("normalise"));
        fields.put("treat", ref("treat"));
        Map<String, Object> per = new LinkedHashMap<>();
        per.put("code", ref("code"));
        per.put("per", object("type", "number", "exclusiveMinimum", 0));
        fields.put(
                "denominator",
                object("oneOf", List.of(ref("code"), closed(DefinitionFormat.DENOMINATOR, per, List.of("code")))));
        fields.put("target", object("type", "number"));
        Map<String, Object> ends = new LinkedHashMap<>();
        DefinitionFormat.GOALPOSTS.forEach(end -> ends.put(end, object("type", "number")));
        fields.put("goalposts", closed(DefinitionFormat.GOALPOSTS, ends, DefinitionFormat.GOALPOSTS));
        return closed(DefinitionFormat.METRIC, fields, List.of("code"));
    }

    private static Map<String, Object> method() {
        Map<String, Object> fields = new LinkedHashMap<>();
        KINDS.keySet().forEach(name -> fields.put(name, ref(name)));
        fields.put("weights", ref("weightsWithLevels"));
        fields.put("aggregate", ref("aggregateWithLevels"));
        fields.put("missing", ref("missing"));
        fields.put("ties", words(DefinitionFormat.TIES));
        return closed(DefinitionFormat.METHOD, fields, List.of());
    }

    private static Map<String, Object> missing() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("method", words(DefinitionFormat.RULES));
        fields.put("minimumCoverage", object("type", "number", "minimum", 0, "maximum", 1));
        fields.put("absentMetrics", words(DefinitionFormat.ABSENT_METRICS));
        return object(
                "oneOf",
                List.of(words(DefinitionFormat.RULES), closed(DefinitionFormat.MISSING, fields, List.of("method"))));
    }

    /** A strategy: its name alone if every parameter has a default, or an object. */
    private static <S> Map<String, Object> strategy(Class<S> kind, Map<String, Object> more) {
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
    private static Map<String, Object> closed(List<String> order, Map<String, Object> fields, List<String> required) {
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

    private static Map<String, Object> words(Map<String, ?> words) {
        return object("enum", List.copyOf(words.keySet()));
    }

    private static Map<String, Object> string() {
        return object("type", "string");
    }

    private static Map<String, Object> ref(String name) {
        return object("$ref", "#/$defs/" + name);
    }

    private static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}
