package org.ldci.io;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.ldci.data.DataException;
import org.ldci.data.Dataset;
import org.ldci.data.DatasetBuilder;
import org.ldci.data.Panel;
import org.ldci.io.csv.BadInput;
import org.ldci.io.csv.CsvRows;
import org.ldci.io.csv.Limits;
import org.ldci.io.csv.ProblemLog;
import org.ldci.io.csv.TextInput;
import org.ldci.model.Geography;
import org.ldci.model.Metric;

/**
 * Reads and writes data: CSV files, wide or long, and JSON. A file in gzip is unpacked as it is read.
 *
 * <p>A <b>wide</b> CSV file has one row a region and one column a metric. Beside {@code region}, the code, it may have
 * {@code name}, {@code level}, {@code parent}, {@code population}, {@code aliases} (codes parted by blanks) and any number
 * of {@code group:NAME}. A <b>long</b> file has one row a cell: {@code region,metric,period,value,status,standardError,note}
 * and the columns that describe regions; a file with {@code metric} and {@code value} is long, and columns it does not need
 * are passed over. The names of these columns are read without regard to case, the codes of metrics exactly.
 *
 * <p>Text is UTF-8 unless a byte order mark or {@link DataOptions} says otherwise. Comma, semicolon or tab part the cells;
 * the header tells. Blank rows are passed over. A cell is a number, a blank, or shorthand of the UK Government Statistical
 * Service: {@code [c]} suppressed, {@code [x]} not available, {@code [z]} not applicable, {@code [low]} rounded to zero,
 * and beside a value {@code [u] [e] [p] [r] [f] [b]} and, for imputed, {@code [i]}. Of several markers the status takes the
 * first by SDMX's precedence, and the note of the cell the rest. A percent sign (25% is 25), a pound or euro sign and
 * well-placed thousands separators are read where the column leaves no doubt. What is in doubt is a problem, not a guess.
 *
 * <p>All problems of a file are reported at once in a {@link FormatException}. The path of a problem is {@code row 3, column
 * 'gigabit'}, where the row is the line of the file on which it starts; the header is row 1 if nothing stands above it.
 *
 * <p>Limits: 2 GiB of text, 16,777,216 characters a row, 10,000 columns, 5,000,000 rows. Stateless and thread-safe.
 */
public final class Datasets {
    private static final String TEXT = "data";

    private Datasets() {}

    /**
     * Reads a dataset from a CSV or JSON file.
     *
     * @param file the file; its content, not its name, says what it is
     * @return the dataset
     * @throws FormatException if the file breaks a rule of its format; lists every problem
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Dataset read(Path file) {
        return read(file, DataOptions.defaults());
    }

    /**
     * Reads a dataset from a CSV or JSON file of another form.
     *
     * @param file the file; its content, not its name, says what it is
     * @param options how to read it
     * @return the dataset
     * @throws FormatException if the file breaks a rule of its format; lists every problem
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Dataset read(Path file, DataOptions options) {
        return open(file, options, Datasets::readDataset);
    }

    /**
     * Reads a dataset from text.
     *
     * @param csvOrJson the text; JSON if its first character that is no blank is a brace
     * @return the dataset
     * @throws FormatException if the text breaks a rule of its format; lists every problem
     */
    public static Dataset parse(String csvOrJson) {
        return parse(csvOrJson, DataOptions.defaults());
    }

    /**
     * Reads a dataset from text of another form.
     *
     * @param csvOrJson the text; JSON if its first character that is no blank is a brace
     * @param options how to read it
     * @return the dataset
     * @throws FormatException if the text breaks a rule of its format; lists every problem
     */
    public static Dataset parse(String csvOrJson, DataOptions options) {
        return open(csvOrJson, options, Datasets::readDataset);
    }

    /**
     * The metrics that a data file holds. Of a wide CSV file only the header is read, so that its other rows may be wrong.
     *
     * @param file a CSV or JSON file, also with .gz
     * @param options how to read it; the metrics to keep are not looked at in a wide file
     * @return their codes, or the heads of whatever columns are not of fixed meaning, in the order of the file
     * @throws FormatException if it cannot be read; lists every problem
     * @throws UncheckedIOException if reading fails
     */
    public static List<String> metrics(Path file, DataOptions options) {
        return open(file, options, Datasets::readMetrics);
    }

