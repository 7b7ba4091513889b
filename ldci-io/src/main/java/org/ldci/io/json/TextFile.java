package org.ldci.io.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ldci.model.Problem;

/** Documents as files: UTF-8 and nothing else. */
public final class TextFile {
    private TextFile() {}

    /**
     * Reads a whole file.
     *
     * @param file the file
     * @param maximumBytes the size above which it is refused
     * @param problems receives what is wrong: too large, or not UTF-8
     * @return the text; empty if there is a problem
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Optional<String> read(Path file, int maximumBytes, List<Problem> problems) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(maximumBytes + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e, e);
        }
        if (bytes.length > maximumBytes) {
            problems.add(new Problem(
                    "", "has more than " + maximumBytes + " bytes, the most that this kind of file may have"));
            return Optional.empty();
        }
        // a decoder reports what it cannot read and stops there
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) {
            problems.add(new Problem(
                    "",
                    "is not UTF-8: the byte at offset " + in.position()
                            + " starts no character; save the file as UTF-8"));
            return Optional.empty();
        }
        return Optional.of(out.flip().toString());
    }

    /**
     * Writes a whole file.
     *
     * @param file the file, replaced if there is one
     * @param text the text
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e, e);
        }
    }
}
