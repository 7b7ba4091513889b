package org.ldci.definition;

/**
 * What the aggregation does with children that have no score.
 *
 * @param rule whether to go on without them
 * @param minimumCoverage under {@link Rule#RENORMALISE}, the least share of the measured children, by number, that must be
 *     present, from 0 to 1; one child at least is always needed
 * @param absentMetrics what happens to a metric that no region has a value for
 */
public record MissingDataPolicy(Rule rule, double minimumCoverage, AbsentMetrics absentMetrics) {
    /**
     * Checks the share.
     *
     * @throws IllegalArgumentException if it is outside [0, 1]
     */
    public MissingDataPolicy {
        if (!(minimumCoverage >= 0 && minimumCoverage <= 1)) {
            throw new IllegalArgumentException(
                    "missing data: minimumCoverage must be from 0 to 1 but is " + minimumCoverage);
        }
    }

    /** Whether a component is scored without some of its children. The examples have scores 80, missing and 60. */
    public enum Rule {
        /**
         * The weights of the children that are present are rescaled: with equal weights the mean is 70. This is the same as
         * giving the missing child the mean of the others.
         */
        RENORMALISE,
        /** A component with a missing child has no score, and so on up to the index. */
        PROPAGATE
    }

    /** What happens to a metric of the definition that the data lack, or have no single value for. */
    public enum AbsentMetrics {
        /** Refuse the data and name the metrics. */
        ERROR,
        /** Treat the metric as declared and not measured, and say so in the result. */
        NOT_MEASURED
    }

    /**
     * Goes on with what is present: the default.
     *
     * @return the policy, with no least coverage
     */
    public static MissingDataPolicy renormalise() {
        return renormalise(0);
    }

    /**
     * Goes on with what is present if it is enough.
     *
     * @param minimumCoverage the least share of the measured children, by number, from 0 to 1
     * @return the policy
     * @throws IllegalArgumentException if the share is outside [0, 1]
     */
    public static MissingDataPolicy renormalise(double minimumCoverage) {
        return new MissingDataPolicy(Rule.RENORMALISE, minimumCoverage, AbsentMetrics.ERROR);
    }

    /**
     * Scores only what is complete.
     *
     * @return the policy
     */
    public static MissingDataPolicy propagate() {
        return new MissingDataPolicy(Rule.PROPAGATE, 0, AbsentMetrics.ERROR);
    }

    /**
     * The same policy, with absent metrics treated as declared and not measured.
     *
     * @return the policy
     */
    public MissingDataPolicy toleratingAbsentMetrics() {
        return new MissingDataPolicy(rule, minimumCoverage, AbsentMetrics.NOT_MEASURED);
    }
}
