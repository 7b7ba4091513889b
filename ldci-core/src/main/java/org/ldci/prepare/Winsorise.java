package org.ldci.prepare;

import java.util.Arrays;
import org.ldci.data.MetricColumn;
import org.ldci.internal.numeric.Moments;
import org.ldci.internal.numeric.Ranks;
import org.ldci.model.Metric;

/**
 * Moves the most extreme values, one after the other, to the next less extreme one, until the distribution passes a
 * check or enough values have moved.
 *
 * <p>A metric is an outlier case when the absolute skewness reaches {@code skewness} and the excess kurtosis reaches
 * {@code kurtosis} (both sample-adjusted, as in Excel's SKEW and KURT); it passes when either is below. At each step the
 * values move at the end that the sign of the skewness points to. Tied extremes move together, so that the last step may
 * bring the number of moved values above {@code maximumPoints}.
 *
 * <p>Fewer than four observed values, or values all equal, are left as they are: the check is not defined for them.
 *
 * <p>Source: OECD/JRC Handbook on Constructing Composite Indicators (2008); thresholds and steps as in Becker et al.,
 * COINr (2022).
 *
 * @param maximumPoints the number of moved values at which to stop, at least 0
 * @param skewness the least absolute skewness of an outlier case, above 0
 * @param kurtosis the least excess kurtosis of an outlier case
 */
public record Winsorise(int maximumPoints, double skewness, double kurtosis) implements StandardTreatment {
    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException if a parameter is out of its range
     */
    public Winsorise {
        if (maximumPoints < 0) {
            throw new IllegalArgumentException("winsorise: maximumPoints must be at least 0 but is " + maximumPoints);
        }
        if (!(skewness > 0 && Double.isFinite(skewness) && Double.isFinite(kurtosis))) {
            throw new IllegalArgumentException(
                    "winsorise: skewness must be finite and above 0, kurtosis finite, but they are " + skewness
                            + " and " + kurtosis);
        }
    }

    @Override
    public FittedTreatment fit(Metric metric, MetricColumn values) {
        double[] observed = values.observed();
        double[] shape = new double[2];
        if (passes(observed, shape)) {
            return Untreated.INSTANCE;
        }
        double[] sorted = observed.clone();
        moveExtremes(sorted, shape);
        return bounds(observed, sorted);
    }

    /** Whether the values are no outlier case; {@code shape} receives skewness and excess kurtosis. */
    boolean passes(double[] values, double[] shape) {
        Moments.skewnessAndKurtosis(values, 0, values.length, shape);
        // undefined moments (too few values, or all equal) count as a pass: NaN compares false
        return !(Math.abs(shape[0]) >= skewness && shape[1] >= kurtosis);
    }

    /** Sorts the values and moves extremes; returns whether the values pass in the end. */
    boolean moveExtremes(double[] values, double[] shape) {
        int n = values.length;
        Ranks.sort(values, 0, n);
        int movedHigh = 0;
        int movedLow = 0;
        boolean passes = false;
        while (!passes && movedHigh + movedLow < maximumPoints && values[0] < values[n - 1]) {
            if (shape[0] >= 0) {
                int first = n - 1;
                while (values[first - 1] == values[n - 1]) {
                    first--;
                }
                Arrays.fill(values, first, n, values[first - 1]);
                movedHigh = n - first;
            } else {
                int end = 1;
                while (values[end] == values[0]) {
                    end++;
                }
                Arrays.fill(values, 0, end, values[end]);
                movedLow = end;
            }
            passes = passes(values, shape);
        }
        return passes;
    }

    static FittedTreatment bounds(double[] before, double[] sortedAfter) {
        double lower = sortedAfter[0];
        double upper = sortedAfter[sortedAfter.length - 1];
        boolean changed = false;
        for (double value : before) {
            changed |= value < lower || value > upper;
        }
        return changed ? new Winsorised(lower, upper) : Untreated.INSTANCE;
    }
}
