package org.ldci.normalise;

import org.ldci.data.DataException;
import org.ldci.data.MetricColumn;
import org.ldci.internal.numeric.Moments;
import org.ldci.model.Metric;

/**
 * Standard scores: the observed regions get the mean {@code mean} and the standard deviation
 * {@code standardDeviation}.
 *
 * <p>{@code mean + standardDeviation (x - average) / s} with s over n - 1 or over n. Other data may get any
 * score. Source: OECD/JRC Handbook (2008), step 5.
 *
 * @param mean the mean on the scale
 * @param standardDeviation the standard deviation on the scale, above 0
 * @param deviation which standard deviation of the values is meant
 */
public record ZScore(double mean, double standardDeviation, Deviation deviation) implements StandardNormaliser {
    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException if the mean is not finite, or the standard deviation not finite and above 0
     */
    public ZScore {
        if (!(Double.isFinite(mean) && standardDeviation > 0 && Double.isFinite(standardDeviation))) {
            throw new IllegalArgumentException(
                    "zScore: expected a finite mean and a standard deviation above 0 but got " + mean + " and "
                            + standardDeviation);
        }
    }

    @Override
    public FittedNormaliser fit(Metric metric, MetricColumn oriented) {
        double[] observed = oriented.observed();
        if (observed.length == 0) {
            throw new DataException(Scales.nothingObserved(metric));
        }
        // asked of the values themselves: rounding can leave equal values a variance above 0
        if (Scales.allEqual(observed)) {
            throw new DataException(Scales.constant(metric, oriented, "zScore"));
        }
        double[] moments = Moments.meanAndVariance(
                observed, 0, observed.length, deviation == Deviation.SAMPLE ? observed.length - 1 : observed.length);
        return LinearScale.uncapped(moments[0], Math.sqrt(moments[1]), standardDeviation, mean);
    }
}
