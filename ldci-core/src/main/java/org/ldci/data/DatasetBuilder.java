package org.ldci.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ldci.model.Codes;
import org.ldci.model.Geography;
import org.ldci.model.Region;

/**
 * Collects the cells of a {@link Dataset}, in any order; what is wrong is reported when it is built, all at once. Cells
 * never set are {@link CellStatus#MISSING_UNSPECIFIED}. Not thread-safe.
 */
public final class DatasetBuilder {
    private static final byte MISSING = CellStatus.MISSING_UNSPECIFIED.code();

    private final Map<String, Integer> rows = new HashMap<>();
    private final List<Region> regions = new ArrayList<>();
    private final LinkedHashMap<String, Integer> metrics = new LinkedHashMap<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /** A column that grows with the regions. */
    private static final class Column {
        private double[] values = new double[0];
        private byte[] statuses = new byte[0];
        private double @Nullable [] standardErrors;
        private final Map<Integer, String> notes = new TreeMap<>();

        void reach(int row) {
            if (row >= values.length) {
                int old = values.length;
                int size = Math.max(16, Math.max(row + 1, old + old / 2));
                values = Arrays.copyOf(values, size);
                statuses = Arrays.copyOf(statuses, size);
                Arrays.fill(values, old, size, Double.NaN);
                Arrays.fill(statuses, old, size, MISSING);
                if (standardErrors != null) {
                    standardErrors = Arrays.copyOf(standardErrors, size);
                    Arrays.fill(standardErrors, old, size, Double.NaN);
                }
            }
        }
    }

    DatasetBuilder() {}

    /**
     * Adds a region without values. A region that is there already stays as it is.
     *
     * @param region the region
     * @return this builder
     */
    public DatasetBuilder region(Region region) {
        rowOf(region);
        return this;
    }

    /**
     * Adds metrics without values. A metric that is there already stays where it is.
     *
     * @param codes the codes of the metrics
     * @return this builder
     */
    public DatasetBuilder metrics(String... codes) {
        return metrics(List.of(codes));
    }

    /**
     * Adds metrics without values. A metric that is there already stays where it is.
     *
     * @param codes the codes of the metrics
     * @return this builder
     */
    public DatasetBuilder metrics(List<String> codes) {
        codes.forEach(this::columnOf);
        return this;
    }

    /**
     * Adds a whole region, its values in the order of the metrics so far.
     *
     * @param region the region
     * @param values one value a metric; NaN for missing
     * @return this builder
     */
    public DatasetBuilder row(Region region, double... values) {
        if (values.length != columns.size()) {
            problems.add("region '" + region.code() + "': has " + values.length + " values for " + columns.size()
                    + " metrics");
            return this;
        }
        int before = regions.size();
        int row = rows.getOrDefault(key(region), before);
        if (row < before) {
            problems.add("region '" + region.code() + "': has two rows");
            return this;
        }
        rowOf(region);
        for (int i = 0; i < values.length; i++) {
            set(
                    row,
                    columns.get(i),
                    values[i],
                    Double.isNaN(values[i]) ? CellStatus.MISSING_UNSPECIFIED : CellStatus.OBSERVED);
        }
        return this;
    }

    /**
     * Adds a whole region by its code.
     *
     * @param region the code of the region, which also becomes its name
     * @param values one value a metric; NaN for missing
     * @return this builder
     * @throws IllegalArgumentException if the code breaks the rule of {@link Codes}
     */
    public DatasetBuilder row(String region, double... values) {
        return row(Region.of(region), values);
    }

    /**
     * Sets an observed value.
     *
     * @param region the region, added if it is new
     * @param metric the code of the metric, added if it is new
     * @param value a finite value; NaN for missing
     * @return this builder
     */
    public DatasetBuilder value(Region region, String metric, double value) {
        return value(region, metric, value, Double.isNaN(value) ? CellStatus.MISSING_UNSPECIFIED : CellStatus.OBSERVED);
    }

    /**
     * Sets a value and its status.
     *
     * @param region the region, added if it is new
     * @param metric the code of the metric, added if it is new
     * @param value a finite value; NaN if and only if the status is one of missing
     * @param status the status
     * @return this builder
     */
    public DatasetBuilder value(Region region, String metric, double value, CellStatus status) {
        if (Double.isNaN(value) == status.hasValue()) {
            problems.add("metric '" + metric + "', region '" + region.code() + "': status " + status
                    + (status.hasValue() ? " needs a value" : " goes with a missing value but the value is " + value));
        }
        set(rowOf(region), columnOf(metric), value, status);
        return this;
    }

    /**
     * Says that a cell has no value, and why.
     *
     * @param region the region, added if it is new
     * @param metric the code of the metric, added if it is new
     * @param status one of the statuses of missing
     * @return this builder
     */
    public DatasetBuilder missing(Region region, String metric, CellStatus status) {
        return value(region, metric, Double.NaN, status);
    }

    /**
     * Sets the standard error of a cell.
     *
     * @param region the region, added if it is new
     * @param metric the code of the metric, added if it is new
     * @param standardError a finite number of at least 0, in the metric's unit
     * @return this builder
     */
    public DatasetBuilder standardError(Region region, String metric, double standardError) {
        if (!(standardError >= 0 && Double.isFinite(standardError))) {
            problems.add("metric '" + metric + "', region '" + region.code()
                    + "': standard error must be finite and at least 0 but is " + standardError);
        }
        setStandardError(rowOf(region), columnOf(metric), standardError);
        return this;
    }

