package org.ldci.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ldci.internal.text.Console;
import org.ldci.internal.text.Digest;
import org.ldci.internal.text.TextTable;
import org.ldci.model.Geography;
import org.ldci.model.Region;

/**
 * Regions by metrics: a value and a status per cell, with an optional standard error and an optional note.
 *
 * <p>Values lie column by column in one array, 9 bytes a cell (17 with standard errors). Views of a column or a row copy
 * nothing. Immutable and thread-safe; equal if regions, metrics, values, statuses, standard errors and notes are.
 *
 * <p>Missing is NaN to those who read values, and the status says why; values are never infinite.
 */
public final class Dataset {
    private final Geography geography;
    private final List<String> metrics;
    private final Map<String, Integer> metricPositions;
    private final double[] values;
    private final byte[] statuses;
    private final double @Nullable [] standardErrors;
    private final Map<Integer, String> notes;
    private volatile @Nullable String sha256;

    /** Takes the arrays over: only for callers in this package that made them. */
    Dataset(
            Geography geography,
            List<String> metrics,
            double[] values,
            byte[] statuses,
            double @Nullable [] standardErrors,
            Map<Integer, String> notes) {
        this.geography = geography;
        this.metrics = List.copyOf(metrics);
        this.metricPositions = new HashMap<>(2 * metrics.size());
        for (int i = 0; i < metrics.size(); i++) {
            metricPositions.put(metrics.get(i), i);
        }
        this.values = values;
        this.statuses = statuses;
        this.standardErrors = standardErrors;
        this.notes = Collections.unmodifiableMap(notes);
    }

    /**
     * Starts a dataset.
     *
     * @return an empty builder
     */
    public static DatasetBuilder builder() {
        return new DatasetBuilder();
    }

    /**
     * A dataset from a matrix.
     *
     * @param regions the regions, one a row
     * @param metrics the codes of the metrics, one a column
     * @param values the values column by column: region i of metric j at {@code j * regions.size() + i}; NaN for missing.
     *     The array is copied
     * @return the dataset; missing cells are {@link CellStatus#MISSING_UNSPECIFIED}
     * @throws DataException if the sizes do not fit, a code is used twice or is no code, or a value is infinite; lists
     *     every problem
     */
    public static Dataset of(List<? extends Region> regions, List<String> metrics, double[] values) {
        return DatasetBuilder.ofMatrix(regions, metrics, values);
    }

    /**
     * The regions, one a row.
     *
     * @return an unmodifiable list, in the order of the input
     */
    public List<Region> regions() {
        return geography.regions();
    }

    /**
     * The regions with look-ups by code and containment.
     *
     * @return the geography
     */
    public Geography geography() {
        return geography;
    }

    /**
     * The codes of the metrics, one a column.
     *
     * @return an unmodifiable list, in the order of the input
     */
    public List<String> metrics() {
        return metrics;
    }

    /**
     * Where a metric stands.
     *
     * @param metric the code
     * @return its column, or empty if there is none
     */
    public OptionalInt findMetric(String metric) {
        Integer position = metricPositions.get(metric);
        return position == null ? OptionalInt.empty() : OptionalInt.of(position);
    }

    int metricPosition(String metric) {
        return findMetric(metric)
                .orElseThrow(() -> new IllegalArgumentException("unknown metric '" + metric + "'; the metrics are "
                        + TextTable.shorten(String.join(", ", metrics), 300)));
    }

    private int rowOf(String region) {
        return geography.position(region);
    }

    /**
     * One value by codes.
     *
     * @param region the code or an alias of the region
     * @param metric the code of the metric
     * @return the value; NaN if it is missing
     * @throws IllegalArgumentException if there is no such region or metric
     */
    public double value(String region, String metric) {
        return value(rowOf(region), metricPosition(metric));
    }

    /**
     * One value by positions.
     *
     * @param region the row
     * @param metric the column
     * @return the value; NaN if it is missing
     * @throws IndexOutOfBoundsException if there is no such cell
     */
    public double value(int region, int metric) {
        return values[cell(region, metric)];
    }

