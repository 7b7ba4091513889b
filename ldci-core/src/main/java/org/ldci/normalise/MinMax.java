package org.ldci.normalise;

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
        double[] range = Scales.range(metric, oriented, "minMax");
        return LinearScale.uncapped(range[0], range[1] - range[0], upper - lower, lower);
    }
}
