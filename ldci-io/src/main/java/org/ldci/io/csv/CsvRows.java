package org.ldci.io.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV text, header first, one at a time. Blank rows are passed over. Not thread-safe. */
public final class CsvRows {
    private static final char[] SEPARATORS = {',', ';', '\t'};

    private final Limits limits;
    private final ProblemLog log;
    private final char separator;
    private final Handler handler;
    private final Iterator<CsvRow> rows;
    private int columns;
    private long count;

    /**
     * Starts to read.
     *
     * @param text the text
     * @param separator what parts the cells; if empty, the header tells: the one of comma, semicolon and tab that gives
     *     more columns
     * @param headerText a text in the header's line: lines before it are skipped; if empty, the first line that is not
     *     blank is the header
     * @param limits the limits
     * @param log takes what is wrong
     * @throws IOException if reading fails
     * @throws BadInput if there is no header, or its separator is not clear
     */
    public CsvRows(
            Reader text, Optional<Character> separator, Optional<String> headerText, Limits limits, ProblemLog log)
            throws IOException {
        this.limits = limits;
        this.log = log;
        HeadReader reader = new HeadReader(text, limits, log);
        String head = reader.readHeader(headerText);
        this.separator = separator.isPresent() ? separator.get() : detect(head, reader.skippedLines() + 1);
        this.handler = new Handler(reader.skippedLines(), limits, log);
        this.rows = CsvReader.builder()
                .fieldSeparator(this.separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(limits.rowLength())
                .build(handler, reader)
                .iterator();
    }

    private char detect(String header, long line) {
        int[] counts = new int[SEPARATORS.length];
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            quoted ^= c == '"';
            for (int s = 0; s < SEPARATORS.length && !quoted; s++) {
                counts[s] += c == SEPARATORS[s] ? 1 : 0;
            }
        }
        int best = 0;
        for (int s = 1; s < counts.length; s++) {
            best = counts[s] > counts[best] ? s : best;
        }
        for (int s = 0; s < counts.length; s++) {
            if (s != best && counts[s] == counts[best] && counts[s] > 0) {
                throw log.stop(
                        ProblemLog.row(line),
                        "the header '" + ProblemLog.shorten(header.strip()) + "' has as many " + name(SEPARATORS[best])
                                + "s as " + name(SEPARATORS[s]) + "s; say the separator in DataOptions");
            }
        }
        return SEPARATORS[best];
    }

    private static String name(char separator) {
        return switch (separator) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            default -> "'" + separator + "'";
        };
    }

    /**
     * What parts the cells.
     *
     * @return the separator, given or found
     */
    public char separator() {
        return separator;
    }

    /**
     * Reads the header.
     *
     * @return the names of the columns, without the blanks around them; overwritten by the next row
     * @throws BadInput if there are too many columns
     */
    public CsvRow header() {
        CsvRow header = read();
        if (header == null) {
            throw log.stop("", "is empty");
        }
        columns = header.size() + handler.extra;
        if (handler.extra > 0) {
            throw log.stop(
                    ProblemLog.row(header.line()), "has " + columns + " columns but the limit is " + limits.columns());
        }
        return header;
    }

    /**
     * Reads the next row that is not blank and has as many cells as the header; others are problems.
     *
     * @return the row, overwritten by the next; null after the last
     * @throws BadInput if reading cannot go on
     */
    public @Nullable CsvRow next() {
        for (CsvRow row = read(); row != null; row = read()) {
            int cells = row.size() + handler.extra;
            if (row.isBlank() && handler.extra == 0) {
                continue;
            }
            if (++count > limits.rows()) {
                throw log.stop(ProblemLog.row(row.line()), "is beyond the limit of " + limits.rows() + " rows");
            }
            if (cells == columns) {
                return row;
            }
            log.add(
                    ProblemLog.row(row.line()),
                    "has " + cells + (cells == 1 ? " cell" : " cells") + " but the header has " + columns
                            + (cells > columns ? "; put a cell that holds a " + name(separator) + " in quotes" : ""));
        }
        return null;
    }

    private @Nullable CsvRow read() {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (CsvParseException e) {
            if (e.getCause() instanceof BadInput bad) {
                throw bad;
            }
            throw log.stop(ProblemLog.row(handler.quoteLine()), explain(String.valueOf(e.getMessage())));
        }
    }

    /** Says in our words what FastCSV says in its own; words that are new to us are passed on. */
    private String explain(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("maximum buffer size")) {
            return tooLong(limits);
        } else if (lower.contains("unclosed")) {
            return "a quote is opened here and never closed";
        } else if (lower.contains("after closing quote")) {
            return "text follows a closing quote; a quote inside a quoted cell must be doubled";
        }
        return message;
    }

    private static String tooLong(Limits limits) {
        return "is longer than the limit of " + limits.rowLength() + " characters, or a quote is never closed";
    }

    /** Fills the one row. */
    private static final class Handler extends AbstractBaseCsvCallbackHandler<CsvRow> {
        private final CsvRow row = new CsvRow();
        private final long skippedLines;
        private final Limits limits;
        private final ProblemLog log;
        private long quoteLine;
        private int length;
        private int extra;

        Handler(long skippedLines, Limits limits, ProblemLog log) {
            this.skippedLines = skippedLines;
            this.limits = limits;
            this.log = log;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            row.begin(startingLineNumber + skippedLines);
            quoteLine = row.line();
            length = 0;
            extra = 0;
        }

        @Override
        protected void handleField(int field, char[] source, int from, int size, boolean quoted) {
            length += size;
            if (length > limits.rowLength()) {
                throw log.stop(ProblemLog.row(row.line()), tooLong(limits));
            }
            if (row.size() < limits.columns()) {
                row.add(source, from, size, quoted);
            } else {
                extra++;
            }
            if (quoted) {
                for (int i = from; i < from + size; i++) {
                    boolean pair = source[i] == '\n' && i > from && source[i - 1] == '\r';
                    quoteLine += (source[i] == '\n' || source[i] == '\r') && !pair ? 1 : 0;
                }
            }
        }

        @Override
        protected CsvRow buildRecord() {
            return row;
        }

        /** The line on which the cell that is being read starts. */
        long quoteLine() {
            return quoteLine;
        }
    }
}
