package org.ldci.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ldci.aggregate.Aggregator;
import org.ldci.aggregate.PointwiseAggregator;
import org.ldci.aggregate.PowerMean;
import org.ldci.aggregate.TableAggregator;
import org.ldci.data.DataException;
import org.ldci.definition.MissingDataPolicy;
import org.ldci.model.Denominator;
import org.ldci.model.Metric;
import org.ldci.model.Region;
import org.ldci.prepare.ImputeNothing;
import org.ldci.prepare.NoDenomination;
import org.ldci.prepare.NoScreening;
import org.ldci.prepare.RegionCoverage;

/**
 * Scores single regions on a frozen scale, by the same arithmetic as {@link Construction} and without its arrays of whole
 * columns: the fast way.
 */
final class RegionScorer {
    /** By component, its measured children and their weights. */
    final int[][] children;

    final double[][] weights;

    private final Plan plan;
    private final Fit fit;
    private final MissingDataPolicy policy;
    /** By metric, from the value in its own unit to its normalised one. */
    private final MetricScale[] scales;

    RegionScorer(Plan plan, Fit fit) {
        this.plan = plan;
        this.fit = fit;
        this.policy = plan.definition.method().missing();
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
        scales = new MetricScale[plan.metrics.size()];
        for (int j = 0; j < scales.length; j++) {
            scales[j] = new MetricScale(fit.treatments[j], fit.normalisers[j], plan.signs[j]);
        }
    }

    /** The scores of all nodes for one region: components first, then metrics. */
    double[] nodeScores(Region region, double[] values) {
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

    /** The values of the metrics of one region, divided by their denominators; NaN for missing. */
    double[] row(Region region, ToDoubleFunction<String> values) {
        double[] row = new double[plan.metrics.size()];
        for (int j = 0; j < row.length; j++) {
            Metric metric = plan.metrics.get(j);
            row[j] = values.applyAsDouble(metric.code());
            if (metric.denominator().isPresent() && fit.measured[j] && !isDividedByNothing()) {
                row[j] = divided(region, metric, row[j], values);
            }
        }
        return row;
    }

    private boolean isDividedByNothing() {
        return plan.definition.method().denominate() instanceof NoDenomination;
    }

    /** The value of a metric by its denominator; NaN where either is missing. */
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
        if (!Combination.enough(policy, count, own.length)) {
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
        if (!Combination.enough(policy, count, own.length)) {
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
}
