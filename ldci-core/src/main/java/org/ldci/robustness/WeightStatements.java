package org.ldci.robustness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ldci.engine.IndexResult;
import org.ldci.internal.linear.LinearProgram;
import org.ldci.model.Region;

/**
 * Exact statements about what weights can and cannot do to a ranking: no sampling, no error of estimation.
 *
 * <p>Under a power mean the order of two regions depends on the sign of {@code sum w_j (phi(a_j) - phi(b_j))}, turned round where
 * phi falls (p below 0), which is linear in the weights; so every statement is a linear programme, or a search over such, or
 * has a closed form. What each needs of the data: an index (or component) that is a power mean or weighted sum of its children,
 * and regions that have a score in every measured child. Regions without a score are left out; regions that have one in spite
 * of a missing child are refused, because renormalised weights are not linear, unless {@link #ofCompleteRegions} is asked for.
 *
 * <p>Ahead means by more than 1e-9 of the greatest difference of two regions in one child, after the transform; less counts as a
 * tie. Bounds are proved by the duals of the programmes, summed in plain arithmetic.
 *
 * <p>Extreme ranks are NP-hard in the number of weights. With up to three weights they are exact for hundreds of regions. With
 * dozens they are exact where few regions stand in the way: some 50 regions, or hundreds within a narrow band, or whose children
 * are unrelated. For 360 regions by 8 to 30 related children and any weights, about half of the ends are exact at the default limit of
 * work, and the others are on average 4 to 9 ranks from what is proved, at most 25 in trials; ten times the work about halves
 * that. See {@link #withWorkLimit} and {@link RankRange.Extreme#bound}.
 *
 * <p>Immutable but for answers kept for the next question; thread-safe. Source: M. Kadziński, S. Greco, R. Słowiński, "Extreme
 * ranking analysis in robust ordinal regression", Omega 40 (2012), doi:10.1016/j.omega.2011.09.003; D. Ríos Insua, S. French,
 * "A framework for sensitivity analysis in discrete multi-objective decision-making", European Journal of Operational Research
 * 54 (1991).
 */
public final class WeightStatements {
    /** What counts as a tie, where the greatest difference within a child is 1. */
    static final double TIE = 1e-9;

    /** By how much a region that overtakes is ahead. */
    private static final double[] LEADS = {2e-9, 2e-8, 2e-7, 2e-6};

    /** How many multiplications the search for one end of a rank range may take. */
    static final long WORK = 20_000_000;

    private static final int MOST_WITNESSES = 1000;

    private final IndexResult result;
    private final WeightSpace space;
    private final long workLimit;
    private final WeightPolytope polytope;
    private final ScoreTable table;
    private final List<String> codes;

    /** Admissible weights met on the way, with the scores they give: they settle most questions without a programme. */
    private final List<double[]> witnesses = new ArrayList<>();

    private final List<double[]> witnessScores = new ArrayList<>();
    private @Nullable PartialOrder order;

    private WeightStatements(IndexResult result, WeightSpace space, boolean completeOnly, long workLimit) {
        this(result, space, WeightPolytope.of(result, space), completeOnly, workLimit);
    }

    private WeightStatements(
            IndexResult result, WeightSpace space, WeightPolytope polytope, boolean completeOnly, long workLimit) {
        this(result, space, polytope, ScoreTable.of(result, space, polytope, completeOnly), workLimit);
    }

    private WeightStatements(
            IndexResult result, WeightSpace space, WeightPolytope polytope, ScoreTable table, long workLimit) {
        this.result = result;
        this.space = space;
        this.workLimit = workLimit;
        this.polytope = polytope;
        this.table = table;
        this.codes = table.regions().stream().map(Region::code).toList();
    }

    /**
     * Statements over all weights of the children of the index.
     *
     * @param result the result
     * @return the statements
     * @throws IllegalArgumentException if the index is no power mean
     * @throws org.ldci.data.DataException if a region has a score in spite of a missing child, or none has all
     */
    public static WeightStatements of(IndexResult result) {
        return of(result, WeightSpace.ofIndex());
    }

