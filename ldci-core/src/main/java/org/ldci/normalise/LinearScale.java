package org.ldci.normalise;

import org.ldci.data.MetricColumn;

/**
 * A straight line with optional caps: {@code (x - origin) / spread * factor + offset}, kept within the caps.
 *
 * <p>Written with a division so that both ends of a min-max scale are met exactly.
 *
 * @param origin the oriented value that maps to {@code offset}
 * @param spread the unit of the oriented values, above 0
 * @param factor the unit of the scale
 * @param offset where the origin lies on the scale
 * @param minimum the lower cap on the scale; negative infinity for none
 * @param maximum the upper cap on the scale; positive infinity for none
 */
public record LinearScale(double origin, double spread, double factor, double offset, double minimum, double maximum)
        implements StandardFittedNormaliser {
    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException if a parameter is not finite, the spread not above 0, or the caps out of order
     */
    public LinearScale {
        boolean finite = Double.isFinite(origin) && Double.isFinite(factor) && Double.isFinite(offset);
        if (!(finite && spread > 0 && Double.isFinite(spread) && minimum < maximum)) {
            throw new IllegalArgumentException(
                    "linear scale: expected finite parameters, spread > 0 and minimum < maximum but"
                            + " got origin " + origin + ", spread " + spread + ", factor " + factor + ", offset "
                            + offset
                            + ", minimum " + minimum + ", maximum " + maximum);
        }
    }

    static LinearScale uncapped(double origin, double spread, double factor, double offset) {
        return new LinearScale(origin, spread, factor, offset, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * Whether the scale has an end.
     *
     * @return true if one of the caps is finite
     */
    public boolean isCapped() {
        return minimum > Double.NEGATIVE_INFINITY || maximum < Double.POSITIVE_INFINITY;
    }

    @Override
    public double apply(double oriented) {
        return capped((oriented - origin) / spread * factor + offset, minimum, maximum);
    }

    @Override
    public void applyAll(MetricColumn oriented, double[] target, int at) {
        oriented.copyTo(target, at);
        int end = at + oriented.size();
        // NaN passes through the arithmetic and through the comparisons
        for (int i = at; i < end; i++) {
            target[i] = (target[i] - origin) / spread * factor + offset;
        }
        if (isCapped()) {
            // the same as capped, also for NaN, in a form that becomes vector instructions
            for (int i = at; i < end; i++) {
                target[i] = Math.min(Math.max(target[i], minimum), maximum);
            }
        }
    }

    private static double capped(double value, double minimum, double maximum) {
        return value < minimum ? minimum : value > maximum ? maximum : value;
    }
}
