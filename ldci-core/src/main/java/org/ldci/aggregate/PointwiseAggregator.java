package org.ldci.aggregate;

/** An aggregator that looks at one region at a time: every mean is one. */
@FunctionalInterface
public non-sealed interface PointwiseAggregator extends Aggregator {
    /**
     * The score of one region.
     *
     * @param scores the scores of the children that are present, at least one; must not be changed
     * @param weights their weights, each at least 0, summing to 1 within rounding; must not be changed
     * @return the score, finite
     */
    double aggregate(double[] scores, double[] weights);
}
