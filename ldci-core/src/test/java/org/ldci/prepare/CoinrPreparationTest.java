package org.ldci.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ldci.reference.ReferenceFiles.assertAgrees;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ldci.data.CellStatus;
import org.ldci.data.Dataset;
import org.ldci.data.DatasetBuilder;
import org.ldci.data.MetricColumn;
import org.ldci.data.MetricTable;
import org.ldci.data.Panel;
import org.ldci.data.Period;
import org.ldci.model.Region;
import org.ldci.reference.ReferenceFiles;
import org.ldci.reference.ReferenceFiles.Asem;
import org.ldci.reference.ReferenceFiles.Table;

/** Agreement with COINr 1.1.14 on its own data to nine digits: imputation, screening, denomination. */
@EnabledIf("org.ldci.reference.ReferenceFiles#isPresent")
class CoinrPreparationTest {
    private static final Asem ASEM = ReferenceFiles.isPresent() ? new Asem() : null;

    private static MetricTable table(List<Region> regions, UnaryOperator<String> component) {
        return new MetricTable(
                regions,
                ASEM.metrics.stream()
                        .map(code -> MetricColumn.view(code, regions, ASEM.raw.numbers(code), 0))
                        .toList(),
                ASEM.metrics.stream().map(component).toList(),
                ASEM.metrics.stream().map(code -> ASEM.metric(code).direction()).toList());
    }

    private static void imputed(Imputation imputation, List<Region> regions, String id, double tolerance) {
        imputed(imputation, table(regions, ASEM.parents::get), id, tolerance);
    }

    private static void imputed(Imputation imputation, MetricTable table, String id, double tolerance) {
        List<Region> regions = table.regions();
        List<MetricColumn> columns = table.columns();
        FittedImputation fitted = imputation.fit(table);
        Table expected = ReferenceFiles.csv("coinr/cases/" + id + ".csv");
        double[][] filled = new double[columns.size()][];
        for (int j = 0; j < filled.length; j++) {
            filled[j] = columns.get(j).toArray();
        }
        for (int i = 0; i < regions.size(); i++) {
            int region = i;
            double[] row =
                    columns.stream().mapToDouble(column -> column.value(region)).toArray();
            for (int j = 0; j < row.length; j++) {
                filled[j][i] = Double.isNaN(row[j]) ? fitted.impute(regions.get(i), j, row) : row[j];
            }
        }
        for (int j = 0; j < filled.length; j++) {
            assertAgrees(filled[j], expected.numbers(ASEM.metrics.get(j)), tolerance, id + " " + ASEM.metrics.get(j));
        }
    }

    private static List<Region> grouped(String grouping) {
        Map<String, String> groups =
                ReferenceFiles.csv("coinr/cases/build_01_units.csv").map("uCode", grouping);
        return ASEM.regions.stream()
                .map(region -> Region.builder(region.code())
                        .putGroups(grouping, groups.get(region.code()))
                        .build())
                .toList();
    }

    @Test
    void mean() {
        imputed(Imputations.mean(), ASEM.regions, "impute_mean", 1e-9);
    }

    @ParameterizedTest
    @CsvSource({
        "mean,GDP_group",
        "mean,GDPpc_group",
        "mean,Pop_group",
        "median,GDP_group",
        "median,GDPpc_group",
        "median,Pop_group",
        "median,EurAsia_group"
    })
    void meanAndMedianOfTheGroup(String centre, String grouping) {
        Imputation imputation =
                centre.equals("mean") ? Imputations.groupMean(grouping) : Imputations.groupMedian(grouping);
        imputed(imputation, grouped(grouping), "impute_" + centre + "_grp_" + grouping, 1e-9);
    }

    @Test
    void placeInTheOtherMetricsOfTheRegion() {
        Map<String, String> parents = ReferenceFiles.csv("coinr/asem_imeta.csv").map("iCode", "Parent");
        MetricTable pillars = table(ASEM.regions, parents::get);
        MetricTable subIndices = table(ASEM.regions, code -> parents.get(parents.get(code)));
        imputed(Imputations.row(), subIndices, "impute_row_mean_level3", 1e-9);
        imputed(Imputations.row(Centre.MEDIAN, Within.COMPONENT, true), pillars, "impute_row_median_level2", 1e-9);
        imputed(Imputations.row(Centre.MEAN, Within.INDEX, true), pillars, "impute_row_mean_all", 1e-9);
        imputed(Imputations.row(Centre.MEAN, Within.COMPONENT, false), pillars, "impute_row_mean_nonorm", 1e-9);
    }

    @Test
    void parametersOfExpectationMaximisation() {
        ImputeByNormal fitted =
                (ImputeByNormal) Imputations.expectationMaximisation().fit(table(ASEM.regions, ASEM.parents::get));
        Table expected = ReferenceFiles.csv("coinr/cases/impute_em_params_notcoinr.csv");
        List<String> codes = expected.texts("iCode");
        assertThat(codes).hasSizeGreaterThan(40);
        for (int k = 0; k < codes.size(); k++) {
            int metric = ASEM.metrics.indexOf(codes.get(k));
            int own = 0;
            for (int j = 0; j < metric; j++) {
                own += fitted.groups().get(j).equals(fitted.groups().get(metric)) ? 1 : 0;
            }
            double[] found = {
                fitted.means().get(metric),
                Math.sqrt(fitted.covariances().get(metric).get(own))
            };
            double[] theirs = {expected.numbers("mean")[k], expected.numbers("sd_ml")[k]};
            assertAgrees(found, theirs, 1e-9, codes.get(k));
        }
    }

