package org.ldci.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Holds a published schema against the reader of the same documents. */
final class SchemaAgreement {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<JsonNode> OTHERS = Stream.of(
                    "null",
                    "true",
                    "\"text\"",
                    "\"\"",
                    "7",
                    "0",
                    "-1",
                    "1.5",
                    "[]",
                    "{}",
                    "[1]",
                    "[\"a\"]",
                    "{\"a\":1}")
            .map(SchemaAgreement::json)
            .toList();

    private final Schema schema;
    private final Consumer<String> reader;
    private final Pattern form;

    /**
     * @param schema the text of the schema
     * @param reader reads a document, or throws a {@link FormatException}
     * @param form what the reader says of what only the form of a document can break, which is all that a schema sees
     */
    SchemaAgreement(String schema, Consumer<String> reader, Pattern form) {
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
        this.reader = reader;
        this.form = form;
    }

    void assertValid(String document) {
        assertThat(schema.validate(document, InputFormat.JSON)).isEmpty();
    }

    boolean accepts(String document) {
        return schema.validate(document, InputFormat.JSON).isEmpty();
    }

    /** What the reader takes is valid; what it refuses for its form is not. */
    void assertAgreesAfterOneChange(String document, Random random) {
        JsonNode tree = json(document);
        change(tree, random);
        String text = tree.toString();
        boolean valid = accepts(text);
        try {
            reader.accept(text);
            assertThat(valid)
                    .as("the reader takes what the schema refuses: %s", text)
                    .isTrue();
        } catch (FormatException e) {
            if (form.matcher(e.getMessage()).find()) {
                assertThat(valid)
                        .as("the schema takes what is refused: %s%n%s", e.getMessage(), text)
                        .isFalse();
            }
        }
    }

    /** Takes away, renames or replaces one thing somewhere in a document. */
    private static void change(JsonNode document, Random random) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(document, objects);
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> fields = new ArrayList<>();
        object.fieldNames().forEachRemaining(fields::add);
        if (fields.isEmpty() || random.nextInt(8) == 0) {
            object.put("colour", "red");
            return;
        }
        String field = fields.get(random.nextInt(fields.size()));
        switch (random.nextInt(4)) {
            case 0 -> object.remove(field);
            case 1 -> object.set(field + "x", object.remove(field));
            default -> object.set(field, OTHERS.get(random.nextInt(OTHERS.size())));
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
