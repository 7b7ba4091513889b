package org.ldci.robustness;

/** How the replicates of a study are spread over the space of its factors. */
public enum Design {
    /**
     * Every combination once if all factors are choices of equally likely alternatives and there are no more combinations
     * than replicates; otherwise {@link #RANDOM}.
     */
    AUTOMATIC,
    /** Independent pseudo-random replicates: Monte Carlo. */
    RANDOM,
    /**
     * Latin hypercube sample (McKay, Beckman and Conover 1979): with n replicates, each factor takes one value from each of n
     * equally likely intervals.
     */
    LATIN_HYPERCUBE,
    /** Scrambled Sobol sequence (Sobol 1967, Owen 1995); best with a power of two of replicates. */
    SOBOL,
    /** Every combination of the alternatives once; only for choices of equally likely alternatives. */
    FULL_FACTORIAL
}
