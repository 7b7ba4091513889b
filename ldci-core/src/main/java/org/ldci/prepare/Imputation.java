package org.ldci.prepare;

import org.ldci.data.MetricTable;

/**
 * How missing cells are filled. Observed cells never change, cells that are not applicable are never filled, and every
 * filled cell is flagged in the result.
 *
 * <p>A user's own lambda works at once. Implementations must be immutable.
 */
@FunctionalInterface
public interface Imputation {
    /**
     * Learns from the observed cells.
     *
     * @param table the columns of all metrics, denominated, over the regions that passed screening; NaN is missing
     * @return the frozen rule
     */
    FittedImputation fit(MetricTable table);
}
