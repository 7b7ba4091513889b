package org.ldci.robustness;

/**
 * What the replicates of one combination of choices gave.
 *
 * @param label the alternatives, in the order of the factors; "nominal" if no choice needs a scenario
 * @param replicates how many could be scored
 * @param failed how many could not
 * @param meanAbsoluteRankShift the mean over replicates and regions of the distance from the nominal rank; NaN if there is none
 */
public record ScenarioSummary(String label, long replicates, long failed, double meanAbsoluteRankShift) {}
