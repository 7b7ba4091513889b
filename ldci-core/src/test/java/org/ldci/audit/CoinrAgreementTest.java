package org.ldci.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ldci.audit.CorrelationMatrix.Cases;
import org.ldci.audit.CorrelationMatrix.Kind;
import org.ldci.data.DataException;
import org.ldci.data.Dataset;
import org.ldci.data.MetricColumn;
import org.ldci.definition.IndexDefinition;
import org.ldci.engine.CompositeIndex;
import org.ldci.model.Component;
import org.ldci.model.ComponentBuilder;
import org.ldci.model.Region;
import org.ldci.shared.SharedReference;
import org.ldci.shared.SharedReference.Csv;
import org.ldci.weight.FactorWeights.Extraction;
import org.ldci.weight.TargetImportance;
import org.ldci.weight.WeightingGroup;
import org.ldci.weight.WeightingSchemes;
import org.ldci.weight.Weights;

/** The multivariate numbers of COINr 1.1.14 for its example index, 51 countries and 49 indicators. */
@EnabledIf("org.ldci.shared.SharedReference#isPresent")
class CoinrAgreementTest {
    private static Csv read(String name) {
        return SharedReference.csv("coinr/cases/" + name + ".csv");
    }

    private static List<MetricColumn> columns(String name, List<String> codes) {
        Csv csv = read(name);
        List<Region> regions =
                csv.texts("uCode").stream().map(code -> Region.of(code)).toList();
        return codes.stream()
                .map(code -> MetricColumn.view(code, regions, csv.numbers(code), 0))
                .toList();
    }

    /** The indicators, or the elements of another level, under a code. */
    private static List<String> under(String code, String level) {
        Csv lineage = read("build_00_lineage");
        Set<String> found = new LinkedHashSet<>();
        for (int i = 0; i < lineage.rows().size(); i++) {
            List<String> row = lineage.rows().get(i);
            if (code.equals("All") || row.contains(code)) {
                found.add(lineage.texts(level).get(i));
            }
        }
        return List.copyOf(found);
    }

    private static void assertEqual(double actual, double expected, double relative, String what) {
        if (Double.isNaN(expected)) {
            assertThat(actual).as(what).isNaN();
        } else {
            assertThat(actual).as(what).isCloseTo(expected, within(Math.max(1e-12, relative * Math.abs(expected))));
        }
    }

    @ParameterizedTest
    @CsvSource({"corr_raw_pearson, PEARSON", "corr_raw_spearman, SPEARMAN", "corr_raw_kendall, KENDALL"})
    void correlationMatrices(String file, Kind kind) {
        Csv csv = read(file);
        List<String> codes = csv.texts("iCode");
        CorrelationMatrix r = CorrelationMatrix.of(columns("build_01_raw", codes), kind, Cases.PAIRWISE);

        for (String a : codes) {
            double[] expected = csv.numbers(a);
            for (int j = 0; j < codes.size(); j++) {
                assertEqual(r.value(codes.get(j), a), expected[j], 1e-10, codes.get(j) + ", " + a);
            }
        }
    }

    @Test
    void pValuesOfKendall() {
        Csv csv = read("corr_pvals_raw_kendall");
        List<String> codes = csv.texts("iCode");
        CorrelationMatrix tau = CorrelationMatrix.of(columns("build_01_raw", codes), Kind.KENDALL, Cases.PAIRWISE);

        for (String a : codes) {
            double[] expected = csv.numbers(a);
            for (int j = 0; j < codes.size(); j++) {
                assertEqual(tau.pValue(codes.get(j), a), expected[j], 1e-10, codes.get(j) + ", " + a);
            }
        }
    }

