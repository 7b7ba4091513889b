package org.ldci.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.ldci.aggregate.Aggregator;
import org.ldci.aggregate.PointwiseAggregator;
import org.ldci.aggregate.PowerMean;
import org.ldci.aggregate.TableAggregator;
import org.ldci.data.DataException;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.InvalidIndexException;
import org.ldci.definition.MissingDataPolicy;
import org.ldci.model.Component;
import org.ldci.model.Denominator;
import org.ldci.model.Metric;
import org.ldci.model.Problem;
import org.ldci.model.Region;
import org.ldci.normalise.FittedNormaliser;
import org.ldci.normalise.LinearScale;
import org.ldci.prepare.FittedImputation;
import org.ldci.prepare.FittedTreatment;
import org.ldci.prepare.ImputeNothing;
import org.ldci.prepare.NoDenomination;
import org.ldci.prepare.NoScreening;
import org.ldci.prepare.RegionCoverage;
import org.ldci.prepare.Untreated;
import org.ldci.prepare.Winsorised;

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
    /** By component, its measured children and their weights: what a single region needs. */
    private final int[][] children;

    private final double[][] weights;
    /** By metric, from the value in its own unit to its normalised one. */
    private final Scale[] scales;

    /**
     * Treatment, direction and normaliser of one metric in one call. Nearly all metrics are untreated or winsorised and
     * then put on a straight line, so these numbers are laid out flat; the arithmetic is that of the records they come
     * from, to the bit.
     */
    private static final class Scale {
        private final @Nullable FittedTreatment treatment;
        private final @Nullable FittedNormaliser normaliser;
        private final boolean negative;
        private final boolean flat;
        private final double low;
        private final double high;
        private final double origin;
        private final double spread;
        private final double factor;
        private final double offset;
        private final double minimum;
        private final double maximum;

        Scale(@Nullable FittedTreatment treatment, @Nullable FittedNormaliser normaliser, int sign) {
            this.treatment = treatment;
            this.normaliser = normaliser;
            this.negative = sign < 0;
            Winsorised bounds = treatment instanceof Winsorised winsorised
                    ? winsorised
                    : new Winsorised(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            LinearScale line = normaliser instanceof LinearScale linear ? linear : new LinearScale(0, 1, 1, 0, -1, 1);
            flat = normaliser instanceof LinearScale
                    && (treatment instanceof Untreated || treatment instanceof Winsorised);
            low = bounds.lower();
            high = bounds.upper();
            origin = line.origin();
            spread = line.spread();
            factor = line.factor();
            offset = line.offset();
            minimum = line.minimum();
            maximum = line.maximum();
        }

        double apply(double value) {
            if (!flat) {
                return applyOther(value);
            }
            double treated = value < low ? low : value > high ? high : value;
            double oriented = negative ? 0.0 - treated : treated;
            double scaled = (oriented - origin) / spread * factor + offset;
            return scaled < minimum ? minimum : scaled > maximum ? maximum : scaled;
        }

        private double applyOther(double value) {
            if (treatment == null || normaliser == null || Double.isNaN(value)) {
                return Double.NaN;
            }
            double treated = treatment instanceof Untreated ? value : treatment.apply(value);
            return normaliser.apply(negative ? 0.0 - treated : treated);
        }
    }

    FittedIndex(Plan plan, Fit fit) {
        this.plan = plan;
        this.fit = fit;
        int k = plan.components.size();
        children = new int[k][];
        weights = new double[k][];
        for (int c = 0; c < k; c++) {
            int[] all = plan.children.get(c);
            double[] allWeights = fit.weights[c];
            int[] kept = new int[all.length];
            double[] keptWeights = new double[all.length];
            int n = 0;
            for (int i = 0; i < all.length; i++) {
                if (fit.nodeMeasured[all[i]]) {
                    kept[n] = all[i];
                    keptWeights[n++] = allWeights[i];
                }
            }
            children[c] = Arrays.copyOf(kept, n);
            weights[c] = Arrays.copyOf(keptWeights, n);
        }
        scales = new Scale[plan.metrics.size()];
        for (int j = 0; j < scales.length; j++) {
            scales[j] = new Scale(fit.treatments[j], fit.normalisers[j], plan.signs[j]);
        }
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
        for (int c = 0; c < children.length; c++) {
            for (int i = 0; i < children[c].length; i++) {
                map.put(plan.code(children[c][i]), weights[c][i]);
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
        return nodeScores(ANONYMOUS, values)[0];
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
        double[] row = new double[plan.metrics.size()];
        for (int j = 0; j < row.length; j++) {
            Metric metric = plan.metrics.get(j);
            row[j] = values.applyAsDouble(metric.code());
            if (metric.denominator().isPresent() && fit.measured[j] && !isDividedByNothing()) {
                row[j] = divided(region, metric, row[j], values);
            }
        }
        double[] scores = nodeScores(region, row);
        Map<String, Double> byCode = new LinkedHashMap<>();
        for (int node = 0; node < scores.length; node++) {
            byCode.put(plan.code(node), scores[node]);
        }
        return new RegionScore(region, scores[0], byCode);
    }

    private boolean isDividedByNothing() {
        return plan.definition.method().denominate() instanceof NoDenomination;
    }

    private double divided(Region region, Metric metric, double value, ToDoubleFunction<String> values) {
        String by = metric.denominator().orElseThrow().code();
        double denominator = values.applyAsDouble(by);
        if (Double.isNaN(denominator) && by.equals(Denominator.POPULATION)) {
            denominator = region.population().orElse(Double.NaN);
        }
        if (Double.isNaN(value) || Double.isNaN(denominator)) {
            return Double.NaN;
        }
        if (denominator == 0) {
            throw new DataException("metric '" + metric.code() + "', region '" + region.code() + "': its denominator '"
                    + by + "' is 0");
        }
        return plan.definition
                .method()
                .denominate()
                .apply(value, denominator, metric.denominator().get().per());
    }

    /** The scores of all nodes for one region: components first, then metrics. */
    private double[] nodeScores(Region region, double[] values) {
        int k = plan.components.size();
        int m = plan.metrics.size();
        if (values.length != m) {
            throw new IllegalArgumentException("expected " + m + " values, one a metric, but got " + values.length);
        }
        double[] scores = new double[k + m];
        double[] row = imputed(region, values);
        if (!(plan.definition.method().screen() instanceof NoScreening) && isScreenedOut(region, values)) {
            Arrays.fill(scores, Double.NaN);
            return scores;
        }
        for (int j = 0; j < m; j++) {
            scores[k + j] = scales[j].apply(row[j]);
            // a scale that ends somewhere would turn an infinite value into a finite score
            if (!Double.isFinite(scores[k + j]) || Double.isInfinite(row[j])) {
                checkMissing(region, j, row[j], scores[k + j]);
            }
        }
        for (int c = k - 1; c >= 0; c--) {
            scores[c] = combine(region, c, scores);
        }
        return scores;
    }

    /** What is not finite may only be a missing value that stays missing. */
    private void checkMissing(Region region, int metric, double value, double score) {
        String code = plan.metrics.get(metric).code();
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("metric '" + code + "': values must be finite but this one is " + value);
        }
        if (!Double.isNaN(value) && fit.measured[metric]) {
            throw new DataException("metric '" + code + "', region '" + region.code() + "': the scale turned " + value
                    + " into " + score);
        }
    }

    private double[] imputed(Region region, double[] values) {
        if (fit.imputation instanceof ImputeNothing) {
            return values;
        }
        double[] row = values.clone();
        for (int j = 0; j < row.length; j++) {
            if (Double.isNaN(values[j]) && fit.measured[j]) {
                row[j] = fit.imputation.impute(region, j, values);
            }
        }
        return row;
    }

    private boolean isScreenedOut(Region region, double[] values) {
        List<RegionCoverage.Count> top = new ArrayList<>();
        for (int node : children[0]) {
            if (!plan.isMetric(node)) {
                top.add(count(node, values));
            }
        }
        RegionCoverage coverage = new RegionCoverage(region, count(0, values), top);
        return !plan.definition.method().screen().reasonsToExclude(coverage).isEmpty();
    }

    private RegionCoverage.Count count(int node, double[] values) {
        int[] counts = new int[3];
        count(node, values, counts);
        return new RegionCoverage.Count(plan.code(node), counts[0], counts[1], counts[2]);
    }

    private void count(int node, double[] values, int[] counts) {
        if (plan.isMetric(node)) {
            double value = values[plan.metricOf(node)];
            counts[0]++;
            counts[1] += Double.isNaN(value) ? 0 : 1;
            counts[2] += value == 0 ? 1 : 0;
            return;
        }
        for (int child : children[node]) {
            count(child, values, counts);
        }
    }

    /** One component of one region, by the same additions in the same order as {@link Combination}. */
    private double combine(Region region, int component, double[] scores) {
        int[] own = children[component];
        if (own.length == 0) {
            return Double.NaN;
        }
        Aggregator aggregator = plan.aggregators.get(component);
        if (!(aggregator instanceof PowerMean mean)) {
            return combineOther(region, component, aggregator, scores);
        }
        boolean arithmetic = mean.exponent() == 1;
        double sum = 0;
        double weightSum = 0;
        int count = 0;
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int p = 0; p < own.length; p++) {
            double score = scores[own[p]];
            if (!Double.isNaN(score)) {
                double weight = weights[component][p];
                if (weight > 0) {
                    least = score < least ? score : least;
                    greatest = score > greatest ? score : greatest;
                }
                if (!arithmetic) {
                    if (!mean.accepts(score)) {
                        throw new DataException("component '" + plan.code(component) + "', region '" + region.code()
                                + "': the " + mean + " needs scores " + mean.domain() + " but that of '"
                                + plan.code(own[p]) + "' is " + score);
                    }
                    score = mean.transform(score);
                }
                sum += weight * score;
                weightSum += weight;
                count++;
            }
        }
        if (!enough(count, own.length)) {
            return Double.NaN;
        }
        if (weightSum == 0) {
            throw zeroWeights(region, component);
        }
        return PowerMean.within(mean.inverse(sum / weightSum), least, greatest);
    }

    private double combineOther(Region region, int component, Aggregator aggregator, double[] scores) {
        if (aggregator instanceof TableAggregator) {
            throw new DataException(
                    "component '" + plan.code(component)
                            + "': its aggregator compares regions with one another, so a single region has no score; score a dataset");
        }
        int[] own = children[component];
        double[] presentScores = new double[own.length];
        double[] presentShares = new double[own.length];
        int count = 0;
        double sum = 0;
        for (int p = 0; p < own.length; p++) {
            if (!Double.isNaN(scores[own[p]])) {
                presentScores[count] = scores[own[p]];
                presentShares[count++] = weights[component][p];
                sum += weights[component][p];
            }
        }
        if (!enough(count, own.length)) {
            return Double.NaN;
        }
        if (sum == 0) {
            throw zeroWeights(region, component);
        }
        double[] shares = Arrays.copyOf(presentShares, count);
        for (int p = 0; p < count; p++) {
            shares[p] /= sum;
        }
        double score = ((PointwiseAggregator) aggregator).aggregate(Arrays.copyOf(presentScores, count), shares);
        if (!Double.isFinite(score)) {
            throw new DataException("component '" + plan.code(component) + "', region '" + region.code()
                    + "': the aggregator turned " + Arrays.toString(Arrays.copyOf(presentScores, count)) + " into "
                    + score);
        }
        return score;
    }

    private DataException zeroWeights(Region region, int component) {
        return new DataException("component '" + plan.code(component) + "', region '" + region.code()
                + "': the weights of the children that are present sum to 0");
    }

    private boolean enough(int present, int needed) {
        MissingDataPolicy policy = plan.definition.method().missing();
        return present > 0
                && (policy.rule() == MissingDataPolicy.Rule.PROPAGATE
                        ? present == needed
                        : (double) present / needed >= policy.minimumCoverage());
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
