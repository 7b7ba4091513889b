package org.ldci.robustness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ldci.data.DataException;
import org.ldci.internal.sampling.Points;

/** Runs the rows of a variance-based sensitivity analysis and estimates the indices. */
final class SensitivityRun {
    private SensitivityRun() {}

    /** Run r of the design: row r / (d + 2), and in it A, B, then A with each factor of B in turn. */
    private static final class Rows implements Points {
        private final int dimension;
        private final int[] firstCoordinate;
        private final int runs;
        private final Points a;
        private final Points b;
        private final Points[] ofFactor;

        Rows(Simulation simulation) {
            RobustnessStudy study = simulation.study;
            dimension = simulation.dimension;
            firstCoordinate = simulation.firstCoordinate;
            int factors = study.factors().size();
            runs = factors + 2;
            a = part(study, 0, dimension);
            b = part(study, dimension, dimension);
            ofFactor = new Points[factors];
            for (int f = 0; f < factors; f++) {
                ofFactor[f] = part(study, dimension + firstCoordinate[f], firstCoordinate[f + 1] - firstCoordinate[f]);
            }
        }

        private static Points part(RobustnessStudy study, int first, int dimension) {
            return Robustness.points(study.design(), study.seed(), first, dimension, study.replicates());
        }

        @Override
        public int dimension() {
            return dimension;
        }

        @Override
        public void point(long r, double[] out, int at) {
            long row = r / runs;
            int run = (int) (r % runs);
            if (run == 1) {
                b.point(row, out, at);
                return;
            }
            a.point(row, out, at);
            if (run > 1) {
                ofFactor[run - 2].point(row, out, at + firstCoordinate[run - 2]);
            }
        }
    }

    static SensitivityResult of(
            Simulation simulation, Sensitivity sensitivity, int threads, ProgressListener listener) {
        RobustnessStudy study = simulation.study;
        int factors = study.factors().size();
        int runs = factors + 2;
        if (study.replicates() > Integer.MAX_VALUE / runs) {
            throw new IllegalArgumentException("sensitivity: expected at most " + Integer.MAX_VALUE / runs
                    + " rows for " + factors + " factors but got " + study.replicates());
        }
        int rows = (int) study.replicates();
        List<Target> targets = sensitivity.targets();
        int[] regions = new int[targets.size()];
        for (int t = 0; t < regions.length; t++) {
            regions[t] = region(simulation, targets.get(t));
        }
        double[][] values = new double[targets.size()][rows * runs];
        for (double[] each : values) {
            Arrays.fill(each, Double.NaN);
        }
        int[] nominalRanks = Robustness.ranks(simulation.nominal.scores());
        Tally failures = new Tally(new double[0], new int[0], false, 0);
        Run run = new Run(simulation, new Rows(simulation), 0, (long) rows * runs, threads, listener);
        long end = run.run(false, false, replicator -> (block, scenario) -> {
            for (int t = 0; t < regions.length; t++) {
                for (int lane = 0; lane < block.lanes; lane++) {
                    int at = (int) block.replicates[lane];
                    if (block.failed(lane)) {
                        continue;
                    }
                    values[t][at] = value(targets.get(t), regions[t], block, lane, nominalRanks);
                }
            }
            for (int lane = 0; lane < block.lanes; lane++) {
                if (block.failed(lane) && failures.wantsFailure(block.replicates[lane])) {
                    failures.addFailure(new Tally.Failure(block.replicates[lane], replicator.explain(lane)));
                    if (study.failures() == FailurePolicy.FAIL) {
                        run.stop();
                    }
                }
            }
        });
        failures.sortFailures();
        if (study.failures() == FailurePolicy.FAIL && !failures.failures.isEmpty()) {
            throw new DataException(failures.failures.get(0).message());
        }
        return estimate(simulation, sensitivity, values, (int) (end / runs));
    }

    private static int region(Simulation simulation, Target target) {
        if (target instanceof Target.RegionScore score) {
            return simulation.data.geography().position(score.region());
        } else if (target instanceof Target.RegionRank rank) {
            return simulation.data.geography().position(rank.region());
        }
        return -1;
    }

    private static double value(Target target, int region, Block block, int lane, int[] nominalRanks) {
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

    private static SensitivityResult estimate(
            Simulation simulation, Sensitivity sensitivity, double[][] values, int rows) {
        RobustnessStudy study = simulation.study;
        int runs = study.factors().size() + 2;
        int[] kept = new int[rows];
        int n = 0;
        for (int k = 0; k < rows; k++) {
            boolean whole = true;
            for (double[] each : values) {
                for (int r = 0; r < runs; r++) {
                    whole &= !Double.isNaN(each[k * runs + r]);
                }
            }
            if (whole) {
                kept[n++] = k;
            }
        }
        List<String> codes = study.factors().stream().map(Factor::code).toList();
        List<SobolIndices> all = new ArrayList<>();
        for (int t = 0; t < values.length; t++) {
            double[][] columns = new double[runs][n];
            for (int k = 0; k < n; k++) {
                for (int r = 0; r < runs; r++) {
                    columns[r][k] = values[t][kept[k] * runs + r];
                }
            }
            all.add(SobolIndices.estimate(
                    sensitivity.targets().get(t).label(),
                    codes,
                    columns[0],
                    columns[1],
                    Arrays.copyOfRange(columns, 2, runs),
                    sensitivity.bootstraps(),
                    sensitivity.level(),
                    study.seed()));
        }
        return new SensitivityResult(study, all, rows - n);
    }
}
