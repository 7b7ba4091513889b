package org.ldci.model;

/**
 * What a metric is divided by: another metric of the data, or the population of the region.
 *
 * @param code the code of the dividing metric, or {@link #POPULATION}
 * @param per the number of units of the denominator the result is stated for: 1000 gives "per 1,000"
 */
public record Denominator(String code, double per) {
    /** The code that stands for the population of the region. */
    public static final String POPULATION = "population";

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the code breaks the rule of {@link Codes}, or {@code per} is not finite and
     *     positive
     */
    public Denominator {
        Codes.problem(code).ifPresent(rule -> {
            throw new IllegalArgumentException("denominator code " + rule);
        });
        if (!(per > 0 && Double.isFinite(per))) {
            throw new IllegalArgumentException(
                    "denominator '" + code + "': per must be finite and above 0 but is " + per);
        }
    }

    /**
     * Division by one unit of another metric.
     *
     * @param code the code of the dividing metric, or {@link #POPULATION}
     * @return the denominator
     */
    public static Denominator of(String code) {
        return new Denominator(code, 1);
    }
}
