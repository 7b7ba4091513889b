package org.ldci.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Collects the attributes and children of a {@link Component}; what is wrong, here and anywhere below, is reported when
 * it is built, all at once. Not thread-safe.
 */
public final class ComponentBuilder implements NodeBuilder {
    /** The path of the index itself in a definition. */
    static final String ROOT = "/index";

    private final String code;
    private final List<NodeBuilder> children = new ArrayList<>();
    private String name;
    private double weight = 1;
    private String definition = "";

    ComponentBuilder(String code) {
        this.code = code;
        this.name = code;
    }

    ComponentBuilder(Component component) {
        code = component.code();
        name = component.name();
        weight = component.weight();
        definition = component.definition();
        for (IndexNode child : component.children()) {
            if (child instanceof Metric metric) {
                metric(metric);
            } else {
                component((Component) child);
            }
        }
    }

    /**
     * Sets the name that people read.
     *
     * @param name the name
     * @return this builder
     */
    public ComponentBuilder name(String name) {
        this.name = name;
        return this;
    }

    /**
     * Sets the weight among the siblings.
     *
     * @param weight a finite number of at least 0; 1 if never set
     * @return this builder
     */
    public ComponentBuilder weight(double weight) {
        this.weight = weight;
        return this;
    }

    /**
     * Says what the component stands for.
     *
     * @param definition the definition
     * @return this builder
     */
    public ComponentBuilder definition(String definition) {
        this.definition = definition;
        return this;
    }

    /**
     * Adds a metric with defaults.
     *
     * @param code the code of the metric
     * @return this builder
     */
    public ComponentBuilder metric(String code) {
        return metric(code, metric -> {});
    }

    /**
     * Adds a metric.
     *
     * @param code the code of the metric
     * @param attributes sets the attributes
     * @return this builder
     */
    public ComponentBuilder metric(String code, Consumer<MetricBuilder> attributes) {
        MetricBuilder metric = new MetricBuilder(code);
        attributes.accept(metric);
        children.add(metric);
        return this;
    }

    /**
     * Adds a metric that exists already.
     *
     * @param metric the metric
     * @return this builder
     */
    public ComponentBuilder metric(Metric metric) {
        children.add(metric.toBuilder());
        return this;
    }

    /**
     * Adds a metric that is being built.
     *
     * @param metric the builder of the metric
     * @return this builder
     */
    public ComponentBuilder metric(MetricBuilder metric) {
        children.add(metric);
        return this;
    }

    /**
     * Adds a component that is being built.
     *
     * @param component the builder of the component; must not be this one nor hold it
     * @return this builder
     */
    public ComponentBuilder component(ComponentBuilder component) {
        if (component.holds(this)) {
            throw new IllegalArgumentException("component '" + component.code + "' would contain itself");
        }
        children.add(component);
        return this;
    }

    private boolean holds(ComponentBuilder sought) {
        return this == sought
                || children.stream().anyMatch(child -> child instanceof ComponentBuilder inner && inner.holds(sought));
    }

    /**
     * Adds a component.
     *
     * @param code the code of the component
     * @param attributes sets the attributes and children
     * @return this builder
     */
    public ComponentBuilder component(String code, Consumer<ComponentBuilder> attributes) {
        ComponentBuilder component = new ComponentBuilder(code);
        attributes.accept(component);
        children.add(component);
        return this;
    }

    /**
     * Adds a component that exists already.
     *
     * @param component the component
     * @return this builder
     */
    public ComponentBuilder component(Component component) {
        children.add(component.toBuilder());
        return this;
    }

    /**
     * Makes the component and all below it.
     *
     * @return the component
     * @throws IllegalArgumentException if anything is wrong; the message lists every problem
     */
    @Override
    public Component build() {
        NodeBuilder.refuse(problems(""));
        return ImmutableComponent.builder()
                .code(code)
                .name(name)
                .weight(weight)
                .definition(definition)
                .addAllChildren(children.stream().map(NodeBuilder::build).toList())
                .build();
    }

    /**
     * Everything that is wrong with the index whose root this component is.
     *
     * <p>The rules: codes as {@link Codes} says, none used twice (not even with other capitals), none that is the name
     * of a column of data or result files; weights finite, at least 0 and not all 0 within a component; children all
     * metrics or all components; at least one metric.
     *
     * @return the problems, each with its path in the definition document; empty if all is well
     */
    public List<Problem> problemsOfIndex() {
        List<Problem> problems = problems(ROOT);
        if (!hasMetric()) {
            problems.add(new Problem(ROOT, "index '" + code + "': has no metric; add at least one to a component"));
        }
        return problems;
    }

