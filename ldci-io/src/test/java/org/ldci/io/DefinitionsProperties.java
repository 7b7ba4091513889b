package org.ldci.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ldci.definition.IndexDefinition;

class DefinitionsProperties {
    @Property(tries = 500)
    void json_written_then_read_is_the_same_definition(@ForAll("definitions") IndexDefinition definition) {
        assertThat(Definitions.parse(Definitions.toJson(definition))).isEqualTo(definition);
    }

    @Property(tries = 300)
    void yaml_written_then_read_is_the_same_definition(@ForAll("definitions") IndexDefinition definition) {
        assertThat(Definitions.parse(Definitions.toYaml(definition))).isEqualTo(definition);
    }

    @Property(tries = 20)
    void a_file_holds_what_was_written(@ForAll("definitions") IndexDefinition definition) throws IOException {
        for (String ending : new String[] {".json", ".yaml", ".yml"}) {
            Path file = Files.createTempFile("definition", ending);
            try {
                Definitions.write(definition, file);
                assertThat(Definitions.read(file)).isEqualTo(definition);
            } finally {
                Files.delete(file);
            }
        }
    }

    @Provide
    Arbitrary<IndexDefinition> definitions() {
        return Arbitraries.randomValue(DefinitionSamples::random);
    }
}
