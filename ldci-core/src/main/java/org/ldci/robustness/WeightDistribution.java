package org.ldci.robustness;

/**
 * How the weights of siblings are drawn. Each component whose weights vary has its own draw; weights are normalised by
 * their sum afterwards. A child whose nominal weight is 0 keeps it.
 */
public sealed interface WeightDistribution {
    /**
     * Each weight is its nominal one times an independent uniform number between 1 - {@code relative} and
     * 1 + {@code relative}.
     *
     * @param relative above 0 and at most 1, as in 0.25 for a quarter up or down
     */
    record Band(double relative) implements WeightDistribution {
        /**
         * Checks the width.
         *
         * @throws IllegalArgumentException if it is not in (0, 1]
         */
        public Band {
            if (!(relative > 0 && relative <= 1)) {
                throw new IllegalArgumentException("expected a relative band in (0, 1] but got " + relative);
            }
        }
    }

    /**
     * Any weights, all sets of them equally likely: the uniform distribution on the simplex. The nominal weights play no
     * part. Source: Lahdelma, Hokkanen and Salminen (1998), for stochastic multicriteria acceptability analysis.
     */
    record UniformOnSimplex() implements WeightDistribution {}

    /**
     * A Dirichlet distribution around the nominal shares: with share s and concentration c, the mean is s and the variance
     * s (1 - s) / (c + 1).
     *
     * @param concentration c, above 0; the greater, the nearer to the nominal weights
     */
    record Dirichlet(double concentration) implements WeightDistribution {
        /**
         * Checks the concentration.
         *
         * @throws IllegalArgumentException if it is not above 0 and finite
         */
        public Dirichlet {
            if (!(concentration > 0 && Double.isFinite(concentration))) {
                throw new IllegalArgumentException("expected a concentration above 0 but got " + concentration);
            }
        }
    }

    /**
     * Weights that meet constraints, all sets of them equally likely: the uniform distribution on a polytope. Constraints hold
     * exactly. Where few of the points of a simple proposal meet them, points are drawn by hit-and-run, whose distribution is
     * near to uniform. A space over all metrics sets the weights of components too.
     *
     * @param space the constraints, and whose weights they are
     */
    record Within(WeightSpace space) implements WeightDistribution {}
}
