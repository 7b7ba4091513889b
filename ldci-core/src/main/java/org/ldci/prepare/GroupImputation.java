package org.ldci.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ldci.data.MetricColumn;
import org.ldci.data.MetricTable;
import org.ldci.model.Region;

/**
 * Fills missing cells with the mean or median of the metric over the observed regions of the same group.
 *
 * <p>A cell stays missing if its region is in no group, or no region of the group is observed: nothing falls back to the
 * overall value in silence. Source: OECD/JRC Handbook on Constructing Composite Indicators (2008), step 3, conditional mean
 * and median; Becker et al., COINr (2022), i_mean_grp, which fills a group without values by NaN.
 *
 * @param centre the mean or the median
 * @param grouping the name of the grouping among {@link Region#groups()}, or {@value #BY_PARENT}
 */
public record GroupImputation(Centre centre, String grouping) implements StandardImputation {
    /** The grouping by the region that contains a region. */
    public static final String BY_PARENT = "parent";

    /**
     * Checks the grouping.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public GroupImputation {
        if (grouping.isBlank()) {
            throw new IllegalArgumentException("group imputation: the grouping must not be blank");
        }
    }

    static Optional<String> groupOf(Region region, String grouping) {
        return grouping.equals(BY_PARENT)
                ? region.parent()
                : Optional.ofNullable(region.groups().get(grouping));
    }

    @Override
    public FittedImputation fit(MetricTable table) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        int[] groupOf = new int[table.regions().size()];
        for (int i = 0; i < groupOf.length; i++) {
            groupOf[i] = groupOf(table.regions().get(i), grouping)
                    .map(group -> numbers.computeIfAbsent(group, name -> numbers.size()))
                    .orElse(-1);
        }
        List<List<Double>> values = new ArrayList<>();
        double[] members = new double[groupOf.length];
        for (int group = 0; group < numbers.size(); group++) {
            List<Double> row = new ArrayList<>();
            for (MetricColumn column : table.columns()) {
                int n = 0;
                for (int i = 0; i < groupOf.length; i++) {
                    double value = column.value(i);
                    if (groupOf[i] == group && !Double.isNaN(value)) {
                        members[n++] = value;
                    }
                }
                row.add(centre.of(Arrays.copyOf(members, n)));
            }
            values.add(row);
        }
        List<String> groups = List.copyOf(numbers.keySet());
        return new ImputeByGroup(grouping, groups, values);
    }
}
