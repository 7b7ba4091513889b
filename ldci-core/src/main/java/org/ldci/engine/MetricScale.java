package org.ldci.engine;

import org.jspecify.annotations.Nullable;
import org.ldci.normalise.FittedNormaliser;
import org.ldci.normalise.LinearScale;
import org.ldci.prepare.FittedTreatment;
import org.ldci.prepare.Untreated;
import org.ldci.prepare.Winsorised;

/**
 * Treatment, direction and normaliser of one metric in one call. Nearly all metrics are untreated or winsorised and
 * then put on a straight line, so these numbers are laid out flat; the arithmetic is that of the records they come
 * from, to the bit.
 */
final class MetricScale {
    private final @Nullable FittedTreatment treatment;
    private final @Nullable FittedNormaliser normaliser;
    private final boolean negative;
    private final boolean flat;
    private final double low;
    private final double high;
    private final double origin;
    private final double spread;
    private final double factor;
    private final double offset;
    private final double minimum;
    private final double maximum;

    MetricScale(@Nullable FittedTreatment treatment, @Nullable FittedNormaliser normaliser, int sign) {
        this.treatment = treatment;
        this.normaliser = normaliser;
        this.negative = sign < 0;
        Winsorised bounds = treatment instanceof Winsorised winsorised
                ? winsorised
                : new Winsorised(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        LinearScale line = normaliser instanceof LinearScale linear ? linear : new LinearScale(0, 1, 1, 0, -1, 1);
        flat = normaliser instanceof LinearScale && (treatment instanceof Untreated || treatment instanceof Winsorised);
        low = bounds.lower();
        high = bounds.upper();
        origin = line.origin();
        spread = line.spread();
        factor = line.factor();
        offset = line.offset();
        minimum = line.minimum();
        maximum = line.maximum();
    }

    double apply(double value) {
        if (!flat) {
            return applyOther(value);
        }
        double treated = value < low ? low : value > high ? high : value;
        double oriented = negative ? 0.0 - treated : treated;
        double scaled = (oriented - origin) / spread * factor + offset;
        return scaled < minimum ? minimum : scaled > maximum ? maximum : scaled;
    }

    private double applyOther(double value) {
        if (treatment == null || normaliser == null || Double.isNaN(value)) {
            return Double.NaN;
        }
        double treated = treatment instanceof Untreated ? value : treatment.apply(value);
        return normaliser.apply(negative ? 0.0 - treated : treated);
    }
}