    /**
     * Statements over admissible weights.
     *
     * @param result the result
     * @param space the admissible weights
     * @return the statements
     * @throws IllegalArgumentException if what is weighed is no power mean, a constraint names an unknown or unmeasured node, or
     *     no weights meet all constraints
     * @throws org.ldci.data.DataException if a region has a score in spite of a missing child, or none has all
     */
    public static WeightStatements of(IndexResult result, WeightSpace space) {
        return new WeightStatements(result, space, false, WORK);
    }

    /**
     * Statements over admissible weights, among the regions that have a score in every child; ranks are ranks among them.
     *
     * @param result the result
     * @param space the admissible weights
     * @return the statements
     * @throws IllegalArgumentException as {@link #of(IndexResult, WeightSpace)}
     * @throws org.ldci.data.DataException if no region has all
     */
    public static WeightStatements ofCompleteRegions(IndexResult result, WeightSpace space) {
        return new WeightStatements(result, space, true, WORK);
    }

    /**
     * The same statements with another limit of work for {@link #rankRange}.
     *
     * @param multiplications how many multiplications the programmes for one end of one range may take, at least 0; 20
     *     million by default, roughly a tenth of a second
     * @return statements with that limit
     * @throws IllegalArgumentException if it is negative
     */
    public WeightStatements withWorkLimit(long multiplications) {
        if (multiplications < 0) {
            throw new IllegalArgumentException("the limit of work must be at least 0 but is " + multiplications);
        }
        return new WeightStatements(result, space, WeightPolytope.of(result, space), table, multiplications);
    }

    /**
     * The admissible weights.
     *
     * @return the space
     */
    public WeightSpace space() {
        return space;
    }

    /**
     * The regions that are compared.
     *
     * @return an unmodifiable list in the order of the data
     */
    public List<Region> regions() {
        return table.regions();
    }

    /**
     * The children that are weighed.
     *
     * @return their codes, an unmodifiable list in the order of the tree
     */
    public List<String> children() {
        return polytope.codes();
    }

    private int position(String region) {
        return table.position(result, region);
    }

    // ---- dominance

    /**
     * Whether a region is at least as good as another in every child, and better in one.
     *
     * @param region the code of the one
     * @param other the code of the other
     * @return true if it dominates the other
     * @throws IllegalArgumentException if there is no such region that is compared
     */
    public boolean dominates(String region, String other) {
        double[] a = table.values(position(region));
        double[] b = table.values(position(other));
        boolean better = false;
        for (int j = 0; j < a.length; j++) {
            if (a[j] < b[j]) {
                return false;
            }
            better |= a[j] > b[j];
        }
        return better;
    }

    /**
     * Which regions are ahead of which others for all admissible weights.
     *
     * @return the partial order
     */
    public synchronized PartialOrder partialOrder() {
        PartialOrder known = order;
        if (known == null) {
            known = new PartialOrder(codes, leastLeads());
            order = known;
        }
        return known;
    }

    private byte[] leastLeads() {
        int n = table.size();
        double[] nominal = polytope.nominal();
        if (polytope.admits(nominal)) {
            witness(nominal);
        }
        for (int j = 0; j < nominal.length; j++) {
            double[] most = new double[nominal.length];
            most[j] = -1;
            witness(polytope.least(most).weights());
        }
        double[] scores = table.scores(nominal);
        int[] best = IntStream.range(0, n)
                .boxed()
                .sorted((a, b) -> Double.compare(scores[b], scores[a]))
                .mapToInt(i -> i)
                .toArray();
        byte[] least = new byte[n * n];
        BitSet[] ahead = new BitSet[n];
        BitSet[] behind = new BitSet[n];
        Arrays.setAll(ahead, i -> new BitSet(n));
        Arrays.setAll(behind, i -> new BitSet(n));
        // neighbours first, so that most of the rest follows from them
        for (int gap = 1; gap < n; gap++) {
            for (int place = 0; place + gap < n; place++) {
                for (int turn = 0; turn < 2; turn++) {
                    int a = turn == 0 ? best[place] : best[place + gap];
                    int b = turn == 0 ? best[place + gap] : best[place];
                    int sign = least[b * n + a] > 0 ? -1 : ahead[a].intersects(behind[b]) ? 1 : leastLead(a, b);
                    least[a * n + b] = (byte) sign;
                    if (sign > 0) {
                        ahead[a].set(b);
                        behind[b].set(a);
                    }
                }
            }
        }
        return least;
    }

