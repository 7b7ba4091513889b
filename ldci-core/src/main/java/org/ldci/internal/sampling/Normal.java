package org.ldci.internal.sampling;

import org.ldci.internal.numeric.Elementary;

/**
 * The standard normal distribution function, by the rational functions of W. J. Cody, "Rational Chebyshev approximations for the
 * error function", Math. Comp. 23 (1969), doi:10.1090/S0025-5718-1969-0247736-4, to about 1e-15 of the result, also in
 * the lower tail. Stateless and thread-safe. Its inverse is {@link Inverse#normal}.
 */
public final class Normal {
    private static final double ROOT_HALF = 0.7071067811865476;
    private static final double ONE_OVER_ROOT_PI = 0.5641895835477563;

    private static final double[] A = {
        3209.3775891384694, 377.485237685302, 113.86415415105016, 3.1611237438705655, 0.18577770618460315
    };
    private static final double[] B = {2844.236833439171, 1282.6165260773723, 244.02463793444417, 23.601290952344122, 1
    };
    private static final double[] C = {
        1230.3393547979972,
        2051.0783778260716,
        1712.0476126340707,
        881.952221241769,
        298.6351381974001,
        66.11919063714163,
        8.883149794388377,
        0.5641884969886701,
        2.1531153547440383e-8
    };
    private static final double[] D = {
        1230.3393548037495,
        3439.3676741437216,
        4362.619090143247,
        3290.7992357334597,
        1621.3895745666903,
        537.1811018620099,
        117.6939508913125,
        15.744926110709835,
        1
    };
    private static final double[] P = {
        0.0006587491615298378,
        0.016083785148742275,
        0.12578172611122926,
        0.36034489994980445,
        0.30532663496123236,
        0.016315387137302097
    };
    private static final double[] Q = {
        0.0023352049762686918, 0.06051834131244132, 0.5279051029514285, 1.8729528499234673, 2.568520192289822, 1
    };

    private Normal() {}

    /**
     * The probability that a standard normal variable is less than a number.
     *
     * <ul>
     *   <li>of NaN: NaN
     *   <li>of less than -38.5: 0; of more than 8.3: 1
     * </ul>
     *
     * @param z the number
     * @return the probability, from 0 to 1
     */
    public static double cdf(double z) {
        double x = Math.abs(z) * ROOT_HALF;
        if (x <= 0.46875) {
            double square = x * x;
            double half = 0.5 * x * polynomial(A, square) / polynomial(B, square);
            return z < 0 ? 0.5 - half : 0.5 + half;
        }
        double half = 0.5 * beyond(x, Math.abs(z));
        return z < 0 ? half : 1 - half;
    }

    /** erfc of x, from 0.46875 on; z is x times the root of 2. */
    private static double beyond(double x, double z) {
        if (!(z < 39)) {
            return Double.isNaN(z) ? z : 0;
        }
        // e^(-z^2/2) with the square of the first digits exact
        double head = Math.rint(z * 16) * 0.0625;
        double factor = Elementary.exp(-0.5 * head * head) * Elementary.exp(-0.5 * (z - head) * (z + head));
        if (x <= 4) {
            return factor * polynomial(C, x) / polynomial(D, x);
        }
        double r = 1 / (x * x);
        return factor * (ONE_OVER_ROOT_PI - r * polynomial(P, r) / polynomial(Q, r)) / x;
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = coefficients[coefficients.length - 1];
        for (int i = coefficients.length - 2; i >= 0; i--) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }
}
