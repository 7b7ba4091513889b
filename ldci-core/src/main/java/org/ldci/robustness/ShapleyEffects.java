package org.ldci.robustness;

import java.util.ArrayList;
import java.util.List;
import org.ldci.internal.numeric.Sums;
import org.ldci.internal.text.TextTable;
import org.ldci.robustness.Sensitivity.Sampling;

/**
 * Shapley effects: the variance of a target shared out among all inputs, also where they depend on one another.
 *
 * <p>The worth of a set of inputs is {@code c(u) = E Var(y | inputs outside u)}, the variance that is left if all others are
 * known; the effect of an input is the mean, over all orders of the inputs, of what it adds to the worth of those before it,
 * over the variance. With independent inputs it lies between the Sobol indices of first order and total. The sum of the
 * effects is 1. Sources: A. B. Owen, SIAM/ASA J. Uncertainty Quantification 2 (2014), doi:10.1137/130936233; E. Song, B. L.
 * Nelson, J. Staum, the same 4 (2016), doi:10.1137/15M1048070, who show that this worth and {@code Var E(y | u)} give the same
 * effects.
 *
 * <p>A row has a point A, and for a set u another point that shares with A what is outside u, and has what is in u drawn anew
 * given that; half their squared difference is an unbiased estimate of the worth. Either all sets are taken, in
 * {@code 2^d} evaluations a row, or one random order, in {@code d + 1} (as in T. Goda, Reliability Engineering and System Safety
 * 206 (2021), doi:10.1016/j.ress.2020.107443, for independent inputs). In both, the effects of a row sum to the estimate of
 * the variance from it.
 *
 * <ul>
 *   <li>intervals are percentiles of bootstraps over rows; they and the standard errors are those of random rows: with other
 *       designs they are mostly wider than need be, but a Sobol sequence may be uneven in some pair of coordinates and for
 *       some number of rows, and then they are too narrow for that input
 *   <li>an effect of less than 0 is chance, and is shown as it is
 *   <li>a target that is the same in both independent runs of every row has no variance to share: {@link #isConstant} is true and there are no effects
 * </ul>
 *
 * @param target what is explained
 * @param inputs the names of the inputs, in the order in which they were given
 * @param method how the mean over orders was taken: all sets, or one order a row
 * @param rows how many rows the estimates come from
 * @param evaluations how often the model was evaluated
 * @param variance what the effects share: the mean over rows of half the squared difference of two independent runs, at least 0
 * @param bootstraps how many bootstraps the intervals come from; 0 for no intervals
 * @param level the share of bootstraps inside an interval, in (0, 1)
 * @param effects one an input, in their order; none if the target is constant
 */
public record ShapleyEffects(
        String target,
        List<String> inputs,
        Method method,
        long rows,
        long evaluations,
        double variance,
        int bootstraps,
        double level,
        List<ShapleyEffect> effects)
        implements TargetSensitivity {
    /** Over which orders of the inputs the mean is taken. */
    public enum Method {
        /** All sets for up to ten inputs, random orders for more. */
        AUTOMATIC,
        /** All sets of inputs, which is the mean over all orders: of d inputs, 2^d evaluations a row. At most 14 inputs. */
        ALL_SETS,
        /** One random order a row: of d inputs, d + 1 evaluations a row. */
        ORDERS
    }

    /** Copies the lists. */
    public ShapleyEffects {
        inputs = List.copyOf(inputs);
        effects = List.copyOf(effects);
    }

    /** From the effects of each row, one after the other, and the greatest size of a value. */
    static ShapleyEffects estimate(
            String target,
            List<String> inputs,
            double[] parts,
            double size,
            Method method,
            long evaluations,
            Sampling sampling) {
        int d = inputs.size();
        int n = parts.length / d;
        double[] totals = new double[n];
        double[] column = new double[n];
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < d; i++) {
                totals[k] += parts[k * d + i];
            }
        }
        double variance = Sums.sum(totals, 0, n) / n;
        List<ShapleyEffect> effects = new ArrayList<>();
        boolean constant = SobolIndices.isRounding(variance, size);
        if (!constant) {
            double[][] sums = Bootstrap.sums(parts, d, sampling.bootstraps(), sampling.seed());
            double[] drawn = new double[sums.length];
            for (int i = 0; i < d; i++) {
                for (int k = 0; k < n; k++) {
                    column[k] = parts[k * d + i];
                }
                double share = Sums.sum(column, 0, n) / n / variance;
                for (int k = 0; k < n; k++) {
                    column[k] -= share * totals[k];
                }
                double error = Math.sqrt(Sums.dot(column, 0, n, column, 0) / (n - 1.0) / n) / variance;
                for (int r = 0; r < drawn.length; r++) {
                    double sum = 0;
                    for (double each : sums[r]) {
                        sum += each;
                    }
                    drawn[r] = sum > 0 ? sums[r][i] / sum : Double.NaN;
                }
                double[] interval = Bootstrap.interval(drawn, sampling.level());
                effects.add(new ShapleyEffect(inputs.get(i), share, interval[0], interval[1], error));
            }
        }
        return new ShapleyEffects(
                target,
                inputs,
                method,
                n,
                evaluations,
                constant ? 0 : variance,
                sampling.bootstraps(),
                sampling.level(),
                effects);
    }

    /**
     * Whether the target is the same in all runs, so that there is no variance to share.
     *
     * @return true if the variance is 0
     */
    public boolean isConstant() {
        return variance == 0;
    }

    /**
     * The effect of one input.
     *
     * @param input its name
     * @return its effect
     * @throws IllegalArgumentException if there is no such input
     * @throws IllegalStateException if the target is constant
     */
    public ShapleyEffect of(String input) {
        int at = inputs.indexOf(input);
        if (at < 0) {
            throw new IllegalArgumentException("unknown input '" + input + "'; the inputs are " + inputs);
        }
        if (isConstant()) {
            throw new IllegalStateException(
                    "sensitivity of " + target + ": the same in all runs, so there is no variance to share");
        }
        return effects.get(at);
    }

    /** A title and the inputs, made for JShell. */
    @Override
    public String toString() {
        return table().brief(title(), "print() for all");
    }

    @Override
    public String text() {
        return title() + "\n" + table().all();
    }

    private String title() {
        return "Shapley effects on " + TextTable.shorten(target, 40) + ": " + rows + " rows, "
                + (isConstant()
                        ? "the same in all runs"
                        : "variance " + TextTable.number(variance, 4)
                                + (bootstraps > 0 ? ", " + TextTable.number(100 * level, 0) + " % intervals" : ""));
    }

    private TextTable table() {
        TextTable table = new TextTable(1, List.of("input", "share", "from", "to", "std. error"));
        for (int i = 0; i < inputs.size(); i++) {
            String name = TextTable.shortenMiddle(inputs.get(i));
            if (isConstant()) {
                table.row(List.of(name, "-", "-", "-", "-"));
                continue;
            }
            ShapleyEffect effect = effects.get(i);
            table.row(List.of(
                    name,
                    TextTable.number(effect.share(), 3),
                    TextTable.number(effect.lower(), 3),
                    TextTable.number(effect.upper(), 3),
                    TextTable.number(effect.standardError(), 3)));
        }
        return table;
    }
}
