package org.ldci.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    private static final List<String> KNOWN = List.of("arithmeticMean", "geometricMean", "median", "minimum");

    @ParameterizedTest
    @CsvSource({
        "geometricmena, geometricMean",
        "Median, median",
        "geomMean, geometricMean",
        "arith, arithmeticMean",
        "mean, median",
        "gm,",
        "best,",
        "ometricMeans,geometricMean"
    })
    void what_is_near_or_short_is_suggested(String given, String expected) {
        assertThat(Suggestion.nearest(given, KNOWN))
                .isEqualTo(expected == null ? "" : "; did you mean '" + expected + "'?");
    }
}
