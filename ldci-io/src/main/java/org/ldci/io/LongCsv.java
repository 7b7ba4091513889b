package org.ldci.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ldci.data.CellStatus;
import org.ldci.data.Dataset;
import org.ldci.data.DatasetBuilder;
import org.ldci.data.Panel;
import org.ldci.data.Period;
import org.ldci.internal.text.Suggestion;
import org.ldci.internal.text.TextTable;
import org.ldci.io.csv.CellReader;
import org.ldci.io.csv.CsvRow;
import org.ldci.io.csv.CsvRows;
import org.ldci.io.csv.Notation;
import org.ldci.io.csv.ProblemLog;
import org.ldci.io.csv.SpreadsheetText;
import org.ldci.model.Codes;
import org.ldci.model.Region;

/** Reads a long CSV file: one row a cell. */
final class LongCsv {
    /** Axes so long that few cells are in the file are a mistake, and would cost memory that no file of this size needs. */
    private static final long DENSE_ENOUGH = 10_000_000;

    private static final int MOST_METRICS = 10_000;

    private final CsvRows rows;
    private final CsvHeader header;
    private final DataOptions options;
    private final ProblemLog log;
    private final RegionColumns regionColumns;
    private final int metricColumn;
    private final int valueColumn;
    private final int periodColumn;
    private final int statusColumn;
    private final int errorColumn;
    private final int noteColumn;
    private final CellReader cell;

    private final List<Region> regions = new ArrayList<>();
    private final Map<String, Integer> regionPositions = new HashMap<>();
    private final List<Long> regionLines = new ArrayList<>();
    /** In a panel, by period: the regions as its rows describe them, for their population may change. */
    private final Map<Integer, Map<Integer, Region>> regionsOf = new HashMap<>();
    /** Regions whose population is not the same in all periods. */
    private final Set<Integer> changing = new HashSet<>();

    private boolean panel;
    private final Map<String, Integer> metrics = new LinkedHashMap<>();
    private final List<Notation> notations = new ArrayList<>();
    private final Map<String, Integer> periods = new LinkedHashMap<>();
    private final List<Period> parsedPeriods = new ArrayList<>();
    private final Set<String> otherPeriods = new TreeSet<>();
    private final Cells cells = new Cells();

    LongCsv(CsvRows rows, CsvHeader header, DataOptions options, ProblemLog log) {
        this.rows = rows;
        this.header = header;
        this.options = options;
        this.log = log;
        regionColumns = new RegionColumns(header, options, log);
        metricColumn = header.require(options.metricColumn(), "metricColumn");
        valueColumn = header.require(options.valueColumn(), "valueColumn");
        List<String> optional = List.of(
                options.periodColumn(), options.statusColumn(), options.standardErrorColumn(), options.noteColumn());
        periodColumn = header.take(optional.get(0));
        statusColumn = header.take(optional.get(1));
        errorColumn = header.take(optional.get(2));
        noteColumn = header.take(optional.get(3));
        cell = new CellReader(options.decimal(), options.missingMarkers());
        List<String> absent =
                optional.stream().filter(name -> !header.has(name)).toList();
        for (int column : header.rest()) {
            String hint = Suggestion.nearest(header.name(column), absent);
            if (!hint.isEmpty()) {
                log.add(
                        ProblemLog.row(header.line()),
                        "column '" + ProblemLog.shorten(header.name(column)) + "' is unknown" + hint
                                + " Rename it, or ignore it in DataOptions");
            }
        }
    }

    /** Whether the header is that of a long file. */
    static boolean isLong(CsvHeader header, DataOptions options) {
        return header.has(options.metricColumn()) && header.has(options.valueColumn());
    }

    /** The cells in the order of the file, in arrays that grow: 28 bytes a cell. */
    private static final class Cells {
        private int size;
        private int[] regions = new int[256];
        private int[] metrics = new int[256];
        private int[] periods = new int[256];
        private int[] lines = new int[256];
        private double[] values = new double[256];
        private CellStatus[] statuses = new CellStatus[256];
        private final Map<Integer, Double> standardErrors = new HashMap<>();
        private final Map<Integer, String> notes = new HashMap<>();

