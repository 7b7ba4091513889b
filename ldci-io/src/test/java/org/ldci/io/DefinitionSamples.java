package org.ldci.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ldci.aggregate.Aggregator;
import org.ldci.aggregate.Aggregators;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.Methodology;
import org.ldci.definition.MissingDataPolicy;
import org.ldci.model.Component;
import org.ldci.model.ComponentBuilder;
import org.ldci.model.Denominator;
import org.ldci.model.Metric;
import org.ldci.model.MetricBuilder;
import org.ldci.normalise.Normaliser;
import org.ldci.normalise.Normalisers;
import org.ldci.prepare.Denominations;
import org.ldci.prepare.Imputation;
import org.ldci.prepare.Imputations;
import org.ldci.prepare.LogForm;
import org.ldci.prepare.PanelImputation;
import org.ldci.prepare.PanelImputations;
import org.ldci.prepare.Screening;
import org.ldci.prepare.Screenings;
import org.ldci.prepare.Treatment;
import org.ldci.prepare.Treatments;
import org.ldci.rank.TiesStrategy;
import org.ldci.weight.WeightingScheme;
import org.ldci.weight.WeightingSchemes;

/** Random definitions that use everything the Java API can say: exceptions of all kinds, any text, odd numbers. */
final class DefinitionSamples {
    /** Numbers that writers get wrong: subnormal, beyond a long, without a finite binary fraction, negative zero. */
    private static final List<Double> ODD = List.of(
            Double.MIN_VALUE,
            Double.MIN_NORMAL,
            Double.MAX_VALUE,
            1e15,
            1e16,
            9007199254740992.0,
            1e-7,
            0.1,
            1.0 / 3,
            2e-3,
            Math.nextDown(Double.MIN_NORMAL),
            Math.nextUp(1e22),
            123456789.125,
            -0.0,
            0.0,
            7.0);

    private static final List<String> CODES =
            List.of("a", "Z9", "_x", "\u00e9t\u00e9", "\u6307\u6a19", "a.b:c/d-e", "\u0663");

    private final Random random;
    private final List<String> components = new ArrayList<>();
    private final List<String> metrics = new ArrayList<>();
    private int depth;

    private DefinitionSamples(Random random) {
        this.random = random;
    }

    static IndexDefinition random(Random random) {
        return new DefinitionSamples(random).definition();
    }

    private IndexDefinition definition() {
        ComponentBuilder index = component(0, random.nextInt(4));
        if (metrics.isEmpty()) {
            index = component(0, 0);
        }
        return new IndexDefinition(index.build(), method());
    }

    private ComponentBuilder component(int level, int height) {
        if (level == 0) {
            components.clear();
            metrics.clear();
            depth = 0;
        }
        depth = Math.max(depth, level);
        String code = code();
        components.add(code);
        ComponentBuilder component = Component.builder(code).definition(text());
        if (random.nextBoolean()) {
            component.name(text());
        }
        if (random.nextInt(3) == 0) {
            component.weight(positive());
        }
        int children = height == 0 ? 1 + random.nextInt(4) : 1 + random.nextInt(3);
        for (int i = 0; i < children; i++) {
            if (height == 0) {
                component.metric(metric());
            } else if (random.nextInt(4) > 0) {
                component.component(component(level + 1, random.nextInt(height)));
            } else {
                String notMeasured = code();
                depth = Math.max(depth, level + 1);
                components.add(notMeasured);
                component.component(Component.builder(notMeasured));
            }
        }
        return component;
    }

    private MetricBuilder metric() {
        String code = code();
        metrics.add(code);
        MetricBuilder metric = Metric.builder(code)
                .unit(text())
                .source(text())
                .year(text())
                .definition(text())
                .licence(text());
        if (random.nextBoolean()) {
            metric.name(text());
        }
        if (random.nextBoolean()) {
            metric.lowerIsBetter();
        }
        if (random.nextBoolean()) {
            metric.weight(positive());
        }
        if (random.nextInt(4) == 0) {
            metric.denominator(Denominator.POPULATION, random.nextBoolean() ? 1 : positive());
        }
        if (random.nextInt(4) == 0) {
            metric.target(random.nextBoolean() ? number() : -number());
        }
        if (random.nextInt(4) == 0) {
            metric.goalposts(-number() - 1, number());
        }
        return metric;
    }

