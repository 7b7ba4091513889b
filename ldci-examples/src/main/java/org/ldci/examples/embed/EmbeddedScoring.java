package org.ldci.examples.embed;

import static org.ldci.aggregate.Aggregators.geometricMean;
import static org.ldci.normalise.Normalisers.minMax;

import java.util.Locale;
import java.util.stream.IntStream;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.engine.CompositeIndex;
import org.ldci.engine.FittedIndex;

/**
 * An application that fits an index once and then scores regions as their values come in, from many threads: a fitted index
 * is immutable. Needs {@code ldci-core} and Guava at run time, nothing else.
 */
public final class EmbeddedScoring {
    private static final int REGIONS = 100_000;

    private EmbeddedScoring() {}

    /**
     * Fits, scores and prints what can be checked by hand.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        FittedIndex fitted = fit();

        // the best observed region is at 100, the worst at 1: their mirror image is the geometric mean sqrt(1 * 100)
        print(
                "best %.2f, worst %.2f, best and worst %.2f%n",
                score(fitted, 90, 1), score(fitted, 50, 9), score(fitted, 90, 9));

        double[] oneThread = IntStream.range(0, REGIONS)
                .mapToDouble(i -> incoming(fitted, i))
                .toArray();
        double[] manyThreads = IntStream.range(0, REGIONS)
                .parallel()
                .mapToDouble(i -> incoming(fitted, i))
                .toArray();
        int equal = (int) IntStream.range(0, REGIONS)
                .filter(i -> oneThread[i] == manyThreads[i])
                .count();
        print("%d regions scored, %d of them the same from many threads%n", REGIONS, equal);
    }

    private static FittedIndex fit() {
        IndexDefinition definition = IndexDefinition.named("connectivity")
                .component("fast", c -> c.metric("gigabit", m -> m.unit("% of premises")))
                .component(
                        "slow",
                        c -> c.metric("below30", m -> m.unit("% of premises").lowerIsBetter()))
                .normalise(minMax(1, 100))
                .aggregateLevel(0, geometricMean())
                .build();
        Dataset observed = Dataset.builder()
                .metrics("gigabit", "below30")
                .row("A", 90, 1)
                .row("B", 70, 4)
                .row("C", 50, 9)
                .build();
        return CompositeIndex.of(definition).fit(observed);
    }

    /** The values are taken in the order of {@link FittedIndex#metrics()}. */
    private static double score(FittedIndex fitted, double gigabit, double below30) {
        return fitted.score(gigabit, below30);
    }

    /** Stands for a request of a user: values between those of the observed regions. */
    private static double incoming(FittedIndex fitted, int number) {
        return score(fitted, 50 + number % 41, 1 + number % 9);
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation would be a dependency
    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
