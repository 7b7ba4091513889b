package org.ldci.prepare;

import java.util.List;
import org.ldci.model.Region;

/**
 * How much of a region is measured: what a {@link Screening} decides by.
 *
 * @param region the region
 * @param overall the counts over all metrics of the index
 * @param components the counts inside each component right below the index that has any metric in the data
 */
public record RegionCoverage(Region region, Count overall, List<Count> components) {
    /** Copies the list. */
    public RegionCoverage {
        components = List.copyOf(components);
    }

    /**
     * Counts of cells. Cells that are not applicable to the region are not counted at all.
     *
     * @param code the code of the component, or of the index
     * @param applicable the number of metrics that could have a value
     * @param present the number of those that have one
     * @param zeros the number of values that are exactly 0
     */
    public record Count(String code, int applicable, int present, int zeros) {
        /**
         * The share that is present.
         *
         * @return {@code present / applicable} in [0, 1]; 1 if nothing is applicable
         */
        public double share() {
            return applicable == 0 ? 1 : (double) present / applicable;
        }
    }
}
