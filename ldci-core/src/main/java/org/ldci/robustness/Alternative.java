package org.ldci.robustness;

import java.util.Objects;

/**
 * One of the ways in which something can be done.
 *
 * @param label how tables call it
 * @param probability its share of the replicates, above 0; the alternatives of a choice sum to 1
 * @param change what it does to the definition
 */
public record Alternative(String label, double probability, Change change) {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the label is blank or the probability not in (0, 1]
     */
    public Alternative {
        Objects.requireNonNull(change, "change");
        if (label.isBlank()) {
            throw new IllegalArgumentException("an alternative needs a label");
        }
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "alternative '" + label + "': expected a probability in (0, 1] but got " + probability);
        }
    }
}
