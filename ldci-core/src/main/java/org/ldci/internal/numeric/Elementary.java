package org.ldci.internal.numeric;

/**
 * Logarithm, exponential and power with the same bits on every JVM.
 *
 * <p>{@link Math#log}, {@link Math#exp} and {@link Math#pow} may differ by an ulp between machines, which is enough to
 * flip a rank. These are built of additions, multiplications and table look-ups only, all of them exactly specified by
 * the language. The reduction by tables follows P. T. P. Tang, "Table-driven implementation of the logarithm function in
 * IEEE floating-point arithmetic", ACM TOMS 16 (1990), and "Table-driven implementation of the exponential function",
 * ACM TOMS 15 (1989); products are split after T. J. Dekker, Numerische Mathematik 18 (1971).
 */
public final class Elementary {
    private static final long EXPONENT_MASK = 0xfff0000000000000L;
    private static final long MIN_NORMAL_BITS = 0x0010000000000000L;
    private static final long INFINITY_BITS = 0x7ff0000000000000L;

    /** Bits of 181/256, just under sqrt(1/2) and on a cell border: the reduced argument lies between it and its double. */
    private static final long REDUCED_FROM = 0x3fe6a00000000000L;

    private static final int LOG_CELLS = 256;

    /** Cells below the one that starts at 1; they are half as wide. */
    private static final int CELLS_BELOW_ONE = 150;

    /** Clears 11 bits, so that the product with a reciprocal of 10 bits is exact. */
    private static final long HIGH_42_BITS = -1L << 11;

    /** Clears 27 bits: the square of what is left is exact. */
    private static final long HIGH_26_BITS = -1L << 27;

    /** ln 2 to a multiple of 2^-42, so that its product with any exponent is exact, and the rest. */
    private static final double LN2_HIGH = 0x1.62e42fefa38p-1;

    private static final double LN2_LOW = 0x1.ef35793c7673p-45;

    private static final int EXP_CELLS = 128;

    private static final double CELLS_PER_LN2 = EXP_CELLS * 0x1.71547652b82fep0;

    /** ln 2 / 128 in 34 bits, so that its product with any cell number is exact, and the rest. */
    private static final double CELL_HIGH = 0x1.62e42fef8p-1 / EXP_CELLS;

    private static final double CELL_LOW = 0x1.1cf79abc9e3b4p-36 / EXP_CELLS;

    /** Adding and subtracting 1.5 * 2^52 rounds to an integer, which is then found in the low bits. */
    private static final double ROUND = 0x1.8p52;

    /** Arguments whose exponential, and the small correction to it, are certainly normal numbers. */
    private static final double EXP_NORMAL_FROM = -690;

    private static final double EXP_NORMAL_TO = 709;

    /** Exponentials of less than this are 0, of more than the other infinite. */
    private static final double EXP_ZERO_BELOW = -746;

    private static final double EXP_INFINITE_ABOVE = 710;

    /** Per cell a reciprocal of 10 bits and minus its logarithm in two parts. */
    private static final double[] RECIPROCAL = new double[LOG_CELLS];

    private static final double[] LOG_HIGH = new double[LOG_CELLS];
    private static final double[] LOG_LOW = new double[LOG_CELLS];

    /** Per cell the bits of 2^(j/128) and the relative rest of it. */
    private static final long[] POWER_BITS = new long[EXP_CELLS];

    private static final double[] POWER_REST = new double[EXP_CELLS];

    static {
        fillLogTable();
        fillPowerTable();
    }

    private Elementary() {}

