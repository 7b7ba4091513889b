package org.ldci.engine;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.ldci.aggregate.Aggregator;
import org.ldci.aggregate.Aggregators;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.IndexDefinitionBuilder;
import org.ldci.definition.MissingDataPolicy;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The means alone on 33,755 x 50, a cell, beside a copy of the matrix. In this package because the loops are not public;
 * {@code AggregatorBenchmark} has what a whole index takes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@OperationsPerInvocation(MeanBenchmark.REGIONS * MeanBenchmark.METRICS)
public class MeanBenchmark {
    static final int REGIONS = 33_755;
    static final int METRICS = 50;

    @Param({"(copy)", "1", "0", "-1", "2", "0.5"})
    public String exponent = "";

    private final double[] values = new double[REGIONS * METRICS];
    private final double[] target = new double[REGIONS * METRICS];
    private final double[] weights = new double[METRICS];
    private final Combination.Columns columns = new Combination.Columns(METRICS, REGIONS);
    private Combination combination = new Combination(
            new Plan(IndexDefinition.named("none").metric("m").build()), MissingDataPolicy.renormalise());

    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(20261123);
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 + 99 * random.nextDouble();
        }
        IndexDefinitionBuilder index = IndexDefinition.named("means");
        for (int j = 0; j < METRICS; j++) {
            weights[j] = 1 + j % 3;
            columns.arrays[j] = values;
            columns.from[j] = j * REGIONS;
            index.metric("m" + j);
        }
        Aggregator mean = exponent.equals("(copy)")
                ? Aggregators.arithmeticMean()
                : Aggregators.powerMean(Double.parseDouble(exponent));
        combination = new Combination(new Plan(index.aggregate(mean).build()), MissingDataPolicy.renormalise());
    }

    @Benchmark
    public double[] table() {
        if (exponent.equals("(copy)")) {
            System.arraycopy(values, 0, target, 0, values.length);
        } else {
            combination.aggregate(0, columns, weights, null, target, 0);
        }
        return target;
    }
}
