package org.ldci.robustness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ldci.internal.sampling.Streams;

/**
 * The least number of conditions {@code d_b w} to give up so that some admissible weights meet all others.
 *
 * <p>This is the maximum feasible subsystem, which is NP-hard in the number of weights. What is done, as far as the limit of
 * work goes:
 *
 * <ol>
 *   <li>answers: along the segment from the best weights so far to other admissible weights, the conditions change at points
 *       that can be sorted, and the best place of the segment is taken;
 *   <li>with two or three weights, all places of change: see {@link PlaneSweep};
 *   <li>a first bound: conditions that no weights meet together are a conflict, of which one at least must be given up; conflicts
 *       without a condition in common each need one;
 *   <li>a better bound: what disjoint parts of the conditions need adds up. One part, two, and then more of them, with all
 *       conditions that are in no part, may need more than they do apart: that is decided by the search below. If so, they are
 *       joined, with as many of the other conditions as the proof went by;
 *   <li>the search: is there an answer that gives up no more than so many of a set? It branches on which condition of a conflict
 *       is given up, the later branches keep those of the earlier, and what disjoint conflicts need bounds it.
 * </ol>
 *
 * <p>The work is about a power of the answer, with the number of weights as the exponent. So it ends early where few conditions
 * are to be given up, whatever their number, or where there are few weights. Else best and proven remain apart. Source: J. W.
 * Chinneck, "Feasibility and Infeasibility in Optimization" (2008), chapter 7; J. Matoušek, "On geometric optimization with few
 * violated constraints", Discrete and Computational Geometry 14 (1995), doi:10.1007/BF02570713, for the branching; G. Verfaillie, M.
 * Lemaître, T. Schiex, "Russian doll search", AAAI (1996), for bounds from parts.
 */
final class ExtremeRankSearch {
    private static final int MOST_CONFLICTS = 500;
    private static final long OWN_SEED = 0x52414e4bL;

    /** What share of the limit one part may take at first. */
    private static final int EFFORT = 50;

    /** A gap that the search for all conditions may close, for which some of the work is left over. */
    private static final int SMALL_GAP = 4;

    private final WeightPolytope polytope;
    private final double[][] d;
    private final double threshold;
    private final boolean strict;
    private final long limit;
    private final long start;
    private final MarginProgram program;
    private final List<BitSet> conflicts = new ArrayList<>();
    private int oldest;
    private int best;
    private double @Nullable [] bestWeights;
    private int proven;
    /** Where the search for a set has to end. */
    private long stop;
    /** Conditions of the conflicts that the last search for a set went by. */
    private BitSet touched = new BitSet();

