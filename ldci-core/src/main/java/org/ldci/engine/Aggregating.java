package org.ldci.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ldci.aggregate.ScoreTable;
import org.ldci.aggregate.TableAggregator;
import org.ldci.data.DataException;
import org.ldci.data.MetricColumn;

/** The last step: components are scored from their children, bottom up. */
final class Aggregating {
    private final Inputs in;
    private final Plan plan;
    private final int regions;
    private final Screened screened;
    private final NodeScores scores;
    private final Combination combination;

    Aggregating(Inputs in, Screened screened, NodeScores scores) {
        this.in = in;
        this.plan = in.plan;
        this.regions = in.regions;
        this.screened = screened;
        this.scores = scores;
        this.combination = new Combination(plan, in.method().missing());
    }

    /**
     * Scores every component, from the lowest up to the index.
     *
     * @param nodeMeasured by node, whether it takes part
     * @param weights by component, the weights that were learnt; filled if {@code learning}
     * @param learning whether the weights are to be learnt on the way
     */
    void apply(boolean[] nodeMeasured, double[][] weights, boolean learning) {
        Weighing weighing = new Weighing(in, screened, scores);
        for (int c = plan.components.size() - 1; c >= 0; c--) {
            int from = c * regions;
            if (!nodeMeasured[c]) {
                Arrays.fill(scores.ofComponents, from, from + regions, Double.NaN);
                if (learning) {
                    weights[c] = new double[plan.children.get(c).length];
                }
                continue;
            }
            int[] present = measuredChildren(c, nodeMeasured);
            if (learning) {
                weights[c] = weighing.weigh(c, present, nodeMeasured);
            }
            double[] own = weightsOf(c, present, weights[c]);
            in.markNotApplicable(c, present);
            if (Arrays.stream(own).sum() == 0) {
                Arrays.fill(scores.ofComponents, from, from + regions, Double.NaN); // reported where it was learnt
                continue;
            }
            if (plan.aggregators.get(c) instanceof TableAggregator table) {
                aggregateTable(table, c, present, own);
            } else {
                aggregateRegions(c, present, own);
            }
        }
    }

    private int[] measuredChildren(int component, boolean[] nodeMeasured) {
        int[] children = plan.children.get(component);
        int[] found = new int[children.length];
        int n = 0;
        for (int child : children) {
            if (nodeMeasured[child]) {
                found[n++] = child;
            }
        }
        return n == children.length ? found : Arrays.copyOf(found, n);
    }

    /** Weights of the measured children only. */
    private double[] weightsOf(int component, int[] present, double[] all) {
        double[] own = new double[present.length];
        int[] children = plan.children.get(component);
        for (int i = 0, p = 0; p < present.length; i++) {
            if (children[i] == present[p]) {
                own[p++] = all[i];
            }
        }
        return own;
    }

    private void aggregateRegions(int component, int[] present, double[] weights) {
        Combination.Columns children = new Combination.Columns(present.length, regions);
        for (int p = 0; p < present.length; p++) {
            children.arrays[p] = scores.array(present[p]);
            children.from[p] = scores.from(present[p]);
        }
        int @Nullable [] needed = in.needed(present);
        combination.aggregate(component, children, weights, needed, scores.ofComponents, component * regions);
        for (Combination.Fault fault : combination.faults()) {
            String region = in.data.regions().get(fault.region()).code();
            if (fault.child() < 0) {
                in.problems.add(
                        "component '" + plan.code(component) + "', region '" + region + "': " + fault.message());
            } else {
                in.problems.add("component '" + plan.code(component) + "', region '" + region + "': the "
                        + plan.aggregators.get(component) + " needs scores " + fault.message() + " but that of '"
                        + plan.code(present[fault.child()]) + "' is "
                        + children.arrays[fault.child()][children.from[fault.child()] + fault.region()]);
            }
        }
    }

    private void aggregateTable(TableAggregator aggregator, int component, int[] present, double[] weights) {
        double sum = Arrays.stream(weights).sum();
        double[][] columnsOf = covered(present);
        List<MetricColumn> children = new ArrayList<>(present.length);
        for (int p = 0; p < present.length; p++) {
            children.add(
                    columnsOf.length == 0
                            ? screened.column(plan.code(present[p]), scores.array(present[p]), scores.from(present[p]))
                            : screened.column(plan.code(present[p]), columnsOf[p], 0));
        }
        double[] found = aggregator.aggregate(new ScoreTable(
                screened.keptRegions(),
                children,
                Arrays.stream(weights).mapToObj(weight -> weight / sum).toList()));
        int count = screened.kept == null ? regions : screened.kept.length;
        if (found.length != count) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "component '%s': the aggregator gave %d scores for %d regions",
                    plan.code(component),
                    found.length,
                    count));
        }
        Arrays.fill(scores.ofComponents, component * regions, (component + 1) * regions, Double.NaN);
        for (int i = 0; i < count; i++) {
            int region = screened.kept == null ? i : screened.kept[i];
            if (Double.isInfinite(found[i])) {
                in.problems.add("component '" + plan.code(component) + "', region '"
                        + in.data.regions().get(region).code() + "': the aggregator gave " + found[i]);
            }
            scores.ofComponents[component * regions + region] = found[i];
        }
    }

    /**
     * The columns of the children without the scores of regions that the policy leaves without one, so that these do not take
     * part in the comparison; empty if there is no such region.
     */
    private double[][] covered(int[] present) {
        int @Nullable [] needed = in.needed(present);
        double[][] masked = new double[0][];
        for (int i = 0; i < regions; i++) {
            int count = 0;
            for (int child : present) {
                count += Double.isNaN(scores.array(child)[scores.from(child) + i]) ? 0 : 1;
            }
            if (count > 0 && !combination.enough(count, needed == null ? present.length : needed[i])) {
                if (masked.length == 0) {
                    masked = Arrays.stream(present)
                            .mapToObj(child -> Arrays.copyOfRange(
                                    scores.array(child), scores.from(child), scores.from(child) + regions))
                            .toArray(double[][]::new);
                }
                for (double[] column : masked) {
                    column[i] = Double.NaN;
                }
            }
        }
        return masked;
    }
}
