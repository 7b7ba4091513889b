package org.ldci.io;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ldci.data.CellStatus;
import org.ldci.data.Dataset;
import org.ldci.data.Panel;
import org.ldci.data.Period;
import org.ldci.io.csv.Markers;
import org.ldci.io.csv.SpreadsheetText;
import org.ldci.model.Geography;
import org.ldci.model.Metric;
import org.ldci.model.Region;

/** Writes CSV that reads back as it was: an empty text stands in quotes, a text that is not there does not. */
final class DataCsv {
    private final CsvWriter writer;
    private final List<@Nullable String> cells = new ArrayList<>();
    private boolean names;
    private boolean levels;
    private boolean parents;
    private boolean populations;
    private boolean aliases;
    private final Set<String> groupings = new LinkedHashSet<>();

    private DataCsv(Writer target, List<Region> regions) {
        writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(target);
        for (Region region : regions) {
            names |= !region.name().equals(region.code());
            levels |= !region.level().isEmpty();
            parents |= region.parent().isPresent();
            populations |= region.population().isPresent();
            aliases |= !region.aliases().isEmpty();
            groupings.addAll(region.groups().keySet());
        }
    }

    static void write(Dataset dataset, Writer target) {
        if (fitsWide(dataset)) {
            new DataCsv(target, dataset.regions()).wide(dataset);
        } else {
            DataCsv csv = new DataCsv(target, dataset.regions());
            csv.longHeader(false, dataset.hasStandardErrors(), hasNotes(dataset));
            csv.longRows(dataset, null, dataset.hasStandardErrors(), hasNotes(dataset));
            csv.flush();
        }
    }

    static void write(Panel panel, Writer target) {
        boolean errors = false;
        boolean notes = false;
        List<Region> regions = new ArrayList<>();
        for (Period period : panel.periods()) {
            if (!readsAlike(period)) {
                throw new IllegalArgumentException("period '" + period.label() + "' from " + period.start()
                        + " to before " + period.end() + " cannot be read back from its label; write JSON");
            }
            regions.addAll(panel.dataset(period).regions());
            errors |= panel.dataset(period).hasStandardErrors();
            notes |= hasNotes(panel.dataset(period));
        }
        DataCsv csv = new DataCsv(target, regions);
        csv.longHeader(true, errors, notes);
        for (Period period : panel.periods()) {
            csv.longRows(panel.dataset(period), period, errors, notes);
        }
        csv.flush();
    }

    static void writeTemplate(Geography geography, List<Metric> metrics, Writer target) {
        DataCsv csv = new DataCsv(target, List.of());
        csv.names = true;
        csv.levels = true;
        csv.regionHeader();
        for (Metric metric : metrics) {
            if (isFixed(metric.code())) {
                throw new IllegalArgumentException(
                        "metric '" + metric.code() + "' has the name of a fixed column; a template cannot have it");
            }
            csv.code(metric.code());
        }
        csv.end();
        for (Region region : geography.regions()) {
            csv.regionCells(region);
            metrics.forEach(metric -> csv.blank());
            csv.end();
        }
        csv.flush();
    }

    private static boolean readsAlike(Period period) {
        try {
            return Period.parse(period.label()).equals(period);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Standard errors and notes have no place in a wide file, nor have metrics that are called as its fixed columns. */
    private static boolean fitsWide(Dataset dataset) {
        return !dataset.hasStandardErrors()
                && !hasNotes(dataset)
                && dataset.metrics().stream().noneMatch(DataCsv::isFixed)
                && !(contains(dataset, "metric") && contains(dataset, "value"));
    }

    private static boolean contains(Dataset dataset, String name) {
        return dataset.metrics().stream().anyMatch(name::equalsIgnoreCase);
    }

    private static boolean isFixed(String metric) {
        String lower = metric.toLowerCase(Locale.ROOT);
        return WideCsv.FIXED.contains(lower) || lower.startsWith(CsvHeader.GROUP);
    }

    private static boolean hasNotes(Dataset dataset) {
        for (int metric = 0; metric < dataset.metrics().size(); metric++) {
            for (int region = 0; region < dataset.regions().size(); region++) {
                if (!dataset.note(region, metric).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    private void wide(Dataset dataset) {
        regionHeader();
        dataset.metrics().forEach(this::code);
        end();
        for (int row = 0; row < dataset.regions().size(); row++) {
            regionCells(dataset.regions().get(row));
            for (int metric = 0; metric < dataset.metrics().size(); metric++) {
                String marker = Markers.of(dataset.status(row, metric));
                String number = number(dataset.value(row, metric));
                cells.add(
                        marker.isEmpty()
                                ? (number.isEmpty() ? null : number)
                                : number + (number.isEmpty() ? "" : " ") + "[" + marker + "]");
            }
            end();
        }
        flush();
    }

    private void longHeader(boolean period, boolean errors, boolean notes) {
        regionHeader();
        cells.add("metric");
        if (period) {
            cells.add("period");
        }
        cells.add("value");
        cells.add("status");
        if (errors) {
            cells.add("standardError");
        }
        if (notes) {
            cells.add("note");
        }
        end();
    }

    private void longRows(Dataset dataset, @Nullable Period period, boolean errors, boolean notes) {
        for (int row = 0; row < dataset.regions().size(); row++) {
            for (int metric = 0; metric < dataset.metrics().size(); metric++) {
                regionCells(dataset.regions().get(row));
                code(dataset.metrics().get(metric));
                if (period != null) {
                    cells.add(period.label());
                }
                CellStatus status = dataset.status(row, metric);
                cells.add(orNull(number(dataset.value(row, metric))));
                cells.add(orNull(Markers.of(status)));
                if (errors) {
                    OptionalDouble error = dataset.standardError(row, metric);
                    cells.add(error.isPresent() ? number(error.getAsDouble()) : null);
                }
                if (notes) {
                    String note = dataset.note(row, metric);
                    cells.add(note.isEmpty() ? null : text(note));
                }
                end();
            }
        }
    }

    private void regionHeader() {
        cells.add("region");
        if (names) {
            cells.add("name");
        }
        if (levels) {
            cells.add("level");
        }
        if (parents) {
            cells.add("parent");
        }
        if (populations) {
            cells.add("population");
        }
        if (aliases) {
            cells.add("aliases");
        }
        groupings.forEach(grouping -> cells.add(CsvHeader.GROUP + text(grouping)));
    }

    private void regionCells(Region region) {
        code(region.code());
        if (names) {
            cells.add(text(region.name()));
        }
        if (levels) {
            cells.add(orNull(text(region.level())));
        }
        if (parents) {
            cells.add(region.parent().orElse(null));
        }
        if (populations) {
            cells.add(
                    region.population().isPresent() ? number(region.population().getAsDouble()) : null);
        }
        if (aliases) {
            cells.add(orNull(String.join(" ", region.aliases())));
        }
        for (String grouping : groupings) {
            String group = region.groups().get(grouping);
            cells.add(group == null ? null : text(group));
        }
    }

    private void code(String code) {
        cells.add(code);
    }

    private void blank() {
        cells.add(null);
    }

    private void end() {
        writer.writeRecord(cells);
        cells.clear();
    }

    private void flush() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String text(String text) {
        if (text.indexOf(0) >= 0) {
            throw new IllegalArgumentException(
                    "a name, group or note has a NUL character, which CSV cannot hold; write JSON");
        }
        return SpreadsheetText.neutralise(text);
    }

    /** The shortest text that reads back as the same double; a whole number without its ".0". */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
