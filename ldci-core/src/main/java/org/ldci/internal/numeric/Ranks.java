package org.ldci.internal.numeric;

import java.util.Arrays;

/**
 * Sorting and ranking of doubles without boxing, exact and stable: small arrays by insertion, large ones by radix
 * ({@link RadixOrder}). The two zeros are
 * equal, and NaN stands for missing.
 */
public final class Ranks {
    /** Up to here insertion beats the fixed cost of radix passes. */
    private static final int INSERTION_LIMIT = 48;

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
        return n <= INSERTION_LIMIT ? insert(a, from, n) : radix(a, from, n);
    }

    private static int[] insert(double[] a, int from, int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            long key = RadixOrder.key(a[from + i]);
            int j = i - 1;
            while (j >= 0 && RadixOrder.key(a[from + order[j]]) > key) {
                order[j + 1] = order[j];
                j--;
            }
            order[j + 1] = i;
        }
        return order;
    }

    private static int[] radix(double[] a, int from, int n) {
        int[] order = new RadixOrder().order(a, from, from + n);
        return order.length == n ? order : Arrays.copyOf(order, n);
    }

    /**
     * Sorts numbers in place in ascending order, NaN last; a negative zero becomes a positive one.
     *
     * @param a the numbers
     * @param from the first position
     * @param to the position after the last
     */
    public static void sort(double[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] += 0.0;
        }
        if (to - from < RADIX_SORT_FROM) {
            Arrays.sort(a, from, to);
            return;
        }
        double[] unsorted = Arrays.copyOfRange(a, from, to);
        int[] order = order(a, from, to);
        for (int i = 0; i < order.length; i++) {
            a[from + i] = unsorted[order[i]];
        }
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
