package org.ldci.internal.numeric;

import java.util.Arrays;

/**
 * Sorting and ranking of doubles without boxing: small arrays by insertion, large ones by radix on the bits of the numbers,
 * both exact and stable. The two zeros are equal, and NaN stands for missing.
 */
public final class Ranks {
    /** Up to here insertion beats the fixed cost of radix passes. */
    private static final int INSERTION_LIMIT = 48;

    /** From here the wider digits of fewer passes pay. */
    private static final int WIDE_DIGITS_FROM = 4096;

    /** From here a radix sort beats the library's. */
    private static final int RADIX_SORT_FROM = 1024;

    private Ranks() {}

    /** Which ranks equal numbers get; the example ranks 9, 7, 7, 5, the highest first. */
    public enum Ties {
        /** The best of the tied ranks: 1, 2, 2, 4. */
        MIN,
        /** The worst of the tied ranks: 1, 3, 3, 4. */
        MAX,
        /** The mean of the tied ranks: 1, 2.5, 2.5, 4. */
        AVERAGE,
        /** The best of the tied ranks, without a gap after them: 1, 2, 2, 3. */
        DENSE,
        /** By position: 1, 2, 3, 4. */
        ORDINAL
    }

    /**
     * Returns the positions of numbers in ascending order, equal ones by position, NaN last.
     *
     * @param a the numbers
     * @param from the first position
     * @param to the position after the last
     * @return positions relative to {@code from}
     */
    public static int[] order(double[] a, int from, int to) {
        int n = to - from;
        long[] keys = new long[n];
        int[] order = new int[n];
        long flip = n <= INSERTION_LIMIT ? 0 : Long.MIN_VALUE;
        for (int i = 0; i < n; i++) {
            keys[i] = key(a[from + i]) ^ flip;
            order[i] = i;
        }
        if (n <= INSERTION_LIMIT) {
            insert(keys, order);
            return order;
        }
        return radix(keys, order, n < WIDE_DIGITS_FROM ? 8 : 11);
    }

    private static void insert(long[] keys, int[] order) {
        for (int i = 1; i < keys.length; i++) {
            long key = keys[i];
            int position = order[i];
            int j = i - 1;
            while (j >= 0 && keys[j] > key) {
                keys[j + 1] = keys[j];
                order[j + 1] = order[j];
                j--;
            }
            keys[j + 1] = key;
            order[j + 1] = position;
        }
    }

    /** Least significant digit first, the positions carried along. */
    private static int[] radix(long[] keys, int[] order, int digitBits) {
        int n = keys.length;
        int mask = (1 << digitBits) - 1;
        long[] otherKeys = new long[n];
        int[] otherOrder = new int[n];
        int[] starts = new int[mask + 1];
        for (int shift = 0; shift < Long.SIZE; shift += digitBits) {
            if (count(keys, shift, mask, starts)) {
                for (int i = 0; i < n; i++) {
                    int to = starts[(int) (keys[i] >>> shift) & mask]++;
                    otherKeys[to] = keys[i];
                    otherOrder[to] = order[i];
                }
                long[] swapKeys = keys;
                keys = otherKeys;
                otherKeys = swapKeys;
                int[] swapOrder = order;
                order = otherOrder;
                otherOrder = swapOrder;
            }
        }
        return order;
    }

