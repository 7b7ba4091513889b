package org.ldci.robustness;

import java.util.Map;

/**
 * The ranks that one region can reach with admissible weights.
 *
 * <p>Ranks are those of competition: 1 and the number of regions that are ahead. Ahead means by more than 1e-9 of the
 * greatest difference of two regions in one child, after the transform of the mean; less is a tie.
 *
 * @param region the code of the region
 * @param nominal its rank at the nominal weights, which lies outside the range only if these are not admissible
 * @param best the best rank
 * @param worst the worst rank
 */
public record RankRange(String region, int nominal, Extreme best, Extreme worst) {
    /**
     * The best or the worst rank.
     *
     * @param rank the rank that {@code weights} give
     * @param bound what is proved: no admissible weights give a better (worse) rank than this. The same as {@code rank} unless
     *     the limit of work was reached first
     * @param weights admissible weights that give the rank, by child; they sum to 1
     * @param room how clear it is: the least lead, among the regions that the region beats (that beat it) here and not with
     *     all admissible weights, as a share of the greatest difference within a child; 0 if the rank is only reached in a tie,
     *     1 if there are no such regions
     */
    public record Extreme(int rank, int bound, Map<String, Double> weights, double room) {
        /** Copies the weights. */
        public Extreme {
            weights = WeightTexts.copy(weights);
        }

        /**
         * Whether the rank is proved to be the extreme one.
         *
         * @return false if the limit of work left a gap between rank and bound
         */
        public boolean isExact() {
            return rank == bound;
        }

        @Override
        public String toString() {
            return isExact() ? Integer.toString(rank) : rank + " (bound " + bound + ")";
        }
    }

    /**
     * Whether both ends are proved.
     *
     * @return false if the limit of work left a gap
     */
    public boolean isExact() {
        return best.isExact() && worst.isExact();
    }

    @Override
    public String toString() {
        return "RankRange: " + region + " is " + nominal + " and can be " + best + " to " + worst;
    }
}
