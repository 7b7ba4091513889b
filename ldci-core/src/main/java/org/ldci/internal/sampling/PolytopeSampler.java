package org.ldci.internal.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ldci.internal.linear.LinearProgram;
import org.ldci.internal.linear.LinearProgram.Answer;
import org.ldci.internal.linear.LinearProgram.Status;
import org.ldci.internal.numeric.Elementary;

/**
 * Points of the uniform distribution on a polytope of weights: all of at least 0, of sum 1, with {@code c w >= 0} for every row.
 *
 * <p>Point k is a pure function of the polytope, the seed and k. Every point meets every row and every {@code w_j >= 0} in the
 * plain sum from left to right in doubles, without any tolerance; the sum of the weights is 1 within rounding, as are rows that
 * the polytope forces to equal 0.
 *
 * <p>By what is cheapest: exponential spacings, which are uniform on the simplex; an affine map of them for lower bounds {@code
 * w_j >= s sum w}; sorting them along disjoint chains of {@code w_i >= w_j}. These are exact, and whatever rows they do not
 * see to are met by rejection, which is exact as well, if at least 1 in 50 points passes. Else hit-and-run: from one of {@value
 * #STOCK} stored points of a long chain, {@link #steps} steps of uniform choice on a line through the point; the line runs
 * between two stored points, or moves weight from one child to another. The chain has the uniform distribution as its limit, so
 * these points are approximate, with errors that die out geometrically in the steps.
 *
 * <p>One thread at a time; {@link #copy} for others. No allocation while sampling. Source: L. Devroye, "Non-Uniform Random
 * Variate Generation" (1986), chapter V; R. L. Smith, "Efficient Monte Carlo procedures for generating points uniformly
 * distributed over bounded regions", Operations Research 32 (1984), doi:10.1287/opre.32.6.1296; T. Tervonen, G. van Valkenhoef,
 * N. Baştürk, D. Postmus, "Hit-and-run enables efficient weight generation for simulation-based multiple criteria decision
 * analysis", European Journal of Operational Research 224 (2013), doi:10.1016/j.ejor.2012.08.026.
 */
public final class PolytopeSampler {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final int PILOT = 2000;
    private static final int LEAST_PASSED = PILOT / 50;
    private static final int STOCK = 256;
    private static final long OWN_SEED = 0x4c444349L;

    private final int dimension;
    private final double[][] rows;
    /** What exponential spacings are made into. */
    private final Proposal proposal;
    /** The chain; only if rejection is hopeless. */
    private final Chain chain;

    private final double[] point;
    private final double[] scratch;
    private long state;

    /** Lower bounds and chains that a proposal meets by itself. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Proposal(double[] lower, double rest, int[][] chains) {}

    /** What hit-and-run needs to know; all fixed once made. */
    private static final class Chain {
        /** No chain. */
        static final Chain NONE = new Chain();

        double[][] stock = {};
        double[] centre = {};
        /** Rows that are forced to 0. */
        boolean[] forced = {};
        /** Directions within the polytope, where rows are forced to 0. */
        double[][] basis = {};

        boolean flat;
        int steps;
        /** Rows less a multiple of the sum of weights, so that most entries are 0: {@code values w + constants >= 0}. */
        int[] from = {};

        int[] columns = {};
        double[] values = {};
        double[] constants = {};
    }

