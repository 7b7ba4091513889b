package org.ldci.internal.multivariate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssociationTest {
    /** By definition, with ties too: all pairs that are not tied agree, or none does. */
    @ParameterizedTest
    @ValueSource(ints = {4, 7, 12, 360, 1001})
    void kendalls_tau_of_equal_and_of_opposite_orders_is_one_to_the_last_digit(int n) {
        double[] x = new double[n];
        Arrays.setAll(x, i -> i % 3 == 0 ? 0 : i);
        double[] opposite = Arrays.stream(x).map(value -> -value).toArray();
        assertThat(Association.of(x, x.clone(), Association.Kind.KENDALL)).isEqualTo(1);
        assertThat(Association.of(x, opposite, Association.Kind.KENDALL)).isEqualTo(-1);
    }
}
