package org.ldci.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void labels_that_differ_at_their_end_stay_apart() {
        assertThat(TextTable.shortenMiddle("mean of the components of the index arithmetic"))
                .isEqualTo("mean of the ..x arithmetic")
                .hasSize(26);
        assertThat(TextTable.shortenMiddle("twenty-six characters here")).isEqualTo("twenty-six characters here");
    }
}
