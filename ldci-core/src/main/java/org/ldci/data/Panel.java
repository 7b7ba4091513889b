package org.ldci.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ldci.model.Region;

/**
 * Datasets of several periods on common axes: every period has the same regions and metrics in the same order. The
 * population of a region may change from period to period; nothing else about it may.
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
     * lacks is {@link CellStatus#NOT_AVAILABLE} there. A region that a period lacks has its population there if it is the
     * same in all other periods, else none.
     *
     * @param datasets at least one dataset by period
     * @return the panel
     * @throws DataException if there is no period, or a region has another name, parent, alias or group in one period than
     *     in another; lists every problem
     */
    public static Panel of(Map<Period, Dataset> datasets) {
        if (datasets.isEmpty()) {
            throw new DataException("panel: needs at least one period");
        }
        Map<Period, Dataset> sorted = new TreeMap<>(datasets);
        Map<String, Region> regions = regions(sorted);
        Set<String> metrics = new LinkedHashSet<>();
        sorted.values().forEach(dataset -> metrics.addAll(dataset.metrics()));
        Map<Period, Dataset> aligned = new LinkedHashMap<>();
        sorted.forEach((period, dataset) -> aligned.put(period, align(dataset, regions, List.copyOf(metrics))));
        return new Panel(aligned);
    }

    /** The regions of all periods by level and code, each as it is where a period lacks it. */
    private static Map<String, Region> regions(Map<Period, Dataset> sorted) {
        Map<String, Region> regions = new LinkedHashMap<>();
        Map<String, Region> firsts = new HashMap<>();
        Map<String, Period> since = new HashMap<>();
        List<String> problems = new ArrayList<>();
        sorted.forEach((period, dataset) -> {
            for (Region region : dataset.regions()) {
                String key = DatasetBuilder.key(region);
                Region first = firsts.putIfAbsent(key, region);
                if (first == null) {
                    since.put(key, period);
                    regions.put(key, region);
                } else if (!first.equals(region)) {
                    if (!first.withPopulation(region.population()).equals(region)) {
                        problems.add("region '" + region.code() + "': is given in two ways: " + first + " in "
                                + since.get(key) + " and " + region + " in " + period);
                    }
                    regions.put(key, first.withPopulation(OptionalDouble.empty()));
                }
            }
        });
        if (!problems.isEmpty()) {
            throw new DataException("panel", problems);
        }
        return regions;
    }

    private static Dataset align(Dataset dataset, Map<String, Region> regions, List<String> metrics) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (Region region : dataset.regions()) {
            rows.put(DatasetBuilder.key(region), rows.size());
        }
        if (dataset.metrics().equals(metrics) && List.copyOf(rows.keySet()).equals(List.copyOf(regions.keySet()))) {
            return dataset;
        }
        DatasetBuilder builder = Dataset.builder().metrics(metrics);
        int to = 0;
        for (Map.Entry<String, Region> one : regions.entrySet()) {
            int row = rows.getOrDefault(one.getKey(), -1);
            Region region = row < 0 ? one.getValue() : dataset.regions().get(row);
            builder.region(region);
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
