package org.ldci.io;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.ldci.data.DataException;

/** Whatever the text, only the two documented exceptions come out. Runs over saved inputs; fuzzes if asked to. */
class DatasetsFuzzTest {
    @FuzzTest
    void parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            Datasets.toJson(Datasets.parse(text));
        } catch (FormatException | DataException expected) {
            // bad data
        }
    }

    @FuzzTest
    void parsePanel(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            Datasets.toJson(Datasets.parsePanel(text));
        } catch (FormatException | DataException expected) {
            // bad data
        }
    }
}
