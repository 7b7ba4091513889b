package org.ldci.engine;

/**
 * What one component or metric adds to the score of a region.
 *
 * @param code the code of the node
 * @param name the name of the node
 * @param depth its depth in the tree: 1 right below the index
 * @param metric whether it is a metric
 * @param score its score in this region; NaN if it has none
 * @param baseline its score in the baseline; NaN if it has none
 * @param weight its weight among its siblings in this region, rescaled over what is present; 0 if it has no score
 * @param contribution what it adds to the index, in points of the index; 0 if it has no score
 */
public record Contribution(
        String code,
        String name,
        int depth,
        boolean metric,
        double score,
        double baseline,
        double weight,
        double contribution) {}
