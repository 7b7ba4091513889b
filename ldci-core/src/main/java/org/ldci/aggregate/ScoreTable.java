package org.ldci.aggregate;

import java.util.List;
import org.ldci.data.MetricColumn;
import org.ldci.model.Region;

/**
 * The scores of the children of a component over the regions that passed screening.
 *
 * @param regions the regions, one a row
 * @param children one column a child; NaN is missing
 * @param weights one weight a child, each at least 0, summing to 1 within rounding
 */
public record ScoreTable(List<Region> regions, List<MetricColumn> children, List<Double> weights) {
    /** Copies the lists. */
    public ScoreTable {
        regions = List.copyOf(regions);
        children = List.copyOf(children);
        weights = List.copyOf(weights);
    }
}
