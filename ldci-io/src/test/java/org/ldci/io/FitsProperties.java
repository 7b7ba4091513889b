package org.ldci.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ldci.aggregate.Aggregators;
import org.ldci.data.Dataset;
import org.ldci.data.DatasetBuilder;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.IndexDefinitionBuilder;
import org.ldci.definition.MissingDataPolicy;
import org.ldci.engine.CompositeIndex;
import org.ldci.engine.FittedIndex;
import org.ldci.engine.IndexResult;
import org.ldci.model.Region;
import org.ldci.normalise.Normaliser;
import org.ldci.normalise.Normalisers;
import org.ldci.prepare.Imputation;
import org.ldci.prepare.Imputations;
import org.ldci.prepare.LogForm;
import org.ldci.prepare.Treatment;
import org.ldci.prepare.Treatments;
import org.ldci.rank.TiesStrategy;
import org.ldci.weight.WeightingSchemes;

class FitsProperties {
    private static final List<String> METRICS = List.of("m1", "m2", "m3", "m4", "m5", "absent");

    /** An index, the data it is fitted to, and other data that it scores. */
    record Study(IndexDefinition definition, Dataset data, Dataset other, List<double[]> rows) {}

    @Property(tries = 150)
    void a_fit_written_then_read_has_the_same_parts(@ForAll("studies") Study study) {
        FittedIndex fit = CompositeIndex.of(study.definition()).fit(study.data());
        FittedIndex read = Fits.parse(Fits.toJson(fit));

        assertThat(read.definition()).isEqualTo(fit.definition());
        assertThat(read.imputation()).isEqualTo(fit.imputation());
        assertThat(read.treatments()).isEqualTo(fit.treatments());
        assertThat(read.normalisers()).isEqualTo(fit.normalisers());
        assertThat(read.weights()).isEqualTo(fit.weights());
        assertThat(read.dataSha256()).isEqualTo(fit.dataSha256());
        assertThat(Fits.toJson(read)).isEqualTo(Fits.toJson(fit));
    }

    @Property(tries = 150)
    void a_fit_written_then_read_gives_the_same_bits(@ForAll("studies") Study study) {
        FittedIndex fit = CompositeIndex.of(study.definition()).fit(study.data());
        FittedIndex read = Fits.parse(Fits.toJson(fit));

        for (Dataset data : List.of(study.data(), study.other())) {
            IndexResult expected = fit.score(data);
            IndexResult actual = read.score(data);
            for (String node : expected.nodes()) {
                assertThat(bits(actual.scores(node))).as(node).isEqualTo(bits(expected.scores(node)));
            }
        }
        for (double[] row : study.rows()) {
            assertThat(bits(read.score(row))).isEqualTo(bits(fit.score(row)));
        }
    }

    private static long[] bits(double... numbers) {
        return Arrays.stream(numbers).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    @Provide
    Arbitrary<Study> studies() {
        return Arbitraries.randomValue(FitsProperties::study);
    }

    private static Study study(Random random) {
        IndexDefinitionBuilder index = IndexDefinition.named("i")
                .component(
                        "a",
                        c -> c.weight(0.1 + random.nextDouble())
                                .metric("m1", m -> m.weight(1 / 3.0))
                                .metric("m2", m -> m.lowerIsBetter())
                                .metric("m3", m -> m.goalposts(-10, 1e3)))
                .component("not-measured", c -> {})
                .component("b", c -> c.metric("m4").metric("m5").metric("absent"))
                .impute(imputation(random))
                .treat(treatment(random))
                .normalise(normaliser(random))
                .normalise("m2", normaliser(random))
                .normalise("m3", Normalisers.goalposts())
                .missing(MissingDataPolicy.renormalise(random.nextBoolean() ? 0 : 0.4)
                        .toleratingAbsentMetrics());
        if (random.nextBoolean()) {
            index.weigh(random.nextBoolean() ? WeightingSchemes.equal() : WeightingSchemes.equalMetrics());
        }
        if (random.nextBoolean()) {
            // scores from 1 up are in the domain of every mean
            index.normalise(Normalisers.percentileRank(TiesStrategy.MAX, 1, 100))
                    .normalise("m2", Normalisers.rank())
                    .normalise("m3", Normalisers.goalposts(1, 2, true))
                    .aggregate("a", Aggregators.geometricMean())
                    .aggregateLevel(0, Aggregators.powerMean(-0.3));
        }
        int n = 5 + random.nextInt(20);
        List<double[]> rows = Stream.generate(() -> DoubleStream.generate(() -> value(random))
                        .limit(METRICS.size())
                        .toArray())
                .limit(5)
                .toList();
        return new Study(index.build(), data(random, n), data(random, 1 + random.nextInt(5)), rows);
    }

    private static Dataset data(Random random, int n) {
        DatasetBuilder data = Dataset.builder().metrics(METRICS.subList(0, 5));
        for (int i = 0; i < n; i++) {
            Region region = Region.builder("r" + i).parent("p" + i % 2).build();
            // the first regions differ and are complete, so that every scale is defined
            int position = i;
            data.row(
                    region,
                    random.doubles(5)
                            .map(x -> position < 4 ? (position + 1) * (1 + x) : value(random))
                            .toArray());
        }
        return data.build();
    }

    private static double value(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Double.NaN;
            case 1 -> Math.exp(10 * random.nextGaussian());
            case 2 -> random.nextInt(5);
            default -> 100 * random.nextDouble() - 10;
        };
    }

    private static Imputation imputation(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Imputations.mean();
            case 1 -> Imputations.groupMedian();
            case 2 -> Imputations.groupMean();
            default -> Imputations.none();
        };
    }

    private static Treatment treatment(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Treatments.winsorise(2, 0.5, 0.5);
            case 1 -> Treatments.winsoriseThenLog(1, 0.5, 0.5, LogForm.BY_SKEWNESS);
            default -> Treatments.none();
        };
    }

    private static Normaliser normaliser(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Normalisers.minMax();
            case 1 -> Normalisers.zScore();
            case 2 -> Normalisers.percentileRank();
            case 3 -> Normalisers.rank(TiesStrategy.DENSE);
            default -> Normalisers.exponentialRank();
        };
    }
}
