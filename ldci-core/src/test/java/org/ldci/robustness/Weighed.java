package org.ldci.robustness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ldci.aggregate.Aggregator;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.IndexDefinitionBuilder;
import org.ldci.engine.CompositeIndex;
import org.ldci.engine.IndexResult;
import org.ldci.model.Region;
import org.ldci.normalise.Normalisers;

/** Small indices whose scores are the data: regions r0, r1, ... by metrics m0, m1, ... */
record Weighed(IndexDefinition definition, Dataset data) {
    static Weighed of(Aggregator aggregator, double[] weights, double[][] rows) {
        IndexDefinitionBuilder index = IndexDefinition.named("weighed");
        List<String> metrics = new ArrayList<>();
        for (int j = 0; j < weights.length; j++) {
            double weight = weights[j];
            metrics.add("m" + j);
            index.metric("m" + j, m -> m.weight(weight));
        }
        index.normalise(Normalisers.none()).aggregate(aggregator);
        double[] values = new double[rows.length * weights.length];
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            regions.add(Region.of("r" + i));
            for (int j = 0; j < weights.length; j++) {
                values[j * rows.length + i] = rows[i][j];
            }
        }
        return new Weighed(index.build(), Dataset.of(regions, metrics, values));
    }

    static Weighed random(long seed, Aggregator aggregator, int n, int m) {
        Random random = new Random(seed);
        double[] weights = new double[m];
        Arrays.setAll(weights, j -> 1 + random.nextInt(4));
        double[][] rows = new double[n][m];
        for (double[] row : rows) {
            double level = random.nextDouble();
            Arrays.setAll(
                    row,
                    j -> random.nextInt(5) == 0
                            ? 10 * (1 + random.nextInt(9))
                            : 1 + 50 * (level + random.nextDouble()));
        }
        return of(aggregator, weights, rows);
    }

    IndexResult score() {
        return CompositeIndex.of(definition).score(data);
    }

    /** Scored by the engine with other weights. */
    IndexResult score(Map<String, Double> weights) {
        IndexDefinition changed = definition;
        // no moment without any weight
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
            changed = changed.withWeight(weight.getKey(), weight.getValue() + 1);
        }
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
            changed = changed.withWeight(weight.getKey(), weight.getValue());
        }
        return CompositeIndex.of(changed).score(data);
    }

    /** The rank of a region, ties to the better rank, where a lead counts from 1e-7 of the greatest score. */
    static int[] ranks(double[] scores, int region, double tie) {
        int ahead = 1;
        int notBehind = 1;
        for (int i = 0; i < scores.length; i++) {
            if (i != region) {
                ahead += scores[i] > scores[region] + tie ? 1 : 0;
                notBehind += scores[i] > scores[region] - tie ? 1 : 0;
            }
        }
        return new int[] {ahead, notBehind};
    }
}
