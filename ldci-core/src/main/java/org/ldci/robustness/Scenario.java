package org.ldci.robustness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ldci.aggregate.Aggregator;
import org.ldci.aggregate.PowerMean;
import org.ldci.definition.IndexDefinition;
import org.ldci.engine.IndexResult;
import org.ldci.engine.Stage;

/**
 * One combination of choices, scored once by the engine and made ready for many sets of weights: the scores of whatever does
 * not depend on weights that vary become rows of numbers, and what does becomes a few weighted sums.
 *
 * <p>Only power means can be put like this. Where another aggregator stands above weights that vary, or data or definition
 * change with each replicate, the scenario is general: each replicate is scored by the engine.
 */
final class Scenario {
    final IndexDefinition definition;
    final WeightTree tree;
    /** By node, the weight that the engine found; 0 for what is not measured. */
    final double[] weights;
    /** By node, whether it has data. */
    final boolean[] measured;
    /** What is done to the weights of every replicate. */
    final List<Change> weightChanges;
    /** By region, whether the index has a score. */
    final boolean[] scored;
    /** The components whose value depends on weights that vary, by number, ascending; empty if none does. */
    final int[] varying;
    /** From the bottom up; the last makes the index. */
    final List<Step> steps = new ArrayList<>();
    /** Whether every replicate must be scored by the engine. */
    final boolean isGeneral;
    /** The scores of the index with the nominal weights. */
    final double[] scores;
    /** No score is greater than this in size. */
    final double bound;

    /** By group of weights that are drawn together, their nodes; -1 for one that this tree does not have. */
    final int[][] nodesOfGroups;

    private final int regions;
    private final boolean isTall;

    /** A weighted mean of a component, by region. */
    static final class Step {
        final int component;
        final PowerMean mean;
        /** By static term, its node; weights of terms further down the tree multiply along the way. */
        int[] terms = new int[0];
        /** The transformed scores of static terms, 0 where missing: by region and term, or by term and region if tall. */
        double[][] cells = new double[0][];
        /** By region, which static terms are present, as 1 and 0; null where all are. */
        double[] @Nullable [] present = new double[0][];
        /** The components that are part of this one, below it, from the top down. */
        int[] merged = new int[0];
        /** Steps that this one uses. */
        Step[] inner = new Step[0];
        /** By region, whether there is a score at all. */
        boolean[] scored = new boolean[0];
        /** What the mean becomes for the step above; null if that has the same mean, so that nothing is to be done. */
        @Nullable
        PowerMean above;

        int number;

        Step(int component, PowerMean mean) {
            this.component = component;
            this.mean = mean;
        }
    }

    /**
     * Compiles.
     *
     * @param definition the definition with its choices made
     * @param result its result
     * @param variesBelow says by the code and depth of a component whether weights of its children vary
     * @param general whether anything else than weights varies
     * @param isTall whether regions stand side by side, as in a tall block
     * @param groups the codes of weights that are drawn together
     * @param weightChanges what is done to the weights of every replicate
     */
    Scenario(
            IndexDefinition definition,
            IndexResult result,
            Varies variesBelow,
            boolean general,
            boolean isTall,
            List<List<String>> groups,
            List<Change> weightChanges) {
        this.definition = definition;
        this.tree = new WeightTree(definition);
        this.regions = result.scores().length;
        this.isTall = isTall;
        this.nodesOfGroups = groups.stream()
                .map(group -> group.stream().mapToInt(code -> tree.find(code)).toArray())
                .toArray(int[][]::new);
        this.scores = result.scores();
        this.weights = new double[tree.size()];
        Map<String, Double> found = result.fitted().weights();
        for (int node = 1; node < weights.length; node++) {
            weights[node] = found.getOrDefault(tree.codes.get(node), 0.0);
        }
        this.weightChanges = weightChanges;
        measured = new boolean[tree.size()];
        for (int node = 0; node < measured.length; node++) {
            measured[node] = result.isMeasured(tree.codes.get(node));
        }
        scored = new boolean[regions];
        for (int i = 0; i < regions; i++) {
            scored[i] = !Double.isNaN(scores[i]);
        }
        boolean[] varies = new boolean[tree.components];
        for (int c = tree.components - 1; c >= 0; c--) {

            varies[c] |= measured[c] && variesBelow.test(tree.codes.get(c), tree.depth[c]);
            if (varies[c] && c > 0) {
                varies[tree.parent[c]] = true;
            }
        }
        int count = 0;
        int[] numbers = new int[tree.components];
        boolean allMeans = true;
        for (int c = 0; c < tree.components; c++) {
            if (varies[c]) {
                numbers[count++] = c;
                allMeans &= aggregator(c) instanceof PowerMean;
            }
        }
        varying = Arrays.copyOf(numbers, count);
        isGeneral = general || !allMeans;
        double greatest = 0;
        for (double score : scores) {
            greatest = Math.max(greatest, Double.isNaN(score) ? 0 : Math.abs(score));
        }
        if (!isGeneral && count > 0) {
            Step root = compile(0, varies, result);
            root.above = null;
            for (String code : tree.codes.subList(tree.components, tree.size())) {
                for (double score : result.values(Stage.NORMALISED, code)) {
                    greatest = Math.max(greatest, Double.isNaN(score) ? 0 : Math.abs(score));
                }
            }
            for (int c = 1; c < tree.components; c++) {
                for (double score : result.scores(tree.codes.get(c))) {
                    greatest = Math.max(greatest, Double.isNaN(score) ? 0 : Math.abs(score));
                }
            }
        }
        bound = greatest;
    }

