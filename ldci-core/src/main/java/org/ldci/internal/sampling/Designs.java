package org.ldci.internal.sampling;

/** What the designs share. */
final class Designs {
    private Designs() {}

    static void check(int first, int dimension) {
        if (first < 0 || dimension < 1) {
            throw new IllegalArgumentException("expected at least one coordinate, from the first on, but got "
                    + dimension + " from number " + first + " on");
        }
    }
}
