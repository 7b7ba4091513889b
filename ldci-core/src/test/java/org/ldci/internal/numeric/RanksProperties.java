package org.ldci.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Sorting and ranking against the definition, counted out one by one; sizes on both sides of every change of method. */
class RanksProperties {
    @Provide
    Arbitrary<double[]> numbers() {
        Arbitrary<Double> hard = Arbitraries.of(
                0.0,
                -0.0,
                1.0,
                Math.nextUp(1.0),
                -1.0,
                Double.MIN_VALUE,
                -Double.MIN_VALUE,
                Double.MAX_VALUE,
                -Double.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.NaN,
                5.0);
        Arbitrary<Double> any = Arbitraries.oneOf(hard, Arbitraries.doubles().between(-1e6, 1e6));
        return Arbitraries.of(0, 1, 2, 12, 47, 48, 49, 51, 360, 1023, 1024, 1100)
                .flatMap(n -> any.array(double[].class).ofSize(n));
    }

    @Property(tries = 100)
    void the_order_is_ascending_stable_and_ends_with_nan(@ForAll("numbers") double[] a) {
        Integer[] expected = IntStream.range(0, a.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> a[i] + 0.0))
                .toArray(Integer[]::new);

        assertThat(Ranks.order(a, 0, a.length))
                .containsExactly(Arrays.stream(expected).mapToInt(i -> i).toArray());
    }

    @Property(tries = 100)
    void sorting_is_that_of_the_library_with_one_zero(@ForAll("numbers") double[] a) {
        double[] expected = Arrays.stream(a).map(x -> x + 0.0).sorted().toArray();
        double[] sorted = a.clone();

        Ranks.sort(sorted, 0, sorted.length);

        assertThat(sorted).containsExactly(expected);
    }

    @Property(tries = 40)
    void ranks_count_who_is_ahead(@ForAll("numbers") double[] a, @ForAll Ranks.Ties ties) {
        double[] descending = new double[a.length + 1];
        double[] ascending = new double[a.length];
        double[] negated = Arrays.stream(a).map(x -> -x).toArray();

        Ranks.descending(a, 0, a.length, ties, descending, 1);
        Ranks.ascending(negated, 0, a.length, ties, ascending, 0);

        for (int i = 0; i < a.length; i++) {
            double x = a[i];
            double ahead = count(a, y -> y > x);
            double equal = count(a, y -> y == x);
            int position = i;
            double expected = Double.isNaN(x)
                    ? Double.NaN
                    : switch (ties) {
                        case MIN -> ahead + 1;
                        case MAX -> ahead + equal;
                        case AVERAGE -> ahead + (equal + 1) / 2;
                        case DENSE ->
                            1
                                    + Arrays.stream(a)
                                            .filter(y -> y > x)
                                            .map(y -> y + 0.0)
                                            .distinct()
                                            .count();
                        case ORDINAL ->
                            ahead
                                    + 1
                                    + IntStream.range(0, position)
                                            .filter(j -> a[j] == x)
                                            .count();
                    };
            assertThat(descending[i + 1]).as("%s at %d", x, i).isEqualTo(Double.valueOf(expected));
            assertThat(ascending[i]).as("%s at %d, turned round", x, i).isEqualTo(Double.valueOf(expected));
        }
    }

    private static double count(double[] a, java.util.function.DoublePredicate test) {
        return Arrays.stream(a).filter(test).count();
    }

    @Property(tries = 3)
    void many_numbers_are_sorted_by_wide_digits() {
        double[] a =
                new java.util.SplittableRandom(7).doubles(33_755, -1e3, 1e3).toArray();
        int[] order = Ranks.order(a, 0, a.length);

        assertThat(Arrays.stream(order).mapToDouble(i -> a[i]).toArray())
                .containsExactly(Arrays.stream(a).sorted().toArray());
    }
}
