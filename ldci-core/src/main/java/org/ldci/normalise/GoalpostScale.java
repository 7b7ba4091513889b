package org.ldci.normalise;

import org.ldci.data.DataException;
import org.ldci.data.MetricColumn;
import org.ldci.model.Goalposts;
import org.ldci.model.Metric;

/**
 * A scale between the fixed goalposts of the metric, so that years and places compare: nothing is learnt from the data.
 *
 * <p>The bad goalpost maps to {@code lower}, the good one to {@code upper}. Source: UNDP, Human Development Report,
 * technical notes.
 *
 * @param lower the score at the bad goalpost
 * @param upper the score at the good goalpost
 * @param truncate whether values beyond a goalpost count as the goalpost
 */
public record GoalpostScale(double lower, double upper, boolean truncate) implements StandardNormaliser {
    /**
     * Checks the ends.
     *
     * @throws IllegalArgumentException if not {@code lower < upper}, both finite
     */
    public GoalpostScale {
        Scales.checkEnds("goalposts", lower, upper);
    }

    @Override
    public FittedNormaliser fit(Metric metric, MetricColumn oriented) {
        Goalposts goalposts = metric.goalposts()
                .orElseThrow(() -> new DataException("metric '" + metric.code()
                        + "': is normalised by goalposts but has none; give it goalposts or another normaliser"));
        double first = Scales.orient(goalposts.lower(), metric.direction());
        double second = Scales.orient(goalposts.upper(), metric.direction());
        return new LinearScale(
                Math.min(first, second),
                goalposts.upper() - goalposts.lower(),
                upper - lower,
                lower,
                truncate ? lower : Double.NEGATIVE_INFINITY,
                truncate ? upper : Double.POSITIVE_INFINITY);
    }
}
