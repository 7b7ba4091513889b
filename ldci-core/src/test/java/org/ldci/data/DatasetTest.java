package org.ldci.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ldci.model.Region;

class DatasetTest {
    private static final Region A = Region.of("A", "Alpha");
    private static final Region B = Region.of("B", "Beta");
    private static final Region C = Region.of("C", "Gamma");

    private static Dataset full() {
        return Dataset.builder()
                .metrics("m", "n")
                .row(A, 1, 2)
                .row(B, 3, Double.NaN)
                .value(C, "m", 5, CellStatus.ESTIMATED)
                .missing(C, "n", CellStatus.SUPPRESSED)
                .standardError(A, "n", 0.25)
                .note(C, "m", "low base")
                .build();
    }

    @Test
    void holdsValueStatusStandardErrorAndNoteOfEachCell() {
        Dataset data = full();

        assertThat(data.value("A", "n")).isEqualTo(2);
        assertThat(data.value("B", "n")).isNaN();
        assertThat(data.status("A", "m")).isEqualTo(CellStatus.OBSERVED);
        assertThat(data.status("B", "n")).isEqualTo(CellStatus.MISSING_UNSPECIFIED);
        assertThat(data.status("C", "m")).isEqualTo(CellStatus.ESTIMATED);
        assertThat(data.status(2, 1)).isEqualTo(CellStatus.SUPPRESSED);
        assertThat(data.standardError(0, 1)).hasValue(0.25);
        assertThat(data.standardError(0, 0)).isEmpty();
        assertThat(data.hasStandardErrors()).isTrue();
        assertThat(data.note(2, 0)).isEqualTo("low base");
        assertThat(data.note(0, 0)).isEmpty();
        assertThat(data.missing()).isEqualTo(2);
    }

    @Test
    void cellsMayComeInAnyOrder() {
        Dataset shuffled = Dataset.builder()
                .metrics("m", "n")
                .region(A)
                .region(B)
                .region(C)
                .note(C, "m", "low base")
                .missing(C, "n", CellStatus.SUPPRESSED)
                .value(B, "m", 3)
                .standardError(A, "n", 0.25)
                .value(A, "n", 2)
                .value(C, "m", 5, CellStatus.ESTIMATED)
                .value(A, "m", 1)
                .build();

        assertThat(shuffled).isEqualTo(full()).hasSameHashCodeAs(full());
        assertThat(shuffled.sha256()).isEqualTo(full().sha256());
    }

    @Test
    void metricsAndRegionsMayComeInterleaved() {
        Dataset data = Dataset.builder()
                .value(A, "m", 1)
                .value(B, "n", 2)
                .value(C, "o", 3)
                .build();

        assertThat(data.metrics()).containsExactly("m", "n", "o");
        assertThat(data.regions()).containsExactly(A, B, C);
        assertThat(data.missing()).isEqualTo(6);
        assertThat(data.value("C", "o")).isEqualTo(3);
        assertThat(data.status("C", "m")).isEqualTo(CellStatus.MISSING_UNSPECIFIED);
    }

    @Test
    void aMatrixIsTheSameAsItsRows() {
        Dataset matrix = Dataset.of(List.of(A, B), List.of("m", "n"), new double[] {1, 3, 2, Double.NaN});

        assertThat(matrix)
                .isEqualTo(Dataset.builder()
                        .metrics("m", "n")
                        .row(A, 1, 2)
                        .row(B, 3, Double.NaN)
                        .build());
    }

    @Test
    void theArrayOfAMatrixIsCopied() {
        double[] values = {1, 2};
        Dataset data = Dataset.of(List.of(A, B), List.of("m"), values);
        values[0] = 99;

        assertThat(data.value("A", "m")).isEqualTo(1);
    }

