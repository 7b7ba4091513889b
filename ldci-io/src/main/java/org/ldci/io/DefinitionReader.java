package org.ldci.io;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ldci.aggregate.Aggregator;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.Methodology;
import org.ldci.definition.MissingDataPolicy;
import org.ldci.io.json.Fields;
import org.ldci.io.json.Pointer;
import org.ldci.io.json.Text;
import org.ldci.model.Codes;
import org.ldci.model.Component;
import org.ldci.model.ComponentBuilder;
import org.ldci.model.Metric;
import org.ldci.model.MetricBuilder;
import org.ldci.model.Problem;
import org.ldci.normalise.Normaliser;
import org.ldci.prepare.Denomination;
import org.ldci.prepare.Imputation;
import org.ldci.prepare.PanelImputation;
import org.ldci.prepare.Screening;
import org.ldci.prepare.Treatment;
import org.ldci.weight.WeightingScheme;

/** Turns the tree of a document into a definition, or into a list of everything that is wrong with it. */
final class DefinitionReader {
    private static final Pattern LEVEL = Pattern.compile("0|-?[1-9][0-9]{0,8}");

    private final NamedStrategies strategies = new NamedStrategies();
    private final List<Problem> problems;
    /** Codes that are missing, which the builders would call blank. */
    private final Set<String> missing = new HashSet<>();

    private final Map<String, Treatment> treatMetrics = new LinkedHashMap<>();
    private final Map<String, Normaliser> normaliseMetrics = new LinkedHashMap<>();
    private final Map<String, WeightingScheme> weighComponents = new LinkedHashMap<>();
    private final Map<Integer, WeightingScheme> weighLevels = new LinkedHashMap<>();
    private final Map<String, Aggregator> aggregateComponents = new LinkedHashMap<>();
    private final Map<Integer, Aggregator> aggregateLevels = new LinkedHashMap<>();

    private DefinitionReader(List<Problem> problems) {
        this.problems = problems;
    }

    /** Reads the definition that stands at a path; empty if there is any problem in it, found now or before. */
    static Optional<IndexDefinition> read(Object tree, String path, List<Problem> problems) {
        return new DefinitionReader(problems).document(tree, path);
    }

    private Optional<IndexDefinition> document(Object tree, String path) {
        int before = problems.size();
        Fields document = Fields.of(tree, path, problems, DefinitionFormat.DOCUMENT);
        if (!(tree instanceof Map<?, ?>)
                || !checkFormat(document, DefinitionFormat.NAME, DefinitionFormat.VERSION, problems)) {
            return Optional.empty();
        }
        document.require("index");
        ComponentBuilder index = document.get("index")
                .map(value -> component(value, document.path("index")))
                .orElse(null);
        Methodology method = document
                .get("method")
                .map(value -> method(value, document.path("method")))
                .orElse(Methodology.defaults())
                .toBuilder()
                .treatMetrics(treatMetrics)
                .normaliseMetrics(normaliseMetrics)
                .weighLevels(weighLevels)
                .weighComponents(weighComponents)
                .aggregateLevels(aggregateLevels)
                .aggregateComponents(aggregateComponents)
                .build();
        if (index != null) {
            addProblemsOfTheWhole(index, method, path);
        }
        // no part of the definition, but what is wrong with it is wrong with the document
        document.get("study").ifPresent(study -> StudyReader.readPart(study, document.path("study"), problems));
        // problems of the same text that were found before it was looked at count as well
        boolean bad = problems.stream().anyMatch(problem -> isWithin(problem.path(), path));
        return index == null || bad || problems.size() > before
                ? Optional.empty()
                : Optional.of(new IndexDefinition(index.build(), method));
    }

    private static boolean isWithin(String place, String path) {
        return place.equals(path) || place.startsWith(path + "/") || path.isEmpty();
    }

    /** Whether a document is of the right format and version: if not, nothing else about it is worth saying. */
    static boolean checkFormat(Fields document, String name, int version, List<Problem> problems) {
        int before = problems.size();
        document.require("format");
        document.require("version");
        document.text("format").filter(format -> !format.equals(name)).ifPresent(format -> {
            problems.add(new Problem(
                    document.path("format"), "must be '" + name + "' but is '" + Text.shortened(format) + "'"));
        });
        document.number("version").stream().filter(given -> given != version).forEach(given -> {
            problems.add(new Problem(
                    document.path("version"),
                    "must be " + version + ", the version that this library reads, but is "
                            + document.get("version").orElseThrow()));
        });
        return problems.size() == before && document.has("format") && document.has("version");
    }

