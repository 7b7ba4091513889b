package org.ldci.weight;

import java.util.List;
import org.ldci.data.MetricColumn;

/**
 * The children of one component, as a weighting scheme sees them: from the bottom of the tree up, so that the scores of
 * components below are known.
 *
 * @param code the code of the component, or of the index
 * @param children the codes of its measured children
 * @param given the weights of the definition, one a child, each at least 0, not all 0
 * @param leaves for each child, the number of measured metrics at or below it
 * @param scores for each child, its scores over the regions that passed screening; NaN is missing
 */
public record WeightingGroup(
        String code, List<String> children, List<Double> given, List<Integer> leaves, List<MetricColumn> scores) {
    /** Copies the lists. */
    public WeightingGroup {
        children = List.copyOf(children);
        given = List.copyOf(given);
        leaves = List.copyOf(leaves);
        scores = List.copyOf(scores);
    }
}
