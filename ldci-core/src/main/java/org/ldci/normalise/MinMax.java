package org.ldci.normalise;

import org.ldci.data.DataException;
import org.ldci.data.MetricColumn;
import org.ldci.model.Metric;

/**
 * Min-max: the worst observed region maps to {@code lower}, the best to {@code upper}, the rest in proportion.
 *
 * <p>{@code lower + (upper - lower) (x - min) / (max - min)} over oriented values. Other data may fall outside the
 * scale. Source: OECD/JRC Handbook on Constructing Composite Indicators (2008), step 5.
 *
 * @param lower the score of the worst observed region; above 0 where a geometric mean follows
 * @param upper the score of the best observed region
 */
public record MinMax(double lower, double upper) implements StandardNormaliser {
    /**
     * Checks the ends.
     *
     * @throws IllegalArgumentException if not {@code lower < upper}, both finite
     */
    public MinMax {
        Scales.checkEnds("minMax", lower, upper);
    }

    @Override
    public FittedNormaliser fit(Metric metric, MetricColumn oriented) {
        double minimum = Double.POSITIVE_INFINITY;
        double maximum = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < oriented.size(); i++) {
            double value = oriented.value(i);
            if (value < minimum) {
                minimum = value;
            }
            if (value > maximum) {
                maximum = value;
            }
        }
        if (minimum == maximum) {
            throw new DataException(Scales.constant(metric, oriented, "minMax"));
        }
        if (!(minimum < maximum)) {
            throw new DataException(Scales.nothingObserved(metric));
        }
        return LinearScale.uncapped(minimum, maximum - minimum, upper - lower, lower);
    }
}
