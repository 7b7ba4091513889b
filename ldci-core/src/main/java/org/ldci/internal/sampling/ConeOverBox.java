package org.ldci.internal.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ldci.internal.numeric.Elementary;

/**
 * Uniform points of a band: all weights with {@code lower_j M <= w_j <= upper_j M} for some M.
 *
 * <p>Uniform weights are exponential numbers e over their sum, of which those within the band are wanted. Let M be the greatest
 * {@code e_j / upper_j}, and j where it is. Given both, the other e_i are exponential numbers cut to {@code lower_i M} and {@code
 * upper_i M}, independent of each other; j has probabilities in proportion to {@code upper_j / (e^((upper_j - lower_j) M) - 1)};
 * and M has the density, but for a factor,
 *
 * <pre>  e^(-sum lower_i M) * prod (1 - e^(-(upper_i - lower_i) M)) * sum upper_j / (e^((upper_j - lower_j) M) - 1)</pre>
 *
 * <p>which is drawn by rejection from steps. Each of the three factors is monotone, so that its greater end bounds it over a
 * step. M is kept to where the steps are at least e^-45 of the greatest; all else is exact within rounding.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
final class ConeOverBox implements Proposal {
    /** How far below the greatest, in logarithms, a step is left out. */
    private static final double NEGLIGIBLE = 45;

    private final double[] lower;
    private final double[] upper;
    private final double[] range;
    private final double sumOfLower;
    /** Ends of the steps of M, logarithms of their heights, and the areas of all up to each. */
    private final double[] ends;

    private final double[] heights;
    private final double[] areas;

    private ConeOverBox(double[] lower, double[] upper) {
        this.lower = lower;
        this.upper = upper;
        range = new double[lower.length];
        Arrays.setAll(range, j -> upper[j] - lower[j]);
        sumOfLower = Arrays.stream(lower).sum();
        double ratio = 1 + Math.min(0.05, 0.15 / lower.length);
        double middle = lower.length / Arrays.stream(upper).sum();
        List<double[]> steps = new ArrayList<>();
        double most = Double.NEGATIVE_INFINITY;
        double area = Double.POSITIVE_INFINITY;
        for (double to = middle; area > most - NEGLIGIBLE; to /= ratio) {
            double height = logDensity(to / ratio, to, null);
            area = height + Elementary.log(to - to / ratio);
            most = Math.max(most, area);
            steps.add(0, new double[] {to / ratio, to, height});
        }
        area = Double.POSITIVE_INFINITY;
        for (double from = middle; area > most - NEGLIGIBLE; from *= ratio) {
            double height = logDensity(from, from * ratio, null);
            area = height + Elementary.log(from * ratio - from);
            most = Math.max(most, area);
            steps.add(new double[] {from, from * ratio, height});
        }
        ends = new double[steps.size() + 1];
        heights = new double[steps.size()];
        areas = new double[steps.size()];
        double sum = 0;
        ends[0] = steps.get(0)[0];
        for (int s = 0; s < heights.length; s++) {
            double[] step = steps.get(s);
            ends[s + 1] = step[1];
            heights[s] = step[2];
            sum += (step[1] - step[0]) * Elementary.exp(step[2] - most);
            areas[s] = sum;
        }
    }

    /**
     * The band of rows {@code a w_i >= b w_j}, one for every two weights; further rows of that kind are no part of it.
     *
     * @return null if they form no band
     */
    static @Nullable ConeOverBox of(double[][] rows, int m) {
        double[][] ratios = ratios(rows, m);
        if (m < 2 || !Arrays.stream(ratios).flatMapToDouble(Arrays::stream).allMatch(ratio -> ratio < 1e300)) {
            return null;
        }
        // ratio[i][j] = lower[i] / upper[j]
        double[] lower = new double[m];
        double[] upper = new double[m];
        for (int j = 0; j < m; j++) {
            int third = j == 0 || m == 2 ? -1 : j == 1 ? 2 : 1;
            upper[j] = third < 0 ? 1 : ratios[third][0] / ratios[third][j];
        }
        for (int i = 0; i < m; i++) {
            lower[i] = i == 0 ? ratios[0][1] * upper[1] : ratios[i][0];
        }
        double sum = Arrays.stream(upper).sum();
        for (int i = 0; i < m; i++) {
            upper[i] /= sum;
            lower[i] /= sum;
            if (!(upper[i] > 0 && Double.isFinite(upper[i]) && upper[i] > lower[i] * (1 + 1e-9))) {
                return null;
            }
        }
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                if (i != j && lower[i] > ratios[i][j] * upper[j] * (1 + 1e-12)) {
                    return null; // this would leave out weights
                }
            }
        }
        return new ConeOverBox(lower, upper);
    }

    /** The least w_i / w_j that rows of two weights allow; of several such rows the one that allows most. */
    private static double[][] ratios(double[][] rows, int m) {
        double[][] ratios = new double[m][m];
        for (int i = 0; i < m; i++) {
            Arrays.fill(ratios[i], Double.POSITIVE_INFINITY);
            ratios[i][i] = 0;
        }
        for (double[] row : rows) {
            int plus = -1;
            int minus = -1;
            int entries = 0;
            for (int j = 0; j < m; j++) {
                entries += row[j] != 0 ? 1 : 0;
                plus = row[j] > 0 ? j : plus;
                minus = row[j] < 0 ? j : minus;
            }
            if (entries == 2 && plus >= 0 && minus >= 0) {
                ratios[plus][minus] = Math.min(ratios[plus][minus], -row[minus] / row[plus]);
            }
        }
        return ratios;
    }

    /**
     * The logarithm of a bound of the density of M from one value to another; of the density, if both are the same.
     *
     * @param rises receives {@code e^(range_j M) - 1}, unless null
     */
    private double logDensity(double from, double to, double @Nullable [] rises) {
        double sum = 0;
        double product = 1;
        double log = -sumOfLower * from;
        for (int j = 0; j < range.length; j++) {
            double rise = Draws.rise(range[j] * from);
            double greatest = from == to ? rise : Draws.rise(range[j] * to);
            product *= 1 / (1 + 1 / greatest); // without a quotient of infinities
            if (product < 1e-200) { // before it underflows
                log += Elementary.log(product);
                product = 1;
            }
            sum += upper[j] / rise;
            if (rises != null) {
                rises[j] = rise;
            }
        }
        return log + Elementary.log(product) + Elementary.log(sum);
    }

    @Override
    public boolean draw(Draws draws, double[] point) {
        double[] rises = point; // each is used up before its weight takes the place
        double greatest;
        int step;
        do {
            step = step(draws.uniform() * areas[areas.length - 1]);
            greatest = ends[step] + draws.uniform() * (ends[step + 1] - ends[step]);
        } while (draws.exponential() < heights[step] - logDensity(greatest, greatest, rises));
        double sum = 0;
        for (int j = 0; j < range.length; j++) {
            sum += upper[j] / rises[j];
        }
        double rest = draws.uniform() * sum;
        int at = -1;
        while (at + 1 < range.length && (at < 0 || rest > 0)) {
            at++;
            rest -= upper[at] / rises[at];
        }
        double total = 0;
        for (int j = 0; j < range.length; j++) {
            point[j] = j == at
                    ? upper[j] * greatest
                    : lower[j] * greatest + draws.exponentialBelow(range[j] * greatest, rises[j]);
            total += point[j];
        }
        for (int j = 0; j < range.length; j++) {
            point[j] /= total;
        }
        return true;
    }

    private int step(double area) {
        int low = 0;
        int high = areas.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (areas[middle] < area) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
