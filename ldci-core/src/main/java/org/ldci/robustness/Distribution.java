package org.ldci.robustness;

import org.ldci.internal.sampling.Inverse;

/** The distribution of a number. Immutable, compared by value. */
public sealed interface Distribution {
    /**
     * The quantile function.
     *
     * @param u a probability in (0, 1)
     * @return the number that is not exceeded with that probability
     */
    double quantile(double u);

    /**
     * All numbers between two are equally likely.
     *
     * @param lower the least
     * @param upper the greatest
     */
    record Uniform(double lower, double upper) implements Distribution {
        /**
         * Checks the ends.
         *
         * @throws IllegalArgumentException unless both are finite and lower is less than upper
         */
        public Uniform {
            if (!(Double.isFinite(lower) && Double.isFinite(upper) && lower < upper)) {
                throw new IllegalArgumentException(
                        "expected finite lower < upper but got [" + lower + ", " + upper + "]");
            }
        }

        @Override
        public double quantile(double u) {
            return lower + (upper - lower) * u;
        }
    }

    /**
     * The normal distribution.
     *
     * @param mean the mean
     * @param standardDeviation the standard deviation, above 0
     */
    record Normal(double mean, double standardDeviation) implements Distribution {
        /**
         * Checks the parameters.
         *
         * @throws IllegalArgumentException unless both are finite and the standard deviation is above 0
         */
        public Normal {
            if (!(Double.isFinite(mean) && Double.isFinite(standardDeviation) && standardDeviation > 0)) {
                throw new IllegalArgumentException("expected a finite mean and a standard deviation above 0 but got "
                        + mean + " and " + standardDeviation);
            }
        }

        @Override
        public double quantile(double u) {
            return mean + standardDeviation * Inverse.normal(u);
        }
    }

    /**
     * The triangular distribution.
     *
     * @param lower the least
     * @param mode the most likely
     * @param upper the greatest
     */
    record Triangular(double lower, double mode, double upper) implements Distribution {
        /**
         * Checks the parameters.
         *
         * @throws IllegalArgumentException unless lower is at most mode, mode at most upper, and lower less than upper
         */
        public Triangular {
            if (!(Double.isFinite(lower)
                    && Double.isFinite(upper)
                    && lower < upper
                    && lower <= mode
                    && mode <= upper)) {
                throw new IllegalArgumentException("expected lower <= mode <= upper and lower < upper but got " + lower
                        + ", " + mode + ", " + upper);
            }
        }

        @Override
        public double quantile(double u) {
            double width = upper - lower;
            return u < (mode - lower) / width
                    ? lower + Math.sqrt(u * width * (mode - lower))
                    : upper - Math.sqrt((1 - u) * width * (upper - mode));
        }
    }
}
