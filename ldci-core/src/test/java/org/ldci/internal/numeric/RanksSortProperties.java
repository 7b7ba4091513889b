package org.ldci.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RanksSortProperties {
    @Example
    void numbers_that_share_all_but_their_highest_bits_stay_as_they_are() {
        double[] numbers = {-1, -3, -2};
        Ranks.sort(numbers, 0, 3);

        assertThat(numbers).containsExactly(-3, -2, -1);
    }

    @Property
    void small_whole_numbers_are_sorted_as_the_jdk_does(@ForAll byte[] bytes) {
        double[] expected = new double[bytes.length];
        Arrays.setAll(expected, i -> bytes[i]);
        double[] actual = expected.clone();
        Arrays.sort(expected);
        Ranks.sort(actual, 0, actual.length);

        assertThat(actual).isEqualTo(expected);
    }

    @Property
    void any_numbers_are_sorted_as_the_jdk_does(@ForAll long[] bits) {
        double[] expected = new double[bits.length];
        // one zero and one NaN, as Ranks has them
        Arrays.setAll(expected, i -> {
            double number = Double.longBitsToDouble(bits[i]) + 0.0;
            return Double.isNaN(number) ? Double.NaN : number;
        });
        double[] actual = expected.clone();
        Arrays.sort(expected);
        Ranks.sort(actual, 0, actual.length);

        assertThat(actual).isEqualTo(expected);
    }
}
