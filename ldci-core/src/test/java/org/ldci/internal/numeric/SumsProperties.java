package org.ldci.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Sums and moments do not depend on the order of the numbers, bit for bit, and are right. */
class SumsProperties {
    @Provide
    Arbitrary<double[]> numbers() {
        Arbitrary<Double> plain = Arbitraries.doubles().between(-1e6, 1e6);
        Arbitrary<Double> wide = Arbitraries.doubles().between(-1e300, 1e300);
        Arbitrary<Double> tiny = Arbitraries.doubles().between(-1e-300, 1e-300).ofScale(320);
        Arbitrary<Double> cancelling = Arbitraries.of(1e16, -1e16, 1.0, -1.0, 0x1p-30, 1e100, -1e100, 3.0);
        return Arbitraries.oneOf(plain, wide, tiny, cancelling)
                .array(double[].class)
                .ofMinSize(4)
                .ofMaxSize(120);
    }

    private static double[] shuffled(double[] a, long seed) {
        List<Double> list = new ArrayList<>(Arrays.stream(a).boxed().toList());
        Collections.shuffle(list, new Random(seed));
        return list.stream().mapToDouble(x -> x).toArray();
    }

    @Property(tries = 500)
    void order_changes_no_bit(@ForAll("numbers") double[] a, @ForAll long seed) {
        double[] b = shuffled(a, seed);
        int n = a.length;
        double[] shapeA = new double[2];
        double[] shapeB = new double[2];
        Moments.skewnessAndKurtosis(a, 0, n, shapeA);
        Moments.skewnessAndKurtosis(b, 0, n, shapeB);

        assertThat(Sums.sum(b, 0, n)).isEqualTo(Sums.sum(a, 0, n));
        assertThat(Moments.mean(b, 0, n)).isEqualTo(Moments.mean(a, 0, n));
        assertThat(Moments.variance(b, 0, n)).isEqualTo(Moments.variance(a, 0, n));
        assertThat(shapeB).containsExactly(shapeA);
    }

    @Property(tries = 300)
    void plain_sums_are_right_to_the_last_bits(@ForAll("numbers") double[] a) {
        double[] plain = Arrays.stream(a)
                .filter(x -> Math.abs(x) <= 1e6 && Math.abs(x) > 1e-200)
                .toArray();
        double exact = Exact.sum(plain).doubleValue();

        assertThat(Sums.sum(plain, 0, plain.length)).isEqualTo(exact, within(Math.ulp(exact) + 1e-25));
    }

    @Property(tries = 200)
    void equal_numbers_have_no_spread(@ForAll double x) {
        double bounded = x % 1e200;
        double[] a = {bounded, bounded, bounded, bounded, bounded};
        double[] shape = new double[2];
        Moments.skewnessAndKurtosis(a, 0, 5, shape);

        assertThat(Moments.mean(a, 0, 5)).isEqualTo(bounded);
        assertThat(Moments.variance(a, 0, 5)).isZero();
        assertThat(shape).containsExactly(Double.NaN, Double.NaN);
    }
}
