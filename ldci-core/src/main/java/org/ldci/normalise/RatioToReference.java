package org.ldci.normalise;

import java.util.ArrayList;
import java.util.List;
import org.ldci.data.DataException;
import org.ldci.data.MetricColumn;
import org.ldci.model.Direction;
import org.ldci.model.Metric;

/**
 * The ratio to a reference: {@code factor x / r} where higher is better, {@code factor r / x} where lower is better, so
 * that the reference always scores {@code factor} and better regions more.
 *
 * <p>With {@link Reference#BEST} it is the fraction of the maximum: the best region scores {@code factor}. The reference
 * must be above 0, and where lower is better so must every observed value. Other data below the least observed value, where
 * the inverse would run off to infinity, continue along its tangent. COINr's n_fracmax gives {@code x / min} where lower is
 * better, which scores worse regions higher; this does not.
 *
 * <p>Source: OECD/JRC Handbook (2008), step 5, table 3, distance to a reference; Hwang and Yoon (1981), Multiple Attribute
 * Decision Making, for the inverse.
 *
 * @param reference what values are compared with
 * @param region the code of the reference region; empty unless the reference is {@link Reference#REGION}
 * @param factor the score of the reference, above 0
 */
public record RatioToReference(Reference reference, String region, double factor) implements StandardNormaliser {
    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException if a region is named without need or needed and not named, or the factor is not
     *     finite and above 0
     */
    public RatioToReference {
        Scales.checkReference("ratioToReference", reference, region);
        Scales.checkPositive("ratioToReference", "factor", factor);
    }

    @Override
    public FittedNormaliser fit(Metric metric, MetricColumn oriented) {
        double value = Scales.reference(metric, oriented, reference, region, "ratioToReference")
                * metric.direction().sign();
        if (!(value > 0)) {
            throw new DataException(
                    "metric '" + metric.code() + "': ratioToReference needs a reference above 0 but it is "
                            + (value + 0.0) + "; take another normaliser");
        }
        if (metric.direction() == Direction.POSITIVE) {
            return LinearScale.uncapped(0, value, factor, 0);
        }
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < oriented.size(); i++) {
            if (oriented.value(i) >= 0) {
                refused.add(oriented.regions().get(i).code());
            }
        }
        if (!refused.isEmpty()) {
            throw new DataException(
                    "metric '" + metric.code() + "': lower is better, so ratioToReference needs values above"
                            + " 0 but " + refused.size() + " are not: " + Scales.some(refused));
        }
        double greatest = Scales.reference(metric, oriented, Reference.BEST, "", "ratioToReference");
        return new InverseRatio(value, -greatest, factor);
    }
}
