package org.ldci.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ldci.aggregate.Aggregator;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.Methodology;
import org.ldci.definition.MissingDataPolicy;
import org.ldci.io.json.Pointer;
import org.ldci.model.Component;
import org.ldci.model.Denominator;
import org.ldci.model.IndexNode;
import org.ldci.model.Metric;
import org.ldci.model.Problem;
import org.ldci.normalise.Normaliser;
import org.ldci.prepare.Denomination;
import org.ldci.prepare.Imputation;
import org.ldci.prepare.NoPanelImputation;
import org.ldci.prepare.PanelImputation;
import org.ldci.prepare.Screening;
import org.ldci.prepare.Treatment;
import org.ldci.weight.WeightingScheme;

/** Turns a definition into the tree of its document. */
final class DefinitionWriter {
    private final NamedStrategies strategies = new NamedStrategies();
    private final Methodology method;
    private final List<Problem> problems;

    private DefinitionWriter(Methodology method, List<Problem> problems) {
        this.method = method;
        this.problems = problems;
    }

    /** The document of a definition; problems are strategies that nobody named. */
    static Map<String, Object> tree(IndexDefinition definition, String path, List<Problem> problems) {
        DefinitionWriter writer = new DefinitionWriter(definition.method(), problems);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", DefinitionFormat.NAME);
        document.put("version", DefinitionFormat.VERSION);
        document.put("index", writer.component(definition.index(), true, path + "/index"));
        document.put("method", writer.method(path + "/method"));
        return document;
    }

    private Map<String, Object> component(Component component, boolean root, String path) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", component.code());
        fields.put("name", component.name());
        // the index has no siblings, so its weight means nothing and is 1 as a rule
        if (!root || component.weight() != 1) {
            fields.put("weight", component.weight());
        }
        putText(fields, "definition", component.definition());
        WeightingScheme scheme = method.weighComponents().get(component.code());
        if (scheme != null) {
            fields.put("weights", strategies.write(WeightingScheme.class, scheme, path + "/weights", problems));
        }
        Aggregator own = method.aggregateComponents().get(component.code());
        if (own != null) {
            fields.put("aggregate", strategies.write(Aggregator.class, own, path + "/aggregate", problems));
        }
        List<Object> components = new ArrayList<>();
        List<Object> metrics = new ArrayList<>();
        for (IndexNode child : component.children()) {
            if (child instanceof Component inner) {
                components.add(component(inner, false, Pointer.child(path + "/components", components.size())));
            } else {
                metrics.add(metric((Metric) child, Pointer.child(path + "/metrics", metrics.size())));
            }
        }
        if (!components.isEmpty()) {
            fields.put("components", components);
        }
        if (!metrics.isEmpty()) {
            fields.put("metrics", metrics);
        }
        return fields;
    }

    private Map<String, Object> metric(Metric metric, String path) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", metric.code());
        fields.put("name", metric.name());
        putText(fields, "unit", metric.unit());
        fields.put("direction", DefinitionFormat.word(metric.direction()));
        fields.put("weight", metric.weight());
        Normaliser normaliser = method.normaliseMetrics().get(metric.code());
        if (normaliser != null) {
            fields.put("normalise", strategies.write(Normaliser.class, normaliser, path + "/normalise", problems));
        }
        Treatment treatment = method.treatMetrics().get(metric.code());
        if (treatment != null) {
            fields.put("treat", strategies.write(Treatment.class, treatment, path + "/treat", problems));
        }
        metric.denominator().ifPresent(by -> fields.put("denominator", denominator(by)));
        metric.target().ifPresent(target -> fields.put("target", target));
        metric.goalposts().ifPresent(ends -> {
            Map<String, Object> goalposts = new LinkedHashMap<>();
            goalposts.put("lower", ends.lower());
            goalposts.put("upper", ends.upper());
            fields.put("goalposts", goalposts);
        });
        putText(fields, "source", metric.source());
        putText(fields, "year", metric.year());
        putText(fields, "definition", metric.definition());
        putText(fields, "licence", metric.licence());
        return fields;
    }

    private static Object denominator(Denominator by) {
        if (by.per() == 1) {
            return by.code();
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", by.code());
        fields.put("per", by.per());
        return fields;
    }

    private static void putText(Map<String, Object> fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.put(name, text);
        }
    }

    private Map<String, Object> method(String path) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "denominate", Denomination.class, method.denominate(), path);
        put(fields, "screen", Screening.class, method.screen(), path);
        if (!(method.imputeOverTime() instanceof NoPanelImputation)) {
            put(fields, "imputeOverTime", PanelImputation.class, method.imputeOverTime(), path);
        }
        put(fields, "impute", Imputation.class, method.impute(), path);
        put(fields, "treat", Treatment.class, method.treat(), path);
        put(fields, "normalise", Normaliser.class, method.normalise(), path);
        Map<Integer, WeightingScheme> weighLevels = method.weighLevels();
        fields.put("weights", withLevels(WeightingScheme.class, method.weigh(), weighLevels, path + "/weights"));
        Map<Integer, Aggregator> aggregateLevels = method.aggregateLevels();
        fields.put("aggregate", withLevels(Aggregator.class, method.aggregate(), aggregateLevels, path + "/aggregate"));
        fields.put("missing", missing(method.missing()));
        fields.put("ties", DefinitionFormat.word(method.ties()));
        return fields;
    }

    private <S> void put(Map<String, Object> fields, String name, Class<S> kind, S strategy, String path) {
        fields.put(name, strategies.write(kind, strategy, Pointer.child(path, name), problems));
    }

    private <S> Map<String, Object> withLevels(Class<S> kind, S general, Map<Integer, S> ofLevels, String path) {
        Map<String, Object> fields = strategies.write(kind, general, path, problems);
        Map<String, Object> levels = new LinkedHashMap<>();
        ofLevels.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(level -> {
            String key = level.getKey().toString();
            levels.put(key, strategies.write(kind, level.getValue(), path + "/levels/" + key, problems));
        });
        if (!levels.isEmpty()) {
            fields.put("levels", levels);
        }
        return fields;
    }

    /** A policy for missing scores. */
    static Map<String, Object> missing(MissingDataPolicy policy) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("method", DefinitionFormat.word(policy.rule()));
        fields.put("minimumCoverage", policy.minimumCoverage());
        fields.put("absentMetrics", DefinitionFormat.word(policy.absentMetrics()));
        return fields;
    }
}