    /** COINr leaves out the correlations whose p-value, by R's cor.test, is above 0.05. */
    @ParameterizedTest
    @CsvSource({
        "corr_getcorr_raw_p05_pearson, PEARSON, build_01_raw",
        "corr_getcorr_raw_p05_spearman, SPEARMAN, build_01_raw",
        "corr_getcorr_raw_p05_kendall, KENDALL, build_01_raw",
        "corr_l2_l4_p05, PEARSON, build_07_aggregated"
    })
    void correlationsThatAreLeftOutForTheirPValues(String file, Kind kind, String data) {
        Csv csv = read(file);
        Set<String> codes = new LinkedHashSet<>(csv.texts("Var1"));
        codes.addAll(csv.texts("Var2"));
        CorrelationMatrix r = CorrelationMatrix.of(columns(data, List.copyOf(codes)), kind, Cases.PAIRWISE);
        double[] expected = csv.numbers("Correlation");
        for (int i = 0; i < expected.length; i++) {
            String a = csv.texts("Var1").get(i);
            String b = csv.texts("Var2").get(i);
            double kept = r.pValue(a, b) > 0.05 ? Double.NaN : r.value(a, b);
            assertEqual(kept, expected[i], 1e-10, a + ", " + b);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "corr_l1_l2_parent, Var1, Var2, Correlation, build_07_aggregated",
        "corr_l1_group2, Var1, Var2, Correlation, build_07_aggregated",
        "corr_l2_l2, Var1, Var2, Correlation, build_07_aggregated",
        "corr_l3_l4, Var1, Var2, Correlation, build_07_aggregated",
        "corr_flags_high, Ind1, Ind2, Corr, build_06_normalised",
        "corr_flags_low, Ind1, Ind2, Corr, build_06_normalised"
    })
    void correlationsOfPairs(String file, String first, String second, String value, String data) {
        Csv csv = read(file);
        Set<String> codes = new LinkedHashSet<>(csv.texts(first));
        codes.addAll(csv.texts(second));
        CorrelationMatrix r = CorrelationMatrix.of(columns(data, List.copyOf(codes)), Kind.PEARSON, Cases.PAIRWISE);
        double[] expected = csv.numbers(value);

        assertThat(expected).isNotEmpty();
        for (int i = 0; i < expected.length; i++) {
            String a = csv.texts(first).get(i);
            String b = csv.texts(second).get(i);
            assertEqual(r.value(a, b), expected[i], 1e-10, a + ", " + b);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cronbach_raw_pairwise, build_01_raw, PAIRWISE, Indicator",
        "cronbach_raw_complete, build_01_raw, COMPLETE, Indicator",
        "cronbach_normalised, build_06_normalised, PAIRWISE, Indicator",
        "cronbach_level2, build_07_aggregated, PAIRWISE, Pillar"
    })
    void alphas(String file, String data, Cases cases, String level) {
        Csv csv = read(file);
        for (int i = 0; i < csv.rows().size(); i++) {
            String group = csv.texts("iCodes").get(i);
            double alpha =
                    Reliability.of(columns(data, under(group, level)), cases).alpha();

            assertEqual(alpha, csv.numbers("alpha")[i], 1e-10, group);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "pca_raw_l1, build_01_raw, Indicator",
        "pca_normalised_l1, build_06_normalised, Indicator",
        "pca_aggregated_l2, build_07_aggregated, Pillar",
        "pca_aggregated_l2_nogroups, build_07_aggregated, Pillar",
        "pca_aggregated_l3, build_07_aggregated, Sub-index"
    })
    void principalComponents(String file, String data, String level) {
        Csv loadings = read(file + "_loadings");
        Csv variance = read(file + "_variance");
        Map<String, PrincipalComponents> groups = new LinkedHashMap<>();
        for (String group : variance.texts("group")) {
            groups.computeIfAbsent(group, code -> PrincipalComponents.of(columns(data, under(code, level))));
        }
        for (int i = 0; i < variance.rows().size(); i++) {
            String group = variance.texts("group").get(i);
            int component = Integer.parseInt(variance.texts("PC").get(i));
            PrincipalComponents found = groups.get(group);
            String what = group + " " + component;

            assertEqual(found.eigenvalues()[component - 1], variance.numbers("eigenvalue")[i], 1e-9, what);
            assertEqual(found.explained(component), variance.numbers("prop_var")[i], 1e-9, what);
            assertEqual(found.explainedUpTo(component), variance.numbers("cum_var")[i], 1e-9, what);
            assertThat(found.regions()).isEqualTo((int) variance.numbers("n_units")[i]);
            assertSame(found, component, group, loadings);
        }
    }