    @Test
    void zeroHasOneSignAndMissingOnePattern() {
        double otherNaN = Double.longBitsToDouble(0x7ff8000000000001L);
        Dataset plain = Dataset.of(List.of(A, B), List.of("m"), new double[] {0.0, Double.NaN});
        Dataset odd = Dataset.of(List.of(A, B), List.of("m"), new double[] {-0.0, otherNaN});
        Dataset built =
                Dataset.builder().metrics("m").row(A, -0.0).row(B, otherNaN).build();

        assertThat(odd).isEqualTo(plain).isEqualTo(built);
        assertThat(odd.sha256()).isEqualTo(plain.sha256()).isEqualTo(built.sha256());
    }

    @Test
    void columnsAndRowsAreViews() {
        MetricColumn column = full().column("n");
        RegionRow row = full().row("C");

        assertThat(column.toArray()).containsExactly(2, Double.NaN, Double.NaN);
        assertThat(column.observed()).containsExactly(2);
        assertThat(column.value(0)).isEqualTo(2);
        assertThat(column.size()).isEqualTo(3);
        assertThat(column.regions()).containsExactly(A, B, C);
        assertThat(row.region()).isEqualTo(C);
        assertThat(row.metrics()).containsExactly("m", "n");
        assertThat(row.value("m")).isEqualTo(5);
        assertThat(row.status("n")).isEqualTo(CellStatus.SUPPRESSED);
        double[] target = {9, 9, 9, 9, 9};
        column.copyTo(target, 1);
        assertThat(target).containsExactly(9, 2, Double.NaN, Double.NaN, 9);
    }

    @Test
    void viewsOfAColumnShareTheArrayOfTheDataset() throws ReflectiveOperationException {
        Dataset data = full();
        Field inDataset = Dataset.class.getDeclaredField("values");
        Field inColumn = MetricColumn.class.getDeclaredField("values");
        inDataset.setAccessible(true);
        inColumn.setAccessible(true);

        assertThat(inColumn.get(data.column(1))).isSameAs(inDataset.get(data));
    }