    /** The sign of the least lead of a on b, where a tie has none. */
    private int leastLead(int a, int b) {
        for (double[] scores : witnessScores) {
            if (scores[a] - scores[b] < -TIE) {
                return -1;
            }
        }
        double[] d = table.difference(a, b);
        int closed = polytope.exceedsEverywhere(d, TIE);
        if (closed > 0) {
            return 1;
        } else if (closed < 0) {
            return polytope.exceedsEverywhere(d, -TIE) > 0 ? 0 : -1;
        }
        WeightPolytope.Least found = polytope.least(d);
        witness(found.weights());
        return found.bound() > TIE ? 1 : WeightPolytope.dot(d, found.weights()) < -TIE ? -1 : 0;
    }

    private void witness(double[] weights) {
        if (witnesses.size() < MOST_WITNESSES) {
            witnesses.add(weights);
            witnessScores.add(table.scores(weights));
        }
    }

    // ---- ranks

    /**
     * The best and the worst rank of one region over all admissible weights. Either end is exact, or has a bound that is
     * proved: the limit of work is counted in multiplications, not in time, so that every run gives the same.
     *
     * @param region its code or alias
     * @return the range, with weights that reach both ends
     * @throws IllegalArgumentException if there is no such region that is compared
     */
    public RankRange rankRange(String region) {
        return rankRange(position(region));
    }

    /**
     * The best and the worst rank of every region over all admissible weights.
     *
     * @return the ranges
     */
    public RankRanges rankRanges() {
        return new RankRanges(
                IntStream.range(0, table.size()).mapToObj(this::rankRange).toList());
    }

    private synchronized RankRange rankRange(int region) {
        PartialOrder settled = partialOrder();
        double[] scores = table.scores(polytope.nominal());
        int nominal = 1;
        int always = 0;
        List<Integer> open = new ArrayList<>();
        for (int other = 0; other < table.size(); other++) {
            if (other == region) {
                continue;
            }
            nominal += scores[other] - scores[region] > TIE ? 1 : 0;
            if (settled.least(other, region) > 0) {
                always++;
            } else if (settled.least(region, other) < 0) {
                open.add(other);
            }
        }
        ExtremeRankSearch best = search(region, open, true);
        ExtremeRankSearch worst = search(region, open, false);
        int most = 1 + always + open.size();
        return new RankRange(
                codes.get(region),
                nominal,
                extreme(best, 1 + always + best.best(), 1 + always + best.proven(), region, open, true),
                extreme(worst, most - worst.best(), most - worst.proven(), region, open, false));
    }

    private ExtremeRankSearch search(int region, List<Integer> open, boolean best) {
        double[][] leads = open.stream()
                .map(other -> best ? table.difference(region, other) : table.difference(other, region))
                .toArray(double[][]::new);
        ExtremeRankSearch search = new ExtremeRankSearch(polytope, leads, best ? -TIE : TIE, !best, workLimit);
        int chosen = -1;
        int fewest = Integer.MAX_VALUE;
        for (int w = 0; w < witnesses.size(); w++) {
            double[] scores = witnessScores.get(w);
            int given = 0;
            for (int other : open) {
                boolean isAhead = scores[other] - scores[region] > TIE;
                given += isAhead == best ? 1 : 0;
            }
            if (given < fewest) {
                fewest = given;
                chosen = w;
            }
        }
        search.consider(
                chosen < 0 ? polytope.least(new double[polytope.codes().size()]).weights() : witnesses.get(chosen));
        search.run(witnesses);
        return search;
    }

    private RankRange.Extreme extreme(
            ExtremeRankSearch search, int rank, int bound, int region, List<Integer> open, boolean best) {
        double[] weights = search.weights();
        double room = 1;
        for (int other : open) {
            double lead = WeightPolytope.dot(table.difference(region, other), weights);
            if (best ? lead >= -TIE : lead < -TIE) {
                room = Math.min(room, Math.abs(lead));
            }
        }
        return new RankRange.Extreme(rank, bound, polytope.named(weights), room <= TIE ? 0 : room);
    }

