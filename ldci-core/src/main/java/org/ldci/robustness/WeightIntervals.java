package org.ldci.robustness;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ldci.internal.text.Console;
import org.ldci.internal.text.TextTable;

/**
 * How far each single weight can move, the others keeping their proportions, before the ranking, or the leader, changes.
 *
 * <p>If child j has the share s, the others have {@code n_k (1 - s) / (1 - n_j)}; every lead is then a straight line in s, and
 * the first of the nominal order to reach 0 ends the interval. Between the ends the order is that of the nominal weights;
 * at an end that is not 0 or 1 two regions are tied; beyond it they have changed places. Constraints on weights play no part.
 * Two regions that are tied at the nominal weights and not at others make the interval a point. A child that has all the weight
 * has no interval, as the proportions of the others are not known: its ends are NaN.
 *
 * <p>Immutable, compared by value. Source: E. Triantaphyllou, A. Sánchez, "A sensitivity analysis approach for some
 * deterministic multi-criteria decision-making methods", Decision Sciences 28 (1997),
 * doi:10.1111/j.1540-5915.1997.tb01306.x; J. E. Foster, M. McGillivray, S. Seth, "Composite indices: rank robustness,
 * statistical association, and redundancy", Econometric Reviews 32 (2013), doi:10.1080/07474938.2012.690647, for all weights at
 * once.
 */
public final class WeightIntervals {
    /**
     * An end of an interval.
     *
     * @param weight the share at the end, from 0 to 1
     * @param swap the regions that are tied there and change places beyond; empty if the weight is 0 or 1 without one
     */
    public record End(double weight, Optional<Swap> swap) {
        @Override
        public String toString() {
            return TextTable.number(weight, 4);
        }
    }

    /**
     * Two regions that change places.
     *
     * @param ahead the code of the region that is ahead inside the interval, or the first of two that are tied
     * @param behind the code of the other
     */
    public record Swap(String ahead, String behind) {
        @Override
        public String toString() {
            return ahead + "/" + behind;
        }
    }

    /**
     * The intervals of one child.
     *
     * @param code its code
     * @param nominal its nominal share
     * @param rankingFrom from where the whole ranking stays
     * @param rankingTo to where the whole ranking stays
     * @param leaderFrom from where the first region stays first
     * @param leaderTo to where the first region stays first
     */
    public record Interval(String code, double nominal, End rankingFrom, End rankingTo, End leaderFrom, End leaderTo) {}

    private final List<Interval> intervals;

    WeightIntervals(List<Interval> intervals) {
        this.intervals = List.copyOf(intervals);
    }

    /** Finds the intervals in closed form. */
    static WeightIntervals of(ScoreTable table, double[] nominal, List<String> codes, double tie) {
        double[] scores = table.scores(nominal);
        List<Integer> order = IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> Double.compare(scores[b], scores[a]))
                .toList();
        return new WeightIntervals(IntStream.range(0, codes.size())
                .mapToObj(j -> interval(table, nominal, codes.get(j), j, order, tie))
                .toList());
    }

    private static Interval interval(
            ScoreTable table, double[] nominal, String code, int j, List<Integer> order, double tie) {
        Ends ranking = new Ends(nominal[j]);
        Ends leader = new Ends(nominal[j]);
        double rest = 0;
        for (int k = 0; k < nominal.length; k++) {
            rest += k == j ? 0 : nominal[k];
        }
        for (int place = 1; place < order.size(); place++) {
            // whoever changes places first stands next to each other
            ranking.narrow(table, nominal, j, rest, order.get(place - 1), order.get(place), tie);
            leader.narrow(table, nominal, j, rest, order.get(0), order.get(place), tie);
        }
        boolean defined = rest > 0;
        return new Interval(
                code, nominal[j], ranking.from(defined), ranking.to(defined), leader.from(defined), leader.to(defined));
    }

    /** An interval that gets narrower. */
    private static final class Ends {
        private final double nominal;
        private double from;
        private double to = 1;
        private @Nullable Swap fromSwap;
        private @Nullable Swap toSwap;

        Ends(double nominal) {
            this.nominal = nominal;
        }

        void narrow(ScoreTable table, double[] weights, int j, double rest, int a, int b, double tie) {
            double[] d = table.difference(a, b);
            double others = 0;
            for (int k = 0; k < d.length; k++) {
                others += k == j ? 0 : weights[k] * d[k];
            }
            others /= rest;
            double lead = nominal * d[j] + (1 - nominal) * others;
            double slope = d[j] - others;
            Swap swap = new Swap(table.code(a), table.code(b));
            if (Math.abs(lead) <= tie) {
                if (Math.abs(slope) > tie) {
                    from = nominal;
                    to = nominal;
                    fromSwap = swap;
                    toSwap = swap;
                }
                return;
            }
            double crossing = nominal - lead / slope;
            if (slope > 0 && crossing > from) {
                from = crossing;
                fromSwap = swap;
            } else if (slope < 0 && crossing < to) {
                to = crossing;
                toSwap = swap;
            }
        }

        End from(boolean defined) {
            return new End(defined ? from : Double.NaN, Optional.ofNullable(fromSwap));
        }

        End to(boolean defined) {
            return new End(defined ? to : Double.NaN, Optional.ofNullable(toSwap));
        }
    }

    /**
     * The intervals of all children.
     *
     * @return an unmodifiable list in the order of the tree
     */
    public List<Interval> intervals() {
        return intervals;
    }

    /**
     * The intervals of one child.
     *
     * @param code its code
     * @return the intervals
     * @throws IllegalArgumentException if there is no such child
     */
    public Interval interval(String code) {
        return intervals.stream()
                .filter(interval -> interval.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no weight of '" + code + "'"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WeightIntervals that && intervals.equals(that.intervals);
    }

    @Override
    public int hashCode() {
        return intervals.hashCode();
    }

    /** A title and the first ten children, made for JShell. */
    @Override
    public String toString() {
        return table().brief(title(), "print() for all");
    }

    /** Prints every child to the standard output. */
    public void print() {
        Console.print(text());
    }

    /**
     * The intervals of every child as plain text.
     *
     * @return lines parted and ended by a line feed
     */
    public String text() {
        return title() + "\n" + table().all();
    }

    private String title() {
        return "Weight intervals: where each weight can move, the others in proportion";
    }

    private TextTable table() {
        TextTable table = new TextTable(
                1, List.of("child", "nominal", "ranking from", "to", "leader from", "to", "first swap below", "above"));
        for (Interval interval : intervals) {
            table.row(List.of(
                    interval.code(),
                    TextTable.number(interval.nominal(), 4),
                    interval.rankingFrom().toString(),
                    interval.rankingTo().toString(),
                    interval.leaderFrom().toString(),
                    interval.leaderTo().toString(),
                    swap(interval.rankingFrom()),
                    swap(interval.rankingTo())));
        }
        return table;
    }

    private static String swap(End end) {
        return end.swap().map(Swap::toString).orElse("-");
    }
}
