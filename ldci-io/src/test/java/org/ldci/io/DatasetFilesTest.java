package org.ldci.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ldci.data.Dataset;
import org.ldci.data.Panel;
import org.ldci.io.csv.BadInput;
import org.ldci.io.csv.CsvRows;
import org.ldci.io.csv.Limits;
import org.ldci.io.csv.ProblemLog;
import org.ldci.io.csv.TextInput;
import org.ldci.model.Region;

class DatasetFilesTest {
    private static final String CSV = "region,name,a\nTLL,Ynys Môn,1.5\n";
    private static final Dataset DATASET =
            Dataset.builder().value(Region.of("TLL", "Ynys Môn"), "a", 1.5).build();

    @TempDir
    Path folder;

    private Path file(String name, byte[]... parts) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (byte[] part : parts) {
                out.write(part);
            }
        }
        return file;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEndIsRead(String lineEnd) {
        assertThat(Datasets.parse(CSV.replace("\n", lineEnd))).isEqualTo(DATASET);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void everySeparatorIsFound(String separator) {
        assertThat(Datasets.parse(CSV.replace(",", separator))).isEqualTo(DATASET);
    }

    @Test
    void byteOrderMarksAreObeyed() throws IOException {
        assertThat(Datasets.read(file("8.csv", bytes(0xEF, 0xBB, 0xBF), CSV.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(DATASET);
        assertThat(Datasets.read(file("le.csv", bytes(0xFF, 0xFE), CSV.getBytes(StandardCharsets.UTF_16LE))))
                .isEqualTo(DATASET);
        assertThat(Datasets.read(file("be.csv", bytes(0xFE, 0xFF), CSV.getBytes(StandardCharsets.UTF_16BE))))
                .isEqualTo(DATASET);
        assertThat(Datasets.parse("\uFEFF" + CSV)).isEqualTo(DATASET);
    }

    @Test
    void bytesThatAreNotUtf8AreAProblemUnlessACharsetIsSaid() throws IOException {
        Path file = file("old.csv", CSV.getBytes(StandardCharsets.ISO_8859_1));
        // "region,name,a\n" has 14 bytes, "TLL,Ynys M" 10 more
        assertThatThrownBy(() -> Datasets.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessage("old.csv: row 2: byte offset 24: 0xF4 is not valid UTF-8; say the charset, such as "
                        + "windows-1252, in DataOptions");
        for (Charset charset : new Charset[] {StandardCharsets.ISO_8859_1, Charset.forName("windows-1252")}) {
            assertThat(Datasets.read(
                            file, DataOptions.builder().charset(charset).build()))
                    .isEqualTo(DATASET);
        }
    }

    @Test
    void aCharacterCutOffAtTheEndIsAProblem() throws IOException {
        Path file = file("cut.csv", "region,a\nTLC,1".getBytes(StandardCharsets.UTF_8), bytes(0xC3));
        assertThatThrownBy(() -> Datasets.read(file))
                .hasMessageStartingWith("cut.csv: row 2: byte offset 14: 0xC3 is not valid UTF-8");
    }

    @Test
    void nulInAFileIsAProblem() throws IOException {
        Path file = file("nul.csv", CSV.getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(() -> Datasets.read(file))
                .hasMessage("nul.csv: row 1: has a NUL character, which is no text; UTF-16 needs a byte order mark");
    }

    @Test
    void proseAboveTheHeaderIsSkippedWhenSaid() {
        DataOptions options = DataOptions.builder()
                .skipUntilHeader("AREACD")
                .regionColumn("areacd")
                .build();
        Dataset dataset = Datasets.parse("Table 1: \"odd\n\nAREACD,a\nTLC,1\n", options);
        assertThat(dataset.value("TLC", "a")).isEqualTo(1);
        assertThatThrownBy(() -> Datasets.parse("Table 1\n\nAREACD,a\nTLC,many\n", options))
                .hasMessageStartingWith("data: row 4, column 'a': 'many'");
    }

    @Test
    void rowsAreCountedAsLinesEvenAfterLineEndsInQuotes() {
        assertThatThrownBy(() -> Datasets.parse("region,name,a\nTLC,\"North\nEast\",1\n\n,,\nTLD,x,many\n"))
                .hasMessageStartingWith("data: row 6, column 'a': 'many'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"d.csv", "d.json", "d.csv.gz", "d.json.gz"})
    void filesReadBackAsTheyWere(String name) {
        Path file = folder.resolve(name);
        Datasets.write(DATASET, file);
        assertThat(Datasets.read(file)).isEqualTo(DATASET);
    }

    @Test
    void otherNamesAndMissingFilesAreRefused() {
        assertThatThrownBy(() -> Datasets.write(DATASET, folder.resolve("d.xlsx")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the name of a data file must end in .csv, .json, .csv.gz or .json.gz but is 'd.xlsx'");
        assertThatThrownBy(() -> Datasets.read(folder.resolve("none.csv")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.csv");
    }

    @Test
    void aLineOfAGigabyteIsRefusedBeforeItIsReadWhole() {
        Endless line = new Endless("region,a\nTLC,", 1L << 30);
        assertThat(refusal(line, Limits.STANDARD))
                .isEqualTo(
                        "big.csv: row 2: is longer than the limit of 16777216 characters, or a quote is never closed");
        assertThat(line.given).isLessThan(40L << 20);
        Endless header = new Endless("region,", 1L << 30);
        assertThat(refusal(header, Limits.STANDARD))
                .isEqualTo(
                        "big.csv: row 1: is longer than the limit of 16777216 characters, or a quote is never closed");
        assertThat(header.given).isLessThan(40L << 20);
    }

    @Test
    void aTextLongerThanTheLimitIsRefused() {
        assertThat(refusal(new Endless("region,a\nTLC,1\n", 5_000), new Limits(1_000, 200, 1 << 20, 10, 10)))
                .isEqualTo("big.csv: is longer than the limit of 1000 bytes of text");
    }

    @Test
    void tooManyRowsAreRefused() {
        InputStream rows = new ByteArrayInputStream("region,a\nA,1\nB,1\nC,1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(refusal(rows, new Limits(1_000, 200, 1 << 20, 10, 2)))
                .isEqualTo("big.csv: row 4: is beyond the limit of 2 rows");
    }

    @Test
    void aBombInGzipIsRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            byte[] block = new byte[1 << 20];
            Arrays.fill(block, (byte) '\n');
            for (int i = 0; i < 80; i++) {
                out.write(block);
            }
        }
        Path file = file("bomb.csv.gz", packed.toByteArray());
        assertThatThrownBy(() -> Datasets.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith("bomb.csv.gz: unpacks to more than 200 times its size (");
    }

    @Test
    void damagedGzipIsAProblem() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(CSV.getBytes(StandardCharsets.UTF_8));
        }
        byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
        Path file = file("half.csv.gz", half);
        assertThatThrownBy(() -> Datasets.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith("half.csv.gz: the gzip data are damaged: ");
    }

    private static String refusal(InputStream stream, Limits limits) {
        ProblemLog log = new ProblemLog();
        try {
            var text = TextInput.open(stream, null, limits, log);
            var rows = new CsvRows(text, Optional.empty(), Optional.empty(), limits, log);
            rows.header();
            while (rows.next() != null) {
                // until it is refused
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadInput e) {
            return new FormatException("big.csv", log.problems()).getMessage();
        }
        return "was read";
    }

    /** A start, and then digits until a length, made as they are read. */
    private static final class Endless extends InputStream {
        private final byte[] start;
        private final long length;
        private long given;

        Endless(String start, long length) {
            this.start = start.getBytes(StandardCharsets.UTF_8);
            this.length = length;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] target, int from, int size) {
            if (given == length) {
                return -1;
            }
            int n = (int) Math.min(size, length - given);
            for (int i = 0; i < n; i++) {
                target[from + i] = given < start.length ? start[(int) given] : (byte) '7';
                given++;
            }
            return n;
        }
    }

    static boolean sharedData() {
        return Files.isDirectory(shared());
    }

    private static Path shared() {
        return Path.of(System.getProperty("ldci.shared", "none"), "data");
    }

    @Test
    @EnabledIf("sharedData")
    void deprivationOfEveryNeighbourhoodInEnglandIsRead() {
        Dataset dataset = Datasets.read(
                shared().resolve("uk-fine/imd2025_england_lsoa21.csv.gz"),
                DataOptions.builder().regionColumn("lsoa21_code").build());
        assertThat(dataset.regions()).hasSize(33_755);
        assertThat(dataset.metrics()).hasSize(24);
        assertThat(dataset.missing()).isZero();
        // the second row of the file
        assertThat(dataset.value("E01000001", "IMD_score")).isEqualTo(8.742);
        assertThat(dataset.value("E01000001", "Health_score")).isEqualTo(-1.771);
    }

    @Test
    @EnabledIf("sharedData")
    void regionalMatrixAndItsYearsAreRead() {
        Dataset matrix = Datasets.read(
                shared().resolve("uk-itl1/matrix_ready.csv"),
                DataOptions.builder()
                        .regionColumn("gss_code")
                        .nameColumn("region")
                        .addIgnoredColumns("itl_code")
                        .build());
        assertThat(matrix.regions()).hasSize(12);
        assertThat(matrix.value("E12000001", "gigabit")).isEqualTo(89.9);
        Panel years = Datasets.readPanel(
                shared().resolve("uk-itl1/values.csv"),
                DataOptions.builder()
                        .metricColumn("metric_id")
                        .regionColumn("gss_code")
                        .nameColumn("region")
                        .periodColumn("year")
                        .build());
        assertThat(years.latest().regions()).hasSize(12);
        assertThat(years.latest().metrics()).hasSize(78);
    }
}