    private Methodology method() {
        Map<String, Treatment> treat = new LinkedHashMap<>();
        Map<String, Normaliser> normalise = new LinkedHashMap<>();
        Map<String, Aggregator> aggregate = new LinkedHashMap<>();
        Map<Integer, Aggregator> levels = new LinkedHashMap<>();
        Map<String, WeightingScheme> weigh = new LinkedHashMap<>();
        Map<Integer, WeightingScheme> weighLevels = new LinkedHashMap<>();
        metrics.stream().filter(code -> random.nextInt(4) == 0).forEach(code -> treat.put(code, treatment()));
        metrics.stream().filter(code -> random.nextInt(4) == 0).forEach(code -> normalise.put(code, normaliser()));
        components.stream().filter(code -> random.nextInt(4) == 0).forEach(code -> aggregate.put(code, aggregator()));
        components.stream().filter(code -> random.nextInt(4) == 0).forEach(code -> weigh.put(code, weighting()));
        for (int level = depth; level >= 0; level--) {
            if (random.nextInt(3) == 0) {
                levels.put(level, aggregator());
            }
            if (random.nextInt(4) == 0) {
                weighLevels.put(level, weighting());
            }
        }
        return Methodology.builder()
                .denominate(random.nextBoolean() ? Denominations.ratio() : Denominations.none())
                .screen(screening())
                .imputeOverTime(imputationOverTime())
                .impute(imputation())
                .treat(treatment())
                .treatMetrics(treat)
                .normalise(normaliser())
                .normaliseMetrics(normalise)
                .weigh(weighting())
                .weighComponents(weigh)
                .weighLevels(weighLevels)
                .aggregate(aggregator())
                .aggregateComponents(aggregate)
                .aggregateLevels(levels)
                .missing(missing())
                .ties(pick(TiesStrategy.values()))
                .build();
    }

    private Screening screening() {
        return random.nextBoolean() ? Screenings.none() : Screenings.coverage(random.nextDouble(), random.nextDouble());
    }

    private PanelImputation imputationOverTime() {
        return switch (random.nextInt(6)) {
            case 0 -> PanelImputations.carryForward(random.nextInt(4));
            case 1 -> PanelImputations.carryBackward(random.nextInt(4));
            case 2 -> PanelImputations.interpolate();
            case 3 -> PanelImputations.interpolateAndHold();
            default -> PanelImputations.none();
        };
    }

    private Imputation imputation() {
        return switch (random.nextInt(7)) {
            case 0 -> Imputations.mean();
            case 1 -> Imputations.median();
            case 2 -> Imputations.groupMean();
            case 3 -> Imputations.groupMedian();
            case 4 -> Imputations.groupMean("g" + text());
            case 5 -> Imputations.groupMedian("g" + text());
            default -> Imputations.none();
        };
    }

    private Treatment treatment() {
        return switch (random.nextInt(5)) {
            case 0 -> Treatments.winsorise();
            case 1 -> Treatments.winsorise(random.nextInt(Integer.MAX_VALUE), positive(), number());
            case 2 -> Treatments.winsoriseThenLog(random.nextInt(9), positive(), -number(), pick(LogForm.values()));
            default -> Treatments.none();
        };
    }

    private Normaliser normaliser() {
        return switch (random.nextInt(8)) {
            case 0 -> Normalisers.minMax();
            case 1 -> Normalisers.minMax(-number() - 1, number());
            case 2 -> Normalisers.zScore(number(), positive());
            case 3 -> Normalisers.goalposts(-number() - 1, number(), random.nextBoolean());
            case 4 -> Normalisers.percentileRank(pick(TiesStrategy.values()), -number() - 1, number());
            case 5 -> Normalisers.rank(pick(TiesStrategy.values()));
            case 6 -> Normalisers.exponentialRank(positive());
            default -> Normalisers.zScore();
        };
    }

    private WeightingScheme weighting() {
        return switch (random.nextInt(3)) {
            case 0 -> WeightingSchemes.equal();
            case 1 -> WeightingSchemes.equalMetrics();
            default -> WeightingSchemes.given();
        };
    }

    private Aggregator aggregator() {
        return switch (random.nextInt(5)) {
            case 0 -> Aggregators.geometricMean();
            case 1 -> Aggregators.harmonicMean();
            case 2 -> Aggregators.powerMean(random.nextBoolean() ? number() : -number());
            default -> Aggregators.arithmeticMean();
        };
    }

    private MissingDataPolicy missing() {
        return new MissingDataPolicy(
                pick(MissingDataPolicy.Rule.values()),
                random.nextBoolean() ? 0 : random.nextDouble(),
                pick(MissingDataPolicy.AbsentMetrics.values()));
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private String code() {
        return CODES.get(random.nextInt(CODES.size())) + (components.size() + metrics.size());
    }

    private double number() {
        return random.nextBoolean() ? ODD.get(random.nextInt(ODD.size())) : random.nextDouble() * 1000;
    }

    private double positive() {
        double number = number();
        return number > 0 ? number : 1;
    }

    /** Any text: letters, quotes, controls, other planes, halves of surrogate pairs, what YAML takes for other things. */
    private String text() {
        String[] traps = {
            "", "null", "~", "yes", "1e3", "2024", "- a", "a: b", "#", " x ", "*a", "&a", "!t", "\uFEFF", "%", "\t"
        };
        if (random.nextBoolean()) {
            return pick(traps);
        }
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            switch (random.nextInt(5)) {
                case 0 -> text.append((char) random.nextInt(0x10000));
                case 1 -> text.appendCodePoint(0x10000 + random.nextInt(0x100000));
                case 2 -> text.append((char) random.nextInt(0x100));
                case 3 -> text.append("\"\\/\n\r'{}[],:".charAt(random.nextInt(12)));
                default -> text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }
}