    /** The sign of a component is a convention. */
    private static void assertSame(PrincipalComponents found, int component, String group, Csv loadings) {
        List<String> codes = new ArrayList<>();
        List<Double> expected = new ArrayList<>();
        double sign = 0;
        for (int i = 0; i < loadings.rows().size(); i++) {
            if (loadings.texts("group").get(i).equals(group)
                    && Integer.parseInt(loadings.texts("PC").get(i)) == component) {
                codes.add(loadings.texts("iCode").get(i));
                expected.add(loadings.numbers("loading")[i]);
                sign += expected.get(expected.size() - 1) * found.coefficient(component, codes.get(codes.size() - 1));
            }
        }
        assertThat(codes).hasSameSizeAs(found.codes());
        for (int j = 0; j < codes.size(); j++) {
            assertThat(found.coefficient(component, codes.get(j)) * Math.signum(sign))
                    .as("%s on %s %d", codes.get(j), group, component)
                    .isCloseTo(expected.get(j), within(1e-8));
        }
    }

    private static WeightingGroup group(String code, List<MetricColumn> columns) {
        int m = columns.size();
        return new WeightingGroup(
                code,
                columns.stream().map(MetricColumn::metric).toList(),
                Collections.nCopies(m, 1.0),
                Collections.nCopies(m, 1),
                columns);
    }

    @ParameterizedTest
    @CsvSource({
        "pca_raw_l1_weights, build_01_raw, Indicator, Pillar",
        "pca_treated_l1_weights, build_05_treated, Indicator, Pillar",
        "pca_aggregated_l3_weights, build_07_aggregated, Sub-index, Index"
    })
    void firstComponentWeightsWhereNoChildRunsAgainstTheOthers(String file, String data, String level, String above) {
        Csv csv = read(file);
        int refused = 0;
        int agreed = 0;
        for (String parent : under("All", above)) {
            List<String> codes = under(parent, level);
            double[] expected = codes.stream()
                    .mapToDouble(
                            code -> csv.numbers("Weight")[csv.texts("iCode").indexOf(code)])
                    .toArray();
            double sum = 0;
            boolean positive = false;
            boolean negative = false;
            for (double weight : expected) {
                sum += weight;
                positive |= weight > 0;
                negative |= weight < 0;
            }
            try {
                double[] weights = WeightingSchemes.firstComponent().weigh(group(parent, columns(data, codes)));
                for (int j = 0; j < expected.length; j++) {
                    assertThat(weights[j]).as(codes.get(j)).isCloseTo(expected[j] / sum, within(1e-8));
                }
                agreed++;
            } catch (DataException e) {
                // COINr takes negative weights as they come
                assertThat(positive && negative)
                        .as("%s: %s", parent, e.getMessage())
                        .isTrue();
                refused++;
            }
        }
        assertThat(agreed).isPositive();
        assertThat(agreed + refused).isEqualTo(under("All", above).size());
    }

    @Test
    void balancedWeightsOfTheTopLevel() {
        Csv csv = read("optweights_balance_equal_l3_tight");
        List<String> codes = csv.texts("iCode");

        double[] weights = new TargetImportance(codes, List.of(1.0, 1.0))
                .weigh(group("Index", columns("build_07_aggregated", codes)));

        for (int j = 0; j < weights.length; j++) {
            assertThat(weights[j]).isCloseTo(csv.numbers("opt_weight")[j], within(1e-9));
        }
    }

