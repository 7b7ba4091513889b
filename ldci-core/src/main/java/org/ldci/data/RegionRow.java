package org.ldci.data;

import java.util.List;
import org.ldci.model.Region;

/**
 * The values of one region over all metrics of a dataset: a view that copies nothing. NaN stands for missing.
 *
 * <p>Immutable and thread-safe.
 */
public final class RegionRow {
    private final Dataset dataset;
    private final int row;

    RegionRow(Dataset dataset, int row) {
        this.dataset = dataset;
        this.row = row;
    }

    /**
     * The region.
     *
     * @return the region
     */
    public Region region() {
        return dataset.regions().get(row);
    }

    /**
     * The metrics that have a value or a status here.
     *
     * @return the codes, in the order of the dataset
     */
    public List<String> metrics() {
        return dataset.metrics();
    }

    /**
     * One value.
     *
     * @param metric the code of the metric
     * @return the value; NaN if it is missing
     * @throws IllegalArgumentException if the dataset has no such metric
     */
    public double value(String metric) {
        return dataset.value(row, dataset.metricPosition(metric));
    }

    /**
     * The status of one cell.
     *
     * @param metric the code of the metric
     * @return the status
     * @throws IllegalArgumentException if the dataset has no such metric
     */
    public CellStatus status(String metric) {
        return dataset.status(row, dataset.metricPosition(metric));
    }

    @Override
    public String toString() {
        return "RegionRow[" + region().code() + ", " + metrics().size() + " metrics]";
    }
}
