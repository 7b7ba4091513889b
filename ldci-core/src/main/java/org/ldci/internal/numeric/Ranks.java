package org.ldci.internal.numeric;

import java.util.Arrays;

/**
 * Orders, sorts and ranks numbers exactly.
 *
 * <p>0 and -0 are equal. A NaN is missing: it comes last in an order and has no rank. Equal numbers stay in the order of
 * their positions.
 *
 * <p>The bits of a double, those of a negative one turned over, are in the order of the doubles. What the bits exceed
 * their least by is packed into one long with the position, and those longs are sorted: a few by insertion, many by their
 * leading digits, the least significant of these first, and then the runs that are still alike by what follows (D. E.
 * Knuth, The Art of Computer Programming 3, 5.2.5). Where bits and position don't fit into one long, low bits are left out
 * at first and runs that are then alike are sorted by the bits left out. So the order is always exact.
 */
public final class Ranks {
    /** Comparing each with each takes no branch to be guessed wrong, which pays for a few. */
    private static final int COUNT_UP_TO = 64;

    /** Digits of more bits would have more counts than fit into the nearest cache. */
    private static final int MOST_DIGIT_BITS = 12;

    private static final int LEAST_DIGIT_BITS = 6;

    /** Leading bits to sort by, more than those of the count, so that few runs of two or three are alike in them. */
    private static final int SPARE_BITS = 4;

    private static final int MANTISSA_BITS = 52;

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

        /** What is subtracted of all keys; its low half is 0. */
        private long base;

        /** How many low bits the keys have in common, and those bits. */
        private int commonBits;

        private long common;

        /** How many bits of a key less the base are used, the common ones included. */
        private int width;

        /** How many of the low bits of a packed long are the position. */
        private int positionBits;

        /** Whether the other bits are all that the keys differ in. */
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

        private int[] counts(int n) {
            if (counts.length < n) {
                counts = new int[n];
            }
            return counts;
        }

        private int positionMask() {
            return (1 << positionBits) - 1;
        }

