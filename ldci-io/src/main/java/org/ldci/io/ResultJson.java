package org.ldci.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ldci.data.CellStatus;
import org.ldci.engine.Diagnostic;
import org.ldci.engine.IndexResult;
import org.ldci.engine.Provenance;
import org.ldci.engine.Stage;
import org.ldci.engine.TreatedCell;
import org.ldci.model.Component;
import org.ldci.model.IndexNode;
import org.ldci.model.Metric;
import org.ldci.model.Region;
import org.ldci.weight.Weights;

/** A result as JSON, streamed: one line a region. */
final class ResultJson {
    private static final String FORMAT = "ldci-result";
    private static final int VERSION = 1;
    private static final JsonFactory FACTORY = new JsonFactory();

    private final IndexResult result;
    private final double[] coverages;
    private final List<Column> nodes = new ArrayList<>();
    private final List<MetricColumns> metrics = new ArrayList<>();

    /** A node with the scores and ranks of all regions. */
    private static final class Column {
        final IndexNode node;
        final int depth;
        final double[] scores;
        final double[] ranks;

        Column(IndexNode node, int depth, double[] scores, double[] ranks) {
            this.node = node;
            this.depth = depth;
            this.scores = scores;
            this.ranks = ranks;
        }
    }

    /** A metric with its values at every stage, in the order of the regions; its column in the data, -1 if it has none. */
    private record MetricColumns(Metric metric, Map<Stage, double[]> stages, int column) {}

    ResultJson(IndexResult result) {
        this.result = result;
        this.coverages = result.coverages();
        collect(result.definition().index(), 0);
    }

    private void collect(IndexNode node, int depth) {
        String code = node.code();
        nodes.add(new Column(
                node, depth, result.scores(code), result.ranking(code).ranks()));
        if (node instanceof Component component) {
            component.children().forEach(child -> collect(child, depth + 1));
        } else {
            Map<Stage, double[]> stages = new EnumMap<>(Stage.class);
            for (Stage stage : Stage.values()) {
                stages.put(stage, result.values(stage, code));
            }
            int column = result.dataset().findMetric(code).orElse(-1);
            metrics.add(new MetricColumns((Metric) node, stages, column));
        }
    }

