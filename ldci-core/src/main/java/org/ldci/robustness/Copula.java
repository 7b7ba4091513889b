package org.ldci.robustness;

import org.ldci.internal.sampling.Inverse;
import org.ldci.internal.sampling.Normal;

/**
 * Uniform coordinates whose normal scores are correlated, and draws of some of them given the others.
 *
 * <p>With the coordinates in an order in which those that are kept come first, scores are {@code z = L e}, where L is the
 * Cholesky factor of the correlations in that order and e are independent. The first of e are found from the kept scores;
 * new ones for the rest give the rest of z with its conditional distribution.
 */
final class Copula {
    private final double[][] correlation;
    private final double[] factor;
    private final double[] scores;
    private final double[] independent;

    Copula(double[][] correlation, int dimension) {
        if (correlation.length != dimension) {
            throw new IllegalArgumentException(
                    "expected correlations of " + dimension + " coordinates but got " + correlation.length);
        }
        for (int i = 0; i < dimension; i++) {
            if (correlation[i].length != dimension || correlation[i][i] != 1) {
                throw new IllegalArgumentException("expected row " + i + " of the correlations to have " + dimension
                        + " numbers and 1 on the diagonal");
            }
            for (int j = 0; j < i; j++) {
                if (correlation[i][j] != correlation[j][i]) {
                    throw new IllegalArgumentException("expected symmetric correlations but those of " + j + " and " + i
                            + " are " + correlation[j][i] + " and " + correlation[i][j]);
                }
            }
        }
        this.correlation = new double[dimension][];
        int[] order = new int[dimension];
        for (int i = 0; i < dimension; i++) {
            this.correlation[i] = correlation[i].clone();
            order[i] = i;
        }
        scores = new double[dimension];
        independent = new double[dimension];
        factor = factor(order);
    }

    /** The Cholesky factor of the correlations in an order, row after row. */
    double[] factor(int[] order) {
        int n = order.length;
        double[] l = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = correlation[order[i]][order[j]];
                for (int k = 0; k < j; k++) {
                    sum -= l[i * n + k] * l[j * n + k];
                }
                if (i > j) {
                    l[i * n + j] = sum / l[j * n + j];
                } else if (sum > 1e-12) {
                    l[i * n + i] = Math.sqrt(sum);
                } else {
                    throw new IllegalArgumentException("expected positive definite correlations, but coordinate "
                            + order[i] + " follows from others");
                }
            }
        }
        return l;
    }

    /** Turns independent uniform coordinates into correlated ones, in place, and keeps their scores. */
    void correlate(double[] point, int from) {
        int n = scores.length;
        for (int i = 0; i < n; i++) {
            independent[i] = Inverse.normal(point[from + i]);
            double z = 0;
            for (int k = 0; k <= i; k++) {
                z += factor[i * n + k] * independent[k];
            }
            scores[i] = z;
        }
        for (int i = 0; i < n; i++) {
            point[from + i] = inside(Normal.cdf(scores[i]));
        }
    }

    /**
     * Draws some coordinates anew, given the others of the point last correlated.
     *
     * @param l the factor of the order
     * @param order the coordinates, those that are kept first
     * @param kept how many are kept
     * @param fresh independent uniform numbers, by coordinate, from a place on
     * @param out takes the coordinates drawn anew
     */
    void redraw(double[] l, int[] order, int kept, double[] fresh, int freshFrom, double[] out, int from) {
        int n = order.length;
        for (int i = 0; i < n; i++) {
            double known = 0;
            for (int k = 0; k < i; k++) {
                known += l[i * n + k] * independent[k];
            }
            if (i < kept) {
                independent[i] = (scores[order[i]] - known) / l[i * n + i];
            } else {
                independent[i] = Inverse.normal(fresh[freshFrom + order[i]]);
                out[from + order[i]] = inside(Normal.cdf(known + l[i * n + i] * independent[i]));
            }
        }
    }

    private static double inside(double u) {
        return Math.max(0x1p-53, Math.min(u, 1 - 0x1p-53));
    }
}
