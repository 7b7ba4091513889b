package org.ldci.robustness;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ldci.aggregate.PowerMean;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.engine.CompositeIndex;
import org.ldci.internal.numeric.Lanes;
import org.ldci.internal.sampling.Inverse;
import org.ldci.internal.sampling.Points;
import org.ldci.internal.sampling.PolytopeSampler;
import org.ldci.weight.WeightingSchemes;

/**
 * Runs replicates in one thread: draws the points of a range, puts those of one scenario side by side, finds their weights,
 * scores and ranks, and hands each block on. What a replicate gives does not depend on its neighbours.
 */
final class Replicator {
    /** Points are drawn in chunks of at most so many coordinates, which stay in the cache. */
    private static final int CHUNK_COORDINATES = 1 << 16;

    private static final int MOST_CHUNK = 2048;

    private final Simulation simulation;
    private final Points design;
    private final int chunk;
    private final double[] points;
    private final long[] keys;
    private final Block block;
    private final LaneRanking ranking;
    private final boolean keepsShares;

    /** By node of a scenario's tree, its weight among its siblings. */
    private double[][] raw = new double[0][];
    /** By component: one over the sum of the weights of its children. */
    private double[][] inverseSums = new double[0][];
    /** By component: what the weights of its children are multiplied by to be those of the step. */
    private double[][] factors = new double[0][];
    /** By term of a step, its weight. */
    private double[][] termWeights = new double[0][];
    /** By step and region, the means. */
    private final IdentityHashMap<Scenario.Step, double[][]> means = new IdentityHashMap<>();

    private final double[] sums;
    /** By group, the sampler of this thread; null for groups that need none. */
    private final @Nullable PolytopeSampler[] samplers;

    private final IdentityHashMap<Scenario, int[][]> nodesOfGroups = new IdentityHashMap<>();

    /** Takes blocks; what it does must not depend on their order. */
    @FunctionalInterface
    interface Sink {
        void accept(Block block, long scenario);
    }

    /**
     * Prepares to run.
     *
     * @param simulation the study
     * @param design the points
     * @param pairs whether pairs of regions are counted
     * @param shares whether the weights of each replicate are kept in the block
     */
    Replicator(Simulation simulation, Points design, boolean pairs, boolean shares) {
        this.simulation = simulation;
        this.design = design;
        int capacity = lanes(simulation.regions);
        chunk = simulation.scenarioCount == 1
                ? capacity
                : Math.max(capacity, Math.min(MOST_CHUNK, CHUNK_COORDINATES / Math.max(1, simulation.dimension)));
        points = new double[chunk * simulation.dimension];
        keys = new long[chunk];
        keepsShares = shares;
        block = new Block(capacity, simulation.regions, shares ? simulation.tree.size() : 0, pairs);
        ranking = new LaneRanking(simulation.regions, capacity);
        sums = new double[capacity];
        samplers = simulation.groups.stream()
                .map(group -> group.sampler() == null ? null : group.sampler().copy())
                .toArray(PolytopeSampler[]::new);
    }

    /** Enough lanes for long loops, and few enough that the scores of all regions stay near the processor. */
    private static int lanes(int regions) {
        return regions <= 512 ? 128 : 64;
    }

    /** How many replicates this works on at a time. */
    int chunk() {
        return chunk;
    }

    /** The counts of pairs, which grow over all ranges. */
    long[][] pairs() {
        return block.pairs;
    }

    /**
     * Runs a range.
     *
     * @param from the first replicate
     * @param to the one after the last; at most {@link #chunk()} more than the first
     * @param sink takes the blocks
     */
    void run(long from, long to, Sink sink) {
        int n = (int) (to - from);
        int dimension = simulation.dimension;
        for (int r = 0; r < n; r++) {
            design.point(from + r, points, r * dimension);
            keys[r] = simulation.scenarioOf(points, r * dimension) << 11 | r;
        }
        if (simulation.scenarioCount > 1) {
            Arrays.sort(keys, 0, n);
        }
        for (int start = 0; start < n; ) {
            long number = keys[start] >>> 11;
            int end = start + 1;
            while (end < n && keys[end] >>> 11 == number) {
                end++;
            }
            for (int first = start; first < end; first += block.capacity) {
                fill(number, first, Math.min(end, first + block.capacity), from, sink);
            }
            start = end;
        }
    }

