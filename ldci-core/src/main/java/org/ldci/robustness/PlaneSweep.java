package org.ldci.robustness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The most conditions {@code d_b w >= threshold} that two or three weights can meet together, by all places of change.
 *
 * <p>Weights of sum 1 are then a stretch or a polygon, and the conditions half-planes. If most of them meet somewhere, they do so
 * on the border of one of them, or of the polygon. Along each of these lines every other condition is met from one place on, or
 * up to one; sorted, that gives the most on the line, and in all takes n^2 log n. Conditions count from a little below the
 * threshold, more than rounding can amount to, so that the number is a bound; whether it is reached is for others to see.
 * Source: H. Edelsbrunner, "Algorithms in Combinatorial Geometry" (1987), chapter 12, for sweeping lines of an arrangement.
 */
final class PlaneSweep {
    /** More than the rounding of a value, which is a few units of 1e-16. */
    private static final double ROUNDING = 1e-14;

    /** A condition that changes by less over all weights counts as met everywhere, if it nearly is. */
    private static final double FLAT = 1e-12;

    private static final int MOST_PLACES = 50;

    private final double[][] rows;
    private final double[][] d;
    private final double threshold;
    private final int m;
    private final List<int[]> met = new ArrayList<>();
    private int most;

    PlaneSweep(WeightPolytope polytope, double[][] d, double threshold) {
        this.d = d;
        this.threshold = threshold;
        m = polytope.codes().size();
        double[][] constraints = polytope.rows();
        rows = Arrays.copyOf(constraints, constraints.length + m);
        for (int j = 0; j < m; j++) {
            rows[constraints.length + j] = new double[m];
            rows[constraints.length + j][j] = 1;
        }
    }

    /** About how many multiplications it takes. */
    long cost() {
        long lines = m < 3 ? 1 : d.length + rows.length;
        return lines * (d.length + rows.length) * (10 + m);
    }

    /** No weights meet more. */
    int most() {
        return most;
    }

    /** For each place where so many are met, but for rounding, which conditions these are; some of the places. */
    List<int[]> met() {
        return met;
    }

    void run() {
        if (m == 2) {
            sweep(new double[] {1, 0}, new double[] {-1, 1}, ROUNDING);
            return;
        }
        for (double[] row : d) {
            line(row, threshold);
        }
        for (double[] row : rows) {
            line(row, 0);
        }
    }

    /** The line of {@code c w = value} among weights of sum 1. */
    private void line(double[] c, double value) {
        double mean = (c[0] + c[1] + c[2]) / 3;
        double[] normal = {c[0] - mean, c[1] - mean, c[2] - mean};
        double square = WeightPolytope.dot(normal, normal);
        double size = Math.max(Math.max(Math.abs(c[0]), Math.abs(c[1])), Math.abs(c[2]));
        double steepness = Math.sqrt(square) / size;
        if (!(steepness > FLAT)) {
            return; // it has no border
        }
        double away = (mean - value) / square;
        double[] from = new double[3];
        double[] direction = {c[1] - c[2], c[2] - c[0], c[0] - c[1]};
        double length = Math.sqrt(WeightPolytope.dot(direction, direction));
        for (int j = 0; j < 3; j++) {
            from[j] = 1.0 / 3 - away * normal[j];
            direction[j] /= length;
            if (!(Math.abs(from[j]) < 10)) {
                return; // far from all weights
            }
        }
        // a line that is hardly there is not known to more
        sweep(from, direction, ROUNDING * (1 + 1 / steepness));
    }

    /** The most conditions met on a line, each from {@code room} below the threshold on. */
    private void sweep(double[] from, double[] direction, double room) {
        double first = -2;
        double last = 2;
        for (double[] row : rows) {
            double size = Arrays.stream(row).map(Math::abs).max().orElse(0);
            double at = WeightPolytope.dot(row, from) + room * size;
            double slope = WeightPolytope.dot(row, direction);
            if (slope > FLAT * size) {
                first = Math.max(first, -at / slope);
            } else if (slope < -FLAT * size) {
                last = Math.min(last, -at / slope);
            } else if (at + 2 * FLAT * size < 0) {
                return;
            }
        }
        if (first > last) {
            return;
        }
        double[] up = new double[d.length];
        double[] down = new double[d.length];
        int ups = 0;
        int downs = 0;
        int always = 0;
        for (double[] row : d) {
            double at = WeightPolytope.dot(row, from) - threshold + room;
            double slope = WeightPolytope.dot(row, direction);
            double place = -at / slope;
            if (Math.abs(slope) <= FLAT) {
                always += at + 2 * FLAT >= 0 ? 1 : 0;
            } else if (slope > 0) {
                if (place <= first) {
                    always++;
                } else if (place <= last) {
                    up[ups++] = place;
                }
            } else if (place >= first) {
                down[downs++] = place;
            }
        }
        Arrays.sort(up, 0, ups);
        Arrays.sort(down, 0, downs);
        int ended = 0;
        for (int u = 0; u <= ups; u++) {
            double place = u == 0 ? first : up[u - 1];
            while (ended < downs && down[ended] < place) {
                ended++;
            }
            int count = always + u + downs - ended;
            if (count >= most) {
                double end = Math.min(last, Math.min(u < ups ? up[u] : last, ended < downs ? down[ended] : last));
                keep(count, from, direction, place + (end - place) / 2, room);
            }
        }
    }

    private void keep(int count, double[] from, double[] direction, double place, double room) {
        if (count > most) {
            met.clear();
        }
        most = count;
        if (met.size() < MOST_PLACES) {
            double[] weights = new double[m];
            for (int j = 0; j < m; j++) {
                weights[j] = from[j] + place * direction[j];
            }
            met.add(IntStream.range(0, d.length)
                    .filter(b -> WeightPolytope.dot(d[b], weights) >= threshold - 2 * room)
                    .toArray());
        }
    }
}
