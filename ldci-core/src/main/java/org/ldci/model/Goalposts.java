package org.ldci.model;

/**
 * The fixed ends of a metric's scale, in the metric's own unit, as the Human Development Index uses them.
 *
 * @param lower the value at the low end of the scale
 * @param upper the value at the high end of the scale; the metric's direction says which end is good
 */
public record Goalposts(double lower, double upper) {
    /**
     * Checks that the ends are finite and in order.
     *
     * @throws IllegalArgumentException if not {@code lower < upper}, both finite
     */
    public Goalposts {
        if (!(Double.isFinite(lower) && Double.isFinite(upper) && lower < upper)) {
            throw new IllegalArgumentException(
                    "goalposts must be finite with lower < upper but are [" + lower + ", " + upper + "]");
        }
    }
}
