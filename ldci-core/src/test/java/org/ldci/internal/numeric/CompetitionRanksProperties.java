package org.ldci.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CompetitionRanksProperties {
    /** One and the number that are greater. */
    private static int[] expected(double[] a) {
        double[] sorted = Arrays.stream(a)
                .filter(value -> !Double.isNaN(value))
                .map(value -> value + 0.0)
                .sorted()
                .toArray();
        int[] ranks = new int[a.length];
        for (int i = 0; i < a.length; i++) {
            if (!Double.isNaN(a[i])) {
                int below = Arrays.binarySearch(sorted, a[i] + 0.0);
                while (below + 1 < sorted.length && sorted[below + 1] == a[i]) {
                    below++;
                }
                ranks[i] = sorted.length - below;
            }
        }
        return ranks;
    }

    private static double number(Random random, int kind) {
        return switch (kind) {
            case 0 -> random.nextDouble();
            case 1 -> random.nextInt(5) - 2; // many ties, both zeros
            case 2 -> Math.exp(300 * random.nextGaussian()); // no scale fits
            case 3 -> 1 + random.nextInt(100) * 0x1p-52; // apart in the last bits only
            case 4 -> random.nextInt(40) == 0 ? 1e300 : random.nextInt(9) * 0x1p-51; // one far away
            case 5 -> random.nextInt(3) == 0 ? Double.MAX_VALUE : -Double.MAX_VALUE; // a range that overflows
            case 6 -> Double.longBitsToDouble(random.nextInt(50)); // a range below what has an inverse
            default -> random.nextInt(30) == 0 ? Double.NEGATIVE_INFINITY : random.nextGaussian();
        };
    }

    @Property(tries = 400)
    void a_rank_is_one_and_the_number_that_are_greater(
            @ForAll @IntRange(min = 1, max = 9000) int size,
            @ForAll @IntRange(min = 0, max = 7) int kind,
            @ForAll boolean gaps,
            @ForAll long seed) {
        Random random = new Random(seed);
        CompetitionRanks ranking = new CompetitionRanks(size);
        for (int again = 0; again < 2; again++) {
            double[] a = new double[size];
            for (int i = 0; i < size; i++) {
                a[i] = gaps && random.nextInt(5) == 0
                        ? Double.NaN
                        : number(random, kind) * (random.nextInt(9) == 0 ? -1 : 1);
            }
            int[] ranks = new int[size];
            Arrays.fill(ranks, -7);
            ranking.rank(a, size, ranks);
            assertThat(ranks).isEqualTo(expected(a));
        }
    }
}
