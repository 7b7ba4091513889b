package org.ldci.data;

import java.util.List;
import org.ldci.model.Region;

/**
 * The columns of all metrics of an index over the same regions: what an imputation learns from.
 *
 * @param regions the regions, one a row
 * @param columns one column a metric, in the order of the index
 * @param components for each metric, the code of the component that holds it
 */
public record MetricTable(List<Region> regions, List<MetricColumn> columns, List<String> components) {
    /** Copies the lists. */
    public MetricTable {
        regions = List.copyOf(regions);
        columns = List.copyOf(columns);
        components = List.copyOf(components);
    }
}
