package org.ldci.examples.bench;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ldci.aggregate.Aggregators;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.normalise.Normalisers;
import org.ldci.prepare.LogForm;
import org.ldci.prepare.Treatment;
import org.ldci.prepare.Treatments;
import org.ldci.robustness.Factors;
import org.ldci.robustness.Robustness;
import org.ldci.robustness.RobustnessResult;
import org.ldci.robustness.Sensitivity;
import org.ldci.robustness.SensitivityResult;
import org.ldci.robustness.SobolIndices;
import org.ldci.robustness.Target;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whole studies, set-up included, beside two yardsticks: a copy of as much memory as a replicate looks at, from main memory, and
 * the same replicates as a straightforward program of streams and boxed numbers. Times are for {@link #REPLICATES}, or as the
 * parameter says.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class RobustnessBenchmark {
    private static final int REPLICATES = 1000;

    private final Dataset wide = data(12, 46);
    private final Dataset asem = data(51, 49);
    private final Dataset districts = data(360, 30);
    private final Dataset areas = data(33_755, 50);
    private final double[] from = new double[1 << 25];
    private final double[] to = new double[1 << 25];
    private final double[][] matrix = new double[51][49];

    /** In thousands. */
    @Param({"1", "1000"})
    public int thousands;

    private static Dataset data(int regions, int metrics) {
        return Shapes.data(flat(metrics), regions, 0);
    }

    private static IndexDefinition flat(int metrics) {
        return Shapes.flat(metrics).normalise(Normalisers.minMax(1, 100)).build();
    }

    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(7);
        for (double[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                row[j] = 100 * random.nextDouble();
            }
        }
    }

    private static RobustnessResult run(int metrics, Dataset data, boolean any, long replicates, int threads) {
        return robustness(metrics, any, replicates, threads).run(data);
    }

    private static Robustness robustness(int metrics, boolean any, long replicates, int threads) {
        return Robustness.of(flat(metrics))
                .vary(any ? Factors.uniformWeights() : Factors.weights(0.25))
                .replicates(replicates)
                .threads(threads);
    }

    @Benchmark
    public RobustnessResult bandOf12x46() {
        return run(46, wide, false, 1000L * thousands, 1);
    }

    @Benchmark
    public RobustnessResult bandOf12x46OnTwoThreads() {
        return run(46, wide, false, 1000L * thousands, 2);
    }

    @Benchmark
    public RobustnessResult anyWeightsOf12x46() {
        return run(46, wide, true, 1000L * thousands, 1);
    }

    @Benchmark
    public RobustnessResult bandOf51x49() {
        return run(49, asem, false, 1000L * thousands, 1);
    }

    /** 10,000 replicates. */
    @Benchmark
    public RobustnessResult bandOf360x30() {
        return run(30, districts, false, REPLICATES * 10L, 1);
    }

    /** 10,000 replicates, with every pair of regions. */
    @Benchmark
    public RobustnessResult bandOf360x30WithPairs() {
        return robustness(30, false, REPLICATES * 10L, 1).withPairs().run(districts);
    }

    /** 5,000 replicates. */
    @Benchmark
    public RobustnessResult bandOf33755x50() {
        return run(50, areas, false, REPLICATES * 5L, 1);
    }

    /** 5,000 replicates. */
    @Benchmark
    public RobustnessResult bandOf33755x50OnTwoThreads() {
        return run(50, areas, false, REPLICATES * 5L, 2);
    }

    /** COINr's example: winsorised points 1 to 5, min-max or z-scores, weights of two levels, arithmetic or geometric. */
    private static Robustness fourFactors() {
        IndexDefinition index = Shapes.fourLevels().build();
        Treatment[] treatments = IntStream.rangeClosed(1, 5)
                .mapToObj(points -> Treatments.winsoriseThenLog(points, 2, 3.5, LogForm.BY_SKEWNESS))
                .toArray(Treatment[]::new);
        return Robustness.of(index)
                .vary(Factors.treatments(treatments))
                .vary(Factors.normalisers(Normalisers.minMax(1, 100), Normalisers.zScore(10, 2)))
                .vary(Factors.weights(0.25).atLevels(0, 1))
                .vary(Factors.aggregators(Aggregators.arithmeticMean(), Aggregators.geometricMean()));
    }

    private final Dataset fourLevels = Shapes.data(Shapes.fourLevels().build(), 51, 0);

    @Benchmark
    public RobustnessResult fourFactorsOf51x49() {
        return fourFactors().replicates(100_000).threads(1).run(fourLevels);
    }

    /** 60,000 runs and 1,000 bootstraps on two threads. */
    @Benchmark
    public SensitivityResult<SobolIndices> totalSobolOf51x49() {
        return fourFactors().replicates(10_000).threads(2).sobol(fourLevels, Sensitivity.of(Target.meanRankShift()));
    }

    /** 256 MiB. */
    @Benchmark
    public double[] copyOfMainMemory() {
        System.arraycopy(from, 0, to, 0, from.length);
        return to;
    }

    /** 1,000 replicates of 51 x 49 with streams, boxed scores and ranks by a sorted list. */
    @Benchmark
    public double plainlyWritten51x49() {
        double sum = 0;
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < REPLICATES; k++) {
            double[] weights = IntStream.range(0, 49)
                    .mapToDouble(j -> 0.75 + random.nextDouble() / 2)
                    .toArray();
            double total = IntStream.range(0, 49).mapToDouble(j -> weights[j]).sum();
            List<Double> scores = IntStream.range(0, 51)
                    .mapToObj(i -> IntStream.range(0, 49)
                                    .mapToDouble(j -> weights[j] * matrix[i][j])
                                    .sum()
                            / total)
                    .toList();
            List<Double> sorted =
                    scores.stream().sorted(Comparator.reverseOrder()).collect(Collectors.toList());
            sum += scores.stream().mapToInt(sorted::indexOf).sum();
        }
        return sum;
    }
}
