package org.ldci.examples.bench;

import java.util.concurrent.TimeUnit;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.IndexDefinitionBuilder;
import org.ldci.digital.LocalDigitalCapital;
import org.ldci.engine.CompositeIndex;
import org.ldci.engine.FittedIndex;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One region of 46 metrics in eight components, scored on a frozen scale with the default methodology. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class FittedBenchmark {
    private FittedIndex fitted;
    private double[] region;

    @Setup
    public void setUp() {
        IndexDefinitionBuilder builder = LocalDigitalCapital.builder();
        int[] sizes = {6, 5, 4, 4, 6, 9, 5, 7};
        for (int c = 0; c < 8; c++) {
            int component = c;
            builder.component("c" + c, b -> {
                for (int i = 0; i < sizes[component]; i++) {
                    b.metric("m" + component + "_" + i);
                }
            });
        }
        IndexDefinition definition = builder.build();
        Dataset data = Shapes.data(definition, 12, 0);
        fitted = CompositeIndex.of(definition).fit(data);
        region = new double[46];
        for (int j = 0; j < 46; j++) {
            region[j] = data.value("R3", fitted.metrics().get(j).code());
        }
    }

    @Benchmark
    public double oneRegion() {
        return fitted.score(region);
    }
}
