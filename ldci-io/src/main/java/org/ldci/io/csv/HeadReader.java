package org.ldci.io.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Optional;

/** Looks at the header before the parser does, and then gives the text again from the header on. Not thread-safe. */
final class HeadReader extends Reader {
    private final Reader text;
    private final Limits limits;
    private final ProblemLog log;
    /** What is read and not yet given: from position to end. */
    private char[] buffer = new char[1 << 14];

    private int position;
    private int end;
    private long skippedLines;

    HeadReader(Reader text, Limits limits, ProblemLog log) {
        this.text = text;
        this.limits = limits;
        this.log = log;
    }

    /** The number of lines before the header. */
    long skippedLines() {
        return skippedLines;
    }

    /** The header with its line ends; it stays to be read. */
    String readHeader(Optional<String> headerText) throws IOException {
        while (true) {
            int length = lineEnd(0);
            if (length == 0) {
                throw log.stop(
                        "",
                        headerText.isPresent()
                                ? "no line has the text '" + ProblemLog.shorten(headerText.get())
                                        + "', which the options name as part of the header"
                                : "is empty");
            }
            String line = new String(buffer, position, length);
            if (headerText.isPresent() ? line.contains(headerText.get()) : !line.isBlank()) {
                return whole(length);
            }
            position += length;
            skippedLines++;
        }
    }

    /** The header goes on over line ends in quotes. */
    private String whole(int firstLine) throws IOException {
        int length = firstLine;
        boolean odd = false;
        for (int i = 0; i < length; i++) {
            odd ^= buffer[position + i] == '"';
            if (i == length - 1 && odd) {
                length = lineEnd(length);
            }
        }
        return new String(buffer, position, length);
    }

    /** How far ahead the line ends that starts so far ahead; the same distance if the text has ended. */
    private int lineEnd(int from) throws IOException {
        for (int i = from; has(i); i++) {
            if (i > limits.rowLength()) {
                throw log.stop(
                        ProblemLog.row(skippedLines + 1),
                        "is longer than the limit of " + limits.rowLength()
                                + " characters, or a quote is never closed");
            }
            char c = buffer[position + i];
            if (c == '\n') {
                return i + 1;
            }
            if (c == '\r') {
                return has(i + 1) && buffer[position + i + 1] == '\n' ? i + 2 : i + 1;
            }
            if (!has(i + 1)) {
                return i + 1;
            }
        }
        return from;
    }

    /** Whether there is a character so far ahead; may move the buffer's content. */
    private boolean has(int ahead) throws IOException {
        while (position + ahead >= end) {
            if (end == buffer.length) {
                if (position > 0) {
                    System.arraycopy(buffer, position, buffer, 0, end - position);
                    end -= position;
                    position = 0;
                } else {
                    buffer = Arrays.copyOf(buffer, 2 * buffer.length);
                }
            }
            int n = text.read(buffer, end, buffer.length - end);
            if (n < 0) {
                return false;
            }
            end += n;
        }
        return true;
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        if (position == end) {
            return text.read(target, from, length);
        }
        int n = Math.min(length, end - position);
        System.arraycopy(buffer, position, target, from, n);
        position += n;
        return n;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