    /** What the builders find, unless it only follows from what was found in the document. */
    private void addProblemsOfTheWhole(ComponentBuilder index, Methodology method, String path) {
        Set<String> reported = new HashSet<>(missing);
        problems.forEach(problem -> reported.add(problem.path()));
        boolean holes = reported.stream().anyMatch(at -> at.startsWith(path + "/index"));
        boolean noMetrics = index.metricCodes().isEmpty();
        for (Problem problem : IndexDefinition.problems(index, method)) {
            String at = path + problem.path();
            boolean follows = holes
                    && (problem.path().startsWith("/method/aggregate/levels")
                            || problem.path().startsWith("/method/weights/levels")
                            || (noMetrics && problem.path().equals("/index")));
            if (!reported.contains(at) && !follows) {
                problems.add(new Problem(at, problem.message()));
            }
        }
    }

    private ComponentBuilder component(Object value, String path) {
        Fields fields = Fields.of(value, path, problems, DefinitionFormat.COMPONENT);
        String code = code(value, fields);
        ComponentBuilder component = Component.builder(code);
        fields.text("name").ifPresent(component::name);
        fields.number("weight").ifPresent(component::weight);
        fields.text("definition").ifPresent(component::definition);
        strategy(WeightingScheme.class, fields, "weights").ifPresent(own -> weighComponents.put(code, own));
        strategy(Aggregator.class, fields, "aggregate").ifPresent(own -> aggregateComponents.put(code, own));
        fields.forEach("components", (inner, at) -> component.component(component(inner, at)));
        fields.forEach("metrics", (inner, at) -> component.metric(metric(inner, at)));
        boolean both = fields.has("components") && fields.has("metrics");
        // if neither is empty, the builder says so
        if (both && (fields.isEmptyList("components") || fields.isEmptyList("metrics"))) {
            problems.add(new Problem(path, "has the fields 'components' and 'metrics'; leave the empty one out"));
        }
        return component;
    }

    private MetricBuilder metric(Object value, String path) {
        Fields fields = Fields.of(value, path, problems, DefinitionFormat.METRIC);
        String code = code(value, fields);
        MetricBuilder metric = Metric.builder(code);
        fields.text("name").ifPresent(metric::name);
        fields.text("unit").ifPresent(metric::unit);
        fields.choice("direction", DefinitionFormat.DIRECTIONS).ifPresent(metric::direction);
        fields.number("weight").ifPresent(metric::weight);
        strategy(Normaliser.class, fields, "normalise").ifPresent(own -> normaliseMetrics.put(code, own));
        strategy(Treatment.class, fields, "treat").ifPresent(own -> treatMetrics.put(code, own));
        fields.get("denominator").ifPresent(by -> denominator(metric, by, fields.path("denominator")));
        fields.number("target").ifPresent(metric::target);
        fields.get("goalposts").ifPresent(ends -> goalposts(metric, ends, fields.path("goalposts")));
        fields.text("source").ifPresent(metric::source);
        fields.text("year").ifPresent(metric::year);
        fields.text("definition").ifPresent(metric::definition);
        fields.text("licence").ifPresent(metric::licence);
        return metric;
    }

    private String code(Object value, Fields fields) {
        if (value instanceof Map<?, ?>) {
            fields.require("code");
        }
        String code = fields.text("code").orElse("");
        if (code.isEmpty() && !fields.get("code").equals(Optional.of(""))) {
            missing.add(fields.path("code"));
        }
        if (code.length() <= Codes.MAXIMUM_LENGTH) {
            return code;
        }
        // later messages name the node, and this code may be of any length
        Codes.problem(code).ifPresent(rule -> problems.add(new Problem(fields.path("code"), "code " + rule)));
        return code.substring(0, Codes.MAXIMUM_LENGTH);
    }

    private void denominator(MetricBuilder metric, Object value, String path) {
        if (value instanceof String code) {
            metric.denominator(code);
        } else if (value instanceof Map<?, ?>) {
            Fields fields = Fields.of(value, path, problems, DefinitionFormat.DENOMINATOR);
            fields.require("code");
            double per = fields.number("per").orElse(1);
            fields.text("code").ifPresent(code -> metric.denominator(code, per));
        } else {
            problems.add(new Problem(
                    path,
                    "'denominator' must be a code or an object with \"code\" and \"per\" but is "
                            + Text.describe(value)));
        }
    }

