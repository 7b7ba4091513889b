package org.ldci.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.examples.data.UkRegions;

/** Runs commands as they would be typed in a folder. */
record Typed(Path folder) {
    /** What a command wrote, without the names of folders. */
    record Outcome(int code, String out, String err) {}

    /** What a command answers to options that make no sense. */
    static Outcome wrongUsage(String command, String message) {
        return new Outcome(2, "", message + "\nTry 'java -jar ldci.jar " + command + " --help'.\n");
    }

    /** The notes on the bundled data, which every command prints that scores them. */
    static final String UK_NOTES = notes(UkRegions.definition(), UkRegions.dataset());

    /** The notes on data that a definition scores. */
    static String notes(IndexDefinition definition, Dataset data) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Notes.print(definition, data, new Terminal(OutputStream.nullOutputStream(), err, false));
        return err.toString(UTF_8);
    }

    void file(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of files get the folder in front. */
    Outcome run(String line) {
        String[] arguments = Arrays.stream(line.split(" +", -1))
                .map(word ->
                        word.matches("\\w+\\.[a-z]+") ? folder.resolve(word).toString() : word)
                .toArray(String[]::new);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Ldci.run(out, err, arguments);
        return new Outcome(code, clean(out), clean(err));
    }

    private String clean(ByteArrayOutputStream bytes) {
        return bytes.toString(UTF_8).replace(folder + File.separator, "");
    }
}
