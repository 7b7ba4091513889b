package org.ldci.robustness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.InvalidIndexException;
import org.ldci.engine.CompositeIndex;
import org.ldci.engine.IndexResult;
import org.ldci.internal.sampling.PolytopeSampler;
import org.ldci.internal.text.Suggestion;

/**
 * A study compiled for one definition and one dataset: which coordinate of a point of the design drives what, and the
 * scenarios, made when they are first met. Shared by the threads of a run.
 */
final class Simulation {
    /** Combinations of choices that can be numbered beside a position in a chunk. */
    private static final long MOST_SCENARIOS = 1L << 48;

    final IndexDefinition definition;
    final Dataset data;
    final RobustnessStudy study;
    final IndexResult nominal;
    final WeightTree tree;
    final int regions;
    /** Whether regions stand side by side rather than lanes; scores are the same to the last bit. */
    final boolean isTall;
    /** Whether it is counted how often each region is ahead of each other. */
    final boolean countsPairs;
    /** The number of coordinates of a point. */
    final int dimension;
    /** By factor, its first coordinate and, at the end, the dimension. */
    final int[] firstCoordinate;

    /** Choices that need a scenario of their own. */
    final List<Structural> structural = new ArrayList<>();
    /** Choices that only set weights. */
    final List<WeightChoice> weightChoices = new ArrayList<>();

    final List<Group> groups = new ArrayList<>();
    final List<Varied> parameters = new ArrayList<>();
    /** The cells that have a standard error, with the coordinate of the first. */
    final List<Errors> errors = new ArrayList<>();
    /** The weights of some components vary with each replicate. */
    final boolean variesWeights;

    final long scenarioCount;
    private final ConcurrentHashMap<Long, Made> scenarios = new ConcurrentHashMap<>();
    private final int mostKept;

    /** A choice between scenarios. */
    record Structural(Choice choice, int coordinate, long stride) {}

    /** A choice between weights: by alternative, the nodes of the nominal tree that it sets, and to what. */
    record WeightChoice(Choice choice, int coordinate) {}

    /**
     * Siblings whose weights are drawn together; the first sibling has the coordinate, the others follow. Weights within a
     * polytope have one coordinate, which starts their stream; if they are those of all metrics, the component is the index.
     */
    record Group(
            String component,
            WeightDistribution distribution,
            List<String> children,
            int coordinate,
            @Nullable PolytopeSampler sampler) {
        boolean isOfAllMetrics() {
            return distribution instanceof WeightDistribution.Within within
                    && within.space().scope() == WeightSpace.Scope.METRICS;
        }
    }

    /** A number that varies. */
    record Varied(Parameter parameter, int coordinate) {}

    /** Cells with a standard error: where they stand in the matrix, and how large it is. */
    @SuppressWarnings("ArrayRecordComponent") // internal, never compared
    record Errors(CellErrors factor, int[] cells, double[] sizes, int coordinate) {}

    /** A scenario, or why there is none. */
    record Made(@Nullable Scenario scenario, String label, String failure) {}

    Simulation(IndexDefinition definition, Dataset data, RobustnessStudy study) {
        this(definition, data, study, data.regions().size() >= Block.TALL_FROM);
    }

    Simulation(IndexDefinition definition, Dataset data, RobustnessStudy study, boolean isTall) {
        this.isTall = isTall;
        this.definition = definition;
        this.data = data;
        this.study = study;
        this.nominal = CompositeIndex.of(definition).score(data);
        this.tree = new WeightTree(definition);
        this.regions = data.regions().size();
        this.countsPairs = regions < Block.TALL_FROM || study.pairs();
        List<String> problems = new ArrayList<>();
        Map<String, String> varied = new HashMap<>();
        firstCoordinate = new int[study.factors().size() + 1];
        int coordinate = 0;
        long count = 1;
        for (int f = 0; f < study.factors().size(); f++) {
            Factor factor = study.factors().get(f);
            firstCoordinate[f] = coordinate;
            if (factor instanceof Choice choice) {
                check(choice, problems);
                if (choice.alternatives().stream()
                        .allMatch(alternative -> alternative.change().isOnlyWeights())) {
                    weightChoices.add(new WeightChoice(choice, coordinate));
                } else {
                    structural.add(new Structural(choice, coordinate, count));
                    count = count > MOST_SCENARIOS
                            ? count
                            : count * choice.alternatives().size();
                }
                coordinate++;
            } else if (factor instanceof WeightVariation variation) {
                coordinate = group(variation, coordinate, varied, problems);
            } else if (factor instanceof CellErrors cellErrors) {
                coordinate = errors(cellErrors, coordinate, problems);
            } else if (factor instanceof Parameter parameter) {
                parameters.add(new Varied(parameter, coordinate));
                coordinate++;
            }
        }
        if (study.pairs() && regions > Tally.MOST_EXACT) {
            problems.add("pairs are counted of up to " + Tally.MOST_EXACT + " regions, and these are " + regions);
        }
        if (count > MOST_SCENARIOS) {
            problems.add("the choices have more than " + MOST_SCENARIOS + " combinations");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("study of index '" + definition.code() + "': "
                    + (problems.size() == 1 ? problems.get(0) : numbered(problems)));
        }
        firstCoordinate[study.factors().size()] = coordinate;
        dimension = coordinate;
        scenarioCount = count;
        variesWeights = !groups.isEmpty() || !weightChoices.isEmpty();
        // a quarter of the heap for what scenarios keep
        long each = 8L * regions * (definition.metrics().size() + 8L) + 4096;
        mostKept = (int) Math.max(1, Math.min(1 << 20, Runtime.getRuntime().maxMemory() / 4 / each));
    }

