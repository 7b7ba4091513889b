package org.ldci.engine;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.ldci.internal.text.TextTable;
import org.ldci.model.Region;

/**
 * The score of a single region on a frozen scale.
 *
 * @param region the region
 * @param index the score of the index; NaN if the region has none
 * @param scores the score of every component and metric by code, in the order of the tree, the index first; NaN where
 *     there is none
 */
public record RegionScore(Region region, double index, Map<String, Double> scores) {
    /** Copies the map. */
    public RegionScore {
        scores = ImmutableMap.copyOf(scores);
    }

    /**
     * The score of one component or metric.
     *
     * @param code the code
     * @return the score; NaN if there is none
     * @throws IllegalArgumentException if there is no such node
     */
    public double score(String code) {
        Double score = scores.get(code);
        if (score == null) {
            throw new IllegalArgumentException("unknown component or metric '" + code + "'");
        }
        return score;
    }

    @Override
    public String toString() {
        return "RegionScore: " + region.name() + " " + TextTable.number(index, 2);
    }
}
