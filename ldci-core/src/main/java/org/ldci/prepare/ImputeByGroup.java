package org.ldci.prepare;

import java.util.List;
import org.ldci.model.Region;

/**
 * Fills the missing cells of a metric with one constant a group of regions.
 *
 * @param grouping the name of the grouping, as in {@link GroupImputation}
 * @param groups the groups that were seen when fitted
 * @param values for each group, one value a metric in the order of the index; NaN leaves the cells missing
 */
public record ImputeByGroup(String grouping, List<String> groups, List<List<Double>> values)
        implements StandardFittedImputation {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there is not one list of values a group
     */
    public ImputeByGroup {
        groups = List.copyOf(groups);
        values = values.stream().map(List::copyOf).toList();
        if (groups.size() != values.size()) {
            throw new IllegalArgumentException(groups.size() + " groups but " + values.size() + " lists of values");
        }
    }

    @Override
    public double impute(Region region, int metric, double[] row) {
        int group =
                GroupImputation.groupOf(region, grouping).map(groups::indexOf).orElse(-1);
        return group < 0 ? Double.NaN : values.get(group).get(metric);
    }
}
