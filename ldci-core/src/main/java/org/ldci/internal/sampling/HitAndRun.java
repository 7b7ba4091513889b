package org.ldci.internal.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Hit-and-run: from one of {@value #STOCK} stored points of a long chain, steps of uniform choice on a line through the point.
 * The line runs between two stored points, or moves weight from one child to another. The chain has the uniform distribution
 * as its limit, so these points are approximate, with errors that die out geometrically in the steps.
 *
 * <p>The slacks of all rows are carried along. A line between stored points needs no more than their slacks, which are stored
 * as well, and one that moves weight between two children no more than the rows of these. One thread at a time; {@link #copy}
 * for others. Source: R. L. Smith, "Efficient Monte Carlo procedures for generating points uniformly distributed over bounded
 * regions", Operations Research 32 (1984), doi:10.1287/opre.32.6.1296; T. Tervonen, G. van Valkenhoef, N. Baştürk, D. Postmus,
 * "Hit-and-run enables efficient weight generation for simulation-based multiple criteria decision analysis", European Journal
 * of Operational Research 224 (2013), doi:10.1016/j.ejor.2012.08.026.
 */
final class HitAndRun {
    private static final int STOCK = 512;
    private static final long OWN_SEED = 0x4c444349L;

    /** How many slacks of stored points are kept, 8 MB; with more rows they are found anew for each line. */
    private static final int MOST_STORED = 1_000_000;

    /** The least slack that a step counts with; a point on a row stays on it, or leaves it. */
    private static final double TINY = 1e-300;

    /** How many of the steps are between stored points, which takes all rows. */
    private static final double BETWEEN = 1 / 3.0;

    /** After so many steps the slacks are summed anew, so that rounding does not add up. */
    private static final int REFRESH = 64;

    private final int dimension;
    /** All rows, as given. */
    private final SparseRows rows;

    private final double[] centre;
    /** Rows, and after them signs of weights, that are forced to 0. */
    private final boolean[] forced;

    private final boolean flat;
    /** Directions within the polytope, where rows are forced to 0; empty if none are, or there is but a point. */
    private final double[][] basis;

    private final int steps;
    private final Free free;

    private double[][] stock;
    private double[][] stockSlacks = {};

    private final Draws draws;
    private final double[] point;
    private final double[] direction;
    private final double[] slacks;
    private final double[] slopes;

    /**
     * Rows that are not forced, less a multiple of the sum of weights, so that most entries are 0: {@code values w + constants >=
     * 0}; by row, and the columns of the same numbers.
     */
    private static final class Free {
        final int size;
        final int[] from;
        final int[] columns;
        final double[] values;
        final double[] constants;
        final int[] columnFrom;
        final int[] rowsOf;
        final double[] columnValues;

        Free(List<double[]> rows, int dimension) {
            size = rows.size();
            from = new int[size + 1];
            constants = new double[size];
            int[] found = new int[size * dimension];
            double[] entries = new double[found.length];
            int count = 0;
            for (int r = 0; r < size; r++) {
                double[] row = rows.get(r);
                double common = mostCommon(row);
                constants[r] = common;
                for (int j = 0; j < dimension; j++) {
                    if (row[j] != common) {
                        found[count] = j;
                        entries[count++] = row[j] - common;
                    }
                }
                from[r + 1] = count;
            }
            columns = Arrays.copyOf(found, count);
            values = Arrays.copyOf(entries, count);
            columnFrom = new int[dimension + 1];
            for (int column : columns) {
                columnFrom[column + 1]++;
            }
            for (int j = 0; j < dimension; j++) {
                columnFrom[j + 1] += columnFrom[j];
            }
            rowsOf = new int[count];
            columnValues = new double[count];
            int[] next = columnFrom.clone();
            for (int r = 0; r < size; r++) {
                for (int e = from[r]; e < from[r + 1]; e++) {
                    int at = next[columns[e]]++;
                    rowsOf[at] = r;
                    columnValues[at] = values[e];
                }
            }
        }

        private static double mostCommon(double[] row) {
            double common = 0;
            int most = 0;
            for (double candidate : row) {
                int same = 0;
                for (double c : row) {
                    same += c == candidate ? 1 : 0;
                }
                if (same > most) {
                    most = same;
                    common = candidate;
                }
            }
            return common;
        }

        double dot(int row, double[] w) {
            double sum = 0;
            for (int e = from[row]; e < from[row + 1]; e++) {
                sum += values[e] * w[columns[e]];
            }
            return sum;
        }
    }

    HitAndRun(double[][] rows, Middle middle) {
        dimension = middle.centre().length;
        this.rows = new SparseRows(rows);
        centre = middle.centre();
        forced = middle.forced();
        flat = middle.isFlat();
        steps = 20 * (dimension - 1) + 20;
        double[][] all = Middle.withSigns(rows, dimension);
        basis = flat ? basis(all, dimension, forced) : new double[0][];
        List<double[]> notForced = new ArrayList<>();
        for (int r = 0; r < all.length; r++) {
            if (!forced[r]) {
                notForced.add(all[r]);
            }
        }
        free = new Free(notForced, dimension);
        draws = new Draws();
        point = new double[dimension];
        direction = new double[dimension];
        slacks = new double[free.size];
        slopes = new double[free.size];
        stock = Middle.corners(rows, dimension);
        fillStock();
    }

    private HitAndRun(HitAndRun other) {
        dimension = other.dimension;
        rows = other.rows;
        centre = other.centre;
        forced = other.forced;
        flat = other.flat;
        basis = other.basis;
        steps = other.steps;
        free = other.free;
        stock = other.stock;
        stockSlacks = other.stockSlacks;
        draws = new Draws();
        point = new double[dimension];
        direction = new double[dimension];
        slacks = new double[free.size];
        slopes = new double[free.size];
    }

    HitAndRun copy() {
        return new HitAndRun(this);
    }

    int steps() {
        return steps;
    }

    /** Draws point k; the array is used again for the next. */
    double[] sample(long seed, long k) {
        draws.start(seed, k);
        int start = draws.below(stock.length);
        System.arraycopy(stock[start], 0, point, 0, dimension);
        run();
        settle();
        return point;
    }

    /** An orthonormal basis of the directions along which the sum of weights and all forced rows stay the same. */
    private static double[][] basis(double[][] rows, int dimension, boolean[] forced) {
        List<double[]> normals = new ArrayList<>();
        double[] ones = new double[dimension];
        Arrays.fill(ones, 1);
        orthogonal(normals, ones);
        for (int r = 0; r < rows.length; r++) {
            if (forced[r]) {
                orthogonal(normals, rows[r]);
            }
        }
        int fixed = normals.size();
        for (int j = 0; j < dimension; j++) {
            double[] unit = new double[dimension];
            unit[j] = 1;
            orthogonal(normals, unit);
        }
        return normals.subList(fixed, normals.size()).toArray(double[][]::new);
    }

    private static void orthogonal(List<double[]> normals, double[] vector) {
        double[] rest = vector.clone();
        double before = Middle.norm(rest);
        for (int turn = 0; turn < 2; turn++) {
            for (double[] normal : normals) {
                double share = Middle.dot(normal, rest);
                for (int j = 0; j < rest.length; j++) {
                    rest[j] -= share * normal[j];
                }
            }
        }
        double length = Middle.norm(rest);
        if (length > 1e-9 * before) {
            for (int j = 0; j < rest.length; j++) {
                rest[j] /= length;
            }
            normals.add(rest);
        }
    }

    /** From corners of the polytope to points of a chain, in rounds that each use the points of the last for their lines. */
    private void fillStock() {
        draws.start(OWN_SEED, 0);
        System.arraycopy(centre, 0, point, 0, dimension);
        for (int points : new int[] {STOCK / 4, STOCK / 4, STOCK}) {
            storeSlacks();
            double[][] next = new double[points][];
            for (int i = 0; i < points; i++) {
                run();
                settle();
                next[i] = point.clone();
            }
            stock = next;
        }
        storeSlacks();
    }

    private void storeSlacks() {
        stockSlacks = (long) stock.length * free.size > MOST_STORED
                ? new double[0][]
                : Arrays.stream(stock)
                        .map(w -> slacksOf(w, new double[free.size]))
                        .toArray(double[][]::new);
    }

    private double[] slacksOf(double[] w, double[] into) {
        for (int r = 0; r < free.size; r++) {
            into[r] = free.constants[r] + free.dot(r, w);
        }
        return into;
    }

    /** Moves the point along so many lines; all lines run within the polytope. */
    private void run() {
        for (int step = 0; step < steps; step++) {
            if (step % REFRESH == 0) {
                slacksOf(point, slacks);
            }
            if (draws.uniform() < BETWEEN) {
                between(draws.below(stock.length), draws.below(stock.length));
            } else if (flat) {
                within();
            } else {
                exchange(draws.below(dimension), draws.below(dimension));
            }
        }
    }

    /** Along the line from one stored point to another. */
    private void between(int a, int b) {
        for (int j = 0; j < dimension; j++) {
            direction[j] = stock[a][j] - stock[b][j];
        }
        if (stockSlacks.length == 0) {
            alongDirection();
        } else {
            double[] ofA = stockSlacks[a];
            double[] ofB = stockSlacks[b];
            for (int r = 0; r < slopes.length; r++) {
                slopes[r] = ofA[r] - ofB[r];
            }
            along();
        }
    }

    /** Along any direction in which no forced row changes. */
    private void within() {
        Arrays.fill(direction, 0);
        for (double[] normal : basis) {
            double share = 2 * draws.uniform() - 1;
            for (int j = 0; j < dimension; j++) {
                direction[j] += share * normal[j];
            }
        }
        alongDirection();
    }

    private void alongDirection() {
        for (int r = 0; r < slopes.length; r++) {
            slopes[r] = free.dot(r, direction);
        }
        along();
    }

    /** Along the direction, whose slopes are known. */
    private void along() {
        // slopes over slacks, the greatest and least of which are the nearest ends; no branch that is hard to foresee
        double greatest = 0;
        double least = 0;
        for (int r = 0; r < slopes.length; r++) {
            double quotient = slopes[r] / Math.max(slacks[r], TINY);
            if (quotient > greatest) {
                greatest = quotient;
            }
            if (quotient < least) {
                least = quotient;
            }
        }
        double by = choice(greatest, least);
        if (by != 0) {
            for (int j = 0; j < dimension; j++) {
                point[j] += by * direction[j];
            }
            for (int r = 0; r < slopes.length; r++) {
                slacks[r] += by * slopes[r];
            }
        }
    }

    /** Uniform from {@code -1 / greatest} to {@code -1 / least}; 0 if there is no such line. */
    private double choice(double greatest, double least) {
        double u = draws.uniform();
        double from = -1 / greatest;
        double length = -1 / least - from;
        // no direction, as between a stored point and itself
        return length > 0 && length < Double.POSITIVE_INFINITY ? from + u * length : 0;
    }

    /** Moves weight from one child to another, which only their rows notice. */
    private void exchange(int plus, int minus) {
        if (plus == minus) {
            return;
        }
        double greatest = 0;
        double least = 0;
        int a = free.columnFrom[plus];
        int endOfA = free.columnFrom[plus + 1];
        int b = free.columnFrom[minus];
        int endOfB = free.columnFrom[minus + 1];
        while (a < endOfA || b < endOfB) {
            int rowOfA = a < endOfA ? free.rowsOf[a] : Integer.MAX_VALUE;
            int rowOfB = b < endOfB ? free.rowsOf[b] : Integer.MAX_VALUE;
            int row = Math.min(rowOfA, rowOfB);
            double slope = 0;
            if (rowOfA == row) {
                slope += free.columnValues[a++];
            }
            if (rowOfB == row) {
                slope -= free.columnValues[b++];
            }
            double quotient = slope / Math.max(slacks[row], TINY);
            if (quotient > greatest) {
                greatest = quotient;
            }
            if (quotient < least) {
                least = quotient;
            }
        }
        double by = choice(greatest, least);
        if (by != 0) {
            point[plus] += by;
            point[minus] -= by;
            change(plus, by);
            change(minus, -by);
        }
    }

    private void change(int column, double by) {
        for (int e = free.columnFrom[column]; e < free.columnFrom[column + 1]; e++) {
            slacks[free.rowsOf[e]] += by * free.columnValues[e];
        }
    }

    /** Makes the sum 1 again, and moves the point towards the centre until rounding breaks no row. */
    private void settle() {
        if (flat) {
            project();
        }
        double sum = 0;
        for (int j = 0; j < dimension; j++) {
            sum += point[j];
        }
        for (int j = 0; j < dimension; j++) {
            point[j] /= sum;
        }
        for (double by = 0x1p-50; !isSettled(); by = Math.min(1, 2 * by)) {
            for (int j = 0; j < dimension; j++) {
                point[j] += by * (centre[j] - point[j]);
            }
            if (by == 1) {
                return; // only forced rows are left, within rounding
            }
        }
    }

    /** Takes out what rounding has added across the forced rows. */
    private void project() {
        Arrays.fill(direction, 0, dimension, 0);
        for (double[] normal : basis) {
            double share = 0;
            for (int j = 0; j < dimension; j++) {
                share += normal[j] * (point[j] - centre[j]);
            }
            for (int j = 0; j < dimension; j++) {
                direction[j] += share * normal[j];
            }
        }
        for (int j = 0; j < dimension; j++) {
            point[j] = centre[j] + direction[j];
        }
    }

    private boolean isSettled() {
        for (int r = 0; r < rows.size(); r++) {
            if (!forced[r] && !(rows.dot(r, point) >= 0)) {
                return false;
            }
        }
        for (int j = 0; j < dimension; j++) {
            if (!(point[j] >= 0)) {
                if (!forced[rows.size() + j]) {
                    return false;
                }
                point[j] = 0;
            }
        }
        return true;
    }
}
