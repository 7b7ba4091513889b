package org.ldci.aggregate;

/** The standard aggregators. */
public final class Aggregators {
    private Aggregators() {}

    /**
     * The weighted arithmetic mean, fully compensatory: the default.
     *
     * @return {@link PowerMean} with exponent 1
     */
    public static PowerMean arithmeticMean() {
        return new PowerMean(1);
    }

    /**
     * The weighted geometric mean, partly compensatory; scores must be above 0.
     *
     * @return {@link PowerMean} with exponent 0
     */
    public static PowerMean geometricMean() {
        return new PowerMean(0);
    }

    /**
     * The weighted harmonic mean, less compensatory still; scores must be above 0.
     *
     * @return {@link PowerMean} with exponent -1
     */
    public static PowerMean harmonicMean() {
        return new PowerMean(-1);
    }

    /**
     * The weighted power mean.
     *
     * @param exponent the power p, finite; 0 is the geometric mean
     * @return {@link PowerMean}
     * @throws IllegalArgumentException if the exponent is not finite
     */
    public static PowerMean powerMean(double exponent) {
        return new PowerMean(exponent);
    }
}
