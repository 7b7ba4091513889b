package org.ldci.engine;

import java.util.ArrayList;
import java.util.List;
import org.ldci.aggregate.Aggregator;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.Methodology;
import org.ldci.internal.text.Digest;
import org.ldci.normalise.Normaliser;
import org.ldci.prepare.Denomination;
import org.ldci.prepare.Imputation;
import org.ldci.prepare.NoPanelImputation;
import org.ldci.prepare.PanelImputation;
import org.ldci.prepare.Screening;
import org.ldci.prepare.Treatment;
import org.ldci.spi.Strategies;
import org.ldci.weight.WeightingScheme;

/** The digest of a definition, over words that are the same on every machine and in every run. */
final class DefinitionDigest {
    private DefinitionDigest() {}

    static Provenance provenance(IndexDefinition definition, String dataSha256, String fitSha256) {
        List<String> words = words(definition);
        Digest digest = new Digest();
        words.forEach(digest::add);
        boolean reproducible = words.stream().noneMatch(word -> word.endsWith("=unnamed"));
        return new Provenance(digest.hex(), dataSha256, fitSha256, Provenance.LIBRARY_VERSION, reproducible);
    }

    private static List<String> words(IndexDefinition definition) {
        Strategies names = Strategies.standard();
        Methodology method = definition.method();
        List<String> words = new ArrayList<>();
        words.add("index=" + definition.index());
        words.add("denominate=" + names.describe(Denomination.class, method.denominate()));
        words.add("screen=" + names.describe(Screening.class, method.screen()));
        if (!(method.imputeOverTime() instanceof NoPanelImputation)) {
            words.add("imputeOverTime=" + names.describe(PanelImputation.class, method.imputeOverTime()));
        }
        words.add("impute=" + names.describe(Imputation.class, method.impute()));
        words.add("treat=" + names.describe(Treatment.class, method.treat()));
        words.add("normalise=" + names.describe(Normaliser.class, method.normalise()));
        words.add("weigh=" + names.describe(WeightingScheme.class, method.weigh()));
        words.add("aggregate=" + names.describe(Aggregator.class, method.aggregate()));
        // exceptions in the order of their codes: the order in which they were stated has no meaning
        method.treatMetrics().entrySet().stream()
                .map(e -> "treat/" + e.getKey() + "=" + names.describe(Treatment.class, e.getValue()))
                .sorted()
                .forEach(words::add);
        method.normaliseMetrics().entrySet().stream()
                .map(e -> "normalise/" + e.getKey() + "=" + names.describe(Normaliser.class, e.getValue()))
                .sorted()
                .forEach(words::add);
        method.weighLevels().entrySet().stream()
                .map(e -> "weigh/level/" + e.getKey() + "=" + names.describe(WeightingScheme.class, e.getValue()))
                .sorted()
                .forEach(words::add);
        method.weighComponents().entrySet().stream()
                .map(e -> "weigh/" + e.getKey() + "=" + names.describe(WeightingScheme.class, e.getValue()))
                .sorted()
                .forEach(words::add);
        method.aggregateLevels().entrySet().stream()
                .map(e -> "aggregate/level/" + e.getKey() + "=" + names.describe(Aggregator.class, e.getValue()))
                .sorted()
                .forEach(words::add);
        method.aggregateComponents().entrySet().stream()
                .map(e -> "aggregate/" + e.getKey() + "=" + names.describe(Aggregator.class, e.getValue()))
                .sorted()
                .forEach(words::add);
        words.add("missing=" + method.missing());
        words.add("ties=" + method.ties());
        return words;
    }
}
