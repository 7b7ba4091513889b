package org.ldci.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Regions that all lie on one facet of the frontier are level in theory, so that their scores must be the same number and
 * not merely near: whoever ranks them would otherwise read an order into rounding.
 */
class FrontierLevelTest {
    private static final int TABLES = 40;
    private static final int LEVEL = 12;
    private static final int BELOW = 20;

    /** Whole scores of which {@code sum c_j y_j} is the same for the first regions; the others are worse in every child. */
    private static ScoreTable facet(Random random, int children, double unit) {
        int[] c = random.ints(children, 1, 6).toArray();
        List<int[]> rows = new ArrayList<>();
        while (rows.size() < LEVEL) {
            int[] row = random.ints(children, 2, 60).toArray();
            int sum = IntStream.range(1, children).map(j -> c[j] * row[j]).sum();
            int rest = 60 * children - sum;
            row[0] = rest / c[0];
            if (rest % c[0] == 0 && row[0] >= 2) {
                rows.add(row);
            }
        }
        for (int i = 0; i < BELOW; i++) {
            int[] row = rows.get(i % LEVEL).clone();
            Arrays.setAll(row, j -> row[j] - 1 - random.nextInt(row[j] - 1));
            rows.add(row);
        }
        return table(rows, children, unit);
    }

    /** The same with bad children at the end: {@code sum c_j g_j = sum d_j b_j} for the first regions. */
    private static ScoreTable goodAndBad(Random random, int good, int bad, double unit) {
        int[] c = random.ints(good + bad, 1, 6).toArray();
        int last = good + bad - 1;
        List<int[]> rows = new ArrayList<>();
        while (rows.size() < LEVEL) {
            int[] row = random.ints(good + bad, 2, 60).toArray();
            int rest = IntStream.range(0, last)
                    .map(j -> j < good ? c[j] * row[j] : -c[j] * row[j])
                    .sum();
            row[last] = rest / c[last];
            if (rest % c[last] == 0 && row[last] >= 2) {
                rows.add(row);
            }
        }
        for (int i = 0; i < BELOW; i++) {
            int[] row = rows.get(i % LEVEL).clone();
            Arrays.setAll(row, j -> j < good ? row[j] - 1 : row[j] + 1 + random.nextInt(10));
            rows.add(row);
        }
        return table(rows, good + bad, unit);
    }

    private static ScoreTable table(List<int[]> rows, int children, double unit) {
        double[][] columns = new double[children][rows.size()];
        for (int j = 0; j < children; j++) {
            for (int i = 0; i < rows.size(); i++) {
                columns[j][i] = rows.get(i)[j] * unit;
            }
        }
        return Tables.ofColumns(columns);
    }

    private static void assertLevel(double[] scores, String what) {
        for (int i = 0; i < scores.length; i++) {
            if (i < LEVEL) {
                assertThat(scores[i]).as("%s, level region %d", what, i).isEqualTo(1);
            } else {
                assertThat(scores[i]).as("%s, region %d below", what, i).isLessThan(1 - 1e-6);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.1, 1000 / 3.0, 1e-7})
    void regions_on_one_facet_are_level(double unit) {
        for (int seed = 0; seed < TABLES; seed++) {
            int children = 2 + seed % 5;
            ScoreTable table = facet(new Random(seed), children, unit);
            List<Double> direction =
                    IntStream.range(0, children).mapToObj(j -> (1 + j) * unit).toList();
            String what = "table " + seed;
            assertLevel(Aggregators.benefitOfTheDoubt().aggregate(table), what + ", free");
            assertLevel(Aggregators.directionalBenefitOfTheDoubt(direction).aggregate(table), what + ", directional");
            assertLevel(Aggregators.multiDirectionalBenefitOfTheDoubt().aggregate(table), what + ", multi-directional");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.1, 1000 / 3.0, 1e-7})
    void regions_on_one_facet_with_undesirable_children_are_level(double unit) {
        for (int seed = 0; seed < TABLES; seed++) {
            int good = 1 + seed % 3;
            int bad = 1 + seed % 2;
            ScoreTable table = goodAndBad(new Random(seed), good, bad, unit);
            List<String> undesirable =
                    IntStream.range(good, good + bad).mapToObj(j -> "c" + j).toList();
            assertLevel(Aggregators.undesirableBenefitOfTheDoubt(undesirable).aggregate(table), "table " + seed);
        }
    }
}