    /**
     * Returns the natural logarithm.
     *
     * <ul>
     *   <li>of NaN or a number less than 0: NaN
     *   <li>of positive infinity: positive infinity
     *   <li>of 0 or -0: negative infinity
     *   <li>of 1: 0
     * </ul>
     *
     * <p>The error is less than 0.51 ulp.
     *
     * @param x a number
     * @return its natural logarithm
     */
    public static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        if (bits < MIN_NORMAL_BITS || bits >= INFINITY_BITS) {
            return logOfSpecial(x);
        }
        return logOfNormal(bits, 0);
    }

    private static double logOfSpecial(double x) {
        if (x == 0) {
            return Double.NEGATIVE_INFINITY;
        } else if (x > 0 && x < Double.MIN_NORMAL) {
            return logOfNormal(Double.doubleToRawLongBits(x * 0x1p52), -52);
        }
        return x > 0 ? x : Double.NaN;
    }

    private static double logOfNormal(long bits, int exponent) {
        long offset = bits - REDUCED_FROM;
        int cell = (int) (offset >> 44) & (LOG_CELLS - 1);
        double k = (int) (offset >> 52) + exponent;
        long reduced = bits - (offset & EXPONENT_MASK);

        // z = 2^-k x and r = z * reciprocal - 1, as the exact sum of two
        double z = Double.longBitsToDouble(reduced);
        double zHigh = Double.longBitsToDouble(reduced & HIGH_42_BITS);
        double reciprocal = RECIPROCAL[cell];
        double rHigh = zHigh * reciprocal - 1;
        double rLow = (z - zHigh) * reciprocal;
        double r = rHigh + rLow;

        double base = k * LN2_HIGH + LOG_HIGH[cell];
        double high = base + r;
        double low = (base - high + r) + ((rHigh - r + rLow) + (k * LN2_LOW + LOG_LOW[cell]));
        double r2 = r * r;
        double series =
                (-1.0 / 2 + r * (1.0 / 3)) + r2 * ((-1.0 / 4 + r * (1.0 / 5)) + r2 * (-1.0 / 6 + r * (1.0 / 7)));
        return high + (low + r2 * series);
    }

    /**
     * Returns e to a power.
     *
     * <ul>
     *   <li>of NaN: NaN
     *   <li>of positive infinity or more than 709.78: positive infinity
     *   <li>of negative infinity or less than -745.13: 0
     *   <li>of 0 or -0: 1
     * </ul>
     *
     * <p>The error is less than 0.52 ulp, also where the result is subnormal.
     *
     * @param x the exponent
     * @return e to the power of it
     */
    public static double exp(double x) {
        return exp(x, 0);
    }

    /** e^(x + rest), the rest being small against 2^-9. */
    private static double exp(double x, double rest) {
        if (!(x > EXP_NORMAL_FROM && x < EXP_NORMAL_TO)) {
            return expOfLarge(x, rest);
        }
        double shifted = x * CELLS_PER_LN2 + ROUND;
        double j = shifted - ROUND;
        int cell = (int) Double.doubleToRawLongBits(shifted);
        double r = x - j * CELL_HIGH - j * CELL_LOW + rest;
        double power = Double.longBitsToDouble(POWER_BITS[cell & (EXP_CELLS - 1)] + ((long) (cell >> 7) << 52));
        return power + power * expSeries(r, POWER_REST[cell & (EXP_CELLS - 1)]);
    }

    private static double expSeries(double r, double rest) {
        double r2 = r * r;
        return (rest + r) + (r2 * (1.0 / 2 + r * (1.0 / 6)) + r2 * r2 * (1.0 / 24 + r * (1.0 / 120)));
    }

    private static double expOfLarge(double x, double rest) {
        if (Double.isNaN(x)) {
            return x;
        } else if (x > EXP_INFINITE_ABOVE) {
            return Double.POSITIVE_INFINITY;
        } else if (x < EXP_ZERO_BELOW) {
            return 0;
        }
        double shifted = x * CELLS_PER_LN2 + ROUND;
        double j = shifted - ROUND;
        int cell = (int) Double.doubleToRawLongBits(shifted);
        double r = x - j * CELL_HIGH - j * CELL_LOW + rest;
        int exponent = cell >> 7;
        double power = Double.longBitsToDouble(POWER_BITS[cell & (EXP_CELLS - 1)]);
        double correction = power * expSeries(r, POWER_REST[cell & (EXP_CELLS - 1)]);
        double result = power + correction;
        if (exponent < Double.MIN_EXPONENT) {
            // rounds once, to a multiple of 2^-1074: the unit of this sum is that of a subnormal result
            double unit = Math.scalb(1.0, Double.MIN_EXPONENT - exponent);
            double low = power - result + correction;
            double sum = unit + result;
            result = sum + ((unit - sum + result) + low) - unit;
        }
        return Math.scalb(result, exponent);
    }

    /**
     * Returns a number to a power.
     *
     * <p>The special cases are those of {@link StrictMath#pow}: any number to the power 0 is 1, 1 to an infinite power is
     * NaN, a negative number to a power that is no integer is NaN.
     *
     * <p>The error is less than 0.55 ulp, so that a power which is a double is found exactly.
     *
     * @param base the base
     * @param exponent the exponent
     * @return the base to the power of the exponent
     */
    public static double pow(double base, double exponent) {
        long bits = Double.doubleToRawLongBits(base);
        double size = Math.abs(exponent);
        if (bits >= MIN_NORMAL_BITS && bits < INFINITY_BITS && size > 0x1p-64 && size < 0x1p64) {
            return powOfNormal(bits, 0, exponent);
        }
        return powOfSpecial(base, exponent);
    }

    private static double powOfSpecial(double base, double exponent) {
        double size = Math.abs(base);
        if (exponent == 0) {
            return 1;
        } else if (Double.isNaN(base) || Double.isNaN(exponent)) {
            return Double.NaN;
        } else if (Math.abs(exponent) == Double.POSITIVE_INFINITY) {
            return size == 1 ? Double.NaN : (size > 1) == (exponent > 0) ? Double.POSITIVE_INFINITY : 0;
        }
        boolean negative = base < 0 || (base == 0 && 1 / base < 0);
        boolean minus = negative && isOddInteger(exponent);
        double result;
        if (size == 0 || size == Double.POSITIVE_INFINITY) {
            result = (size > 1) == (exponent > 0) ? Double.POSITIVE_INFINITY : 0;
        } else if (negative && exponent != Math.rint(exponent)) {
            return Double.NaN;
        } else if (size == 1 || Math.abs(exponent) <= 0x1p-64) {
            result = 1;
        } else if (Math.abs(exponent) >= 0x1p64) {
            result = (size > 1) == (exponent > 0) ? Double.POSITIVE_INFINITY : 0;
        } else if (size < Double.MIN_NORMAL) {
            result = powOfNormal(Double.doubleToRawLongBits(size * 0x1p52), -52, exponent);
        } else {
            result = powOfNormal(Double.doubleToRawLongBits(size), 0, exponent);
        }
        return minus ? -result : result;
    }

    /** Doubles from 2^53 are even. */
    private static boolean isOddInteger(double x) {
        return Math.abs(x) < 0x1p53 && ((long) x & 1) != 0 && x == (long) x;
    }

    /** As logOfNormal, but to about 2^-68 relative, and then the exponential. */
    private static double powOfNormal(long bits, int shift, double exponent) {
        long offset = bits - REDUCED_FROM;
        int cell = (int) (offset >> 44) & (LOG_CELLS - 1);
        double k = (int) (offset >> 52) + shift;
        long reduced = bits - (offset & EXPONENT_MASK);

        double z = Double.longBitsToDouble(reduced);
        double zHigh = Double.longBitsToDouble(reduced & HIGH_42_BITS);
        double reciprocal = RECIPROCAL[cell];
        double rHigh = zHigh * reciprocal - 1;
        double rLow = (z - zHigh) * reciprocal;
        double r = rHigh + rLow;

        double base = k * LN2_HIGH + LOG_HIGH[cell];
        double sum = base + r;
        double low = (base - sum + r) + ((rHigh - r + rLow) + (k * LN2_LOW + LOG_LOW[cell]));
        // sum - r^2/2, the square in two parts
        double head = high26(r);
        double half = 0.5 * head * head;
        double high = sum - half;
        low += (sum - high - half) - 0.5 * (r - head) * (r + head);
        double r2 = r * r;
        double series = (1.0 / 3 - r * (1.0 / 4))
                + r2 * ((1.0 / 5 - r * (1.0 / 6)) + r2 * ((1.0 / 7 - r * (1.0 / 8)) + r2 * (1.0 / 9)));
        low += r * r2 * series;
        double log = high + low;
        low = high - log + low;

        double logHead = high26(log);
        double exponentHead = high26(exponent);
        double product = exponentHead * logHead;
        double rest = (exponent - exponentHead) * logHead + exponent * (log - logHead + low);
        // beyond the range of exp, where the rest could be no longer small
        if (!(Math.abs(product) < 800)) {
            return product > 0 ? Double.POSITIVE_INFINITY : 0;
        }
        return exp(product, rest);
    }

    private static double high26(double x) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & HIGH_26_BITS);
    }

    /** Reciprocals are n/512; their logarithms are summed from ln((n + 1) / n) = 2 artanh(1 / (2 n + 1)), away from 512. */
    private static void fillLogTable() {
        int most = 512 * 256 / 181 + 1;
        double[] high = new double[most + 1];
        double[] low = new double[most + 1];
        for (int n = 512; n < most; n++) {
            addLogStep(high, low, n, n, n + 1);
        }
        for (int n = 511; n >= 256; n--) {
            addLogStep(high, low, n, n + 1, n);
        }
        for (int cell = 0; cell < LOG_CELLS; cell++) {
            int above = cell - CELLS_BELOW_ONE;
            double middle = above < 0 ? 1 + (above + 0.5) / 512 : 1 + (above + 0.5) / 256;
            // both cells at 1 have reciprocal 1 and logarithm 0, so that nothing cancels there
            int n = above == 0 || above == -1 ? 512 : (int) (512 / middle + 0.5);
            RECIPROCAL[cell] = n / 512.0;
            LOG_HIGH[cell] = -(high[n] + 0x1.8p10 - 0x1.8p10);
            LOG_LOW[cell] = -(high[n] + LOG_HIGH[cell] + low[n]);
        }
    }

    /** Puts ln(to/512) into the table, from ln(from/512) and the step between n and n + 1. */
    private static void addLogStep(double[] high, double[] low, int n, int from, int to) {
        double d = 2 * n + 1;
        double cube = 3 * d * d * d;
        double first = 1 / d;
        double second = 1 / cube;
        double rest = (1 / (5 * d * d * d * d * d) + 1 / (7 * d * d * d * d * d * d * d))
                + (reciprocalRest(first, d) + reciprocalRest(second, cube));
        double sign = to > from ? 2 : -2;
        double sum = high[from] + sign * first;
        double error = high[from] == 0 ? 0 : twoSumError(high[from], sign * first, sum);
        double total = sum + sign * second;
        error += twoSumError(sum, sign * second, total);
        error += low[from] + sign * rest;
        high[to] = total + error;
        low[to] = total - high[to] + error;
    }

    /** 1/d - q, where q is the rounded 1/d. */
    private static double reciprocalRest(double q, double d) {
        double product = q * d;
        return ((1 - product) - twoProductError(q, d, product)) / d;
    }

    /** 2^(j/128): the root by seven square roots of 2, then powers of it. */
    private static void fillPowerTable() {
        double rootHigh = 2;
        double rootLow = 0;
        for (int i = 1; i < EXP_CELLS; i *= 2) {
            double root = Math.sqrt(rootHigh);
            double square = root * root;
            double rest = ((rootHigh - square) - twoProductError(root, root, square) + rootLow) / (2 * root);
            rootHigh = root + rest;
            rootLow = root - rootHigh + rest;
        }
        double high = 1;
        double low = 0;
        for (int j = 0; j < EXP_CELLS; j++) {
            POWER_BITS[j] = Double.doubleToRawLongBits(high);
            POWER_REST[j] = low / high;
            double product = high * rootHigh;
            double rest = twoProductError(high, rootHigh, product) + (high * rootLow + low * rootHigh);
            high = product + rest;
            low = product - high + rest;
        }
    }

    /** a + b - sum (Knuth). */
    private static double twoSumError(double a, double b, double sum) {
        double bPart = sum - a;
        return (a - (sum - bPart)) + (b - bPart);
    }

    /** a * b - product (Dekker). */
    static double twoProductError(double a, double b, double product) {
        double aHead = high26(a);
        double bHead = high26(b);
        double aTail = a - aHead;
        double bTail = b - bHead;
        return ((aHead * bHead - product) + aHead * bTail + aTail * bHead) + aTail * bTail;
    }
}
