package org.ldci.data;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ldci.model.Region;

/**
 * Datasets of several periods on common axes: every period has the same regions and metrics in the same order.
 *
 * <p>Immutable and thread-safe; equal if periods and datasets are.
 */
public final class Panel {
    private final Map<Period, Dataset> datasets;

    private Panel(Map<Period, Dataset> datasets) {
        this.datasets = datasets;
    }

    /**
     * Puts datasets on common axes: the regions and metrics of all, in the order they first occur. A cell that a period
     * lacks is {@link CellStatus#NOT_AVAILABLE} there.
     *
     * @param datasets at least one dataset by period
     * @return the panel
     * @throws DataException if there is no period, or a region has other attributes in one period than in another; lists
     *     every problem
     */
    public static Panel of(Map<Period, Dataset> datasets) {
        if (datasets.isEmpty()) {
            throw new DataException("panel: needs at least one period");
        }
        Map<Period, Dataset> sorted = new TreeMap<>(datasets);
        Set<Region> regions = new LinkedHashSet<>();
        Set<String> metrics = new LinkedHashSet<>();
        for (Dataset dataset : sorted.values()) {
            regions.addAll(dataset.regions());
            metrics.addAll(dataset.metrics());
        }
        Map<Period, Dataset> aligned = new LinkedHashMap<>();
        sorted.forEach((period, dataset) -> aligned.put(period, align(dataset, regions, List.copyOf(metrics))));
        return new Panel(aligned);
    }

    private static Dataset align(Dataset dataset, Set<Region> regions, List<String> metrics) {
        if (dataset.metrics().equals(metrics) && dataset.regions().equals(List.copyOf(regions))) {
            return dataset;
        }
        DatasetBuilder builder = Dataset.builder().metrics(metrics);
        Map<Region, Integer> rows = new HashMap<>();
        for (Region region : dataset.regions()) {
            rows.put(region, rows.size());
        }
        int to = 0;
        for (Region region : regions) {
            builder.region(region);
            int row = rows.getOrDefault(region, -1);
            for (int metric = 0; metric < metrics.size(); metric++) {
                int column = dataset.findMetric(metrics.get(metric)).orElse(-1);
                if (row >= 0 && column >= 0) {
                    builder.copyCell(to, metric, dataset, row, column);
                } else {
                    builder.missing(region, metrics.get(metric), CellStatus.NOT_AVAILABLE);
                }
            }
            to++;
        }
        return builder.build();
    }

    /**
     * The periods in order of time.
     *
     * @return an unmodifiable list of at least one period
     */
    public List<Period> periods() {
        return List.copyOf(datasets.keySet());
    }

    /**
     * The dataset of one period.
     *
     * @param period the period
     * @return the dataset
     * @throws IllegalArgumentException if the panel has no such period
     */
    public Dataset dataset(Period period) {
        Dataset dataset = datasets.get(period);
        if (dataset == null) {
            throw new IllegalArgumentException("unknown period '" + period + "'; the periods are " + datasets.keySet());
        }
        return dataset;
    }

    /**
     * The dataset of the last period.
     *
     * @return the dataset
     */
    public Dataset latest() {
        List<Period> periods = periods();
        return dataset(periods.get(periods.size() - 1));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Panel panel && datasets.equals(panel.datasets);
    }

    @Override
    public int hashCode() {
        return datasets.hashCode();
    }

    @Override
    public String toString() {
        Dataset first = dataset(periods().get(0));
        return "Panel: " + datasets.size() + " periods (" + periods().get(0) + " to "
                + periods().get(datasets.size() - 1) + "), " + first.regions().size() + " regions x "
                + first.metrics().size() + " metrics";
    }
}
