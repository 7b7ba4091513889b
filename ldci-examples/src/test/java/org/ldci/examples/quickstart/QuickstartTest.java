package org.ldci.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuickstartTest {
    @Test
    void prints_a_ranking_of_twelve_regions_and_an_explanation() {
        PrintStream standard = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, UTF_8));
            Quickstart.main(new String[0]);
        } finally {
            System.setOut(standard);
        }
        List<String> lines = printed.toString(UTF_8).lines().toList();
        assertThat(lines.get(0)).isEqualTo("Local Digital Capital Index: 12 regions");
        assertThat(lines.get(2)).startsWith("TLI   London ");
        assertThat(lines.get(15)).startsWith("West Midlands: Local Digital Capital Index ");
    }
}
