package org.ldci.model;

import java.util.Objects;

/**
 * One thing that is wrong with an input: where, and what.
 *
 * @param path where in the definition, as a JSON pointer such as {@code /index/components/0/weight}; empty when the
 *     place has no path
 * @param message what is wrong: it names the offender, the rule and the actual value
 */
public record Problem(String path, String message) {
    /** Checks that neither part is null. */
    public Problem {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(message, "message");
    }
}
