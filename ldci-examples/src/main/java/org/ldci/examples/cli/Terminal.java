package org.ldci.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Where a command writes: results to one stream, notes and problems to the other, both as UTF-8 on every machine. */
final class Terminal {
    private final OutputStream out;
    private final OutputStream err;

    private final boolean isInteractive;

    /** The length of a line that can still be written over; 0 if there is none. */
    private int open;

    Terminal(OutputStream out, OutputStream err, boolean isInteractive) {
        this.out = out;
        this.err = err;
        this.isInteractive = isInteractive;
    }

    /** Whether somebody looks on, as far as the JVM knows. */
    boolean isInteractive() {
        return isInteractive;
    }

    /** Writes a result; the text ends its own lines. */
    void print(String text) {
        endLine();
        write(out, text);
    }

    /** Writes a line about the result, or about why there is none. */
    void note(String text) {
        endLine();
        write(err, text + "\n");
    }

    /** Writes over the last line that this wrote. */
    void rewrite(String text) {
        write(err, "\r" + text + " ".repeat(Math.max(0, open - text.length())));
        open = text.length();
    }

    /** Ends a line that could be written over, if there is one. */
    void endLine() {
        if (open > 0) {
            open = 0;
            write(err, "\n");
        }
    }

    private static void write(OutputStream stream, String text) {
        try {
            stream.write(text.getBytes(UTF_8));
            stream.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the output: " + e.getMessage(), e);
        }
    }
}