    private static String numbered(List<String> problems) {
        StringBuilder text = new StringBuilder(problems.size() + " problems:");
        for (int i = 0; i < problems.size(); i++) {
            text.append("\n ").append(i + 1).append(". ").append(problems.get(i));
        }
        return text.toString();
    }

    private void check(Choice choice, List<String> problems) {
        for (Alternative alternative : choice.alternatives()) {
            if (alternative.change() instanceof Change.Custom) {
                continue; // what it does is seen when it is done
            }
            if (alternative.change() instanceof Change.LeaveOut leaveOut) {
                if (tree.find(leaveOut.code()) <= 0) {
                    problems.add("factor '" + choice.code() + "': there is no metric or component '" + leaveOut.code()
                            + "' below the index" + Suggestion.nearest(leaveOut.code(), tree.codes));
                }
                continue;
            }
            try {
                alternative.change().apply(definition);
            } catch (InvalidIndexException e) {
                problems.add(
                        "factor '" + choice.code() + "', alternative '" + alternative.label() + "': " + e.getMessage());
            }
        }
    }

    private int group(WeightVariation variation, int coordinate, Map<String, String> varied, List<String> problems) {
        for (String code : variation.components()) {
            int node = tree.find(code);
            if (node < 0 || !tree.isComponent(node)) {
                problems.add("factor '" + variation.code() + "': the index has no component '" + code + "'");
            }
        }
        if (variation.distribution() instanceof WeightDistribution.Within within) {
            return within(variation, within.space(), coordinate, varied, problems);
        }
        boolean any = false;
        int next = coordinate;
        for (int c = 0; c < tree.components; c++) {
            String code = tree.codes.get(c);
            if (!variation.covers(code, tree.depth[c]) || !nominal.isMeasured(code)) {
                continue;
            }
            any = true;
            take(code, variation, varied, problems);
            List<String> children = new ArrayList<>();
            for (int child : tree.children[c]) {
                if (nominal.isMeasured(tree.codes.get(child))) {
                    children.add(tree.codes.get(child));
                }
            }
            groups.add(new Group(code, variation.distribution(), children, next, null));
            next += children.size();
        }
        if (!any && problems.isEmpty()) {
            problems.add("factor '" + variation.code() + "': no component of the index is at "
                    + (variation.levels().isEmpty() ? "any level" : "level " + variation.levels()));
        }
        return next;
    }

    private static void take(
            String component, WeightVariation variation, Map<String, String> varied, List<String> problems) {
        String other = varied.putIfAbsent(component, variation.code());
        if (other != null) {
            problems.add("factors '" + other + "' and '" + variation.code()
                    + "' both vary the weights of the children of '" + component + "'");
        }
    }

    /** One group for the whole space: its weights are drawn together. */
    private int within(
            WeightVariation variation,
            WeightSpace space,
            int coordinate,
            Map<String, String> varied,
            List<String> problems) {
        try {
            WeightPolytope polytope = WeightPolytope.of(nominal, space);
            List<String> codes = polytope.codes();
            String component = space.component().orElse(definition.code());
            for (int c = 0; c < tree.components; c++) {
                String code = tree.codes.get(c);
                if (nominal.isMeasured(code)
                        && (space.scope() == WeightSpace.Scope.METRICS || code.equals(component))) {
                    take(code, variation, varied, problems);
                }
            }
            groups.add(new Group(
                    component,
                    variation.distribution(),
                    codes,
                    coordinate,
                    PolytopeSampler.of(polytope.rows(), codes.size())));
        } catch (IllegalArgumentException e) {
            problems.add("factor '" + variation.code() + "': " + e.getMessage());
        }
        return coordinate + 1;
    }

