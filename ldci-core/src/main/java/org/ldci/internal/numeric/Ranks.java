package org.ldci.internal.numeric;

import java.util.Arrays;

/**
 * Orders, sorts and ranks numbers exactly.
 *
 * <p>0 and -0 are equal. A NaN is missing: it comes last in an order and has no rank. Equal numbers stay in the order of
 * their positions.
 *
 * <p>The bits of a double, those of a negative one turned over, are in the order of the doubles. The bits in which the
 * numbers differ at all are packed into one long with the position, and those longs are sorted: a few by insertion, more
 * by merging without branches, many by their digits, the least significant first (D. E. Knuth, The Art of Computer
 * Programming 3, 5.2). Where bits and position don't fit into 63 bits, low bits are left out at first, and neighbours
 * that are then alike are sorted by the bits left out. So the order is always exact.
 */
public final class Ranks {
    private static final int INSERT_UP_TO = 20;
    private static final int MERGE_UP_TO = 700;

    /** Fewer digits of more bits pay when there are many numbers to count them. */
    private static final int FEW = 6000;

    private static final int DIGIT_BITS_OF_FEW = 8;
    private static final int DIGIT_BITS = 12;

    private static final long ASCENDING = 0;
    private static final long DESCENDING = -1;

    private Ranks() {}

    /** The rank that equal numbers get. The examples rank 9, 7, 7, 5 with 1 for the greatest. */
    public enum Ties {
        /** All the best of their places, as in sports: 1, 2, 2, 4. */
        MIN,
        /** All the worst of their places: 1, 3, 3, 4. */
        MAX,
        /** All the mean of their places: 1, 2.5, 2.5, 4. */
        AVERAGE,
        /** All the same, and the next number one more: 1, 2, 2, 3. */
        DENSE,
        /** One place each, the earlier position first: 1, 2, 3, 4. */
        ORDINAL
    }

    /** Working memory, to be used again and again but by one thread at a time; it grows as needed. */
    public static final class Scratch {
        private long[] packed = {};
        private long[] other = {};
        private int[] counts = {};

        /** How many of the low bits of a packed long are the position. */
        private int positionBits;

        /** Whether the bits above are all that the numbers differ in. */
        private boolean exact;

        /** Makes an empty one. */
        public Scratch() {}

        private void reserve(int n) {
            if (packed.length < n) {
                packed = new long[n];
            }
        }

        private long[] other(int n) {
            if (other.length < n) {
                other = new long[n];
            }
            return other;
        }

        private int[] zeroCounts(int n) {
            if (counts.length < n) {
                counts = new int[n];
            } else {
                Arrays.fill(counts, 0, n, 0);
            }
            return counts;
        }

        private int position(int i) {
            return (int) packed[i] & ((1 << positionBits) - 1);
        }
    }

    /**
     * Returns the positions in ascending order of the numbers.
     *
     * @param a the numbers
     * @param from the first of them
     * @param to one past the last
     * @return positions counted from {@code from}; equal numbers by position, then those of NaN by position
     */
    public static int[] order(double[] a, int from, int to) {
        int[] order = new int[to - from];
        order(a, from, to, order, new Scratch());
        return order;
    }

    /**
     * Puts the positions in ascending order of the numbers into an array.
     *
     * @param a the numbers
     * @param from the first of them
     * @param to one past the last
     * @param order where the positions go from index 0 on: equal numbers by position, then those of NaN by position
     * @param scratch working memory
     */
    public static void order(double[] a, int from, int to, int[] order, Scratch scratch) {
        int n = to - from;
        int known = sortPositions(a, from, n, ASCENDING, scratch);
        for (int i = 0; i < known; i++) {
            order[i] = scratch.position(i);
        }
        for (int i = 0, next = known; next < n; i++) {
            if (Double.isNaN(a[from + i])) {
                order[next++] = i;
            }
        }
    }

    /**
     * Ranks with 1 for the greatest number.
     *
     * @param a the numbers
     * @param from the first of them
     * @param to one past the last
     * @param ties the rank of equal numbers
     * @param out where the ranks go, NaN for NaN
     * @param outFrom where the first of them goes
     */
    public static void descending(double[] a, int from, int to, Ties ties, double[] out, int outFrom) {
        descending(a, from, to, ties, out, outFrom, new Scratch());
    }