    /** An EM of the reference's own, checked there against the R package Amelia to 4e-11 standard deviations. */
    @Test
    void expectationMaximisation() {
        imputed(Imputations.expectationMaximisation(), ASEM.regions, "impute_em_level2_notcoinr", 1e-9);
    }

    private static RegionCoverage coverage(int i) {
        int zeros = 0;
        int present = 0;
        for (String code : ASEM.metrics) {
            double value = ASEM.column(code).value(i);
            present += Double.isNaN(value) ? 0 : 1;
            zeros += value == 0 ? 1 : 0;
        }
        return new RegionCoverage(
                ASEM.regions.get(i), new RegionCoverage.Count("index", ASEM.metrics.size(), present, zeros), List.of());
    }

    private static void screened(Screening screening, String id) {
        Table expected = ReferenceFiles.csv("coinr/cases/" + id + ".csv");
        List<String> kept = expected.texts("Included");
        for (int i = 0; i < ASEM.regions.size(); i++) {
            assertThat(screening.reasonsToExclude(coverage(i)).isEmpty())
                    .as(id + " " + ASEM.regions.get(i).code())
                    .isEqualTo(kept.get(i).equals("TRUE"));
        }
    }

    @Test
    void screening() {
        screened(Screenings.coverage(0.9), "screen_byNA_0.9");
        screened(Screenings.coverage(1), "screen_byNA_1");
        screened(Screenings.nonZero(0.95), "screen_byzeros_0.95");
        screened(Screenings.rules(0.9, List.of("BRN"), List.of("AUS")), "screen_force");
    }

    @Test
    void denominationWithScaleFactors() {
        Table world = ReferenceFiles.csv("coinr/world_denoms.csv");
        Table expected = ReferenceFiles.csv("coinr/cases/denominate_world.csv");
        denominated("Goods", world.map("uCode", "GDP"), 1e9, expected);
        denominated("FDI", world.map("uCode", "GDPpc"), 1, expected);
        denominated("StMob", world.map("uCode", "Population"), 1e6, expected);
    }

    private static void denominated(String code, Map<String, String> denominators, double factor, Table expected) {
        double[] perFactor = ASEM.column(code).toArray();
        double[] scaled = perFactor.clone();
        for (int i = 0; i < scaled.length; i++) {
            double by = Double.parseDouble(denominators.get(ASEM.regions.get(i).code()));
            perFactor[i] = Denominations.ratio().apply(perFactor[i], by, factor);
            scaled[i] = Denominations.scaledRatio(factor).apply(scaled[i], by, 1);
        }
        assertAgrees(perFactor, expected.numbers(code), code);
        assertAgrees(scaled, expected.numbers(code), code);
    }

    /** Columns divided by those of the same file, the second per 1,000. */
    @Test
    void denominationOfATable() {
        Table units = ReferenceFiles.csv("coinr/cases/build_01_units.csv");
        Table expected = ReferenceFiles.csv("coinr/cases/denominate_df_scaled.csv");
        Map<String, String> goods = expected.map("uCode", "Goods");
        Map<String, String> flights = expected.map("uCode", "Flights");
        Map<String, String> gdp = units.map("uCode", "GDP");
        Map<String, String> population = units.map("uCode", "Population");
        for (int i = 0; i < ASEM.regions.size(); i++) {
            String code = ASEM.regions.get(i).code();
            double perGdp =
                    Denominations.ratio().apply(ASEM.column("Goods").value(i), Double.parseDouble(gdp.get(code)), 1);
            double perThousand = Denominations.ratio()
                    .apply(ASEM.column("Flights").value(i), Double.parseDouble(population.get(code)), 1000);
            assertAgrees(
                    new double[] {perGdp, perThousand},
                    new double[] {Double.parseDouble(goods.get(code)), Double.parseDouble(flights.get(code))},
                    code);
        }
    }

    private static Panel panel(Table table) {
        List<String> metrics = table.header().subList(2, table.header().size());
        Map<Period, DatasetBuilder> builders = new LinkedHashMap<>();
        List<String> times = table.texts("Time");
        List<String> codes = table.texts("uCode");
        for (int r = 0; r < codes.size(); r++) {
            DatasetBuilder builder = builders.computeIfAbsent(
                    Period.parse(times.get(r)), key -> Dataset.builder().metrics(metrics));
            for (String metric : metrics) {
                builder.value(Region.of(codes.get(r)), metric, table.numbers(metric)[r]);
            }
        }
        Map<Period, Dataset> datasets = new LinkedHashMap<>();
        builders.forEach((period, builder) -> datasets.put(period, builder.build()));
        return Panel.of(datasets);
    }

