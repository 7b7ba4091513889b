package org.ldci.robustness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ldci.internal.numeric.Moments;
import org.ldci.internal.numeric.Sums;
import org.ldci.internal.text.TextTable;

/**
 * The sensitivity of one target to each factor: Sobol indices of first order and total, from rows of a design in which row k has
 * a run A, a run B, and for each factor i a run AB_i, which is A with factor i of B.
 *
 * <ul>
 *   <li>V is the sample variance, with divisor 2N - 1, of all runs A and B together
 *   <li>{@code S_i = mean((yB - m) (yABi - yA)) / V}: A. Saltelli et al., Computer Physics Communications 181 (2010), table 2
 *       (b), doi:10.1016/j.cpc.2009.09.018, where m is 0; here it is the mean of all runs A and B, which changes nothing
 *       that is expected and takes away the noise that a target far from 0 would add
 *   <li>{@code ST_i = sum((yA - yABi)^2) / (2 N V)}: M. J. W. Jansen, Computer Physics Communications 117 (1999),
 *       doi:10.1016/S0010-4655(98)00154-4
 *   <li>intervals are percentiles of bootstraps over rows; those in which the target does not vary are left out. They are
 *       those of random rows: with other designs they are mostly wider than need be, but a Sobol sequence may be uneven in
 *       some pair of coordinates and for some number of rows, and then they are too narrow for that factor
 *   <li>how far the estimates have settled is seen from the first quarter and the first half of the rows
 *   <li>estimates below 0 and above 1 are chance, and are shown as they are
 * </ul>
 *
 * <p>A target that is the same in all runs A and B, but for rounding, has no variance to explain: {@link #isConstant} is true and there are
 * no indices. Neither the order of the rows nor the thread changes a bit of the estimates.
 *
 * @param target what is explained
 * @param factors the codes of the factors, in the order in which they were given
 * @param rows how many rows the estimates come from
 * @param mean the mean of the target over all runs A and B
 * @param variance V, at least 0
 * @param bootstraps how many bootstraps the intervals come from; 0 for no intervals
 * @param level the share of bootstraps inside an interval, in (0, 1)
 * @param indices one a factor, in their order; none if the target is constant
 * @param firstQuarter the estimates from the first quarter of the rows, without intervals; none if the target does not vary in them
 * @param firstHalf the same from the first half
 */
