package org.ldci.normalise;

/** A frozen scale of one metric. Implementations must be immutable and thread-safe. */
@FunctionalInterface
public interface FittedNormaliser {
    /**
     * Puts one value on the scale.
     *
     * @param oriented a finite value times the sign of the metric's direction
     * @return the normalised value, finite; higher is better
     */
    double apply(double oriented);

    /**
     * Puts many values on the scale. The same as {@link #apply} one by one, which implementations may only do faster.
     *
     * @param oriented where the values are; NaN is missing; must not be changed
     * @param from the position of the first value
     * @param target receives the normalised values, NaN where missing
     * @param at the position of the first normalised value
     * @param count the number of values
     */
    default void applyAll(double[] oriented, int from, double[] target, int at, int count) {
        for (int i = 0; i < count; i++) {
            double value = oriented[from + i];
            target[at + i] = Double.isNaN(value) ? Double.NaN : apply(value);
        }
    }
}
