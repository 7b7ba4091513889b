package org.ldci.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own, as a user starts one. */
public final class Child {
    /** What came of it. */
    public record Outcome(int code, String out, String err) {}

    private Child() {}

    /** The full path of a tool of the running JDK. */
    public static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** Runs a command, gives it a text on its standard input and waits for its end. */
    public static Outcome run(String input, List<String> command) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("child");
        Path in = Files.writeString(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        // a tool of a JDK must not pick up the options of whoever runs the tests
        builder.environment()
                .keySet()
                .removeIf(name -> name.contains("JAVA_TOOL_OPTIONS") || name.equals("_JAVA_OPTIONS"));
        Process process = builder.start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("still running after two minutes: " + command);
        }
        return new Outcome(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }
}
