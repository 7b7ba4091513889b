package org.ldci.internal.numeric;

import java.util.Arrays;

/**
 * Orders, sorts and ranks numbers exactly.
 *
 * <p>0 and -0 are equal. A NaN is missing: it comes last in an order and has no rank. Equal numbers stay in the order of
 * their positions.
 *
 * <p>The bits of a double, the negative ones turned over, are in the order of the doubles. The bits in which the numbers
 * differ at all are packed into one long with the position and those longs are sorted: a few by counting or merging
 * without branches, many by their digits (least significant first; D. E. Knuth, The Art of Computer Programming 3, 5.2.5).
 * Where the two don't fit, low bits are left out at first and neighbours that then look equal are sorted by the bits left
 * out, so nothing is lost.
 */
public final class Ranks {
    /** Up to so many numbers are ranked by comparing each with each. */
    private static final int COUNT_UP_TO = 24;

    /** Up to so many are sorted by merging, and more by their digits. */
    private static final int MERGE_UP_TO = 1024;

    private static final int DIGIT_BITS = 11;

    private Ranks() {}

    /** The rank that equal numbers get. The examples rank 9, 7, 7, 5 with 1 for the greatest. */
    public enum Ties {
        /** All the best of their places, as in sports: 1, 2, 2, 4. */
        MIN,
        /** All the worst of their places: 1, 3, 3, 4. */
        MAX,
        /** All the mean of their places: 1, 2.5, 2.5, 4. */
        AVERAGE,
        /** All the same and the next number one more: 1, 2, 2, 3. */
        DENSE,
        /** One place each, the earlier position first: 1, 2, 3, 4. */
        ORDINAL
    }

    /** Working memory to be used again and again by one thread. */
    public static final class Scratch {
        private long[] packed = {};
        private long[] other = {};
        private int[] counts = {};

        /** Bits of a packed long that hold the position. */
        private int positionBits;

        /** Whether the other bits hold all that numbers differ in. */
        private boolean exact;

        /** Makes an empty one; it grows when used. */
        public Scratch() {}

