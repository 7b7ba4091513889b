package org.ldci.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ldci.model.Region;

class DatasetBuilderTest {
    private static final Region A = Region.of("A");

    @Test
    void listsEveryProblemAtOnce() {
        DatasetBuilder builder = Dataset.builder()
                .metrics("m", "bad code")
                .row(A, 1, 2)
                .row(A, 3, 4)
                .row("B", 1)
                .row("C", Double.POSITIVE_INFINITY, 1)
                .value(Region.of("D"), "m", Double.NaN, CellStatus.OBSERVED)
                .value(Region.of("D"), "bad code", 7, CellStatus.SUPPRESSED)
                .standardError(A, "m", -1)
                .value(Region.of("A", "Other"), "m", 1);

        DataException thrown = catchThrowableOfType(DataException.class, builder::build);

        assertThat(thrown).hasMessage("""
                        8 problems in dataset:
                         1. region 'A': has two rows
                         2. region 'B': has 1 values for 2 metrics
                         3. metric 'm', region 'D': status OBSERVED needs a value
                         4. metric 'bad code', region 'D': status SUPPRESSED goes with a missing value but the value is 7.0
                         5. metric 'm', region 'A': standard error must be finite and at least 0 but is -1.0
                         6. region 'A': is given in two ways: Region{code=A, name=A, level=, aliases=[], groups={}} and Region{code=A, name=Other, level=, aliases=[], groups={}}
                         7. metric 'bad code': code must be letters, digits and _ . : / - and start with a letter, a digit or _ but is 'bad code'
                         8. metric 'm', region 'C': values must be finite but this one is Infinity""");
        assertThat(thrown.problems()).hasSize(8).first().isEqualTo("region 'A': has two rows");
    }

    @Test
    void containmentInACircleIsAProblemOfTheData() {
        assertThatThrownBy(() -> Dataset.builder()
                        .metrics("m")
                        .row(Region.builder("a").parent("b").build(), 1)
                        .row(Region.builder("b").parent("a").build(), 1)
                        .build())
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(
                        "dataset: 2 problems in geography:\n 1. region 'a': contains itself: a < b < a");
    }

    @Test
    void matricesAreCheckedAsWell() {
        assertThatThrownBy(() -> Dataset.of(List.of(A), List.of("m"), new double[2]))
                .isInstanceOf(DataException.class)
                .hasMessage("dataset: 2 values do not fit 1 regions x 1 metrics");
        assertThatThrownBy(() -> Dataset.of(List.of(A, A), List.of("m", "m"), new double[] {1, 2, Double.NaN, 4}))
                .hasMessage("""
                        2 problems in dataset:
                         1. region 'A': has two rows
                         2. metric 'm': has two columns""");
        assertThatThrownBy(() -> Dataset.of(List.of(A), List.of("m"), new double[] {Double.NEGATIVE_INFINITY}))
                .hasMessage("dataset: metric 'm', region 'A': values must be finite but this one is -Infinity");
    }

    @Test
    void atMostAHundredProblemsAreSpeltOut() {
        DatasetBuilder builder = Dataset.builder().metrics("m");
        for (int i = 0; i < 103; i++) {
            builder.row("r" + i, Double.POSITIVE_INFINITY);
        }

        assertThatThrownBy(builder::build)
                .hasMessageStartingWith("103 problems in dataset:\n 1. ")
                .hasMessageContaining("\n 100. metric 'm', region 'r99'")
                .hasMessageEndingWith("\n ... and 3 more");
    }

    @Test
    void theSameRegionAtTwoLevelsIsTwoRows() {
        Dataset data = Dataset.builder()
                .metrics("m")
                .row(Region.of("X", "X", "ITL1"), 1)
                .row(Region.of("X", "X", "ITL2"), 2)
                .build();

        assertThat(data.regions()).hasSize(2);
        assertThat(data.value(1, 0)).isEqualTo(2);
    }

    @Test
    void aBuilderMayGoOnAfterBuilding() {
        DatasetBuilder builder = Dataset.builder().metrics("m").row(A, 1);
        Dataset first = builder.build();
        Dataset second = builder.row("B", 2).build();

        assertThat(first.regions()).hasSize(1);
        assertThat(second.regions()).hasSize(2);
        assertThat(first.value("A", "m")).isEqualTo(1);
    }
}