        private int position(int i) {
            return (int) packed[i] & positionMask();
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
        int known = survey(a, from, n, ASCENDING, scratch);
        scratch.positionBits = 0;
        long[] packed = scratch.packed;
        long base = scratch.base;
        int commonBits = scratch.commonBits;
        long common = scratch.common;
        int next = 0;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(a[i])) {
                packed[next++] = (key(a[i], ASCENDING) - base) >>> commonBits;
            }
        }
        sortPacked(0, known, 0, scratch.width - commonBits, scratch);
        for (int i = 0; i < known; i++) {
            a[from + i] = number(((packed[i] << commonBits) | common) + base);
        }
        Arrays.fill(a, from + known, to, Double.NaN);
    }

    private static void rank(
            double[] a, int from, int n, long turn, Ties ties, double[] out, int outFrom, Scratch scratch) {
        int known = sortPositions(a, from, n, turn, scratch);
        if (known < n) {
            Arrays.fill(out, outFrom, outFrom + n, Double.NaN);
        }
        long[] packed = scratch.packed;
        int positionMask = scratch.positionMask();
        if (ties == Ties.MAX || ties == Ties.AVERAGE) {
            for (int start = 0, end; start < known; start = end) {
                end = start + 1;
                while (end < known && isTied(a, from, end, scratch)) {
                    end++;
                }
                double rank = ties == Ties.MAX ? end : 0.5 * (start + 1 + end);
                for (int i = start; i < end; i++) {
                    out[outFrom + ((int) packed[i] & positionMask)] = rank;
                }
            }
            return;
        }
        int rank = 0;
        for (int i = 0; i < known; i++) {
            if (ties == Ties.ORDINAL || i == 0 || !isTied(a, from, i, scratch)) {
                rank = ties == Ties.DENSE ? rank + 1 : i + 1;
            }
            out[outFrom + ((int) packed[i] & positionMask)] = rank;
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
        long[] packed = scratch.packed;
        int positionMask = scratch.positionMask();
        int rank = 0;
        for (int i = 0; i < known; i++) {
            if (ties == Ties.ORDINAL || i == 0 || !isTied(a, from, i, scratch)) {
                rank = ties == Ties.DENSE ? rank + 1 : i + 1;
            }
            out[outFrom + ((int) packed[i] & positionMask)] = rank;
        }
        if (ties == Ties.MAX) {
            // the last of those that are tied has the worst of their places
            for (int i = known - 2; i >= 0; i--) {
                int next = out[outFrom + ((int) packed[i + 1] & positionMask)];
                out[outFrom + ((int) packed[i] & positionMask)] = isTied(a, from, i + 1, scratch) ? next : i + 1;
            }
        }
    }

    /** Whether a number is equal to the one before it in the order. */
    private static boolean isTied(double[] a, int from, int i, Scratch scratch) {
        long p = scratch.packed[i - 1];
        long q = scratch.packed[i];
        int mask = scratch.positionMask();
        return (p ^ q) >>> scratch.positionBits == 0
                && (scratch.exact || a[from + ((int) p & mask)] == a[from + ((int) q & mask)]);
    }

    /** A long whose order is that of the doubles, or turned the reverse; that of -0 is that of 0. */
    private static long key(double x, long turn) {
        long bits = Double.doubleToRawLongBits(x + 0.0);
        return bits ^ ((bits >> 63) >>> 1) ^ turn;
    }

    /** The double of a key that is not turned. */
    private static double number(long key) {
        return Double.longBitsToDouble(key ^ ((key >> 63) >>> 1));
    }

    /** Finds out in which bits the keys differ, and returns how many there are, those of NaN left out. */
    private static int survey(double[] a, int from, int n, long turn, Scratch scratch) {
        scratch.reserve(n);
        long all = -1;
        long any = 0;
        int least = Integer.MAX_VALUE;
        int greatest = Integer.MIN_VALUE;
        int known = 0;
        for (int i = from; i < from + n; i++) {
            double x = a[i];
            if (!Double.isNaN(x)) {
                long key = key(x, turn);
                all &= key;
                any |= key;
                // upper halves only: the least and greatest of ints need no branch
                int high = (int) (key >> 32);
                least = Math.min(least, high);
                greatest = Math.max(greatest, high);
                known++;
            }
        }
        long span = known == 0 ? 0 : ((long) greatest - least) << 32 | 0xffffffffL;
        int width = 64 - Long.numberOfLeadingZeros(span);
        int commonBits = Math.min(width, Long.numberOfTrailingZeros(all ^ any));
        scratch.base = (long) least << 32;
        scratch.width = width;
        scratch.commonBits = commonBits;
        scratch.common = all & ((1L << commonBits) - 1);
        return known;
    }

    /** Sorts the positions of all but NaN into scratch.packed and returns how many they are. */
    private static int sortPositions(double[] a, int from, int n, long turn, Scratch scratch) {
        int known = survey(a, from, n, turn, scratch);
        int positionBits = 32 - Integer.numberOfLeadingZeros(n);
        int bits = scratch.width - scratch.commonBits;
        int leftOut = Math.max(0, bits + positionBits - 63);
        scratch.positionBits = positionBits;
        scratch.exact = leftOut == 0;
        long[] packed = scratch.packed;
        long base = scratch.base;
        int down = scratch.commonBits + leftOut;
        int next = 0;
        for (int i = 0; i < n; i++) {
            double x = a[from + i];
            if (!Double.isNaN(x)) {
                packed[next++] = ((key(x, turn) - base) >>> down << positionBits) | i;
            }
        }
        sortPacked(0, known, positionBits, positionBits + bits - leftOut, scratch);
        if (leftOut > 0) {
            sortByBitsLeftOut(a, from, known, turn, leftOut, scratch);
        }
        return known;
    }

    private static void sortByBitsLeftOut(double[] a, int from, int known, long turn, int leftOut, Scratch scratch) {
        long[] packed = scratch.packed;
        int positionBits = scratch.positionBits;
        for (int start = 0, end; start < known; start = end) {
            end = start + 1;
            if (end == known || (packed[start] ^ packed[end]) >>> positionBits != 0) {
                continue;
            }
            boolean alike = true;
            while (end < known && (packed[start] ^ packed[end]) >>> positionBits == 0) {
                alike &= a[from + scratch.position(end)] == a[from + scratch.position(start)];
                end++;
            }
            if (!alike) {
                long keep = (1L << leftOut) - 1;
                for (int i = start; i < end; i++) {
                    int position = scratch.position(i);
                    long low = (key(a[from + position], turn) >>> scratch.commonBits) & keep;
                    packed[i] = (low << positionBits) | position;
                }
                sortPacked(start, end, positionBits, positionBits + leftOut, scratch);
            }
        }
    }

    /**
     * Sorts a part of the packed longs as numbers without a sign.
     *
     * @param lowBit the lowest bit that may be out of order, positions below it being in order
     * @param highBit one past the highest bit that may differ
     */
    private static void sortPacked(int start, int end, int lowBit, int highBit, Scratch scratch) {
        int n = end - start;
        if (n == 2) {
            sortTwo(scratch.packed, start);
        } else if (n <= COUNT_UP_TO && highBit < 64) {
            sortByCounting(start, n, scratch);
        } else if (highBit > lowBit) {
            sortByDigits(start, end, lowBit, highBit, scratch);
        }
    }

    private static void sortTwo(long[] packed, int start) {
        long x = packed[start];
        long y = packed[start + 1];
        if (isLess(y, x)) {
            packed[start] = y;
            packed[start + 1] = x;
        }
    }

    /** Puts each at the place that is the number of those less; equal ones, which only values can be, fill up gaps. */
    private static void sortByCounting(int start, int n, Scratch scratch) {
        long[] packed = scratch.packed;
        long[] other = scratch.other(2 * Math.max(n, COUNT_UP_TO));
        Arrays.fill(other, 0, n, 0);
        int end = start + n;
        for (int i = start; i < end; i += 4) {
            long v = packed[i];
            long w = i + 1 < end ? packed[i + 1] : Long.MAX_VALUE;
            long x = i + 2 < end ? packed[i + 2] : Long.MAX_VALUE;
            long y = i + 3 < end ? packed[i + 3] : Long.MAX_VALUE;
            countLess(v, w, x, y, packed, start, n, other);
        }
        Arrays.fill(other, n, 2 * n, -1);
        for (int i = 0; i < n; i++) {
            other[n + (int) other[i]] = packed[start + i];
        }
        long last = 0;
        for (int i = 0; i < n; i++) {
            long x = other[n + i];
            last = x < 0 ? last : x;
            packed[start + i] = last;
        }
    }

    /** The sign of the difference of longs that aren't negative is that of a comparison; written so as to be vectorised. */
    private static void countLess(long v, long w, long x, long y, long[] packed, int start, int n, long[] counts) {
        for (int i = 0; i < n; i++) {
            long p = packed[start + i];
            counts[i] += ((v - p) >>> 63) + ((w - p) >>> 63) + ((x - p) >>> 63) + ((y - p) >>> 63);
        }
    }

    private static boolean isLess(long x, long y) {
        return x + Long.MIN_VALUE < y + Long.MIN_VALUE;
    }

    private static void sortByDigits(int start, int end, int lowBit, int highBit, Scratch scratch) {
        int n = end - start;
        int countBits = 32 - Integer.numberOfLeadingZeros(n);
        int exponentBits = Math.max(0, highBit - scratch.positionBits - MANTISSA_BITS);
        int bits = Math.min(highBit - lowBit, countBits + SPARE_BITS + exponentBits);
        int most = Math.max(LEAST_DIGIT_BITS, Math.min(countBits + 1, MOST_DIGIT_BITS));
        int digits = (bits + most - 1) / most;
        int digitBits = (bits + digits - 1) / digits;
        int sortedFrom = Math.max(lowBit, highBit - digits * digitBits);
        int values = 1 << digitBits;
        int[] counts = scratch.counts(values);
        long[] source = scratch.packed;
        long[] target = scratch.other(source.length);
        for (int shift = sortedFrom; shift < highBit; shift += digitBits) {
            Arrays.fill(counts, 0, values, 0);
            count(source, start, end, shift, counts, values - 1);
            if (counts[(int) (source[start] >>> shift) & (values - 1)] < n) {
                distribute(source, start, end, shift, counts, values - 1, target);
                long[] swap = source;
                source = target;
                target = swap;
            }
        }
        if (source != scratch.packed) {
            System.arraycopy(source, start, scratch.packed, start, n);
        }
        if (sortedFrom > lowBit) {
            sortRuns(start, end, lowBit, sortedFrom, scratch);
        }
    }

    private static void count(long[] source, int start, int end, int shift, int[] counts, int mask) {
        for (int i = start; i < end; i++) {
            counts[(int) (source[i] >>> shift) & mask]++;
        }
    }

    private static void distribute(
            long[] source, int start, int end, int shift, int[] counts, int mask, long[] target) {
        int next = start;
        for (int i = 0; i <= mask; i++) {
            int count = counts[i];
            counts[i] = next;
            next += count;
        }
        for (int i = start; i < end; i++) {
            long x = source[i];
            int digit = (int) (x >>> shift) & mask;
            int to = counts[digit];
            counts[digit] = to + 1;
            target[to] = x;
        }
    }

    /** Sorts the runs that are alike from a bit on; those of equal numbers are in order already. */
    private static void sortRuns(int start, int end, int lowBit, int alikeFrom, Scratch scratch) {
        long[] packed = scratch.packed;
        for (int i = start + 1; i < end; i++) {
            if (isLess(packed[i], packed[i - 1])) {
                long head = packed[i] >>> alikeFrom;
                int first = i - 1;
                while (first > start && packed[first - 1] >>> alikeFrom == head) {
                    first--;
                }
                while (i < end && packed[i] >>> alikeFrom == head) {
                    i++;
                }
                sortPacked(first, i, lowBit, alikeFrom, scratch);
            }
        }
    }
}
