package org.ldci.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ldci.data.CellStatus;
import org.ldci.data.Dataset;
import org.ldci.data.DatasetBuilder;
import org.ldci.data.Panel;
import org.ldci.data.Period;
import org.ldci.internal.text.Suggestion;
import org.ldci.io.csv.Limits;
import org.ldci.io.csv.ProblemLog;
import org.ldci.model.Codes;
import org.ldci.model.Region;

/**
 * Reads and writes data as JSON. Values are read token by token, so that a large file needs no more memory than its data.
 */
final class DataJson {
    private static final String FORMAT = "ldci-data";
    private static final int VERSION = 1;

    private static final List<String> FIELDS = List.of(
            "format", "version", "regions", "metrics", "values", "statuses", "standardErrors", "notes", "periods");
    private static final List<String> PERIOD_FIELDS =
            List.of("label", "start", "end", "populations", "values", "statuses", "standardErrors", "notes");
    private static final List<String> REGION_FIELDS =
            List.of("code", "name", "level", "parent", "population", "aliases", "groups");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxNumberLength(1_000)
                    .maxStringLength(Limits.STANDARD.rowLength())
                    .maxDocumentLength(Limits.STANDARD.bytes())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();
    private static final ObjectMapper MAPPER = new JsonMapper(FACTORY);

    private final DataOptions options;
    private final ProblemLog log;
    private final @Nullable KnownRegions known;
    private final List<@Nullable Region> regions = new ArrayList<>();
    private final List<String> metrics = new ArrayList<>();
    private final List<Block> periods = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    DataJson(DataOptions options, ProblemLog log) {
        this.options = options;
        this.log = log;
        this.known = options.geography().map(KnownRegions::new).orElse(null);
    }

    /** The cells of one period, or of the one dataset. */
    private static final class Block {
        private final String path;
        private final Set<String> seen = new HashSet<>();
        private final List<double[]> rows = new ArrayList<>();
        /** One a region, NaN where unknown; null if the period has those of the regions. */
        private double @Nullable [] populations;

        private final List<Entry> statuses = new ArrayList<>();
        private final List<Entry> standardErrors = new ArrayList<>();
        private final List<Entry> notes = new ArrayList<>();
        private @Nullable String label;
        private @Nullable String start;
        private @Nullable String end;

        Block(String path) {
            this.path = path;
        }
    }

    /** What one cell has beside its value. */
    private record Entry(String path, int row, int column, JsonNode value) {}

    Dataset readDataset(Reader text) throws IOException {
        Block block = readDocument(text);
        if (seen.contains("periods")) {
            log.add("/periods", "makes this a panel; read it as one");
        } else if (!block.seen.contains("values")) {
            log.add("", "has no 'values'");
        }
        Datasets.refuse(log);
        return assemble(block);
    }

