package org.ldci.robustness;

/**
 * The ranks between two quantiles.
 *
 * @param level the share of replicates between the ends, in (0, 1): 0.9 for a 90 % interval, from the 5th to the 95th
 *     percentile, as audits of the JRC print them
 * @param lower the better rank, from 1
 * @param upper the worse rank
 */
public record RankInterval(double level, double lower, double upper) {}