    /** A signed number in the order of the doubles, with one zero and NaN at the end. Radix wants it unsigned. */
    private static long key(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    private static double value(long key) {
        return Double.longBitsToDouble(key ^ ((key >> 63) & Long.MAX_VALUE));
    }

    /**
     * Sorts numbers in place in ascending order, NaN last; a negative zero becomes a positive one.
     *
     * @param a the numbers
     * @param from the first position
     * @param to the position after the last
     */
    public static void sort(double[] a, int from, int to) {
        int n = to - from;
        if (n < RADIX_SORT_FROM) {
            for (int i = from; i < to; i++) {
                a[i] += 0.0;
            }
            Arrays.sort(a, from, to);
            return;
        }
        long[] keys = new long[n];
        for (int i = 0; i < n; i++) {
            keys[i] = key(a[from + i]) ^ Long.MIN_VALUE;
        }
        keys = radix(keys, 11);
        for (int i = 0; i < n; i++) {
            a[from + i] = value(keys[i] ^ Long.MIN_VALUE);
        }
    }

    private static long[] radix(long[] keys, int digitBits) {
        int n = keys.length;
        int mask = (1 << digitBits) - 1;
        long[] other = new long[n];
        int[] starts = new int[mask + 1];
        for (int shift = 0; shift < Long.SIZE; shift += digitBits) {
            if (count(keys, shift, mask, starts)) {
                for (long key : keys) {
                    other[starts[(int) (key >>> shift) & mask]++] = key;
                }
                long[] swap = keys;
                keys = other;
                other = swap;
            }
        }
        return keys;
    }

    /** Finds where each digit starts; false if all keys share the digit, so that the pass can be left out. */
    private static boolean count(long[] keys, int shift, int mask, int[] starts) {
        Arrays.fill(starts, 0);
        for (long key : keys) {
            starts[(int) (key >>> shift) & mask]++;
        }
        if (starts[(int) (keys[0] >>> shift) & mask] == keys.length) {
            return false;
        }
        int sum = 0;
        for (int digit = 0; digit <= mask; digit++) {
            int count = starts[digit];
            starts[digit] = sum;
            sum += count;
        }
        return true;
    }

    /**
     * Ranks numbers from the greatest, which gets 1.
     *
     * @param a the numbers
     * @param from the first position
     * @param to the position after the last
     * @param ties which ranks equal numbers get
     * @param out receives the ranks, NaN for NaN
     * @param outFrom the position of the first rank
     */
    public static void descending(double[] a, int from, int to, Ties ties, double[] out, int outFrom) {
        int[] order = order(a, from, to);
        int n = countAndMark(a, from, order, out, outFrom);
        int before = 0;
        int dense = 0;
        for (int end = n; end > 0; ) {
            int start = end - 1;
            double value = a[from + order[start]];
            while (start > 0 && a[from + order[start - 1]] == value) {
                start--;
            }
            dense++;
            assign(order, start, end, before, dense, ties, out, outFrom);
            before += end - start;
            end = start;
        }
    }

    /**
     * Ranks numbers from the least, which gets 1.
     *
     * @param a the numbers
     * @param from the first position
     * @param to the position after the last
     * @param ties which ranks equal numbers get
     * @param out receives the ranks, NaN for NaN
     * @param outFrom the position of the first rank
     */
    public static void ascending(double[] a, int from, int to, Ties ties, double[] out, int outFrom) {
        int[] order = order(a, from, to);
        int n = countAndMark(a, from, order, out, outFrom);
        int dense = 0;
        for (int start = 0; start < n; ) {
            int end = start + 1;
            double value = a[from + order[start]];
            while (end < n && a[from + order[end]] == value) {
                end++;
            }
            dense++;
            assign(order, start, end, start, dense, ties, out, outFrom);
            start = end;
        }
    }

    /** Marks the missing numbers, which stand at the end, and counts the others. */
    private static int countAndMark(double[] a, int from, int[] order, double[] out, int outFrom) {
        int n = order.length;
        while (n > 0 && Double.isNaN(a[from + order[n - 1]])) {
            out[outFrom + order[--n]] = Double.NaN;
        }
        return n;
    }

    /** Gives ranks to a run of equal numbers that {@code before} numbers and {@code dense - 1} runs precede. */
    private static void assign(
            int[] order, int start, int end, int before, int dense, Ties ties, double[] out, int outFrom) {
        int count = end - start;
        double rank = switch (ties) {
            case MIN, ORDINAL -> before + 1;
            case MAX -> before + count;
            case AVERAGE -> before + (count + 1) / 2.0;
            case DENSE -> dense;
        };
        double step = ties == Ties.ORDINAL ? 1 : 0;
        for (int i = start; i < end; i++) {
            out[outFrom + order[i]] = rank;
            rank += step;
        }
    }
}
