package org.ldci.io;

import static org.ldci.io.SchemaParts.closed;
import static org.ldci.io.SchemaParts.missing;
import static org.ldci.io.SchemaParts.object;
import static org.ldci.io.SchemaParts.ref;
import static org.ldci.io.SchemaParts.strategy;
import static org.ldci.io.SchemaParts.string;
import static org.ldci.io.SchemaParts.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ldci.aggregate.Aggregator;
import org.ldci.io.json.TreeWriter;
import org.ldci.normalise.Normaliser;
import org.ldci.prepare.Imputation;
import org.ldci.prepare.Treatment;

/** Makes the published JSON Schema of studies from the words of the reader and the strategies of the library. */
final class StudySchema {
    private StudySchema() {}

    static String text() {
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put("name", object("type", "string", "minLength", 1));
        definitions.put("share", object("type", "number", "minimum", 0, "maximum", 1));
        definitions.put("choice", choice());
        definitions.put("weights", weights());
        definitions.put("cells", cells());
        definitions.put("alternative", alternative());
        definitions.put("distribution", distribution());
        definitions.put("constraint", constraint());
        definitions.put("missing", missing());
        definitions.put("normalise", strategy(Normaliser.class, Map.of()));
        definitions.put("aggregate", strategy(Aggregator.class, Map.of()));
        definitions.put("impute", strategy(Imputation.class, Map.of()));
        definitions.put("treat", strategy(Treatment.class, Map.of()));

        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", object("const", StudyFormat.NAME));
        fields.put("version", object("const", StudyFormat.VERSION));
        fields.put(
                "factors",
                some(object(
                        "oneOf",
                        StudyFormat.KINDS.keySet().stream()
                                .map(SchemaParts::ref)
                                .toList())));
        fields.put("design", words(StudyFormat.DESIGNS));
        fields.put("replicates", object("type", "integer", "minimum", 1, "maximum", Integer.MAX_VALUE));
        // from 2^53 on as a text, which says every digit
        fields.put(
                "seed",
                object(
                        "anyOf",
                        List.of(
                                object("type", "integer", "minimum", -0x1p53 + 1, "maximum", 0x1p53 - 1),
                                object("type", "string", "pattern", "^[-+]?\\p{Nd}+$"))));
        fields.put("failures", words(StudyFormat.FAILURES));
        fields.put("centralWeights", object("type", "boolean"));
        fields.put("pairs", object("type", "boolean"));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:ldci:schema:study:1");
        schema.put("title", "LDCI study of robustness, version 1");
        schema.put(
                "description",
                "What varies in a composite index and how often, with the strategies that come with the library. The reader"
                        + " knows further rules, such as probabilities that sum to 1.");
        schema.putAll(closed(StudyFormat.DOCUMENT, fields, List.of("format", "version", "factors")));
        schema.put("$defs", definitions);
        return TreeWriter.json(schema);
    }

    private static Map<String, Object> choice() {
        Map<String, Object> fields = factor(StudyFormat.Kind.CHOICE);
        fields.put("alternatives", some(ref("alternative")));
        return closed(StudyFormat.CHOICE, fields, List.of("code", "vary", "alternatives"));
    }

    /** Levels or components; neither if the space of weights says whose they are. */
    private static Map<String, Object> weights() {
        Map<String, Object> fields = factor(StudyFormat.Kind.WEIGHTS);
        fields.put("distribution", ref("distribution"));
        fields.put("levels", object("type", "array", "items", object("type", "integer", "minimum", 0)));
        fields.put("components", list(string()));
        Map<String, Object> weights = closed(StudyFormat.WEIGHTS, fields, List.of("code", "vary", "distribution"));
        Map<String, Object> one = object("minItems", 1);
        weights.put(
                "not",
                object(
                        "properties",
                        object("levels", one, "components", one),
                        "required",
                        List.of("levels", "components")));
        Map<String, Object> within = object(
                "properties", object("method", object("const", DefinitionFormat.word(StudyFormat.Drawn.WITHIN))));
        weights.put("if", object("properties", object("distribution", within)));
        Map<String, Object> none = object("maxItems", 0);
        weights.put("then", object("properties", object("levels", none, "components", none)));
        return weights;
    }

