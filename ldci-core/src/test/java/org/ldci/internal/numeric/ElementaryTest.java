package org.ldci.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ElementaryTest {
    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        1,
        -1,
        2,
        -2,
        3,
        -3,
        0.5,
        -0.5,
        2.5,
        -2.5,
        1e-300,
        -1e-300,
        1e300,
        -1e300,
        0x1p53,
        0x1p53 - 1,
        -(0x1p53 - 1),
        0x1p53 + 2,
        0x1p63,
        0x1p64,
        -0x1p64,
        0x1p-64,
        -0x1p-64,
        0x1p-65,
        709,
        709.7,
        709.8,
        710,
        710.1,
        -708.5,
        -745,
        -745.2,
        -746,
        -746.5,
        -1000,
        1000,
        1023,
        1024,
        -1022,
        -1074,
        -1075,
        Math.nextUp(1.0),
        Math.nextDown(1.0),
        -Math.nextUp(1.0),
        -Math.nextDown(1.0),
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Math.nextDown(Double.MIN_NORMAL),
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN,
    };

    @Test
    void logIsRightToTheLastBit() {
        SplittableRandom random = new SplittableRandom(1);
        double worst = 0;
        for (int i = 0; i < 10_000; i++) {
            double x = argumentOfLog(i, random);
            worst = Math.max(worst, Exact.ulps(Elementary.log(x), Exact.log(x)));
        }
        assertThat(worst).isLessThan(0.52);
    }

    @Test
    void expIsRightToTheLastBit() {
        SplittableRandom random = new SplittableRandom(2);
        double worst = 0;
        for (int i = 0; i < 10_000; i++) {
            double x = argumentOfExp(i, random);
            worst = Math.max(worst, Exact.ulps(Elementary.exp(x), Exact.exp(new BigDecimal(x))));
        }
        assertThat(worst).isLessThan(0.52);
    }

    @Test
    void powIsRightToTheLastBit() {
        SplittableRandom random = new SplittableRandom(3);
        double worst = 0;
        for (int i = 0; i < 10_000; i++) {
            double base = argumentOfLog(i, random);
            double log = Elementary.log(base);
            double exponent = i % 2 == 0 ? random.nextDouble(-4, 4) : random.nextDouble(-744, 709) / log;
            double product = exponent * log;
            if (log != 0 && Math.abs(exponent) < 1e18 && product > -744 && product < 709) {
                worst = Math.max(worst, Exact.ulps(Elementary.pow(base, exponent), Exact.pow(base, exponent)));
            }
        }
        assertThat(worst).isLessThan(0.52);
    }

    @Test
    void neighboursOfTableBordersAreRight() {
        double worst = 0;
        for (int i = 0; i <= 512; i++) {
            for (int step = -2; step <= 2; step++) {
                double x = 0.5 + i / 512.0 * 1.5 + step * 0x1p-53;
                worst = Math.max(worst, Exact.ulps(Elementary.log(x), Exact.log(x)));
                // the border between two cells of exp is in the middle of two multiples of ln 2 / 128
                double y = (i - 256 + 0.5) * 0.6931471805599453 / 128;
                y += step * Math.ulp(y);
                worst = Math.max(worst, Exact.ulps(Elementary.exp(y), Exact.exp(new BigDecimal(y))));
            }
        }
        assertThat(worst).isLessThan(0.52);
    }

    @Test
    void differsFromTheStrictFunctionsByOneUlpAtMost() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 300_000; i++) {
            double x = argumentOfLog(i, random);
            assertWithinOneUlp(Elementary.log(x), StrictMath.log(x));
            double y = argumentOfExp(i, random);
            assertWithinOneUlp(Elementary.exp(y), StrictMath.exp(y));
            double exponent = random.nextDouble(-5, 5);
            assertWithinOneUlp(Elementary.pow(x, exponent), StrictMath.pow(x, exponent));
        }
    }

    @Test
    void powersOfTwoAreExact() {
        for (int k = Double.MIN_EXPONENT - 52; k <= Double.MAX_EXPONENT; k++) {
            assertThat(Elementary.pow(2, k)).isEqualTo(Math.scalb(1.0, k));
            assertThat(Elementary.pow(Math.scalb(1.0, k), 1)).isEqualTo(Math.scalb(1.0, k));
            assertThat(Elementary.pow(Math.scalb(1.0, k / 2 * 2), 0.5)).isEqualTo(Math.scalb(1.0, k / 2));
            assertThat(Exact.ulps(Elementary.log(Math.scalb(1.0, k)), Exact.log(Math.scalb(1.0, k))))
                    .isLessThan(0.52);
        }
    }

    @Test
    void powersThatAreDoublesAreExact() {
        for (int n = 1; n < 100_000; n++) {
            assertThat(Elementary.pow(n, 2)).isEqualTo((double) n * n);
            assertThat(Elementary.pow((double) n * n, 0.5)).isEqualTo(n);
            assertThat(Elementary.pow(n, 3)).isEqualTo((double) n * n * n);
            assertThat(Elementary.pow(n / 1024.0, 1)).isEqualTo(n / 1024.0);
        }
    }

    @Test
    void powOfTwoIsTheRoundedSquare() {
        SplittableRandom random = new SplittableRandom(5);
        int same = 0;
        for (int i = 0; i < 100_000; i++) {
            double x = random.nextDouble(0.01, 100);
            double square = x * x;
            assertWithinOneUlp(Elementary.pow(x, 2), square);
            same += Elementary.pow(x, 2) == square ? 1 : 0;
        }
        assertThat(same).isGreaterThan(97_000);
    }

    @Test
    void specialCasesAreThoseOfStrictMath() {
        for (double x : SPECIAL) {
            if (Double.isNaN(StrictMath.log(x)) || Double.isInfinite(StrictMath.log(x)) || x == 1) {
                assertThat(Elementary.log(x)).isEqualTo(Double.valueOf(StrictMath.log(x)));
            }
            assertWithinOneUlp(Elementary.log(x), StrictMath.log(x));
            assertWithinOneUlp(Elementary.exp(x), StrictMath.exp(x));
            for (double y : SPECIAL) {
                double expected = StrictMath.pow(x, y);
                double actual = Elementary.pow(x, y);
                assertWithinOneUlp(actual, expected);
                assertThat(Double.doubleToLongBits(actual) < 0)
                        .as("sign of %s to the power %s", x, y)
                        .isEqualTo(Double.doubleToLongBits(expected) < 0);
            }
        }
    }

    @Test
    void theLastFiniteAndTheFirstZeroAreFound() {
        assertThat(Elementary.exp(0x1.62e42fefa39efp9))
                .isEqualTo(StrictMath.exp(0x1.62e42fefa39efp9))
                .isFinite();
        assertThat(Elementary.exp(Math.nextUp(0x1.62e42fefa39efp9))).isInfinite();
        assertThat(Elementary.exp(-0x1.74910d52d3051p9)).isEqualTo(Double.MIN_VALUE);
        assertThat(Elementary.exp(Math.nextDown(-0x1.74910d52d3052p9))).isZero();
        assertThat(Elementary.pow(Double.MAX_VALUE, 1)).isEqualTo(Double.MAX_VALUE);
        assertThat(Elementary.pow(Double.MIN_VALUE, 1)).isEqualTo(Double.MIN_VALUE);
        assertThat(Elementary.pow(Math.nextUp(1.0), 0x1p62)).isInfinite();
        assertThat(Elementary.pow(Math.nextDown(1.0), 0x1p63)).isZero();
    }

    @Test
    void neverFallsWhereTheFunctionRises() {
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 100_000; i++) {
            double x = argumentOfLog(i, random);
            assertRises(Elementary::log, x);
            assertRises(Elementary::exp, argumentOfExp(i, random));
            assertRises(v -> Elementary.pow(v, 0.5), x);
        }
        for (int cell = 0; cell <= 768; cell++) {
            assertRises(Elementary::log, Math.nextDown(0.5 + cell / 512.0));
        }
    }

    /**
     * The same bits on every machine and every JVM, compiled or not, are the point of the class. The number is a
     * fingerprint, first taken on JDK 17; whether the bits are right is what the other tests say.
     */
    @Test
    void theBitsAreTheseEverywhere() {
        SplittableRandom random = new SplittableRandom(7);
        long bits = 0;
        for (int i = 0; i < 60_000; i++) {
            double x = argumentOfLog(i, random);
            bits = 31 * bits + Double.doubleToRawLongBits(Elementary.log(x));
            bits = 31 * bits + Double.doubleToRawLongBits(Elementary.exp(argumentOfExp(i, random)));
            bits = 31 * bits + Double.doubleToRawLongBits(Elementary.pow(x, random.nextDouble(-3, 3)));
        }
        assertThat(bits).isEqualTo(-3486527487159595213L);
    }

    private static double argumentOfLog(int i, SplittableRandom random) {
        return switch (i % 6) {
            case 0 -> random.nextDouble(0.98, 1.02);
            case 1 -> Double.longBitsToDouble(random.nextLong(1, 0x7ff0000000000000L));
            case 2 -> random.nextDouble(0.001, 2);
            case 3 -> 1 + Math.scalb(random.nextDouble(-1, 1), -random.nextInt(2, 53));
            case 4 ->
                Math.scalb(1 + (random.nextInt(256) + random.nextInt(-3, 4) * 0x1p-44) / 256, random.nextInt(-3, 3));
            default -> random.nextDouble(0.001, 200);
        };
    }

    private static double argumentOfExp(int i, SplittableRandom random) {
        return switch (i % 5) {
            case 0 -> random.nextDouble(-0.5, 0.5);
            case 1 -> random.nextDouble(-708, 709.7);
            case 2 -> random.nextDouble(-745, -690);
            case 3 ->
                (random.nextInt(-3000, 3000) + 0.5)
                        * (0.6931471805599453 / 128)
                        * (1 + random.nextInt(-2, 3) * 0x1p-52);
            default -> Math.scalb(random.nextDouble(-1, 1), -random.nextInt(70));
        };
    }

    private static void assertWithinOneUlp(double actual, double expected) {
        if (!(Math.abs(actual - expected) <= Math.ulp(expected))) {
            assertThat(actual).isEqualTo(Double.valueOf(expected)); // NaN and infinities, or a failure
        }
    }

    private static void assertRises(DoubleUnaryOperator function, double x) {
        if (!(function.applyAsDouble(Math.nextUp(x)) >= function.applyAsDouble(x))) {
            assertThat(function.applyAsDouble(Math.nextUp(x))).isGreaterThanOrEqualTo(function.applyAsDouble(x));
        }
    }
}