    private void fill(long number, int first, int end, long from, Sink sink) {
        block.lanes = end - first;
        Simulation.Made made = simulation.scenario(number);
        for (int lane = 0; lane < block.lanes; lane++) {
            block.replicates[lane] = from + row(first, lane);
            block.failures[lane] = null;
        }
        Scenario scenario = made.scenario();
        if (scenario == null) {
            for (int lane = 0; lane < block.lanes; lane++) {
                block.failures[lane] = made.failure();
            }
        } else if (scenario.isGeneral) {
            prepare(scenario);
            weigh(scenario, first);
            scoreEach(scenario, first);
        } else if (scenario.varying.length == 0) {
            for (int i = 0; i < block.regions; i++) {
                Arrays.fill(block.scores[i], 0, block.lanes, scenario.scores[i]);
            }
        } else {
            prepare(scenario);
            weigh(scenario, first);
            score(scenario);
        }
        forgetFailed();
        ranking.rank(block, scenario == null || scenario.isGeneral ? greatest() : scenario.bound);
        if (keepsShares && scenario != null) {
            share(scenario);
        }
        sink.accept(block, number);
    }

    private int row(int first, int lane) {
        return (int) (keys[first + lane] & 2047);
    }

    private void forgetFailed() {
        for (int lane = 0; lane < block.lanes; lane++) {
            if (block.failed(lane)) {
                for (double[] scores : block.scores) {
                    scores[lane] = Double.NaN;
                }
            }
        }
    }

    private double greatest() {
        double greatest = 0;
        for (double[] scores : block.scores) {
            for (int lane = 0; lane < block.lanes; lane++) {
                greatest = Math.abs(scores[lane]) > greatest ? Math.abs(scores[lane]) : greatest;
            }
        }
        return greatest;
    }

    private void prepare(Scenario scenario) {
        int nodes = scenario.tree.size();
        if (raw.length < nodes) {
            raw = new double[nodes][block.capacity];
            inverseSums = new double[nodes][block.capacity];
            factors = new double[nodes][block.capacity];
            termWeights = new double[nodes][block.capacity];
        }
    }

    // ---- weights

    private void weigh(Scenario scenario, int first) {
        for (int node = 1; node < scenario.tree.size(); node++) {
            Arrays.fill(raw[node], 0, block.lanes, scenario.weights[node]);
        }
        for (Simulation.WeightChoice choice : simulation.weightChoices) {
            for (int lane = 0; lane < block.lanes; lane++) {
                if (chosen(choice, first, lane) instanceof Change.SetWeights set) {
                    set(scenario, set.weights(), lane);
                }
            }
        }
        draw(scenario, first);
        for (Simulation.WeightChoice choice : simulation.weightChoices) {
            for (int lane = 0; lane < block.lanes; lane++) {
                if (chosen(choice, first, lane) instanceof Change.LeaveOut leaveOut) {
                    int node = scenario.tree.find(leaveOut.code());
                    if (node > 0) {
                        raw[node][lane] = 0;
                    }
                }
            }
        }
        boolean mayVanish = !simulation.weightChoices.isEmpty();
        for (int v = scenario.varying.length - 1; v >= 0; v--) {
            int component = scenario.varying[v];
            double[] sum = inverseSums[component];
            Arrays.fill(sum, 0, block.lanes, 0);
            for (int child : scenario.tree.children[component]) {
                Lanes.add(1, raw[child], sum, block.lanes);
            }
            if (mayVanish) {
                vanish(scenario, component, sum);
            }
            for (int lane = 0; lane < block.lanes; lane++) {
                sum[lane] = 1 / sum[lane];
            }
        }
    }