    /**
     * Reads a panel from a long CSV file with a column {@code period}, or from JSON.
     *
     * @param file the file; its content, not its name, says what it is
     * @return the panel
     * @throws FormatException if the file breaks a rule of its format; lists every problem
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Panel readPanel(Path file) {
        return readPanel(file, DataOptions.defaults());
    }

    /**
     * Reads a panel from a long CSV file, or from JSON, of another form. A cell without a row is
     * {@link org.ldci.data.CellStatus#NOT_AVAILABLE}.
     *
     * @param file the file; its content, not its name, says what it is
     * @param options how to read it
     * @return the panel
     * @throws FormatException if the file breaks a rule of its format; lists every problem
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Panel readPanel(Path file, DataOptions options) {
        return open(file, options, Datasets::readPanel);
    }

    /**
     * Reads a panel from text.
     *
     * @param csvOrJson a long CSV with a column {@code period}, or JSON
     * @return the panel
     * @throws FormatException if the text breaks a rule of its format; lists every problem
     */
    public static Panel parsePanel(String csvOrJson) {
        return open(csvOrJson, DataOptions.defaults(), Datasets::readPanel);
    }

    /**
     * Writes a dataset as JSON or CSV in UTF-8; a file that is there is replaced.
     *
     * @param dataset the dataset
     * @param file its name ends in {@code .json}, {@code .csv}, {@code .json.gz} or {@code .csv.gz}
     * @throws IllegalArgumentException if the name ends otherwise, or CSV cannot hold a text of the dataset
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(Dataset dataset, Path file) {
        write(file, isJson(file) ? to -> DataJsonWriter.write(dataset, to) : to -> DataCsv.write(dataset, to));
    }

    /**
     * Writes a panel as JSON or long CSV in UTF-8; a file that is there is replaced.
     *
     * @param panel the panel
     * @param file its name ends in {@code .json}, {@code .csv}, {@code .json.gz} or {@code .csv.gz}
     * @throws IllegalArgumentException if the name ends otherwise, or CSV cannot hold a text or a period of the panel
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(Panel panel, Path file) {
        write(file, isJson(file) ? to -> DataJsonWriter.write(panel, to) : to -> DataCsv.write(panel, to));
    }

    /**
     * Writes a dataset as CSV: wide if that loses nothing, else long, which also holds standard errors, notes and metrics
     * called like a fixed column. {@link #parse(String)} gives an equal dataset, if there is a region and a metric.
     *
     * <p>Names, groups and notes that a spreadsheet would run as a formula get an apostrophe in front, which reading
     * takes away.
     *
     * @param dataset the dataset
     * @return the CSV, with line feeds
     * @throws IllegalArgumentException if a text has a NUL character
     */
    public static String toCsv(Dataset dataset) {
        return text(to -> DataCsv.write(dataset, to));
    }

    /**
     * Writes a dataset as JSON. {@link #parse(String)} gives an equal dataset.
     *
     * <p>The form: {@code {"format":"ldci-data","version":1,"regions":[...],"metrics":[codes],"values":[[...],...]}} with
     * one list of values a region, {@code null} for missing. The optional {@code statuses}, {@code standardErrors} and
     * {@code notes} are lists of {@code [row, column, value]}, counted from 0, for the cells that have one. A status is
     * there unless it is {@code OBSERVED} or {@code MISSING_UNSPECIFIED}.
     *
     * @param dataset the dataset
     * @return the JSON, one region a line
     */
    public static String toJson(Dataset dataset) {
        return text(to -> DataJsonWriter.write(dataset, to));
    }

    /**
     * Writes a panel as JSON: as a dataset, but with {@code "periods":[{"label","start","end","values",...}]} in place of
     * the values, where {@code end} is the day after the last. A period whose populations are not those of the regions has
     * a list {@code populations}, one number or {@code null} a region. {@link #parsePanel} gives an equal panel.
     *
     * @param panel the panel
     * @return the JSON, one region of a period a line
     */
    public static String toJson(Panel panel) {
        return text(to -> DataJsonWriter.write(panel, to));
    }

    /**
     * Writes a panel as long CSV, every cell a row. {@link #parsePanel} gives an equal panel, if there is a region and a
     * metric.
     *
     * @param panel the panel
     * @return the CSV, with line feeds
     * @throws IllegalArgumentException if a text has a NUL character, or a period is not what its label reads as
     */
    public static String toLongCsv(Panel panel) {
        return text(to -> DataCsv.write(panel, to));
    }

    /**
     * A wide CSV file to fill in: codes, names and levels of the regions are there, the values are blank.
     *
     * @param geography the regions
     * @param metrics the metrics, one a column
     * @return the CSV, with line feeds
     * @throws IllegalArgumentException if a metric is called like a fixed column, or a name has a NUL character
     */
    public static String template(Geography geography, List<Metric> metrics) {
        return text(to -> DataCsv.writeTemplate(geography, metrics, to));
    }

