package org.ldci.prepare;

/** Leaves values as they are, even where a metric declares a denominator. */
public record NoDenomination() implements StandardDenomination {
    @Override
    public double apply(double value, double denominator, double per) {
        return value;
    }
}
