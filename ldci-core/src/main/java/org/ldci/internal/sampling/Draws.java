package org.ldci.internal.sampling;

import org.ldci.internal.numeric.Elementary;

/** One stream of {@link Streams}, read number by number. For one thread at a time. */
final class Draws {
    private long start;
    private int next;

    /** Goes to the first number of the stream of replicate k. */
    void start(long seed, long k) {
        start = Streams.start(seed, k);
        next = 0;
    }

    /** The next number, in (0, 1). */
    double uniform() {
        return Streams.open(start, next++);
    }

    /** One of 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** A number of the exponential distribution. */
    double exponential() {
        return 0.0 - Elementary.log(uniform());
    }

    /** A number of the exponential distribution, of those from 0 to x, where {@code risen} is {@code e^x - 1}. */
    double exponentialBelow(double x, double risen) {
        double y = uniform() / (1 + 1 / risen);
        // -log(1 - y), by its series where 1 - y would lose the digits of y
        double e = y < 1e-5 ? y * (1 + y * (1.0 / 2 + y * (1.0 / 3))) : 0.0 - Elementary.log(1 - y);
        return Math.min(e, x);
    }

    /** {@code e^x - 1} for x of at least 0, to 11 digits. */
    static double rise(double x) {
        return x < 1e-5 ? x * (1 + x * (1.0 / 2 + x * (1.0 / 6))) : Elementary.exp(x) - 1;
    }
}
