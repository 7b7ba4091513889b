package org.ldci.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.ldci.data.DataException;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.InvalidIndexException;
import org.ldci.model.Component;
import org.ldci.model.Metric;
import org.ldci.model.Problem;
import org.ldci.model.Region;
import org.ldci.normalise.FittedNormaliser;
import org.ldci.prepare.FittedImputation;
import org.ldci.prepare.FittedTreatment;

/**
 * An index whose scale, treatments, imputation and weights are frozen: it scores other data, next year's or a what-if, and
 * single regions, on the same scale.
 *
 * <p>Immutable and thread-safe. Made by {@link CompositeIndex#fit}; {@code ldci-io} writes it to JSON and reads it back.
 * The data it was fitted to get the very same scores as from {@link CompositeIndex#score(Dataset)}.
 */
public final class FittedIndex {
    private final Plan plan;
    private final Fit fit;
    private final RegionScorer scorer;

    FittedIndex(Plan plan, Fit fit) {
        this.plan = plan;
        this.fit = fit;
        this.scorer = new RegionScorer(plan, fit);
    }

    /**
     * A fitted index from its parts, as they are read from a file.
     *
     * @param definition the definition
     * @param imputation the frozen imputation
     * @param treatments the frozen treatment of each measured metric, by code
     * @param normalisers the frozen normaliser of each measured metric, by code; a metric without one is not measured
     * @param weights the frozen weight of each measured component and metric among its siblings, by code, without the index
     * @param dataSha256 the digest of the data it was fitted to
     * @return the fitted index
     * @throws InvalidIndexException if the parts do not fit the definition; lists every problem, each with its path in the
     *     document of a fitted index
     */
    public static FittedIndex of(
            IndexDefinition definition,
            FittedImputation imputation,
            Map<String, ? extends FittedTreatment> treatments,
            Map<String, ? extends FittedNormaliser> normalisers,
            Map<String, Double> weights,
            String dataSha256) {
        Plan plan = new Plan(definition);
        List<Problem> problems = new ArrayList<>();
        int m = plan.metrics.size();
        boolean[] measured = new boolean[m];
        @Nullable FittedTreatment[] treat = new FittedTreatment[m];
        @Nullable FittedNormaliser[] normalise = new FittedNormaliser[m];
        for (int j = 0; j < m; j++) {
            String code = plan.metrics.get(j).code();
            treat[j] = treatments.get(code);
            normalise[j] = normalisers.get(code);
            measured[j] = normalise[j] != null;
            if (measured[j] && treat[j] == null) {
                problems.add(new Problem("/metrics", "metric '" + code + "': has a normaliser but no treatment"));
            }
        }
        for (String code : normalisers.keySet()) {
            if (plan.metrics.stream().noneMatch(metric -> metric.code().equals(code))) {
                problems.add(
                        new Problem("/metrics", "normaliser of '" + code + "': the definition has no such metric"));
            }
        }
        boolean[] nodeMeasured = Fit.measuredNodes(plan, measured);
        double[][] local = new double[plan.components.size()][];
        for (int c = 0; c < local.length; c++) {
            int[] children = plan.children.get(c);
            local[c] = new double[children.length];
            double sum = 0;
            for (int i = 0; i < children.length; i++) {
                Double weight = weights.get(plan.code(children[i]));
                if (!nodeMeasured[children[i]]) {
                    continue;
                }
                if (weight == null || !(weight >= 0 && Double.isFinite(weight))) {
                    problems.add(new Problem(
                            "/weights",
                            "node '" + plan.code(children[i]) + "': weight must be finite and at least 0 but is "
                                    + (weight == null ? "not given" : weight)));
                } else {
                    local[c][i] = weight;
                    sum += weight;
                }
            }
            if (nodeMeasured[c] && sum == 0) {
                problems.add(new Problem(
                        "/weights",
                        "component '" + plan.code(c) + "': the weights of its measured children are all 0"));
            }
        }
        if (!nodeMeasured[0]) {
            problems.add(new Problem("/metrics", "no metric is measured"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidIndexException(definition.code(), problems);
        }
        return new FittedIndex(plan, new Fit(plan, measured, imputation, treat, normalise, local, () -> dataSha256));
    }

    /**
     * The definition.
     *
     * @return the definition
     */
    public IndexDefinition definition() {
        return plan.definition;
    }

    /**
     * The metrics, in the order in which {@link #score(double...)} takes their values.
     *
     * @return an unmodifiable list in the order of the tree
     */
    public List<Metric> metrics() {
        return List.copyOf(plan.metrics);
    }

    /**
     * The frozen imputation.
     *
     * @return the imputation
     */
    public FittedImputation imputation() {
        return fit.imputation;
    }

    /**
     * The frozen treatments.
     *
     * @return the treatment of each measured metric, by code, in the order of the tree
     */
    public Map<String, FittedTreatment> treatments() {
        return byMetric(fit.treatments);
    }

    /**
     * The frozen scales.
     *
     * @return the normaliser of each measured metric, by code, in the order of the tree
     */
    public Map<String, FittedNormaliser> normalisers() {
        return byMetric(fit.normalisers);
    }

    private <T> Map<String, T> byMetric(@Nullable T[] values) {
        Map<String, T> map = new LinkedHashMap<>();
        for (int j = 0; j < plan.metrics.size(); j++) {
            T value = values[j];
            if (fit.measured[j] && value != null) {
                map.put(plan.metrics.get(j).code(), value);
            }
        }
        return map;
    }

    /**
     * The frozen weights, not rescaled.
     *
     * @return the weight of each measured component and metric among its siblings, by code, without the index
     */
    public Map<String, Double> weights() {
        Map<String, Double> map = new LinkedHashMap<>();
        for (int c = 0; c < scorer.children.length; c++) {
            for (int i = 0; i < scorer.children[c].length; i++) {
                map.put(plan.code(scorer.children[c][i]), scorer.weights[c][i]);
            }
        }
        return map;
    }

    /**
     * The digest of the data this index was fitted to.
     *
     * @return SHA-256 as 64 hexadecimal digits
     */
    public String dataSha256() {
        return fit.dataSha256.get();
    }

    /**
     * Scores other data on the frozen scale.
     *
     * @param data the data
     * @return the result with every stage
     * @throws DataException if the data do not support the definition, as for {@link CompositeIndex#score(Dataset)}
     */
    public IndexResult score(Dataset data) {
        return new IndexResult(Construction.apply(plan, data, fit));
    }

    /**
     * Scores a single region by its values alone: the fast way for an application that scores as values come in.
     *
     * <p>Imputation by group and screening that look at the region itself need {@link #score(Region, ToDoubleFunction)};
     * values that cannot exist, and so must never be imputed, need {@link #score(Dataset)}.
     *
     * @param values one value a metric, in the order of {@link #metrics()}, already divided by their denominators; NaN for
     *     missing
     * @return the score of the index; NaN if too little is present by the missing-data policy or the screening
     * @throws IllegalArgumentException if there is not one value a metric, or one is infinite
     * @throws DataException if a score is outside the domain of a mean, or an aggregator compares whole tables
     */
    public double score(double... values) {
        return scorer.nodeScores(ANONYMOUS, values)[0];
    }

    private static final Region ANONYMOUS = Region.of("region");

    /**
     * Scores a single region.
     *
     * @param region the region; its population and groups are used where the definition needs them
     * @param values gives the raw value for the code of a metric or denominator; NaN for missing
     * @return the scores of the index and of every component and metric
     * @throws IllegalArgumentException if a value is infinite
     * @throws DataException if a denominator is 0, a score is outside the domain of a mean, or an aggregator compares whole
     *     tables
     */
    public RegionScore score(Region region, ToDoubleFunction<String> values) {
        double[] scores = scorer.nodeScores(region, scorer.row(region, values));
        Map<String, Double> byCode = new LinkedHashMap<>();
        for (int node = 0; node < scores.length; node++) {
            byCode.put(plan.code(node), scores[node]);
        }
        return new RegionScore(region, scores[0], byCode);
    }

    /**
     * A fitted index is equal to another with the same definition and the same frozen parts.
     *
     * @param other another object
     * @return whether it is an equal fitted index
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FittedIndex that
                && definition().equals(that.definition())
                && imputation().equals(that.imputation())
                && treatments().equals(that.treatments())
                && normalisers().equals(that.normalisers())
                && weights().equals(that.weights())
                && dataSha256().equals(that.dataSha256());
    }

    @Override
    public int hashCode() {
        return 31 * definition().hashCode() + normalisers().hashCode();
    }

    @Override
    public String toString() {
        long components = plan.components.stream().skip(1).map(Component::code).count();
        return "FittedIndex " + plan.definition.code() + ": " + normalisers().size() + " metrics on a frozen scale, "
                + components + " components";
    }
}
