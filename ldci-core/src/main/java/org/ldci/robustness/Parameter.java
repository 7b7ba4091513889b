package org.ldci.robustness;

import java.util.Objects;
import org.ldci.definition.IndexDefinition;

/**
 * A number in the definition that varies continuously, by a function of the user. Cannot be written to a file.
 *
 * @param code the name of the factor
 * @param distribution how the number is distributed
 * @param effect what the number does to the definition
 */
public record Parameter(String code, Distribution distribution, Effect effect) implements Factor {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the code is blank
     */
    public Parameter {
        FactorCodes.check(code);
        Objects.requireNonNull(distribution, "distribution");
        Objects.requireNonNull(effect, "effect");
    }

    /** What a number does to a definition. */
    @FunctionalInterface
    public interface Effect {
        /**
         * Changes a definition; the same arguments must always give the same result.
         *
         * @param definition the definition
         * @param value the number
         * @return the changed definition
         */
        IndexDefinition apply(IndexDefinition definition, double value);
    }
}