    void write(Appendable target) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(new AppendableWriter(target))) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(new LinePrinter());
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("version", VERSION);
            json.writeStringField("index", result.definition().code());
            json.writeStringField("name", result.definition().name());
            provenance(json);
            definition(json);
            nodes(json);
            json.writeArrayFieldStart("regions");
            for (int i = 0; i < result.regions().size(); i++) {
                region(json, i);
            }
            json.writeEndArray();
            diagnostics(json);
            treatment(json);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void provenance(JsonGenerator json) throws IOException {
        Provenance provenance = result.provenance();
        json.writeObjectFieldStart("provenance");
        json.writeStringField("definitionSha256", provenance.definitionSha256());
        json.writeStringField("dataSha256", provenance.dataSha256());
        json.writeStringField("fitSha256", provenance.fitSha256());
        json.writeStringField("libraryVersion", provenance.libraryVersion());
        json.writeBooleanField("reproducible", provenance.reproducible());
        json.writeEndObject();
    }

    private void definition(JsonGenerator json) throws IOException {
        String document;
        try {
            document = Definitions.toJson(result.definition());
        } catch (IllegalArgumentException e) {
            // a lambda has no name in files: the scores are still worth writing
            json.writeNullField("definition");
            json.writeStringField("definitionProblem", String.valueOf(e.getMessage()));
            return;
        }
        json.writeFieldName("definition");
        json.writeRawValue(document.strip());
    }

    private void nodes(JsonGenerator json) throws IOException {
        Weights weights = result.weights();
        json.writeArrayFieldStart("nodes");
        for (Column column : nodes) {
            IndexNode node = column.node;
            json.writeStartObject();
            json.writeStringField("code", node.code());
            json.writeStringField("name", node.name());
            json.writeStringField("kind", node instanceof Metric ? "metric" : "component");
            json.writeNumberField("depth", column.depth);
            json.writeBooleanField("measured", result.isMeasured(node.code()));
            number(json, "localWeight", weights.local(node.code()));
            number(json, "globalWeight", weights.global(node.code()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void region(JsonGenerator json, int i) throws IOException {
        Region region = result.regions().get(i);
        json.writeStartObject();
        json.writeStringField("code", region.code());
        json.writeStringField("name", region.name());
        if (!region.level().isEmpty()) {
            json.writeStringField("level", region.level());
        }
        number(json, "score", nodes.get(0).scores[i]);
        rank(json, nodes.get(0).ranks[i]);
        number(json, "coverage", coverages[i]);
        json.writeObjectFieldStart("nodes");
        for (Column column : nodes.subList(1, nodes.size())) {
            json.writeObjectFieldStart(column.node.code());
            number(json, "score", column.scores[i]);
            rank(json, column.ranks[i]);
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeObjectFieldStart("metrics");
        for (MetricColumns columns : metrics) {
            json.writeObjectFieldStart(columns.metric().code());
            for (Map.Entry<Stage, double[]> stage : columns.stages().entrySet()) {
                number(json, DefinitionFormat.word(stage.getKey()), stage.getValue()[i]);
            }
            json.writeStringField("status", DefinitionFormat.word(status(columns, i)));
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private CellStatus status(MetricColumns columns, int i) {
        boolean filled =
                Double.isNaN(value(columns, Stage.DENOMINATED, i)) && !Double.isNaN(value(columns, Stage.IMPUTED, i));
        if (filled) {
            return CellStatus.IMPUTED;
        }
        return columns.column() < 0
                ? CellStatus.NOT_AVAILABLE
                : result.dataset().status(i, columns.column());
    }

    private static double value(MetricColumns columns, Stage stage, int i) {
        double[] values = columns.stages().get(stage);
        return values == null ? Double.NaN : values[i];
    }

    private void diagnostics(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("diagnostics");
        for (Diagnostic diagnostic : result.diagnostics()) {
            json.writeStartObject();
            json.writeStringField("kind", DefinitionFormat.word(diagnostic.kind()));
            json.writeStringField("subject", diagnostic.subject());
            json.writeStringField("message", diagnostic.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void treatment(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("treatment");
        for (TreatedCell cell : result.treatmentLog()) {
            json.writeStartObject();
            json.writeStringField("metric", cell.metric());
            json.writeStringField("region", cell.region());
            number(json, "before", cell.before());
            number(json, "after", cell.after());
            json.writeStringField("rule", cell.rule());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String name, double value) throws IOException {
        if (Double.isNaN(value)) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    private static void rank(JsonGenerator json, double rank) throws IOException {
        if (rank == Math.rint(rank)) {
            json.writeNumberField("rank", (long) rank);
        } else {
            number(json, "rank", rank);
        }
    }

    /** A line for each field of the document and each element of its lists, so that it can be read and compared. */
    private static final class LinePrinter extends MinimalPrettyPrinter {
        private static final long serialVersionUID = 1L;

        @Override
        public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
            json.writeRaw(depth(json) <= 1 ? ",\n" : ",");
        }

        @Override
        public void beforeArrayValues(JsonGenerator json) throws IOException {
            json.writeRaw('\n');
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
            json.writeRaw(",\n");
        }

        private static int depth(JsonGenerator json) {
            int depth = 0;
            for (JsonStreamContext c = json.getOutputContext(); c != null && !c.inRoot(); c = c.getParent()) {
                depth++;
            }
            return depth;
        }
    }

    /** Lets the generator write to anything that takes characters. */
    private static final class AppendableWriter extends Writer {
        private final Appendable target;

        AppendableWriter(Appendable target) {
            this.target = target;
        }

        @Override
        public void write(char[] characters, int from, int count) throws IOException {
            target.append(CharBuffer.wrap(characters, from, count));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