    private Change chosen(Simulation.WeightChoice choice, int first, int lane) {
        double u = points[row(first, lane) * simulation.dimension + choice.coordinate()];
        return choice.choice().alternatives().get(choice.choice().at(u)).change();
    }

    private void set(Scenario scenario, Map<String, Double> weights, int lane) {
        weights.forEach((code, weight) -> {
            int node = scenario.tree.find(code);
            if (node > 0 && scenario.weights[node] > 0) {
                raw[node][lane] = weight;
            }
        });
    }

    /** A component without a child that has weight has none itself; its children are then alike, so that it has a value. */
    private void vanish(Scenario scenario, int component, double[] sum) {
        for (int lane = 0; lane < block.lanes; lane++) {
            if (sum[lane] == 0) {
                if (component == 0) {
                    block.failures[lane] = "no component or metric has a weight";
                } else {
                    raw[component][lane] = 0;
                }
                for (int child : scenario.tree.children[component]) {
                    raw[child][lane] = scenario.weights[child];
                    sum[lane] += scenario.weights[child];
                }
            }
        }
    }

    private void draw(Scenario scenario, int first) {
        int[][] nodes = nodesOfGroups.computeIfAbsent(scenario, this::nodesOfGroups);
        for (int g = 0; g < nodes.length; g++) {
            Simulation.Group group = simulation.groups.get(g);
            if (group.distribution() instanceof WeightDistribution.Band band) {
                double low = 1 - band.relative();
                double width = 2 * band.relative();
                for (int c = 0; c < nodes[g].length; c++) {
                    int at = group.coordinate() + c;
                    double[] weights = raw[nodes[g][c]];
                    for (int lane = 0; lane < block.lanes; lane++) {
                        weights[lane] *= low + width * point(first, lane, at);
                    }
                }
            } else if (group.distribution() instanceof WeightDistribution.UniformOnSimplex) {
                for (int c = 0; c < nodes[g].length; c++) {
                    int at = group.coordinate() + c;
                    double[] weights = raw[nodes[g][c]];
                    for (int lane = 0; lane < block.lanes; lane++) {
                        weights[lane] = weights[lane] > 0 ? Inverse.exponential(point(first, lane, at)) : 0;
                    }
                }
            } else if (group.sampler() != null) {
                drawWithin(scenario, group, nodes[g], samplers[g], first);
            } else if (group.distribution() instanceof WeightDistribution.Dirichlet dirichlet) {
                drawDirichlet(nodes[g], group.coordinate(), dirichlet.concentration(), first);
            }
        }
    }

    private double point(int first, int lane, int coordinate) {
        return points[row(first, lane) * simulation.dimension + coordinate];
    }

    /** The coordinate of the point starts the stream of the weights. */
    private void drawWithin(
            Scenario scenario, Simulation.Group group, int[] nodes, @Nullable PolytopeSampler sampler, int first) {
        double[] weights = new double[nodes.length];
        for (int lane = 0; lane < block.lanes; lane++) {
            long seed = Double.doubleToRawLongBits(point(first, lane, group.coordinate()));
            Objects.requireNonNull(sampler).sample(seed, 0, weights, 0, 1);
            for (int c = 0; c < nodes.length; c++) {
                raw[nodes[c]][lane] = weights[c];
            }
            for (int v = scenario.varying.length - 1; v >= 0 && group.isOfAllMetrics(); v--) {
                int component = scenario.varying[v];
                double sum = 0;
                for (int child : scenario.tree.children[component]) {
                    sum += raw[child][lane];
                }
                raw[component][lane] = sum;
            }
        }
    }

