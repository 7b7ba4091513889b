package org.ldci.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where results go, the same for every command that can write a file. */
final class Output {
    @Option(names = "--out", paramLabel = "FILE", description = "write to this file instead of the standard output")
    private @Nullable Path out;

    @Option(names = "--force", description = "replace the file of --out if there is one")
    private boolean force;

    /** The file; null for the standard output. */
    @Nullable
    Path file() {
        return out;
    }

    /** Refuses what cannot or must not be written, before any work is done. */
    void check(@Nullable Path... read) {
        if (out == null) {
            return;
        }
        if (!force && Files.exists(out)) {
            throw new BadInput(out + " exists already; give --force to replace it");
        }
        Path folder = out.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new BadInput("cannot write " + out + ": there is no folder " + folder);
        }
        for (Path file : read) {
            if (file != null && isSame(out, file)) {
                throw new BadInput("--out is the file that is read, " + out + "; name another");
            }
        }
    }

    /** Writes to the file or the standard output. */
    void write(Terminal terminal, Consumer<Appendable> result) {
        if (out == null) {
            StringBuilder text = new StringBuilder();
            result.accept(text);
            terminal.print(text.toString());
            return;
        }
        OpenOption[] options = force
                ? new OpenOption[] {
                    StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE
                }
                : new OpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
        try (Writer writer = Files.newBufferedWriter(out, UTF_8, options)) {
            result.accept(writer);
        } catch (IOException | UncheckedIOException e) {
            throw new BadInput("cannot write " + out + ": "
                    + (e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage()));
        }
    }

    /** Writes a text to the file or the standard output. */
    void write(Terminal terminal, String text) {
        write(terminal, target -> {
            try {
                target.append(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
