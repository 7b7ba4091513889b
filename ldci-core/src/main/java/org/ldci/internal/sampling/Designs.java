package org.ldci.internal.sampling;

/** What the designs share. */
final class Designs {
    private Designs() {}

    static void checkDimension(int dimension, int most) {
        if (dimension < 1 || dimension > most) {
            throw new IllegalArgumentException("expected a dimension from 1 to " + most + " but got " + dimension);
        }
    }
}