    private PolytopeSampler(int dimension, double[][] rows, Proposal proposal, Chain chain) {
        this.dimension = dimension;
        this.rows = rows;
        this.proposal = proposal;
        this.chain = chain;
        this.point = new double[dimension];
        this.scratch = new double[2 * (rows.length + 2 * dimension)];
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
        if (dimension < 1 || Arrays.stream(rows).anyMatch(row -> row.length != dimension)) {
            throw new IllegalArgumentException("polytope of weights: expected rows of " + dimension + " coefficients");
        }
        double[][] needed = Arrays.stream(rows)
                .filter(row -> Arrays.stream(row).anyMatch(c -> !(c >= 0)))
                .map(double[]::clone)
                .toArray(double[][]::new);
        boolean[] forced = new boolean[needed.length + dimension];
        double[] centre = centre(needed, dimension, forced);
        boolean flat = false;
        for (boolean row : forced) {
            flat |= row;
        }
        if (!flat) {
            Proposal lower = new Proposal(lower(needed, dimension), 0, new int[0][]);
            Proposal byBounds =
                    new Proposal(lower.lower(), 1 - Arrays.stream(lower.lower()).sum(), new int[0][]);
            Proposal byOrder = new Proposal(new double[dimension], 1, chains(needed, dimension));
            PolytopeSampler bounds = new PolytopeSampler(dimension, needed, byBounds, Chain.NONE);
            PolytopeSampler order = new PolytopeSampler(dimension, needed, byOrder, Chain.NONE);
            int passedBounds = bounds.passed();
            int passedOrder = order.passed();
            if (Math.max(passedBounds, passedOrder) >= LEAST_PASSED) {
                return passedOrder > passedBounds ? order : bounds;
            }
        }
        Chain chain = chain(needed, dimension, centre, forced, flat);
        PolytopeSampler sampler =
                new PolytopeSampler(dimension, needed, new Proposal(new double[0], 0, new int[0][]), chain);
        sampler.fillStock();
        return sampler;
    }

    /**
     * A sampler of the same points, for another thread.
     *
     * @return a sampler with its own scratch space
     */
    public PolytopeSampler copy() {
        return new PolytopeSampler(dimension, rows, proposal, chain);
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
     * How many steps of hit-and-run make a point: {@code 10 (m - 1) + 20} for m weights.
     *
     * @return the steps; 0 if points are exactly uniform
     */
    public int steps() {
        return chain.steps;
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
        state = mix(mix(seed + GOLDEN) + k * GOLDEN);
        if (chain == Chain.NONE) {
            do {
                propose();
            } while (!meetsRows());
        } else {
            double[] start = chain.stock[(int) (uniform() * chain.stock.length)];
            System.arraycopy(start, 0, point, 0, dimension);
            run(chain.steps, chain.stock.length);
            settle();
        }
        for (int j = 0; j < dimension; j++) {
            out[at + j * stride] = point[j];
        }
    }

    // ---- random numbers: SplitMix64, see Steele, Lea, Flood, doi:10.1145/2660193.2660195

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }

    /** An odd multiple of 2^-53 in (0, 1). */
    private double uniform() {
        state += GOLDEN;
        return (mix(state) >>> 11 | 1) * 0x1p-53;
    }

    // ---- exact proposals

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

    /** Rows {@code w_i - w_j}, as far as they form chains without a weight in common. */
    private static int[][] chains(double[][] rows, int dimension) {
        int[] next = new int[dimension];
        int[] previous = new int[dimension];
        Arrays.fill(next, -1);
        Arrays.fill(previous, -1);
        for (double[] row : rows) {
            int plus = -1;
            int minus = -1;
            boolean other = false;
            for (int j = 0; j < dimension; j++) {
                other |= (row[j] > 0 && plus >= 0) || (row[j] < 0 && minus >= 0);
                plus = row[j] > 0 ? j : plus;
                minus = row[j] < 0 ? j : minus;
            }
            if (!other
                    && plus >= 0
                    && minus >= 0
                    && row[plus] == -row[minus]
                    && next[plus] < 0
                    && previous[minus] < 0) {
                int end = minus;
                while (next[end] >= 0) {
                    end = next[end];
                }
                if (end != plus) {
                    next[plus] = minus;
                    previous[minus] = plus;
                }
            }
        }
        List<int[]> chains = new ArrayList<>();
        for (int j = 0; j < dimension; j++) {
            if (previous[j] < 0 && next[j] >= 0) {
                int[] chain = new int[dimension];
                int length = 0;
                for (int at = j; at >= 0; at = next[at]) {
                    chain[length++] = at;
                }
                chains.add(Arrays.copyOf(chain, length));
            }
        }
        return chains.toArray(int[][]::new);
    }