    Panel readPanel(Reader text) throws IOException {
        Block block = readDocument(text);
        if (!seen.contains("periods")) {
            log.add("", "has no 'periods', so it is no panel");
        } else if (!block.seen.isEmpty()) {
            log.add("", "the cells of a panel belong in its periods, not beside them");
        }
        Datasets.refuse(log);
        Map<Period, Dataset> datasets = new LinkedHashMap<>();
        List<String> labels = new ArrayList<>();
        for (Block one : periods) {
            Period period = period(one);
            labels.add(String.valueOf(one.label));
            if (period != null && options.period().map(period.label()::equals).orElse(true)) {
                if (datasets.containsKey(period)) {
                    log.add(one.path, "period '" + period.label() + "' stands twice");
                }
                datasets.put(period, assemble(one));
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

    private Block readDocument(Reader text) throws IOException {
        Block block = new Block("");
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                seen.add(field);
                readField(parser, field, block);
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
        return block;
    }

    private void readField(JsonParser parser, String field, Block block) throws IOException {
        switch (field) {
            case "format" -> {
                String format = MAPPER.<JsonNode>readTree(parser).asText();
                if (!format.equals(FORMAT)) {
                    log.add("/format", "must be '" + FORMAT + "' but is '" + ProblemLog.shorten(format) + "'");
                }
            }
            case "version" -> {
                JsonNode version = MAPPER.readTree(parser);
                if (!version.isInt() || version.intValue() != VERSION) {
                    log.add(
                            "/version",
                            "must be " + VERSION + ", the only version this library reads, but is "
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
                        regions.add(region(MAPPER.readTree(parser), "/regions/" + i));
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
                if (!readCells(parser, field, block)) {
                    unknown(field, "", FIELDS);
                    parser.skipChildren();
                }
            }
        }
    }

    private void unknown(String field, String path, List<String> known) {
        log.add(path, "has an unknown field '" + ProblemLog.shorten(field) + "'" + Suggestion.nearest(field, known));
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
        Block block = new Block(path);
        periods.add(block);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "label" -> block.label = text(parser, path + "/label");
                case "start" -> block.start = text(parser, path + "/start");
                case "end" -> block.end = text(parser, path + "/end");
                case "populations" -> {
                    if (startsArray(parser, path + "/populations")) {
                        block.populations = readPopulations(parser, path + "/populations");
                    }
                }
                default -> {
                    if (!readCells(parser, field, block)) {
                        unknown(field, path, PERIOD_FIELDS);
                        parser.skipChildren();
                    }
                }
            }
        }
        for (String required : List.of("label", "start", "end", "values")) {
            boolean there = switch (required) {
                case "label" -> block.label != null;
                case "start" -> block.start != null;
                case "end" -> block.end != null;
                default -> block.seen.contains(required);
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

    private @Nullable Period period(Block block) {
        try {
            return new Period(
                    String.valueOf(block.label),
                    LocalDate.parse(String.valueOf(block.start)),
                    LocalDate.parse(String.valueOf(block.end)));
        } catch (DateTimeException | IllegalArgumentException e) {
            log.add(block.path, ProblemLog.shortenRule(String.valueOf(e.getMessage())));
            return null;
        }
    }

    /** Reads one of the fields that hold cells; false if it is none. */
    private boolean readCells(JsonParser parser, String field, Block block) throws IOException {
        String path = block.path + "/" + field;
        List<Entry> entries = switch (field) {
            case "statuses" -> block.statuses;
            case "standardErrors" -> block.standardErrors;
            case "notes" -> block.notes;
            default -> null;
        };
        if (entries == null && !field.equals("values")) {
            return false;
        }
        block.seen.add(field);
        if (!startsArray(parser, path)) {
            return true;
        }
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            String item = path + "/" + i;
            if (entries == null) {
                if (i >= Limits.STANDARD.rows()) {
                    throw log.stop(item, "is beyond the limit of " + Limits.STANDARD.rows() + " regions");
                }
                block.rows.add(startsArray(parser, item) ? readRow(parser, item) : new double[0]);
            } else {
                readEntry(MAPPER.readTree(parser), item, entries);
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

    private void readEntry(JsonNode node, String path, List<Entry> entries) {
        if (node.isArray()
                && node.size() == 3
                && node.get(0).isInt()
                && node.get(1).isInt()) {
            entries.add(new Entry(path, node.get(0).intValue(), node.get(1).intValue(), node.get(2)));
        } else {
            log.add(path, "must be [row, column, value] but is " + ProblemLog.shorten(node.toString()));
        }
    }

    private @Nullable Region region(JsonNode node, String path) {
        int before = log.problems().size();
        if (!node.isObject()) {
            log.add(path, "must be an object");
            return null;
        }
        node.fieldNames().forEachRemaining(field -> {
            if (!REGION_FIELDS.contains(field)) {
                unknown(field, path, REGION_FIELDS);
            }
        });
        Region.Builder builder = Region.builder(code(node.path("code"), path + "/code"));
        text(node, "name", path, builder::name);
        text(node, "level", path, builder::level);
        if (node.has("parent")) {
            builder.parent(code(node.path("parent"), path + "/parent"));
        }
        if (node.has("population")) {
            if (node.path("population").isNumber()) {
                builder.population(node.path("population").doubleValue());
            } else {
                log.add(path + "/population", "must be a number");
            }
        }
        JsonNode aliases = node.path("aliases");
        for (int i = 0; i < aliases.size() && aliases.isArray(); i++) {
            builder.addAliases(code(aliases.get(i), path + "/aliases/" + i));
        }
        JsonNode groups = node.path("groups");
        if (!aliases.isMissingNode() && !aliases.isArray()) {
            log.add(path + "/aliases", "must be a list");
        }
        if (!groups.isMissingNode() && !groups.isObject()) {
            log.add(path + "/groups", "must be an object");
        }
        groups.fieldNames().forEachRemaining(grouping -> {
            if (groups.path(grouping).isTextual()) {
                builder.putGroups(grouping, groups.path(grouping).textValue());
            } else {
                log.add(path + "/groups", "group '" + ProblemLog.shorten(grouping) + "' must be a text");
            }
        });
        if (log.problems().size() > before) {
            return null;
        }
        try {
            Region region = builder.build();
            return known == null ? region : KnownRegions.with(known.find(region.code(), region.level()), region);
        } catch (IllegalArgumentException e) {
            log.add(path, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private String code(JsonNode node, String path) {
        if (!node.isTextual()) {
            log.add(path, "must be a code, a text");
            return "";
        }
        Codes.problem(node.textValue()).ifPresent(rule -> log.add(path, "code " + ProblemLog.shortenRule(rule)));
        return node.textValue();
    }

    private void text(JsonNode node, String field, String path, Consumer<String> to) {
        if (node.has(field)) {
            if (node.path(field).isTextual()) {
                to.accept(node.path(field).textValue());
            } else {
                log.add(path + "/" + field, "must be a text");
            }
        }
    }

    private Dataset assemble(Block block) {
        int n = regions.size();
        int m = metrics.size();
        if (block.rows.size() != n) {
            log.add(block.path + "/values", "has " + block.rows.size() + " rows for " + n + " regions");
        }
        for (int i = 0; i < block.rows.size(); i++) {
            if (block.rows.get(i).length != m) {
                log.add(
                        block.path + "/values/" + i,
                        "has " + block.rows.get(i).length + " values for " + m + " metrics");
            }
        }
        double[] populations = block.populations;
        if (populations != null && populations.length != n) {
            log.add(block.path + "/populations", "has " + populations.length + " values for " + n + " regions");
        }
        for (List<Entry> entries : List.of(block.statuses, block.standardErrors, block.notes)) {
            checkPlaces(entries, n, m);
        }
        List<Integer> kept = kept();
        Datasets.refuse(log);
        DatasetBuilder builder = Dataset.builder();
        kept.forEach(j -> builder.metrics(metrics.get(j)));
        double[] values = new double[kept.size()];
        List<Region> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            // a region that is null was logged, and ended the reading
            Region region = Objects.requireNonNull(regions.get(i));
            if (populations != null) {
                region = region.withPopulation(
                        Double.isNaN(populations[i]) ? OptionalDouble.empty() : OptionalDouble.of(populations[i]));
            }
            rows.add(region);
            for (int j = 0; j < kept.size(); j++) {
                values[j] = block.rows.get(i)[kept.get(j)];
            }
            builder.row(region, values);
        }
        addEntries(block, builder, rows, kept);
        return Datasets.build(builder, log);
    }

    private List<Integer> kept() {
        List<Integer> kept = new ArrayList<>();
        for (int j = 0; j < metrics.size(); j++) {
            if (options.metrics().isEmpty() || options.metrics().contains(metrics.get(j))) {
                kept.add(j);
            }
        }
        for (String metric : options.metrics()) {
            if (!metrics.contains(metric)) {
                log.add("/metrics", "has no metric '" + metric + "'" + Suggestion.nearest(metric, metrics));
            }
        }
        return kept;
    }

    private void checkPlaces(List<Entry> entries, int n, int m) {
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

    private void addEntries(Block block, DatasetBuilder builder, List<Region> rows, List<Integer> kept) {
        for (Entry entry : block.statuses) {
            CellStatus status = status(entry);
            double value = block.rows.get(entry.row)[entry.column];
            if (status != null && status.hasValue() == Double.isNaN(value)) {
                log.add(
                        entry.path,
                        "status " + status
                                + (status.hasValue() ? " needs a value" : " goes with null but the value is " + value));
            } else if (status != null && kept.contains(entry.column)) {
                builder.value(rows.get(entry.row), metrics.get(entry.column), value, status);
            }
        }
        for (Entry entry : block.standardErrors) {
            double error = entry.value.doubleValue();
            if (!entry.value.isNumber() || !(error >= 0 && Double.isFinite(error))) {
                log.add(
                        entry.path,
                        "a standard error must be finite and at least 0 but is "
                                + ProblemLog.shorten(entry.value.toString()));
            } else if (kept.contains(entry.column)) {
                builder.standardError(rows.get(entry.row), metrics.get(entry.column), error);
            }
        }
        for (Entry entry : block.notes) {
            if (!entry.value.isTextual()) {
                log.add(entry.path, "a note must be a text but is " + ProblemLog.shorten(entry.value.toString()));
            } else if (kept.contains(entry.column)) {
                builder.note(rows.get(entry.row), metrics.get(entry.column), entry.value.textValue());
            }
        }
    }

    private @Nullable CellStatus status(Entry entry) {
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

    static void write(Dataset dataset, Writer target) {
        try (JsonGenerator generator = FACTORY.createGenerator(target)) {
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
        try (JsonGenerator generator = FACTORY.createGenerator(target)) {
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
        generator.writeStringField("format", FORMAT);
        generator.writeNumberField("version", VERSION);
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