        void add(int region, int metric, int period, long line, double value, CellStatus status) {
            if (size == values.length) {
                int more = size + size / 2;
                regions = Arrays.copyOf(regions, more);
                metrics = Arrays.copyOf(metrics, more);
                periods = Arrays.copyOf(periods, more);
                lines = Arrays.copyOf(lines, more);
                values = Arrays.copyOf(values, more);
                statuses = Arrays.copyOf(statuses, more);
            }
            regions[size] = region;
            metrics[size] = metric;
            periods[size] = period;
            lines[size] = (int) Math.min(line, Integer.MAX_VALUE);
            values[size] = value;
            statuses[size] = status;
            size++;
        }
    }

    Dataset readDataset() {
        readRows();
        List<String> labels = List.copyOf(periods.keySet());
        if (labels.size() > 1) {
            log.add(
                    "",
                    "has " + labels.size() + " periods (" + TextTable.shorten(String.join(", ", labels), 100)
                            + "); read it as a panel, or say the period in DataOptions");
        }
        return finish(0, CellStatus.MISSING_UNSPECIFIED);
    }

    Panel readPanel() {
        panel = true;
        if (periodColumn == CsvHeader.NONE) {
            log.add(
                    ProblemLog.row(header.line()),
                    "has no column '" + options.periodColumn() + "', which a panel needs");
        }
        readRows();
        Datasets.refuse(log);
        Map<Period, Dataset> datasets = new LinkedHashMap<>();
        Map<String, String> times = new TreeMap<>();
        for (int i = 0; i < parsedPeriods.size(); i++) {
            Period period = parsedPeriods.get(i);
            String twin = times.putIfAbsent(period.start() + "/" + period.end(), period.label());
            if (twin != null) {
                log.add("", "periods '" + twin + "' and '" + period.label() + "' are the same time; write them alike");
            }
        }
        Datasets.refuse(log);
        for (int i = 0; i < parsedPeriods.size(); i++) {
            // as Panel has it for what a period lacks
            datasets.put(parsedPeriods.get(i), finish(i, CellStatus.NOT_AVAILABLE));
        }
        return Panel.of(datasets);
    }

    private void readRows() {
        if (!regionColumns.isThere() || metricColumn == CsvHeader.NONE || valueColumn == CsvHeader.NONE) {
            Datasets.refuse(log);
        }
        CsvRow row;
        boolean any = false;
        while ((row = rows.next()) != null) {
            any = true;
            readRow(row);
        }
        if (!any && log.isEmpty()) {
            log.add("", "has a header and no rows");
        } else if (cells.size == 0 && log.isEmpty()) {
            log.add(
                    "",
                    otherPeriods.isEmpty()
                            ? "has no row of the metrics " + options.metrics()
                            : "has no row of the period '" + options.period().orElse("") + "'; the periods are "
                                    + TextTable.shorten(String.join(", ", otherPeriods), 100));
        }
        for (String metric : options.metrics()) {
            if (any && cells.size > 0 && !metrics.containsKey(metric)) {
                log.add("", "has no row of the metric '" + metric + "'");
            }
        }
        metrics.forEach((metric, i) -> notations
                .get(i)
                .report(options.decimal(), line -> ProblemLog.cell(line, header.name(valueColumn)), log));
        regionColumns.report(options.decimal());
        long dense = (long) regions.size() * metrics.size() * Math.max(1, periods.size());
        if (dense > DENSE_ENOUGH && dense / 100 > cells.size) {
            throw log.stop(
                    "",
                    regions.size() + " regions x " + metrics.size() + " metrics x " + Math.max(1, periods.size())
                            + " periods are " + dense + " cells, of which the file has " + cells.size
                            + "; keep some of the metrics or one period by DataOptions");
        }
    }

