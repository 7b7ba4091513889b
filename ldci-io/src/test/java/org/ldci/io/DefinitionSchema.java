package org.ldci.io;

import static org.ldci.io.SchemaParts.closed;
import static org.ldci.io.SchemaParts.missing;
import static org.ldci.io.SchemaParts.object;
import static org.ldci.io.SchemaParts.ref;
import static org.ldci.io.SchemaParts.strategy;
import static org.ldci.io.SchemaParts.string;
import static org.ldci.io.SchemaParts.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ldci.aggregate.Aggregator;
import org.ldci.io.json.TreeWriter;
import org.ldci.model.Codes;
import org.ldci.normalise.Normaliser;
import org.ldci.prepare.Denomination;
import org.ldci.prepare.Imputation;
import org.ldci.prepare.PanelImputation;
import org.ldci.prepare.Screening;
import org.ldci.prepare.Treatment;
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
        fields.put(
                "study",
                object(
                        "type",
                        "object",
                        "description",
                        "what varies in a study of robustness: the fields of urn:ldci:schema:study:1"
                                + " but format and version",
                        "required",
                        List.of("factors")));
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
}
