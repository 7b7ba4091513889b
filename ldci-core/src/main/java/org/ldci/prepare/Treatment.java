package org.ldci.prepare;

import org.ldci.data.MetricColumn;
import org.ldci.model.Metric;

/**
 * How outliers and skewed distributions are tamed before normalising. Every changed cell is listed in the result.
 *
 * <p>A user's own lambda works at once. Implementations must be immutable.
 */
@FunctionalInterface
public interface Treatment {
    /**
     * Learns from the values of one metric.
     *
     * @param metric the metric
     * @param values its values, denominated and imputed, over the regions that passed screening; NaN is missing
     * @return the frozen function
     */
    FittedTreatment fit(Metric metric, MetricColumn values);
}
