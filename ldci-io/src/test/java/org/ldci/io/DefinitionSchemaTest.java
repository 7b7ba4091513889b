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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.ldci.definition.IndexDefinition;

class DefinitionSchemaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Schema SCHEMA = schema();
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
            .map(DefinitionSchemaTest::json)
            .toList();

    /** What only the form of a document can break, which is all that a schema sees. */
    private static final Pattern FORM = Pattern.compile(
            "unknown field|must be an? (text|number|list|object)|must be (true|one of)|is missing|unknown method"
                    + "|has no parameter|needs the parameter");

    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Definitions.schema());
    }

    static boolean accepts(String json) {
        return schema().validate(json, InputFormat.JSON).isEmpty();
    }

    /** If it fails, the new text is in target/: look at the difference and copy it over the resource. */
    @Test
    void the_published_schema_lists_the_strategies_of_the_library() throws IOException {
        String made = DefinitionSchema.text();
        Files.writeString(Path.of("target", "ldci-definition-1.schema.json"), made);

        assertThat(Definitions.schema()).isEqualTo(made);
    }

    @Property(tries = 200)
    void every_written_definition_is_valid(@ForAll("definitions") IndexDefinition definition) {
        assertThat(schema().validate(Definitions.toJson(definition), InputFormat.JSON))
                .isEmpty();
    }

    @Property(tries = 400)
    void schema_and_reader_agree_on_documents_with_one_change(
            @ForAll("definitions") IndexDefinition definition, @ForAll Random random) throws IOException {
        JsonNode document = MAPPER.readTree(Definitions.toJson(definition));
        change(document, random);
        String text = MAPPER.writeValueAsString(document);
        boolean valid = SCHEMA.validate(text, InputFormat.JSON).isEmpty();
        try {
            Definitions.parse(text);
            assertThat(valid)
                    .as("the reader takes what the schema refuses: %s", text)
                    .isTrue();
        } catch (FormatException e) {
            if (FORM.matcher(e.getMessage()).find()) {
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

    @Provide
    Arbitrary<IndexDefinition> definitions() {
        return Arbitraries.randomValue(DefinitionSamples::random);
    }
}
