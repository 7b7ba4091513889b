package org.ldci.io;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.ldci.data.CellStatus;
import org.ldci.data.Dataset;
import org.ldci.data.Panel;
import org.ldci.data.Period;
import org.ldci.model.Region;

/** Writes data as JSON. */
final class DataJsonWriter {
    private DataJsonWriter() {}

    static void write(Dataset dataset, Writer target) {
        try (JsonGenerator generator = DataJsonFormat.FACTORY.createGenerator(target)) {
            JsonLines lines = new JsonLines();
            generator.setPrettyPrinter(lines);
            start(generator, lines, dataset);
            writeCells(generator, lines, dataset);
            generator.writeEndObject();
            generator.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Panel panel, Writer target) {
        try (JsonGenerator generator = DataJsonFormat.FACTORY.createGenerator(target)) {
            JsonLines lines = new JsonLines();
            generator.setPrettyPrinter(lines);
            start(generator, lines, panel.latest());
            generator.writeArrayFieldStart("periods");
            for (Period period : panel.periods()) {
                generator.writeStartObject();
                generator.writeStringField("label", period.label());
                generator.writeStringField("start", period.start().toString());
                generator.writeStringField("end", period.end().toString());
                if (!panel.dataset(period).regions().equals(panel.latest().regions())) {
                    writePopulations(generator, lines, panel.dataset(period).regions());
                }
                writeCells(generator, lines, panel.dataset(period));
                generator.writeEndObject();
            }
            generator.writeEndArray();
            generator.writeEndObject();
            generator.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What alone may differ between the regions of two periods. */
    private static void writePopulations(JsonGenerator generator, JsonLines lines, List<Region> regions)
            throws IOException {
        generator.writeArrayFieldStart("populations");
        lines.inline(true);
        for (Region region : regions) {
            writeValue(generator, region.population().orElse(Double.NaN));
        }
        generator.writeEndArray();
        lines.inline(false);
    }

    private static void start(JsonGenerator generator, JsonLines lines, Dataset axes) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("format", DataJsonFormat.FORMAT);
        generator.writeNumberField("version", DataJsonFormat.VERSION);
        generator.writeArrayFieldStart("regions");
        for (Region region : axes.regions()) {
            generator.writeStartObject();
            lines.inline(true);
            writeRegion(generator, region);
            generator.writeEndObject();
            lines.inline(false);
        }
        generator.writeEndArray();
        generator.writeArrayFieldStart("metrics");
        lines.inline(true);
        for (String metric : axes.metrics()) {
            generator.writeString(metric);
        }
        generator.writeEndArray();
        lines.inline(false);
    }

    private static void writeRegion(JsonGenerator generator, Region region) throws IOException {
        generator.writeStringField("code", region.code());
        if (!region.name().equals(region.code())) {
            generator.writeStringField("name", region.name());
        }
        if (!region.level().isEmpty()) {
            generator.writeStringField("level", region.level());
        }
        if (region.parent().isPresent()) {
            generator.writeStringField("parent", region.parent().get());
        }
        if (region.population().isPresent()) {
            generator.writeFieldName("population");
            generator.writeNumber(DataCsv.number(region.population().getAsDouble()));
        }
        if (!region.aliases().isEmpty()) {
            generator.writeArrayFieldStart("aliases");
            for (String alias : region.aliases()) {
                generator.writeString(alias);
            }
            generator.writeEndArray();
        }
        if (!region.groups().isEmpty()) {
            generator.writeObjectFieldStart("groups");
            for (Map.Entry<String, String> group : region.groups().entrySet()) {
                generator.writeStringField(group.getKey(), group.getValue());
            }
            generator.writeEndObject();
        }
    }

    /** Writes what one cell has, if it has it. */
    private interface CellWriter {
        boolean write(int row, int column, boolean really) throws IOException;
    }

    private static void writeCells(JsonGenerator generator, JsonLines lines, Dataset dataset) throws IOException {
        generator.writeArrayFieldStart("values");
        for (int row = 0; row < dataset.regions().size(); row++) {
            generator.writeStartArray();
            lines.inline(true);
            for (int column = 0; column < dataset.metrics().size(); column++) {
                writeValue(generator, dataset.value(row, column));
            }
            generator.writeEndArray();
            lines.inline(false);
        }
        generator.writeEndArray();
        writeSparse(generator, lines, dataset, "statuses", (row, column, really) -> {
            CellStatus status = dataset.status(row, column);
            boolean there = status != CellStatus.OBSERVED && status != CellStatus.MISSING_UNSPECIFIED;
            if (there && really) {
                generator.writeString(status.name());
            }
            return there;
        });
        writeSparse(generator, lines, dataset, "standardErrors", (row, column, really) -> {
            boolean there = dataset.standardError(row, column).isPresent();
            if (there && really) {
                writeValue(generator, dataset.standardError(row, column).getAsDouble());
            }
            return there;
        });
        writeSparse(generator, lines, dataset, "notes", (row, column, really) -> {
            String note = dataset.note(row, column);
            if (!note.isEmpty() && really) {
                generator.writeString(note);
            }
            return !note.isEmpty();
        });
    }

    private static void writeValue(JsonGenerator generator, double value) throws IOException {
        if (Double.isNaN(value)) {
            generator.writeNull();
        } else {
            generator.writeNumber(DataCsv.number(value));
        }
    }

    private static void writeSparse(
            JsonGenerator generator, JsonLines lines, Dataset dataset, String field, CellWriter cell)
            throws IOException {
        boolean started = false;
        for (int row = 0; row < dataset.regions().size(); row++) {
            for (int column = 0; column < dataset.metrics().size(); column++) {
                if (cell.write(row, column, false)) {
                    if (!started) {
                        generator.writeArrayFieldStart(field);
                        started = true;
                    }
                    generator.writeStartArray();
                    lines.inline(true);
                    generator.writeNumber(row);
                    generator.writeNumber(column);
                    cell.write(row, column, true);
                    generator.writeEndArray();
                    lines.inline(false);
                }
            }
        }
        if (started) {
            generator.writeEndArray();
        }
    }
}