    /**
     * Notes what else the source says of a cell.
     *
     * @param region the region, added if it is new
     * @param metric the code of the metric, added if it is new
     * @param note the note; an empty one is none
     * @return this builder
     */
    public DatasetBuilder note(Region region, String metric, String note) {
        if (!note.isEmpty()) {
            columnOf(metric).notes.put(rowOf(region), note);
        }
        return this;
    }

    /**
     * Makes the dataset.
     *
     * @return the dataset
     * @throws DataException if a code breaks the rule of {@link Codes}, a region stands twice, a value is infinite, or a
     *     status does not fit its value; lists every problem
     */
    public Dataset build() {
        List<String> found = new ArrayList<>(problems);
        for (String metric : metrics.keySet()) {
            Codes.problem(metric).ifPresent(rule -> found.add("metric '" + metric + "': code " + rule));
        }
        int n = regions.size();
        int m = columns.size();
        if ((long) n * m > Integer.MAX_VALUE - 8) {
            throw new DataException(
                    "dataset: " + n + " regions x " + m + " metrics are more cells than one array holds");
        }
        double[] values = new double[n * m];
        byte[] statuses = new byte[n * m];
        boolean errors = columns.stream().anyMatch(column -> column.standardErrors != null);
        double[] standardErrors = errors ? new double[n * m] : null;
        Map<Integer, String> notes = Dataset.noNotes();
        List<String> codes = List.copyOf(metrics.keySet());
        for (int j = 0; j < m; j++) {
            Column column = columns.get(j);
            column.reach(n - 1);
            System.arraycopy(column.values, 0, values, j * n, n);
            System.arraycopy(column.statuses, 0, statuses, j * n, n);
            if (standardErrors != null) {
                if (column.standardErrors == null) {
                    Arrays.fill(standardErrors, j * n, (j + 1) * n, Double.NaN);
                } else {
                    System.arraycopy(column.standardErrors, 0, standardErrors, j * n, n);
                }
            }
            for (Map.Entry<Integer, String> note : column.notes.entrySet()) {
                notes.put(j * n + note.getKey(), note.getValue());
            }
            for (int i = 0; i < n; i++) {
                if (Double.isInfinite(values[j * n + i])) {
                    found.add("metric '" + codes.get(j) + "', region '"
                            + regions.get(i).code() + "': values must be finite but this one is " + values[j * n + i]);
                }
            }
        }
        Geography geography = geography(found);
        if (!found.isEmpty()) {
            throw new DataException("dataset", found);
        }
        return new Dataset(geography, codes, values, statuses, standardErrors, notes);
    }

    private Geography geography(List<String> found) {
        try {
            return Geography.of(regions);
        } catch (IllegalArgumentException e) {
            found.add(String.valueOf(e.getMessage()));
            return Geography.empty();
        }
    }

    static Dataset ofMatrix(List<? extends Region> regions, List<String> metrics, double[] values) {
        int n = regions.size();
        DatasetBuilder builder = new DatasetBuilder();
        List<String> found = builder.problems;
        if ((long) n * metrics.size() != values.length) {
            throw new DataException("dataset: " + values.length + " values do not fit " + n + " regions x "
                    + metrics.size() + " metrics");
        }
        for (Region region : regions) {
            if (builder.rows.containsKey(key(region))) {
                found.add("region '" + region.code() + "': has two rows");
            }
            builder.rowOf(region);
        }
        for (int j = 0; j < metrics.size(); j++) {
            if (builder.metrics.containsKey(metrics.get(j))) {
                found.add("metric '" + metrics.get(j) + "': has two columns");
            }
            Column column = builder.columnOf(metrics.get(j));
            for (int i = 0; i < n; i++) {
                double value = values[j * n + i];
                set(i, column, value, Double.isNaN(value) ? CellStatus.MISSING_UNSPECIFIED : CellStatus.OBSERVED);
            }
        }
        return builder.build();
    }

    void copyCell(int row, int metric, Dataset from, int fromRow, int fromMetric) {
        Column column = columns.get(metric);
        set(row, column, from.value(fromRow, fromMetric), from.status(fromRow, fromMetric));
        OptionalDouble standardError = from.standardError(fromRow, fromMetric);
        if (standardError.isPresent()) {
            setStandardError(row, column, standardError.getAsDouble());
        }
        String note = from.note(fromRow, fromMetric);
        if (!note.isEmpty()) {
            column.notes.put(row, note);
        }
    }

    private static void set(int row, Column column, double value, CellStatus status) {
        column.reach(row);
        // one zero and one NaN, so that equal data have equal bits
        column.values[row] = Double.isNaN(value) ? Double.NaN : value + 0.0;
        column.statuses[row] = status.code();
    }

    private static void setStandardError(int row, Column column, double standardError) {
        column.reach(row);
        if (column.standardErrors == null) {
            column.standardErrors = new double[column.values.length];
            Arrays.fill(column.standardErrors, Double.NaN);
        }
        column.standardErrors[row] = standardError;
    }

    /** Tells regions apart: level and code. */
    static String key(Region region) {
        // codes have no line ends
        return region.level().isEmpty() ? region.code() : region.level() + '\n' + region.code();
    }

    private int rowOf(Region region) {
        int row = rows.computeIfAbsent(key(region), key -> {
            regions.add(region);
            return regions.size() - 1;
        });
        if (!regions.get(row).equals(region)) {
            problems.add(
                    "region '" + region.code() + "': is given in two ways: " + regions.get(row) + " and " + region);
        }
        return row;
    }

    private Column columnOf(String metric) {
        int position = metrics.computeIfAbsent(metric, code -> {
            columns.add(new Column());
            return columns.size() - 1;
        });
        return columns.get(position);
    }
}
