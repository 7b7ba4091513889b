package org.ldci.normalise;

import org.ldci.data.MetricColumn;
import org.ldci.model.Metric;

/**
 * Puts a metric on a common scale: an immutable definition, compared by value, which learns its scale by {@link #fit}.
 *
 * <p>A user's own lambda or record works at once. To be read and written by name in a file it adds a provider through
 * {@code org.ldci.spi}.
 */
@FunctionalInterface
public interface Normaliser {
    /**
     * Learns the scale from the observed values; missing values are left out.
     *
     * @param metric the metric, with its goalposts and target in its own unit
     * @param oriented its treated values times the sign of its direction, so that higher is better; NaN is missing
     * @return the frozen function
     * @throws org.ldci.data.DataException if the values leave the scale undefined (none observed, or all equal where spread
     *     is needed); the message names the metric
     */
    FittedNormaliser fit(Metric metric, MetricColumn oriented);
}
