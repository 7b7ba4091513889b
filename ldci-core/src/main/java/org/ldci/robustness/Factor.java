package org.ldci.robustness;

/**
 * One thing about an index that could have been otherwise: what a study varies, independently of the other factors.
 *
 * <p>Immutable, compared by value. {@link Factors} makes them.
 */
public sealed interface Factor permits Choice, WeightVariation, CellErrors, Parameter {
    /**
     * The name of the factor in tables and files.
     *
     * @return the code, unique in a study
     */
    String code();
}
