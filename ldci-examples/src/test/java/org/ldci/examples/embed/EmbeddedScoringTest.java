package org.ldci.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ldci.engine.CompositeIndex;
import org.ldci.examples.Child;

class EmbeddedScoringTest {
    /** Compiles and runs the program in a JVM that sees ldci-core and Guava, and neither ldci-io nor anything else. */
    @Test
    void core_and_guava_are_all_it_needs(@TempDir Path folder) throws IOException, InterruptedException {
        String classPath = Stream.of(CompositeIndex.class, ImmutableMap.class)
                .map(EmbeddedScoringTest::home)
                .collect(Collectors.joining(File.pathSeparator));
        Path source = Path.of(
                System.getProperty("ldci.root"),
                "ldci-examples/src/main/java/org/ldci/examples/embed/EmbeddedScoring.java");
        Child.Outcome compiled = Child.run(
                "",
                List.of(
                        Child.tool("javac"),
                        "-proc:none",
                        "-d",
                        folder.toString(),
                        "-cp",
                        classPath,
                        source.toString()));
        assertThat(compiled.code()).as(compiled.err()).isZero();
        Child.Outcome outcome = Child.run(
                "",
                List.of(
                        Child.tool("java"),
                        "-cp",
                        classPath + File.pathSeparator + folder,
                        EmbeddedScoring.class.getName()));
        assertThat(outcome.err()).isEmpty();
        // the geometric mean of 100 and 1 is 10
        assertThat(outcome.out())
                .isEqualTo("best 100.00, worst 1.00, best and worst 10.00\n".replace("\n", System.lineSeparator())
                        + "100000 regions scored, 100000 of them the same from many threads" + System.lineSeparator());
        assertThat(outcome.code()).isZero();
    }

    private static String home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
