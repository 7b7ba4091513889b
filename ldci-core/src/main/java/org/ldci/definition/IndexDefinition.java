package org.ldci.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ldci.internal.text.Console;
import org.ldci.internal.text.TextTable;
import org.ldci.model.Component;
import org.ldci.model.ComponentBuilder;
import org.ldci.model.IndexNode;
import org.ldci.model.Metric;
import org.ldci.model.Problem;

/**
 * An index as a value: the tree of components and metrics, and the methodology.
 *
 * <p>Immutable, compared by value, valid by construction: every problem of a definition is reported at once.
 *
 * @param index the component at the root, whose code and name are those of the index
 * @param method how it is computed
 */
public record IndexDefinition(Component index, Methodology method) {
    /**
     * Checks the whole definition.
     *
     * @throws InvalidIndexException if it breaks a rule; lists every problem
     */
    public IndexDefinition {
        List<Problem> problems = problems(index.toBuilder(), method);
        if (!problems.isEmpty()) {
            throw new InvalidIndexException(index.code(), problems);
        }
    }

    /**
     * Starts a definition.
     *
     * @param code the code of the index, as in "my-index"
     * @return a builder
     */
    public static IndexDefinitionBuilder named(String code) {
        return new IndexDefinitionBuilder(Component.builder(code));
    }

    /**
     * The code of the index.
     *
     * @return the code of the root
     */
    public String code() {
        return index.code();
    }

    /**
     * The name of the index.
     *
     * @return the name of the root
     */
    public String name() {
        return index.name();
    }

    /**
     * All metrics.
     *
     * @return an unmodifiable list in the order of the tree
     */
    public List<Metric> metrics() {
        return index.metrics().toList();
    }

    /**
     * This definition with another way of computing.
     *
     * @param change changes the methodology, as in {@code m -> m.normalise(zScore())}
     * @return a new definition
     * @throws InvalidIndexException if the result breaks a rule
     */
    public IndexDefinition with(UnaryOperator<Methodology.Builder> change) {
        return new IndexDefinition(index, change.apply(method.toBuilder()).build());
    }

    /**
     * This definition with another weight for one node.
     *
     * @param code the code of a metric or component
     * @param weight its weight among its siblings, finite and at least 0
     * @return a new definition
     * @throws InvalidIndexException if there is no such node below the index, or the result breaks a rule
     */
    public IndexDefinition withWeight(String code, double weight) {
        return withWeights(Map.of(code, weight));
    }

    /**
     * This definition with other weights for some nodes.
     *
     * @param weights by the code of a metric or component, its weight among its siblings, finite and at least 0
     * @return a new definition
     * @throws InvalidIndexException if there is no such node below the index, or the result breaks a rule; lists every
     *     problem
     */
    public IndexDefinition withWeights(Map<String, Double> weights) {
        Set<String> known = Stream.concat(
                        index.components().skip(1).map(Component::code),
                        index.metrics().map(Metric::code))
                .collect(Collectors.toSet());
        List<Problem> problems = new ArrayList<>();
        weights.keySet().stream()
                .filter(code -> !known.contains(code))
                .sorted()
                .forEach(code ->
                        problems.add(new Problem("", "has no component or metric '" + code + "' below the index")));
        if (!problems.isEmpty()) {
            throw new InvalidIndexException(code(), problems);
        }
        ComponentBuilder changed = reweigh(index, weights);
        problems.addAll(problems(changed, method));
        if (!problems.isEmpty()) {
            throw new InvalidIndexException(code(), problems);
        }
        return new IndexDefinition(changed.build(), method);
    }

    private static ComponentBuilder reweigh(Component component, Map<String, Double> weights) {
        ComponentBuilder copy = Component.builder(component.code())
                .name(component.name())
                .weight(weights.getOrDefault(component.code(), component.weight()))
                .definition(component.definition());
        for (IndexNode child : component.children()) {
            if (child instanceof Component inner) {
                copy.component(reweigh(inner, weights));
            } else {
                Metric metric = (Metric) child;
                Double weight = weights.get(metric.code());
                copy.metric(
                        weight == null ? metric.toBuilder() : metric.toBuilder().weight(weight));
            }
        }
        return copy;
    }

    /**
     * Everything that would be wrong with a definition, before it is built.
     *
     * @param index the component at the root
     * @param method how it would be computed
     * @return the problems, each with its path in the definition document; empty if it can be built
     */
    public static List<Problem> problems(ComponentBuilder index, Methodology method) {
        List<Problem> problems = new ArrayList<>(index.problemsOfIndex());
        List<String> metrics = index.metricCodes();
        List<String> components = index.componentCodes();
        method.treatMetrics().keySet().forEach(code -> known("treat", "metric", code, metrics, problems));
        method.normaliseMetrics().keySet().forEach(code -> known("normalise", "metric", code, metrics, problems));
        method.weighComponents().keySet().forEach(code -> known("weights", "component", code, components, problems));
        method.aggregateComponents()
                .keySet()
                .forEach(code -> known("aggregate", "component", code, components, problems));
        levels("weights", method.weighLevels().keySet(), index.depth(), problems);
        levels("aggregate", method.aggregateLevels().keySet(), index.depth(), problems);
        return problems;
    }

    private static void levels(String step, Set<Integer> levels, int deepest, List<Problem> problems) {
        for (int level : levels) {
            if (level < 0 || level > deepest) {
                problems.add(new Problem(
                        "/method/" + step + "/levels/" + level,
                        step + ": unknown level " + level + "; the levels are 0 (the index) to " + deepest));
            }
        }
    }

    private static void known(String step, String kind, String code, List<String> known, List<Problem> problems) {
        if (!known.contains(code)) {
            problems.add(new Problem(
                    "/method/" + step, step + ": there is no " + kind + " '" + code + "' to make an exception for"));
        }
    }

    /** A title and the components right below the index, made for JShell. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(title());
        int shown = 0;
        for (IndexNode child : index.children()) {
            if (shown++ == 10) {
                text.append("\n... ").append(index.children().size() - 10).append(" more; print() for all");
                break;
            }
            text.append("\n  ").append(line(child));
        }
        return text.toString();
    }

    /** Prints the whole tree to the standard output. */
    public void print() {
        StringBuilder text = new StringBuilder(title());
        append(text, index, "  ");
        Console.print(text.toString());
    }

    private String title() {
        return "Index " + code() + ": " + (index.components().count() - 1) + " components, "
                + metrics().size() + " metrics";
    }

    private static void append(StringBuilder text, Component component, String indent) {
        for (IndexNode child : component.children()) {
            text.append('\n').append(indent).append(line(child));
            if (child instanceof Component inner) {
                append(text, inner, indent + "  ");
            }
        }
    }

    private static String line(IndexNode node) {
        String about = node instanceof Component component
                ? (component.metrics().findAny().isEmpty()
                        ? "not measured"
                        : component.metrics().count() + " metrics")
                : ((Metric) node).direction().name().toLowerCase(Locale.ROOT);
        return TextTable.shorten(node.code(), 40) + " (weight " + node.weight() + ", " + about + ")";
    }
}
