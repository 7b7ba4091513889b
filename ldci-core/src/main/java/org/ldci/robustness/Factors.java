package org.ldci.robustness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.ldci.aggregate.Aggregator;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.MissingDataPolicy;
import org.ldci.normalise.Normaliser;
import org.ldci.prepare.Imputation;
import org.ldci.prepare.Treatment;

/** Makes factors; meant for static import. Alternatives of a choice are equally likely unless told otherwise. */
public final class Factors {
    private Factors() {}

    /**
     * Weights at all levels up or down by a share.
     *
     * @param relative the greatest relative change, in (0, 1], as in 0.25
     * @return a factor named "weights"
     */
    public static WeightVariation weights(double relative) {
        return weights(new WeightDistribution.Band(relative));
    }

    /**
     * Any weights at all levels, all equally likely.
     *
     * @return a factor named "weights"
     */
    public static WeightVariation uniformWeights() {
        return weights(new WeightDistribution.UniformOnSimplex());
    }

    /**
     * Weights at all levels from a Dirichlet distribution around the nominal ones.
     *
     * @param concentration above 0; the greater, the nearer to the nominal weights
     * @return a factor named "weights"
     */
    public static WeightVariation dirichletWeights(double concentration) {
        return weights(new WeightDistribution.Dirichlet(concentration));
    }

    /**
     * Any weights that meet constraints, all equally likely.
     *
     * @param space the constraints, and whose weights they are
     * @return a factor named "weights"
     */
    public static WeightVariation weightsWithin(WeightSpace space) {
        return weights(new WeightDistribution.Within(space));
    }

    /**
     * Weights at all levels from a distribution.
     *
     * @param distribution the distribution of siblings
     * @return a factor named "weights"
     */
    public static WeightVariation weights(WeightDistribution distribution) {
        return new WeightVariation("weights", distribution, List.of(), List.of());
    }

    /**
     * Several given sets of weights.
     *
     * @param sets by name, weights by code; codes that a set does not name keep their weight
     * @return a factor named "weight set"
     */
    public static Choice weightSets(Map<String, ? extends Map<String, Double>> sets) {
        Map<String, Change> changes = new LinkedHashMap<>();
        sets.forEach((label, weights) -> changes.put(label, new Change.SetWeights(weights)));
        return choice("weight set", changes);
    }

    /**
     * Several normalisers for the metrics that have none of their own.
     *
     * @param normalisers the alternatives
     * @return a factor named "normaliser"
     */
    public static Choice normalisers(Normaliser... normalisers) {
        return choice(
                "normaliser",
                Arrays.stream(normalisers).map(Change.Normalise::new).toList(),
                normalisers);
    }

    /**
     * Several aggregators, each for the whole tree.
     *
     * @param aggregators the alternatives
     * @return a factor named "aggregator"
     */
    public static Choice aggregators(Aggregator... aggregators) {
        return choice(
                "aggregator",
                Arrays.stream(aggregators).map(Change.AggregateAll::new).toList(),
                aggregators);
    }

    /**
     * Several aggregators for one level.
     *
     * @param level the depth, 0 for the index
     * @param aggregators the alternatives
     * @return a factor named "aggregator at level N"
     */
    public static Choice aggregatorsAt(int level, Aggregator... aggregators) {
        return choice(
                "aggregator at level " + level,
                Arrays.stream(aggregators)
                        .map(aggregator -> new Change.AggregateLevel(level, aggregator))
                        .toList(),
                aggregators);
    }

    /**
     * Several imputations.
     *
     * @param imputations the alternatives
     * @return a factor named "imputation"
     */
    public static Choice imputations(Imputation... imputations) {
        return choice(
                "imputation", Arrays.stream(imputations).map(Change.Impute::new).toList(), imputations);
    }

    /**
     * Several treatments, or one treatment with several parameters, for the metrics that have none of their own.
     *
     * @param treatments the alternatives
     * @return a factor named "treatment"
     */
    public static Choice treatments(Treatment... treatments) {
        return choice(
                "treatment", Arrays.stream(treatments).map(Change.Treat::new).toList(), treatments);
    }

    /**
     * Several policies for missing scores.
     *
     * @param policies the alternatives
     * @return a factor named "missing data"
     */
    public static Choice missingDataPolicies(MissingDataPolicy... policies) {
        return choice(
                "missing data", Arrays.stream(policies).map(Change.Missing::new).toList(), policies);
    }

    /**
     * At most one of some metrics or components is left out: none, or each in turn.
     *
     * @param codes the codes
     * @return a factor named "left out"
     */
    public static Choice leftOut(List<String> codes) {
        Map<String, Change> changes = new LinkedHashMap<>();
        changes.put("none", new Change.Nothing());
        codes.forEach(code -> changes.put(code, new Change.LeaveOut(code)));
        return choice("left out", changes);
    }

    /**
     * At most one metric of an index is left out.
     *
     * @param definition the index
     * @return a factor named "metric left out"
     */
    public static Choice metricLeftOut(IndexDefinition definition) {
        return leftOut(definition.metrics().stream()
                        .map(metric -> metric.code())
                        .toList())
                .named("metric left out");
    }

    /**
     * At most one of the components right below an index is left out.
     *
     * @param definition the index
     * @return a factor named "component left out"
     */
    public static Choice componentLeftOut(IndexDefinition definition) {
        return leftOut(definition.index().children().stream()
                        .map(child -> child.code())
                        .toList())
                .named("component left out");
    }

    /**
     * The error of measurement of cells that have a standard error.
     *
     * @return a factor named "measurement error"
     */
    public static CellErrors measurementErrors() {
        return new CellErrors("measurement error", 1);
    }

    /**
     * Any alternatives.
     *
     * @param code the name of the factor
     * @param changes what each alternative does, by label, in the order of the map
     * @return the factor
     * @throws IllegalArgumentException if there is no alternative
     */
    public static Choice choice(String code, Map<String, ? extends Change> changes) {
        List<Alternative> alternatives = new ArrayList<>();
        changes.forEach((label, change) -> alternatives.add(new Alternative(label, 1.0 / changes.size(), change)));
        return new Choice(code, alternatives);
    }

    /**
     * The nominal definition or one changed by a function.
     *
     * @param code the name of the factor
     * @param change the function
     * @return the factor, with the alternatives "nominal" and "changed"
     */
    public static Choice option(String code, UnaryOperator<IndexDefinition> change) {
        Map<String, Change> changes = new LinkedHashMap<>();
        changes.put("nominal", new Change.Nothing());
        changes.put("changed", new Change.Custom(change));
        return choice(code, changes);
    }

    /**
     * A number in the definition that varies.
     *
     * @param code the name of the factor
     * @param distribution how the number is distributed
     * @param effect what the number does to the definition
     * @return the factor
     */
    public static Parameter parameter(String code, Distribution distribution, Parameter.Effect effect) {
        return new Parameter(code, distribution, effect);
    }

    /** Labels are what strategies call themselves. */
    private static Choice choice(String code, List<? extends Change> changes, Object[] labels) {
        Map<String, Change> byLabel = new LinkedHashMap<>();
        for (int i = 0; i < labels.length; i++) {
            byLabel.merge(labels[i].toString(), changes.get(i), (first, second) -> {
                throw new IllegalArgumentException(
                        "factor '" + code + "': the alternative " + second + " is given twice");
            });
        }
        return choice(code, byLabel);
    }
}
