package org.ldci.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.ldci.engine.IndexResult;

/**
 * Writes results: CSV for spreadsheets, JSON with everything, tables for documents and consoles.
 *
 * <p>The same result gives the same characters, on every machine. Files are UTF-8 without a byte-order mark and lines end
 * with a line feed. All methods are thread-safe.
 */
public final class Results {
    private Results() {}

    /**
     * The scores as CSV: {@code region,name,rank,index}, then a column for every component and metric by its code in the
     * order of the tree.
     *
     * <p>Rows stand in the order of the rank, equal ones in the order of the data, unranked ones last. A column of what is
     * not measured is there and empty; so is the cell of a score that does not exist. Scores have full precision; a rank
     * that is a whole number is written as one. Text that a spreadsheet would take for a formula gets an apostrophe in
     * front.
     *
     * @param result the result
     * @return a header and a line a region
     */
    public static String toCsv(IndexResult result) {
        return text(result, ResultFormat.CSV);
    }

    /**
     * Everything the result holds as one JSON document of the format {@code ldci-result}: definition and provenance; every
     * node with its weights; every region, in the order of the data, with coverage, scores and ranks of all nodes, and the
     * stages and status of every metric; diagnostics, and what was treated. What does not exist is null.
     *
     * @param result the result
     * @return the document; its definition is null, with the reason beside it, if it holds a strategy that has no name in
     *     files
     */
    public static String toJson(IndexResult result) {
        return text(result, ResultFormat.JSON);
    }

    /**
     * The ranking as a Markdown table with all components right below the index, rounded for reading.
     *
     * @param result the result
     * @return a title and a table; names are escaped, so that they show as they are
     */
    public static String toMarkdown(IndexResult result) {
        return text(result, ResultFormat.MARKDOWN);
    }

    /**
     * The ranking as a plain table with all components right below the index, rounded for reading.
     *
     * @param result the result
     * @return {@link IndexResult#text()}
     */
    public static String toText(IndexResult result) {
        return text(result, ResultFormat.TEXT);
    }

    private static String text(IndexResult result, ResultFormat format) {
        StringBuilder text = new StringBuilder();
        write(result, format, text);
        return text.toString();
    }

    /**
     * Writes a result to a file, in the format that its extension names: {@code .csv}, {@code .json}, {@code .md} or
     * {@code .txt}. An existing file is replaced.
     *
     * @param result the result
     * @param file the file
     * @throws IllegalArgumentException if the extension is none of these
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(IndexResult result, Path file) {
        ResultFormat format = formatOf(file);
        try (Writer writer = Files.newBufferedWriter(file, UTF_8)) {
            write(result, format, writer);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e, e);
        }
    }

    private static ResultFormat formatOf(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return ResultFormat.CSV;
        } else if (name.endsWith(".json")) {
            return ResultFormat.JSON;
        } else if (name.endsWith(".md")) {
            return ResultFormat.MARKDOWN;
        } else if (name.endsWith(".txt")) {
            return ResultFormat.TEXT;
        }
        throw new IllegalArgumentException(
                "cannot tell the format of '" + file + "' from its name; it must end in .csv, .json, .md or .txt");
    }

    /**
     * Writes a result, piece by piece, so that a large one need not be held as one text.
     *
     * @param result the result
     * @param format the format
     * @param target receives the characters; it is not closed
     * @throws UncheckedIOException if the target fails
     */
    public static void write(IndexResult result, ResultFormat format, Appendable target) {
        try {
            switch (format) {
                case CSV -> ResultCsv.write(result, target);
                case JSON -> new ResultJson(result).write(target);
                case MARKDOWN -> target.append(ResultMarkdown.of(result));
                case TEXT -> target.append(result.text());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
