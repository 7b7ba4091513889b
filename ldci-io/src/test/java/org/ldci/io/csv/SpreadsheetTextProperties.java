package org.ldci.io.csv;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SpreadsheetTextProperties {
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars('\'', '=', '+', '-', '@', '\t', '\r', '\n', 'a', '"', ',')
                .ofMaxLength(6);
    }

    @Property
    void restoreUndoesNeutralise(@ForAll("texts") String text) {
        assertThat(SpreadsheetText.restore(SpreadsheetText.neutralise(text))).isEqualTo(text);
    }

    @Property
    void noNeutralTextStartsAFormula(@ForAll("texts") String text) {
        assertThat(SpreadsheetText.neutralise(text)).doesNotMatch("(?s)[=+\\-@\t\r].*");
    }

    @Example
    void onlyTextsThatNeedItAreChanged() {
        assertThat(SpreadsheetText.neutralise("=1+1")).isEqualTo("'=1+1");
        assertThat(SpreadsheetText.neutralise("'=1+1")).isEqualTo("''=1+1");
        assertThat(SpreadsheetText.neutralise("'t Zand")).isEqualTo("'t Zand");
        assertThat(SpreadsheetText.restore("'t Zand")).isEqualTo("'t Zand");
        assertThat(SpreadsheetText.neutralise("")).isEmpty();
        assertThat(SpreadsheetText.restore("'")).isEqualTo("'");
    }
}
