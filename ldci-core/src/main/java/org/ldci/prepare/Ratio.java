package org.ldci.prepare;

/** Divides by the denominator: {@code value / denominator * per}. */
public record Ratio() implements StandardDenomination {
    @Override
    public double apply(double value, double denominator, double per) {
        return value / denominator * per;
    }
}