    private void readRow(CsvRow row) {
        String metric = row.stripped(metricColumn);
        if (!options.metrics().isEmpty() && !options.metrics().contains(metric)) {
            return;
        }
        int period = periodColumn == CsvHeader.NONE ? 0 : period(row);
        if (period == SKIPPED) {
            return;
        }
        int region = region(row, period);
        int position = metric(row, metric);
        cell.readWithStatus(row, valueColumn, statusColumn == CsvHeader.NONE ? "" : row.string(statusColumn));
        String problem = cell.problem();
        if (problem != null) {
            int column = cell.isStatusWrong() ? statusColumn : valueColumn;
            log.add(ProblemLog.cell(row.line(), header.name(column)), problem);
        }
        if (position >= 0) {
            notations.get(position).see(cell, row, valueColumn);
        }
        double value = cell.value();
        CellStatus status = cell.status();
        String note = note(row, cell.note());
        double standardError = errorColumn == CsvHeader.NONE ? Double.NaN : standardError(row);
        if (log.isEmpty()) {
            if (!note.isEmpty()) {
                cells.notes.put(cells.size, note);
            }
            if (!Double.isNaN(standardError)) {
                cells.standardErrors.put(cells.size, standardError);
            }
            cells.add(region, position, period, row.line(), value, status);
        }
    }

    private static final int SKIPPED = -2;

    private int period(CsvRow row) {
        String label = row.stripped(periodColumn);
        if (options.period().isPresent() && !options.period().get().equals(label)) {
            if (otherPeriods.size() < 20) {
                otherPeriods.add(label);
            }
            return SKIPPED;
        }
        Integer known = periods.get(label);
        if (known == null) {
            known = periods.size();
            periods.put(label, known);
            parsedPeriods.add(parse(row, label));
        }
        return known;
    }

    private Period parse(CsvRow row, String label) {
        try {
            if (label.isEmpty()) {
                throw new IllegalArgumentException("has no period; give every row one, or delete the column");
            }
            return Period.parse(label);
        } catch (IllegalArgumentException e) {
            log.add(
                    ProblemLog.cell(row.line(), header.name(periodColumn)),
                    ProblemLog.shortenRule(String.valueOf(e.getMessage())));
            return Period.year(1);
        }
    }

    private int region(CsvRow row, int period) {
        String key = regionColumns.key(row);
        if (key == null) {
            return -1;
        }
        Integer known = regionPositions.get(key);
        if (known != null && !regionColumns.describes()) {
            return known;
        }
        Region region = regionColumns.region(row);
        if (region == null) {
            return -1;
        }
        if (known == null) {
            known = regions.size();
            regionPositions.put(key, known);
            regions.add(region);
            regionLines.add(row.line());
        }
        checkAlike(row, known, region, period);
        return known;
    }

    /** All rows must say the same of a region; of its population, only those of one period. */
    private void checkAlike(CsvRow row, int known, Region region, int period) {
        Region first = regions.get(known);
        if (panel) {
            Region here =
                    regionsOf.computeIfAbsent(period, p -> new HashMap<>()).putIfAbsent(known, region);
            if (here == null && !first.equals(region)) {
                changing.add(known);
            }
            first = here == null ? first.withPopulation(region.population()) : here;
        }
        if (!first.equals(region)) {
            log.add(
                    ProblemLog.row(row.line()),
                    "region '" + region.code() + "' is described otherwise than in "
                            + (panel
                                            && first.withPopulation(region.population())
                                                    .equals(region)
                                    ? "another row of the period: its population is not the same"
                                    : "row " + regionLines.get(known)));
        }
    }

    /** A region in a period; where the period has no row of it, its population is unknown unless it never changes. */
    private Region region(int row, int period) {
        Region described = regionsOf.getOrDefault(period, Map.of()).get(row);
        if (described != null) {
            return described;
        }
        return changing.contains(row) ? regions.get(row).withPopulation(OptionalDouble.empty()) : regions.get(row);
    }

