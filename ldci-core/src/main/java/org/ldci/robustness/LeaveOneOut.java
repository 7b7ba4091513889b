package org.ldci.robustness;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ldci.data.DataException;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.Methodology;
import org.ldci.engine.IndexResult;
import org.ldci.internal.text.ProblemList;
import org.ldci.internal.text.Suggestion;
import org.ldci.model.Component;
import org.ldci.model.ComponentBuilder;
import org.ldci.model.IndexNode;
import org.ldci.model.Metric;
import org.ldci.model.Region;

/**
 * Leaves out metrics, components or regions one at a time and scores the rest anew, to see which of them the ranking hangs on.
 *
 * <pre>{@code
 * LeaveOneOut.metrics(definition).run(data).influence()
 * }</pre>
 *
 * <ul>
 *   <li>the last of the children of a component: the component goes with it, see {@link InfluenceTable#goesWith}
 *   <li>the last of the whole index, or the only region: cannot be left out; the message names it
 *   <li>a metric of weight 0, or a component that is not measured: changes no score
 *   <li>a region: imputation, treatment, scales and weights are learnt anew from the others, and ranks are compared among them
 * </ul>
 *
 * <p>Scores the whole index once for each element: for many regions, name {@link #only} some. Immutable and thread-safe: each
 * method returns a new object. Source: W. Becker and others, COINr, Journal of Open Source Software 7 (2022), remove_elements,
 * for metrics and components.
 */
public final class LeaveOneOut {
    private enum Kind {
        NODE,
        REGION
    }

    private final IndexDefinition definition;
    private final Kind kind;
    /** Codes of nodes. */
    private final List<String> nodes;

    private final LeavingOut way;
    private final List<String> only;
    private final String node;
    private final FailurePolicy failures;

    private LeaveOneOut(
            IndexDefinition definition,
            Kind kind,
            List<String> nodes,
            LeavingOut way,
            List<String> only,
            String node,
            FailurePolicy failures) {
        this.definition = definition;
        this.kind = kind;
        this.nodes = nodes;
        this.way = way;
        this.only = only;
        this.node = node;
        this.failures = failures;
    }

    private static LeaveOneOut start(IndexDefinition definition, Kind kind, List<String> nodes) {
        return new LeaveOneOut(
                definition, kind, nodes, LeavingOut.REMOVAL, List.of(), definition.code(), FailurePolicy.FAIL);
    }

    /**
     * Leaves out each metric.
     *
     * @param definition the definition
     * @return ready to run, with removal as the way
     */
    public static LeaveOneOut metrics(IndexDefinition definition) {
        return start(
                definition,
                Kind.NODE,
                definition.metrics().stream().map(Metric::code).toList());
    }

    /**
     * Leaves out each component below the index, at all levels.
     *
     * @param definition the definition
     * @return ready to run, with removal as the way; without an element if there is no such component
     */
    public static LeaveOneOut components(IndexDefinition definition) {
        return start(
                definition,
                Kind.NODE,
                definition.index().components().skip(1).map(Component::code).toList());
    }

    /**
     * Leaves out each component or metric of one level.
     *
     * @param definition the definition
     * @param depth the depth of the tree: 1 for what is right below the index
     * @return ready to run, with removal as the way
     * @throws IllegalArgumentException if there is nothing at that depth
     */
    public static LeaveOneOut level(IndexDefinition definition, int depth) {
        List<List<String>> levels = new ArrayList<>();
        List<IndexNode> level = List.of(definition.index());
        while (!level.isEmpty()) {
            levels.add(level.stream().map(IndexNode::code).toList());
            level = level.stream()
                    .flatMap(parent -> parent instanceof Component component
                            ? component.children().stream()
                            : List.<IndexNode>of().stream())
                    .toList();
        }
        if (depth < 1 || depth >= levels.size()) {
            throw new IllegalArgumentException("level " + depth + ": the levels below index '" + definition.code()
                    + "' are 1 to " + (levels.size() - 1));
        }
        return start(definition, Kind.NODE, levels.get(depth));
    }