    private void drawDirichlet(int[] nodes, int coordinate, double concentration, int first) {
        for (int lane = 0; lane < block.lanes; lane++) {
            double sum = 0;
            for (int node : nodes) {
                sum += raw[node][lane];
            }
            for (int c = 0; c < nodes.length; c++) {
                double share = raw[nodes[c]][lane] / sum;
                raw[nodes[c]][lane] =
                        share > 0 ? Inverse.gamma(concentration * share, point(first, lane, coordinate + c)) : 0;
            }
        }
    }

    /** A node that the scenario does not have is node 0, whose weight nobody reads. */
    private int[][] nodesOfGroups(Scenario scenario) {
        int[][] nodes = new int[simulation.groups.size()][];
        for (int g = 0; g < nodes.length; g++) {
            List<String> children = simulation.groups.get(g).children();
            nodes[g] = children.stream()
                    .mapToInt(code -> Math.max(0, scenario.tree.find(code)))
                    .toArray();
        }
        return nodes;
    }

    // ---- scores

    private void score(Scenario scenario) {
        for (Scenario.Step step : scenario.steps) {
            double[][] out = step.above == null && step.component == 0
                    ? block.scores
                    : means.computeIfAbsent(step, fresh -> new double[block.regions][block.capacity]);
            weighTerms(scenario, step);
            average(step, out);
            finish(scenario, step, out);
        }
    }

    private void weighTerms(Scenario scenario, Scenario.Step step) {
        System.arraycopy(inverseSums[step.component], 0, factors[step.component], 0, block.lanes);
        for (int merged : step.merged) {
            Lanes.multiply(factors[scenario.tree.parent[merged]], raw[merged], factors[merged], block.lanes);
            Lanes.multiply(factors[merged], inverseSums[merged], factors[merged], block.lanes);
        }
        for (int t = 0; t < step.terms.length; t++) {
            int node = step.terms[t];
            Lanes.multiply(raw[node], factors[scenario.tree.parent[node]], termWeights[t], block.lanes);
        }
        for (int s = 0; s < step.inner.length; s++) {
            int node = step.inner[s].component;
            Lanes.multiply(
                    raw[node], factors[scenario.tree.parent[node]], termWeights[step.terms.length + s], block.lanes);
        }
    }

    private void average(Scenario.Step step, double[][] out) {
        int n = step.terms.length;
        for (int i = 0; i < block.regions; i++) {
            if (!step.scored[i]) {
                Arrays.fill(out[i], 0, block.lanes, Double.NaN);
                continue;
            }
            Lanes.weightedSums(step.rows, i * n, n, termWeights, out[i], block.lanes);
            for (int s = 0; s < step.inner.length; s++) {
                if (step.innerPresent[s][i]) {
                    double[][] inner = means.get(step.inner[s]);
                    if (inner != null) {
                        Lanes.addProducts(inner[i], termWeights[n + s], out[i], block.lanes);
                    }
                }
            }
            double[] present = step.present[i];
            if (present != null) {
                Lanes.weightedSums(present, 0, n, termWeights, sums, block.lanes);
                for (int s = 0; s < step.inner.length; s++) {
                    if (step.innerPresent[s][i]) {
                        Lanes.add(1, termWeights[n + s], sums, block.lanes);
                    }
                }
                Lanes.divide(out[i], sums, block.lanes);
            }
        }
    }

