package org.ldci.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.ldci.engine.FittedIndex;

/** Replays the corpus in every build; with JAZZER_FUZZ=1 it looks for more. */
class FitsFuzzTest {
    @FuzzTest
    void whatever_comes_is_read_or_refused_as_a_bad_document(byte[] bytes) {
        FittedIndex fit;
        try {
            fit = Fits.parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (FormatException e) {
            assertThat(e.problems()).isNotEmpty();
            return;
        }
        String json = Fits.toJson(fit);
        assertThat(Fits.toJson(Fits.parse(json))).isEqualTo(json);
    }
}
