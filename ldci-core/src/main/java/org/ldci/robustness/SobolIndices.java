package org.ldci.robustness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ldci.internal.sampling.Streams;
import org.ldci.internal.text.Console;
import org.ldci.internal.text.TextTable;

/**
 * The sensitivity of one target to each factor: Sobol indices of first order and total, from rows of a design in which row k has
 * a run A, a run B, and for each factor i a run AB_i, which is A with factor i of B.
 *
 * <ul>
 *   <li>V is the sample variance, with divisor 2N - 1, of all runs A and B together
 *   <li>{@code S_i = mean(yB (yABi - yA)) / V}: A. Saltelli et al., Computer Physics Communications 181 (2010), table 2 (b),
 *       doi:10.1016/j.cpc.2009.09.018
 *   <li>{@code ST_i = sum((yA - yABi)^2) / (2 N V)}: M. J. W. Jansen, Computer Physics Communications 117 (1999),
 *       doi:10.1016/S0010-4655(98)00154-4
 *   <li>intervals are percentiles of bootstraps over rows; how far the estimates have settled is seen from the first quarter and
 *       the first half of the rows
 * </ul>
 *
 * <p>A target that does not vary has no indices: they are NaN, and {@link #isConstant} says why. Immutable and thread-safe.
 */
public final class SobolIndices {
    private final String target;
    private final long rows;
    private final double variance;
    private final List<SobolIndex> indices;
    private final List<SobolIndex> quarter;
    private final List<SobolIndex> half;

    private SobolIndices(
            String target,
            long rows,
            double variance,
            List<SobolIndex> indices,
            List<SobolIndex> quarter,
            List<SobolIndex> half) {
        this.target = target;
        this.rows = rows;
        this.variance = variance;
        this.indices = List.copyOf(indices);
        this.quarter = List.copyOf(quarter);
        this.half = List.copyOf(half);
    }