    private int passed() {
        int passed = 0;
        for (int k = 0; k < PILOT; k++) {
            state = mix(OWN_SEED + k * GOLDEN);
            propose();
            passed += meetsRows() ? 1 : 0;
        }
        return passed;
    }

    private void propose() {
        double sum = 0;
        for (int j = 0; j < dimension; j++) {
            point[j] = -Elementary.log(uniform());
            sum += point[j];
        }
        double scale = proposal.rest / sum;
        for (int j = 0; j < dimension; j++) {
            point[j] = proposal.lower[j] + point[j] * scale;
        }
        for (int[] chain : proposal.chains) {
            sort(chain);
        }
    }

    /** Sorts the weights of a chain, the greatest first, by insertion. */
    private void sort(int[] chain) {
        for (int i = 1; i < chain.length; i++) {
            double weight = point[chain[i]];
            int to = i;
            while (to > 0 && point[chain[to - 1]] < weight) {
                point[chain[to]] = point[chain[to - 1]];
                to--;
            }
            point[chain[to]] = weight;
        }
    }

    private boolean meetsRows() {
        for (double[] row : rows) {
            if (!(dot(row, point) >= 0)) {
                return false;
            }
        }
        return true;
    }

    private static double dot(double[] row, double[] w) {
        double sum = 0;
        for (int j = 0; j < w.length; j++) {
            sum += row[j] * w[j];
        }
        return sum;
    }

    // ---- the middle of the polytope

    private static double norm(double[] row) {
        double sum = 0;
        for (double c : row) {
            sum += c * c;
        }
        return Math.sqrt(sum);
    }

    private static double[][] withSigns(double[][] rows, int dimension) {
        double[][] all = Arrays.copyOf(rows, rows.length + dimension);
        for (int j = 0; j < dimension; j++) {
            all[rows.length + j] = new double[dimension];
            all[rows.length + j][j] = 1;
        }
        return all;
    }

    /** A point that meets all rows as clearly as it can, and which rows no point meets but with 0. */
    private static double[] centre(double[][] rows, int dimension, boolean[] forced) {
        double[][] all = withSigns(rows, dimension);
        double[] found = clearest(all, dimension, forced);
        if (found[dimension] > 1e-9) {
            return Arrays.copyOf(found, dimension);
        }
        LinearProgram program = program(all, dimension);
        for (int r = 0; r < all.length; r++) {
            Answer answer = program.maximise(all[r]);
            require(answer, dimension);
            forced[r] = answer.value() <= 1e-9 * norm(all[r]);
        }
        return Arrays.copyOf(clearest(all, dimension, forced), dimension);
    }

    private static void require(Answer answer, int dimension) {
        if (answer.status() != Status.OPTIMAL) {
            throw new IllegalArgumentException("polytope of weights: no " + dimension + " weights meet all rows");
        }
    }

    private static LinearProgram program(double[][] rows, int dimension) {
        double[][] a = new double[2 + rows.length][dimension];
        double[] b = new double[2 + rows.length];
        Arrays.fill(a[0], 1);
        Arrays.fill(a[1], -1);
        b[0] = 1;
        b[1] = -1;
        for (int r = 0; r < rows.length; r++) {
            for (int j = 0; j < dimension; j++) {
                a[2 + r][j] = -rows[r][j];
            }
        }
        return new LinearProgram(a, b);
    }

    /** The point with the greatest least distance from all rows that are not forced, and that distance after it. */
    private static double[] clearest(double[][] rows, int dimension, boolean[] forced) {
        double[][] a = new double[2 + rows.length][dimension + 1];
        double[] b = new double[2 + rows.length];
        Arrays.fill(a[0], 0, dimension, 1);
        Arrays.fill(a[1], 0, dimension, -1);
        b[0] = 1;
        b[1] = -1;
        for (int r = 0; r < rows.length; r++) {
            for (int j = 0; j < dimension; j++) {
                a[2 + r][j] = -rows[r][j];
            }
            a[2 + r][dimension] = forced[r] ? 0 : norm(rows[r]);
        }
        double[] c = new double[dimension + 1];
        c[dimension] = 1;
        Answer answer = new LinearProgram(a, b).maximise(c);
        if (answer.status() == Status.UNBOUNDED) { // everything is forced
            answer = new LinearProgram(a, b).maximise(new double[dimension + 1]);
        }
        require(answer, dimension);
        return answer.x();
    }