    @Test
    void targetsThatNeedNegativeWeightsAreNotMetByThem() {
        // COINr gives Conn a weight of -0.1 to meet targets of 1 to 2
        Csv csv = read("optweights_balance_1_2_l3_tight");
        List<String> codes = csv.texts("iCode");
        assertThat(csv.numbers("opt_weight")[0]).isNegative();

        double[] weights = new TargetImportance(codes, List.of(1.0, 2.0))
                .weigh(group("Index", columns("build_07_aggregated", codes)));

        assertThat(weights).containsExactly(0, 1);
    }

    /** The peer's search stops early by default: what it reports there must be reached, by the same measure. */
    @Test
    void theObjectiveThatThePeerReportsIsReached() {
        List<MetricColumn> columns = columns("build_07_aggregated", List.of("Conn", "Sust"));
        double[] balanced =
                new TargetImportance(List.of("Conn", "Sust"), List.of(1.0, 1.0)).weigh(group("Index", columns));
        double[] r = correlationsWithMean(columns, balanced);
        double off = r[0] / (r[0] + r[1]) - 0.5;
        Csv loose = read("optweights_balance_equal_l3");
        double theirs = loose.numbers("corr_share_at_optimum")[0] - 0.5;
        assertThat(off * off).isLessThanOrEqualTo(theirs * theirs);

        double[] most = correlationsWithMean(
                columns, WeightingSchemes.maximumCorrelation().weigh(group("Index", columns)));
        double[] reported = read("optweights_infomax_l3").numbers("corr_at_optimum");
        assertThat(most[0] + most[1]).isGreaterThanOrEqualTo(reported[0] + reported[1]);

        // 1 to 2 is out of reach of weights at or above 0; among these none comes nearer than 0 and 1
        double[] unequal =
                new TargetImportance(List.of("Conn", "Sust"), List.of(1.0, 2.0)).weigh(group("Index", columns));
        double[] s = correlationsWithMean(columns, unequal);
        assertThat(Math.abs(s[0] / (s[0] + s[1]) - 1 / 3.0))
                .isLessThanOrEqualTo(
                        Math.abs(read("optweights_balance_1_2_l3").numbers("corr_share_at_optimum")[0] - 1 / 3.0));
    }

