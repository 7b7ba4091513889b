package org.ldci.internal.numeric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** The same things in decimal arithmetic, slow and to 50 digits. */
final class Exact {
    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal TINY = new BigDecimal("1e-64");

    /** ln 2 = 2 artanh(1/3). */
    private static final BigDecimal LN2 = logNearOne(TWO);

    private Exact() {}

    /** ln x = k ln 2 + ln(x / 2^k). */
    static BigDecimal log(double x) {
        int k = Math.getExponent(x * 1.5);
        if (x < Double.MIN_NORMAL) {
            k = Math.getExponent(x * 0x1p60) - 60;
        }
        return logNearOne(new BigDecimal(x).multiply(power(-k))).add(LN2.multiply(BigDecimal.valueOf(k)), DIGITS);
    }

    static BigDecimal exp(BigDecimal x) {
        int k = (int) Math.rint(x.doubleValue() / 0.6931471805599453);
        BigDecimal r = x.subtract(LN2.multiply(BigDecimal.valueOf(k))).divide(BigDecimal.valueOf(64), DIGITS);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int i = 1; term.abs().compareTo(TINY) > 0; i++) {
            term = term.multiply(r).divide(BigDecimal.valueOf(i), DIGITS);
            sum = sum.add(term);
        }
        for (int i = 0; i < 6; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum.multiply(power(k));
    }

    static BigDecimal pow(double base, double exponent) {
        return exp(log(base).multiply(new BigDecimal(exponent)));
    }

    static BigDecimal sum(double... a) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double x : a) {
            sum = sum.add(new BigDecimal(x));
        }
        return sum;
    }

    /** The distance in ulps of the exact number. */
    static double ulps(double actual, BigDecimal exact) {
        double ulp = Math.ulp(exact.doubleValue());
        return new BigDecimal(actual)
                .subtract(exact)
                .abs()
                .divide(new BigDecimal(ulp), MathContext.DECIMAL64)
                .doubleValue();
    }

    private static BigDecimal logNearOne(BigDecimal x) {
        BigDecimal z = x.subtract(BigDecimal.ONE).divide(x.add(BigDecimal.ONE), DIGITS);
        BigDecimal square = z.multiply(z, DIGITS);
        BigDecimal power = z;
        BigDecimal sum = z;
        BigDecimal enough = z.abs().multiply(TINY);
        for (int i = 3; power.abs().compareTo(enough) > 0; i += 2) {
            power = power.multiply(square, DIGITS);
            sum = sum.add(power.divide(BigDecimal.valueOf(i), DIGITS));
        }
        return sum.multiply(TWO);
    }

    private static BigDecimal power(int k) {
        BigDecimal power = new BigDecimal(BigInteger.ONE.shiftLeft(Math.abs(k)));
        return k >= 0 ? power : BigDecimal.ONE.divide(power);
    }
}
