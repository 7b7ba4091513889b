package org.ldci.model;

/**
 * Which end of a metric is good: the field's "direction" or "polarity".
 *
 * <p>It is applied once, when the metric is normalised; after that higher is better everywhere.
 */
public enum Direction {
    /** Higher values are better, as with gigabit coverage. */
    POSITIVE(1),
    /** Lower values are better, as with the share of premises below 30 Mbps. */
    NEGATIVE(-1);

    private final int sign;

    Direction(int sign) {
        this.sign = sign;
    }

    /**
     * The factor that orients a value so that higher is better.
     *
     * @return 1 for {@link #POSITIVE}, -1 for {@link #NEGATIVE}
     */
    public int sign() {
        return sign;
    }
}
