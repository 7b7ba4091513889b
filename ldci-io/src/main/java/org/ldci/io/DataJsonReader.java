package org.ldci.io;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ldci.data.Dataset;
import org.ldci.data.Panel;
import org.ldci.data.Period;
import org.ldci.io.csv.Limits;
import org.ldci.io.csv.ProblemLog;
import org.ldci.model.Codes;
import org.ldci.model.Region;

/**
 * Reads data from JSON. Values are read token by token, so that a large file needs no more memory than its data; whether
 * they fit regions and metrics is known, and checked, at the end, since fields may come in any order.
 */
final class DataJsonReader {
    private final DataOptions options;
    private final ProblemLog log;
    private final DataJsonRegions regionReader;
    private final List<@Nullable Region> regions = new ArrayList<>();
    private final List<String> metrics = new ArrayList<>();
    private final List<DataJsonCells> periods = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    DataJsonReader(DataOptions options, ProblemLog log) {
        this.options = options;
        this.log = log;
        this.regionReader =
                new DataJsonRegions(options.geography().map(KnownRegions::new).orElse(null), log);
    }

    Dataset readDataset(Reader text) throws IOException {
        DataJsonCells cells = readDocument(text);
        if (seen.contains("periods")) {
            log.add("/periods", "makes this a panel; read it as one");
        } else if (!cells.seen.contains("values")) {
            log.add("", "has no 'values'");
        }
        Datasets.refuse(log);
        return cells.assemble(regions, metrics, options.metrics(), log);
    }

    Panel readPanel(Reader text) throws IOException {
        DataJsonCells cells = readDocument(text);
        if (!seen.contains("periods")) {
            log.add("", "has no 'periods', so it is no panel");
        } else if (!cells.seen.isEmpty()) {
            log.add("", "the cells of a panel belong in its periods, not beside them");
        }
        Datasets.refuse(log);
        Map<Period, Dataset> datasets = new LinkedHashMap<>();
        List<String> labels = new ArrayList<>();
        for (DataJsonCells one : periods) {
            Period period = period(one);
            labels.add(String.valueOf(one.label));
            if (period != null && options.period().map(period.label()::equals).orElse(true)) {
                if (datasets.containsKey(period)) {
                    log.add(one.path, "period '" + period.label() + "' stands twice");
                }
                datasets.put(period, one.assemble(regions, metrics, options.metrics(), log));
            }
        }
        if (datasets.isEmpty() && log.isEmpty()) {
            log.add(
                    "/periods",
                    "has no period" + options.period().map(p -> " '" + p + "'").orElse("") + " among " + labels);
        }
        Datasets.refuse(log);
        return Panel.of(datasets);
    }

    private DataJsonCells readDocument(Reader text) throws IOException {
        DataJsonCells cells = new DataJsonCells("");
        try (JsonParser parser = DataJsonFormat.FACTORY.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                seen.add(field);
                readField(parser, field, cells);
            }
            if (parser.nextToken() != null) {
                log.add(
                        "",
                        "goes on after its end, at line "
                                + parser.currentLocation().getLineNr());
            }
        } catch (StreamConstraintsException e) {
            throw log.stop("", "is beyond a limit: " + e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            String at = e.getLocation() == null
                    ? ""
                    : "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw log.stop(at, "is not JSON: " + ProblemLog.shortenRule(e.getOriginalMessage()));
        }
        for (String required : List.of("format", "version", "regions", "metrics")) {
            if (!seen.contains(required)) {
                log.add("", "has no '" + required + "'");
            }
        }
        return cells;
    }