    /** From the mean of transformed scores to the score, or to what the step above takes the mean of. */
    private void finish(Scenario scenario, Scenario.Step step, double[][] out) {
        PowerMean above = step.above;
        boolean root = step.component == 0;
        if (!root && above == null) {
            return;
        }
        boolean inverts = step.mean.exponent() != 1;
        boolean transforms = above != null && above.exponent() != 1;
        if (!inverts && !transforms) {
            return;
        }
        for (int i = 0; i < block.regions; i++) {
            if (!step.scored[i]) {
                continue;
            }
            double[] scores = out[i];
            for (int lane = 0; lane < block.lanes; lane++) {
                double score = inverts ? step.mean.inverse(scores[lane]) : scores[lane];
                if (transforms && above != null) {
                    if (!above.accepts(score) && !Double.isNaN(score)) {
                        fail(lane, scenario, step, i, above, score);
                    }
                    score = above.transform(score);
                }
                scores[lane] = score;
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

    // ---- replicates that the engine scores

    private void scoreEach(Scenario scenario, int first) {
        for (int lane = 0; lane < block.lanes; lane++) {
            if (block.failed(lane)) {
                continue;
            }
            int at = row(first, lane) * simulation.dimension;
            try {
                IndexDefinition definition = scenario.definition;
                if (simulation.variesWeights) {
                    definition = reweighed(scenario, lane);
                }
                for (Simulation.Varied number : simulation.parameters) {
                    double value = number.parameter().distribution().quantile(points[at + number.coordinate()]);
                    definition = number.parameter().effect().apply(definition, value);
                }
                double[] scores =
                        CompositeIndex.of(definition).score(disturbed(at)).scores();
                for (int i = 0; i < block.regions; i++) {
                    block.scores[i][lane] = scores[i];
                }
            } catch (RuntimeException e) {
                block.failures[lane] = String.valueOf(e.getMessage());
            }
        }
    }

    /** The definition with the weights of a lane, given ones wherever schemes would find others. */
    private IndexDefinition reweighed(Scenario scenario, int lane) {
        Map<String, Double> weights = new HashMap<>();
        for (int c = 0; c < scenario.tree.components; c++) {
            int[] children = scenario.tree.children[c];
            if (Arrays.stream(children).anyMatch(child -> scenario.weights[child] > 0)) {
                for (int child : children) {
                    weights.put(scenario.tree.codes.get(child), raw[child][lane]);
                }
            }
        }
        return scenario.definition
                .with(method -> method.weigh(WeightingSchemes.given())
                        .weighLevels(Map.of())
                        .weighComponents(Map.of()))
                .withWeights(weights);
    }

    private Dataset disturbed(int at) {
        Dataset data = simulation.data;
        if (simulation.errors.isEmpty()) {
            return data;
        }
        double[] values = new double[data.metrics().size() * data.regions().size()];
        for (int j = 0; j < data.metrics().size(); j++) {
            data.column(j).copyTo(values, j * data.regions().size());
        }
        for (Simulation.Errors errors : simulation.errors) {
            for (int e = 0; e < errors.cells().length; e++) {
                values[errors.cells()[e]] += errors.sizes()[e] * Inverse.normal(points[at + errors.coordinate() + e]);
            }
        }
        return data.withValues(values);
    }

    // ---- weights as shares

    private void share(Scenario scenario) {
        WeightTree tree = simulation.tree;
        for (int c = 0; c < tree.components; c++) {
            int own = scenario.tree.find(tree.codes.get(c));
            boolean varies = own >= 0 && Arrays.binarySearch(scenario.varying, own) >= 0;
            for (int child : tree.children[c]) {
                int node = scenario.tree.find(tree.codes.get(child));
                double[] shares = block.shares[child];
                if (varies && node >= 0) {
                    Lanes.multiply(raw[node], inverseSums[own], shares, block.lanes);
                } else {
                    Arrays.fill(shares, 0, block.lanes, node < 0 ? 0 : staticShare(scenario, own, node));
                }
            }
        }
    }

    private static double staticShare(Scenario scenario, int component, int node) {
        double sum = 0;
        for (int child : component < 0 ? new int[0] : scenario.tree.children[component]) {
            sum += scenario.weights[child];
        }
        return sum == 0 ? 0 : scenario.weights[node] / sum;
    }

    /** The failure of a lane, with the replicate and its draw. */
    String explain(int lane) {
        double[] point = new double[simulation.dimension];
        design.point(block.replicates[lane], point, 0);
        return "replicate " + block.replicates[lane] + " (" + simulation.describe(point, 0) + "): "
                + block.failures[lane];
    }
}
