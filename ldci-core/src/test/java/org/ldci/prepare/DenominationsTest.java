package org.ldci.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DenominationsTest {
    @Test
    void aRatioIsStatedForSoManyUnits() {
        assertThat(Denominations.ratio().apply(30, 60_000, 1000)).isEqualTo(0.5);
        assertThat(Denominations.ratio().apply(-3, 4, 1)).isEqualTo(-0.75);
    }

    @Test
    void noneLeavesTheValue() {
        assertThat(Denominations.none().apply(30, 0, 1000)).isEqualTo(30);
    }

    @Test
    void areValues() {
        assertThat(Denominations.ratio()).isEqualTo(Denominations.ratio()).isNotEqualTo(Denominations.none());
    }
}