    /**
     * Ranks with 1 for the greatest number.
     *
     * @param a the numbers
     * @param from the first of them
     * @param to one past the last
     * @param ties the rank of equal numbers
     * @param out where the ranks go, NaN for NaN
     * @param outFrom where the first of them goes
     * @param scratch working memory
     */
    public static void descending(double[] a, int from, int to, Ties ties, double[] out, int outFrom, Scratch scratch) {
        rank(a, from, to - from, DESCENDING, ties, out, outFrom, scratch);
    }

    /**
     * Ranks with 1 for the greatest number.
     *
     * @param a the numbers
     * @param from the first of them
     * @param to one past the last
     * @param ties the rank of equal numbers, not {@link Ties#AVERAGE}
     * @param out where the ranks go, 0 for NaN
     * @param outFrom where the first of them goes
     * @param scratch working memory
     * @throws IllegalArgumentException if ties get the mean of their places
     */
    public static void descending(double[] a, int from, int to, Ties ties, int[] out, int outFrom, Scratch scratch) {
        rank(a, from, to - from, DESCENDING, ties, out, outFrom, scratch);
    }

    /**
     * Ranks with 1 for the least number.
     *
     * @param a the numbers
     * @param from the first of them
     * @param to one past the last
     * @param ties the rank of equal numbers
     * @param out where the ranks go, NaN for NaN
     * @param outFrom where the first of them goes
     */
    public static void ascending(double[] a, int from, int to, Ties ties, double[] out, int outFrom) {
        ascending(a, from, to, ties, out, outFrom, new Scratch());
    }

    /**
     * Ranks with 1 for the least number.
     *
     * @param a the numbers
     * @param from the first of them
     * @param to one past the last
     * @param ties the rank of equal numbers
     * @param out where the ranks go, NaN for NaN
     * @param outFrom where the first of them goes
     * @param scratch working memory
     */
    public static void ascending(double[] a, int from, int to, Ties ties, double[] out, int outFrom, Scratch scratch) {
        rank(a, from, to - from, ASCENDING, ties, out, outFrom, scratch);
    }

    /**
     * Ranks with 1 for the least number.
     *
     * @param a the numbers
     * @param from the first of them
     * @param to one past the last
     * @param ties the rank of equal numbers, not {@link Ties#AVERAGE}
     * @param out where the ranks go, 0 for NaN
     * @param outFrom where the first of them goes
     * @param scratch working memory
     * @throws IllegalArgumentException if ties get the mean of their places
     */
    public static void ascending(double[] a, int from, int to, Ties ties, int[] out, int outFrom, Scratch scratch) {
        rank(a, from, to - from, ASCENDING, ties, out, outFrom, scratch);
    }

    /**
     * Sorts in ascending order, NaN last; -0 becomes 0.
     *
     * @param a the numbers
     * @param from the first of them
     * @param to one past the last
     */
    public static void sort(double[] a, int from, int to) {
        sort(a, from, to, new Scratch());
    }

    /**
     * Sorts in ascending order, NaN last; -0 becomes 0.
     *
     * @param a the numbers
     * @param from the first of them
     * @param to one past the last
     * @param scratch working memory
     */
    public static void sort(double[] a, int from, int to, Scratch scratch) {
        int n = to - from;
        scratch.reserve(n);
        long[] packed = scratch.packed;
        // negative numbers from the left and the others from the right: each part then differs in 63 bits only
        int negative = 0;
        int other = n;
        long allNegative = -1;
        long anyNegative = 0;
        long allOther = -1;
        long anyOther = 0;
        for (int i = from; i < to; i++) {
            double x = a[i] + 0.0;
            long bits = Double.doubleToRawLongBits(x);
            if (x < 0) {
                packed[negative++] = ~bits;
                allNegative &= ~bits;
                anyNegative |= ~bits;
            } else if (x >= 0) {
                packed[--other] = bits;
                allOther &= bits;
                anyOther |= bits;
            }
        }
        sortPacked(0, negative, allNegative ^ anyNegative, scratch);
        sortPacked(other, n, allOther ^ anyOther, scratch);
        packed = scratch.packed;
        int next = from;
        for (int i = 0; i < negative; i++) {
            a[next++] = Double.longBitsToDouble(~packed[i]);
        }
        for (int i = other; i < n; i++) {
            a[next++] = Double.longBitsToDouble(packed[i]);
        }
        Arrays.fill(a, next, to, Double.NaN);
    }