    private static double[] correlationsWithMean(List<MetricColumn> columns, double[] weights) {
        double[] mean = new double[columns.get(0).size()];
        for (int i = 0; i < mean.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                mean[i] += weights[j] * columns.get(j).value(i);
            }
        }
        List<MetricColumn> all = new ArrayList<>(columns);
        all.add(MetricColumn.view("mean", columns.get(0).regions(), mean, 0));
        CorrelationMatrix r = CorrelationMatrix.of(all, Kind.PEARSON, Cases.PAIRWISE);
        return columns.stream()
                .mapToDouble(column -> r.value(column.metric(), "mean"))
                .toArray();
    }

    @Test
    void weightsOfTheGreatestSumOfCorrelations() {
        Csv csv = read("optweights_infomax_l3_tight");
        List<String> codes = csv.texts("iCode");

        double[] weights =
                WeightingSchemes.maximumCorrelation().weigh(group("Index", columns("build_07_aggregated", codes)));

        // the search of the peer ends within 1e-6 of the exact solution
        for (int j = 0; j < weights.length; j++) {
            assertThat(weights[j]).isCloseTo(csv.numbers("opt_weight")[j], within(1e-6));
        }
    }

    @Test
    void nominalWeightsMultiplyDownTheTree() {
        Csv given = SharedReference.csv("coinr/inputs/weights_alt.csv");
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int i = 0; i < given.rows().size(); i++) {
            weights.put(given.texts("iCode").get(i), given.numbers("Weight")[i]);
        }
        var builder = IndexDefinition.named("top");
        for (String sub : under("Index", "Sub-index")) {
            ComponentBuilder component = Component.builder(sub).weight(weights.get(sub));
            for (String pillar : under(sub, "Pillar")) {
                component.component(pillar, p -> {
                    p.weight(weights.get(pillar));
                    under(pillar, "Indicator").forEach(code -> p.metric(code, m -> m.weight(weights.get(code))));
                });
            }
            builder.component(component.build());
        }
        List<String> codes = under("All", "Indicator");
        List<MetricColumn> columns = columns("build_06_normalised", codes);
        double[] values = new double[codes.size() * columns.get(0).size()];
        for (int j = 0; j < codes.size(); j++) {
            columns.get(j).copyTo(values, j * columns.get(0).size());
        }
        Weights found = CompositeIndex.of(builder.build())
                .score(Dataset.of(columns.get(0).regions(), codes, values))
                .weights();

        Csv csv = read("effweights_alt");
        for (int i = 0; i < csv.rows().size(); i++) {
            String code = csv.texts("iCode").get(i);
            assertEqual(found.global(code.equals("Index") ? "top" : code), csv.numbers("EffWeight")[i], 1e-10, code);
        }
    }

    /** The rotation of R stops at a relative gain of 1e-5: ours must rise at least as high. */
    @ParameterizedTest
    @CsvSource({"factor_ALL_BLI", "factor_ONE_BLI", "factor_ALL_NUTS1"})
    @SuppressWarnings("unchecked")
    void rotatedComponentsOfPsych(String id) {
        Map<String, Object> methodCase = SharedReference.methodCase(id);
        Csv csv = SharedReference.input(methodCase);
        List<String> codes = SharedReference.texts(SharedReference.at(methodCase, "input", "columns"));
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < csv.rows().size(); i++) {
            regions.add(Region.of("r" + i));
        }
        List<MetricColumn> columns = codes.stream()
                .map(code -> MetricColumn.view(code, regions, csv.numbers(code), 0))
                .toList();
        Map<String, Object> peer = (Map<String, Object>) SharedReference.at(methodCase, "expected", "loadings_peer");
        int count = peer.size();
        FactorAnalysis found = FactorAnalysis.of(columns, Extraction.PRINCIPAL_COMPONENTS, count);
        double[][] expected =
                peer.values().stream().map(SharedReference::numbers).toArray(double[][]::new);
        double[][] ours = new double[count][codes.size()];
        for (int f = 0; f < count; f++) {
            for (int j = 0; j < codes.size(); j++) {
                ours[f][j] = found.loading(f + 1, codes.get(j));
            }
        }

        for (int j = 0; j < codes.size(); j++) {
            double communality = 0;
            for (double[] factor : expected) {
                communality += factor[j] * factor[j];
            }
            assertThat(found.communality(codes.get(j))).isCloseTo(communality, within(1e-9));
        }
        assertThat(varimax(ours)).isGreaterThanOrEqualTo(varimax(expected) - 1e-12);
        if (count == 1) {
            double[] scores = SharedReference.numbers(SharedReference.at(methodCase, "expected", "scores_peer", "PC1"));
            for (int i = 0; i < scores.length; i++) {
                assertThat(found.scores(1)[i]).isCloseTo(scores[i], within(1e-9));
            }
        }
    }

    /** Kaiser's criterion: the variance of squared loadings over root communalities, summed over factors. */
    private static double varimax(double[][] loadings) {
        double total = 0;
        int m = loadings[0].length;
        for (double[] factor : loadings) {
            double fourth = 0;
            double second = 0;
            for (int j = 0; j < m; j++) {
                double communality = 0;
                for (double[] other : loadings) {
                    communality += other[j] * other[j];
                }
                double square = factor[j] * factor[j] / communality;
                fourth += square * square;
                second += square;
            }
            total += fourth / m - second * second / m / m;
        }
        return total;
    }
}
