package org.ldci.model;

import java.util.Optional;

/** The one rule for codes, which are the identity of regions, metrics and components. */
public final class Codes {
    /** The longest code, in characters. */
    public static final int MAXIMUM_LENGTH = 64;

    private Codes() {}

    /**
     * Tells what is wrong with a code, if anything.
     *
     * <p>A code has 1 to {@value #MAXIMUM_LENGTH} characters: letters and digits of any script and {@code _ . : / -},
     * the first one a letter, a digit or {@code _}. Codes are compared exactly; they are never shown in place of a name.
     *
     * @param code the code to check
     * @return the rule that is broken and the actual text, or empty if the code is good
     */
    public static Optional<String> problem(String code) {
        if (code.isBlank()) {
            return Optional.of("must not be blank");
        }
        if (code.length() > MAXIMUM_LENGTH) {
            return Optional.of("must have at most " + MAXIMUM_LENGTH + " characters but has " + code.length() + ": '"
                    + code.substring(0, 20) + "...'");
        }
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            boolean inner = c == '.' || c == ':' || c == '/' || c == '-';
            if (!(Character.isLetterOrDigit(c) || c == '_' || (inner && i > 0))) {
                return Optional.of(
                        "must be letters, digits and _ . : / - and start with a letter, a digit or _ but is '" + code
                                + "'");
            }
        }
        return Optional.empty();
    }
}