    private void goalposts(MetricBuilder metric, Object value, String path) {
        Fields fields = Fields.of(value, path, problems, DefinitionFormat.GOALPOSTS);
        if (value instanceof Map<?, ?>) {
            fields.require("lower");
            fields.require("upper");
        }
        fields.number("lower")
                .ifPresent(lower -> fields.number("upper").ifPresent(upper -> metric.goalposts(lower, upper)));
    }

    private Methodology method(Object value, String path) {
        Fields fields = Fields.of(value, path, problems, DefinitionFormat.METHOD);
        Methodology.Builder method = Methodology.builder();
        strategy(Denomination.class, fields, "denominate").ifPresent(method::denominate);
        strategy(Screening.class, fields, "screen").ifPresent(method::screen);
        strategy(PanelImputation.class, fields, "imputeOverTime").ifPresent(method::imputeOverTime);
        strategy(Imputation.class, fields, "impute").ifPresent(method::impute);
        strategy(Treatment.class, fields, "treat").ifPresent(method::treat);
        strategy(Normaliser.class, fields, "normalise").ifPresent(method::normalise);
        withLevels(WeightingScheme.class, fields, "weights", weighLevels).ifPresent(method::weigh);
        withLevels(Aggregator.class, fields, "aggregate", aggregateLevels).ifPresent(method::aggregate);
        fields.get("missing")
                .flatMap(policy -> missing(policy, fields, problems))
                .ifPresent(method::missing);
        fields.choice("ties", DefinitionFormat.TIES).ifPresent(method::ties);
        return method.build();
    }

    private <S> Optional<S> strategy(Class<S> kind, Fields fields, String name) {
        return fields.get(name).flatMap(value -> strategies.read(kind, value, fields.path(name), problems));
    }

    /** The general strategy, with those of whole levels inside. */
    private <S> Optional<S> withLevels(Class<S> kind, Fields method, String name, Map<Integer, S> ofLevels) {
        Object general = method.get(name).orElse(null);
        if (general == null) {
            return Optional.empty();
        }
        String path = method.path(name);
        if (general instanceof Map<?, ?> fields && fields.containsKey("levels")) {
            Map<Object, Object> rest = new HashMap<>(fields);
            Object levels = Objects.requireNonNull(rest.remove("levels"));
            levels(kind, levels, Pointer.child(path, "levels"), ofLevels);
            general = rest;
        }
        return strategies.read(kind, general, path, problems);
    }

    private <S> void levels(Class<S> kind, Object value, String path, Map<Integer, S> ofLevels) {
        if (!(value instanceof Map<?, ?> levels)) {
            problems.add(new Problem(path, "'levels' must be an object but is " + Text.describe(value)));
            return;
        }
        levels.forEach((key, strategy) -> {
            String level = key.toString();
            String at = Pointer.child(path, level);
            if (!LEVEL.matcher(level).matches()) {
                problems.add(new Problem(
                        at, "a level is a whole number from 0 but this one is '" + Text.shortened(level) + "'"));
                return;
            }
            strategies.read(kind, strategy, at, problems).ifPresent(own -> ofLevels.put(Integer.parseInt(level), own));
        });
    }

    /** A policy for missing scores, which is the field "missing" of an object. */
    static Optional<MissingDataPolicy> missing(Object value, Fields method, List<Problem> problems) {
        if (value instanceof String) {
            return method.choice("missing", DefinitionFormat.RULES)
                    .map(rule -> new MissingDataPolicy(rule, 0, MissingDataPolicy.AbsentMetrics.ERROR));
        }
        String path = method.path("missing");
        Fields fields = Fields.of(value, path, problems, DefinitionFormat.MISSING);
        if (value instanceof Map<?, ?>) {
            fields.require("method");
        }
        Optional<MissingDataPolicy.Rule> rule = fields.choice("method", DefinitionFormat.RULES);
        double coverage = fields.number("minimumCoverage").orElse(0);
        MissingDataPolicy.AbsentMetrics absent = fields.choice("absentMetrics", DefinitionFormat.ABSENT_METRICS)
                .orElse(MissingDataPolicy.AbsentMetrics.ERROR);
        try {
            return Optional.of(
                    new MissingDataPolicy(rule.orElse(MissingDataPolicy.Rule.RENORMALISE), coverage, absent));
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(fields.path("minimumCoverage"), String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }
}
