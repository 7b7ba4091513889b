package org.ldci.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.ldci.definition.IndexDefinition;

class DefinitionSchemaTest {
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

    @Provide
    Arbitrary<IndexDefinition> definitions() {
        return Arbitraries.randomValue(DefinitionSamples::random);
    }
}