    /**
     * The status of one cell by codes.
     *
     * @param region the code or an alias of the region
     * @param metric the code of the metric
     * @return the status
     * @throws IllegalArgumentException if there is no such region or metric
     */
    public CellStatus status(String region, String metric) {
        return status(rowOf(region), metricPosition(metric));
    }

    /**
     * The status of one cell by positions.
     *
     * @param region the row
     * @param metric the column
     * @return the status
     * @throws IndexOutOfBoundsException if there is no such cell
     */
    public CellStatus status(int region, int metric) {
        return CellStatus.of(statuses[cell(region, metric)]);
    }

    /**
     * The statuses that occur in one column.
     *
     * @param metric the column
     * @return the statuses, in the order they are declared
     * @throws IndexOutOfBoundsException if there is no such metric
     */
    public Set<CellStatus> statuses(int metric) {
        int from = Objects.checkIndex(metric, metrics.size()) * regions().size();
        boolean[] seen = new boolean[Byte.MAX_VALUE];
        for (int i = from; i < from + regions().size(); i++) {
            seen[statuses[i]] = true;
        }
        Set<CellStatus> found = EnumSet.noneOf(CellStatus.class);
        for (CellStatus status : CellStatus.values()) {
            if (seen[status.code()]) {
                found.add(status);
            }
        }
        return found;
    }

    /**
     * The standard error of one cell.
     *
     * @param region the row
     * @param metric the column
     * @return the standard error in the metric's unit, at least 0; empty if unknown
     * @throws IndexOutOfBoundsException if there is no such cell
     */
    public OptionalDouble standardError(int region, int metric) {
        int cell = cell(region, metric);
        return standardErrors == null || Double.isNaN(standardErrors[cell])
                ? OptionalDouble.empty()
                : OptionalDouble.of(standardErrors[cell]);
    }

    /**
     * What else the source says of one cell: further markers, a footnote.
     *
     * @param region the row
     * @param metric the column
     * @return the note; empty if there is none
     * @throws IndexOutOfBoundsException if there is no such cell
     */
    public String note(int region, int metric) {
        return notes.getOrDefault(cell(region, metric), "");
    }

    /**
     * Whether any cell has a standard error.
     *
     * @return true if there is one
     */
    public boolean hasStandardErrors() {
        return standardErrors != null;
    }

    /**
     * One metric over all regions: a view, nothing is copied.
     *
     * @param metric the code
     * @return the column
     * @throws IllegalArgumentException if there is no such metric
     */
    public MetricColumn column(String metric) {
        return column(metricPosition(metric));
    }

    /**
     * One metric over all regions: a view, nothing is copied.
     *
     * @param metric the column
     * @return the column
     * @throws IndexOutOfBoundsException if there is no such metric
     */
    public MetricColumn column(int metric) {
        return MetricColumn.view(
                metrics.get(metric), regions(), values, metric * regions().size());
    }

    /**
     * One region over all metrics: a view, nothing is copied.
     *
     * @param region the code or an alias of the region
     * @return the row
     * @throws IllegalArgumentException if there is no such region
     */
    public RegionRow row(String region) {
        return new RegionRow(this, rowOf(region));
    }

    /**
     * The number of cells without a value.
     *
     * @return a count from 0 to regions times metrics
     */
    public int missing() {
        int missing = 0;
        for (double value : values) {
            missing += Double.isNaN(value) ? 1 : 0;
        }
        return missing;
    }

    /**
     * The dataset of some of the regions.
     *
     * @param keep says which regions to keep
     * @return a new dataset with the same metrics; the order is kept
     */
    public Dataset onlyRegions(Predicate<? super Region> keep) {
        List<Region> kept = regions().stream().filter(keep).toList();
        DatasetBuilder builder = builder().metrics(metrics);
        for (Region region : kept) {
            builder.region(region);
        }
        for (int row = 0, to = 0; row < regions().size(); row++) {
            if (to < kept.size() && regions().get(row).equals(kept.get(to))) {
                for (int metric = 0; metric < metrics.size(); metric++) {
                    builder.copyCell(to, metric, this, row, metric);
                }
                to++;
            }
        }
        return builder.build();
    }