    // ---- hit-and-run

    private static Chain chain(double[][] rows, int dimension, double[] centre, boolean[] forced, boolean flat) {
        Chain chain = new Chain();
        chain.centre = centre;
        chain.forced = forced;
        chain.flat = flat;
        chain.steps = 10 * (dimension - 1) + 20;
        double[][] all = withSigns(rows, dimension);
        if (flat) {
            chain.basis = basis(all, dimension, forced);
        }
        List<double[]> free = new ArrayList<>();
        for (int r = 0; r < all.length; r++) {
            if (!forced[r]) {
                free.add(all[r]);
            }
        }
        sparse(chain, free, dimension);
        List<double[]> corners = new ArrayList<>();
        LinearProgram program = program(rows, dimension);
        for (int j = 0; j < 2 * dimension; j++) {
            double[] c = new double[dimension];
            c[j / 2] = j % 2 == 0 ? 1 : -1;
            Answer answer = program.maximise(c);
            require(answer, dimension);
            corners.add(answer.x());
        }
        chain.stock = corners.toArray(double[][]::new);
        return chain;
    }

    private static void sparse(Chain chain, List<double[]> rows, int dimension) {
        chain.from = new int[rows.size() + 1];
        chain.constants = new double[rows.size()];
        int[] columns = new int[rows.size() * dimension];
        double[] values = new double[columns.length];
        int count = 0;
        for (int r = 0; r < rows.size(); r++) {
            double[] row = rows.get(r);
            double common = 0;
            int most = 0;
            for (double candidate : row) {
                int same = 0;
                for (double c : row) {
                    same += c == candidate ? 1 : 0;
                }
                if (same > most) {
                    most = same;
                    common = candidate;
                }
            }
            chain.constants[r] = common;
            for (int j = 0; j < dimension; j++) {
                if (row[j] != common) {
                    columns[count] = j;
                    values[count++] = row[j] - common;
                }
            }
            chain.from[r + 1] = count;
        }
        chain.columns = Arrays.copyOf(columns, count);
        chain.values = Arrays.copyOf(values, count);
    }

    /** An orthonormal basis of the directions along which the sum of weights and all forced rows stay the same. */
    private static double[][] basis(double[][] rows, int dimension, boolean[] forced) {
        List<double[]> normals = new ArrayList<>();
        double[] ones = new double[dimension];
        Arrays.fill(ones, 1);
        orthogonal(normals, ones);
        for (int r = 0; r < rows.length; r++) {
            if (forced[r]) {
                orthogonal(normals, rows[r]);
            }
        }
        int fixed = normals.size();
        for (int j = 0; j < dimension; j++) {
            double[] unit = new double[dimension];
            unit[j] = 1;
            orthogonal(normals, unit);
        }
        return normals.subList(fixed, normals.size()).toArray(double[][]::new);
    }

    private static void orthogonal(List<double[]> normals, double[] vector) {
        double[] rest = vector.clone();
        double before = norm(rest);
        for (int turn = 0; turn < 2; turn++) {
            for (double[] normal : normals) {
                double share = dot(normal, rest);
                for (int j = 0; j < rest.length; j++) {
                    rest[j] -= share * normal[j];
                }
            }
        }
        double length = norm(rest);
        if (length > 1e-9 * before) {
            for (int j = 0; j < rest.length; j++) {
                rest[j] /= length;
            }
            normals.add(rest);
        }
    }

    /** From corners of the polytope to points of a chain, in rounds that each use the points of the last for their lines. */
    private void fillStock() {
        state = mix(OWN_SEED);
        System.arraycopy(chain.centre, 0, point, 0, dimension);
        for (int round = 0; round < 3; round++) {
            double[][] points = new double[STOCK][];
            for (int i = 0; i < STOCK; i++) {
                run(chain.steps, chain.stock.length);
                settle();
                points[i] = point.clone();
            }
            chain.stock = points;
        }
    }

