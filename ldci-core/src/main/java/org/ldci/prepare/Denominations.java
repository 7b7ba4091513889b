package org.ldci.prepare;

/** The standard ways of denominating. */
public final class Denominations {
    private Denominations() {}

    /**
     * Divides each metric that declares a denominator by it: the default.
     *
     * @return {@link Ratio}
     */
    public static Denomination ratio() {
        return new Ratio();
    }

    /**
     * Divides nothing.
     *
     * @return {@link NoDenomination}
     */
    public static Denomination none() {
        return new NoDenomination();
    }
}