    /** Something that is read from an open text. */
    private interface Reading<T> {
        T from(Reader text, DataOptions options, ProblemLog log) throws IOException;
    }

    private static Dataset readDataset(Reader text, DataOptions options, ProblemLog log) throws IOException {
        if (isJson(text)) {
            return new DataJsonReader(options, log).readDataset(text);
        }
        CsvRows rows = rows(text, options, log);
        CsvHeader header = new CsvHeader(rows.header(), options, log);
        return LongCsv.isLong(header, options)
                ? new LongCsv(rows, header, options, log).readDataset()
                : new WideCsv(rows, header, options, log).read();
    }

    private static List<String> readMetrics(Reader text, DataOptions options, ProblemLog log) throws IOException {
        if (isJson(text)) {
            return new DataJsonReader(options, log).readDataset(text).metrics();
        }
        CsvRows rows = rows(text, options, log);
        CsvHeader header = new CsvHeader(rows.header(), options, log);
        return LongCsv.isLong(header, options)
                ? new LongCsv(rows, header, options, log).readDataset().metrics()
                : WideCsv.metrics(header, options, log);
    }

    private static Panel readPanel(Reader text, DataOptions options, ProblemLog log) throws IOException {
        if (isJson(text)) {
            return new DataJsonReader(options, log).readPanel(text);
        }
        CsvRows rows = rows(text, options, log);
        CsvHeader header = new CsvHeader(rows.header(), options, log);
        return new LongCsv(rows, header, options, log).readPanel();
    }

    private static CsvRows rows(Reader text, DataOptions options, ProblemLog log) throws IOException {
        return new CsvRows(text, options.separator(), options.skipUntilHeader(), Limits.STANDARD, log);
    }

    /** Looks at the first characters, which stay to be read. */
    private static boolean isJson(Reader text) throws IOException {
        text.mark(8192);
        int c = text.read();
        for (int i = 0; i < 8000 && c >= 0 && Character.isWhitespace(c); i++) {
            c = text.read();
        }
        text.reset();
        return c == '{';
    }

    private static <T> T open(Path file, DataOptions options, Reading<T> reading) {
        ProblemLog log = new ProblemLog();
        try (InputStream stream = Files.newInputStream(file)) {
            return read(log, () -> {
                Reader text = TextInput.open(stream, options.charset().orElse(null), Limits.STANDARD, log);
                return reading.from(new BufferedReader(text, 1 << 16), options, log);
            });
        } catch (BadInput e) {
            throw new FormatException(name(file), log.problems());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static <T> T open(String text, DataOptions options, Reading<T> reading) {
        ProblemLog log = new ProblemLog();
        try {
            return read(log, () -> {
                String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
                TextInput.refuseNul(plain, log);
                return reading.from(new StringReader(plain), options, log);
            });
        } catch (BadInput e) {
            throw new FormatException(TEXT, log.problems());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Work that may fail to read. */
    private interface Work<T> {
        T run() throws IOException;
    }

    private static <T> T read(ProblemLog log, Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (DataException e) {
            e.problems().forEach(problem -> log.add("", problem));
            throw log.end();
        }
    }

    /** Makes a dataset unless something was wrong. */
    static Dataset build(DatasetBuilder builder, ProblemLog log) {
        refuse(log);
        return builder.build();
    }

    /** Ends the reading if something was wrong. */
    static void refuse(ProblemLog log) {
        if (!log.isEmpty()) {
            throw log.end();
        }
    }

    private static String text(Consumer<Writer> writing) {
        StringWriter text = new StringWriter();
        writing.accept(text);
        return text.toString();
    }

    private static void write(Path file, Consumer<Writer> writing) {
        try (OutputStream raw = Files.newOutputStream(file);
                OutputStream out = name(file).endsWith(".gz") ? new GZIPOutputStream(raw) : raw;
                // an encoder of its own refuses what UTF-8 cannot hold, where the charset alone would write a question
                // mark
                Writer writer =
                        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8.newEncoder()), 1 << 16)) {
            writing.accept(writer);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static boolean isJson(Path file) {
        String name = name(file).toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        if (!plain.endsWith(".json") && !plain.endsWith(".csv")) {
            throw new IllegalArgumentException(
                    "the name of a data file must end in .csv, .json, .csv.gz or .json.gz but is '" + name(file) + "'");
        }
        return plain.endsWith(".json");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
