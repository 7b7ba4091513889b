package org.ldci.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ldci.model.Region;
import org.ldci.prepare.RegionCoverage.Count;

class ScreeningsTest {
    private static RegionCoverage coverage(int present, int applicable) {
        return new RegionCoverage(
                Region.of("r"),
                new Count("index", applicable, present, 0),
                List.of(new Count("c", 2, 1, 0), new Count("d", 4, 4, 1)));
    }

    /** What every screening promises. */
    abstract static class Contract {
        abstract Screening screening();

        @Test
        void keepsACompleteRegion() {
            assertThat(screening()
                            .reasonsToExclude(new RegionCoverage(
                                    Region.of("r"), new Count("index", 3, 3, 0), List.of(new Count("c", 3, 3, 0)))))
                    .isEmpty();
        }

        @Test
        void keepsARegionToWhichNothingApplies() {
            assertThat(screening()
                            .reasonsToExclude(
                                    new RegionCoverage(Region.of("r"), new Count("index", 0, 0, 0), List.of())))
                    .isEmpty();
        }

        @Test
        void isAValueAndRepeatable() {
            assertThat(screening()).isEqualTo(screening()).hasSameHashCodeAs(screening());
            assertThat(screening().reasonsToExclude(coverage(1, 6)))
                    .isEqualTo(screening().reasonsToExclude(coverage(1, 6)));
        }
    }

    @Nested
    class NoneTest extends Contract {
        @Override
        Screening screening() {
            return Screenings.none();
        }
    }

    @Nested
    class CoverageTest extends Contract {
        @Override
        Screening screening() {
            return Screenings.coverage(0.65, 0.5);
        }
    }

    @ParameterizedTest
    @CsvSource({"13, 20, true", "12, 20, false", "20, 20, true", "0, 20, false"})
    void aShareEqualToTheMinimumIsEnough(int present, int applicable, boolean kept) {
        assertThat(Screenings.coverage(0.65)
                        .reasonsToExclude(coverage(present, applicable))
                        .isEmpty())
                .isEqualTo(kept);
    }

    @Test
    void givesEveryReason() {
        assertThat(Screenings.coverage(0.9, 2.0 / 3).reasonsToExclude(coverage(5, 6)))
                .containsExactly(
                        "has 5 of 6 metrics (83 %), below the minimum of 0.9",
                        "has 1 of 2 metrics of 'c' (50 %), below the minimum of 0.6666666666666666");
    }

    @Test
    void refusesSharesThatAreNone() {
        assertThatThrownBy(() -> Screenings.coverage(65))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("coverage screening: minimum must be from 0 to 1 but is 65.0");
        assertThatThrownBy(() -> Screenings.coverage(0.5, Double.NaN))
                .hasMessage("coverage screening: minimumPerComponent must be from 0 to 1 but is NaN");
    }
}
