package org.ldci.robustness;

/** The one rule for the names of factors. */
final class FactorCodes {
    private FactorCodes() {}

    static void check(String code) {
        if (code.isBlank() || !code.equals(code.strip())) {
            throw new IllegalArgumentException(
                    "the code of a factor must not be blank or have space around it but is '" + code + "'");
        }
    }
}