    private int errors(CellErrors factor, int coordinate, List<String> problems) {
        int[] cells = new int[regions * data.metrics().size()];
        double[] sizes = new double[cells.length];
        int n = 0;
        for (int j = 0; j < data.metrics().size() && data.hasStandardErrors(); j++) {
            for (int i = 0; i < regions; i++) {
                double size = data.standardError(i, j).orElse(0);
                if (size > 0 && !Double.isNaN(data.value(i, j))) {
                    cells[n] = j * regions + i;
                    sizes[n++] = size * factor.scale();
                }
            }
        }
        if (n == 0) {
            problems.add("factor '" + factor.code() + "': no cell of the data has a standard error above 0");
        }
        errors.add(new Errors(factor, Arrays.copyOf(cells, n), Arrays.copyOf(sizes, n), coordinate));
        return coordinate + n;
    }

    /** The position of a factor. */
    int position(String code) {
        List<String> codes = study.factors().stream().map(Factor::code).toList();
        int at = codes.indexOf(code);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "the study has no factor '" + code + "'" + Suggestion.nearest(code, codes));
        }
        return at;
    }

    /** The scenario that a point selects. */
    long scenarioOf(double[] points, int at) {
        long number = 0;
        for (Structural choice : structural) {
            number += choice.stride * choice.choice.at(points[at + choice.coordinate]);
        }
        return number;
    }

    Made scenario(long number) {
        Made known = scenarios.get(number);
        if (known != null) {
            return known;
        }
        if (scenarios.size() >= mostKept) {
            return make(number);
        }
        return scenarios.computeIfAbsent(number, this::make);
    }

    /** What a scenario is called: its alternatives in the order of the factors. */
    String label(long number) {
        List<String> labels = new ArrayList<>();
        for (Structural choice : structural) {
            labels.add(alternative(choice, number).label());
        }
        return labels.isEmpty() ? "nominal" : String.join(", ", labels);
    }

    private static Alternative alternative(Structural choice, long number) {
        int n = choice.choice.alternatives().size();
        return choice.choice.alternatives().get((int) (number / choice.stride % n));
    }

    private Made make(long number) {
        String label = label(number);
        try {
            IndexDefinition changed = definition;
            // weights are changed where they are drawn, so that a change means the same beside others as alone
            List<Change> ofWeights = new ArrayList<>();
            for (Structural choice : structural) {
                Change change = alternative(choice, number).change();
                if (!change.isOnlyWeights()) {
                    changed = change.apply(changed);
                } else if (!(change instanceof Change.Nothing)) {
                    ofWeights.add(change);
                }
            }
            List<List<String>> drawn = groups.stream().map(Group::children).toList();
            IndexResult result = changed.equals(definition)
                    ? nominal
                    : CompositeIndex.of(changed).score(data);
            Scenario.Varies varies = (component, depth) ->
                    varies(component) || ofWeights.stream().anyMatch(change -> changesChildOf(component, change));
            return new Made(new Scenario(changed, result, varies, isGeneral(), isTall, drawn, ofWeights), label, "");
        } catch (RuntimeException e) {
            // a custom change can fail in any way; the replicates that draw this scenario say so
            return new Made(null, label, String.valueOf(e.getMessage()));
        }
    }

    /** Whether more than weights varies from one replicate to the next. */
    boolean isGeneral() {
        return !parameters.isEmpty() || !errors.isEmpty();
    }

    private boolean varies(String component) {
        if (groups.stream().anyMatch(group -> group.isOfAllMetrics() || group.component.equals(component))) {
            return true;
        }
        for (WeightChoice choice : weightChoices) {
            for (Alternative alternative : choice.choice.alternatives()) {
                if (changesChildOf(component, alternative.change())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean changesChildOf(String component, Change change) {
        int own = tree.find(component);
        return changed(change).stream().mapToInt(tree::find).anyMatch(node -> node >= 0 && tree.parent[node] == own);
    }

    private static List<String> changed(Change change) {
        if (change instanceof Change.LeaveOut leaveOut) {
            return List.of(leaveOut.code());
        } else if (change instanceof Change.SetWeights set) {
            return List.copyOf(set.weights().keySet());
        }
        return List.of();
    }

    /** What a point means, in words, for messages. */
    String describe(double[] points, int at) {
        List<String> parts = new ArrayList<>();
        for (int f = 0; f < study.factors().size(); f++) {
            Factor factor = study.factors().get(f);
            double u = points[at + Math.min(firstCoordinate[f], dimension - 1)];
            if (factor instanceof Choice choice) {
                parts.add(factor.code() + " = "
                        + choice.alternatives().get(choice.at(u)).label());
            } else if (factor instanceof Parameter parameter) {
                parts.add(factor.code() + " = " + parameter.distribution().quantile(u));
            } else {
                parts.add(factor.code() + " as drawn");
            }
        }
        return String.join("; ", parts);
    }
}
