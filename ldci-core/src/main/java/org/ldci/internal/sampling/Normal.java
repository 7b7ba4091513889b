package org.ldci.internal.sampling;

import org.ldci.internal.numeric.Elementary;

/**
 * The standard normal distribution function, by the rational functions of W. J. Cody, "Rational Chebyshev approximations for the
 * error function", Math. Comp. 23 (1969), doi:10.1090/S0025-5718-1969-0247736-4, to about 1e-15 of the result, also in
 * the lower tail. Stateless and thread-safe. Its inverse is {@link Inverse#normal}.
 */
public final class Normal {
    private static final double ROOT_HALF = 0.70710678118654752440;
    private static final double ONE_OVER_ROOT_PI = 0.56418958354775628695;

    private static final double[] A = {
        3.20937758913846947e3,
        3.77485237685302021e2,
        1.13864154151050156e2,
        3.16112374387056560e0,
        1.85777706184603153e-1
    };
    private static final double[] B = {
        2.84423683343917062e3, 1.28261652607737228e3, 2.44024637934444173e2, 2.36012909523441209e1, 1
    };
    private static final double[] C = {
        1.23033935479799725e3,
        2.05107837782607147e3,
        1.71204761263407058e3,
        8.81952221241769090e2,
        2.98635138197400131e2,
        6.61191906371416295e1,
        8.88314979438837594e0,
        5.64188496988670089e-1,
        2.15311535474403846e-8
    };
    private static final double[] D = {
        1.23033935480374942e3,
        3.43936767414372164e3,
        4.36261909014324716e3,
        3.29079923573345963e3,
        1.62138957456669019e3,
        5.37181101862009858e2,
        1.17693950891312499e2,
        1.57449261107098347e1,
        1
    };
    private static final double[] P = {
        6.58749161529837803e-4,
        1.60837851487422766e-2,
        1.25781726111229246e-1,
        3.60344899949804439e-1,
        3.05326634961232344e-1,
        1.63153871373020978e-2
    };
    private static final double[] Q = {
        2.33520497626869185e-3,
        6.05183413124413191e-2,
        5.27905102951428412e-1,
        1.87295284992346725e0,
        2.56852019228982242e0,
        1
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