    private static Map<String, Object> cells() {
        Map<String, Object> fields = factor(StudyFormat.Kind.CELLS);
        fields.put("scale", object("type", "number", "exclusiveMinimum", 0, "default", 1));
        return closed(StudyFormat.CELLS, fields, List.of("code", "vary"));
    }

    /** What every factor has. */
    private static Map<String, Object> factor(StudyFormat.Kind kind) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", ref("name"));
        fields.put("vary", object("const", DefinitionFormat.word(kind)));
        return fields;
    }

    /** Changes one thing at most. */
    private static Map<String, Object> alternative() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("label", ref("name"));
        fields.put("probability", object("type", "number", "exclusiveMinimum", 0, "maximum", 1));
        StudyFormat.CHANGES.forEach(name -> fields.put(name, ref(name)));
        fields.put("leaveOut", string());
        fields.put("level", object("type", "integer"));
        fields.put("weights", object("type", "object", "additionalProperties", object("type", "number", "minimum", 0)));
        Map<String, Object> alternative = closed(StudyFormat.ALTERNATIVE, fields, List.of("label"));
        List<Object> changes = present(StudyFormat.CHANGES);
        changes.add(object("not", object("anyOf", present(StudyFormat.CHANGES))));
        alternative.put("oneOf", changes);
        alternative.put("dependentRequired", object("level", List.of("aggregate")));
        return alternative;
    }

    private static Map<String, Object> distribution() {
        Map<String, Object> band = drawn(StudyFormat.Drawn.BAND);
        band.put("relative", object("type", "number", "exclusiveMinimum", 0, "maximum", 1));
        Map<String, Object> dirichlet = drawn(StudyFormat.Drawn.DIRICHLET);
        dirichlet.put("concentration", object("type", "number", "exclusiveMinimum", 0));
        return object(
                "oneOf",
                List.of(
                        closed(StudyFormat.BAND, band, StudyFormat.BAND),
                        closed(StudyFormat.UNIFORM, drawn(StudyFormat.Drawn.UNIFORM_ON_SIMPLEX), StudyFormat.UNIFORM),
                        closed(StudyFormat.DIRICHLET, dirichlet, StudyFormat.DIRICHLET),
                        within()));
    }

    /** A component goes with the scope of that name, and with no other. */
    private static Map<String, Object> within() {
        Map<String, Object> fields = drawn(StudyFormat.Drawn.WITHIN);
        fields.put("scope", words(StudyFormat.SCOPES));
        fields.put("component", string());
        fields.put("constraints", list(ref("constraint")));
        Map<String, Object> within = closed(StudyFormat.WITHIN, fields, List.of("method", "scope"));
        within.put("if", object("properties", object("scope", object("const", "component"))));
        within.put("then", object("required", List.of("component")));
        within.put("else", object("not", object("required", List.of("component"))));
        return within;
    }

    private static Map<String, Object> drawn(StudyFormat.Drawn kind) {
        return object("method", object("const", DefinitionFormat.word(kind)));
    }

    private static Map<String, Object> constraint() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("atLeast", string());
        fields.put("atMost", string());
        fields.put("share", ref("share"));
        fields.put("ordered", object("type", "array", "items", string(), "minItems", 2, "uniqueItems", true));
        fields.put("band", ref("share"));
        fields.put(
                "linear",
                object("type", "object", "additionalProperties", object("type", "number"), "minProperties", 1));
        Map<String, Object> constraint = closed(StudyFormat.CONSTRAINT, fields, List.of());
        constraint.put("oneOf", present(List.of("atLeast", "atMost", "ordered", "band", "linear")));
        constraint.put("dependentRequired", object("atLeast", List.of("share"), "atMost", List.of("share")));
        constraint.put("dependentSchemas", object("share", object("anyOf", present(List.of("atLeast", "atMost")))));
        return constraint;
    }

    /** For each field, that it is there. */
    private static List<Object> present(List<String> fields) {
        List<Object> present = new ArrayList<>();
        fields.forEach(name -> present.add(object("required", List.of(name))));
        return present;
    }

    private static Map<String, Object> list(Map<String, Object> items) {
        return object("type", "array", "items", items);
    }

    private static Map<String, Object> some(Map<String, Object> items) {
        return object("type", "array", "items", items, "minItems", 1);
    }
}
