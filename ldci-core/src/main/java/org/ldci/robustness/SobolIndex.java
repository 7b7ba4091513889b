package org.ldci.robustness;

/**
 * How much of the variance of a target comes from one factor. Estimates can be below 0 or above 1 by chance, and are shown as
 * they are.
 *
 * @param factor the code of the factor
 * @param firstOrder S: the share of the variance that would go if the factor were known (Saltelli et al. 2010)
 * @param firstOrderLower the lower end of its bootstrap interval; NaN for none
 * @param firstOrderUpper the upper end
 * @param total ST: the share that would stay if all other factors were known (Jansen 1999)
 * @param totalLower the lower end of its bootstrap interval; NaN for none
 * @param totalUpper the upper end
 */
public record SobolIndex(
        String factor,
        double firstOrder,
        double firstOrderLower,
        double firstOrderUpper,
        double total,
        double totalLower,
        double totalUpper) {}
