package org.ldci.internal.sampling;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Points of the uniform distribution on a polytope of weights: all of at least 0, of sum 1, with {@code c w >= 0} for every row.
 *
 * <p>Point k is a pure function of the polytope, the seed and k. Every point meets every row and every {@code w_j >= 0} in the
 * plain sum from left to right in doubles, without any tolerance; the sum of the weights is 1 within rounding, as are rows that
 * the polytope forces to equal 0.
 *
 * <p>By what is cheapest: {@link Spacings} where there are no rows, lower bounds, or orders; {@link BoxOnSimplex} where shares are
 * bounded from both sides; {@link ConeOverBox} for a band. These are exact, and whatever rows they do not see to are met by
 * rejection, which is exact as well, if at least 1 in 100 attempts passes. Else {@link HitAndRun}, which is approximate, and costs
 * about as much for each of its {@link #steps} as an exact point does in all.
 *
 * <p>One thread at a time; {@link #copy} for others. No allocation while sampling. Source: L. Devroye, "Non-Uniform Random
 * Variate Generation" (1986); see the ways for theirs.
 */
public final class PolytopeSampler {
    private static final int PILOT = 2000;
    private static final int LEAST_PASSED = PILOT / 100;
    private static final long OWN_SEED = 0x4c444349L;

    private final int dimension;
    private final SparseRows rows;
    /** How points are proposed; null if by a chain. */
    private final @Nullable Proposal proposal;

    private final @Nullable HitAndRun chain;
    private final Draws draws = new Draws();
    private final double[] point;

    private PolytopeSampler(int dimension, SparseRows rows, @Nullable Proposal proposal, @Nullable HitAndRun chain) {
        this.dimension = dimension;
        this.rows = rows;
        this.proposal = proposal;
        this.chain = chain;
        this.point = new double[dimension];
    }

    /**
     * Prepares sampling.
     *
     * @param rows one array of coefficients a constraint {@code c w >= 0}; copied
     * @param dimension how many weights there are, at least 1
     * @return the sampler
     * @throws IllegalArgumentException if the sizes do not fit, a number is not finite, or no weights meet all rows
     */
    public static PolytopeSampler of(double[][] rows, int dimension) {
        return of(rows, dimension, true);
    }

    /**
     * Prepares sampling, by a chain if so wanted.
     *
     * @param exact false for a chain where another way would do
     */
    static PolytopeSampler of(double[][] rows, int dimension, boolean exact) {
        if (dimension < 1 || Arrays.stream(rows).anyMatch(row -> row.length != dimension)) {
            throw new IllegalArgumentException("polytope of weights: expected rows of " + dimension + " coefficients");
        }
        double[][] needed = Arrays.stream(rows)
                .filter(row -> Arrays.stream(row).anyMatch(c -> !(c >= 0)))
                .map(double[]::clone)
                .toArray(double[][]::new);
        Middle middle = Middle.of(needed, dimension);
        SparseRows sparse = new SparseRows(needed);
        if (exact && !middle.isFlat()) {
            double[] lower = lower(needed, dimension);
            PolytopeSampler best = null;
            int most = LEAST_PASSED - 1;
            for (Proposal proposal : Stream.of(
                            Spacings.above(lower),
                            Spacings.ordered(needed, dimension),
                            BoxOnSimplex.of(needed, lower),
                            ConeOverBox.of(needed, dimension))
                    .filter(Objects::nonNull)
                    .toList()) {
                PolytopeSampler sampler = new PolytopeSampler(dimension, sparse, proposal, null);
                int passed = most < PILOT ? sampler.passed() : 0;
                if (passed > most) {
                    best = sampler;
                    most = passed;
                }
            }
            if (best != null) {
                return best;
            }
        }
        return new PolytopeSampler(dimension, sparse, null, new HitAndRun(needed, middle));
    }

    /**
     * A sampler of the same points, for another thread.
     *
     * @return a sampler with its own scratch space
     */
    public PolytopeSampler copy() {
        return new PolytopeSampler(dimension, rows, proposal, chain == null ? null : chain.copy());
    }

    /**
     * How many weights a point has.
     *
     * @return the dimension
     */
    public int dimension() {
        return dimension;
    }

    /**
     * How many steps of hit-and-run make a point: {@code 20 (m - 1) + 20} for m weights.
     *
     * @return the steps; 0 if points are exactly uniform
     */
    public int steps() {
        return chain == null ? 0 : chain.steps();
    }

    /**
     * Draws point k.
     *
     * @param seed the seed of the whole
     * @param k the number of the point
     * @param out receives the weights
     * @param at where the first weight goes
     * @param stride how far the next weight is from the one before
     */
    public void sample(long seed, long k, double[] out, int at, int stride) {
        double[] found = chain == null ? propose(seed, k) : chain.sample(seed, k);
        for (int j = 0; j < dimension; j++) {
            out[at + j * stride] = found[j];
        }
    }

    private double[] propose(long seed, long k) {
        draws.start(seed, k);
        boolean found = false;
        while (!found) {
            found = attempt();
        }
        return point;
    }

    private boolean attempt() {
        return proposal != null && proposal.draw(draws, point) && rows.areMet(point);
    }

    private int passed() {
        int passed = 0;
        for (int k = 0; k < PILOT; k++) {
            draws.start(OWN_SEED, k);
            passed += attempt() ? 1 : 0;
        }
        return passed;
    }

    /** Rows {@code w_j - s sum w}, whatever their scale: the greatest s of each j. */
    private static double[] lower(double[][] rows, int dimension) {
        double[] lower = new double[dimension];
        for (double[] row : rows) {
            for (int j = 0; j < dimension && dimension > 1; j++) {
                double other = row[j == 0 ? 1 : 0];
                double size = row[j] - other;
                boolean same = size > 0 && other <= 0;
                for (int i = 0; i < dimension; i++) {
                    same &= i == j || row[i] == other;
                }
                if (same) {
                    lower[j] = Math.max(lower[j], -other / size);
                }
            }
        }
        double sum = Arrays.stream(lower).sum();
        return sum < 1 ? lower : new double[dimension];
    }
}
