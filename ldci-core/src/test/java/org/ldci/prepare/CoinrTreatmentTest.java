package org.ldci.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ldci.reference.ReferenceFiles.assertAgrees;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ldci.data.DataException;
import org.ldci.data.MetricColumn;
import org.ldci.internal.numeric.Moments;
import org.ldci.model.Metric;
import org.ldci.model.Region;
import org.ldci.reference.ReferenceFiles;
import org.ldci.reference.ReferenceFiles.Asem;
import org.ldci.reference.ReferenceFiles.Table;

/** Agreement with COINr 1.1.14 on its own data, indicator by indicator, to nine digits. */
@EnabledIf("org.ldci.reference.ReferenceFiles#isPresent")
class CoinrTreatmentTest {
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private static double[] treated(Treatment treatment, String code, MetricColumn column) {
        FittedTreatment fitted = treatment.fit(Metric.of(code), column);
        double[] values = column.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isNaN(values[i]) ? Double.NaN : fitted.apply(values[i]);
        }
        return values;
    }

    private static void agrees(String id, Function<String, Treatment> treatment) {
        Asem asem = new Asem();
        Table expected = ReferenceFiles.csv("coinr/cases/" + id + ".csv");
        for (String code : expected.header().subList(1, expected.header().size())) {
            assertAgrees(
                    treated(treatment.apply(code), code, asem.column(code)), expected.numbers(code), id + " " + code);
        }
    }

    private static Treatment then(int points, Transform transform, double parameter, boolean combine) {
        return new WinsoriseThenTransform(
                points, Treatments.SKEWNESS, Treatments.KURTOSIS, transform, parameter, combine);
    }

    private static Treatment logCt(int points) {
        return then(points, Transform.LOG_OF_RANGE, 0.01, false);
    }

    /** Winsorising whatever the check says: every skewness and kurtosis is an outlier case. */
    private static Winsorise forced(int points) {
        return new Winsorise(points, Double.MIN_VALUE, -Double.MAX_VALUE);
    }

    static Stream<Arguments> sameForAll() {
        return Stream.of(
                Arguments.of("treat_default", logCt(5)),
                Arguments.of("treat_winmax0", logCt(0)),
                Arguments.of("treat_winmax1", logCt(1)),
                Arguments.of("treat_winmax2", logCt(2)),
                Arguments.of("treat_skew1_kurt2", Treatments.winsoriseThenLog(5, 1, 2, LogForm.FROM_MINIMUM)),
                Arguments.of("treat_winmax0_logplus", Treatments.winsoriseThenLog(0, 2, 3.5, LogForm.BY_SKEWNESS)),
                Arguments.of("treat_winmax1_logplus", then(1, Transform.LOG_BY_SKEWNESS, 0.01, false)),
                Arguments.of("treat_winmax1_logorig", then(1, Transform.LOG_FROM_MINIMUM, 1, false)),
                Arguments.of("treat_winmax1_boxcox0.5", then(1, Transform.BOX_COX, 0.5, false)),
                Arguments.of("treat_winmax1_combine", then(1, Transform.LOG_OF_RANGE, 0.01, true)),
                Arguments.of("treat_winsorise_2", Treatments.winsorise(2, 2, 3.5)),
                Arguments.of("treat_winsorise_5", Treatments.winsorise()),
                Arguments.of("treat_winsorise_unlimited", Treatments.winsorise(UNLIMITED, 2, 3.5)),
                Arguments.of("treat_winsorise_force4", forced(4)),
                Arguments.of("treat_log_CT", Treatments.logOfRange(0.01, LogForm.FROM_MINIMUM)),
                Arguments.of("treat_log_CT_plus", Treatments.logOfRange()),
                Arguments.of("treat_log_CT_orig", Treatments.logFromMinimum(1)),
                Arguments.of("treat_boxcox_2", Treatments.boxCox(2)),
                Arguments.of("treat_boxcox_m1", Treatments.boxCox(-1)));
    }

    @ParameterizedTest
    @MethodSource("sameForAll")
    void agreesOnAllIndicators(String id, Treatment treatment) {
        agrees(id, code -> treatment);
    }

    @Test
    void afterDenominationAndScreeningToo() {
        Table before = ReferenceFiles.csv("coinr/cases/build_04_screened.csv");
        Table expected = ReferenceFiles.csv("coinr/cases/build_05_treated.csv");
        List<Region> regions = before.texts("uCode").stream().map(Region::of).toList();
        for (String code : before.header().subList(1, before.header().size())) {
            MetricColumn column = MetricColumn.view(code, regions, before.numbers(code), 0);
            assertAgrees(treated(logCt(5), code, column), expected.numbers(code), code);
        }
    }

    @Test
    void treatmentsOfSingleIndicators() {
        agrees("treat_indiv", code -> switch (code) {
            case "Flights" -> logCt(0);
            case "LPI" -> Treatments.none();
            case "Bord" -> Treatments.boxCox(0.3);
            default -> logCt(5);
        });
    }

    /** COINr's log_GII returns its input; this is what it is documented to do, where that has a value. */
    @Test
    void logOfTheGlobalInnovationIndexAsIntended() {
        Asem asem = new Asem();
        Table expected = ReferenceFiles.csv("coinr/cases/treat_log_GII_intended.csv");
        int found = 0;
        for (String code : asem.metrics) {
            MetricColumn column = asem.column(code);
            double[] range = Checks.range(column.observed());
            if (range[1] > 1) {
                found++;
                assertAgrees(treated(Treatments.logOfIndex(), code, column), expected.numbers(code), code);
            } else {
                assertThatThrownBy(() -> Treatments.logOfIndex().fit(Metric.of(code), column))
                        .isInstanceOf(DataException.class)
                        .hasMessageContaining("metric '" + code + "'");
            }
        }
        assertThat(found).isGreaterThan(40);
    }

    /** The points that COINr marks as moved are those that change. */
    @Test
    void pointsMovedByForce() {
        Asem asem = new Asem();
        Table points = ReferenceFiles.csv("coinr/cases/treat_force_win3_points.csv");
        for (String code : points.header().subList(1, points.header().size())) {
            double[] raw = asem.column(code).toArray();
            double[] after = treated(forced(3), code, asem.column(code));
            List<String> marks = points.texts(code);
            for (int i = 0; i < raw.length; i++) {
                if (marks.get(i).startsWith("win") && !marks.get(i).contains("+")) {
                    assertThat(after[i]).as(code).isNotEqualTo(raw[i]);
                }
            }
        }
    }

    /** Shapes before and after three points are moved, whatever the check says. */
    @Test
    void shapesAfterMovingByForce() {
        Asem asem = new Asem();
        Table details = ReferenceFiles.csv("coinr/cases/treat_force_win3_details.csv");
        int outliers = 0;
        for (int k = 0; k < details.rows().size(); k++) {
            String code = details.texts("iCode").get(k);
            double[] values = asem.column(code).observed();
            shaped(values, details, k, "check_SkewKurt0", code);
            if (!Double.isNaN(details.numbers("winsorise.nwin")[k])) {
                outliers++;
                double[] moved = values.clone();
                double[] shape = new double[2];
                assertThat(forced(3).passes(values, shape)).isFalse();
                forced(3).moveExtremes(moved, shape);
                shaped(moved, details, k, "check_SkewKurt1", code);
                assertThat(details.numbers("winsorise.nwin")[k]).isEqualTo(3);
            }
        }
        assertThat(outliers).isGreaterThan(2);
    }

    /** COINr's log_GII gives back what it takes, alone and after winsorising: no target, but this is what it is. */
    @Test
    void theLogOfTheGlobalInnovationIndexDoesNothingInCoinr() {
        Asem asem = new Asem();
        Table alone = ReferenceFiles.csv("coinr/cases/treat_log_GII.csv");
        Table after = ReferenceFiles.csv("coinr/cases/treat_winmax1_logGII.csv");
        Table details = ReferenceFiles.csv("coinr/cases/treat_winmax1_logGII_details.csv");
        for (String code : asem.metrics) {
            assertAgrees(alone.numbers(code), asem.column(code).toArray(), code);
            int row = details.texts("iCode").indexOf(code);
            boolean winsorised = row >= 0
                    && details.texts("check_SkewKurt0.Pass").get(row).equals("FALSE")
                    && details.texts("check_SkewKurt1.Pass").get(row).equals("TRUE");
            Treatment right = winsorised ? Treatments.winsorise(1, 2, 3.5) : Treatments.none();
            assertAgrees(treated(right, code, asem.column(code)), after.numbers(code), code);
        }
    }

    /** The cells that COINr marks when three indicators have treatments of their own; it marks none of Box-Cox. */
    @Test
    void cellsOfSingleTreatmentsAreThoseMarked() {
        Asem asem = new Asem();
        Table points = ReferenceFiles.csv("coinr/cases/treat_indiv_points.csv");
        int marked = 0;
        for (String code : points.header().subList(1, points.header().size())) {
            if (code.equals("Bord")) {
                continue;
            }
            FittedTreatment fitted = logCt(code.equals("Flights") ? 0 : 5).fit(Metric.of(code), asem.column(code));
            List<String> marks = points.texts(code);
            double[] raw = asem.column(code).toArray();
            boolean transformed = marks.stream().anyMatch(mark -> mark.endsWith("log_CT"));
            assertThat(fitted.changesUnit()).as(code).isEqualTo(transformed);
            for (int i = 0; i < raw.length && !transformed; i++) {
                boolean changed = !Double.isNaN(raw[i]) && fitted.apply(raw[i]) != raw[i];
                assertThat(changed).as(code + " " + i).isEqualTo(!marks.get(i).isEmpty());
                marked += changed ? 1 : 0;
            }
        }
        assertThat(marked).isPositive();
    }

    @Test
    void numbersOfMovedPoints() {
        for (String points : List.of("2", "5", "10", "unlimited")) {
            Table counts = ReferenceFiles.csv("coinr/cases/treat_winsorise_" + points + "_nwin.csv");
            int limit = points.equals("unlimited") ? UNLIMITED : Integer.parseInt(points);
            Asem asem = new Asem();
            for (int k = 0; k < counts.rows().size(); k++) {
                String code = counts.rows().get(k).get(0);
                double[] raw = asem.column(code).toArray();
                double[] after = treated(Treatments.winsorise(limit, 2, 3.5), code, asem.column(code));
                long moved = IntStream.range(0, raw.length)
                        .filter(i -> Double.compare(raw[i], after[i]) != 0)
                        .count();
                assertThat(moved).as(code + " " + points).isEqualTo((long) counts.numbers("nwin")[k]);
            }
        }
    }

    @Test
    void hardVectors() {
        Table table = ReferenceFiles.csv("coinr/cases/treat_winsorise_vectors.csv");
        int cases = 0;
        for (String key : table.rows().stream()
                .map(row -> row.get(0) + "," + row.get(1))
                .distinct()
                .toList()) {
            Table one = table.where(row -> (row.get(0) + "," + row.get(1)).equals(key));
            double[] x = one.numbers("x");
            List<Region> regions = IntStream.range(0, x.length)
                    .mapToObj(i -> Region.of("r" + i))
                    .toList();
            String limit = one.texts("winmax").get(0);
            int points = limit.matches("\\d+") ? Integer.parseInt(limit) : UNLIMITED;
            assertAgrees(
                    treated(Treatments.winsorise(points, 2, 3.5), "m", MetricColumn.view("m", regions, x, 0)),
                    one.numbers("y"),
                    key);
            cases++;
        }
        assertThat(cases).isGreaterThan(5);
    }

    static Stream<Arguments> withPoints() {
        return Stream.of(
                Arguments.of("treat_default", logCt(5)),
                Arguments.of("treat_winmax0", logCt(0)),
                Arguments.of("treat_winmax1", logCt(1)),
                Arguments.of("treat_winmax2", logCt(2)),
                Arguments.of("treat_winmax1_logplus", then(1, Transform.LOG_BY_SKEWNESS, 0.01, false)),
                Arguments.of("treat_winmax1_combine", then(1, Transform.LOG_OF_RANGE, 0.01, true)));
    }

    /** COINr marks no cell that its Box-Cox changes, only those winsorised. */
    @Test
    void theCellsWinsorisedBeforeBoxCoxAreThoseMarked() {
        Asem asem = new Asem();
        Table points = ReferenceFiles.csv("coinr/cases/treat_winmax1_boxcox0.5_points.csv");
        int marked = 0;
        for (String code : points.header().subList(1, points.header().size())) {
            FittedTreatment fitted = then(1, Transform.BOX_COX, 0.5, false).fit(Metric.of(code), asem.column(code));
            double[] raw = asem.column(code).toArray();
            for (int i = 0; i < raw.length && !fitted.changesUnit(); i++) {
                boolean changed = !Double.isNaN(raw[i]) && fitted.apply(raw[i]) != raw[i];
                assertThat(changed)
                        .as(code + " " + i)
                        .isEqualTo(points.texts(code).get(i).startsWith("win"));
                marked += changed ? 1 : 0;
            }
        }
        assertThat(marked).isPositive();
    }

    /** Winsorised metrics change in the marked cells only; where any cell is marked with a transformation, it was one. */
    @ParameterizedTest
    @MethodSource("withPoints")
    void theCellsThatChangeAreThoseMarked(String id, Treatment treatment) {
        Asem asem = new Asem();
        Table points = ReferenceFiles.csv("coinr/cases/" + id + "_points.csv");
        for (String code : points.header().subList(1, points.header().size())) {
            List<String> marks = points.texts(code);
            FittedTreatment fitted = treatment.fit(Metric.of(code), asem.column(code));
            double[] raw = asem.column(code).toArray();
            boolean transformed = marks.stream().anyMatch(mark -> !mark.isEmpty() && !mark.matches("win(hi|lo)"));
            assertThat(fitted.changesUnit()).as(id + " " + code).isEqualTo(transformed);
            for (int i = 0; i < raw.length && !transformed; i++) {
                boolean changed = !Double.isNaN(raw[i]) && fitted.apply(raw[i]) != raw[i];
                assertThat(changed)
                        .as(id + " " + code + " " + i)
                        .isEqualTo(!marks.get(i).isEmpty());
            }
        }
    }

    static Stream<Arguments> withDetails() {
        return Stream.of(
                Arguments.of("treat_default", new Winsorise(5, 2, 3.5)),
                Arguments.of("treat_winmax0", new Winsorise(0, 2, 3.5)),
                Arguments.of("treat_winmax1", new Winsorise(1, 2, 3.5)),
                Arguments.of("treat_winmax2", new Winsorise(2, 2, 3.5)),
                Arguments.of("treat_winmax0_logplus", new Winsorise(0, 2, 3.5)),
                Arguments.of("treat_winmax1_combine", new Winsorise(1, 2, 3.5)),
                Arguments.of("treat_winmax1_boxcox0.5", new Winsorise(1, 2, 3.5)),
                Arguments.of("treat_winmax1_logplus", new Winsorise(1, 2, 3.5)),
                Arguments.of("treat_winmax1_logGII", new Winsorise(1, 2, 3.5)),
                Arguments.of("treat_skew1_kurt2", new Winsorise(5, 1, 2)));
    }

    /** The checks before and after winsorising: shapes, verdicts, moved points. */
    @ParameterizedTest
    @MethodSource("withDetails")
    void shapesAndVerdictsAreTheSame(String id, Winsorise winsorise) {
        Asem asem = new Asem();
        Table details = ReferenceFiles.csv("coinr/cases/" + id + "_details.csv");
        int outliers = 0;
        for (int k = 0; k < details.rows().size(); k++) {
            String code = details.texts("iCode").get(k);
            double[] values = asem.column(code).observed();
            double[] shape = new double[2];
            boolean passes = winsorise.passes(values, shape);
            assertThat(passes)
                    .as(code)
                    .isEqualTo(details.texts("check_SkewKurt0.Pass").get(k).equals("TRUE"));
            shaped(values, details, k, "check_SkewKurt0", code);
            if (!passes) {
                outliers++;
                double[] moved = values.clone();
                boolean passesAfter = winsorise.moveExtremes(moved, shape);
                assertThat(passesAfter)
                        .as(code)
                        .isEqualTo(details.texts("check_SkewKurt1.Pass").get(k).equals("TRUE"));
                shaped(moved, details, k, "check_SkewKurt1", code);
                long changed = IntStream.range(0, values.length)
                        .filter(i -> values[i] != moved[i])
                        .count();
                // without a point to move there is no winsorising, and COINr leaves the count out
                double theirs = details.numbers("winsorise.nwin")[k];
                assertThat(changed).as(code).isEqualTo(Double.isNaN(theirs) ? 0 : (long) theirs);
            }
        }
        assertThat(outliers).isGreaterThan(2);
    }

    private static void shaped(double[] values, Table details, int row, String check, String code) {
        double[] shape = new double[2];
        Moments.skewnessAndKurtosis(values, 0, values.length, shape);
        double[] theirs = {details.numbers(check + ".Skew")[row], details.numbers(check + ".Kurt")[row]};
        if (!Double.isNaN(theirs[0])) {
            assertAgrees(shape, theirs, code + " " + check);
        }
    }

    /** COINr drops na.rm from a partial specification and leaves ForPort unchecked; checked, it is no outlier case. */
    @Test
    void aMetricWithMissingValuesIsCheckedAndHereLeftAsItIs() {
        Asem asem = new Asem();
        double[] theirs =
                ReferenceFiles.csv("coinr/cases/treat_indiv_drops_narm.csv").numbers("ForPort_treated");
        assertAgrees(treated(logCt(1), "ForPort", asem.column("ForPort")), theirs, "ForPort");
    }

    /** COINr's log_GII leaves what winsorising does not mend; here that is transformed. */
    @Test
    void winsoriseThenLogOfIndexLeavesNoOutlierCaseAsItIs() {
        Asem asem = new Asem();
        Table theirs = ReferenceFiles.csv("coinr/cases/treat_winmax1_logGII.csv");
        Table details = ReferenceFiles.csv("coinr/cases/treat_winmax1_logGII_details.csv");
        int transformed = 0;
        for (int k = 0; k < details.rows().size(); k++) {
            String code = details.texts("iCode").get(k);
            Treatment treatment = then(1, Transform.LOG_OF_INDEX, 1, false);
            FittedTreatment fitted = treatment.fit(Metric.of(code), asem.column(code));
            if (fitted.changesUnit()) {
                transformed++;
                assertAgrees(asem.column(code).toArray(), theirs.numbers(code), code);
            } else {
                assertAgrees(treated(treatment, code, asem.column(code)), theirs.numbers(code), code);
            }
        }
        assertThat(transformed).isPositive();
    }

    @Test
    void afterScreeningWithoutImputation() {
        Table before = ReferenceFiles.csv("coinr/cases/build_02_denominated.csv");
        Table expected = ReferenceFiles.csv("coinr/cases/build_b_noimpute_treated.csv");
        List<String> kept = expected.texts("uCode");
        Table screened = before.where(row -> kept.contains(row.get(0)));
        List<Region> regions = kept.stream().map(Region::of).toList();
        assertThat(screened.texts("uCode")).isEqualTo(kept).hasSizeLessThan(51);
        for (String code : before.header().subList(1, before.header().size())) {
            MetricColumn column = MetricColumn.view(code, regions, screened.numbers(code), 0);
            assertAgrees(treated(logCt(5), code, column), expected.numbers(code), code);
        }
    }
}
