package org.ldci.robustness;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The least number of conditions {@code d_b w} to give up so that some admissible weights meet all others, by branch and
 * bound.
 *
 * <p>Conditions that no weights meet together, found by the duals of a linear programme, are a conflict: at least one of them
 * must be given up. Conflicts without a condition in common each need one: that is the bound; and the search branches on which
 * condition of the smallest of these conflicts goes. Any weights on the way are tried as an answer. This is the maximum
 * feasible subsystem; J. W. Chinneck, "Feasibility and Infeasibility in Optimization" (2008), chapter 7.
 */
final class ExtremeRankSearch {
    private final WeightPolytope polytope;
    private final double[][] d;
    private final double threshold;
    private final boolean strict;
    private final long limit;
    private final long start;
    private final List<BitSet> conflicts = new ArrayList<>();
    private int best;
    private double @Nullable [] bestWeights;
    private int proven;

    /**
     * Prepares a search.
     *
     * @param d one row a condition, entries in [-1, 1]
     * @param threshold a condition is met if {@code d_b w >= threshold}
     * @param strict whether it must be greater instead
     * @param workLimit how many multiplications the programmes may take
     */
    ExtremeRankSearch(WeightPolytope polytope, double[][] d, double threshold, boolean strict, long workLimit) {
        this.polytope = polytope;
        this.d = d;
        this.threshold = threshold;
        this.strict = strict;
        this.limit = workLimit;
        this.start = polytope.work();
        this.best = d.length + 1;
    }

    /** Tries admissible weights as an answer. */
    void consider(double[] weights) {
        int given = 0;
        for (double[] row : d) {
            given += isMet(WeightPolytope.dot(row, weights)) ? 0 : 1;
        }
        if (given < best) {
            best = given;
            bestWeights = weights;
        }
    }

    /** Runs the search to its end or to the limit of work. */
    void run() {
        boolean complete = search(new BitSet(), new BitSet(), true);
        if (complete) {
            proven = best;
        }
        double[] found = bestWeights;
        if (found != null) {
            // the same conditions with as much room as can be, so that the answer is no matter of rounding
            int[] met = IntStream.range(0, d.length)
                    .filter(b -> isMet(WeightPolytope.dot(d[b], found)))
                    .toArray();
            double[] wide = polytope.widest(d, met).weights();
            if (wide != null) {
                int before = best;
                best++;
                consider(wide);
                if (best > before) {
                    best = before;
                    bestWeights = found;
                }
            }
        }
    }

    /** How many conditions were given up in the best answer. */
    int best() {
        return best;
    }

    /** How many at least must be given up. */
    int proven() {
        return Math.min(proven, best);
    }

    double[] weights() {
        double[] found = bestWeights;
        if (found == null) {
            throw new IllegalStateException("no weights were tried");
        }
        return found;
    }

    private boolean isMet(double value) {
        return strict ? value > threshold : value >= threshold;
    }

    private boolean isProvenUnmet(double high) {
        return strict ? high <= threshold : high < threshold;
    }

    private boolean isSpent() {
        return polytope.work() - start > limit;
    }

    /** Returns whether nothing better than the best is left below this node. */
    private boolean search(BitSet kept, BitSet given, boolean root) {
        BitSet used = new BitSet();
        int count = 0;
        BitSet branch = null;
        for (BitSet conflict : conflicts) {
            if (conflict.intersects(given)) {
                continue;
            }
            BitSet open = without(conflict, kept);
            if (open.isEmpty()) {
                return true;
            }
            if (!open.intersects(used)) {
                used.or(open);
                count++;
                branch = branch == null || open.cardinality() < branch.cardinality() ? open : branch;
            }
        }
        boolean known = true;
        while (true) {
            if (given.cardinality() + count >= best) {
                return true;
            }
            if (isSpent()) {
                return false;
            }
            BitSet rows = new BitSet();
            rows.set(0, d.length);
            rows.andNot(given);
            rows.andNot(used);
            WeightPolytope.Margin margin = polytope.widest(d, rows.stream().toArray());
            if (margin.weights() != null) {
                consider(margin.weights());
                if (isMet(margin.low())) {
                    break;
                }
            }
            if (!isProvenUnmet(margin.high())) {
                known = false;
                break;
            }
            BitSet conflict = new BitSet();
            for (int b : margin.conflict()) {
                conflict.set(b);
            }
            conflicts.add(conflict);
            BitSet open = without(conflict, kept);
            if (open.isEmpty()) {
                return true;
            }
            used.or(open);
            count++;
            branch = branch == null || open.cardinality() < branch.cardinality() ? open : branch;
            if (root) {
                proven = count;
            }
        }
        if (root) {
            improve();
        }
        if (branch == null) {
            return known;
        }
        BitSet nowKept = copy(kept);
        boolean complete = true;
        for (int b = branch.nextSetBit(0); b >= 0; b = branch.nextSetBit(b + 1)) {
            BitSet nowGiven = copy(given);
            nowGiven.set(b);
            complete &= search(copy(nowKept), nowGiven, false);
            if (!complete && isSpent()) {
                return false;
            }
            nowKept.set(b);
        }
        return complete;
    }

    /** Takes back what the best weights give up, one by one, where the others allow it. */
    private void improve() {
        double[] from = weights();
        BitSet met = new BitSet();
        for (int b = 0; b < d.length; b++) {
            met.set(b, isMet(WeightPolytope.dot(d[b], from)));
        }
        for (int b = met.nextClearBit(0); b < d.length && !isSpent(); b = met.nextClearBit(b + 1)) {
            met.set(b);
            WeightPolytope.Margin margin = polytope.widest(d, met.stream().toArray());
            double[] weights = margin.weights();
            if (weights != null && isMet(margin.low())) {
                consider(weights);
                for (int other = 0; other < d.length; other++) {
                    if (isMet(WeightPolytope.dot(d[other], weights))) {
                        met.set(other);
                    }
                }
            } else {
                met.clear(b);
            }
        }
    }

    private static BitSet without(BitSet all, BitSet some) {
        BitSet rest = copy(all);
        rest.andNot(some);
        return rest;
    }

    private static BitSet copy(BitSet set) {
        BitSet copy = new BitSet();
        copy.or(set);
        return copy;
    }
}