    /** Says whether weights of the children of a component vary. */
    @FunctionalInterface
    interface Varies {
        boolean test(String component, int depth);
    }

    private Aggregator aggregator(int component) {
        return definition.method().aggregate(tree.codes.get(component), tree.depth[component]);
    }

    private Step compile(int component, boolean[] varies, IndexResult result) {
        Step step = new Step(component, (PowerMean) aggregator(component));
        List<Integer> terms = new ArrayList<>();
        List<Integer> merged = new ArrayList<>();
        List<Integer> below = new ArrayList<>();
        gather(component, step.mean, varies, result, terms, merged, below);
        step.terms = terms.stream().mapToInt(Integer::intValue).toArray();
        step.merged = merged.stream().mapToInt(Integer::intValue).toArray();
        int n = step.terms.length;
        step.cells = isTall ? new double[n][regions] : new double[regions][n];
        step.present = new double[regions][];
        step.scored = scoredBy(component, result);
        for (int t = 0; t < n; t++) {
            double[] column = column(step.terms[t], result);
            for (int i = 0; i < regions; i++) {
                if (Double.isNaN(column[i])) {
                    double[] present = step.present[i];
                    if (present == null) {
                        present = new double[n];
                        Arrays.fill(present, 1);
                        step.present[i] = present;
                    }
                    present[t] = 0;
                } else if (step.scored[i]) {
                    double cell = step.mean.transform(column[i]);
                    if (isTall) {
                        step.cells[t][i] = cell;
                    } else {
                        step.cells[i][t] = cell;
                    }
                }
            }
        }
        step.inner = new Step[below.size()];
        for (int s = 0; s < step.inner.length; s++) {
            Step inner = compile(below.get(s), varies, result);
            inner.above = inner.mean.exponent() == step.mean.exponent() ? null : step.mean;
            step.inner[s] = inner;
            for (int i = 0; i < regions; i++) {
                if (!inner.scored[i] && step.present[i] == null) {
                    double[] present = new double[n];
                    Arrays.fill(present, 1);
                    step.present[i] = present;
                }
            }
        }
        step.number = steps.size();
        steps.add(step);
        return step;
    }

    /** Components whose mean is of the same kind and that miss nothing become part of the one above. */
    private void gather(
            int component,
            PowerMean mean,
            boolean[] varies,
            IndexResult result,
            List<Integer> terms,
            List<Integer> merged,
            List<Integer> below) {
        for (int child : tree.children[component]) {
            if (!measured[child]) {
                continue;
            }
            if (!tree.isComponent(child) || !varies[child]) {
                terms.add(child);
            } else if (aggregator(child) instanceof PowerMean inner
                    && inner.exponent() == mean.exponent()
                    && isComplete(child, result)) {
                merged.add(child);
                gather(child, mean, varies, result, terms, merged, below);
            } else {
                below.add(child);
            }
        }
    }

    private boolean isComplete(int component, IndexResult result) {
        for (int child : tree.children[component]) {
            if (measured[child]) {
                double[] column = column(child, result);
                for (int i = 0; i < regions; i++) {
                    if (scored[i] && Double.isNaN(column[i])) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private boolean[] scoredBy(int component, IndexResult result) {
        boolean[] has = new boolean[regions];
        double[] column = column(component, result);
        for (int i = 0; i < regions; i++) {
            has[i] = scored[i] && !Double.isNaN(column[i]);
        }
        return has;
    }

    private double[] column(int node, IndexResult result) {
        String code = tree.codes.get(node);
        return tree.isComponent(node) ? result.scores(code) : result.values(Stage.NORMALISED, code);
    }
}
