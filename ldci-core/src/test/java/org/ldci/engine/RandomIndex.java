package org.ldci.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.ldci.aggregate.Aggregator;
import org.ldci.aggregate.Aggregators;
import org.ldci.data.DataException;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.IndexDefinitionBuilder;
import org.ldci.definition.MissingDataPolicy;
import org.ldci.model.Component;
import org.ldci.model.ComponentBuilder;
import org.ldci.model.Direction;
import org.ldci.model.Region;
import org.ldci.normalise.Normaliser;
import org.ldci.normalise.Normalisers;
import org.ldci.prepare.Imputation;
import org.ldci.prepare.Imputations;
import org.ldci.prepare.LogForm;
import org.ldci.prepare.Treatment;
import org.ldci.prepare.Treatments;
import org.ldci.rank.TiesStrategy;

/** An index and data for it, made from a seed: gaps, ties, both directions, every standard method, two or three levels. */
public record RandomIndex(long seed, IndexDefinition definition, Dataset data) {
    static final List<Normaliser> LINEAR = List.of(
            Normalisers.minMax(1, 100),
            Normalisers.minMax(0, 1),
            Normalisers.zScore(),
            Normalisers.goalposts(1, 100, true));
    private static final List<Normaliser> NORMALISERS = List.of(
            Normalisers.minMax(1, 100),
            Normalisers.zScore(100, 10),
            Normalisers.goalposts(1, 100, true),
            Normalisers.percentileRank(TiesStrategy.AVERAGE, 1, 100),
            Normalisers.percentileRank(TiesStrategy.MIN, 1, 100),
            Normalisers.rank(TiesStrategy.MAX),
            Normalisers.rank(TiesStrategy.DENSE),
            Normalisers.exponentialRank());
    private static final List<Treatment> TREATMENTS = List.of(
            Treatments.none(),
            Treatments.winsorise(1, 1, 1),
            Treatments.winsoriseThenLog(1, 0.5, 0.1, LogForm.BY_SKEWNESS),
            Treatments.winsoriseThenLog(0, 0.5, 0.1, LogForm.FROM_MINIMUM));
    private static final List<Imputation> IMPUTATIONS =
            List.of(Imputations.none(), Imputations.mean(), Imputations.median(), Imputations.groupMean("g"));
    private static final List<Aggregator> AGGREGATORS = List.of(
            Aggregators.arithmeticMean(),
            Aggregators.geometricMean(),
            Aggregators.harmonicMean(),
            Aggregators.powerMean(2),
            Aggregators.powerMean(0.5));
    private static final List<MissingDataPolicy> MISSING =
            List.of(MissingDataPolicy.renormalise(), MissingDataPolicy.renormalise(0.5), MissingDataPolicy.propagate());

    /** Only such as can be scored; the seed is what shrinks. */
    public static Arbitrary<RandomIndex> any() {
        return Arbitraries.longs().map(RandomIndex::of).filter(RandomIndex::canBeScored);
    }

    private boolean canBeScored() {
        try {
            CompositeIndex.of(definition).score(data);
            return true;
        } catch (DataException e) {
            return false; // a metric that treatment made constant, or a score of 0 under a geometric mean
        }
    }

    static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    static RandomIndex of(long seed) {
        Random random = new Random(seed);
        List<String> metrics = new ArrayList<>();
        IndexDefinitionBuilder index = IndexDefinition.named("random");
        int components = 1 + random.nextInt(3);
        for (int c = 0; c < components; c++) {
            ComponentBuilder component = Component.builder("c" + c).weight(0.5 + random.nextInt(5));
            if (random.nextInt(4) == 0) {
                for (int d = 0; d < 2; d++) {
                    ComponentBuilder inner = Component.builder("c" + c + d).weight(0.5 + random.nextInt(3));
                    fill(inner, metrics, random);
                    component.component(inner);
                }
            } else {
                fill(component, metrics, random);
            }
            index.component(component.build());
        }
        index.normalise(pick(random, NORMALISERS))
                .treat(pick(random, TREATMENTS))
                .impute(pick(random, IMPUTATIONS))
                .aggregate(pick(random, AGGREGATORS))
                .aggregateLevel(0, pick(random, AGGREGATORS))
                .missing(pick(random, MISSING))
                .ties(pick(random, List.of(TiesStrategy.values())));
        return new RandomIndex(seed, index.build(), data(metrics, random));
    }

    private static void fill(ComponentBuilder component, List<String> metrics, Random random) {
        int count = 1 + random.nextInt(4);
        for (int j = 0; j < count; j++) {
            String code = "m" + metrics.size();
            metrics.add(code);
            component.metric(
                    code,
                    m -> m.weight(0.25 + random.nextInt(4))
                            .goalposts(-10, 80)
                            .direction(random.nextBoolean() ? Direction.POSITIVE : Direction.NEGATIVE));
        }
    }

    private static Dataset data(List<String> metrics, Random random) {
        int n = 4 + random.nextInt(9);
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            regions.add(Region.builder("r" + i)
                    .putGroups("g", "g" + random.nextInt(2))
                    .build());
        }
        double[] values = new double[n * metrics.size()];
        for (int j = 0; j < metrics.size(); j++) {
            for (int i = 0; i < n; i++) {
                double value = random.nextInt(10) == 0
                        ? 300
                        : random.nextInt(4) == 0 ? random.nextInt(5) : random.nextDouble() * 50;
                // the first two are there and differ, so that every metric has a spread
                values[j * n + i] = i < 2 ? 20 + i + random.nextDouble() : random.nextInt(7) == 0 ? Double.NaN : value;
            }
        }
        return Dataset.of(regions, metrics, values);
    }

    IndexResult score() {
        return CompositeIndex.of(definition).score(data);
    }

    @Override
    public String toString() {
        return "seed " + seed + ": " + definition.method() + " " + data;
    }
}
