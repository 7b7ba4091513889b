package org.ldci.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ldci.aggregate.Aggregator;
import org.ldci.aggregate.PointwiseAggregator;
import org.ldci.aggregate.PowerMean;
import org.ldci.data.DataException;
import org.ldci.internal.numeric.Moments;
import org.ldci.model.Region;

/** Takes the score of one region apart; see {@link Explanation} for the method. */
final class Explainer {
    /** Shapley values visit every subset of the children. */
    private static final int MOST_SHAPLEY_CHILDREN = 16;

    private final Construction construction;
    private final Plan plan;
    private final int region;
    private final Baseline baseline;
    private final double[] score;
    private final double[] base;
    /** By node: its share among what is present of its siblings. */
    private final double[] share;
    /** By node: points of the index for a point of the node. */
    private final double[] rate;

    private final double[] contribution;

    Explainer(Construction construction, int region, Baseline baseline) {
        this.construction = construction;
        this.plan = construction.plan;
        this.region = region;
        this.baseline = baseline;
        int size = plan.size();
        score = new double[size];
        base = new double[size];
        share = new double[size];
        rate = new double[size];
        contribution = new double[size];
        for (int node = 0; node < size; node++) {
            score[node] = construction.stageOf(node)[construction.fromOf(node) + region];
        }
    }

    static boolean isArithmetic(Plan plan) {
        return plan.aggregators.stream()
                .allMatch(aggregator -> aggregator instanceof PowerMean mean && mean.exponent() == 1);
    }

    Explanation explain(double rank, int ranked, List<String> reasons) {
        Region of = construction.data.regions().get(region);
        String index = plan.definition.name();
        if (Double.isNaN(score[0])) {
            return new Explanation(of, index, rank, ranked, Double.NaN, baseline, Double.NaN, List.of(), reasons);
        }
        for (int c = 0; c < plan.components.size(); c++) {
            if (!(plan.aggregators.get(c) instanceof PointwiseAggregator) && construction.fit.nodeMeasured[c]) {
                throw new DataException("component '" + plan.code(c)
                        + "': its aggregator compares regions with one another, so a score has no contributions");
            }
        }
        baselines();
        rate[0] = 1;
        contribution[0] = score[0] - base[0];
        for (int c = 0; c < plan.components.size(); c++) {
            if (!Double.isNaN(score[c])) {
                distribute(c);
            }
        }
        return new Explanation(of, index, rank, ranked, score[0], baseline, base[0], contributions(), List.of());
    }

    /** The baseline of the metrics, and from them of the components, with the weights of this region. */
    private void baselines() {
        int k = plan.components.size();
        for (int node = k; node < plan.size(); node++) {
            base[node] = baseline == Baseline.ZERO || Double.isNaN(score[node]) ? 0 : meanOf(node);
        }
        for (int c = k - 1; c >= 0; c--) {
            if (Double.isNaN(score[c])) {
                continue;
            }
            int[] present = present(c);
            double sum = 0;
            for (int child : present) {
                share[child] = weightOf(c, child);
                sum += share[child];
            }
            for (int child : present) {
                share[child] /= sum;
            }
            base[c] = combine(plan.aggregators.get(c), values(present, base), values(present, share));
        }
    }

    private double meanOf(int node) {
        double[] values = new double[construction.regions];
        int n = 0;
        for (int i = 0; i < construction.regions; i++) {
            double value = construction.stageOf(node)[construction.fromOf(node) + i];
            if (!Double.isNaN(value) && !Double.isNaN(construction.scores[i])) {
                values[n++] = value;
            }
        }
        return Moments.mean(values, 0, n);
    }

    private int[] present(int component) {
        return Arrays.stream(plan.children.get(component))
                .filter(child -> !Double.isNaN(score[child]))
                .toArray();
    }

    private double weightOf(int component, int child) {
        int[] children = plan.children.get(component);
        for (int i = 0; i < children.length; i++) {
            if (children[i] == child) {
                return construction.fit.weights[component][i];
            }
        }
        return 0;
    }

