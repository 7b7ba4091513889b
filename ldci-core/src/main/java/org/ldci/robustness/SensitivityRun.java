package org.ldci.robustness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.ldci.data.DataException;
import org.ldci.internal.sampling.Points;
import org.ldci.robustness.Sensitivity.Input;
import org.ldci.robustness.Sensitivity.Sampling;

/**
 * A study as a model whose inputs are its factors or groups of them: the replicates of a sensitivity analysis are run and the
 * targets of each are kept.
 */
final class SensitivityRun implements ModelRuns.Evaluator {
    private final Simulation simulation;
    private final Sensitivity question;
    private final int threads;
    private final ProgressListener listener;
    /** By target, the position of its region; -1 for none. */
    private final int[] regions;

    private final int[] nominalRanks;
    private final List<Input> inputs = new ArrayList<>();
    /** By coordinate of a point of the inputs, the coordinate of the study that it is. */
    private final int[] coordinates;

    private final Tally failures = new Tally(new double[0], new int[0], false, 0);
    private long done;
    /** Set by one thread at a time. */
    private volatile boolean isStopped;

    private SensitivityRun(Simulation simulation, Sensitivity question, int threads, ProgressListener listener) {
        this.simulation = simulation;
        this.question = question;
        this.threads = threads;
        this.listener = listener;
        regions = question.targets().stream()
                .mapToInt(target -> region(simulation, target))
                .toArray();
        nominalRanks = Robustness.ranks(simulation.nominal.scores());
        coordinates = new int[simulation.dimension];
        int at = 0;
        for (Sensitivity.Group group : question.groupsOf(simulation.study)) {
            int from = at;
            for (String factor : group.factors()) {
                int f = simulation.position(factor);
                for (int c = simulation.firstCoordinate[f]; c < simulation.firstCoordinate[f + 1]; c++) {
                    coordinates[at++] = c;
                }
            }
            inputs.add(new Input(group.name(), at - from));
        }
    }

    private static int region(Simulation simulation, Target target) {
        if (target instanceof Target.RegionScore score) {
            return simulation.data.geography().position(score.region());
        } else if (target instanceof Target.RegionRank rank) {
            return simulation.data.geography().position(rank.region());
        }
        return -1;
    }

    // ---- the three analyses

    static SensitivityResult<SobolIndices> sobol(
            Simulation simulation, Sensitivity question, int threads, ProgressListener listener) {
        question.checkIndependent("Sobol indices");
        return new SensitivityRun(simulation, question, threads, listener).estimate(ModelRuns::sobol);
    }

    static SensitivityResult<MorrisEffects> morris(
            Simulation simulation, Sensitivity question, int threads, ProgressListener listener) {
        question.checkIndependent("elementary effects");
        return new SensitivityRun(simulation, question, threads, listener)
                .estimate((runs, rows) -> runs.morris(rows, MorrisEffects.LEVELS, MorrisEffects.JUMP));
    }

    static SensitivityResult<ShapleyEffects> shapley(
            Simulation simulation, Sensitivity question, int threads, ProgressListener listener) {
        SensitivityRun run = new SensitivityRun(simulation, question, threads, listener);
        double @Nullable [][] correlation = run.correlation();
        return run.estimate((runs, rows) -> runs.shapley(rows, ShapleyEffects.Method.AUTOMATIC, correlation));
    }

    private <T extends TargetSensitivity> SensitivityResult<T> estimate(
            BiFunction<ModelRuns, Integer, ModelRuns.Estimates<T>> analysis) {
        RobustnessStudy study = simulation.study;
        if (study.replicates() > Integer.MAX_VALUE / (inputs.size() + 2)) {
            throw new IllegalArgumentException("sensitivity: expected at most "
                    + Integer.MAX_VALUE / (inputs.size() + 2) + " rows for " + inputs.size() + " factors but got "
                    + study.replicates());
        }
        Design design = study.design() == Design.FULL_FACTORIAL ? Design.RANDOM : study.design();
        Sampling sampling = new Sampling(design, study.seed(), question.bootstraps(), question.level());
        List<String> targets = question.targets().stream().map(Target::label).toList();
        ModelRuns.Estimates<T> estimates =
                analysis.apply(new ModelRuns(this, targets, inputs, sampling), (int) study.replicates());
        return new SensitivityResult<>(study, estimates.targets(), estimates.rows(), estimates.excluded());
    }

