package org.ldci.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ldci.aggregate.Aggregator;
import org.ldci.aggregate.PointwiseAggregator;
import org.ldci.aggregate.PowerMean;
import org.ldci.definition.MissingDataPolicy;
import org.ldci.internal.numeric.Lanes;

/**
 * Combines the scores of the children of a component, region by region, under the missing-data policy. Whole columns and
 * single regions go through the same additions in the same order, so that both give the same bits.
 */
final class Combination {
    private static final int MOST_FAULTS = 100;

    /** Regions that are worked on together, so that their sums stay in the nearest cache. */
    private static final int TILE = 512;

    private final Plan plan;
    private final MissingDataPolicy policy;
    private final List<Fault> faults = new ArrayList<>(0);

    Combination(Plan plan, MissingDataPolicy policy) {
        this.plan = plan;
        this.policy = policy;
    }

    /**
     * A score outside the domain of the aggregator (then {@code child} says whose, and the message what is needed), or
     * anything else that keeps a region from a score (then {@code child} is -1).
     */
    record Fault(int region, int child, String message) {}

    /** Where the columns of the children are. */
    static final class Columns {
        final double[][] arrays;
        final int[] from;
        final int regions;

        Columns(int children, int regions) {
            this.arrays = new double[children][];
            this.from = new int[children];
            this.regions = regions;
        }
    }

    /** By region, the least and the greatest score that has a weight, so that rounding cannot take a mean out of them. */
    private static final class Range {
        private final double[] least;
        private final double[] greatest;

        Range(int regions) {
            least = new double[regions];
            greatest = new double[regions];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        }

        void include(double[] values, int from, double weight) {
            for (int i = 0; i < least.length && weight > 0; i++) {
                // a missing score changes nothing, as it compares false
                least[i] = values[from + i] < least[i] ? values[from + i] : least[i];
                greatest[i] = values[from + i] > greatest[i] ? values[from + i] : greatest[i];
            }
        }

        double within(int region, double mean) {
            return PowerMean.within(mean, least[region], greatest[region]);
        }
    }

    /** The faults of the last call; at most 100. */
    List<Fault> faults() {
        return faults;
    }

    /**
     * Scores one component for all regions.
     *
     * @param component its number
     * @param children the columns of its measured children
     * @param weights their weights
     * @param needed for each region, how many of the children are applicable; null if all are
     * @param target receives the scores
     * @param at where the scores start
     */
    void aggregate(
            int component, Columns children, double[] weights, int @Nullable [] needed, double[] target, int at) {
        faults.clear();
        Aggregator aggregator = plan.aggregators.get(component);
        if (aggregator instanceof PowerMean mean) {
            aggregateMean(mean, children, weights, needed, target, at);
        } else if (aggregator instanceof PointwiseAggregator pointwise) {
            aggregatePointwise(pointwise, children, weights, needed, target, at);
        }
    }

    private void aggregateMean(
            PowerMean mean, Columns children, double[] weights, int @Nullable [] needed, double[] target, int at) {
        if (aggregateComplete(mean, children, weights, target, at)) {
            return;
        }
        int regions = children.regions;
        double[] weightSums = new double[regions];
        int[] counts = new int[regions];
        Range range = new Range(regions);
        Arrays.fill(target, at, at + regions, 0);
        boolean arithmetic = mean.exponent() == 1;
        for (int p = 0; p < weights.length; p++) {
            double[] values = children.arrays[p];
            int from = children.from[p];
            double weight = weights[p];
            range.include(values, from, weight);
            for (int i = 0; i < regions; i++) {
                double score = values[from + i];
                if (!Double.isNaN(score)) {
                    if (!arithmetic) {
                        if (!mean.accepts(score)) {
                            fault(i, p, mean.domain());
                            weightSums[i] = Double.NaN; // no score, so that the parents find no fault with it
                        }
                        score = mean.transform(score);
                    }
                    target[at + i] += weight * score;
                    weightSums[i] += weight;
                    counts[i]++;
                }
            }
        }
        for (int i = 0; i < regions; i++) {
            int due = needed == null ? weights.length : needed[i];
            if (!enough(counts[i], due)) {
                target[at + i] = Double.NaN;
            } else if (weightSums[i] == 0) {
                fault(i, -1, "the weights of the children that are present sum to 0");
                target[at + i] = Double.NaN;
            } else {
                target[at + i] = range.within(i, mean.inverse(target[at + i] / weightSums[i]));
            }
        }
    }