    /**
     * The regions that are first, alone or with others, for some admissible weights.
     *
     * @return their codes in the order of the data; at least one
     */
    public synchronized List<String> potentiallyFirst() {
        PartialOrder settled = partialOrder();
        List<String> first = new ArrayList<>();
        for (int region = 0; region < table.size(); region++) {
            if (canBeFirst(settled, region)) {
                first.add(codes.get(region));
            }
        }
        return first;
    }

    private boolean canBeFirst(PartialOrder settled, int region) {
        List<double[]> leads = new ArrayList<>();
        for (int other = 0; other < table.size(); other++) {
            if (other != region && settled.least(other, region) > 0) {
                return false;
            } else if (other != region && settled.least(region, other) < 0) {
                leads.add(table.difference(region, other));
            }
        }
        for (double[] scores : witnessScores) {
            if (Arrays.stream(scores).allMatch(score -> score - scores[region] <= TIE)) {
                return true;
            }
        }
        double[][] d = leads.toArray(double[][]::new);
        WeightPolytope.Margin margin =
                polytope.widest(d, IntStream.range(0, d.length).toArray());
        if (margin.weights() == null || (margin.low() < -TIE && margin.high() >= -TIE)) {
            throw new IllegalStateException("rounding left open whether '" + codes.get(region) + "' can be first");
        }
        return margin.low() >= -TIE;
    }

    // ---- changes

    /**
     * The smallest changes of the nominal weights that put one region ahead of another.
     *
     * @param challenger the code of the region that is to be ahead
     * @param leader the code of the other
     * @return the changes, or that no admissible weights do it
     * @throws IllegalArgumentException if there is no such region that is compared, or both are the same
     */
    public Overtaking overtaking(String challenger, String leader) {
        int a = position(challenger);
        int b = position(leader);
        if (a == b) {
            throw new IllegalArgumentException("region '" + challenger + "' cannot overtake itself");
        }
        double[] d = table.difference(a, b);
        double[] nominal = polytope.nominal();
        Optional<Overtaking.Change> total;
        Optional<Overtaking.Change> band;
        if (polytope.admits(nominal) && WeightPolytope.dot(d, nominal) > TIE) {
            total = Optional.of(new Overtaking.Change(0, polytope.named(nominal)));
            band = total;
        } else {
            total = change(d, lead -> polytope.nearest(d, lead));
            band = total.isEmpty() ? total : change(d, lead -> polytope.narrowest(d, lead));
        }
        return new Overtaking(codes.get(a), codes.get(b), polytope.named(nominal), total, band);
    }

    /** The change with the least lead that rounding lets a programme tell from none, whose weights do lead. */
    private Optional<Overtaking.Change> change(double[] d, DoubleFunction<WeightPolytope.Found> programme) {
        for (double lead : LEADS) {
            WeightPolytope.Found found = programme.apply(lead);
            if (found.status() == LinearProgram.Status.INFEASIBLE) {
                return Optional.empty();
            } else if (found.status() == LinearProgram.Status.OPTIMAL && WeightPolytope.dot(d, found.weights()) > 0) {
                return Optional.of(new Overtaking.Change(found.size(), polytope.named(found.weights())));
            }
        }
        throw new IllegalStateException("rounding left open how weights have to change");
    }

    /**
     * How far each single weight can move, the others in proportion, before the ranking or the leader changes. The
     * constraints of the space play no part.
     *
     * @return the intervals
     */
    public WeightIntervals weightIntervals() {
        return WeightIntervals.of(table, polytope.nominal(), polytope.codes(), TIE);
    }

    /** One line, made for JShell. */
    @Override
    public String toString() {
        return "WeightStatements: " + table.size() + " regions by "
                + polytope.codes().size() + " weights; " + space
                + "; ask partialOrder(), rankRanges(), overtaking(a, b), weightIntervals()";
    }
}