    private int metric(CsvRow row, String metric) {
        Integer known = metrics.get(metric);
        if (known != null) {
            return known;
        }
        Optional<String> rule = Codes.problem(metric);
        if (rule.isPresent()) {
            log.add(
                    ProblemLog.cell(row.line(), header.name(metricColumn)),
                    "the code of a metric " + ProblemLog.shortenRule(rule.get()));
            return -1;
        }
        if (metrics.size() == MOST_METRICS) {
            throw log.stop(ProblemLog.row(row.line()), "is beyond the limit of " + MOST_METRICS + " metrics");
        }
        metrics.put(metric, metrics.size());
        notations.add(new Notation());
        return metrics.size() - 1;
    }

    private String note(CsvRow row, String fromMarkers) {
        String own = noteColumn == CsvHeader.NONE ? "" : SpreadsheetText.restore(row.string(noteColumn));
        return fromMarkers.isEmpty() ? own : own.isEmpty() ? fromMarkers : fromMarkers + " " + own;
    }

    private double standardError(CsvRow row) {
        cell.read(row.text(), row.start(errorColumn), row.end(errorColumn));
        String problem = cell.problem();
        if (problem == null && cell.hasNumber() && !(cell.isPlain() && cell.value() >= 0) && !isSimple(row)) {
            problem = "'" + ProblemLog.shorten(row.stripped(errorColumn))
                    + "' is no standard error: expected a number of " + "at least 0 without signs or markers";
        }
        if (problem != null) {
            log.add(ProblemLog.cell(row.line(), header.name(errorColumn)), problem);
        }
        return cell.hasNumber() ? cell.value() : Double.NaN;
    }

    /** Longer numbers and exponents are plain enough. */
    private boolean isSimple(CsvRow row) {
        String text = row.stripped(errorColumn);
        return cell.value() >= 0
                && text.chars().allMatch(c -> "0123456789eE+-".indexOf(c) >= 0 || c == options.decimal());
    }

    private Dataset finish(int period, CellStatus absent) {
        int n = regions.size();
        int m = metrics.size();
        if (!log.isEmpty()) {
            Datasets.refuse(log);
        }
        // the position of each cell in the file, from 1, region by region
        int[] found = new int[n * m];
        for (int i = 0; i < cells.size; i++) {
            if (cells.periods[i] == period) {
                int at = cells.regions[i] * m + cells.metrics[i];
                if (found[at] != 0) {
                    duplicate(found[at] - 1, i, period);
                }
                found[at] = i + 1;
            }
        }
        DatasetBuilder builder = Dataset.builder().metrics(List.copyOf(metrics.keySet()));
        List<String> codes = List.copyOf(metrics.keySet());
        double[] values = new double[m];
        for (int row = 0; row < n; row++) {
            for (int j = 0; j < m; j++) {
                int i = found[row * m + j] - 1;
                values[j] = i < 0 ? Double.NaN : cells.values[i];
            }
            Region region = region(row, period);
            builder.row(region, values);
            for (int j = 0; j < m; j++) {
                addRest(builder, region, codes.get(j), found[row * m + j] - 1, absent);
            }
        }
        return Datasets.build(builder, log);
    }

    private void addRest(DatasetBuilder builder, Region region, String metric, int i, CellStatus absent) {
        if (i < 0) {
            if (absent != CellStatus.MISSING_UNSPECIFIED) {
                builder.missing(region, metric, absent);
            }
            return;
        }
        CellStatus status = cells.statuses[i];
        if (status != CellStatus.OBSERVED && status != CellStatus.MISSING_UNSPECIFIED) {
            builder.value(region, metric, cells.values[i], status);
        }
        @Nullable Double standardError = cells.standardErrors.get(i);
        if (standardError != null) {
            builder.standardError(region, metric, standardError);
        }
        builder.note(region, metric, cells.notes.getOrDefault(i, ""));
    }

    private void duplicate(int first, int second, int period) {
        String of = periods.isEmpty()
                ? ""
                : ", period '" + parsedPeriods.get(period).label() + "'";
        log.add(
                ProblemLog.row(cells.lines[second]),
                "region '" + regions.get(cells.regions[second]).code() + "', metric '"
                        + List.copyOf(metrics.keySet()).get(cells.metrics[second]) + "'" + of + " has two rows: "
                        + cells.lines[first] + " and " + cells.lines[second]);
    }
}
