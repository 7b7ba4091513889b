package org.ldci.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GeographyTest {
    private static final Region UK = Region.of("UK", "United Kingdom", "NAT");
    private static final Region TLG = Region.builder("TLG")
            .name("West Midlands")
            .level("ITL1")
            .parent("UK")
            .addAliases("E12000005")
            .build();
    private static final Region TLG3 = Region.builder("TLG3")
            .name("West Midlands")
            .level("ITL2")
            .parent("E12000005")
            .build();
    private static final Region TLI =
            Region.builder("TLI").name("London").level("ITL1").parent("UK").build();

    private static Geography uk() {
        return Geography.of(List.of(UK, TLG, TLG3, TLI));
    }

    @Test
    void findsByCodeAndAlias() {
        assertThat(uk().find("TLG")).contains(TLG);
        assertThat(uk().find("E12000005")).contains(TLG);
        assertThat(uk().region("E12000005")).isEqualTo(TLG);
        assertThat(uk().position("E12000005")).isEqualTo(1);
        assertThat(uk().position(TLI)).isEqualTo(3);
        assertThat(uk().find("nowhere")).isEmpty();
    }

    @Test
    void namesTheRegionsThereAreWhenOneIsUnknown() {
        assertThatThrownBy(() -> uk().region("XX"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown region 'XX'; the regions are UK, TLG, TLG3, TLI");
        assertThatThrownBy(() -> Geography.empty().region("XX"))
                .hasMessage("unknown region 'XX'; there are no regions");
        Geography many = Geography.of(
                IntStream.range(0, 20).mapToObj(i -> Region.of("r" + i)).toList());
        assertThatThrownBy(() -> many.region("XX")).hasMessageEndingWith("r13, r14 and 5 more");
        assertThatThrownBy(() -> uk().position(Region.of("TLG"))).hasMessage("unknown region 'TLG'");
    }

    @Test
    void containmentFollowsCodesAndAliases() {
        assertThat(uk().parent(TLG3)).contains(TLG);
        assertThat(uk().parent(UK)).isEmpty();
        assertThat(uk().contains(UK, TLG3)).isTrue();
        assertThat(uk().contains(TLG, TLG3)).isTrue();
        assertThat(uk().contains(TLI, TLG3)).isFalse();
        assertThat(uk().contains(UK, UK)).isFalse();
        assertThat(uk().children(UK)).containsExactly(TLG, TLI);
    }

    @Test
    void parentsOutsideTheGeographyAreNoError() {
        assertThat(Geography.of(List.of(TLG)).parent(TLG)).isEmpty();
    }

    @Test
    void listsLevelsAndRegionsOfALevel() {
        assertThat(uk().levels()).containsExactly("NAT", "ITL1", "ITL2");
        assertThat(uk().atLevel("ITL1")).containsExactly(TLG, TLI);
        assertThat(uk().atLevel("LAD")).isEmpty();
        assertThat(uk()).hasToString("Geography: 4 regions, 1 NAT, 2 ITL1, 1 ITL2");
    }

    @Test
    void theSameCodeMayStandAtTwoLevelsButMustThenBeNamedWithItsLevel() {
        Region authority = Region.of("E47000007", "West Midlands", "CAUTH");
        Region itl2 = Region.of("E47000007", "West Midlands", "ITL2");
        Geography geography = Geography.of(List.of(authority, itl2));

        assertThat(geography.find("ITL2", "E47000007")).contains(itl2);
        assertThat(geography.position(itl2)).isEqualTo(1);
        assertThatThrownBy(() -> geography.find("E47000007"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("region code 'E47000007' stands at more than one level: CAUTH, ITL2; name the level");
    }

    @Test
    void anAliasNeverHidesACodeAndIsStillFoundByItsLevel() {
        Region region = Region.of("E12000005", "West Midlands", "RGN");
        Geography geography = Geography.of(List.of(TLG, region));

        assertThat(geography.find("E12000005")).contains(region);
        assertThat(geography.find("ITL1", "E12000005")).contains(TLG);
        assertThat(geography.find("RGN", "E12000005")).contains(region);
    }

    @Test
    void refusesTheSameLevelAndCodeTwice() {
        assertThatThrownBy(() -> Geography.of(List.of(TLG, Region.of("TLG", "other", "ITL1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("geography: region 'TLG': is named twice at level 'ITL1'");
    }

    @Test
    void refusesContainmentInACircle() {
        Region a = Region.builder("a").parent("c").build();
        Region b = Region.builder("b").parent("a").build();
        Region c = Region.builder("c").parent("b").build();
        Region below = Region.builder("d").parent("a").build();

        assertThatThrownBy(() -> Geography.of(List.of(a, b, c, below))).hasMessage("""
                        3 problems in geography:
                         1. region 'a': contains itself: a < c < b < a
                         2. region 'b': contains itself: b < a < c < b
                         3. region 'c': contains itself: c < b < a < c""");
    }

    @Test
    void refusesLevelsThatAreNotStated() {
        assertThatThrownBy(() -> Geography.of(List.of("NAT", "ITL1"), List.of(UK, TLG3)))
                .hasMessage("geography: region 'TLG3': unknown level 'ITL2'; the levels are 'NAT', 'ITL1'");
    }

    @Test
    void isEqualIfRegionsAndOrderAre() {
        assertThat(uk()).isEqualTo(uk()).hasSameHashCodeAs(uk());
        assertThat(Geography.of(List.of(TLI, TLG))).isNotEqualTo(Geography.of(List.of(TLG, TLI)));
    }

    /** Codes of one hash, as somebody might choose them to make a reader slow. */
    @Test
    void codesOfEqualHashesAreAllFound() {
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < 2048; i++) {
            StringBuilder code = new StringBuilder();
            for (int bit = 0; bit < 11; bit++) {
                code.append((i >> bit & 1) == 0 ? "Aa" : "BB"); // of equal hashes
            }
            regions.add(Region.of(code.toString()));
        }
        assertThat(regions.stream().map(region -> region.code().hashCode()).distinct())
                .hasSize(1);
        Geography geography = Geography.of(regions);

        for (int i = 0; i < regions.size(); i++) {
            assertThat(geography.position(regions.get(i).code())).isEqualTo(i);
        }
        assertThat(geography.find("Aa")).isEmpty();
    }

    @Test
    void regionsAreFoundInGeographiesOfAnySize() {
        for (int n = 0; n < 70; n++) {
            List<Region> regions =
                    IntStream.range(0, n).mapToObj(i -> Region.of("E0" + i * 7)).toList();
            Geography geography = Geography.of(regions);
            for (int i = 0; i < n; i++) {
                assertThat(geography.position("E0" + i * 7)).isEqualTo(i);
            }
            assertThat(geography.find("E01")).isEmpty();
        }
    }
}
