package org.ldci.internal.numeric;

/**
 * Loops over lanes: one number for each of many runs of the same computation, side by side. Every array holds the lanes of
 * one quantity from position 0, because only then does the compiler turn these loops into vector instructions.
 *
 * <p>Each lane sees its operations in the order of the terms, whatever the number of lanes, so that a result does not depend
 * on how runs are put together.
 */
public final class Lanes {
    private Lanes() {}

    /**
     * Weighted sums: {@code sums[lane] = sum of row[t] * weights[t][lane]}, from the first term to the last.
     *
     * @param row the numbers that all lanes share
     * @param terms how many there are
     * @param weights for each term, its weight in each lane
     * @param sums receives the sums
     * @param lanes the number of lanes
     */
    public static void weightedSums(double[] row, int terms, double[][] weights, double[] sums, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            sums[lane] = 0;
        }
        int t = 0;
        for (; t + 3 < terms; t += 4) {
            addFour(
                    row[t],
                    row[t + 1],
                    row[t + 2],
                    row[t + 3],
                    weights[t],
                    weights[t + 1],
                    weights[t + 2],
                    weights[t + 3],
                    sums,
                    0,
                    lanes);
        }
        for (; t < terms; t++) {
            add(row[t], weights[t], sums, lanes);
        }
    }

    /**
     * Weighted sums for many rows: {@code sums[lane][i] = sum of columns[t][i] * weights[t][lane]}, from the first term to the
     * last, to the same bits as those of single rows.
     *
     * @param columns for each term, the numbers of all rows
     * @param terms how many terms there are
     * @param weights for each term, its weight in each lane
     * @param lanes the number of lanes
     * @param sums receives the sums, by lane and row
     * @param from the first row
     * @param to the row after the last
     */
    public static void weightedSums(
            double[][] columns, int terms, double[][] weights, int lanes, double[][] sums, int from, int to) {
        for (int lane = 0; lane < lanes; lane++) {
            double[] own = sums[lane];
            for (int i = from; i < to; i++) {
                own[i] = 0;
            }
            int t = 0;
            for (; t + 3 < terms; t += 4) {
                addFour(
                        weights[t][lane],
                        weights[t + 1][lane],
                        weights[t + 2][lane],
                        weights[t + 3][lane],
                        columns[t],
                        columns[t + 1],
                        columns[t + 2],
                        columns[t + 3],
                        own,
                        from,
                        to);
            }
            for (; t < terms; t++) {
                double weight = weights[t][lane];
                double[] column = columns[t];
                for (int i = from; i < to; i++) {
                    own[i] += weight * column[i];
                }
            }
        }
    }

    /** Four terms at a time, so that the sums are read and written a quarter as often. */
    private static void addFour(
            double x0,
            double x1,
            double x2,
            double x3,
            double[] w0,
            double[] w1,
            double[] w2,
            double[] w3,
            double[] sums,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            sums[i] = sums[i] + x0 * w0[i] + x1 * w1[i] + x2 * w2[i] + x3 * w3[i];
        }
    }

    /**
     * Adds a term: {@code sums[lane] += factor * values[lane]}.
     *
     * @param factor what all lanes share
     * @param values the lanes of the term
     * @param sums the sums
     * @param lanes the number of lanes
     */
    public static void add(double factor, double[] values, double[] sums, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            sums[lane] += factor * values[lane];
        }
    }

    /**
     * Adds products: {@code sums[lane] += values[lane] * weights[lane]}.
     *
     * @param values the lanes of one factor
     * @param weights the lanes of the other
     * @param sums the sums
     * @param lanes the number of lanes
     */
    public static void addProducts(double[] values, double[] weights, double[] sums, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            sums[lane] += values[lane] * weights[lane];
        }
    }

    /**
     * Multiplies: {@code target[lane] = a[lane] * b[lane]}.
     *
     * @param a the lanes of one factor
     * @param b the lanes of the other
     * @param target receives the products; may be one of the factors
     * @param lanes the number of lanes
     */
    public static void multiply(double[] a, double[] b, double[] target, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            target[lane] = a[lane] * b[lane];
        }
    }

    /**
     * Divides: {@code target[lane] /= by[lane]}.
     *
     * @param target the numerators, which the quotients replace
     * @param by the denominators
     * @param lanes the number of lanes
     */
    public static void divide(double[] target, double[] by, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            target[lane] /= by[lane];
        }
    }

    /**
     * Compares two columns of keys that are less than 2^62 in size, lane by lane, and counts for each how often it is the
     * smaller one.
     *
     * @param first the keys of one
     * @param second the keys of the other
     * @param behindFirst for the first, by lane, how many are ahead of it; one is added where the second is greater
     * @param behindSecond the same for the second
     * @param counts by lane, how often the first was smaller, and 2^32 times how often the second was
     * @param lanes the number of lanes
     */
    public static void compare(
            long[] first, long[] second, long[] behindFirst, long[] behindSecond, long[] counts, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            long difference = first[lane] - second[lane];
            long less = difference >>> 63;
            long greater = -difference >>> 63;
            behindFirst[lane] += less;
            behindSecond[lane] += greater;
            counts[lane] += less + (greater << 32);
        }
    }

    /**
     * Counts, for one row of four columns of places, the rows with a smaller place; {@link Integer#MAX_VALUE} is no place, and
     * nothing is smaller than it.
     *
     * @param a the first column
     * @param b the second
     * @param c the third
     * @param d the fourth
     * @param row the row
     * @param counts by row, to which the number of columns where it has the smaller place is added
     * @param rows how many rows there are
     */
    public static void countLess(int[] a, int[] b, int[] c, int[] d, int row, int[] counts, int rows) {
        int ownA = place(a[row]);
        int ownB = place(b[row]);
        int ownC = place(c[row]);
        int ownD = place(d[row]);
        for (int i = 0; i < rows; i++) {
            counts[i] +=
                    ((a[i] - ownA) >>> 31) + ((b[i] - ownB) >>> 31) + ((c[i] - ownC) >>> 31) + ((d[i] - ownD) >>> 31);
        }
    }

    private static int place(int place) {
        return place == Integer.MAX_VALUE ? 0 : place;
    }

    /**
     * A key in the order of the numbers, with one zero.
     *
     * @param value less than 2 in size
     * @return the key, less than 2^62 in size
     */
    public static long key(double value) {
        long bits = Double.doubleToRawLongBits(value + 0.0);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }
}
