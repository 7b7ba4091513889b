package org.ldci.robustness;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A part of a run as bytes, to be sent from one process to another. Whole numbers take as few bytes as they need, and runs of
 * zeros, which histograms are full of, take two or three.
 */
final class TallyCodec {
    /** "LDCR" and the version of the format. */
    private static final long MAGIC = 0x4C4443523032L;

    private byte[] bytes = new byte[1024];
    private int size;

    private TallyCodec() {}

    static byte[] write(String key, List<RobustnessResult.Range> ranges, Tally tally) {
        TallyCodec out = new TallyCodec();
        out.number(MAGIC);
        out.text(key);
        out.number(ranges.size());
        for (RobustnessResult.Range range : ranges) {
            out.number(range.from());
            out.number(range.to());
        }
        out.number(tally.done);
        out.number(tally.failed);
        out.numbers(Arrays.stream(tally.ranked).asLongStream().toArray());
        out.numbers(tally.rankSums);
        out.numbers(Arrays.stream(tally.leastRanks).asLongStream().toArray());
        out.numbers(Arrays.stream(tally.greatestRanks).asLongStream().toArray());
        out.counts(tally.rankCounts);
        out.numbers(tally.scoreSums);
        out.numbers(tally.scoreCarries);
        out.numbers(Arrays.stream(tally.leastScores)
                .mapToLong(Double::doubleToRawLongBits)
                .toArray());
        out.numbers(Arrays.stream(tally.greatestScores)
                .mapToLong(Double::doubleToRawLongBits)
                .toArray());
        out.counts(tally.scoreCounts);
        out.numbers(tally.pairs);
        out.counts(tally.firsts);
        out.numbers(tally.leaderShares);
        out.number(tally.scenarios.size());
        tally.scenarios.forEach((number, scenario) -> {
            out.number(number);
            out.number(scenario.replicates);
            out.number(scenario.failed);
            out.number(scenario.shifts);
            out.number(scenario.ranked);
        });
        out.number(tally.failures.size());
        tally.failures.forEach(failure -> {
            out.number(failure.replicate());
            out.text(failure.message());
        });
        return Arrays.copyOf(out.bytes, out.size);
    }

    /**
     * Reads a part into an empty tally.
     *
     * @return the ranges of the part
     * @throws IllegalArgumentException if the bytes are none of this key, or broken
     */
    static List<RobustnessResult.Range> read(byte[] bytes, String key, Tally tally) {
        try {
            return read(ByteBuffer.wrap(bytes), key, tally);
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("part of a run: the bytes are broken", e);
        }
    }

    private static List<RobustnessResult.Range> read(ByteBuffer in, String key, Tally tally) {
        if (number(in) != MAGIC) {
            throw new IllegalArgumentException("part of a run: these bytes are none");
        }
        if (!text(in).equals(key)) {
            throw new IllegalArgumentException("part of a run: it is of another study, definition or data");
        }
        List<RobustnessResult.Range> ranges = new ArrayList<>();
        long count = number(in);
        for (long i = 0; i < count; i++) {
            ranges.add(new RobustnessResult.Range(number(in), number(in)));
        }
        tally.done = number(in);
        tally.failed = number(in);
        integers(in, tally.ranked);
        numbers(in, tally.rankSums);
        integers(in, tally.leastRanks);
        integers(in, tally.greatestRanks);
        integers(in, tally.rankCounts);
        numbers(in, tally.scoreSums);
        numbers(in, tally.scoreCarries);
        doubles(in, tally.leastScores);
        doubles(in, tally.greatestScores);
        integers(in, tally.scoreCounts);
        numbers(in, tally.pairs);
        integers(in, tally.firsts);
        numbers(in, tally.leaderShares);
        long scenarios = number(in);
        for (long i = 0; i < scenarios; i++) {
            Tally.Scenarios scenario = new Tally.Scenarios();
            tally.scenarios.put(number(in), scenario);
            scenario.replicates = number(in);
            scenario.failed = number(in);
            scenario.shifts = number(in);
            scenario.ranked = number(in);
        }
        long failures = number(in);
        for (long i = 0; i < failures; i++) {
            tally.failures.add(new Tally.Failure(number(in), text(in)));
        }
        return List.copyOf(ranges);
    }

    /** Seven bits a byte, small negative numbers as short as positive ones. */
    private void number(long value) {
        long rest = (value << 1) ^ (value >> 63);
        do {
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * size);
            }
            bytes[size++] = (byte) (rest >>> 7 == 0 ? rest : (rest & 0x7F) | 0x80);
            rest >>>= 7;
        } while (rest != 0);
    }

    private static long number(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            byte next = in.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new IllegalArgumentException("part of a run: the bytes are broken");
    }

    private void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        for (byte each : encoded) {
            number(each);
        }
    }

    private static String text(ByteBuffer in) {
        long length = number(in);
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("part of a run: the bytes are broken");
        }
        byte[] encoded = new byte[(int) length];
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = (byte) number(in);
        }
        return new String(encoded, StandardCharsets.UTF_8);
    }

    private void counts(int[] values) {
        for (int at = 0; at < values.length; ) {
            at = put(values[at], at, values.length, next -> values[next] == 0);
        }
    }

    private void numbers(long[] values) {
        for (int at = 0; at < values.length; ) {
            at = put(values[at], at, values.length, next -> values[next] == 0);
        }
    }

    /** Writes a number, or a zero and the length of its run; returns the position after. */
    private int put(long value, int at, int length, IntPredicate isZero) {
        number(value);
        int end = at + 1;
        if (value == 0) {
            while (end < length && isZero.test(end)) {
                end++;
            }
            number(end - at);
        }
        return end;
    }

    /** Takes a number of a sequence. */
    private interface Setter {
        void set(int at, long value);
    }

    private static void read(ByteBuffer in, int length, Setter setter) {
        int at = 0;
        while (at < length) {
            long value = number(in);
            if (value != 0) {
                setter.set(at++, value);
                continue;
            }
            long run = number(in);
            if (run < 1 || run > length - at) {
                throw new IllegalArgumentException("part of a run: the bytes are broken");
            }
            for (int end = at + (int) run; at < end; at++) {
                setter.set(at, 0);
            }
        }
    }

    private static void numbers(ByteBuffer in, long[] target) {
        read(in, target.length, (at, value) -> target[at] = value);
    }

    private static void integers(ByteBuffer in, int[] target) {
        read(in, target.length, (at, value) -> {
            if (value != (int) value) {
                throw new IllegalArgumentException("part of a run: the bytes are broken");
            }
            target[at] = (int) value;
        });
    }

    private static void doubles(ByteBuffer in, double[] target) {
        read(in, target.length, (at, value) -> target[at] = Double.longBitsToDouble(value));
    }
}