    private static double[] values(int[] nodes, double[] all) {
        return Arrays.stream(nodes).mapToDouble(node -> all[node]).toArray();
    }

    private static double combine(Aggregator aggregator, double[] scores, double[] shares) {
        return ((PointwiseAggregator) aggregator).aggregate(scores, shares);
    }

    private void distribute(int component) {
        int[] present = present(component);
        double[] rates = plan.aggregators.get(component) instanceof PowerMean mean
                ? powerMeanRates(mean, component, present)
                : shapleyRates(component, present);
        for (int p = 0; p < present.length; p++) {
            int child = present[p];
            rate[child] = rate[component] * rates[p];
            contribution[child] = rate[child] * (score[child] - base[child]);
        }
    }

    private double[] powerMeanRates(PowerMean mean, int component, int[] present) {
        double outer = finiteOrZero(1 / secant(mean, score[component], base[component]));
        return Arrays.stream(present)
                .mapToDouble(child -> share[child] * finiteOrZero(secant(mean, score[child], base[child])) * outer)
                .toArray();
    }

    /** The rise of the transform between two scores. */
    private static double secant(PowerMean mean, double x, double b) {
        if (mean.exponent() == 1) {
            return 1;
        }
        // too near to one another the quotient is all rounding; the slope in the middle is then exact enough
        return Math.abs(x - b) <= 1e-7 * Math.abs(x)
                ? mean.slope((x + b) / 2)
                : (mean.transform(x) - mean.transform(b)) / (x - b);
    }

    /** At 0 a slope can be 0 or infinite; nothing differs from the baseline there, so nothing contributes. */
    private static double finiteOrZero(double rate) {
        return Double.isFinite(rate) ? rate : 0;
    }

    private double[] shapleyRates(int component, int[] present) {
        int n = present.length;
        if (n > MOST_SHAPLEY_CHILDREN) {
            throw new DataException(
                    "component '" + plan.code(component) + "': contributions under an aggregator that is no power"
                            + " mean are computed for at most " + MOST_SHAPLEY_CHILDREN + " children but it has " + n);
        }
        double[] shares = values(present, share);
        double[] value = new double[1 << n];
        for (int set = 0; set < value.length; set++) {
            double[] mixed = new double[n];
            for (int p = 0; p < n; p++) {
                mixed[p] = (set >> p & 1) == 1 ? score[present[p]] : base[present[p]];
            }
            value[set] = combine(plan.aggregators.get(component), mixed, shares);
        }
        double[] rates = new double[n];
        for (int p = 0; p < n; p++) {
            double sum = 0;
            for (int set = 0; set < value.length; set++) {
                if ((set >> p & 1) == 0) {
                    sum += weightOfSubset(Integer.bitCount(set), n) * (value[set | 1 << p] - value[set]);
                }
            }
            double distance = score[present[p]] - base[present[p]];
            rates[p] = distance == 0 ? 0 : sum / distance;
        }
        return rates;
    }

    /** {@code s! (n - s - 1)! / n!}. */
    private static double weightOfSubset(int s, int n) {
        double weight = 1.0 / n;
        for (int i = 1; i <= s; i++) {
            weight *= (double) i / (n - i);
        }
        return weight;
    }

    private List<Contribution> contributions() {
        List<Contribution> all = new ArrayList<>();
        append(0, 0, all);
        return all;
    }

    private void append(int node, int depth, List<Contribution> all) {
        if (depth > 0) {
            boolean scored = !Double.isNaN(score[node]);
            all.add(new Contribution(
                    plan.code(node),
                    plan.node(node).name(),
                    depth,
                    plan.isMetric(node),
                    score[node],
                    scored ? base[node] : Double.NaN,
                    scored ? share[node] : 0,
                    scored ? contribution[node] : 0));
        }
        if (!plan.isMetric(node)) {
            for (int child : plan.children.get(node)) {
                if (construction.fit.nodeMeasured[child]) {
                    append(child, depth + 1, all);
                }
            }
        }
    }
}