    private static void filled(String input, PanelImputation imputation, String id) {
        Panel before = panel(ReferenceFiles.csv("coinr/inputs/" + input + ".csv"));
        Panel after = imputation.impute(before);
        Table expected = ReferenceFiles.csv("coinr/cases/" + id + ".csv");
        List<String> times = expected.texts("Time");
        List<String> codes = expected.texts("uCode");
        for (String metric : expected.header().subList(2, expected.header().size())) {
            double[] ours = IntStream.range(0, codes.size())
                    .mapToDouble(r -> after.dataset(Period.parse(times.get(r))).value(codes.get(r), metric))
                    .toArray();
            assertAgrees(ours, expected.numbers(metric), id + " " + metric);
        }
        for (Period period : before.periods()) {
            for (int i = 0; i < before.dataset(period).regions().size(); i++) {
                for (int j = 0; j < before.dataset(period).metrics().size(); j++) {
                    boolean changed = Double.compare(
                                    before.dataset(period).value(i, j),
                                    after.dataset(period).value(i, j))
                            != 0;
                    assertThat(after.dataset(period).status(i, j) == CellStatus.IMPUTED)
                            .isEqualTo(changed);
                }
            }
        }
    }

    @Test
    void panels() {
        filled("panel_holes_a", PanelImputations.carryForward(), "impute_panel_latest");
        filled("panel_holes_a", PanelImputations.carryForward(2), "impute_panel_latest_max2");
        filled("panel_holes_b_single", PanelImputations.carryForward(), "impute_panel_latest_b");
        filled("panel_holes_b_single", PanelImputations.interpolateAndHold(), "impute_panel_linear_constant");
    }

    @Test
    void theNoteSaysFromWhichPeriodAValueCame() {
        Panel after =
                PanelImputations.carryForward().impute(panel(ReferenceFiles.csv("coinr/inputs/panel_holes_a.csv")));
        Table sources = ReferenceFiles.csv("coinr/cases/impute_panel_latest_source_time.csv");
        List<String> times = sources.texts("Time");
        List<String> codes = sources.texts("uCode");
        for (String metric : sources.header().subList(2, sources.header().size())) {
            for (int r = 0; r < codes.size(); r++) {
                Dataset dataset = after.dataset(Period.parse(times.get(r)));
                String source = sources.texts(metric).get(r);
                String expected =
                        source.isEmpty() || source.equals(times.get(r)) ? "" : "carried forward from " + source;
                assertThat(dataset.note(
                                dataset.regions().indexOf(Region.of(codes.get(r))),
                                dataset.metrics().indexOf(metric)))
                        .as("%s %s %s", times.get(r), codes.get(r), metric)
                        .isEqualTo(expected);
            }
        }
    }

    /** The example of COINr's approx_df: y1 = (1, -, 4, -, 9), y2 = (-, 2, -, 8, -), y3 without any value. */
    @Test
    void interpolationDoesNotReachBeyondTheSeries() {
        Table expected = ReferenceFiles.csv("coinr/cases/approx_df_all.csv");
        Panel after = PanelImputations.interpolate().impute(approxDf(List.of(2011.0, 2012.0, 2013.0, 2014.0, 2015.0)));
        for (String y : List.of("y1", "y2", "y3")) {
            double[] found = after.periods().stream()
                    .mapToDouble(period -> after.dataset(period).value("r", y))
                    .toArray();
            assertAgrees(found, expected.numbers(y), y);
        }
    }

    /** There only the new row is filled; a year of theirs is two of ours, so that half a year is one. */
    @Test
    void interpolationAtAPointBetween() {
        Panel after = PanelImputations.interpolate()
                .impute(approxDf(List.of(2011.0, 2012.0, 2012.5, 2013.0, 2014.0, 2015.0)));
        Table expected = ReferenceFiles.csv("coinr/cases/approx_df_2012.5.csv");
        Dataset between = after.dataset(Period.year(3));
        for (String y : List.of("y1", "y2", "y3")) {
            assertAgrees(new double[] {between.value("r", y)}, new double[] {expected.numbers(y)[2]}, y);
        }
    }

    private static Panel approxDf(List<Double> times) {
        Map<Double, double[]> known = Map.of(
                2011.0, new double[] {1, Double.NaN, Double.NaN},
                2012.0, new double[] {Double.NaN, 2, Double.NaN},
                2013.0, new double[] {4, Double.NaN, Double.NaN},
                2014.0, new double[] {Double.NaN, 8, Double.NaN},
                2015.0, new double[] {9, Double.NaN, Double.NaN});
        double[] nothing = {Double.NaN, Double.NaN, Double.NaN};
        Map<Period, Dataset> datasets = new LinkedHashMap<>();
        for (double time : times) {
            datasets.put(
                    Period.year((int) (2 * (time - 2011))),
                    Dataset.builder()
                            .metrics("y1", "y2", "y3")
                            .row("r", known.getOrDefault(time, nothing))
                            .build());
        }
        return Panel.of(datasets);
    }
}
