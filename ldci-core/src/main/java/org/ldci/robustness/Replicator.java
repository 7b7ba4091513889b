package org.ldci.robustness;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.engine.CompositeIndex;
import org.ldci.internal.sampling.Inverse;
import org.ldci.internal.sampling.Points;
import org.ldci.weight.WeightingSchemes;

/**
 * Runs replicates in one thread: draws the points of a range, puts those of one scenario side by side, finds their weights,
 * scores and ranks, and hands each block on. What a replicate gives does not depend on its neighbours.
 */
final class Replicator {
    /** Points are drawn in chunks of at most so many coordinates, which stay in the cache. */
    private static final int CHUNK_COORDINATES = 1 << 16;

    private static final int ROW_BITS = 11;
    private static final int MOST_CHUNK = 1 << ROW_BITS;
    private static final int ROW_MASK = MOST_CHUNK - 1;

    /** A block has at most so many scores, if it can. */
    private static final int MOST_SCORES = 1 << 22;

    private final Simulation simulation;
    private final Points design;
    private final int chunk;
    private final double[] points;
    private final long[] keys;
    private final Block block;
    private final LaneWeights weights;
    private final LaneMeans means;
    private final LaneRanking ranking;
    private final boolean keepsShares;

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
        int capacity = lanes(simulation);
        chunk = chunk(simulation);
        points = new double[chunk * simulation.dimension];
        keys = new long[chunk];
        keepsShares = shares;
        block = new Block(capacity, simulation.regions, shares ? simulation.tree.size() : 0, simulation.isTall);
        weights = new LaneWeights(simulation, block, points);
        means = new LaneMeans(simulation, block, weights);
        ranking = new LaneRanking(block, pairs);
    }

    /** Many lanes make long loops and rare visits to the bins of a region; the scores of all regions must fit, though. */
    private static int lanes(Simulation simulation) {
        int fitting = MOST_SCORES / Math.max(1, Math.max(simulation.regions, simulation.dimension));
        return Math.max(16, Math.min(128, fitting));
    }

    /** How many replicates this works on at a time. */
    static int chunk(Simulation simulation) {
        int capacity = lanes(simulation);
        return simulation.scenarioCount == 1
                ? capacity
                : Math.max(capacity, Math.min(MOST_CHUNK, CHUNK_COORDINATES / Math.max(1, simulation.dimension)));
    }

    /** How many replicates this works on at a time. */
    int chunk() {
        return chunk;
    }

    /** Adds the pairs of all ranges so far. */
    void addPairs(Tally tally) {
        ranking.addPairs(tally);
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
            keys[r] = simulation.scenarioOf(points, r * dimension) << ROW_BITS | r;
        }
        if (simulation.scenarioCount > 1) {
            Arrays.sort(keys, 0, n);
        }
        for (int start = 0; start < n; ) {
            long number = keys[start] >>> ROW_BITS;
            int end = start + 1;
            while (end < n && keys[end] >>> ROW_BITS == number) {
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
            block.rows[lane] = (int) (keys[first + lane] & ROW_MASK);
            block.replicates[lane] = from + block.rows[lane];
            block.failures[lane] = null;
        }
        Scenario scenario = made.scenario();
        if (scenario == null) {
            Arrays.fill(block.failures, 0, block.lanes, made.failure());
        } else if (scenario.isGeneral) {
            weights.weigh(scenario);
            scoreEach(scenario);
        } else if (scenario.varying.length == 0) {
            for (int lane = 0; lane < block.lanes; lane++) {
                block.setScores(lane, scenario.scores);
            }
        } else {
            weights.weigh(scenario);
            means.score(scenario);
        }
        block.forgetFailed();
        ranking.rank(scenario == null || scenario.isGeneral ? block.bound() : scenario.bound);
        if (keepsShares && scenario != null) {
            weights.share(scenario);
        }
        sink.accept(block, number);
    }

    private void scoreEach(Scenario scenario) {
        for (int lane = 0; lane < block.lanes; lane++) {
            if (block.failed(lane)) {
                continue;
            }
            int at = block.rows[lane] * simulation.dimension;
            try {
                IndexDefinition definition = scenario.definition;
                if (simulation.variesWeights || !scenario.weightChanges.isEmpty()) {
                    definition = reweighed(scenario, lane);
                }
                for (Simulation.Varied number : simulation.parameters) {
                    double value = number.parameter().distribution().quantile(points[at + number.coordinate()]);
                    definition = number.parameter().effect().apply(definition, value);
                }
                double[] scores =
                        CompositeIndex.of(definition).score(disturbed(at)).scores();
                block.setScores(lane, scores);
            } catch (RuntimeException e) {
                block.failures[lane] = String.valueOf(e.getMessage());
            }
        }
    }

    /** The definition with the weights of a lane, given ones wherever schemes would find others. */
    private IndexDefinition reweighed(Scenario scenario, int lane) {
        Map<String, Double> given = new HashMap<>();
        for (int c = 0; c < scenario.tree.components; c++) {
            int[] children = scenario.tree.children[c];
            if (Arrays.stream(children).anyMatch(child -> scenario.weights[child] > 0)) {
                for (int child : children) {
                    given.put(scenario.tree.codes.get(child), weights.of(child)[lane]);
                }
            }
        }
        return scenario.definition
                .with(method -> method.weigh(WeightingSchemes.given())
                        .weighLevels(Map.of())
                        .weighComponents(Map.of()))
                .withWeights(given);
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

    /** The failure of a lane, with the replicate and its draw. */
    String explain(int lane) {
        double[] point = new double[simulation.dimension];
        design.point(block.replicates[lane], point, 0);
        return "replicate " + block.replicates[lane] + " (" + simulation.describe(point, 0) + "): "
                + block.failures[lane];
    }
}