    /** Conditions, and how many of them must be given up. */
    private record Part(BitSet conditions, int low) {}

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
        this.program = new MarginProgram(polytope, d, threshold, strict);
        this.best = d.length + 1;
    }

    /** Tries admissible weights as an answer. */
    void consider(double[] weights) {
        int given = 0;
        for (double[] row : d) {
            given += isMet(WeightPolytope.dot(row, weights)) ? 0 : 1;
        }
        polytope.worked((long) d.length * weights.length);
        if (given < best && (bestWeights == null || polytope.admits(weights))) {
            best = given;
            bestWeights = weights.clone();
        }
    }

    /**
     * Runs the search to its end or to the limit of work.
     *
     * @param others admissible weights, to look for answers between
     */
    void run(List<double[]> others) {
        if (best > 0 && !isSpent(limit)) {
            walk(others, limit / 10);
            bound();
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

    private boolean isSpent(long work) {
        return polytope.work() - start > work;
    }

    // ---- answers

    /** Goes from the best weights towards others, by the best place of the way, as long as that is no step back. */
    private void walk(List<double[]> others, long work) {
        int m = polytope.codes().size();
        int n = d.length;
        List<double[]> ends = others.subList(0, Math.min(others.size(), 4 * m + 20));
        if (ends.isEmpty()) {
            return;
        }
        double[][] values = ends.stream().map(this::values).toArray(double[][]::new);
        double[] at = weights().clone();
        double[] value = values(at);
        double[] to = new double[m];
        double[] toValue = new double[n];
        long stream = Streams.start(OWN_SEED, n);
        int number = 0;
        for (int turn = 0; !isSpent(work) && best > proven; turn++) {
            // towards each of the others, then towards mixtures of two
            int one = turn < ends.size() ? turn : (int) (Streams.uniform(stream, number++) * ends.size());
            int two = turn < ends.size() ? turn : (int) (Streams.uniform(stream, number++) * ends.size());
            double share = turn < ends.size() ? 1 : Streams.uniform(stream, number++);
            for (int j = 0; j < m; j++) {
                to[j] = share * ends.get(one)[j] + (1 - share) * ends.get(two)[j];
            }
            for (int b = 0; b < n; b++) {
                toValue[b] = share * values[one][b] + (1 - share) * values[two][b];
            }
            double by = bestPlace(value, toValue);
            if (by > 0) {
                double sum = 0;
                for (int j = 0; j < m; j++) {
                    at[j] += by * (to[j] - at[j]);
                    sum += at[j];
                }
                for (int j = 0; j < m; j++) {
                    at[j] /= sum;
                }
                consider(at);
                value = values(at);
            }
            polytope.worked(10L * n);
        }
    }

    private double[] values(double[] weights) {
        polytope.worked((long) d.length * weights.length);
        return Arrays.stream(d)
                .mapToDouble(row -> WeightPolytope.dot(row, weights))
                .toArray();
    }

    /** The middle of the stretch with most conditions met, from 0 to 1; 0 if all others meet less than the one at 0. */
    private double bestPlace(double[] from, double[] to) {
        double[] up = new double[from.length];
        double[] down = new double[from.length];
        int ups = 0;
        int downs = 0;
        for (int b = 0; b < from.length; b++) {
            boolean before = isMet(from[b]);
            if (before != isMet(to[b])) {
                double place = (threshold - from[b]) / (to[b] - from[b]);
                if (before) {
                    down[downs++] = place;
                } else {
                    up[ups++] = place;
                }
            }
        }
        Arrays.sort(up, 0, ups);
        Arrays.sort(down, 0, downs);
        int gained = 0;
        int most = 0;
        double place = 0;
        double last = 0;
        int u = 0;
        int v = 0;
        // a stretch ends where a condition ceases to be met, or at the end
        while (v <= downs) {
            double end = v < downs ? down[v] : 1;
            while (u < ups && up[u] < end) {
                last = up[u++];
                gained++;
            }
            if (gained >= most && u > 0) {
                double begin = Math.max(last, v > 0 ? down[v - 1] : 0);
                most = gained;
                place = begin + (end - begin) / 2;
            }
            gained--;
            v++;
        }
        return place;
    }

    // ---- bounds

    private void bound() {
        int m = polytope.codes().size();
        if ((m == 2 || m == 3) && sweep()) {
            return;
        }
        stop = limit;
        BitSet rest = all();
        List<Part> parts = disjointConflicts(rest);
        raise(sum(parts));
        // few are soon decided; many are not, and parts of them are
        if (best - proven <= 2 && best > proven) {
            stop = limit / 4;
            decide();
            stop = limit;
        }
        join(parts, rest);
        if (best > proven && !isSpent(limit)) {
            decide();
        }
    }

    /** Raises what is proven of all conditions as far as it goes. */
    private void decide() {
        while (proven < best && search(all(), new BitSet(), new BitSet(), proven, new int[0]) == Found.NONE) {
            proven++;
        }
    }

    /** Returns whether all is settled. */
    private boolean sweep() {
        PlaneSweep sweep = new PlaneSweep(polytope, d, threshold);
        if (!isSpent(limit - sweep.cost())) {
            polytope.worked(sweep.cost());
            sweep.run();
            raise(d.length - sweep.most());
            for (int[] met : sweep.met()) {
                if (best > proven && !isSpent(limit)) {
                    program.solve(met, new int[0]);
                    consider(program.weights());
                }
            }
        }
        return best <= proven;
    }

    private BitSet all() {
        BitSet all = new BitSet(d.length);
        all.set(0, d.length);
        return all;
    }

    private void raise(int low) {
        proven = Math.max(proven, low);
    }

    /** Takes conflicts without a condition in common out of some conditions. */
    private List<Part> disjointConflicts(BitSet rest) {
        List<Part> parts = new ArrayList<>();
        boolean more = true;
        while (more && !isSpent(stop)) {
            MarginProgram.Outcome outcome = program.solve(rest.stream().toArray(), new int[0]);
            consider(program.weights());
            more = outcome == MarginProgram.Outcome.CONFLICT;
            if (more) {
                BitSet conflict = remember();
                parts.add(new Part(conflict, 1));
                rest.andNot(conflict);
            }
        }
        return parts;
    }

    private BitSet remember() {
        BitSet conflict = new BitSet();
        for (int b : program.conflict()) {
            conflict.set(b);
        }
        if (conflicts.size() < MOST_CONFLICTS) {
            conflicts.add(conflict);
        } else {
            conflicts.set(oldest++ % MOST_CONFLICTS, conflict);
        }
        return conflict;
    }

    /** Joins parts, with the conditions that are in none, where together they need more than apart. */
    private void join(List<Part> parts, BitSet rest) {
        long stream = Streams.start(OWN_SEED, parts.size());
        int number = 0;
        long effort = Math.max(1, limit / EFFORT);
        int taken = 1;
        while (best > proven && !isSpent(best - proven > SMALL_GAP ? limit : limit / 4 * 3)) {
            // in another order each time
            for (int i = parts.size() - 1; i > 0; i--) {
                Collections.swap(parts, i, (int) (Streams.uniform(stream, number++) * (i + 1)));
            }
            List<Part> next = new ArrayList<>();
            boolean gained = false;
            for (int i = 0; i < parts.size(); i += taken) {
                List<Part> some = parts.subList(i, Math.min(i + taken, parts.size()));
                BitSet core = new BitSet(d.length);
                some.forEach(part -> core.or(part.conditions()));
                Part whole = raised(new Part(core, sum(some)), rest, effort);
                if (whole.low() > sum(some)) {
                    next.add(whole);
                    gained = true;
                } else {
                    next.addAll(some);
                }
            }
            parts.clear();
            parts.addAll(next);
            parts.addAll(disjointConflicts(rest));
            raise(sum(parts));
            if (taken >= parts.size()) {
                return;
            }
            if (!gained || taken == 1) {
                taken += (taken + 1) / 2;
                effort += effort / 2;
            }
        }
    }

    /** A part, or what is needed of it and the rest to need more; this is then taken from the rest. */
    private Part raised(Part part, BitSet rest, long effort) {
        Part raised = part;
        Found found = Found.NONE;
        while (found == Found.NONE && best > proven && !isSpent(limit)) {
            BitSet whole = copy(raised.conditions());
            whole.or(rest);
            stop = Math.min(limit, polytope.work() - start + effort);
            touched = new BitSet(d.length);
            found = search(whole, new BitSet(), new BitSet(), raised.low(), new int[0]);
            if (found == Found.NONE) {
                raised = new Part(touched, raised.low() + 1);
                rest.or(whole);
                rest.andNot(touched);
            }
        }
        stop = limit;
        return raised;
    }

    private static int sum(List<Part> parts) {
        return parts.stream().mapToInt(Part::low).sum();
    }

    // ---- search

    private enum Found {
        /** There is no answer. */
        NONE,
        /** There is one. */
        ONE,
        /** The limit of work or rounding left it open. */
        OPEN
    }

    /** Looks for weights that meet all of a set but what is given up and no more than so many others, which are not kept. */
    private Found search(BitSet set, BitSet kept, BitSet given, int more, int[] hints) {
        BitSet used = new BitSet();
        int count = 0;
        BitSet branch = null;
        for (BitSet conflict : conflicts) {
            if (conflict.intersects(given) || !isWithin(conflict, set)) {
                continue;
            }
            BitSet open = without(conflict, kept);
            if (open.isEmpty()) {
                touched.or(conflict);
                return Found.NONE;
            }
            if (!open.intersects(used)) {
                touched.or(conflict);
                used.or(open);
                count++;
                branch = branch == null || open.cardinality() < branch.cardinality() ? open : branch;
            }
        }
        polytope.worked((long) conflicts.size() * d.length / 32);
        int[] last = hints;
        while (true) {
            if (count > more) {
                return Found.NONE;
            }
            if (isSpent(stop)) {
                return Found.OPEN;
            }
            BitSet rows = without(without(set, given), used);
            MarginProgram.Outcome outcome = program.solve(rows.stream().toArray(), within(last, rows));
            if (outcome != MarginProgram.Outcome.CONFLICT) {
                consider(program.weights());
                if (outcome == MarginProgram.Outcome.OPEN) {
                    return Found.OPEN;
                }
                break;
            }
            BitSet conflict = remember();
            touched.or(conflict);
            last = program.conflict();
            BitSet open = without(conflict, kept);
            if (open.isEmpty()) {
                return Found.NONE;
            }
            used.or(open);
            count++;
            branch = branch == null || open.cardinality() < branch.cardinality() ? open : branch;
        }
        if (branch == null) {
            return Found.ONE;
        }
        if (more == 0) {
            return Found.NONE;
        }
        Found found = Found.NONE;
        BitSet nowKept = copy(kept);
        for (int b = branch.nextSetBit(0); b >= 0; b = branch.nextSetBit(b + 1)) {
            BitSet nowGiven = copy(given);
            nowGiven.set(b);
            Found below = search(set, copy(nowKept), nowGiven, more - 1, last);
            if (below == Found.ONE || (below == Found.OPEN && isSpent(stop))) {
                return below;
            }
            found = below == Found.OPEN ? Found.OPEN : found;
            nowKept.set(b);
        }
        return found;
    }

    private static int[] within(int[] rows, BitSet set) {
        return Arrays.stream(rows).filter(set::get).toArray();
    }

    private static boolean isWithin(BitSet part, BitSet set) {
        for (int b = part.nextSetBit(0); b >= 0; b = part.nextSetBit(b + 1)) {
            if (!set.get(b)) {
                return false;
            }
        }
        return true;
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
