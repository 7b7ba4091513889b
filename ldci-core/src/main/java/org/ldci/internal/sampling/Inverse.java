package org.ldci.internal.sampling;

import org.ldci.internal.numeric.Elementary;

/** Quantile functions: how a uniform number becomes one of another distribution. Pure, the same bits on every machine. */
public final class Inverse {
    private static final double LN2 = 0.6931471805599453;
    private static final int CELLS = 256;

    /** By cell of [1, 2): one over a number in its middle, rounded to few digits, and its logarithm. */
    private static final double[] RECIPROCAL = new double[CELLS];

    private static final double[] LOG = new double[CELLS];

    static {
        for (int cell = 0; cell < CELLS; cell++) {
            RECIPROCAL[cell] = (float) (1 / (1 + (cell + 0.5) / CELLS));
            LOG[cell] = -Elementary.log(RECIPROCAL[cell]);
        }
        // numbers just below 1 have a logarithm near 0, which the last cell must give without a difference of large
        // terms
        RECIPROCAL[CELLS - 1] = 0.5;
        LOG[CELLS - 1] = LN2;
    }

    private static final double[] NORMAL_A = {
        3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
        45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227
    };
    private static final double[] NORMAL_B = {
        1,
        42.31333070160091,
        687.1870074920579,
        5394.196021424751,
        21213.794301586597,
        39307.89580009271,
        28729.085735721943,
        5226.495278852854
    };
    private static final double[] NORMAL_C = {
        1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
        1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414
    };
    private static final double[] NORMAL_D = {
        1,
        2.053191626637759,
        1.6763848301838038,
        0.6897673349851,
        0.14810397642748008,
        0.015198666563616457,
        0.0005475938084995345,
        1.0507500716444169e-9
    };
    private static final double[] NORMAL_E = {
        6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
        0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7
    };
    private static final double[] NORMAL_F = {
        1,
        0.599832206555888,
        0.1369298809227358,
        0.014875361290850615,
        0.0007868691311456133,
        1.8463183175100548e-5,
        1.421511758316446e-7,
        2.0442631033899397e-15
    };

    private Inverse() {}

    /**
     * The standard normal distribution, to about 16 digits. Source: M. J. Wichura, Algorithm AS 241, Applied Statistics 37
     * (1988), doi:10.2307/2347330.
     *
     * @param u a probability; 0 is taken as 2^-54 and 1 as 1 - 2^-53
     * @return the quantile
     */
    public static double normal(double u) {
        double p = Math.max(0x1p-54, Math.min(u, 1 - 0x1p-53));
        double q = p - 0.5;
        if (Math.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return q * polynomial(NORMAL_A, r) / polynomial(NORMAL_B, r);
        }
        double r = Math.sqrt(-Elementary.log(q < 0 ? p : 1 - p));
        double tail = r <= 5
                ? polynomial(NORMAL_C, r - 1.6) / polynomial(NORMAL_D, r - 1.6)
                : polynomial(NORMAL_E, r - 5) / polynomial(NORMAL_F, r - 5);
        return q < 0 ? -tail : tail;
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = coefficients[coefficients.length - 1];
        for (int i = coefficients.length - 2; i >= 0; i--) {
            value = value * x + coefficients[i];
        }
        return value;
    }

    /**
     * The exponential distribution with mean 1: {@code -ln(1 - u)}, to 10^-15 absolutely and, but for u below 0.001, relatively.
     * It is quick, because it draws weights by the million.
     *
     * @param u a probability in [0, 1)
     * @return the quantile, at least 0
     */
    public static double exponential(double u) {
        long bits = Double.doubleToRawLongBits(1 - u);
        int exponent = (int) (bits >>> 52) - 1023;
        int cell = (int) (bits >>> 44) & (CELLS - 1);
        double mantissa = Double.longBitsToDouble((bits & 0xFFFFFFFFFFFFFL) | 0x3FF0000000000000L);
        double r = mantissa * RECIPROCAL[cell] - 1;
        double r2 = r * r;
        double series = r - r2 * (1.0 / 2 - r * (1.0 / 3)) - r2 * r2 * (1.0 / 4 - r * (1.0 / 5) + r2 * (1.0 / 6));
        return Math.max(0, -(exponent * LN2 + LOG[cell] + series));
    }

    /**
     * The gamma distribution with scale 1, to about 10^-12: Newton's method on the regularised incomplete gamma function, kept
     * in a bracket. The start is that of E. B. Wilson and M. M. Hilferty, PNAS 17 (1931); the function by series or continued
     * fraction (Abramowitz and Stegun 1964, 6.5.29 and 6.5.31).
     *
     * @param shape the shape, above 0
     * @param u a probability in [0, 1)
     * @return the quantile
     */
    public static double gamma(double shape, double u) {
        if (u <= 0) {
            return 0;
        }
        double logGamma = logGamma(shape);
        double z = normal(u);
        double cube = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
        double x = shape * cube * cube * cube;
        // for small numbers P(a, x) is about x^a / Gamma(a + 1)
        double small = Elementary.exp((Elementary.log(u) + logGamma + Elementary.log(shape)) / shape);
        if (!(cube > 0.1) || shape < 1) {
            x = small < 1 ? small : Math.max(x, shape);
        }
        if (x == 0) {
            return 0; // less than the smallest double
        }
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        for (int step = 0; step < 100; step++) {
            double excess = lowerGamma(shape, x, logGamma) - u;
            if (excess < 0) {
                low = x;
            } else {
                high = x;
            }
            double density = Elementary.exp((shape - 1) * Elementary.log(x) - x - logGamma);
            double next = x - excess / density;
            if (!(next > low && next < high)) {
                next = high == Double.POSITIVE_INFINITY ? 2 * x : (low + high) / 2;
            }
            if (Math.abs(next - x) <= 1e-13 * x) {
                return next;
            }
            x = next;
        }
        return x;
    }

    /** The regularised lower incomplete gamma function. */
    static double lowerGamma(double a, double x, double logGamma) {
        double front = Elementary.exp(a * Elementary.log(x) - x - logGamma);
        if (x < a + 1) {
            double term = 1 / a;
            double sum = term;
            for (int n = 1; n < 10_000 && term > sum * 1e-17; n++) {
                term *= x / (a + n);
                sum += term;
            }
            return sum * front;
        }
        // Lentz's method
        double b = x + 1 - a;
        double c = 1e300;
        double d = 1 / b;
        double h = d;
        for (int n = 1; n < 10_000; n++) {
            double an = -n * (n - a);
            b += 2;
            d = an * d + b;
            d = 1 / (Math.abs(d) < 1e-300 ? 1e-300 : d);
            c = b + an / c;
            c = Math.abs(c) < 1e-300 ? 1e-300 : c;
            h *= d * c;
            if (Math.abs(d * c - 1) < 1e-16) {
                break;
            }
        }
        return 1 - front * h;
    }

    /** The logarithm of the gamma function: Stirling's series beyond 15, and by recurrence below. */
    static double logGamma(double x) {
        double product = 1;
        double z = x;
        while (z < 15) {
            product *= z;
            z += 1;
        }
        double inverse = 1 / (z * z);
        double series =
                (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse * (1.0 / 1680 - inverse / 1188))))
                        / z;
        return (z - 0.5) * Elementary.log(z) - z + 0.9189385332046728 + series - Elementary.log(product);
    }
}
