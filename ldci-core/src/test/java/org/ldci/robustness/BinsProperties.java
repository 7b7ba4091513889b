package org.ldci.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class BinsProperties {
    private final Bins bins = new Bins(5, 13);

    @Property
    void a_whole_number_is_in_its_bin(@ForAll @IntRange(min = -200_000, max = 200_000) int number) {
        int bin = bins.bin(number);
        long distance = Math.abs((long) number);
        assertThat(bins.isBelow(bin)).isEqualTo(number < 0);
        assertThat(bins.least(bin)).isLessThanOrEqualTo(distance);
        assertThat(bins.least(bin) + bins.width(bin)).isGreaterThan(distance);
        assertThat(bins.width(bin)).isLessThanOrEqualTo(Math.max(1, distance / 16));
    }

    @Property
    void a_number_is_in_the_bin_of_its_distance(@ForAll @DoubleRange(min = -200_000, max = 200_000) double number) {
        int bin = bins.bin(number);
        assertThat(bins.least(bin)).isLessThanOrEqualTo((long) Math.abs(number));
        assertThat((double) bins.least(bin) + bins.width(bin)).isGreaterThan(Math.abs(number) - 1e-9);
        assertThat(bins.bin((double) (int) number)).isEqualTo(bins.bin((int) number));
    }

    @Property
    void bins_are_in_the_order_of_the_numbers(@ForAll int a, @ForAll int b) {
        assertThat(bins.bin(Math.min(a, b))).isLessThanOrEqualTo(bins.bin(Math.max(a, b)));
        assertThat(bins.bin(a)).isBetween(0, bins.size() - 1);
    }
}
