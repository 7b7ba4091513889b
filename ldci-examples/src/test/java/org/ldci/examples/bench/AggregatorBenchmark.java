package org.ldci.examples.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.ldci.aggregate.Aggregator;
import org.ldci.aggregate.Aggregators;
import org.ldci.aggregate.OrderedWeightedAverage;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.engine.CompositeIndex;
import org.ldci.engine.IndexResult;
import org.ldci.model.Region;
import org.ldci.normalise.Normalisers;
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
 * Each pointwise aggregator on 33,755 x 50, a cell, as a whole index without any other step, beside a copy of the matrix. The
 * index of the arithmetic mean shows what all of them pay for: taking in the data, checking them and passing them on.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@OperationsPerInvocation(AggregatorBenchmark.REGIONS * AggregatorBenchmark.METRICS)
public class AggregatorBenchmark {
    static final int REGIONS = 33_755;
    static final int METRICS = 50;

    private static final Map<String, Aggregator> AGGREGATORS = Map.ofEntries(
            Map.entry("arithmeticMean", Aggregators.arithmeticMean()),
            Map.entry("geometricMean", Aggregators.geometricMean()),
            Map.entry("harmonicMean", Aggregators.harmonicMean()),
            Map.entry("quadraticMean", Aggregators.powerMean(2)),
            Map.entry("powerMean(0.5)", Aggregators.powerMean(0.5)),
            Map.entry("median", Aggregators.median()),
            Map.entry("weightedMedian", Aggregators.weightedMedian()),
            Map.entry("weightedProduct", Aggregators.weightedProduct()),
            Map.entry("minimum", Aggregators.minimum()),
            Map.entry("maximum", Aggregators.maximum()),
            Map.entry("orderedWeightedAverage", OrderedWeightedAverage.ofWorst(25, METRICS)),
            Map.entry("choquetIntegral", Aggregators.choquetIntegral(neighbours())),
            Map.entry("meanMin", Aggregators.meanMin(0.5, 1)),
            Map.entry("penalisedGeometricMean", Aggregators.penalisedGeometricMean()),
            Map.entry("mazziottaPareto", Aggregators.mazziottaPareto()));

    @Param({
        "arithmeticMean",
        "geometricMean",
        "harmonicMean",
        "quadraticMean",
        "powerMean(0.5)",
        "median",
        "weightedMedian",
        "weightedProduct",
        "minimum",
        "maximum",
        "orderedWeightedAverage",
        "choquetIntegral",
        "meanMin",
        "penalisedGeometricMean",
        "mazziottaPareto",
        "(copy)"
    })
    public String method = "";

    private final double[] values = new double[REGIONS * METRICS];
    private final double[] target = new double[REGIONS * METRICS];
    private Dataset data = Dataset.builder().build();
    private CompositeIndex index =
            CompositeIndex.of(IndexDefinition.named("none").metric("m0").build());

    /** Each metric complements the next. */
    private static List<List<Double>> neighbours() {
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < METRICS; i++) {
            List<Double> row = new ArrayList<>(Collections.nCopies(METRICS, 0.0));
            if (i > 0) {
                row.set(i - 1, 0.01);
            }
            if (i + 1 < METRICS) {
                row.set(i + 1, 0.01);
            }
            rows.add(row);
        }
        return rows;
    }

    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(20261123);
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 + 99 * random.nextDouble();
        }
        List<Region> regions =
                IntStream.range(0, REGIONS).mapToObj(i -> Region.of("R" + i)).toList();
        List<String> metrics = new ArrayList<>(
                IntStream.range(0, METRICS).mapToObj(j -> "m" + j).toList());
        data = Dataset.of(regions, metrics, values);
        if (!method.equals("(copy)")) {
            index = CompositeIndex.of(Shapes.flat(METRICS)
                    .normalise(Normalisers.none())
                    .aggregate(Objects.requireNonNull(AGGREGATORS.get(method)))
                    .build());
        }
    }

    @Benchmark
    public Object table() {
        if (method.equals("(copy)")) {
            System.arraycopy(values, 0, target, 0, values.length);
            return target;
        }
        IndexResult result = index.score(data);
        return result;
    }
}
