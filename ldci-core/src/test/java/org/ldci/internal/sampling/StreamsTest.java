package org.ldci.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Statistical tests hold at 5 standard deviations of the statistic, so that the false-alarm rate of each would be 6e-7 over
 * random seeds; the seeds are fixed.
 */
class StreamsTest {
    private static final int N = 1 << 20;

    @Test
    void the_numbers_are_those_of_splittable_random() {
        // SplittableRandom(seed) of the JDK is SplitMix64 with the golden gamma; its first nextLong is mix(seed + G)
        java.util.SplittableRandom jdk = new java.util.SplittableRandom(42);
        for (int j = 0; j < 1000; j++) {
            assertThat(Streams.bits(42, j)).isEqualTo(jdk.nextLong());
        }
    }

    @Test
    void known_values_stay() {
        assertThat(Streams.start(1, 2)).isEqualTo(0xfea92520a9bf2821L);
        assertThat(Streams.start(1, 2, 3)).isEqualTo(0x395451d62c069504L);
        assertThat(Streams.uniform(0, 0)).isEqualTo(0.8833108082136426);
    }

    @Test
    void uniform_is_in_the_half_open_and_open_in_the_open_interval() {
        assertThat(Streams.open(0L)).isEqualTo(0x1p-53);
        assertThat(Streams.open(-1L)).isEqualTo(1 - 0x1p-53);
        for (int j = 0; j < 1000; j++) {
            assertThat(Streams.uniform(7, j)).isGreaterThanOrEqualTo(0).isLessThan(1);
            assertThat(Streams.open(7, j)).isEqualTo(Streams.uniform(7, j), within(0x1p-52));
        }
    }

    @Test
    void moments_within_a_stream_and_across_replicates_seeds_and_streams() {
        moments(j -> Streams.uniform(Streams.start(1, 0, 0), (int) j));
        moments(k -> Streams.uniform(Streams.start(2, k, 0), 0));
        moments(seed -> Streams.uniform(Streams.start(seed, 3, 0), 0));
        moments(stream -> Streams.uniform(Streams.start(4, 0, (int) stream), 5));
    }

    private static void moments(LongToDoubleFunction uniform) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (int i = 0; i < N; i++) {
            double x = uniform.applyAsDouble(i) - 0.5;
            first += x;
            second += x * x;
            third += x * x * x;
            fourth += x * x * x * x;
        }
        // E x^(2m) = 1 / ((2m + 1) 4^m); Var x^m = E x^2m - (E x^m)^2
        double limit = 5 / Math.sqrt(N);
        assertThat(first / N).isCloseTo(0, within(limit * Math.sqrt(1 / 12.0)));
        assertThat(second / N).isCloseTo(1 / 12.0, within(limit * Math.sqrt(1 / 80.0 - 1 / 144.0)));
        assertThat(third / N).isCloseTo(0, within(limit * Math.sqrt(1 / 448.0)));
        assertThat(fourth / N).isCloseTo(1 / 80.0, within(limit * Math.sqrt(1 / 2304.0 - 1 / 6400.0)));
    }

    @Test
    void neighbours_are_not_correlated() {
        for (int lag : new int[] {1, 2, 7, 64, 1000}) {
            correlation(i -> Streams.uniform(Streams.start(11, 0, 0), (int) i), lag);
            correlation(i -> Streams.uniform(Streams.start(12, i, 0), 3), lag);
            correlation(i -> Streams.uniform(Streams.start(i, 5, 0), 3), lag);
        }
    }

    private static void correlation(LongToDoubleFunction uniform, int lag) {
        double sum = 0;
        for (int i = 0; i < N; i++) {
            sum += (uniform.applyAsDouble(i) - 0.5) * (uniform.applyAsDouble(i + lag) - 0.5);
        }
        assertThat(sum / N).isCloseTo(0, within(5 / Math.sqrt(N) / 12));
    }

    @Test
    void the_next_number_and_the_same_number_of_the_next_replicate_are_not_correlated() {
        double sum = 0;
        for (int k = 0; k < N; k++) {
            sum += (Streams.uniform(Streams.start(13, k, 0), 1) - 0.5)
                    * (Streams.uniform(Streams.start(13, k + 1, 0), 0) - 0.5);
        }
        assertThat(sum / N).isCloseTo(0, within(5 / Math.sqrt(N) / 12));
    }

    @Test
    void bytes_and_pairs_of_neighbours_are_evenly_distributed() {
        for (int shift = 0; shift < 64; shift += 8) {
            int at = shift;
            chiSquare(256, j -> Streams.bits(Streams.start(21, 0, 0), (int) j) >>> at & 255);
            chiSquare(256, k -> Streams.bits(Streams.start(22, k, 0), 0) >>> at & 255);
        }
        chiSquare(1024, k -> {
            long a = Streams.bits(Streams.start(23, k, 0), 0) >>> 59;
            return a << 5 | Streams.bits(Streams.start(23, k + 1, 0), 0) >>> 59;
        });
        chiSquare(1024, j -> {
            long start = Streams.start(24, 0, 0);
            return Streams.bits(start, (int) (2 * j)) >>> 59 << 5 | Streams.bits(start, (int) (2 * j + 1)) >>> 59;
        });
    }

    /** Chi-square is near normal with mean f and variance 2 f; 6 standard deviations for its longer upper tail. */
    private static void chiSquare(int cells, LongUnaryOperator cell) {
        int[] counts = new int[cells];
        for (int i = 0; i < N; i++) {
            counts[(int) cell.applyAsLong(i)]++;
        }
        double expected = (double) N / cells;
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        double freedom = cells - 1;
        assertThat(sum).isCloseTo(freedom, within(6 * Math.sqrt(2 * freedom)));
    }

    @Test
    void no_two_of_many_streams_start_at_the_same_place() {
        Set<Long> starts = new HashSet<>();
        for (int k = 0; k < 10_000; k++) {
            for (int stream = -4; stream < 4; stream++) {
                starts.add(Streams.start(0, k, stream));
            }
        }
        assertThat(starts).hasSize(80_000);
    }
}