        private void reserve(int n) {
            if (packed.length < n) {
                packed = new long[n];
                other = new long[n];
            }
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
     * @param order where the positions go, from index 0
     * @param scratch working memory
     */
    public static void order(double[] a, int from, int to, int[] order, Scratch scratch) {
        int n = to - from;
        int known = sortPositions(a, from, to, 0, scratch);
        int mask = (1 << scratch.positionBits) - 1;
        for (int i = 0; i < known; i++) {
            order[i] = (int) scratch.packed[i] & mask;
        }
        if (known < n) {
            int next = known;
            for (int i = 0; i < n; i++) {
                if (Double.isNaN(a[from + i])) {
                    order[next++] = i;
                }
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
        rank(a, from, to, -1L, ties, out, outFrom, new Scratch());
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
        rank(a, from, to, -1L, ties, out, outFrom, scratch);
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
        rank(a, from, to, 0, ties, out, outFrom, new Scratch());
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
        rank(a, from, to, 0, ties, out, outFrom, scratch);
    }

    /**
     * Sorts in ascending order, NaN last; -0 becomes 0.
     *
     * @param a the numbers
     * @param from the first of them
     * @param to one past the last
     */
    public static void sort(double[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] += 0.0;
        }
        Arrays.sort(a, from, to);
    }

    private static void rank(
            double[] a, int from, int to, long turn, Ties ties, double[] out, int outFrom, Scratch scratch) {
        int n = to - from;
        int known = sortPositions(a, from, to, turn, scratch);
        if (known < n) {
            Arrays.fill(out, outFrom, outFrom + n, Double.NaN);
        }
        long[] packed = scratch.packed;
        int bits = scratch.positionBits;
        int mask = (1 << bits) - 1;
        int group = 0;
        for (int start = 0; start < known; ) {
            int end = start + 1;
            while (end < known && isTied(packed[end - 1], packed[end], a, from, scratch)) {
                end++;
            }
            group++;
            double rank = switch (ties) {
                case MIN, ORDINAL -> start + 1;
                case MAX -> end;
                case AVERAGE -> (start + 1 + end) * 0.5;
                case DENSE -> group;
            };
            double step = ties == Ties.ORDINAL ? 1 : 0;
            for (int i = start; i < end; i++) {
                out[outFrom + ((int) packed[i] & mask)] = rank;
                rank += step;
            }
            start = end;
        }
    }

    private static boolean isTied(long p, long q, double[] a, int from, Scratch scratch) {
        int mask = (1 << scratch.positionBits) - 1;
        return ((p ^ q) >>> scratch.positionBits) == 0
                && (scratch.exact || a[from + ((int) p & mask)] == a[from + ((int) q & mask)]);
    }

    /** A long whose unsigned order is that of doubles, or with a turn of -1 the reverse; -0 as 0. */
    private static long key(double x, long turn) {
        long bits = Double.doubleToRawLongBits(x + 0.0);
        return bits ^ ((bits >> 63) | Long.MIN_VALUE) ^ turn;
    }

    /** Sorts the positions of all but NaN into scratch.packed and returns how many they are. */
    private static int sortPositions(double[] a, int from, int to, long turn, Scratch scratch) {
        int n = to - from;
        scratch.reserve(n);
        long[] packed = scratch.packed;
        long differ = 0;
        long first = 0;
        int known = 0;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(a[i])) {
                long key = key(a[i], turn);
                first = known++ == 0 ? key : first;
                differ |= key ^ first;
            }
        }
        int positionBits = n < 2 ? 1 : 32 - Integer.numberOfLeadingZeros(n - 1);
        scratch.positionBits = positionBits;
        int equalAbove = Long.numberOfLeadingZeros(differ);
        int equalBelow = Long.numberOfTrailingZeros(differ);
        int width = differ == 0 ? 0 : 64 - equalAbove - equalBelow;
        int leftOut = Math.max(0, width + positionBits - 63);
        scratch.exact = leftOut == 0;
        if (width == 0) {
            int next = 0;
            for (int i = 0; i < n; i++) {
                if (!Double.isNaN(a[from + i])) {
                    packed[next++] = i;
                }
            }
            return known;
        }
        int down = equalAbove + equalBelow + leftOut;
        int next = 0;
        for (int i = 0; i < n; i++) {
            double x = a[from + i];
            if (!Double.isNaN(x)) {
                packed[next++] = ((key(x, turn) << equalAbove >>> down) << positionBits) | i;
            }
        }
        sortPacked(0, known, positionBits, width - leftOut, scratch);
        if (leftOut > 0) {
            sortByBitsLeftOut(a, from, known, turn, equalBelow, leftOut, scratch);
        }
        return known;
    }

    private static void sortByBitsLeftOut(
            double[] a, int from, int known, long turn, int equalBelow, int leftOut, Scratch scratch) {
        long[] packed = scratch.packed;
        int bits = scratch.positionBits;
        int mask = (1 << bits) - 1;
        for (int start = 0; start < known; ) {
            int end = start + 1;
            while (end < known && (packed[end] ^ packed[start]) >>> bits == 0) {
                end++;
            }
            boolean sorted = true;
            for (int i = start + 1; i < end; i++) {
                sorted &= Long.compareUnsigned(
                                key(a[from + ((int) packed[i - 1] & mask)], turn),
                                key(a[from + ((int) packed[i] & mask)], turn))
                        <= 0;
            }
            if (!sorted) {
                long keep = (1L << leftOut) - 1;
                for (int i = start; i < end; i++) {
                    int position = (int) packed[i] & mask;
                    packed[i] = (((key(a[from + position], turn) >>> equalBelow) & keep) << bits) | position;
                }
                sortPacked(start, end, bits, leftOut, scratch);
            }
            start = end;
        }
    }

    private static void sortPacked(int start, int end, int lowBit, int bits, Scratch scratch) {
        Arrays.sort(scratch.packed, start, end);
    }
}
