package org.ldci.robustness;

import java.util.Arrays;
import org.ldci.aggregate.PowerMean;
import org.ldci.internal.numeric.Lanes;

/** The scores of the replicates of a block: the weighted means of a scenario with the weights of each lane. */
final class LaneMeans {
    /** Regions are averaged in strips, whose terms stay in the second cache while all lanes pass. */
    private static final int STRIP_CELLS = 32_768;

    private static final int LEAST_STRIP = 64;

    private final Simulation simulation;
    private final Block block;
    private final LaneWeights weights;
    /** By component: what the weights of its children are multiplied by to be those of the step. */
    private double[][] factors = new double[0][];
    /** By term of a step, its weight. */
    private double[][] termWeights = new double[0][];
    /** By number of a step below the index, its means in the order of the block's scores. */
    private double[][][] means = new double[0][][];

    private final double[] sums;

    LaneMeans(Simulation simulation, Block block, LaneWeights weights) {
        this.simulation = simulation;
        this.block = block;
        this.weights = weights;
        sums = new double[block.capacity];
    }

    /** Scores every lane; those that cannot be scored fail. */
    void score(Scenario scenario) {
        prepare(scenario);
        for (Scenario.Step step : scenario.steps) {
            double[][] out = step.component == 0 ? block.scores : means[step.number];
            weighTerms(scenario, step);
            if (block.isTall) {
                averageTall(scenario, step, out);
            } else {
                average(scenario, step, out);
            }
            finish(scenario, step, out);
        }
    }

    private void prepare(Scenario scenario) {
        int nodes = scenario.tree.size();
        if (factors.length < nodes) {
            factors = new double[nodes][block.capacity];
            termWeights = new double[nodes][block.capacity];
        }
        int steps = scenario.steps.size() - 1;
        if (means.length < steps) {
            int own = means.length;
            means = Arrays.copyOf(means, steps);
            for (int s = own; s < steps; s++) {
                means[s] = new double[block.scores.length][block.isTall ? block.regions : block.capacity];
            }
        }
    }

    private void weighTerms(Scenario scenario, Scenario.Step step) {
        int lanes = block.lanes;
        System.arraycopy(weights.inverseSum(step.component), 0, factors[step.component], 0, lanes);
        for (int merged : step.merged) {
            Lanes.multiply(factors[scenario.tree.parent[merged]], weights.of(merged), factors[merged], lanes);
            Lanes.multiply(factors[merged], weights.inverseSum(merged), factors[merged], lanes);
        }
        for (int t = 0; t < step.terms.length; t++) {
            int node = step.terms[t];
            Lanes.multiply(weights.of(node), factors[scenario.tree.parent[node]], termWeights[t], lanes);
        }
        for (int s = 0; s < step.inner.length; s++) {
            int node = step.inner[s].component;
            Lanes.multiply(
                    weights.of(node), factors[scenario.tree.parent[node]], termWeights[step.terms.length + s], lanes);
        }
    }

    // ---- lanes side by side

    private void average(Scenario scenario, Scenario.Step step, double[][] out) {
        int n = step.terms.length;
        int lanes = block.lanes;
        for (int i = 0; i < block.regions; i++) {
            if (!step.scored[i]) {
                Arrays.fill(out[i], 0, lanes, Double.NaN);
                continue;
            }
            Lanes.weightedSums(step.cells[i], n, termWeights, out[i], lanes);
            for (int s = 0; s < step.inner.length; s++) {
                if (step.inner[s].scored[i]) {
                    Lanes.addProducts(means[step.inner[s].number][i], termWeights[n + s], out[i], lanes);
                }
            }
            if (step.present[i] != null) {
                sumPresent(scenario, step, i);
                Lanes.divide(out[i], sums, lanes);
            }
        }
    }

    /** The sums of the weights of what a region has, by lane. */
    private void sumPresent(Scenario scenario, Scenario.Step step, int region) {
        int n = step.terms.length;
        double[] present = step.present[region];
        if (present != null) {
            Lanes.weightedSums(present, n, termWeights, sums, block.lanes);
        }
        for (int s = 0; s < step.inner.length; s++) {
            if (step.inner[s].scored[region]) {
                Lanes.add(1, termWeights[n + s], sums, block.lanes);
            }
        }
        for (int lane = 0; lane < block.lanes; lane++) {
            if (sums[lane] == 0 && !block.failed(lane)) {
                block.failures[lane] = "component '" + scenario.tree.codes.get(step.component) + "', region '"
                        + simulation.data.regions().get(region).code()
                        + "': the weights of the children that are present sum to 0";
            }
        }
    }

    // ---- regions side by side, to the same bits

    private void averageTall(Scenario scenario, Scenario.Step step, double[][] out) {
        int n = step.terms.length;
        int regions = block.regions;
        int strip = Math.max(LEAST_STRIP, STRIP_CELLS / Math.max(1, n + step.inner.length));
        for (int from = 0; from < regions; from += strip) {
            int to = Math.min(regions, from + strip);
            Lanes.weightedSums(step.cells, n, termWeights, block.lanes, out, from, to);
        }
        for (int s = 0; s < step.inner.length; s++) {
            double[][] inner = means[step.inner[s].number];
            boolean[] has = step.inner[s].scored;
            for (int lane = 0; lane < block.lanes; lane++) {
                addInner(inner[lane], has, termWeights[n + s][lane], out[lane]);
            }
        }
        for (int i = 0; i < regions; i++) {
            if (!step.scored[i]) {
                for (int lane = 0; lane < block.lanes; lane++) {
                    out[lane][i] = Double.NaN;
                }
            } else if (step.present[i] != null) {
                sumPresent(scenario, step, i);
                for (int lane = 0; lane < block.lanes; lane++) {
                    out[lane][i] /= sums[lane];
                }
            }
        }
    }

    private static void addInner(double[] inner, boolean[] has, double weight, double[] out) {
        for (int i = 0; i < has.length; i++) {
            if (has[i]) {
                out[i] += inner[i] * weight;
            }
        }
    }

    // ---- from the mean of transformed scores to the score

    /** Or to what the step above takes the mean of. */
    private void finish(Scenario scenario, Scenario.Step step, double[][] out) {
        PowerMean above = step.above;
        boolean root = step.component == 0;
        boolean inverts = step.mean.exponent() != 1;
        boolean transforms = above != null && above.exponent() != 1;
        if ((!root && above == null) || (!inverts && !transforms)) {
            return;
        }
        int length = block.isTall ? block.regions : block.lanes;
        for (int v = 0; v < (block.isTall ? block.lanes : block.regions); v++) {
            double[] scores = out[v];
            for (int x = 0; x < length; x++) {
                double score = scores[x];
                if (Double.isNaN(score)) {
                    continue;
                }
                score = inverts ? step.mean.inverse(score) : score;
                if (transforms && above != null) {
                    if (!above.accepts(score) && !Double.isNaN(score)) {
                        fail(block.isTall ? v : x, scenario, step, block.isTall ? x : v, above, score);
                    }
                    score = above.transform(score);
                }
                scores[x] = score;
            }
        }
    }

    private void fail(int lane, Scenario scenario, Scenario.Step step, int region, PowerMean above, double score) {
        if (!block.failed(lane)) {
            block.failures[lane] = "component '"
                    + scenario.tree.codes.get(scenario.tree.parent[step.component]) + "', region '"
                    + simulation.data.regions().get(region).code() + "': the " + above + " needs scores "
                    + above.domain() + " but that of '" + scenario.tree.codes.get(step.component) + "' is " + score;
        }
    }
}
