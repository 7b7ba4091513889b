package org.ldci.prepare;

import org.ldci.internal.numeric.Moments;
import org.ldci.internal.numeric.Quantiles;

/** The middle of some values. The example in each constant is of 1, 2 and 6. */
public enum Centre {
    /** The arithmetic mean: 3. */
    MEAN,
    /** The median, for an even count the mean of the middle two: 2. */
    MEDIAN;

    double of(double[] observed) {
        if (observed.length == 0) {
            return Double.NaN;
        }
        return this == MEAN
                ? Moments.mean(observed, 0, observed.length)
                : Quantiles.median(observed, 0, observed.length);
    }
}
