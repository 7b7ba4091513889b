package org.ldci.weight;

import java.util.Arrays;

/**
 * Equal weights.
 *
 * <p>Equal within each component, or such that every metric of the index counts alike, whatever the component it is in. Source:
 * OECD/JRC, "Handbook on Constructing Composite Indicators", 2008, section 6.
 *
 * @param across what is equal: the children of each component, or all metrics of the index
 */
public record EqualWeights(Across across) implements StandardWeightingScheme {
    /** What gets equal weights. */
    public enum Across {
        /** The children of each component: with components of 2 and 4 metrics, a metric counts 1/4 or 1/8. */
        SIBLINGS,
        /** All metrics of the index: with components of 2 and 4 metrics, each counts 1/6. */
        METRICS
    }

    @Override
    public double[] weigh(WeightingGroup group) {
        double[] weights = new double[group.children().size()];
        Arrays.fill(weights, 1);
        if (across == Across.METRICS) {
            Arrays.setAll(weights, i -> group.leaves().get(i));
        }
        return weights;
    }
}
