package org.ldci.examples.bench;

import java.util.concurrent.TimeUnit;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.engine.CompositeIndex;
import org.ldci.engine.IndexResult;
import org.ldci.prepare.Imputations;
import org.ldci.prepare.Screenings;
import org.ldci.prepare.Treatments;
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

/**
 * The whole construction of a 51 x 49 index of four levels from a dataset in memory, up to the scores of every node. COINr
 * needs 75 ms for an index of this shape.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class BuildBenchmark {
    private CompositeIndex treated;
    private CompositeIndex everyStep;
    private Dataset complete;
    private Dataset gaps;

    @Setup
    public void setUp() {
        IndexDefinition definition =
                Shapes.fourLevels().treat(Treatments.winsoriseThenLog()).build();
        treated = CompositeIndex.of(definition);
        everyStep = CompositeIndex.of(
                definition.with(m -> m.screen(Screenings.coverage(0.5)).impute(Imputations.groupMean("half"))));
        complete = Shapes.data(definition, 51, 0);
        gaps = Shapes.data(definition, 51, 0.02);
    }

    /** Treat, normalise, weigh, aggregate. */
    @Benchmark
    public IndexResult treatNormaliseAggregate() {
        return treated.score(complete);
    }

    /** The same and the ranks of the index. */
    @Benchmark
    public double[] treatNormaliseAggregateRank() {
        return treated.score(complete).ranks();
    }

    /** Screening and imputation by group as well, with 2 % of the cells missing. */
    @Benchmark
    public double[] everyStep() {
        return everyStep.score(gaps).ranks();
    }

    /** A copy of the matrix, the least that any construction does: the yardstick. */
    @Benchmark
    public double[] copyOfTheMatrix() {
        double[] copy = new double[51 * 49];
        for (int j = 0; j < 49; j++) {
            complete.column(j).copyTo(copy, j * 51);
        }
        return copy;
    }
}
