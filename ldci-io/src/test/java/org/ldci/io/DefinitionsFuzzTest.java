package org.ldci.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.ldci.definition.IndexDefinition;

/** Replays the corpus in every build; with JAZZER_FUZZ=1 it looks for more. */
class DefinitionsFuzzTest {
    @FuzzTest
    void whatever_comes_is_read_or_refused_as_a_bad_document(byte[] bytes) {
        IndexDefinition definition;
        try {
            definition = Definitions.parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (FormatException e) {
            assertThat(e.problems()).isNotEmpty();
            return;
        }
        assertThat(Definitions.parse(Definitions.toJson(definition))).isEqualTo(definition);
    }
}