public record SobolIndices(
        String target,
        List<String> factors,
        long rows,
        double mean,
        double variance,
        int bootstraps,
        double level,
        List<SobolIndex> indices,
        List<SobolIndex> firstQuarter,
        List<SobolIndex> firstHalf)
        implements TargetSensitivity {
    /**
     * How small a standard deviation may be against the size of the values, and the variance of a bootstrap against the mean
     * square from which it is left by a difference, to be no more than rounding.
     */
    private static final double ROUNDING = 1e-12;

    /** Copies the lists. */
    public SobolIndices {
        factors = List.copyOf(factors);
        indices = List.copyOf(indices);
        firstQuarter = List.copyOf(firstQuarter);
        firstHalf = List.copyOf(firstHalf);
    }

    /**
     * Estimates the indices, with 90 % intervals from 1,000 bootstraps.
     *
     * @param target how the target is called
     * @param factors the codes of the factors
     * @param a the target in the runs A, one a row; at least two rows
     * @param b the same in the runs B
     * @param ab by factor, the same in its runs AB
     * @param seed the seed of the bootstraps
     * @return the indices
     * @throws IllegalArgumentException if the sizes do not fit, there are fewer than two rows, or a number is not finite
     */
    public static SobolIndices estimate(
            String target, List<String> factors, double[] a, double[] b, double[][] ab, long seed) {
        return estimate(target, factors, a, b, ab, 1000, 0.9, seed);
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
        Bootstrap.check("sensitivity of " + target, bootstraps, level);
        checkFinite(target, "A", a);
        checkFinite(target, "B", b);
        for (int i = 0; i < ab.length; i++) {
            checkFinite(target, "AB of factor '" + factors.get(i) + "'", ab[i]);
        }
        double[] both = both(a, b, n);
        double mean = Moments.mean(both, 0, 2 * n);
        double size = size(both);
        double variance = varianceOf(both, size);
        List<SobolIndex> indices = plain(factors, a, b, ab, n, size);
        return new SobolIndices(
                target,
                factors,
                n,
                mean,
                variance,
                bootstraps,
                level,
                bootstraps == 0 || variance == 0
                        ? indices
                        : withIntervals(indices, terms(a, b, ab, mean), bootstraps, level, seed),
                plain(factors, a, b, ab, Math.max(2, n / 4), size),
                plain(factors, a, b, ab, Math.max(2, n / 2), size));
    }

    private static void checkFinite(String target, String run, double[] y) {
        for (int k = 0; k < y.length; k++) {
            if (!Double.isFinite(y[k])) {
                throw new IllegalArgumentException("sensitivity of " + target + ": expected finite values but run "
                        + run + " of row " + k + " has " + y[k]);
            }
        }
    }

    private static double size(double[] values) {
        double size = 0;
        for (double value : values) {
            size = Math.max(size, Math.abs(value));
        }
        return size;
    }

    /** 0 if it is no more than what rounding leaves of values that are the same. */
    private static double varianceOf(double[] values, double size) {
        double variance = Moments.variance(values, 0, values.length);
        return isRounding(variance, size) ? 0 : variance;
    }

    /** Whether a variance is so small that rounding of values of a size may have made it. */
    static boolean isRounding(double variance, double size) {
        return !(Math.sqrt(variance) > ROUNDING * size);
    }

    private static double[] both(double[] a, double[] b, int n) {
        double[] both = Arrays.copyOf(a, 2 * n);
        System.arraycopy(b, 0, both, n, n);
        return both;
    }

    /** The estimates from the first n rows, without intervals; none if they do not vary. */
    private static List<SobolIndex> plain(
            List<String> factors, double[] a, double[] b, double[][] ab, int n, double size) {
        double[] both = both(a, b, n);
        double mean = Moments.mean(both, 0, 2 * n);
        double variance = varianceOf(both, size);
        List<SobolIndex> indices = new ArrayList<>();
        double[] change = new double[n];
        double[] deviation = new double[n];
        for (int k = 0; k < n; k++) {
            deviation[k] = b[k] - mean;
        }
        for (int i = 0; i < factors.size() && variance > 0; i++) {
            for (int k = 0; k < n; k++) {
                change[k] = ab[i][k] - a[k];
            }
            indices.add(new SobolIndex(
                    factors.get(i),
                    Sums.dot(deviation, 0, n, change, 0) / n / variance,
                    Double.NaN,
                    Double.NaN,
                    Sums.dot(change, 0, n, change, 0) / n / (2 * variance),
                    Double.NaN,
                    Double.NaN));
        }
        return indices;
    }

    /** By row: both deviations from the mean, summed and squared, then the terms of each factor. */
    private static double[] terms(double[] a, double[] b, double[][] ab, double mean) {
        int width = 2 + 2 * ab.length;
        double[] terms = new double[a.length * width];
        for (int k = 0, at = 0; k < a.length; k++) {
            double deviationA = a[k] - mean;
            double deviationB = b[k] - mean;
            terms[at++] = deviationA + deviationB;
            terms[at++] = deviationA * deviationA + deviationB * deviationB;
            for (double[] y : ab) {
                double change = y[k] - a[k];
                terms[at++] = deviationB * change;
                terms[at++] = 0.5 * change * change;
            }
        }
        return terms;
    }

    private static List<SobolIndex> withIntervals(
            List<SobolIndex> indices, double[] terms, int bootstraps, double level, long seed) {
        int width = 2 + 2 * indices.size();
        int n = terms.length / width;
        double[][] sums = Bootstrap.sums(terms, width, bootstraps, seed);
        double[] divisors = new double[bootstraps];
        for (int r = 0; r < bootstraps; r++) {
            double squares = sums[r][1] - sums[r][0] * sums[r][0] / (2.0 * n);
            divisors[r] = squares > ROUNDING * sums[r][1] ? n * squares / (2.0 * n - 1) : Double.NaN;
        }
        List<SobolIndex> with = new ArrayList<>();
        for (int i = 0; i < indices.size(); i++) {
            double[] first = interval(sums, divisors, 2 + 2 * i, level);
            double[] total = interval(sums, divisors, 3 + 2 * i, level);
            SobolIndex plain = indices.get(i);
            with.add(new SobolIndex(
                    plain.factor(), plain.firstOrder(), first[0], first[1], plain.total(), total[0], total[1]));
        }
        return with;
    }

    private static double[] interval(double[][] sums, double[] divisors, int term, double level) {
        double[] values = new double[divisors.length];
        for (int r = 0; r < values.length; r++) {
            values[r] = sums[r][term] / divisors[r];
        }
        return Bootstrap.interval(values, level);
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
     * The indices of one factor.
     *
     * @param factor its code
     * @return its indices
     * @throws IllegalArgumentException if there is no such factor
     * @throws IllegalStateException if the target is constant
     */
    public SobolIndex of(String factor) {
        int at = factors.indexOf(factor);
        if (at < 0) {
            throw new IllegalArgumentException("unknown factor '" + factor + "'; the factors are " + factors);
        }
        if (isConstant()) {
            throw new IllegalStateException(
                    "sensitivity of " + target + ": the same in all runs, so there is no variance to explain");
        }
        return indices.get(at);
    }

    /**
     * How far the estimates have settled.
     *
     * @return the greatest difference of a total index between the first half of the rows and all of them; 0 if the target
     *     is constant, infinity if it is so in the first half only
     */
    public double unsettled() {
        if (firstHalf.size() < indices.size()) {
            return Double.POSITIVE_INFINITY;
        }
        double greatest = 0;
        for (int i = 0; i < indices.size(); i++) {
            greatest = Math.max(
                    greatest, Math.abs(indices.get(i).total() - firstHalf.get(i).total()));
        }
        return greatest;
    }

    /**
     * The width of the widest interval, of first order or total: how exact the least exact estimate is.
     *
     * @return the width; 0 if the target is constant; NaN if there are no intervals
     */
    public double widestInterval() {
        double widest = 0;
        for (SobolIndex index : indices) {
            widest = Math.max(widest, index.firstOrderUpper() - index.firstOrderLower());
            widest = Math.max(widest, index.totalUpper() - index.totalLower());
        }
        return widest;
    }

    /**
     * The share of the variance that no factor explains by itself.
     *
     * @return 1 less the sum of the indices of first order, which is less than 0 by chance alone; 0 if the target is constant
     */
    public double interactions() {
        return isConstant()
                ? 0
                : 1 - indices.stream().mapToDouble(SobolIndex::firstOrder).sum();
    }

    /** A title and the factors, made for JShell. */
    @Override
    public String toString() {
        return table().brief(title(), "print() for all");
    }

    /** The factors, then the estimates from the first quarter and half of the rows. */
    @Override
    public String text() {
        String text = title() + "\n" + table().all();
        if (isConstant()) {
            return text;
        }
        TextTable settling = new TextTable(
                1, List.of("factor", "S of N/4", "S of N/2", "S of N", "ST of N/4", "ST of N/2", "ST of N"));
        for (int i = 0; i < factors.size(); i++) {
            settling.row(List.of(
                    TextTable.shortenMiddle(factors.get(i)),
                    i < firstQuarter.size()
                            ? TextTable.number(firstQuarter.get(i).firstOrder(), 3)
                            : "-",
                    i < firstHalf.size() ? TextTable.number(firstHalf.get(i).firstOrder(), 3) : "-",
                    TextTable.number(indices.get(i).firstOrder(), 3),
                    i < firstQuarter.size()
                            ? TextTable.number(firstQuarter.get(i).total(), 3)
                            : "-",
                    i < firstHalf.size() ? TextTable.number(firstHalf.get(i).total(), 3) : "-",
                    TextTable.number(indices.get(i).total(), 3)));
        }
        return text + "after a quarter, half and all of the rows, first order S and total ST:\n" + settling.all();
    }

    private String title() {
        String start = TextTable.shorten(target, 40) + ": " + rows + " rows, ";
        if (isConstant()) {
            return start + "the same in all runs";
        }
        return start + "variance " + TextTable.number(variance, 4) + ", totals moved by up to "
                + TextTable.number(unsettled(), 3) + " in the second half"
                + (bootstraps > 0 ? ", " + TextTable.number(100 * level, 0) + " % intervals" : "");
    }

    private TextTable table() {
        TextTable table = new TextTable(1, List.of("factor", "first order", "from", "to", "total", "from", "to"));
        for (int i = 0; i < factors.size(); i++) {
            String name = TextTable.shortenMiddle(factors.get(i));
            if (isConstant()) {
                table.row(List.of(name, "-", "-", "-", "-", "-", "-"));
                continue;
            }
            SobolIndex index = indices.get(i);
            table.row(List.of(
                    name,
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
