package org.ldci.robustness;

/**
 * Numbers the bins of a histogram that is exact near 0 and ever coarser away from it. With b bits, distances up to 2^b are told
 * apart to 1; then the width doubles with each doubling of the distance and 2^b, so that it is at most 2^(1 - b) of the
 * distance. Two such halves stand back to back, one for numbers below 0. Source: the log-linear histograms of Tene
 * (HdrHistogram, 2012).
 *
 * <p>A distance plus 2^b, written in binary, shows the bin: its exponent says which octave, and the b bits after the leading one
 * say which bin in it. For a double these bits already stand together.
 */
final class Bins {
    private static final int MANTISSA_BITS = 52;
    private static final long BIAS = 1023;

    private final int bits;
    private final int half;
    private final int shift;
    private final int base;
    private final double offset;

    /**
     * Bins.
     *
     * @param bits there are 2^bits bins in each octave
     * @param octaves how many octaves there are; greater distances share the last bin
     */
    Bins(int bits, int octaves) {
        this.bits = bits;
        this.half = octaves << bits;
        this.shift = MANTISSA_BITS - bits;
        this.base = (int) ((BIAS + bits) << bits);
        this.offset = 1L << bits;
    }

    /** How many bins there are. */
    int size() {
        return 2 * half;
    }

    /**
     * The bin of a whole number.
     *
     * @param number the number
     * @return the bin, in the order of the numbers
     */
    int bin(int number) {
        long shifted = Math.abs((long) number) + (1L << bits);
        int exponent = 63 - bits - Long.numberOfLeadingZeros(shifted);
        int index = (exponent << bits) + (int) (shifted >>> exponent) - (1 << bits);
        return half + (Math.min(index, half - 1) ^ number >> 31);
    }

    /**
     * The bin of a number, as that of its distance from 0 without the fraction.
     *
     * @param number the number; finite
     * @return the bin, in the order of the numbers
     */
    int bin(double number) {
        int index = (int) (Double.doubleToRawLongBits(Math.abs(number) + offset) >>> shift) - base;
        return half + (Math.min(index, half - 1) ^ (int) (Double.doubleToRawLongBits(number) >> 63));
    }

    private int index(int bin) {
        return bin < half ? half - 1 - bin : bin - half;
    }

    /** The least distance from 0 in a bin. */
    long least(int bin) {
        int index = index(bin);
        int exponent = index >>> bits;
        return ((long) ((index & ((1 << bits) - 1)) + (1 << bits)) << exponent) - (1L << bits);
    }

    /** How many whole numbers a bin holds. */
    long width(int bin) {
        return 1L << (index(bin) >>> bits);
    }

    /** Whether a bin is for numbers below 0. */
    boolean isBelow(int bin) {
        return bin < half;
    }
}