    private static void rank(
            double[] a, int from, int n, long turn, Ties ties, double[] out, int outFrom, Scratch scratch) {
        int known = sortPositions(a, from, n, turn, scratch);
        if (known < n) {
            Arrays.fill(out, outFrom, outFrom + n, Double.NaN);
        }
        int group = 0;
        for (int start = 0, end; start < known; start = end) {
            end = endOfTie(a, from, start, known, scratch);
            group++;
            double rank = ties == Ties.AVERAGE ? 0.5 * (start + 1 + end) : rank(ties, start, end, group);
            int step = ties == Ties.ORDINAL ? 1 : 0;
            for (int i = start; i < end; i++, rank += step) {
                out[outFrom + scratch.position(i)] = rank;
            }
        }
    }

    private static void rank(
            double[] a, int from, int n, long turn, Ties ties, int[] out, int outFrom, Scratch scratch) {
        if (ties == Ties.AVERAGE) {
            throw new IllegalArgumentException("ranks: whole numbers have no " + ties + " of ties");
        }
        int known = sortPositions(a, from, n, turn, scratch);
        if (known < n) {
            Arrays.fill(out, outFrom, outFrom + n, 0);
        }
        int group = 0;
        for (int start = 0, end; start < known; start = end) {
            end = endOfTie(a, from, start, known, scratch);
            group++;
            int rank = rank(ties, start, end, group);
            int step = ties == Ties.ORDINAL ? 1 : 0;
            for (int i = start; i < end; i++, rank += step) {
                out[outFrom + scratch.position(i)] = rank;
            }
        }
    }

    /** The rank of the first of those that are tied. */
    private static int rank(Ties ties, int start, int end, int group) {
        return ties == Ties.MAX ? end : ties == Ties.DENSE ? group : start + 1;
    }

    private static int endOfTie(double[] a, int from, int start, int known, Scratch scratch) {
        long[] packed = scratch.packed;
        int positionBits = scratch.positionBits;
        int end = start + 1;
        while (end < known
                && (packed[end] ^ packed[start]) >>> positionBits == 0
                && (scratch.exact || a[from + scratch.position(end)] == a[from + scratch.position(start)])) {
            end++;
        }
        return end;
    }

    /** A long whose unsigned order is that of the doubles, or turned the reverse; that of -0 is that of 0. */
    private static long key(double x, long turn) {
        long bits = Double.doubleToRawLongBits(x + 0.0);
        return bits ^ ((bits >> 63) | Long.MIN_VALUE) ^ turn;
    }

    /** Sorts the positions of all but NaN into scratch.packed and returns how many they are. */
    private static int sortPositions(double[] a, int from, int n, long turn, Scratch scratch) {
        scratch.reserve(n);
        long[] packed = scratch.packed;
        long all = -1;
        long any = 0;
        int known = 0;
        for (int i = 0; i < n; i++) {
            double x = a[from + i];
            if (!Double.isNaN(x)) {
                long key = key(x, turn);
                all &= key;
                any |= key;
                known++;
            }
        }
        long differ = known == 0 ? 0 : all ^ any;
        int positionBits = 32 - Integer.numberOfLeadingZeros(n);
        int alikeAbove = Long.numberOfLeadingZeros(differ | 1);
        int alikeBelow = Long.numberOfTrailingZeros(differ | Long.MIN_VALUE);
        alikeBelow = Math.min(alikeBelow, 63 - alikeAbove);
        int width = 64 - alikeAbove - alikeBelow;
        int leftOut = Math.max(0, width + positionBits - 63);
        scratch.positionBits = positionBits;
        scratch.exact = leftOut == 0;
        int down = alikeAbove + alikeBelow + leftOut;
        int next = 0;
        for (int i = 0; i < n; i++) {
            double x = a[from + i];
            if (!Double.isNaN(x)) {
                packed[next++] = (key(x, turn) << alikeAbove >>> down << positionBits) | i;
            }
        }
        sortPacked(0, known, (-1L >>> (64 - width + leftOut)) << positionBits, scratch);
        if (leftOut > 0) {
            sortByBitsLeftOut(a, from, known, turn, alikeBelow, leftOut, scratch);
        }
        return known;
    }

    private static void sortByBitsLeftOut(
            double[] a, int from, int known, long turn, int alikeBelow, int leftOut, Scratch scratch) {
        int positionBits = scratch.positionBits;
        for (int start = 0, end; start < known; start = end) {
            long[] packed = scratch.packed;
            long head = packed[start] >>> positionBits;
            boolean alike = true;
            end = start + 1;
            while (end < known && packed[end] >>> positionBits == head) {
                alike &= a[from + scratch.position(end)] == a[from + scratch.position(start)];
                end++;
            }
            if (!alike) {
                long keep = -1L >>> (64 - leftOut);
                for (int i = start; i < end; i++) {
                    int position = scratch.position(i);
                    long low = (key(a[from + position], turn) >>> alikeBelow) & keep;
                    packed[i] = (low << positionBits) | position;
                }
                sortPacked(start, end, keep << positionBits, scratch);
            }
        }
    }

