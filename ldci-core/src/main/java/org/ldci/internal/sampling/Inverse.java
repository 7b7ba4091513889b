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
                ((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r
                                                                        + 13731.69376550946)
                                                                * r
                                                        + 1971.5909503065513)
                                                * r
                                        + 133.14166789178438)
                                * r
                        + 3.3871328727963665;
        double below =
                ((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r
                                                                        + 5394.196021424751)
                                                                * r
                                                        + 687.1870074920579)
                                                * r
                                        + 42.31333070160091)
                                * r
                        + 1;
        return above / below;
    }

    private static double middle(double r) {
        double above = ((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r
                                                                                + 1.2704582524523684)
                                                                        * r
                                                                + 3.6478483247632045)
                                                        * r
                                                + 5.769497221460691)
                                        * r
                                + 4.630337846156546)
                        * r
                + 1.4234371107496835;
        double below = ((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r
                                                                                + 0.14810397642748008)
                                                                        * r
                                                                + 0.6897673349851)
                                                        * r
                                                + 1.6763848301838038)
                                        * r
                                + 2.053191626637759)
                        * r
                + 1;
        return above / below;
    }

    private static double far(double r) {
        double above = ((((((2.0103343992922881e-7 * r + 2.7115555687434876e-5) * r + 0.0012426609473880784) * r
                                                                                + 0.026532189526576124)
                                                                        * r
                                                                + 0.29656057182850487)
                                                        * r
                                                + 1.7848265399172913)
                                        * r
                                + 5.463784911164114)
                        * r
                + 6.657904643501103;
        double below = ((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 1.8463183175100548e-5) * r
                                                                                + 0.0007868691311456133)
                                                                        * r
                                                                + 0.014875361290850615)
                                                        * r
                                                + 0.1369298809227358)
                                        * r
                                + 0.599832206555888)
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
