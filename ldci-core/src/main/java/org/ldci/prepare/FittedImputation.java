package org.ldci.prepare;

import org.ldci.model.Region;

/** A frozen rule for missing cells. Implementations must be immutable and thread-safe. */
@FunctionalInterface
public interface FittedImputation {
    /**
     * The value for one missing cell.
     *
     * @param region the region
     * @param metric the position of the metric in the index
     * @param row all values of the region before imputation, in the order of the index; NaN is missing; must not be
     *     changed
     * @return a finite value, or NaN to leave the cell missing
     */
    double impute(Region region, int metric, double[] row);
}
