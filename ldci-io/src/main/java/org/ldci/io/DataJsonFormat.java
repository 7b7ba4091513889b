package org.ldci.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.ldci.internal.text.Suggestion;
import org.ldci.io.csv.Limits;
import org.ldci.io.csv.ProblemLog;

/** The names and limits of data as JSON, for reader and writer. */
final class DataJsonFormat {
    static final String FORMAT = "ldci-data";
    static final int VERSION = 1;

    static final List<String> FIELDS = List.of(
            "format", "version", "regions", "metrics", "values", "statuses", "standardErrors", "notes", "periods");
    static final List<String> PERIOD_FIELDS =
            List.of("label", "start", "end", "populations", "values", "statuses", "standardErrors", "notes");
    static final List<String> REGION_FIELDS =
            List.of("code", "name", "level", "parent", "population", "aliases", "groups");

    /** Refuses doubled fields and absurd sizes, and leaves the target of the writer open. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxNumberLength(1_000)
                    .maxStringLength(Limits.STANDARD.rowLength())
                    .maxDocumentLength(Limits.STANDARD.bytes())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    static final ObjectMapper MAPPER = new JsonMapper(FACTORY);

    private DataJsonFormat() {}

    static void unknownField(ProblemLog log, String field, String path, List<String> known) {
        log.add(path, "has an unknown field '" + ProblemLog.shorten(field) + "'" + Suggestion.nearest(field, known));
    }
}
