package org.ldci.weight;

/**
 * How the weights inside a component are found. Weights are learnt when an index is fitted and frozen from then on.
 *
 * <p>A user's own lambda works at once. Implementations must be immutable.
 */
@FunctionalInterface
public interface WeightingScheme {
    /**
     * The weights of the children of one component.
     *
     * @param group the children, their given weights and their scores
     * @return one weight a child, finite and at least 0, not all 0; only their ratios count
     */
    double[] weigh(WeightingGroup group);
}