    /**
     * Sorts a part of the packed longs, none of them negative.
     *
     * @param differ bits in which they may differ, apart from positions that are in order already
     */
    private static void sortPacked(int start, int end, long differ, Scratch scratch) {
        int n = end - start;
        if (n <= INSERT_UP_TO) {
            insert(scratch.packed, start, end);
        } else if (n <= MERGE_UP_TO) {
            merge(start, end, scratch);
        } else if (differ != 0) {
            sortDigits(start, end, differ, scratch);
        }
    }

    private static void insert(long[] packed, int start, int end) {
        for (int i = start + 1; i < end; i++) {
            long x = packed[i];
            int j = i;
            for (; j > start && packed[j - 1] > x; j--) {
                packed[j] = packed[j - 1];
            }
            packed[j] = x;
        }
    }

    /** Sorts 2^k runs of the same length, the last ones filled up, and merges them in pairs. */
    private static void merge(int start, int end, Scratch scratch) {
        int n = end - start;
        int runs = 2;
        while (n > 8 * runs) {
            runs *= 2;
        }
        int run = (n + runs - 1) / runs;
        int length = run * runs;
        long[] memory = scratch.other(2 * length);
        System.arraycopy(scratch.packed, start, memory, 0, n);
        Arrays.fill(memory, n, length, Long.MAX_VALUE);
        for (int i = 0; i < length; i += run) {
            insert(memory, i, i + run);
        }
        int source = 0;
        int target = length;
        for (; run < length; run *= 2) {
            for (int i = 0; i < length; i += 2 * run) {
                mergePair(memory, source + i, target + i, run);
            }
            source = length - source;
            target = length - target;
        }
        System.arraycopy(memory, source, scratch.packed, start, n);
    }

    /**
     * Merges two runs of the same length from both ends at once: so neither end can run out, and the two are independent.
     * Differences of longs that aren't negative don't overflow, so their sign chooses without a branch.
     */
    private static void mergePair(long[] memory, int source, int target, int run) {
        int left = source;
        int right = source + run;
        int leftLast = right - 1;
        int rightLast = right + run - 1;
        int targetLast = target + 2 * run - 1;
        for (int i = 0; i < run; i++) {
            long x = memory[left];
            long y = memory[right];
            long less = (y - x) >> 63;
            memory[target + i] = x + ((y - x) & less);
            right -= (int) less;
            left += 1 + (int) less;
            long u = memory[leftLast];
            long v = memory[rightLast];
            long lessLast = (v - u) >> 63;
            memory[targetLast - i] = v - ((v - u) & lessLast);
            leftLast += (int) lessLast;
            rightLast -= 1 + (int) lessLast;
        }
    }

    private static void sortDigits(int start, int end, long differ, Scratch scratch) {
        int n = end - start;
        int lowBit = Long.numberOfTrailingZeros(differ);
        int bits = 64 - Long.numberOfLeadingZeros(differ) - lowBit;
        int most = n < FEW ? DIGIT_BITS_OF_FEW : DIGIT_BITS;
        int digits = (bits + most - 1) / most;
        int digitBits = (bits + digits - 1) / digits;
        int values = 1 << digitBits;
        int mask = values - 1;
        int[] counts = scratch.zeroCounts(digits << digitBits);
        long[] source = scratch.packed;
        for (int i = start; i < end; i++) {
            long rest = source[i] >>> lowBit;
            for (int row = 0; row < digits << digitBits; row += values) {
                counts[row + ((int) rest & mask)]++;
                rest >>>= digitBits;
            }
        }
        long[] target = scratch.other(scratch.packed.length);
        for (int digit = 0; digit < digits; digit++) {
            int shift = lowBit + digit * digitBits;
            int row = digit << digitBits;
            if (counts[row + ((int) (source[start] >>> shift) & mask)] == n) {
                continue;
            }
            int next = start;
            for (int i = row; i < row + values; i++) {
                int count = counts[i];
                counts[i] = next;
                next += count;
            }
            for (int i = start; i < end; i++) {
                long x = source[i];
                target[counts[row + ((int) (x >>> shift) & mask)]++] = x;
            }
            long[] swap = source;
            source = target;
            target = swap;
        }
        if (source != scratch.packed) {
            System.arraycopy(source, start, scratch.packed, start, n);
        }
    }
}