    /** The correlations of all coordinates of the inputs; null if there are none. */
    private double @Nullable [][] correlation() {
        if (question.correlations().isEmpty()) {
            return null;
        }
        int[] place = new int[coordinates.length];
        double[][] matrix = new double[coordinates.length][coordinates.length];
        for (int c = 0; c < coordinates.length; c++) {
            place[coordinates[c]] = c;
            matrix[c][c] = 1;
        }
        for (Sensitivity.Correlation each : question.correlations()) {
            int i = place[onlyCoordinate(each.first())];
            int j = place[onlyCoordinate(each.second())];
            matrix[i][j] = each.value();
            matrix[j][i] = each.value();
        }
        return matrix;
    }

    private int onlyCoordinate(String factor) {
        int f = simulation.position(factor);
        int first = simulation.firstCoordinate[f];
        int count = simulation.firstCoordinate[f + 1] - first;
        if (count != 1) {
            throw new IllegalArgumentException("sensitivity: factor '" + factor + "' draws " + count
                    + " numbers; only choices and parameters, which draw one, can be correlated");
        }
        return first;
    }

    // ---- replicates

    /** Points that are there already, numbered from the first that is not done. */
    @SuppressWarnings("ArrayRecordComponent") // internal, never compared
    private record Given(double[] points, int dimension, int[] coordinates, long first) implements Points {
        @Override
        public void point(long k, double[] out, int at) {
            int from = (int) (k - first) * dimension;
            for (int c = 0; c < dimension; c++) {
                out[at + coordinates[c]] = points[from + c];
            }
        }
    }

    @Override
    public int evaluate(double[] points, int rows, double[][] values, long total) {
        long first = done;
        for (double[] each : values) {
            Arrays.fill(each, Double.NaN);
        }
        Given given = new Given(points, simulation.dimension, coordinates, first);
        Run run = new Run(simulation, given, first, first + rows, threads, (count, all) -> {
            isStopped |= !listener.progress(first + count, total);
            return !isStopped;
        });
        long end = run.run(false, false, replicator -> (block, scenario) -> {
            for (int lane = 0; lane < block.lanes; lane++) {
                int at = (int) (block.replicates[lane] - first);
                for (int t = 0; t < regions.length && !block.failed(lane); t++) {
                    values[t][at] = value(question.targets().get(t), regions[t], block, lane);
                }
                if (block.failed(lane) && failures.wantsFailure(block.replicates[lane])) {
                    failures.addFailure(new Tally.Failure(block.replicates[lane], replicator.explain(lane)));
                    if (simulation.study.failures() == FailurePolicy.FAIL) {
                        run.stop();
                    }
                }
            }
        });
        failures.sortFailures();
        if (simulation.study.failures() == FailurePolicy.FAIL && !failures.failures.isEmpty()) {
            throw new DataException(failures.failures.get(0).message());
        }
        done = end;
        return (int) (end - first);
    }

    @Override
    public boolean isStopped() {
        return isStopped;
    }

    private double value(Target target, int region, Block block, int lane) {
        if (target instanceof Target.RegionScore) {
            return block.score(region, lane);
        } else if (target instanceof Target.RegionRank) {
            return block.rank(region, lane) == 0 ? Double.NaN : block.rank(region, lane);
        }
        long shifts = 0;
        int counted = 0;
        for (int i = 0; i < nominalRanks.length; i++) {
            int rank = block.rank(i, lane);
            if (rank > 0 && nominalRanks[i] > 0) {
                shifts += Math.abs(rank - nominalRanks[i]);
                counted++;
            }
        }
        return counted == 0 ? Double.NaN : (double) shifts / counted;
    }
}
