package org.ldci.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.ldci.data.CellStatus;
import org.ldci.data.Dataset;
import org.ldci.data.DatasetBuilder;
import org.ldci.data.MetricColumn;
import org.ldci.data.MetricTable;
import org.ldci.data.Panel;
import org.ldci.data.Period;
import org.ldci.model.Direction;
import org.ldci.model.Region;

/** Laws of the imputations on any table with gaps: three metrics of one component and one of another. */
class ImputationProperties {
    private static final int REGIONS = 24;
    private static final int METRICS = 4;

    /** Rows that share a thing, so that regression has something to go by; a tenth of the cells are missing. */
    @Provide
    Arbitrary<double[][]> rows() {
        return Arbitraries.longs().map(seed -> {
            Random random = new Random(seed);
            double[][] rows = new double[REGIONS][METRICS];
            for (double[] row : rows) {
                double common = random.nextGaussian();
                for (int j = 0; j < METRICS; j++) {
                    row[j] = random.nextInt(10) == 0
                            ? Double.NaN
                            : Math.rint(64 * (20 + common + (0.5 + 0.3 * j) * random.nextGaussian())) / 64;
                }
            }
            return rows;
        });
    }

    @Provide
    Arbitrary<Imputation> imputations() {
        return Arbitraries.of(
                Imputations.mean(),
                Imputations.median(),
                Imputations.groupMean(),
                Imputations.groupMedian("size"),
                Imputations.regression(),
                Imputations.expectationMaximisation(),
                Imputations.nearestRegions(3),
                Imputations.hotDeck(),
                Imputations.row(),
                Imputations.row(Centre.MEDIAN, Within.INDEX, true));
    }

    /** Those whose values are means of observed ones, or lie between worst and best. */
    @Provide
    Arbitrary<Imputation> between() {
        return Arbitraries.of(
                Imputations.mean(),
                Imputations.median(),
                Imputations.groupMean(),
                Imputations.groupMedian("size"),
                Imputations.nearestRegions(3),
                Imputations.hotDeck(),
                Imputations.row(),
                Imputations.row(Centre.MEDIAN, Within.INDEX, true));
    }

    private static Region region(int i) {
        return Region.builder("r" + i)
                .parent("p" + i % 3)
                .putGroups("size", "s" + i % 2)
                .build();
    }

    private static MetricTable table(List<Region> regions, double[][] rows, Direction direction) {
        List<MetricColumn> columns = new ArrayList<>();
        for (int j = 0; j < METRICS; j++) {
            int at = j;
            double[] values = IntStream.range(0, rows.length)
                    .mapToDouble(i -> rows[i][at])
                    .toArray();
            columns.add(MetricColumn.view("m" + j, regions, values, 0));
        }
        return new MetricTable(regions, columns, List.of("c", "c", "c", "d"), Collections.nCopies(METRICS, direction));
    }

    private static List<Region> regions() {
        return IntStream.range(0, REGIONS)
                .mapToObj(ImputationProperties::region)
                .toList();
    }