    private void readField(JsonParser parser, String field, DataJsonCells cells) throws IOException {
        switch (field) {
            case "format" -> {
                String format = DataJsonFormat.MAPPER.<JsonNode>readTree(parser).asText();
                if (!format.equals(DataJsonFormat.FORMAT)) {
                    log.add(
                            "/format",
                            "must be '" + DataJsonFormat.FORMAT + "' but is '" + ProblemLog.shorten(format) + "'");
                }
            }
            case "version" -> {
                JsonNode version = DataJsonFormat.MAPPER.readTree(parser);
                if (!version.isInt() || version.intValue() != DataJsonFormat.VERSION) {
                    log.add(
                            "/version",
                            "must be " + DataJsonFormat.VERSION + ", the only version this library reads, but is "
                                    + ProblemLog.shorten(version.toString()));
                }
            }
            case "regions" -> {
                if (startsArray(parser, "/regions")) {
                    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                        if (i >= Limits.STANDARD.rows()) {
                            throw log.stop(
                                    "/regions/" + i, "is beyond the limit of " + Limits.STANDARD.rows() + " regions");
                        }
                        regions.add(regionReader.read(DataJsonFormat.MAPPER.readTree(parser), "/regions/" + i));
                    }
                }
            }
            case "metrics" -> {
                if (startsArray(parser, "/metrics")) {
                    readMetrics(parser);
                }
            }
            case "periods" -> {
                if (startsArray(parser, "/periods")) {
                    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                        readPeriod(parser, "/periods/" + i);
                    }
                }
            }
            default -> {
                if (!readCells(parser, field, cells)) {
                    DataJsonFormat.unknownField(log, field, "", DataJsonFormat.FIELDS);
                    parser.skipChildren();
                }
            }
        }
    }

    private boolean startsArray(JsonParser parser, String path) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            return true;
        }
        log.add(path, "must be a list");
        parser.skipChildren();
        return false;
    }

    private void readMetrics(JsonParser parser) throws IOException {
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            String path = "/metrics/" + i;
            if (i >= Limits.STANDARD.columns()) {
                throw log.stop(path, "is beyond the limit of " + Limits.STANDARD.columns() + " metrics");
            }
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                log.add(path, "must be the code of a metric, a text");
                parser.skipChildren();
                continue;
            }
            String metric = parser.getText();
            Codes.problem(metric)
                    .ifPresent(rule -> log.add(path, "the code of a metric " + ProblemLog.shortenRule(rule)));
            if (metrics.contains(metric)) {
                log.add(path, "metric '" + ProblemLog.shorten(metric) + "' stands twice");
            }
            metrics.add(metric);
        }
    }

    private void readPeriod(JsonParser parser, String path) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            log.add(path, "must be an object");
            parser.skipChildren();
            return;
        }
        DataJsonCells cells = new DataJsonCells(path);
        periods.add(cells);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "label" -> cells.label = text(parser, path + "/label");
                case "start" -> cells.start = text(parser, path + "/start");
                case "end" -> cells.end = text(parser, path + "/end");
                case "populations" -> {
                    if (startsArray(parser, path + "/populations")) {
                        cells.populations = readPopulations(parser, path + "/populations");
                    }
                }
                default -> {
                    if (!readCells(parser, field, cells)) {
                        DataJsonFormat.unknownField(log, field, path, DataJsonFormat.PERIOD_FIELDS);
                        parser.skipChildren();
                    }
                }
            }
        }
        for (String required : List.of("label", "start", "end", "values")) {
            boolean there = switch (required) {
                case "label" -> cells.label != null;
                case "start" -> cells.start != null;
                case "end" -> cells.end != null;
                default -> cells.seen.contains(required);
            };
            if (!there) {
                log.add(path, "has no '" + required + "'");
            }
        }
    }

    private double[] readPopulations(JsonParser parser, String path) throws IOException {
        double[] populations = readNumbers(parser, path, Limits.STANDARD.rows(), "populations");
        for (int i = 0; i < populations.length; i++) {
            if (populations[i] < 0) {
                log.add(path + "/" + i, "a population must be at least 0 but is " + DataCsv.number(populations[i]));
            }
        }
        return populations;
    }

    private String text(JsonParser parser, String path) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        log.add(path, "must be a text");
        parser.skipChildren();
        return "";
    }

    private @Nullable Period period(DataJsonCells cells) {
        try {
            return new Period(
                    String.valueOf(cells.label),
                    LocalDate.parse(String.valueOf(cells.start)),
                    LocalDate.parse(String.valueOf(cells.end)));
        } catch (DateTimeException | IllegalArgumentException e) {
            log.add(cells.path, ProblemLog.shortenRule(String.valueOf(e.getMessage())));
            return null;
        }
    }

    /** Reads one of the fields that hold cells; false if it is none. */
    private boolean readCells(JsonParser parser, String field, DataJsonCells cells) throws IOException {
        String path = cells.path + "/" + field;
        List<DataJsonCells.Entry> entries = switch (field) {
            case "statuses" -> cells.statuses;
            case "standardErrors" -> cells.standardErrors;
            case "notes" -> cells.notes;
            default -> null;
        };
        if (entries == null && !field.equals("values")) {
            return false;
        }
        cells.seen.add(field);
        if (!startsArray(parser, path)) {
            return true;
        }
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            String item = path + "/" + i;
            if (entries == null) {
                if (i >= Limits.STANDARD.rows()) {
                    throw log.stop(item, "is beyond the limit of " + Limits.STANDARD.rows() + " regions");
                }
                cells.rows.add(startsArray(parser, item) ? readRow(parser, item) : new double[0]);
            } else {
                readEntry(DataJsonFormat.MAPPER.readTree(parser), item, entries);
            }
        }
        return true;
    }

    private double[] readRow(JsonParser parser, String path) throws IOException {
        return readNumbers(parser, path, Limits.STANDARD.columns(), "metrics");
    }

    /** Numbers to the end of a list, NaN for null. */
    private double[] readNumbers(JsonParser parser, String path, int limit, String what) throws IOException {
        double[] row = new double[Math.max(16, metrics.size())];
        int n = 0;
        for (; parser.nextToken() != JsonToken.END_ARRAY; n++) {
            if (n == row.length) {
                if (n >= limit) {
                    throw log.stop(path, "is beyond the limit of " + limit + " " + what);
                }
                row = Arrays.copyOf(row, 2 * n);
            }
            if (parser.currentToken() == JsonToken.VALUE_NULL) {
                row[n] = Double.NaN;
            } else if (parser.currentToken().isNumeric()) {
                row[n] = parser.getDoubleValue();
                if (Double.isInfinite(row[n])) {
                    log.add(
                            path + "/" + n,
                            "'" + ProblemLog.shorten(parser.getText())
                                    + "' is too large for a double; values must be finite");
                }
            } else {
                log.add(path + "/" + n, "must be a number, or null for missing");
                parser.skipChildren();
            }
        }
        return Arrays.copyOf(row, n);
    }

    private void readEntry(JsonNode node, String path, List<DataJsonCells.Entry> entries) {
        if (node.isArray()
                && node.size() == 3
                && node.get(0).isInt()
                && node.get(1).isInt()) {
            entries.add(new DataJsonCells.Entry(
                    path, node.get(0).intValue(), node.get(1).intValue(), node.get(2)));
        } else {
            log.add(path, "must be [row, column, value] but is " + ProblemLog.shorten(node.toString()));
        }
    }
}
