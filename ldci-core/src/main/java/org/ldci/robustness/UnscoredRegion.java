package org.ldci.robustness;

import org.ldci.model.Region;

/**
 * A region without a score in a scenario.
 *
 * @param region the region
 * @param reason why it has none: screened out, too little present, not in the data
 */
public record UnscoredRegion(Region region, String reason) {
    @Override
    public String toString() {
        return region.code() + ": " + reason;
    }
}