    @Test
    void outsideTheTableIsAnError() {
        assertThatThrownBy(() -> full().value(3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> full().value(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> full().value(0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> full().column("m").value(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> full().value("A", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown metric 'x'; the metrics are m, n");
        assertThatThrownBy(() -> full().value("X", "m"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown region 'X'; the regions are A, B, C");
    }

    @Test
    void onlyRegionsKeepsEverythingElse() {
        Dataset kept = full().onlyRegions(region -> !region.code().equals("B"));

        assertThat(kept.regions()).containsExactly(A, C);
        assertThat(kept.metrics()).containsExactly("m", "n");
        assertThat(kept.status("C", "m")).isEqualTo(CellStatus.ESTIMATED);
        assertThat(kept.status("C", "n")).isEqualTo(CellStatus.SUPPRESSED);
        assertThat(kept.standardError(0, 1)).hasValue(0.25);
        assertThat(kept.note(1, 0)).isEqualTo("low base");
        assertThat(full().onlyRegions(region -> true)).isEqualTo(full());
    }

    @Test
    void atLevelKeepsOneLevelAndMayBeEmpty() {
        Dataset data = Dataset.builder()
                .metrics("m")
                .row(Region.of("UK", "UK", "NAT"), 1)
                .row(Region.of("TLI", "London", "ITL1"), 2)
                .build();

        assertThat(data.atLevel("ITL1").regions()).extracting(Region::code).containsExactly("TLI");
        assertThat(data.atLevel("LAD").regions()).isEmpty();
        assertThat(data.atLevel("LAD").metrics()).containsExactly("m");
    }

    @Test
    void everyAttributeOfACellCountsForEqualityAndDigest() {
        List<Dataset> others = List.of(
                Dataset.builder().metrics("m").row(A, 2).build(),
                Dataset.builder().metrics("x").row(A, 1).build(),
                Dataset.builder().metrics("m").row(B, 1).build(),
                Dataset.builder().value(A, "m", 1, CellStatus.PROVISIONAL).build(),
                Dataset.builder().value(A, "m", 1).standardError(A, "m", 0).build(),
                Dataset.builder().value(A, "m", 1).note(A, "m", "n").build());
        Dataset plain = Dataset.builder().metrics("m").row(A, 1).build();

        assertThat(plain).isEqualTo(Dataset.of(List.of(A), List.of("m"), new double[] {1}));
        assertThat(others).doesNotContain(plain).doesNotHaveDuplicates();
        assertThat(others.stream().map(Dataset::sha256))
                .doesNotContain(plain.sha256())
                .doesNotHaveDuplicates();
        assertThat(plain.sha256()).matches("[0-9a-f]{64}");
    }

    /** The arrays and notes that a dataset holds, by reflection; look-ups by region and metric do not grow with cells. */
    private static long bytesOfArrays(Dataset data) throws IllegalAccessException {
        long bytes = 0;
        for (Field field : Dataset.class.getDeclaredFields()) {
            field.setAccessible(true);
            Object value = field.get(data);
            if (value != null && value.getClass().isArray()) {
                int size = value instanceof double[] ? Double.BYTES : Byte.BYTES;
                assertThat(value.getClass().getComponentType()).isIn(double.class, byte.class);
                bytes += (long) Array.getLength(value) * size;
            } else if (value instanceof Map<?, ?> map && field.getName().equals("notes")) {
                bytes += map.size() * 100L;
            }
        }
        return bytes;
    }

    @Test
    void aCellOfASmallAreaIndexTakesAtMostTwelveBytes() throws IllegalAccessException {
        // the lower-layer super output areas of England (2021): 33,755
        int n = 33_755;
        List<Region> areas =
                IntStream.range(0, n).mapToObj(i -> Region.of("E0" + i)).toList();
        List<String> metrics = IntStream.range(0, 50).mapToObj(j -> "m" + j).toList();
        double[] values = new double[n * 50];
        Arrays.setAll(values, i -> i % 1009);

        Dataset data = Dataset.of(areas, metrics, values);

        assertThat(bytesOfArrays(data) / (double) (n * 50)).isBetween(8.0, 12.0);
    }

    @Test
    void emptyDatasetsAreLegal() {
        Dataset nothing = Dataset.builder().build();
        Dataset noRegions = Dataset.builder().metrics("m").build();

        assertThat(nothing.regions()).isEmpty();
        assertThat(nothing).hasToString("Dataset: 0 regions x 0 metrics, 0 cells missing\ncode  region");
        assertThat(noRegions.metrics()).containsExactly("m");
        assertThat(noRegions.column("m").observed()).isEmpty();
        assertThat(noRegions.sha256()).isNotEqualTo(nothing.sha256());
    }

    @Test
    void readsAsASmallTable() {
        assertThat(full()).hasToString("""
                        Dataset: 3 regions x 2 metrics, 2 cells missing
                        code  region    m    n
                        A     Alpha   1.0  2.0
                        B     Beta    3.0    -
                        C     Gamma   5.0    -""");
    }

    @Test
    void staysBelowAThousandAsciiCharactersHoweverWideOrTall() {
        List<Region> many = IntStream.range(0, 500)
                .mapToObj(i -> Region.of("region-" + i, "A region of a rather long name, number " + i))
                .toList();
        List<String> metrics =
                IntStream.range(0, 200).mapToObj(j -> "metric_" + j).toList();
        double[] values = new double[500 * 200];
        Arrays.setAll(values, i -> i / 7.0 * 1e10);
        Dataset big = Dataset.of(many, metrics, values);
        Dataset tall = Dataset.of(many, List.of("m"), new double[500]);
        Dataset wide = Dataset.of(List.of(A), metrics, new double[200]);

        for (Dataset data : List.of(big, tall, wide)) {
            assertThat(data.toString())
                    .hasSizeLessThan(1000)
                    .matches("[\\n\\x20-\\x7e]*")
                    .contains("print() for all");
            assertThat(data.toString().lines().findFirst().orElseThrow()).hasSizeLessThanOrEqualTo(60);
        }
    }
}
