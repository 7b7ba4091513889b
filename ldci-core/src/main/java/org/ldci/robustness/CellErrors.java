package org.ldci.robustness;

/**
 * The error of measurement: every observed cell with a standard error gets a normal error of that size, independently of
 * the others, before any step of construction.
 *
 * @param code the name of the factor
 * @param scale what standard errors are multiplied by, above 0; 1 takes them as they are
 */
public record CellErrors(String code, double scale) implements Factor {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the code is blank or the scale not above 0
     */
    public CellErrors {
        FactorCodes.check(code);
        if (!(scale > 0 && Double.isFinite(scale))) {
            throw new IllegalArgumentException("factor '" + code + "': expected a scale above 0 but got " + scale);
        }
    }
}