    /**
     * Estimates the indices.
     *
     * @param target how the target is called
     * @param factors the codes of the factors
     * @param a the target in the runs A, one a row; at least two rows
     * @param b the same in the runs B
     * @param ab by factor, the same in its runs AB
     * @param bootstraps how many bootstraps the intervals come from; 0 for no interval
     * @param level the share of bootstraps inside an interval, in (0, 1)
     * @param seed the seed of the bootstraps
     * @return the indices
     * @throws IllegalArgumentException if the sizes do not fit, there are fewer than two rows, or a number is not finite
     */
    public static SobolIndices estimate(
            String target,
            List<String> factors,
            double[] a,
            double[] b,
            double[][] ab,
            int bootstraps,
            double level,
            long seed) {
        int n = a.length;
        if (n < 2
                || b.length != n
                || ab.length != factors.size()
                || Arrays.stream(ab).anyMatch(y -> y.length != n)) {
            throw new IllegalArgumentException("sensitivity of " + target
                    + ": expected at least two rows, and as many in every run, for " + factors.size() + " factors");
        }
        double mean = 0;
        for (int k = 0; k < n; k++) {
            mean += a[k] + b[k];
        }
        mean /= 2.0 * n;
        if (!Double.isFinite(mean)) {
            throw new IllegalArgumentException("sensitivity of " + target + ": a run has no finite value");
        }
        // by row: both deviations from the mean, summed and squared, then the terms of each factor
        int width = 2 + 2 * factors.size();
        double[] terms = new double[n * width];
        for (int k = 0; k < n; k++) {
            double deviationA = a[k] - mean;
            double deviationB = b[k] - mean;
            terms[k * width] = deviationA + deviationB;
            terms[k * width + 1] = deviationA * deviationA + deviationB * deviationB;
            for (int i = 0; i < factors.size(); i++) {
                double change = ab[i][k] - a[k];
                terms[k * width + 2 + 2 * i] = b[k] * change;
                terms[k * width + 3 + 2 * i] = change * change;
            }
        }
        double[] whole = sums(terms, width, n);
        double[][] drawn = new double[width - 2][bootstraps];
        double[] sums = new double[width];
        for (int r = 0; r < bootstraps; r++) {
            long start = Streams.start(seed, r);
            Arrays.fill(sums, 0);
            for (int k = 0; k < n; k++) {
                int row = (int) (((Streams.bits(start, k) >>> 32) * n) >>> 32);
                for (int t = 0, at = row * width; t < width; t++, at++) {
                    sums[t] += terms[at];
                }
            }
            for (int t = 2; t < width; t++) {
                drawn[t - 2][r] = index(sums, n, t);
            }
        }
        List<SobolIndex> indices = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            double[] first = sorted(drawn[2 * i]);
            double[] total = sorted(drawn[2 * i + 1]);
            indices.add(new SobolIndex(
                    factors.get(i),
                    index(whole, n, 2 + 2 * i),
                    quantile(first, (1 - level) / 2),
                    quantile(first, (1 + level) / 2),
                    index(whole, n, 3 + 2 * i),
                    quantile(total, (1 - level) / 2),
                    quantile(total, (1 + level) / 2)));
        }
        return new SobolIndices(
                target,
                n,
                variance(whole, n),
                indices,
                plain(factors, sums(terms, width, Math.max(2, n / 4)), Math.max(2, n / 4)),
                plain(factors, sums(terms, width, Math.max(2, n / 2)), Math.max(2, n / 2)));
    }

    private static double[] sums(double[] terms, int width, int n) {
        double[] sums = new double[width];
        for (int k = 0; k < n; k++) {
            for (int t = 0; t < width; t++) {
                sums[t] += terms[k * width + t];
            }
        }
        return sums;
    }

    private static double variance(double[] sums, int n) {
        return Math.max(0, sums[1] - sums[0] * sums[0] / (2.0 * n)) / (2.0 * n - 1);
    }

    /** The index whose terms are summed at a place: of first order at even ones, total at odd ones. */
    private static double index(double[] sums, int n, int t) {
        double variance = variance(sums, n);
        return variance == 0 ? Double.NaN : sums[t] / n / (t % 2 == 0 ? variance : 2 * variance);
    }

    private static List<SobolIndex> plain(List<String> factors, double[] sums, int n) {
        List<SobolIndex> indices = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            indices.add(new SobolIndex(
                    factors.get(i),
                    index(sums, n, 2 + 2 * i),
                    Double.NaN,
                    Double.NaN,
                    index(sums, n, 3 + 2 * i),
                    Double.NaN,
                    Double.NaN));
        }
        return indices;
    }

    private static double[] sorted(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /** Type 7 of Hyndman and Fan. */
    private static double quantile(double[] sorted, double probability) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = probability * (sorted.length - 1);
        int below = (int) position;
        double next = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (position - below) * (next - sorted[below]);
    }

    /**
     * What is explained.
     *
     * @return the label of the target
     */
    public String target() {
        return target;
    }

    /**
     * How many rows the estimates come from.
     *
     * @return N
     */
    public long rows() {
        return rows;
    }

    /**
     * The variance of the target.
     *
     * @return V, at least 0
     */
    public double variance() {
        return variance;
    }

    /**
     * Whether the target is the same in all runs, so that there is no variance to explain.
     *
     * @return true if the variance is 0
     */
    public boolean isConstant() {
        return variance == 0;
    }

    /**
     * The indices.
     *
     * @return one a factor, in their order
     */
    public List<SobolIndex> indices() {
        return indices;
    }

    /**
     * The indices of one factor.
     *
     * @param factor its code
     * @return its indices
     * @throws IllegalArgumentException if there is no such factor
     */
    public SobolIndex of(String factor) {
        return indices.stream()
                .filter(index -> index.factor().equals(factor))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown factor '" + factor + "'; the factors are "
                        + indices.stream().map(SobolIndex::factor).toList()));
    }

    /**
     * The estimates from the first quarter of the rows, without intervals.
     *
     * @return one a factor
     */
    public List<SobolIndex> firstQuarter() {
        return quarter;
    }

    /**
     * The estimates from the first half of the rows, without intervals.
     *
     * @return one a factor
     */
    public List<SobolIndex> firstHalf() {
        return half;
    }

    /**
     * How far the estimates have settled.
     *
     * @return the greatest difference of a total index between the first half of the rows and all of them; NaN if constant
     */
    public double unsettled() {
        double greatest = isConstant() ? Double.NaN : 0;
        for (int i = 0; i < indices.size(); i++) {
            greatest = Math.max(
                    greatest, Math.abs(indices.get(i).total() - half.get(i).total()));
        }
        return greatest;
    }

    /** A title and the factors, made for JShell. */
    @Override
    public String toString() {
        return table().brief(title(), "print() for all");
    }

    /** Prints every factor to the standard output. */
    public void print() {
        Console.print(text());
    }

    /**
     * What {@link #print()} prints.
     *
     * @return lines of text
     */
    public String text() {
        return title() + "\n" + table().all();
    }

    private String title() {
        return TextTable.shorten(target, 40) + ": " + rows + " rows, "
                + (isConstant()
                        ? "the same in all runs"
                        : "variance " + TextTable.number(variance, 4) + ", unsettled by "
                                + TextTable.number(unsettled(), 3));
    }

    private TextTable table() {
        TextTable table = new TextTable(1, List.of("factor", "first order", "from", "to", "total", "from", "to"));
        for (SobolIndex index : indices) {
            table.row(List.of(
                    TextTable.shorten(index.factor()),
                    TextTable.number(index.firstOrder(), 3),
                    TextTable.number(index.firstOrderLower(), 3),
                    TextTable.number(index.firstOrderUpper(), 3),
                    TextTable.number(index.total(), 3),
                    TextTable.number(index.totalLower(), 3),
                    TextTable.number(index.totalUpper(), 3)));
        }
        return table;
    }
}
