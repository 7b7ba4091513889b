package org.ldci.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ldci.data.CellStatus;
import org.ldci.data.Dataset;
import org.ldci.data.DatasetBuilder;
import org.ldci.internal.text.Suggestion;
import org.ldci.io.csv.ProblemLog;
import org.ldci.model.Region;

/** The cells of one period, or of the one dataset, as they are read from JSON. */
final class DataJsonCells {
    /** Where they stand in the document, as a JSON pointer. */
    final String path;

    final Set<String> seen = new HashSet<>();
    final List<double[]> rows = new ArrayList<>();
    /** One a region, NaN where unknown; null if the period has those of the regions. */
    double @Nullable [] populations;

    final List<Entry> statuses = new ArrayList<>();
    final List<Entry> standardErrors = new ArrayList<>();
    final List<Entry> notes = new ArrayList<>();

    @Nullable
    String label;

    @Nullable
    String start;

    @Nullable
    String end;

    /** What one cell has beside its value. */
    record Entry(String path, int row, int column, JsonNode value) {}

    DataJsonCells(String path) {
        this.path = path;
    }

    /** The dataset of the metrics wanted, all if none is named. Throws if the cells do not fit regions and metrics. */
    Dataset assemble(List<@Nullable Region> regions, List<String> metrics, List<String> wanted, ProblemLog log) {
        int n = regions.size();
        int m = metrics.size();
        if (rows.size() != n) {
            log.add(path + "/values", "has " + rows.size() + " rows for " + n + " regions");
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).length != m) {
                log.add(path + "/values/" + i, "has " + rows.get(i).length + " values for " + m + " metrics");
            }
        }
        double[] populations = this.populations;
        if (populations != null && populations.length != n) {
            log.add(path + "/populations", "has " + populations.length + " values for " + n + " regions");
        }
        for (List<Entry> entries : List.of(statuses, standardErrors, notes)) {
            checkPlaces(entries, n, m, log);
        }
        List<Integer> kept = kept(metrics, wanted, log);
        Datasets.refuse(log);
        DatasetBuilder builder = Dataset.builder();
        kept.forEach(j -> builder.metrics(metrics.get(j)));
        double[] values = new double[kept.size()];
        List<Region> rowRegions = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            // a region that is null was logged, and ended the reading
            Region region = Objects.requireNonNull(regions.get(i));
            if (populations != null) {
                region = region.withPopulation(
                        Double.isNaN(populations[i]) ? OptionalDouble.empty() : OptionalDouble.of(populations[i]));
            }
            rowRegions.add(region);
            for (int j = 0; j < kept.size(); j++) {
                values[j] = rows.get(i)[kept.get(j)];
            }
            builder.row(region, values);
        }
        addEntries(builder, rowRegions, metrics, kept, log);
        return Datasets.build(builder, log);
    }

    private static List<Integer> kept(List<String> metrics, List<String> wanted, ProblemLog log) {
        List<Integer> kept = new ArrayList<>();
        for (int j = 0; j < metrics.size(); j++) {
            if (wanted.isEmpty() || wanted.contains(metrics.get(j))) {
                kept.add(j);
            }
        }
        for (String metric : wanted) {
            if (!metrics.contains(metric)) {
                log.add("/metrics", "has no metric '" + metric + "'" + Suggestion.nearest(metric, metrics));
            }
        }
        return kept;
    }

    private static void checkPlaces(List<Entry> entries, int n, int m, ProblemLog log) {
        Set<Long> places = new HashSet<>();
        for (Entry entry : entries) {
            boolean inside = entry.row >= 0 && entry.row < n && entry.column >= 0 && entry.column < m;
            if (!inside) {
                log.add(
                        entry.path,
                        "names row " + entry.row + " and column " + entry.column + ", counted from 0, of " + n
                                + " rows and " + m + " columns");
            } else if (!places.add((long) entry.row * m + entry.column)) {
                log.add(entry.path, "names row " + entry.row + " and column " + entry.column + " again");
            }
        }
    }

    private void addEntries(
            DatasetBuilder builder, List<Region> rowRegions, List<String> metrics, List<Integer> kept, ProblemLog log) {
        for (Entry entry : statuses) {
            CellStatus status = status(entry, log);
            double value = rows.get(entry.row)[entry.column];
            if (status != null && status.hasValue() == Double.isNaN(value)) {
                log.add(
                        entry.path,
                        "status " + status
                                + (status.hasValue() ? " needs a value" : " goes with null but the value is " + value));
            } else if (status != null && kept.contains(entry.column)) {
                builder.value(rowRegions.get(entry.row), metrics.get(entry.column), value, status);
            }
        }
        for (Entry entry : standardErrors) {
            double error = entry.value.doubleValue();
            if (!entry.value.isNumber() || !(error >= 0 && Double.isFinite(error))) {
                log.add(
                        entry.path,
                        "a standard error must be finite and at least 0 but is "
                                + ProblemLog.shorten(entry.value.toString()));
            } else if (kept.contains(entry.column)) {
                builder.standardError(rowRegions.get(entry.row), metrics.get(entry.column), error);
            }
        }
        for (Entry entry : notes) {
            if (!entry.value.isTextual()) {
                log.add(entry.path, "a note must be a text but is " + ProblemLog.shorten(entry.value.toString()));
            } else if (kept.contains(entry.column)) {
                builder.note(rowRegions.get(entry.row), metrics.get(entry.column), entry.value.textValue());
            }
        }
    }

    private static @Nullable CellStatus status(Entry entry, ProblemLog log) {
        for (CellStatus status : CellStatus.values()) {
            if (entry.value.isTextual() && status.name().equals(entry.value.textValue())) {
                return status;
            }
        }
        List<String> known =
                Arrays.stream(CellStatus.values()).map(CellStatus::name).toList();
        log.add(
                entry.path,
                "unknown status " + ProblemLog.shorten(entry.value.toString())
                        + Suggestion.nearest(entry.value.asText(), known));
        return null;
    }
}
