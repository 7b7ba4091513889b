package org.ldci.internal.sampling;

import org.ldci.internal.numeric.Elementary;

/** Inverse distribution functions: what turns a uniform number into one of another distribution. Stateless, thread-safe. */
public final class Inverse {
    private static final long REDUCED_FROM = 0x3fe6a00000000000L;
    private static final long EXPONENT_MASK = 0xfff0000000000000L;
    private static final long HIGH_42_BITS = -1L << 11;
    private static final int CELLS = 256;
    private static final double LN2 = 0x1.62e42fefa39efp-1;

    /** Cells below the one that starts at 1; they are half as wide. */
    private static final int CELLS_BELOW_ONE = 150;

    /** Per cell a reciprocal of 10 bits and its logarithm. */
    private static final double[] CELL = new double[2 * CELLS];

    static {
        for (int cell = 0; cell < CELLS; cell++) {
            int above = cell - CELLS_BELOW_ONE;
            double middle = above < 0 ? 1 + (above + 0.5) / 512 : 1 + (above + 0.5) / 256;
            // both cells at 1 have reciprocal 1 and logarithm 0, so that nothing cancels there
            int n = above == 0 || above == -1 ? 512 : (int) (512 / middle + 0.5);
            CELL[2 * cell] = n / 512.0;
            CELL[2 * cell + 1] = Elementary.log(n / 512.0);
        }
    }

    private Inverse() {}

    /**
     * The inverse of the standard normal distribution, Wichura's rational functions (Algorithm AS 241, Applied Statistics 37
     * (1988), doi:10.2307/2347330), to about 1e-15 of the result.
     *
     * <ul>
     *   <li>of 0: negative infinity; of 1: positive infinity; of 1/2: 0
     *   <li>of a number outside [0, 1], or NaN: NaN
     * </ul>
     *
     * @param u a probability
     * @return the number that a standard normal variable falls below with that probability
     */
    public static double normal(double u) {
        double q = u - 0.5;
        if (Math.abs(q) <= 0.425) {
            return q * central(0.180625 - q * q);
        }
        double tail = q < 0 ? u : 1 - u;
        if (!(tail > 0)) {
            return tail == 0 ? (q < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY) : Double.NaN;
        }
        double r = Math.sqrt(-Elementary.log(tail));
        double size = r <= 5 ? middle(r - 1.6) : far(r - 5);
        return q < 0 ? -size : size;
    }

    private static double central(double r) {
        double above =
                ((((((2.5090809287301226727e+3 * r + 3.3430575583588128105e+4) * r + 6.7265770927008700853e+4) * r
                                                                                        + 4.5921953931549871457e+4)
                                                                                * r
                                                                        + 1.3731693765509461125e+4)
                                                                * r
                                                        + 1.9715909503065514427e+3)
                                                * r
                                        + 1.3314166789178437745e+2)
                                * r
                        + 3.3871328727963666080e0;
        double below =
                ((((((5.2264952788528545610e+3 * r + 2.8729085735721942674e+4) * r + 3.9307895800092710610e+4) * r
                                                                                        + 2.1213794301586595867e+4)
                                                                                * r
                                                                        + 5.3941960214247511077e+3)
                                                                * r
                                                        + 6.8718700749205790830e+2)
                                                * r
                                        + 4.2313330701600911252e+1)
                                * r
                        + 1;
        return above / below;
    }

    private static double middle(double r) {
        double above =
                ((((((7.74545014278341407640e-4 * r + 2.27238449892691845833e-2) * r + 2.41780725177450611770e-1) * r
                                                                                        + 1.27045825245236838258e0)
                                                                                * r
                                                                        + 3.64784832476320460504e0)
                                                                * r
                                                        + 5.76949722146069140550e0)
                                                * r
                                        + 4.63033784615654529590e0)
                                * r
                        + 1.42343711074968357734e0;
        double below =
                ((((((1.05075007164441684324e-9 * r + 5.47593808499534494600e-4) * r + 1.51986665636164571966e-2) * r
                                                                                        + 1.48103976427480074590e-1)
                                                                                * r
                                                                        + 6.89767334985100004550e-1)
                                                                * r
                                                        + 1.67638483018380384940e0)
                                                * r
                                        + 2.05319162663775882187e0)
                                * r
                        + 1;
        return above / below;
    }

    private static double far(double r) {
        double above =
                ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 1.24266094738807843860e-3) * r
                                                                                        + 2.65321895265761230930e-2)
                                                                                * r
                                                                        + 2.96560571828504891230e-1)
                                                                * r
                                                        + 1.78482653991729133580e0)
                                                * r
                                        + 5.46378491116411436990e0)
                                * r
                        + 6.65790464350110377720e0;
        double below =
                ((((((2.04426310338993978564e-15 * r + 1.42151175831644588870e-7) * r + 1.84631831751005468180e-5) * r
                                                                                        + 7.86869131145613259100e-4)
                                                                                * r
                                                                        + 1.48753612908506148525e-2)
                                                                * r
                                                        + 1.36929880922735805310e-1)
                                                * r
                                        + 5.99832206555887937690e-1)
                                * r
                        + 1;
        return above / below;
    }

    /**
     * The inverse of the exponential distribution with mean 1, {@code -ln(1 - u)}, to 1e-13 of the result, for draws by
     * the million: a table of 256 reciprocals as in {@link Elementary#log}, a polynomial of degree 5 and no branches.
     *
     * <ul>
     *   <li>of 0: 0
     *   <li>of anything else outside (0, 1), or NaN: not defined
     * </ul>
     *
     * <p>It is exact that 1 - u is, for multiples of 2^-53 as {@link Streams} gives them; for other numbers near 0 the error is
     * that of 1 - u, 2^-54.
     *
     * @param u a number in [0, 1)
     * @return a number that is not negative
     */
    public static double exponential(double u) {
        long bits = Double.doubleToRawLongBits(1 - u);
        long offset = bits - REDUCED_FROM;
        int cell = (int) (offset >> 43) & (2 * CELLS - 2);
        double k = (int) (offset >> 52);
        long reduced = bits - (offset & EXPONENT_MASK);
        double reciprocal = CELL[cell];
        double zHigh = Double.longBitsToDouble(reduced & HIGH_42_BITS);
        double r = (zHigh * reciprocal - 1) + (Double.longBitsToDouble(reduced) - zHigh) * reciprocal;
        double r2 = r * r;
        double series = r2 * (((1.0 / 2) - r * (1.0 / 3)) + r2 * ((1.0 / 4) - r * (1.0 / 5)));
        return (CELL[cell + 1] - k * LN2) + (series - r);
    }

    /**
     * The inverse of a gamma distribution with scale 1; see {@link GammaQuantile}, which is quicker for many numbers.
     *
     * @param shape the shape, above 0
     * @param u a probability
     * @return the value that is not exceeded with that probability
     * @throws IllegalArgumentException if the shape is not above 0 or not finite
     */
    public static double gamma(double shape, double u) {
        return new GammaQuantile(shape).of(u);
    }

    /**
     * The inverse of a triangular distribution.
     *
     * @param u a number in [0, 1]
     * @param least the least value
     * @param mode the most probable value, from the least to the greatest
     * @param greatest the greatest value, more than the least
     * @return a value from the least to the greatest
     */
    public static double triangular(double u, double least, double mode, double greatest) {
        double width = greatest - least;
        double below = mode - least;
        if (u * width <= below) {
            return Math.min(least + Math.sqrt(u * width * below), mode);
        }
        return Math.max(greatest - Math.sqrt((1 - u) * width * (greatest - mode)), mode);
    }
}