    /**
     * The mean where nothing is missing, every child has weight and every score is in the domain: tile by tile, in loops that
     * become vector instructions. The additions are those of the other way, in the same order. Returns false, with the target in
     * disorder, if something is not so.
     */
    private static boolean aggregateComplete(
            PowerMean mean, Columns children, double[] weights, double[] target, int at) {
        double total = 0;
        boolean weighed = true;
        for (double weight : weights) {
            total += weight;
            weighed &= weight > 0;
        }
        if (!weighed) {
            return false;
        }
        int tile = Math.min(TILE, children.regions);
        double[] values = new double[tile];
        double[] sums = new double[tile];
        double[] least = new double[tile];
        double[] greatest = new double[tile];
        for (int start = 0; start < children.regions; start += tile) {
            int n = Math.min(tile, children.regions - start);
            Arrays.fill(sums, 0);
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
            for (int p = 0; p < weights.length; p++) {
                System.arraycopy(children.arrays[p], children.from[p] + start, values, 0, n);
                extend(values, least, greatest, n);
                transform(mean, values, n);
                Lanes.add(weights[p], values, sums, n);
            }
            for (int i = 0; i < n; i++) {
                // a missing score makes the least one NaN, which no mean accepts
                if (Double.isNaN(least[i]) || !mean.accepts(least[i])) {
                    return false;
                }
                target[at + start + i] = PowerMean.within(mean.inverse(sums[i] / total), least[i], greatest[i]);
            }
        }
        return true;
    }

    private static void extend(double[] values, double[] least, double[] greatest, int n) {
        for (int i = 0; i < n; i++) {
            least[i] = Math.min(least[i], values[i]);
        }
        for (int i = 0; i < n; i++) {
            greatest[i] = Math.max(greatest[i], values[i]);
        }
    }

    /** One loop for each of the usual means; scores outside the domain are found afterwards. */
    private static void transform(PowerMean mean, double[] values, int n) {
        if (mean.exponent() == -1) {
            for (int i = 0; i < n; i++) {
                values[i] = 1 / values[i];
            }
        } else if (mean.exponent() == 2) {
            for (int i = 0; i < n; i++) {
                values[i] = values[i] * values[i];
            }
        } else if (mean.exponent() != 1) {
            for (int i = 0; i < n; i++) {
                values[i] = mean.transform(values[i]);
            }
        }
    }

    private void aggregatePointwise(
            PointwiseAggregator aggregator,
            Columns children,
            double[] weights,
            int @Nullable [] needed,
            double[] target,
            int at) {
        double[] scores = new double[weights.length];
        double[] shares = new double[weights.length];
        for (int i = 0; i < children.regions; i++) {
            int count = 0;
            double sum = 0;
            for (int p = 0; p < weights.length; p++) {
                double score = children.arrays[p][children.from[p] + i];
                if (!Double.isNaN(score)) {
                    scores[count] = score;
                    shares[count++] = weights[p];
                    sum += weights[p];
                }
            }
            if (!enough(count, needed == null ? weights.length : needed[i])) {
                target[at + i] = Double.NaN;
                continue;
            }
            if (sum == 0) {
                fault(i, -1, "the weights of the children that are present sum to 0");
                target[at + i] = Double.NaN;
                continue;
            }
            double[] presentScores = Arrays.copyOf(scores, count);
            double[] presentShares = Arrays.copyOf(shares, count);
            for (int p = 0; p < count; p++) {
                presentShares[p] /= sum;
            }
            target[at + i] = aggregator.aggregate(presentScores, presentShares);
            if (!Double.isFinite(target[at + i])) {
                fault(i, -1, "the aggregator turned " + Arrays.toString(presentScores) + " into " + target[at + i]);
                target[at + i] = Double.NaN;
            }
        }
    }

    boolean enough(int present, int needed) {
        return enough(policy, present, needed);
    }

    /** Whether the policy lets so many of the children that are due make a score. */
    static boolean enough(MissingDataPolicy policy, int present, int needed) {
        if (present == 0) {
            return false;
        }
        return policy.rule() == MissingDataPolicy.Rule.PROPAGATE
                ? present == needed
                : (double) present / needed >= policy.minimumCoverage();
    }

    private void fault(int region, int child, String message) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault(region, child, message));
        }
    }
}
