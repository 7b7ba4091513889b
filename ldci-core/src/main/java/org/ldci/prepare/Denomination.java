package org.ldci.prepare;

/**
 * How a metric that declares a denominator is divided by it: the first step of construction.
 *
 * <p>A user's own lambda works at once. Implementations must be immutable.
 */
@FunctionalInterface
public interface Denomination {
    /**
     * Relates a value to its denominator.
     *
     * @param value the value of the metric, not missing
     * @param denominator the value of the denominator in the same region: not missing and not 0
     * @param per the number of units of the denominator that the result is stated for, above 0
     * @return the denominated value, finite
     */
    double apply(double value, double denominator, double per);
}
