package org.ldci.robustness;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A factor with a few alternatives, one of which every replicate takes.
 *
 * @param code the name of the factor
 * @param alternatives at least one, with different labels; their probabilities sum to 1 within 1e-9
 */
public record Choice(String code, List<Alternative> alternatives) implements Factor {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the code is blank, there is no alternative, a label is used twice, or the
     *     probabilities do not sum to 1
     */
    public Choice {
        FactorCodes.check(code);
        alternatives = List.copyOf(alternatives);
        if (alternatives.isEmpty()) {
            throw new IllegalArgumentException("factor '" + code + "': needs at least one alternative");
        }
        Set<String> labels = new HashSet<>();
        double sum = 0;
        for (Alternative alternative : alternatives) {
            if (!labels.add(alternative.label())) {
                throw new IllegalArgumentException(
                        "factor '" + code + "': two alternatives are called '" + alternative.label() + "'");
            }
            sum += alternative.probability();
        }
        if (!(Math.abs(sum - 1) <= 1e-9)) {
            throw new IllegalArgumentException(
                    "factor '" + code + "': the probabilities of the alternatives must sum to 1 but sum to " + sum);
        }
    }

    /**
     * This choice with other probabilities.
     *
     * @param probabilities one an alternative, in their order
     * @return a new factor
     * @throws IllegalArgumentException if there is not one an alternative, or they do not sum to 1
     */
    public Choice withProbabilities(double... probabilities) {
        if (probabilities.length != alternatives.size()) {
            throw new IllegalArgumentException("factor '" + code + "': got " + probabilities.length
                    + " probabilities for " + alternatives.size() + " alternatives");
        }
        List<Alternative> changed = new ArrayList<>();
        for (int i = 0; i < probabilities.length; i++) {
            Alternative old = alternatives.get(i);
            changed.add(new Alternative(old.label(), probabilities[i], old.change()));
        }
        return new Choice(code, changed);
    }

    /**
     * This choice under another name.
     *
     * @param other the new code
     * @return a new factor
     */
    public Choice named(String other) {
        return new Choice(other, alternatives);
    }

    /** Whether all alternatives are equally likely. */
    boolean isEven() {
        double first = alternatives.get(0).probability();
        return alternatives.stream().allMatch(alternative -> Math.abs(alternative.probability() - first) <= 1e-12);
    }

    /** The alternative that a number in [0, 1) selects. */
    int at(double u) {
        double upTo = 0;
        for (int i = 0; i < alternatives.size() - 1; i++) {
            upTo += alternatives.get(i).probability();
            if (u < upTo) {
                return i;
            }
        }
        return alternatives.size() - 1;
    }
}
