package org.ldci.normalise;

import org.ldci.rank.TiesStrategy;

/** The standard normalisers. */
public final class Normalisers {
    private Normalisers() {}

    /**
     * Min-max to [0, 100]: the default.
     *
     * @return {@link MinMax}
     */
    public static Normaliser minMax() {
        return minMax(0, 100);
    }

    /**
     * Min-max to a scale.
     *
     * @param lower the score of the worst observed region
     * @param upper the score of the best observed region
     * @return {@link MinMax}
     * @throws IllegalArgumentException if not {@code lower < upper}, both finite
     */
    public static Normaliser minMax(double lower, double upper) {
        return new MinMax(lower, upper);
    }

    /**
     * Standard scores with mean 0 and standard deviation 1.
     *
     * @return {@link ZScore}
     */
    public static Normaliser zScore() {
        return zScore(0, 1);
    }

    /**
     * Standard scores.
     *
     * @param mean the mean on the scale
     * @param standardDeviation the standard deviation on the scale, above 0
     * @return {@link ZScore}
     * @throws IllegalArgumentException if a parameter is out of its range
     */
    public static Normaliser zScore(double mean, double standardDeviation) {
        return new ZScore(mean, standardDeviation);
    }

    /**
     * A scale of 0 to 100 between the metric's goalposts; values beyond them count as the goalpost.
     *
     * @return {@link GoalpostScale}
     */
    public static Normaliser goalposts() {
        return goalposts(0, 100, true);
    }

    /**
     * A scale between the metric's goalposts.
     *
     * @param lower the score at the bad goalpost
     * @param upper the score at the good goalpost
     * @param truncate whether values beyond a goalpost count as the goalpost
     * @return {@link GoalpostScale}
     * @throws IllegalArgumentException if not {@code lower < upper}, both finite
     */
    public static Normaliser goalposts(double lower, double upper, boolean truncate) {
        return new GoalpostScale(lower, upper, truncate);
    }

    /**
     * Percentile rank from 0 to 100, ties at their average.
     *
     * @return {@link PercentileRank}
     */
    public static Normaliser percentileRank() {
        return percentileRank(TiesStrategy.AVERAGE, 0, 100);
    }

    /**
     * Percentile rank on a scale.
     *
     * @param ties which ranks equal values get
     * @param lower the score of the worst region
     * @param upper the score of the best region
     * @return {@link PercentileRank}
     * @throws IllegalArgumentException if not {@code lower < upper}, both finite
     */
    public static Normaliser percentileRank(TiesStrategy ties, double lower, double upper) {
        return new PercentileRank(ties, lower, upper);
    }

    /**
     * The rank, 1 for the worst and n for the best, ties at their average.
     *
     * @return {@link RankScale}
     */
    public static Normaliser rank() {
        return rank(TiesStrategy.AVERAGE);
    }

    /**
     * The rank, 1 for the worst and n for the best.
     *
     * @param ties which ranks equal values get
     * @return {@link RankScale}
     */
    public static Normaliser rank(TiesStrategy ties) {
        return new RankScale(ties);
    }

    /**
     * The exponential rank of the English Indices of Deprivation, with the constant 23.
     *
     * @return {@link ExponentialRank}
     */
    public static Normaliser exponentialRank() {
        return exponentialRank(23);
    }

    /**
     * The exponential rank of the English Indices of Deprivation.
     *
     * @param constant the constant of the exponential, above 0
     * @return {@link ExponentialRank}
     * @throws IllegalArgumentException if the constant is not finite and above 0
     */
    public static Normaliser exponentialRank(double constant) {
        return new ExponentialRank(constant);
    }
}