    /** Moves the point along so many lines; all lines run within the polytope. */
    private void run(int steps, int stored) {
        int free = chain.constants.length;
        for (int step = 0; step < steps; step++) {
            if (step % 64 == 0) {
                slacks(free);
            }
            int direction = 2 * free;
            direct(direction, stored);
            double least = Double.NEGATIVE_INFINITY;
            double most = Double.POSITIVE_INFINITY;
            for (int r = 0; r < free; r++) {
                double slope = 0;
                for (int e = chain.from[r]; e < chain.from[r + 1]; e++) {
                    slope += chain.values[e] * scratch[direction + chain.columns[e]];
                }
                scratch[free + r] = slope;
                double slack = Math.max(scratch[r], 0);
                if (slope > 0) {
                    least = Math.max(least, -slack / slope);
                } else if (slope < 0) {
                    most = Math.min(most, -slack / slope);
                }
            }
            double u = uniform();
            if (!(most - least > 0) || Double.isInfinite(most - least)) {
                continue; // no direction, as between a stored point and itself
            }
            double by = least + u * (most - least);
            for (int j = 0; j < dimension; j++) {
                point[j] += by * scratch[direction + j];
            }
            for (int r = 0; r < free; r++) {
                scratch[r] += by * scratch[free + r];
            }
        }
    }

    private void slacks(int free) {
        for (int r = 0; r < free; r++) {
            double sum = chain.constants[r];
            for (int e = chain.from[r]; e < chain.from[r + 1]; e++) {
                sum += chain.values[e] * point[chain.columns[e]];
            }
            scratch[r] = sum;
        }
    }

    private void direct(int at, int stored) {
        Arrays.fill(scratch, at, at + dimension, 0);
        if (uniform() < 0.5) {
            double[] a = chain.stock[(int) (uniform() * stored)];
            double[] b = chain.stock[(int) (uniform() * stored)];
            for (int j = 0; j < dimension; j++) {
                scratch[at + j] = a[j] - b[j];
            }
        } else if (chain.flat) {
            for (double[] normal : chain.basis) {
                double share = 2 * uniform() - 1;
                for (int j = 0; j < dimension; j++) {
                    scratch[at + j] += share * normal[j];
                }
            }
        } else {
            int plus = (int) (uniform() * dimension);
            int minus = (int) (uniform() * dimension);
            scratch[at + plus] += 1;
            scratch[at + minus] -= 1;
        }
    }

    /** Makes the sum 1 again, and moves the point towards the centre until rounding breaks no row. */
    private void settle() {
        if (chain.flat) {
            project();
        }
        double sum = 0;
        for (int j = 0; j < dimension; j++) {
            sum += point[j];
        }
        for (int j = 0; j < dimension; j++) {
            point[j] /= sum;
        }
        for (double by = 0x1p-50; !isSettled(); by = Math.min(1, 2 * by)) {
            for (int j = 0; j < dimension; j++) {
                point[j] += by * (chain.centre[j] - point[j]);
            }
            if (by == 1) {
                return; // only forced rows are left, within rounding
            }
        }
    }

    /** Takes out what rounding has added across the forced rows. */
    private void project() {
        Arrays.fill(scratch, 0, dimension, 0);
        for (double[] direction : chain.basis) {
            double share = 0;
            for (int j = 0; j < dimension; j++) {
                share += direction[j] * (point[j] - chain.centre[j]);
            }
            for (int j = 0; j < dimension; j++) {
                scratch[j] += share * direction[j];
            }
        }
        for (int j = 0; j < dimension; j++) {
            point[j] = chain.centre[j] + scratch[j];
        }
    }

    private boolean isSettled() {
        for (int r = 0; r < rows.length; r++) {
            if (!chain.forced[r] && !(dot(rows[r], point) >= 0)) {
                return false;
            }
        }
        for (int j = 0; j < dimension; j++) {
            if (!(point[j] >= 0)) {
                if (!chain.forced[rows.length + j]) {
                    return false;
                }
                point[j] = 0;
            }
        }
        return true;
    }
}
