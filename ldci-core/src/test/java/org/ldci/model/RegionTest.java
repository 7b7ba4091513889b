package org.ldci.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RegionTest {
    @Test
    void defaultsAreNamedByCodeWithoutLevel() {
        Region region = Region.of("TLG");

        assertThat(region.name()).isEqualTo("TLG");
        assertThat(region.level()).isEmpty();
        assertThat(region.parent()).isEmpty();
        assertThat(region.population()).isEmpty();
        assertThat(region.aliases()).isEmpty();
        assertThat(region.groups()).isEmpty();
    }

    @Test
    void isComparedByValue() {
        assertThat(Region.of("TLG", "West Midlands", "ITL1"))
                .isEqualTo(Region.builder("TLG")
                        .name("West Midlands")
                        .level("ITL1")
                        .build())
                .isNotEqualTo(Region.of("TLG", "West Midlands", "ITL2"))
                .isNotEqualTo(Region.of("TLG", "The West Midlands", "ITL1"));
    }

    @Test
    void listsEveryProblemAtOnce() {
        assertThatThrownBy(() -> Region.builder(" ")
                        .parent("a b")
                        .addAliases("-x")
                        .population(-3)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        4 problems:
                         1. region ' ': code must not be blank
                         2. region ' ': parent must be letters, digits and _ . : / - and start with a letter, a digit or _ but is 'a b'
                         3. region ' ': alias must be letters, digits and _ . : / - and start with a letter, a digit or _ but is '-x'
                         4. region ' ': population must be finite and at least 0 but is -3.0""");
    }

    @Test
    void cannotBeItsOwnParentWithoutLevels() {
        assertThatThrownBy(() -> Region.builder("A").parent("A").build()).hasMessage("region 'A': is its own parent");
    }

    @Test
    void mayHaveAParentOfTheSameCodeAtAnotherLevel() {
        assertThat(Region.builder("A").level("LAD").parent("A").build().parent())
                .contains("A");
    }

    @Test
    void withPopulationChangesNothingElse() {
        Region region = Region.builder("TLG")
                .name("West Midlands")
                .level("ITL1")
                .parent("UK")
                .population(5)
                .addAliases("E12000005")
                .putGroups("nation", "England")
                .build();

        assertThat(region.withPopulation(OptionalDouble.of(6)).population()).hasValue(6);
        assertThat(region.withPopulation(OptionalDouble.empty()).population()).isEmpty();
        assertThat(region.withPopulation(OptionalDouble.of(6)).withPopulation(OptionalDouble.of(5)))
                .isEqualTo(region);
        assertThatThrownBy(() -> region.withPopulation(OptionalDouble.of(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("region 'TLG': population must be finite and at least 0 but is -1.0");
    }
}
