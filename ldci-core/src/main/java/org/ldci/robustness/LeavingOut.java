package org.ldci.robustness;

/**
 * How a metric or component is left out. The example: metrics a, b and c with weights 1, 1 and 2; a is left out, c is missing
 * somewhere.
 *
 * <p>Both ways give the same scores where a mean renormalises the weights of what is present, no share of children is asked
 * for, and no other step looks across metrics. They differ
 *
 * <ul>
 *   <li>under a least coverage: with weight 0, a still counts as one of three; removed, b is one of two
 *   <li>under propagation: with weight 0, a region without a has no score; removed, it has one
 *   <li>where screening counts the metrics, or an imputation learns from all of them: only removal takes a out of that
 *   <li>where weights are computed from the data: a weight of 0 is then ignored, and refused here; removal has them computed
 *       anew
 *   <li>under an aggregator that takes no account of weights, such as the unweighted median: only removal has an effect
 *   <li>under an aggregator whose domain excludes a score of a, such as 0 under a geometric mean: only removal avoids it
 *   <li>where a method names or counts its children: removal may not fit it, and is then reported
 * </ul>
 */
public enum LeavingOut {
    /**
     * The weight becomes 0 and nothing else changes: b and c keep their weights 1 and 2. This is what remove_elements of COINr
     * does. If nothing else with a weight is left in a component, the component gets weight 0 with it.
     */
    WEIGHT_ZERO,
    /**
     * The node and all below it go from the tree, and with them the exceptions of the methodology for them. If no metric is left
     * in a component, the component stays, declared and not measured, and the index goes on without it.
     */
    REMOVAL
}
