package org.ldci.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.ldci.definition.IndexDefinition;

class DefinitionSchemaTest {
    private static final SchemaAgreement SCHEMA = new SchemaAgreement(
            Definitions.schema(),
            Definitions::parse,
            Pattern.compile("unknown field|must be an? (text|number|list|object)|must be (true|one of)|is missing"
                    + "|unknown method|has no parameter|needs the parameter"));

    static boolean accepts(String json) {
        return SCHEMA.accepts(json);
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
        SCHEMA.assertValid(Definitions.toJson(definition));
    }

    @Property(tries = 400)
    void schema_and_reader_agree_on_documents_with_one_change(
            @ForAll("definitions") IndexDefinition definition, @ForAll Random random) {
        SCHEMA.assertAgreesAfterOneChange(Definitions.toJson(definition), random);
    }

    @Provide
    Arbitrary<IndexDefinition> definitions() {
        return Arbitraries.randomValue(DefinitionSamples::random);
    }
}