    /** Every missing cell filled, by region and metric; NaN where it stays missing or was observed. */
    private static double[][] fills(Imputation imputation, List<Region> regions, double[][] rows, Direction direction) {
        FittedImputation fitted = imputation.fit(table(regions, rows, direction));
        double[][] fills = new double[rows.length][METRICS];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < METRICS; j++) {
                fills[i][j] = Double.isNaN(rows[i][j]) ? fitted.impute(regions.get(i), j, rows[i].clone()) : Double.NaN;
            }
        }
        return fills;
    }

    private static void close(double actual, double expected, double tolerance) {
        if (Double.isNaN(expected)) {
            assertThat(actual).isNaN();
        } else {
            assertThat(actual).isCloseTo(expected, within(tolerance * Math.max(1, Math.abs(expected))));
        }
    }

    @Property(tries = 200)
    void unitAndZeroOfAMetricAreThoseOfItsFills(
            @ForAll("rows") double[][] rows,
            @ForAll("imputations") Imputation imputation,
            @ForAll @IntRange(min = -3, max = 3) int power,
            @ForAll @IntRange(min = -40, max = 40) int zero) {
        double[][] changed = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            changed[i] = rows[i].clone();
            changed[i][1] = Math.scalb(rows[i][1], power) + zero;
        }
        double[][] before = fills(imputation, regions(), rows, Direction.POSITIVE);
        double[][] after = fills(imputation, regions(), changed, Direction.POSITIVE);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < METRICS; j++) {
                double expected = j == 1 ? Math.scalb(before[i][j], power) + zero : before[i][j];
                close(after[i][j], expected, 1e-8);
            }
        }
    }

    @Property(tries = 200)
    void theOrderOfRegionsDoesNotMatter(
            @ForAll("rows") double[][] rows, @ForAll("imputations") Imputation imputation, @ForAll long seed) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, REGIONS).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        List<Region> shuffled = order.stream().map(ImputationProperties::region).toList();
        double[][] moved = order.stream().map(i -> rows[i]).toArray(double[][]::new);
        double[][] one = fills(imputation, regions(), rows, Direction.POSITIVE);
        double[][] other = fills(imputation, shuffled, moved, Direction.POSITIVE);
        for (int k = 0; k < REGIONS; k++) {
            for (int j = 0; j < METRICS; j++) {
                close(other[k][j], one[order.get(k)][j], 1e-8);
            }
        }
    }

    @Property(tries = 200)
    void fillsLieAmongTheObserved(@ForAll("rows") double[][] rows, @ForAll("between") Imputation imputation) {
        double[][] fills = fills(imputation, regions(), rows, Direction.POSITIVE);
        for (int j = 0; j < METRICS; j++) {
            double[] range = Checks.range(
                    table(regions(), rows, Direction.POSITIVE).columns().get(j).observed());
            for (double[] fill : fills) {
                if (!Double.isNaN(fill[j])) {
                    assertThat(fill[j]).isBetween(range[0] - 1e-12, range[1] + 1e-12);
                }
            }
        }
    }

    /** Where all metrics turn round together, so does what is filled; no other imputation asks for the direction. */
    @Property(tries = 200)
    void turningEveryMetricRoundTurnsTheFillsRound(
            @ForAll("rows") double[][] rows, @ForAll("imputations") Imputation imputation) {
        double[][] negated = new double[rows.length][METRICS];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < METRICS; j++) {
                negated[i][j] = -rows[i][j];
            }
        }
        double[][] one = fills(imputation, regions(), rows, Direction.POSITIVE);
        double[][] other = fills(imputation, regions(), negated, Direction.NEGATIVE);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < METRICS; j++) {
                close(other[i][j], -one[i][j], 1e-8);
            }
        }
    }

    // ---- panels

    private static final List<PanelImputation> PANELS = List.of(
            PanelImputations.carryForward(),
            PanelImputations.carryForward(2),
            PanelImputations.carryBackward(),
            PanelImputations.interpolate(),
            PanelImputations.interpolateAndHold());

    /** Six years of two regions; every third cell missing, every tenth not applicable. */
    private static Panel panel(long seed) {
        Random random = new Random(seed);
        Map<Period, Dataset> datasets = new LinkedHashMap<>();
        for (int year = 2015; year < 2021; year++) {
            DatasetBuilder builder = Dataset.builder().metrics("a", "b");
            for (int i = 0; i < 2; i++) {
                for (String metric : List.of("a", "b")) {
                    int die = random.nextInt(30);
                    if (die < 3) {
                        builder.missing(region(i), metric, CellStatus.NOT_APPLICABLE);
                    } else if (die < 13) {
                        builder.missing(region(i), metric, CellStatus.SUPPRESSED);
                    } else {
                        builder.value(region(i), metric, random.nextInt(100));
                    }
                }
            }
            datasets.put(Period.year(year), builder.build());
        }
        return Panel.of(datasets);
    }

    @Property(tries = 300)
    void panelsKeepWhatIsObservedAndNotApplicableAndFillAmongTheSeries(@ForAll long seed) {
        Panel before = panel(seed);
        for (PanelImputation imputation : PANELS) {
            Panel after = imputation.impute(before);
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    double[] series = new double[before.periods().size()];
                    for (int t = 0; t < series.length; t++) {
                        series[t] = before.dataset(before.periods().get(t)).value(i, j);
                    }
                    double[] range = Checks.range(java.util.Arrays.stream(series)
                            .filter(v -> !Double.isNaN(v))
                            .toArray());
                    for (Period period : before.periods()) {
                        Dataset old = before.dataset(period);
                        Dataset now = after.dataset(period);
                        if (old.status(i, j).imputable() && !Double.isNaN(now.value(i, j))) {
                            assertThat(now.status(i, j)).isEqualTo(CellStatus.IMPUTED);
                            assertThat(now.value(i, j)).isBetween(range[0], range[1]);
                            assertThat(now.note(i, j)).isNotEmpty();
                        } else {
                            assertThat(now.status(i, j)).isEqualTo(old.status(i, j));
                            assertThat(Double.compare(now.value(i, j), old.value(i, j)))
                                    .isZero();
                        }
                    }
                }
            }
        }
    }
}
