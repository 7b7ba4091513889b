package org.ldci.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "TLG", "E12000005", "_x", "1", "l3-quals", "a.b:c/d_e", "über", "地域", "gigabit2024"})
    void acceptsLettersAndDigitsOfAnyScriptAndInnerMarks(String code) {
        assertThat(Codes.problem(code)).isEmpty();
    }

    @Test
    void acceptsExactlySixtyFourCharactersAndNoMore() {
        assertThat(Codes.problem("x".repeat(64))).isEmpty();
        assertThat(Codes.problem("x".repeat(65)))
                .contains("must have at most 64 characters but has 65: 'xxxxxxxxxxxxxxxxxxxx...'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void refusesBlankCodes(String code) {
        assertThat(Codes.problem(code)).contains("must not be blank");
    }

    @ParameterizedTest
    @CsvSource({"-a", "/x", "a b", "a;b", "'a,b'", "100%", ".", "a\u0001b"})
    void refusesOtherCharactersAndLeadingMarksWithTheActualText(String code) {
        assertThat(Codes.problem(code))
                .contains("must be letters, digits and _ . : / - and start with a letter, a digit or _ but is '" + code
                        + "'");
    }
}
