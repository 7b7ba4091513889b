package org.ldci.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ldci.data.MetricColumn;
import org.ldci.data.MetricTable;
import org.ldci.model.Region;

class ImputationsTest {
    private static final double NA = Double.NaN;
    private static final List<Region> REGIONS = List.of(
            region("a", "north", "high"),
            region("b", "north", "low"),
            region("c", "north", "high"),
            region("d", "south", "low"),
            region("e", "south", "low"),
            Region.of("f"));

    private static Region region(String code, String parent, String income) {
        return Region.builder(code).parent(parent).putGroups("income", income).build();
    }

    /** Columns with 1, 2, 6, gap, 10, gap and with gaps only in the south. */
    private static MetricTable table() {
        double[] m = {1, 2, 6, NA, 10, NA};
        double[] n = {5, NA, 8, NA, NA, 100};
        return new MetricTable(
                REGIONS,
                List.of(MetricColumn.view("m", REGIONS, m, 0), MetricColumn.view("n", REGIONS, n, 0)),
                List.of("c", "c"));
    }

    private static double filled(Imputation imputation, int region, int metric) {
        return imputation.fit(table()).impute(REGIONS.get(region), metric, new double[] {NA, NA});
    }

    /** What every imputation promises. */
    abstract static class Contract {
        abstract Imputation imputation();

        @Test
        void givesAFiniteValueOrNone() {
            for (int region = 0; region < REGIONS.size(); region++) {
                for (int metric = 0; metric < 2; metric++) {
                    assertThat(Double.isInfinite(filled(imputation(), region, metric)))
                            .isFalse();
                }
            }
        }

        @Test
        void isAValueAndSoIsItsFit() {
            assertThat(imputation()).isEqualTo(imputation()).hasSameHashCodeAs(imputation());
            assertThat(imputation().fit(table())).isEqualTo(imputation().fit(table()));
        }

        @Test
        void leavesTheRowAlone() {
            double[] row = {NA, 3};
            imputation().fit(table()).impute(REGIONS.get(3), 0, row);

            assertThat(row).containsExactly(NA, 3);
        }

        @Test
        void metricsWithoutAnyValueStayMissing() {
            MetricTable nothing = new MetricTable(
                    REGIONS,
                    List.of(MetricColumn.view("m", REGIONS, new double[] {NA, NA, NA, NA, NA, NA}, 0)),
                    List.of("c"));

            assertThat(imputation().fit(nothing).impute(REGIONS.get(0), 0, new double[] {NA}))
                    .isNaN();
        }
    }

    @Nested
    class NoneTest extends Contract {
        @Override
        Imputation imputation() {
            return Imputations.none();
        }

        @Test
        void fillsNothing() {
            assertThat(filled(imputation(), 3, 0)).isNaN();
        }
    }

    @Nested
    class MeanTest extends Contract {
        @Override
        Imputation imputation() {
            return Imputations.mean();
        }

        @Test
        void isTheMeanOfTheObserved() {
            assertThat(filled(imputation(), 3, 0)).isEqualTo(4.75);
        }
    }

    @Nested
    class MedianTest extends Contract {
        @Override
        Imputation imputation() {
            return Imputations.median();
        }

        @Test
        void isTheMiddleOrTheMeanOfTheMiddleTwo() {
            assertThat(filled(imputation(), 3, 0)).isEqualTo(4);
            assertThat(filled(imputation(), 3, 1)).isEqualTo(8);
        }
    }

    @Nested
    class GroupMeanTest extends Contract {
        @Override
        Imputation imputation() {
            return Imputations.groupMean();
        }

        @Test
        void isTheMeanOverTheSameParent() {
            assertThat(filled(imputation(), 3, 0)).isEqualTo(10);
            assertThat(filled(imputation(), 1, 1)).isEqualTo(6.5);
        }

        @Test
        void fallsBackToNothing() {
            assertThat(filled(imputation(), 3, 1)).isNaN(); // nobody in the south is observed
            assertThat(filled(imputation(), 5, 0)).isNaN(); // no parent
        }
    }

    @Nested
    class GroupMedianTest extends Contract {
        @Override
        Imputation imputation() {
            return Imputations.groupMedian("income");
        }

        @Test
        void isTheMedianOverTheSameGroup() {
            assertThat(filled(imputation(), 3, 0)).isEqualTo(6); // low: 2 and 10
            assertThat(filled(Imputations.groupMedian(), 1, 0)).isEqualTo(2); // north: 1, 2, 6
            assertThat(filled(Imputations.groupMean("income"), 0, 0)).isEqualTo(3.5); // high: 1 and 6
        }

        @Test
        void aGroupNotSeenWhenFittedStaysMissing() {
            Region other = region("x", "west", "middle");

            assertThat(imputation().fit(table()).impute(other, 0, new double[] {NA, NA}))
                    .isNaN();
        }
    }

    @Test
    void refusesABlankGrouping() {
        assertThatThrownBy(() -> Imputations.groupMean(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("group imputation: the grouping must not be blank");
        assertThatThrownBy(() -> new ImputeByGroup("g", List.of("a"), List.of()))
                .hasMessage("1 groups but 0 lists of values");
    }
}
