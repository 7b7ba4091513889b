package org.ldci.examples.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ldci.data.Dataset;
import org.ldci.data.DatasetBuilder;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.IndexDefinitionBuilder;
import org.ldci.model.Region;

/** Made-up indices in the shapes of real ones. Fixed seeds: every run measures the same numbers. */
final class Shapes {
    private Shapes() {}

    /** A tree of 49 metrics, 8 pillars, 2 sub-indices and the index, as in the ASEM portal that COINr ships. */
    static IndexDefinitionBuilder fourLevels() {
        IndexDefinitionBuilder definition = IndexDefinition.named("four-levels");
        int[] pillars = {5, 7, 6, 7, 6, 6, 6, 6};
        for (int half = 0; half < 2; half++) {
            int first = half * 4;
            definition.component("sub" + half, sub -> {
                for (int p = first; p < first + 4; p++) {
                    int pillar = p;
                    sub.component("pillar" + pillar, c -> {
                        for (int i = 0; i < pillars[pillar]; i++) {
                            boolean lower = i == 1;
                            c.metric("m" + pillar + "_" + i, m -> {
                                if (lower) {
                                    m.lowerIsBetter();
                                }
                            });
                        }
                    });
                }
            });
        }
        return definition;
    }

    /** A flat index of one component a metric group. */
    static IndexDefinitionBuilder flat(int metrics) {
        IndexDefinitionBuilder definition = IndexDefinition.named("flat");
        for (int i = 0; i < metrics; i++) {
            definition.metric("m" + i);
        }
        return definition;
    }

    /**
     * Values of which every third metric is heavily skewed, so that treatment has work to do; a share of them missing.
     */
    static Dataset data(IndexDefinition definition, int regions, double missing) {
        SplittableRandom random = new SplittableRandom(20260101);
        List<String> codes =
                definition.metrics().stream().map(metric -> metric.code()).toList();
        List<Region> rows = new ArrayList<>();
        for (int i = 0; i < regions; i++) {
            rows.add(Region.builder("R" + i)
                    .putGroups("half", i % 2 == 0 ? "even" : "odd")
                    .build());
        }
        DatasetBuilder builder = Dataset.builder().metrics(codes);
        for (Region region : rows) {
            double[] values = new double[codes.size()];
            for (int j = 0; j < values.length; j++) {
                double bell = random.nextDouble() + random.nextDouble() + random.nextDouble();
                values[j] =
                        random.nextDouble() < missing ? Double.NaN : j % 3 == 0 ? Math.exp(3 * bell) : 50 + 10 * bell;
            }
            builder.row(region, values);
        }
        return builder.build();
    }
}