    private List<Problem> problems(String path) {
        List<Problem> problems = new ArrayList<>();
        check(path, (path.equals(ROOT) ? "index '" : "component '") + code + "'", problems);
        checkUnique(path, code, new HashMap<>(), problems);
        return problems;
    }

    /**
     * The codes of all metrics so far, depth first.
     *
     * @return the codes; one twice if it is used twice
     */
    public List<String> metricCodes() {
        return children.stream()
                .flatMap(child -> child instanceof ComponentBuilder inner
                        ? inner.metricCodes().stream()
                        : Stream.of(child.code()))
                .toList();
    }

    /**
     * The codes of all components so far, this one first, depth first.
     *
     * @return the codes; one twice if it is used twice
     */
    public List<String> componentCodes() {
        return Stream.concat(
                        Stream.of(code),
                        children.stream()
                                .filter(ComponentBuilder.class::isInstance)
                                .flatMap(child -> ((ComponentBuilder) child).componentCodes().stream()))
                .toList();
    }

    /**
     * How many levels of components lie below this one.
     *
     * @return 0 if it has metrics or nothing as children
     */
    public int depth() {
        return children.stream()
                .filter(ComponentBuilder.class::isInstance)
                .mapToInt(child -> 1 + ((ComponentBuilder) child).depth())
                .max()
                .orElse(0);
    }

    private boolean hasMetric() {
        return children.stream()
                .anyMatch(child -> child instanceof MetricBuilder || ((ComponentBuilder) child).hasMetric());
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public double weight() {
        return weight;
    }

    @Override
    public void check(String path, String subject, List<Problem> problems) {
        NodeBuilder.checkNode(this, path, subject, problems);
        if (children.stream().map(NodeBuilder::getClass).distinct().count() > 1) {
            problems.add(new Problem(
                    path,
                    subject + ": has both metrics and components; put its metrics into a component of their own"));
        }
        if (!children.isEmpty() && children.stream().allMatch(child -> child.weight() == 0)) {
            problems.add(new Problem(path, subject + ": the weights of its children are all 0"));
        }
        List<String> paths = childPaths(path);
        for (int i = 0; i < children.size(); i++) {
            NodeBuilder child = children.get(i);
            child.check(paths.get(i), subjectOf(child), problems);
        }
    }

    private String subjectOf(NodeBuilder child) {
        return (child instanceof MetricBuilder ? "metric '" : "component '") + child.code() + "' of '" + code + "'";
    }

    /** Where the children stand in a document, which holds metrics and components in lists of their own. */
    private List<String> childPaths(String path) {
        List<String> paths = new ArrayList<>();
        int metrics = 0;
        int components = 0;
        for (NodeBuilder child : children) {
            paths.add(
                    path + (child instanceof MetricBuilder ? "/metrics/" + metrics++ : "/components/" + components++));
        }
        return paths;
    }

    /** Finds codes that stand in two places; {@code places} maps the lower-case code to where it was first seen. */
    private void checkUnique(String path, String parent, Map<String, String> places, List<Problem> problems) {
        String key = code.toLowerCase(Locale.ROOT);
        String first = places.putIfAbsent(key, parent);
        if (first != null) {
            problems.add(new Problem(path + "/code", twice("component", code, first, parent)));
        }
        List<String> paths = childPaths(path);
        for (int i = 0; i < children.size(); i++) {
            NodeBuilder child = children.get(i);
            String childPath = paths.get(i);
            if (child instanceof ComponentBuilder component) {
                component.checkUnique(childPath, code, places, problems);
            } else {
                String firstChild = places.putIfAbsent(child.code().toLowerCase(Locale.ROOT), code);
                if (firstChild != null) {
                    problems.add(new Problem(childPath + "/code", twice("metric", child.code(), firstChild, code)));
                }
            }
        }
    }

    private static String twice(String kind, String code, String first, String second) {
        String where =
                first.equals(second) ? "twice in '" + first + "'" : "in '" + first + "' and again in '" + second + "'";
        return kind + " '" + code + "': the code is used " + where
                + "; a code (capitals and small letters alike) belongs to one node";
    }
}