    /**
     * Leaves out each region of the data.
     *
     * @param definition the definition
     * @return ready to run
     */
    public static LeaveOneOut regions(IndexDefinition definition) {
        return start(definition, Kind.REGION, List.of());
    }

    /**
     * Sets how metrics and components are left out; regions are always removed.
     *
     * @param other the way; {@link LeavingOut#REMOVAL} if never set
     * @return with that way
     */
    public LeaveOneOut by(LeavingOut other) {
        return new LeaveOneOut(definition, kind, nodes, other, only, node, failures);
    }

    /**
     * Leaves out some of the elements only.
     *
     * @param codes the codes of metrics, components or regions; all if none is named
     * @return with those; their order is that of the tree or the data all the same
     * @throws IllegalArgumentException if there is no such metric or component here; regions are looked up when the data are there
     */
    public LeaveOneOut only(String... codes) {
        if (kind == Kind.NODE) {
            check(List.of(codes), nodes);
        }
        return new LeaveOneOut(definition, kind, nodes, way, List.copyOf(Arrays.asList(codes)), node, failures);
    }

    private static void check(List<String> codes, List<String> known) {
        List<String> problems = codes.stream()
                .filter(code -> !known.contains(code))
                .map(code -> "'" + code + "' is not among what is left out" + Suggestion.nearest(code, known))
                .toList();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(ProblemList.format("", problems));
        }
    }

    /**
     * Looks at the scores of a component or metric instead of those of the index.
     *
     * <p>Leaving out what is not below it changes nothing, nor does a weight of 0 for itself; its own removal fails.
     *
     * @param code the code of the component or metric
     * @return with that node
     * @throws IllegalArgumentException if the definition has no such node
     */
    public LeaveOneOut node(String code) {
        Scenarios.of(definition).node(code);
        return new LeaveOneOut(definition, kind, nodes, way, only, code, failures);
    }

    /**
     * Sets what happens to elements that cannot be left out.
     *
     * @param policy the policy: {@link FailurePolicy#FAIL} if never set; under {@link FailurePolicy#EXCLUDE} the table names the
     *     element and why
     * @return with that policy
     */
    public LeaveOneOut failures(FailurePolicy policy) {
        return new LeaveOneOut(definition, kind, nodes, way, only, node, policy);
    }

    /**
     * Scores the index as it is and without each element.
     *
     * @param data the data
     * @return the table
     * @throws DataException if the index cannot be scored as it is, or, under {@link FailurePolicy#FAIL}, elements cannot be left
     *     out: then with the name and the cause of each
     * @throws IllegalArgumentException if a region of {@link #only} is not in the data
     */
    public InfluenceTable run(Dataset data) {
        Scenarios scenarios = Scenarios.of(definition).node(node).failures(failures);
        Map<String, String> goesWith = new LinkedHashMap<>();
        List<String> elements;
        if (kind == Kind.REGION) {
            List<Region> regions = only.isEmpty()
                    ? data.regions()
                    : IntStream.of(only.stream()
                                    .mapToInt(data.geography()::position)
                                    .sorted()
                                    .distinct()
                                    .toArray())
                            .mapToObj(data.regions()::get)
                            .toList();
            elements = regions.stream().map(Region::code).toList();
            scenarios = scenarios.basis(RankBasis.COMMON);
            for (Region region : regions) {
                scenarios = scenarios.addData(InfluenceTable.scenario(region.code()), all -> without(all, region));
            }
        } else {
            elements = nodes.stream()
                    .filter(code -> only.isEmpty() || only.contains(code))
                    .toList();
            WeightTree tree = new WeightTree(definition);
            for (String code : elements) {
                String outermost = outermost(tree, code);
                boolean all = outermost.equals(definition.code());
                if (!all && !outermost.equals(code)) {
                    goesWith.put(code, outermost);
                }
                UnaryOperator<IndexDefinition> change = nominal -> {
                    if (all) {
                        throw new IllegalArgumentException("'" + code + "' cannot be left out: nothing else in index '"
                                + nominal.code() + "' is measured and has a weight");
                    }
                    return way == LeavingOut.REMOVAL ? removed(nominal, code) : nominal.withWeight(outermost, 0);
                };
                scenarios = scenarios.add(
                        InfluenceTable.scenario(code),
                        change,
                        same -> same,
                        (before, after) -> way == LeavingOut.REMOVAL ? Optional.empty() : ignored(after, outermost));
            }
        }
        return new InfluenceTable(scenarios.run(data), elements, goesWith);
    }

    private static Dataset without(Dataset data, Region left) {
        if (data.regions().size() == 1) {
            throw new DataException("region '" + left.code() + "' cannot be left out: there is no other");
        }
        return data.onlyRegions(region -> !region.equals(left));
    }

    /** A weight of 0 that a scheme did not keep. */
    private static Optional<String> ignored(IndexResult result, String code) {
        return result.weights().local(code) == 0
                ? Optional.empty()
                : Optional.of("'" + code + "' cannot be left out by weight 0: the weights beside it are computed and it"
                        + " got " + result.weights().local(code) + "; use REMOVAL");
    }

    /** The node, or the highest component in which nothing is left without it; the index if nothing at all is. */
    private String outermost(WeightTree tree, String code) {
        Map<String, IndexNode> byCode = new LinkedHashMap<>();
        definition.index().components().forEach(component -> byCode.put(component.code(), component));
        definition.metrics().forEach(metric -> byCode.put(metric.code(), metric));
        int found = tree.find(code);
        while (found > 0) {
            int parent = tree.parent[found];
            for (int sibling : tree.children[parent]) {
                IndexNode other = byCode.get(tree.codes.get(sibling));
                if (sibling != found && other != null && other.weight() > 0 && isMeasured(other)) {
                    return tree.codes.get(found);
                }
            }
            found = parent;
        }
        return definition.code();
    }

    private static boolean isMeasured(IndexNode node) {
        return node instanceof Metric
                || (node instanceof Component component
                        && component.metrics().findAny().isPresent());
    }

    /** The definition without a node and all below it, and without exceptions for what has gone. */
    private static IndexDefinition removed(IndexDefinition definition, String code) {
        ComponentBuilder index = remove(definition.index(), code);
        List<String> metrics = index.metricCodes();
        List<String> components = index.componentCodes();
        int deepest = index.depth();
        Methodology method = definition.method();
        Methodology.Builder changed = method.toBuilder()
                .treatMetrics(kept(method.treatMetrics(), metrics))
                .normaliseMetrics(kept(method.normaliseMetrics(), metrics))
                .weighComponents(kept(method.weighComponents(), components))
                .aggregateComponents(kept(method.aggregateComponents(), components))
                .weighLevels(kept(
                        method.weighLevels(),
                        IntStream.rangeClosed(0, deepest).boxed().toList()))
                .aggregateLevels(kept(
                        method.aggregateLevels(),
                        IntStream.rangeClosed(0, deepest).boxed().toList()));
        return new IndexDefinition(index.build(), changed.build());
    }

    private static <K, V> Map<K, V> kept(Map<K, V> exceptions, List<K> keys) {
        return exceptions.entrySet().stream()
                .filter(entry -> keys.contains(entry.getKey()))
                .collect(Collectors.collectingAndThen(
                        Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new),
                        ImmutableMap::copyOf));
    }

    private static ComponentBuilder remove(Component component, String code) {
        ComponentBuilder copy = Component.builder(component.code())
                .name(component.name())
                .weight(component.weight())
                .definition(component.definition());
        for (IndexNode child : component.children()) {
            if (child.code().equals(code)) {
                continue;
            }
            if (child instanceof Component inner) {
                copy.component(remove(inner, code));
            } else {
                copy.metric((Metric) child);
            }
        }
        return copy;
    }

    @Override
    public String toString() {
        return "LeaveOneOut of " + definition.code() + ": "
                + (kind == Kind.REGION ? "regions" : nodes.size() + " nodes, " + way)
                + (only.isEmpty() ? "" : ", only " + only.size());
    }
}
