package org.ldci.examples.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.ldci.data.MetricColumn;
import org.ldci.model.Metric;
import org.ldci.model.Region;
import org.ldci.normalise.Normaliser;
import org.ldci.normalise.Normalisers;
import org.ldci.normalise.Reference;
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

/** Fitting and applying each normaliser to 33,755 x 50, a cell, beside a copy and the library's sort of the same columns. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@OperationsPerInvocation(NormaliserBenchmark.REGIONS * NormaliserBenchmark.METRICS)
public class NormaliserBenchmark {
    static final int REGIONS = 33_755;
    static final int METRICS = 50;

    private static final Map<String, Normaliser> NORMALISERS = Map.ofEntries(
            Map.entry("minMax", Normalisers.minMax()),
            Map.entry("zScore", Normalisers.zScore()),
            Map.entry("populationZScore", Normalisers.populationZScore()),
            Map.entry("none", Normalisers.none()),
            Map.entry("goalposts", Normalisers.goalposts()),
            Map.entry("logGoalposts", Normalisers.logGoalposts()),
            Map.entry("distanceToRegion", Normalisers.distanceToRegion("R0", 100, false)),
            Map.entry("distanceToTarget", Normalisers.distanceToTarget()),
            Map.entry("distanceToBand", Normalisers.distanceToBand(2, 3)),
            Map.entry("ratioToMean", Normalisers.ratioToReference(Reference.MEAN)),
            Map.entry("bands", Normalisers.bands(List.of(2.0, 2.5, 3.0), List.of(0.0, 1.0, 2.0, 3.0))),
            Map.entry("scaled", Normalisers.scaled(-10, 10, 0, 100)),
            Map.entry("distanceToMaximum", Normalisers.distanceToMaximum()),
            Map.entry("fractionOfMaximum", Normalisers.fractionOfMaximum()),
            Map.entry("differenceToMean", Normalisers.differenceToReference(Reference.MEAN)),
            Map.entry("meanInterval", Normalisers.meanInterval(0.1)),
            Map.entry("cyclical", Normalisers.cyclical()),
            Map.entry("logistic", Normalisers.logistic()),
            Map.entry("robustZScore", Normalisers.robustZScore()),
            Map.entry("percentileBands", Normalisers.percentileBands()),
            Map.entry("rank", Normalisers.rank()),
            Map.entry("percentileRank", Normalisers.percentileRank()),
            Map.entry("borda", Normalisers.borda()),
            Map.entry("exponentialRank", Normalisers.exponentialRank()));

    @Param({
        "minMax",
        "zScore",
        "populationZScore",
        "none",
        "goalposts",
        "logGoalposts",
        "distanceToRegion",
        "distanceToTarget",
        "distanceToBand",
        "ratioToMean",
        "bands",
        "scaled",
        "distanceToMaximum",
        "fractionOfMaximum",
        "differenceToMean",
        "meanInterval",
        "cyclical",
        "logistic",
        "robustZScore",
        "percentileBands",
        "rank",
        "percentileRank",
        "borda",
        "exponentialRank",
        "(copy)",
        "(sort)"
    })
    public String method = "";

    private final Metric metric =
            Metric.builder("m").goalposts(0.5, 5).target(3).build();
    private final double[] values = new double[REGIONS * METRICS];
    private final double[] target = new double[REGIONS * METRICS];
    private final List<Region> regions = IntStream.range(0, REGIONS)
            .mapToObj(i -> Region.builder("R" + i).population(1_000 + i % 997).build())
            .toList();

    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(20261123);
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 + random.nextDouble() + random.nextDouble() + random.nextDouble();
        }
    }

    @Benchmark
    public double[] columns() {
        if (method.equals("(copy)")) {
            System.arraycopy(values, 0, target, 0, values.length);
            return target;
        }
        if (method.equals("(sort)")) {
            System.arraycopy(values, 0, target, 0, values.length);
            for (int j = 0; j < METRICS; j++) {
                Arrays.sort(target, j * REGIONS, (j + 1) * REGIONS);
            }
            return target;
        }
        Normaliser normaliser = Objects.requireNonNull(NORMALISERS.get(method));
        for (MetricColumn column : views()) {
            normaliser.fit(metric, column).applyAll(column, target, Integer.parseInt(column.metric()) * REGIONS);
        }
        return target;
    }

    /** New views, since a column keeps the order that was found for it. */
    private List<MetricColumn> views() {
        List<MetricColumn> views = new ArrayList<>();
        for (int j = 0; j < METRICS; j++) {
            views.add(MetricColumn.view(Integer.toString(j), regions, values, j * REGIONS));
        }
        return views;
    }
}
