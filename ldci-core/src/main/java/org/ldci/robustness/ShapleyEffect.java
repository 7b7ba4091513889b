package org.ldci.robustness;

/**
 * How much of the variance of a target is due to one input.
 *
 * @param input the name of the input
 * @param share the Shapley effect, a share of the variance; those of all inputs sum to 1. It is from 0 to 1 but for chance
 * @param lower the lower end of its bootstrap interval; NaN for none
 * @param upper the upper end
 * @param standardError the standard error of the share, by linearisation of the ratio
 */
public record ShapleyEffect(String input, double share, double lower, double upper, double standardError) {}
