package org.ldci.prepare;

/** The fitted treatment that changes nothing. */
public record Untreated() implements StandardFittedTreatment {
    static final Untreated INSTANCE = new Untreated();

    @Override
    public double apply(double value) {
        return value;
    }

    @Override
    public String description() {
        return "untreated";
    }
}
