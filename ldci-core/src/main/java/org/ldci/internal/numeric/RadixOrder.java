package org.ldci.internal.numeric;

import java.util.Arrays;

/**
 * Puts many numbers in order without boxing, exact and stable: by radix on their leading bits, packed with their positions,
 * and then, where these are equal, on the rest. Keeps its arrays, so that one after the other costs no allocation. Not safe
 * for use by several threads at once.
 */
public final class RadixOrder {
    /** From here the wider digits of fewer passes pay. */
    private static final int WIDE_DIGITS_FROM = 4096;

    /** How many digits are sorted by; numbers that agree in them are few. */
    private static final int DIGITS = 3;

    /** Runs of numbers that agree in their leading bits are sorted by insertion up to here. */
    private static final int INSERTION_LIMIT = 48;

    private long[] packed = new long[0];
    private long[] other = new long[0];
    private int[] order = new int[0];
    private int[] starts = new int[0];

    /**
     * Finds the positions of numbers in ascending order, equal ones by position, NaN last.
     *
     * @param a the numbers
     * @param from the first position
     * @param to the position after the last
     * @return positions relative to {@code from}, in an array of this object that may be longer and that the next call
     *     overwrites
     */
    public int[] order(double[] a, int from, int to) {
        int n = to - from;
        if (packed.length < n) {
            packed = new long[n];
            other = new long[n];
            order = new int[n];
        }
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        for (int i = 0; i < n; i++) {
            long key = key(a[from + i]);
            packed[i] = key;
            least = Math.min(least, key);
            greatest = Math.max(greatest, key);
        }
        int digitBits = n < WIDE_DIGITS_FROM ? 8 : 11;
        int positionBits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, n - 1));
        // unsigned: the whole range of keys fits
        int rangeBits = Long.SIZE - Long.numberOfLeadingZeros(greatest - least);
        int dropped = Math.max(0, rangeBits - DIGITS * digitBits);
        for (int i = 0; i < n; i++) {
            packed[i] = (packed[i] - least) >>> dropped << positionBits | i;
        }
        long[] sorted = sortPrefixes(n, positionBits, digitBits);
        int mask = (int) ((1L << positionBits) - 1);
        for (int i = 0; i < n; i++) {
            order[i] = (int) sorted[i] & mask;
        }
        if (dropped > 0) {
            orderWithinPrefixes(sorted, n, positionBits, a, from);
        }
        return order;
    }

    /** By the digits above the positions, least significant first. */
    private long[] sortPrefixes(int n, int positionBits, int digitBits) {
        int values = 1 << digitBits;
        int mask = values - 1;
        int middle = positionBits + digitBits;
        int high = middle + digitBits;
        if (starts.length < DIGITS * values) {
            starts = new int[DIGITS * values];
        } else {
            Arrays.fill(starts, 0, DIGITS * values, 0);
        }
        for (int i = 0; i < n; i++) {
            long key = packed[i];
            starts[(int) (key >>> positionBits) & mask]++;
            starts[values + ((int) (key >>> middle) & mask)]++;
            starts[2 * values + ((int) (key >>> high) & mask)]++;
        }
        long[] from = packed;
        long[] to = other;
        for (int pass = 0; pass < DIGITS && n > 0; pass++) {
            int first = pass * values;
            int shift = positionBits + pass * digitBits;
            if (starts[first + ((int) (packed[0] >>> shift) & mask)] == n) {
                continue; // all share the digit
            }
            int sum = 0;
            for (int digit = first; digit < first + values; digit++) {
                int count = starts[digit];
                starts[digit] = sum;
                sum += count;
            }
            for (int i = 0; i < n; i++) {
                long key = from[i];
                to[starts[first + ((int) (key >>> shift) & mask)]++] = key;
            }
            long[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    /** Puts numbers that share a prefix, few unless they are close together, in order by all of their bits. */
    private void orderWithinPrefixes(long[] sorted, int n, int positionBits, double[] a, int from) {
        for (int start = 0; start < n; ) {
            int end = start + 1;
            while (end < n && sorted[end] >>> positionBits == sorted[start] >>> positionBits) {
                end++;
            }
            if (end - start > INSERTION_LIMIT) {
                orderRun(start, end, a, from);
            } else if (end - start > 1) {
                insert(start, end, a, from);
            }
            start = end;
        }
    }

    private void insert(int start, int end, double[] a, int from) {
        for (int i = start + 1; i < end; i++) {
            int position = order[i];
            long key = key(a[from + position]);
            int j = i - 1;
            while (j >= start && key(a[from + order[j]]) > key) {
                order[j + 1] = order[j];
                j--;
            }
            order[j + 1] = position;
        }
    }

    private void orderRun(int start, int end, double[] a, int from) {
        int[] run = Arrays.copyOfRange(order, start, end);
        double[] values = new double[run.length];
        for (int i = 0; i < run.length; i++) {
            values[i] = a[from + run[i]];
        }
        int[] inner = new RadixOrder().order(values, 0, values.length);
        for (int i = 0; i < run.length; i++) {
            order[start + i] = run[inner[i]];
        }
    }

    /** A number in the order of the doubles, with one zero and NaN at the end. */
    static long key(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }
}
