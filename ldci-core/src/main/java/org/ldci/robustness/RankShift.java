package org.ldci.robustness;

/**
 * How far the ranks of a scenario lie from the nominal ones, over the regions that have a score in both.
 *
 * <ul>
 *   <li>no region in both: 0 regions, all else NaN
 *   <li>fewer than two regions, or all scores equal on a side: the correlations are NaN
 * </ul>
 *
 * @param regions how many regions have a score in both
 * @param meanAbsolute R_S, the mean over these regions of |nominal rank - rank in the scenario|, in ranks. Source: OECD and
 *     European Commission JRC, Handbook on Constructing Composite Indicators (2008), eq. 38
 * @param maximum the greatest |nominal rank - rank in the scenario|, in ranks
 * @param spearman Spearman's rho of the scores, from -1 to 1: Pearson's r of their ranks, average ranks for ties
 * @param kendall Kendall's tau-b of the scores, from -1 to 1
 */
public record RankShift(int regions, double meanAbsolute, double maximum, double spearman, double kendall) {}
