package org.ldci.robustness;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;
import org.ldci.internal.ValueStyle;

/**
 * What varies, and how often: a value that can be written to a file and run again, to the same bits.
 *
 * <p>Immutable, compared by its attributes.
 */
@Value.Immutable
@ValueStyle
public interface RobustnessStudy {
    /**
     * The factors, each independent of the others.
     *
     * @return at least one, with different codes
     */
    List<Factor> factors();

    /**
     * How replicates are spread.
     *
     * @return the design, automatic by default
     */
    @Value.Default
    default Design design() {
        return Design.AUTOMATIC;
    }

    /**
     * How many replicates are run.
     *
     * @return from 1 to 2^31 - 1; 10,000 by default
     */
    @Value.Default
    default long replicates() {
        return 10_000;
    }

    /**
     * The seed of all random numbers.
     *
     * @return any number, 42 by default
     */
    @Value.Default
    default long seed() {
        return 42;
    }

    /**
     * What happens to replicates that cannot be scored.
     *
     * @return the policy, to fail by default
     */
    @Value.Default
    default FailurePolicy failures() {
        return FailurePolicy.FAIL;
    }

    /**
     * Whether the mean weights of the replicates that a region leads are kept: its central weights. They are those that weight
     * variations and choices give; what a parameter or a change of the caller's own does to weights is not seen.
     *
     * @return false by default
     */
    @Value.Default
    default boolean centralWeights() {
        return false;
    }

    /**
     * Whether it is counted how often each region is ahead of each other, however many there are up to 4,096. Pairs of up to
     * 96 regions are always counted; beyond, counting takes longer than scoring.
     *
     * @return false by default
     */
    @Value.Default
    default boolean pairs() {
        return false;
    }

    /**
     * Checks the study.
     *
     * @throws IllegalArgumentException if it breaks a rule; lists every problem
     */
    @Value.Check
    default void check() {
        List<String> problems = new ArrayList<>();
        if (factors().isEmpty()) {
            problems.add("nothing varies: add a factor");
        }
        Set<String> codes = new HashSet<>();
        for (Factor factor : factors()) {
            if (!codes.add(factor.code())) {
                problems.add("two factors are called '" + factor.code() + "'; name one of them otherwise");
            }
        }
        if (replicates() < 1 || replicates() > Integer.MAX_VALUE) {
            problems.add("expected from 1 to " + Integer.MAX_VALUE + " replicates but got " + replicates());
        }
        if (design() == Design.FULL_FACTORIAL) {
            factors().stream()
                    .filter(factor -> !isEven(factor))
                    .forEach(factor -> problems.add("factor '"
                            + factor.code()
                            + "': a full factorial design takes only choices of equally likely alternatives"));
        }
        if (isFullFactorial() && combinations() > Integer.MAX_VALUE) {
            problems.add("a full factorial design has at most " + Integer.MAX_VALUE + " combinations but this one has "
                    + combinations());
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("study: " + String.join("; ", problems));
        }
    }

    /** Whether a factor is a choice of equally likely alternatives. */
    private static boolean isEven(Factor factor) {
        return factor instanceof Choice choice && choice.isEven();
    }

    /**
     * The number of combinations of a full factorial design.
     *
     * @return the product of the numbers of alternatives; {@link Long#MAX_VALUE} if beyond it; 0 if a factor is not a choice of
     *     equally likely alternatives
     */
    default long combinations() {
        long product = 1;
        for (Factor factor : factors()) {
            if (!isEven(factor)) {
                return 0;
            }
            int n = ((Choice) factor).alternatives().size();
            product = product > Long.MAX_VALUE / n ? Long.MAX_VALUE : product * n;
        }
        return product;
    }

    /**
     * Whether every combination runs once.
     *
     * @return true if the design says so, or is automatic and there are no more combinations than replicates
     */
    default boolean isFullFactorial() {
        long combinations = combinations();
        return design() == Design.FULL_FACTORIAL
                || (design() == Design.AUTOMATIC && combinations > 0 && combinations <= replicates());
    }

    /**
     * The number of replicates that a whole run has.
     *
     * @return the number of combinations of a full factorial design, otherwise {@link #replicates()}
     */
    default long size() {
        return isFullFactorial() ? combinations() : replicates();
    }

    /**
     * Starts a study.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return ImmutableRobustnessStudy.builder();
    }

    /**
     * A builder that starts from this study.
     *
     * @return a builder
     */
    default Builder toBuilder() {
        return ImmutableRobustnessStudy.builder().from(this);
    }

    /** Collects the parts of a {@link RobustnessStudy}. Not thread-safe. */
    interface Builder {
        /**
         * Adds a factor.
         *
         * @param factor the factor
         * @return this builder
         */
        Builder addFactors(Factor factor);

        /**
         * Sets all factors.
         *
         * @param factors the factors
         * @return this builder
         */
        Builder factors(Iterable<? extends Factor> factors);

        /**
         * Sets the design.
         *
         * @param design the design
         * @return this builder
         */
        Builder design(Design design);

        /**
         * Sets the number of replicates.
         *
         * @param replicates from 1 to 2^31 - 1
         * @return this builder
         */
        Builder replicates(long replicates);

        /**
         * Sets the seed.
         *
         * @param seed any number
         * @return this builder
         */
        Builder seed(long seed);

        /**
         * Sets what happens to replicates that cannot be scored.
         *
         * @param failures the policy
         * @return this builder
         */
        Builder failures(FailurePolicy failures);

        /**
         * Sets whether central weights are kept.
         *
         * @param centralWeights true to keep them
         * @return this builder
         */
        Builder centralWeights(boolean centralWeights);

        /**
         * Sets whether pairs of more than 96 regions are counted.
         *
         * @param pairs true to count them
         * @return this builder
         */
        Builder pairs(boolean pairs);

        /**
         * Makes the study.
         *
         * @return the study
         * @throws IllegalArgumentException if it breaks a rule; lists every problem
         */
        RobustnessStudy build();
    }
}
