package org.ldci.internal.sampling;

import org.ldci.internal.numeric.Elementary;

/**
 * The inverse of a gamma distribution with scale 1, to 1e-10 of the result for shapes from 1e-3 on.
 *
 * <p>Gamma variables over their sum have a Dirichlet distribution with their shapes. The regularised incomplete gamma
 * function is summed as a series below the mean and as Legendre's continued fraction above it (N. M. Temme, "A set of algorithms
 * for the incomplete gamma functions", Probability in the Engineering and Informational Sciences 8 (1994), for the leading
 * factor without cancellation); Newton's iteration on the logarithm of the nearer tail starts at the approximation
 * of E. B. Wilson, M. M. Hilferty (PNAS 17 (1931)) and is held within a bracket that shrinks.
 *
 * <p>Immutable and thread-safe.
 */
public final class GammaQuantile {
    /** Beyond it the approximation of Wilson and Hilferty, whose error falls with its power of -3/2, is as good. */
    private static final double APPROXIMATE_FROM = 1e8;

    private static final double LN_2PI = 1.8378770664093456;
    private static final double EPSILON = 0x1p-54;

    /** From here on Stirling's series is short. */
    private static final double LARGE = 16;

    private static final int MOST_TERMS = 1_000_000;
    private static final int MOST_STEPS = 200;

    private final double shape;
    private final double logShape;
    private final double logGamma;

    /**
     * The distribution of a shape.
     *
     * @param shape the shape, which is also the mean and the variance, above 0; below 1e-3 the relative error grows to 1e-13 over it
     * @throws IllegalArgumentException if the shape is not above 0 or not finite
     */
    public GammaQuantile(double shape) {
        if (!(shape > 0 && shape < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("expected a finite shape above 0 but got " + shape);
        }
        this.shape = shape;
        logShape = Elementary.log(shape);
        logGamma = logGamma(shape);
    }

    /**
     * The value that a gamma variable falls below with a probability, to 1e-10 of it and mostly to 1e-13.
     *
     * <ul>
     *   <li>of 0: 0; of 1: positive infinity
     *   <li>of a number outside [0, 1], or NaN: NaN
     *   <li>of a value less than the least double: 0
     * </ul>
     *
     * @param u a probability
     * @return the value
     */
    public double of(double u) {
        if (!(u > 0 && u < 1)) {
            return u == 0 ? 0 : u == 1 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        if (shape == 1) {
            return u < 0.25 ? exponentialNearZero(u) : -Elementary.log(1 - u);
        }
        if (shape > APPROXIMATE_FROM) {
            return Elementary.exp(start(u));
        }
        boolean lower = u <= 0.5;
        double target = Elementary.log(lower ? u : 1 - u);
        double y = start(u);
        double from = Double.NEGATIVE_INFINITY;
        double to = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            double x = Elementary.exp(y);
            double leading = logLeading(x, y);
            double tail = lower ? logLower(x, leading) : logUpper(x, leading);
            double error = tail - target;
            if (lower == error < 0) {
                from = y;
            } else {
                to = y;
            }
            // the derivative of the logarithm of the tail by the logarithm of x
            double slope = Elementary.exp(leading - tail) * (lower ? 1 : -1);
            double next = y - error / slope;
            if (!(next > from && next < to)) {
                next = middle(from, to, y);
            }
            if (Math.abs(next - y) <= 4e-16 * Math.max(1, Math.abs(y)) || error == 0) {
                return Elementary.exp(error == 0 ? y : next);
            }
            y = next;
        }
        return Elementary.exp(y);
    }

    private static double middle(double from, double to, double y) {
        if (from == Double.NEGATIVE_INFINITY) {
            return y - 1;
        }
        return to == Double.POSITIVE_INFINITY ? y + 1 : 0.5 * (from + to);
    }

    /** -ln(1 - u) as a series in u/(2 - u). */
    private static double exponentialNearZero(double u) {
        double s = u / (2 - u);
        return 2 * s * artanhOver(s * s);
    }

    /** artanh(s)/s as a function of s^2 up to 1/9. */
    private static double artanhOver(double s2) {
        double sum = 0;
        for (int i = 37; i >= 1; i -= 2) {
            sum = sum * s2 + 1.0 / i;
        }
        return sum;
    }

    /** The logarithm of a value near the result. */
    private double start(double u) {
        double cube = 1 - 1 / (9 * shape) + Inverse.normal(u) / (3 * Math.sqrt(shape));
        if (shape > 0.5 && cube > 0.2) {
            return logShape + 3 * Elementary.log(cube);
        }
        // the first term of the series, which is all there is at 0
        double first = (Elementary.log(u) + logGamma + logShape) / shape;
        return Math.min(first, Elementary.log(shape + 1 - Elementary.log(1 - u)));
    }

    /** ln of x^a e^-x / Gamma(a), which is x times the density; y is ln x. */
    private double logLeading(double x, double y) {
        if (shape < LARGE) {
            return shape * y - x - logGamma;
        }
        return 0.5 * (logShape - LN_2PI) - shape * excess(x / shape) - stirling(shape);
    }

    /** r - 1 - ln r, without cancellation at 1. */
    private static double excess(double r) {
        double mu = r - 1;
        if (Math.abs(mu) > 0.5) {
            return mu - Elementary.log(r);
        }
        double s = mu / (2 + mu);
        // ln r = 2 artanh s, and mu - 2 s = mu s
        double s2 = s * s;
        return mu * s - 2 * s * (artanhOver(s2) - 1);
    }

    private double logLower(double x, double leading) {
        if (x < shape + 1) {
            return leading + Elementary.log(series(x));
        }
        return Elementary.log(1 - Elementary.exp(leading) * fraction(x));
    }

    private double logUpper(double x, double leading) {
        if (x < shape + 1) {
            return Elementary.log(1 - Elementary.exp(leading) * series(x));
        }
        return leading + Elementary.log(fraction(x));
    }

    /** The sum of x^n / (a (a + 1) ... (a + n)). */
    private double series(double x) {
        double term = 1 / shape;
        double sum = term;
        for (int n = 1; n < MOST_TERMS && term > sum * EPSILON; n++) {
            term *= x / (shape + n);
            sum += term;
        }
        return sum;
    }

    /** Gamma(a, x) / (x^a e^-x) by the method of Lentz. */
    private double fraction(double x) {
        double b = x + 1 - shape;
        double c = 1e300;
        double d = 1 / b;
        double h = d;
        for (int i = 1; i < MOST_TERMS; i++) {
            double an = i * (shape - i);
            b += 2;
            double below = an * d + b;
            d = 1 / (Math.abs(below) < 1e-300 ? 1e-300 : below);
            c = b + an / c;
            c = Math.abs(c) < 1e-300 ? 1e-300 : c;
            double factor = d * c;
            h *= factor;
            if (Math.abs(factor - 1) <= 0x1p-52) {
                break;
            }
        }
        return h;
    }

    /** ln Gamma(a) by Stirling's series, after steps to a large argument. */
    static double logGamma(double a) {
        double product = 1;
        double x = a;
        while (x < LARGE) {
            product *= x;
            x++;
        }
        return (x - 0.5) * Elementary.log(x) - x + 0.5 * LN_2PI + stirling(x) - Elementary.log(product);
    }

    private static double stirling(double x) {
        double r = 1 / x;
        double r2 = r * r;
        return r
                * (1.0 / 12
                        + r2
                                * (-1.0 / 360
                                        + r2
                                                * (1.0 / 1260
                                                        + r2
                                                                * (-1.0 / 1680
                                                                        + r2 * (1.0 / 1188 - r2 * (691.0 / 360360))))));
    }
}
