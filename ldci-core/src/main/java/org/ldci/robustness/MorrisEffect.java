package org.ldci.robustness;

/**
 * The elementary effects of one input: by how much the target changes if it moves, per unit of its range.
 *
 * @param input the name of the input
 * @param mu the mean of the effects; NaN for an input of several coordinates, which have no one direction
 * @param muStar the mean of their sizes: how much the input matters
 * @param muStarLower the lower end of its bootstrap interval; NaN for none
 * @param muStarUpper the upper end
 * @param sigma the standard deviation of the effects, with divisor r - 1: how far the input acts by curves or together with
 *     others; NaN for an input of several coordinates
 */
public record MorrisEffect(
        String input, double mu, double muStar, double muStarLower, double muStarUpper, double sigma) {}