    /**
     * This dataset with other values in the same cells, such as measured ones with an error added.
     *
     * @param changed the values column by column: region i of metric j at {@code j * regions().size() + i}; copied
     * @return a new dataset with the same regions, metrics, statuses, standard errors and notes
     * @throws DataException if there is not one value a cell, a cell that has no value gets one or the reverse, or a value is
     *     infinite
     */
    public Dataset withValues(double[] changed) {
        if (changed.length != values.length) {
            throw new DataException(changed.length + " values for " + values.length + " cells");
        }
        for (int i = 0; i < changed.length; i++) {
            if (Double.isNaN(changed[i]) != Double.isNaN(values[i]) || Double.isInfinite(changed[i])) {
                throw new DataException(
                        "region '" + regions().get(i % regions().size()).code() + "', metric '"
                                + metrics.get(i / regions().size()) + "': expected "
                                + (Double.isNaN(values[i]) ? "no value, as the cell is missing," : "a finite value")
                                + " but got "
                                + changed[i]);
            }
        }
        return new Dataset(geography, metrics, changed.clone(), statuses, standardErrors, notes);
    }

    /**
     * The dataset of the regions of one level.
     *
     * @param level the level
     * @return a new dataset with the same metrics; empty of regions if none is of the level
     */
    public Dataset atLevel(String level) {
        return onlyRegions(region -> region.level().equals(level));
    }

    /**
     * The digest of everything the dataset holds, in its order. Computed when first asked for.
     *
     * @return SHA-256 as 64 hexadecimal digits
     */
    public String sha256() {
        String known = sha256;
        if (known == null) {
            Digest digest = new Digest();
            regions().forEach(region -> digest.add(region.toString()));
            metrics.forEach(digest::add);
            digest.add(values).add(statuses);
            if (standardErrors != null) {
                digest.add(standardErrors);
            }
            notes.forEach((cell, note) -> digest.add(cell.toString()).add(note));
            known = digest.hex();
            sha256 = known;
        }
        return known;
    }

    private int cell(int region, int metric) {
        Objects.checkIndex(metric, metrics.size());
        return metric * regions().size() + Objects.checkIndex(region, regions().size());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Dataset that
                && geography.equals(that.geography)
                && metrics.equals(that.metrics)
                && Arrays.equals(values, that.values)
                && Arrays.equals(statuses, that.statuses)
                && Arrays.equals(standardErrors, that.standardErrors)
                && notes.equals(that.notes);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * geography.hashCode() + metrics.hashCode()) + Arrays.hashCode(values);
    }

    /** A title and the first rows and columns, made for JShell: under 1,000 characters, ASCII rules. */
    @Override
    public String toString() {
        return table().brief(title(), "print() for all");
    }

    /** Prints every row and column to the standard output. */
    public void print() {
        Console.print(title() + "\n" + table().all());
    }

    private String title() {
        return "Dataset: " + regions().size() + " regions x " + metrics.size() + " metrics, " + missing()
                + " cells missing";
    }

    private TextTable table() {
        List<String> head = new ArrayList<>(List.of("code", "region"));
        head.addAll(metrics);
        return new TextTable(2, head, regions().size(), row -> {
            List<String> cells = new ArrayList<>();
            cells.add(regions().get(row).code());
            cells.add(TextTable.shorten(regions().get(row).name()));
            for (int metric = 0; metric < metrics.size(); metric++) {
                double value = value(row, metric);
                cells.add(Double.isNaN(value) ? "-" : Float.toString((float) value));
            }
            return cells;
        });
    }

    /** Notes keyed by cell, in the order of the cells. */
    static Map<Integer, String> noNotes() {
        return new TreeMap<>();
    }
}
