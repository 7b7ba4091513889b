package org.ldci.normalise;

import org.ldci.data.MetricColumn;
import org.ldci.model.Metric;

/**
 * Leaves values as they are but for the direction: where lower is better they change their sign.
 *
 * <p>For metrics that come on a common scale. Source: Becker et al., COINr (2022), a normalisation of none.
 */
public record Unscaled() implements StandardNormaliser {
    @Override
    public FittedNormaliser fit(Metric metric, MetricColumn oriented) {
        return LinearScale.uncapped(0, 1, 1, 0);
    }
}
