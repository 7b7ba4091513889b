package org.ldci.internal.numeric;

import java.util.Arrays;

/**
 * Ranks many numbers without boxing: 1 for the greatest, equal numbers the least rank among them, 0 for NaN. Numbers become
 * whole ones, evenly over their range and packed with their positions; two passes sort them by their leading digits, and
 * insertion by the rest. Numbers so unevenly spread that this is not enough are left to {@link RadixOrder}. Keeps its arrays,
 * so that one after the other costs no allocation. Not safe for use by several threads at once.
 */
public final class CompetitionRanks {
    /** From here the wider digits pay. */
    private static final int WIDE_DIGITS_FROM = 4096;

    /** Insertion may move so many numbers for each. */
    private static final int MOST_MOVES = 4;

    private final int digitBits;
    private final int positionBits;
    private final int keyBits;
    private final int[] low;
    private final int[] high;
    private final long[] packed;
    private final long[] other;
    private final RadixOrder order = new RadixOrder();

    /**
     * Makes room.
     *
     * @param size the most numbers that are ranked at a time
     */
    public CompetitionRanks(int size) {
        digitBits = size < WIDE_DIGITS_FROM ? 8 : 11;
        positionBits = Integer.SIZE - Integer.numberOfLeadingZeros(size);
        keyBits = Math.min(48, Long.SIZE - 1 - positionBits);
        low = new int[1 << digitBits];
        high = new int[1 << digitBits];
        packed = new long[size];
        other = new long[size];
    }

    /**
     * Ranks.
     *
     * @param a the numbers, from position 0
     * @param n how many they are
     * @param ranks receives the rank of each
     */
    public void rank(double[] a, int n, int[] ranks) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            double value = a[i];
            if (value < least) {
                least = value;
            }
            if (value > greatest) {
                greatest = value;
            }
        }
        double scale = ((1L << keyBits) - 1) / (greatest - least);
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            sort(a, n, ranks);
            return;
        }
        int count = pack(a, n, greatest, scale, ranks);
        int shift = positionBits + keyBits - 2 * digitBits;
        scatter(packed, other, count, shift, low);
        scatter(other, packed, count, shift + digitBits, high);
        if (!insert(count) || !assign(a, count, ranks)) {
            sort(a, n, ranks);
        }
    }

    /** What rounds in the distance, the product and the whole part does so in the order of the numbers. */
    private int pack(double[] a, int n, double greatest, double scale, int[] ranks) {
        Arrays.fill(low, 0);
        Arrays.fill(high, 0);
        int mask = low.length - 1;
        int lowShift = keyBits - 2 * digitBits;
        int highShift = keyBits - digitBits;
        int count = 0;
        for (int i = 0; i < n; i++) {
            double value = a[i];
            if (Double.isNaN(value)) {
                ranks[i] = 0;
                continue;
            }
            long key = (long) ((greatest - value) * scale);
            low[(int) (key >>> lowShift) & mask]++;
            high[(int) (key >>> highShift) & mask]++;
            packed[count++] = key << positionBits | i;
        }
        return count;
    }

    private static void scatter(long[] from, long[] to, int n, int shift, int[] counts) {
        int sum = 0;
        for (int digit = 0; digit < counts.length; digit++) {
            int count = counts[digit];
            counts[digit] = sum;
            sum += count;
        }
        int mask = counts.length - 1;
        for (int i = 0; i < n; i++) {
            long key = from[i];
            to[counts[(int) (key >>> shift) & mask]++] = key;
        }
    }

    /** Puts what agrees in its leading digits in order; false if that is too much for insertion. */
    private boolean insert(int n) {
        int left = MOST_MOVES * n;
        for (int i = 1; i < n && left >= 0; i++) {
            long key = packed[i];
            int j = i - 1;
            while (j >= 0 && packed[j] > key) {
                packed[j + 1] = packed[j];
                j--;
                left--;
            }
            packed[j + 1] = key;
        }
        return left >= 0;
    }

    /** False if different numbers have become the same whole one. */
    private boolean assign(double[] a, int n, int[] ranks) {
        int mask = (1 << positionBits) - 1;
        int rank = 1;
        long last = -1;
        for (int i = 0; i < n; i++) {
            long key = packed[i];
            int position = (int) key & mask;
            if (key >>> positionBits != last) {
                rank = i + 1;
                last = key >>> positionBits;
            } else if (a[position] != a[(int) packed[i - 1] & mask]) {
                return false;
            }
            ranks[position] = rank;
        }
        return true;
    }

    private void sort(double[] a, int n, int[] ranks) {
        int[] ascending = order.order(a, 0, n);
        int scored = n;
        while (scored > 0 && Double.isNaN(a[ascending[scored - 1]])) {
            ranks[ascending[--scored]] = 0;
        }
        int rank = 1;
        double last = Double.NaN;
        for (int place = scored - 1; place >= 0; place--) {
            int position = ascending[place];
            double value = a[position];
            rank = value == last ? rank : scored - place;
            ranks[position] = rank;
            last = value;
        }
    }
}
