package org.ldci.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ldci.aggregate.Aggregators;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.Methodology;
import org.ldci.definition.MissingDataPolicy;
import org.ldci.normalise.Normalisers;
import org.ldci.prepare.Imputations;
import org.ldci.prepare.Treatments;
import org.ldci.robustness.CellErrors;
import org.ldci.robustness.Change;
import org.ldci.robustness.Choice;
import org.ldci.robustness.Design;
import org.ldci.robustness.Factor;
import org.ldci.robustness.Factors;
import org.ldci.robustness.FailurePolicy;
import org.ldci.robustness.RobustnessStudy;
import org.ldci.robustness.WeightSpace;

/** Random studies that use everything the Java API can say, except functions. */
final class StudySamples {
    private StudySamples() {}

    /** One factor of each kind. */
    static List<Factor> factors() {
        return List.of(
                Factors.weights(0.25),
                Factors.uniformWeights().named("any").atLevels(1, 2),
                Factors.dirichletWeights(7.5).named("around").under("x", "y"),
                Factors.normalisers(Normalisers.minMax(1, 100), Normalisers.zScore())
                        .withProbabilities(0.25, 0.75),
                Factors.aggregators(Aggregators.arithmeticMean(), Aggregators.copeland()),
                Factors.aggregatorsAt(1, Aggregators.geometricMean(), Aggregators.median()),
                Factors.imputations(Imputations.none(), Imputations.groupMean("g")),
                Factors.treatments(Treatments.none(), Treatments.winsoriseThenLog()),
                Factors.missingDataPolicies(MissingDataPolicy.propagate(), MissingDataPolicy.renormalise(0.5)),
                Factors.leftOut(List.of("a", "x")),
                Factors.weightSets(Map.of("mine", Map.of("a", 2.0))),
                Factors.weightsWithin(WeightSpace.ofIndex()
                                .atLeast("x", 0.1)
                                .atMost("x", 0.9)
                                .ordered("x", "y")
                                .constraint(Map.of("x", 2.0, "y", -1.0)))
                        .named("within"),
                Factors.weightsWithin(WeightSpace.ofComponent("x").band(0.5)).named("within x"),
                Factors.weightsWithin(WeightSpace.overMetrics()).named("metrics"),
                Factors.measurementErrors());
    }

    static RobustnessStudy random(Random random) {
        List<Factor> some = new ArrayList<>(
                factors().stream().filter(factor -> random.nextBoolean()).toList());
        if (some.isEmpty() || random.nextBoolean()) {
            some.add(choice(DefinitionSamples.random(random), random));
            some.add(new CellErrors("\u00e9", Math.nextUp(random.nextDouble())));
        }
        List<Design> designs = List.of(Design.AUTOMATIC, Design.RANDOM, Design.SOBOL, Design.LATIN_HYPERCUBE);
        boolean even = random.nextInt(8) == 0;
        return RobustnessStudy.builder()
                .factors(even ? List.of(choice(DefinitionSamples.random(random), random)) : some)
                .design(even ? Design.FULL_FACTORIAL : designs.get(random.nextInt(designs.size())))
                .replicates(1 + random.nextInt(Integer.MAX_VALUE))
                .seed(seed(random))
                .failures(random.nextBoolean() ? FailurePolicy.FAIL : FailurePolicy.EXCLUDE)
                .centralWeights(random.nextBoolean())
                .pairs(random.nextBoolean())
                .build();
    }

    /** Seeds around the largest whole number that is a double, too. */
    private static long seed(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextInt();
            default -> (random.nextBoolean() ? 1 : -1) * ((1L << 53) + random.nextInt(3) - 1);
        };
    }

    /** Every change, with the strategies and names of some definition. */
    private static Choice choice(IndexDefinition definition, Random random) {
        Methodology method = definition.method();
        Map<String, Change> changes = new LinkedHashMap<>();
        changes.put("nothing", new Change.Nothing());
        changes.put("normalise " + definition.name(), new Change.Normalise(method.normalise()));
        changes.put("aggregate \"all\"", new Change.AggregateAll(method.aggregate()));
        changes.put("level", new Change.AggregateLevel(random.nextInt(3), method.aggregate()));
        changes.put("\u6307\u6a19", new Change.Impute(method.impute()));
        changes.put("treat\n", new Change.Treat(method.treat()));
        changes.put("missing", new Change.Missing(method.missing()));
        changes.put("leave out", new Change.LeaveOut(definition.code()));
        Map<String, Double> weights = new LinkedHashMap<>();
        definition.metrics().forEach(metric -> weights.put(metric.code(), metric.weight()));
        changes.put("weights", new Change.SetWeights(weights));
        return Factors.choice("everything", changes);
    }
}
