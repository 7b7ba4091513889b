package org.ldci.robustness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ldci.internal.text.Console;
import org.ldci.internal.text.Suggestion;
import org.ldci.internal.text.TextTable;

/**
 * Which regions are ahead of which others whatever the admissible weights, and so the part of the ranking that weights cannot
 * change.
 *
 * <p>A region is above another if it is never behind it and, for some admissible weights, ahead: the necessary preference of
 * robust ordinal regression. Over all weights, without constraints, this is dominance: at least as good in every child. Ahead
 * means by more than 1e-9 of the greatest difference of two regions in one child, after the transform of the mean.
 *
 * <p>Immutable, compared by value. Source: S. Greco, V. Mousseau, R. Słowiński, "Ordinal regression revisited", European
 * Journal of Operational Research 191 (2008), doi:10.1016/j.ejor.2007.08.013; J. E. Foster, M. McGillivray, S. Seth,
 * "Composite indices: rank robustness, statistical association, and redundancy", Econometric Reviews 32 (2013),
 * doi:10.1080/07474938.2012.690647.
 */
public final class PartialOrder {
    /** How two regions stand to each other over all admissible weights. */
    public enum Relation {
        /** Ahead for all admissible weights. */
        ALWAYS_AHEAD,
        /** Ahead for some admissible weights and tied for the others. */
        NEVER_BEHIND,
        /** Tied for all admissible weights. */
        ALWAYS_TIED,
        /** Behind for some admissible weights and tied for the others. */
        NEVER_AHEAD,
        /** Behind for all admissible weights. */
        ALWAYS_BEHIND,
        /** Ahead for some admissible weights and behind for others. */
        DEPENDS_ON_WEIGHTS
    }

    /**
     * A region right above another, with none in between.
     *
     * @param above the code of the one
     * @param below the code of the other
     */
    public record Edge(String above, String below) {}

    private final List<String> codes;
    private final Map<String, Integer> positions;
    /** For a and b at {@code a * n + b}, the sign of the least lead of a on b. */
    private final byte[] least;

    private final BitSet[] below;
    private final BitSet[] above;

    PartialOrder(List<String> codes, byte[] least) {
        this.codes = List.copyOf(codes);
        this.positions = positions(codes);
        this.least = least;
        int n = codes.size();
        this.below = sets(n);
        this.above = sets(n);
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                if (least[a * n + b] > 0 || (least[a * n + b] == 0 && least[b * n + a] < 0)) {
                    below[a].set(b);
                    above[b].set(a);
                }
            }
        }
    }

    private static Map<String, Integer> positions(List<String> codes) {
        Map<String, Integer> positions = new LinkedHashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            positions.putIfAbsent(codes.get(i), i);
        }
        return positions;
    }

    private static BitSet[] sets(int n) {
        BitSet[] sets = new BitSet[n];
        Arrays.setAll(sets, i -> new BitSet(n));
        return sets;
    }

    /** The sign of the least lead of one region on another, by position. */
    int least(int a, int b) {
        return least[a * codes.size() + b];
    }

    private int find(String region) {
        Integer at = positions.get(region);
        if (at == null) {
            throw new IllegalArgumentException("region '" + region + "' is not among the " + codes.size()
                    + " regions that are compared" + Suggestion.nearest(region, codes));
        }
        return at;
    }

    /**
     * The regions that are compared.
     *
     * @return their codes, an unmodifiable list in the order of the data
     */
    public List<String> regions() {
        return codes;
    }

    /**
     * How one region stands to another.
     *
     * @param region the code of the one
     * @param other the code of the other
     * @return the relation; {@link Relation#ALWAYS_TIED} to itself
     * @throws IllegalArgumentException if there is no such region
     */
    public Relation relation(String region, String other) {
        int a = find(region);
        int b = find(other);
        if (a == b) {
            return Relation.ALWAYS_TIED;
        }
        int ahead = least(a, b);
        int behind = least(b, a);
        if (ahead > 0) {
            return Relation.ALWAYS_AHEAD;
        } else if (behind > 0) {
            return Relation.ALWAYS_BEHIND;
        } else if (ahead == 0) {
            return behind == 0 ? Relation.ALWAYS_TIED : Relation.NEVER_BEHIND;
        }
        return behind == 0 ? Relation.NEVER_AHEAD : Relation.DEPENDS_ON_WEIGHTS;
    }

    /**
     * The regions below one: never ahead of it, and behind for some admissible weights.
     *
     * @param region its code
     * @return their codes in the order of the data
     * @throws IllegalArgumentException if there is no such region
     */
    public List<String> below(String region) {
        return below[find(region)].stream().mapToObj(codes::get).toList();
    }

    /**
     * The regions above one: never behind it, and ahead for some admissible weights.
     *
     * @param region its code
     * @return their codes in the order of the data
     * @throws IllegalArgumentException if there is no such region
     */
    public List<String> above(String region) {
        return above[find(region)].stream().mapToObj(codes::get).toList();
    }

    /**
     * The regions that no other is above.
     *
     * @return their codes in the order of the data; at least one
     */
    public List<String> maximal() {
        List<String> maximal = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            if (above[i].isEmpty()) {
                maximal.add(codes.get(i));
            }
        }
        return maximal;
    }

    /**
     * The order without what follows from the rest: the lines of its Hasse diagram. Regions that are always tied have the same
     * edges.
     *
     * @return the edges, by the upper region in the order of the data
     */
    public List<Edge> edges() {
        List<Edge> edges = new ArrayList<>();
        for (int a = 0; a < codes.size(); a++) {
            for (int b = below[a].nextSetBit(0); b >= 0; b = below[a].nextSetBit(b + 1)) {
                if (!below[a].intersects(above[b])) {
                    edges.add(new Edge(codes.get(a), codes.get(b)));
                }
            }
        }
        return edges;
    }

    /**
     * The share of pairs of regions whose order no admissible weights turn round.
     *
     * @return settled pairs by all pairs, from 0 to 1; NaN for a single region
     */
    public double settledShare() {
        long pairs = (long) codes.size() * (codes.size() - 1) / 2;
        return pairs == 0 ? Double.NaN : (double) settled() / pairs;
    }

    private long settled() {
        long settled = 0;
        int n = codes.size();
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < a; b++) {
                settled += least(a, b) >= 0 || least(b, a) >= 0 ? 1 : 0;
            }
        }
        return settled;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PartialOrder that && codes.equals(that.codes) && Arrays.equals(least, that.least);
    }

    @Override
    public int hashCode() {
        return 31 * codes.hashCode() + Arrays.hashCode(least);
    }

    /** A title and the first ten regions, those with the fewest above them first, made for JShell. */
    @Override
    public String toString() {
        return table().brief(title(), "print() for all");
    }

    /** Prints every region to the standard output. */
    public void print() {
        Console.print(text());
    }

    /**
     * Every region as plain text, those with the fewest above them first.
     *
     * @return lines parted and ended by a line feed
     */
    public String text() {
        return title() + "\n" + table().all();
    }

    private String title() {
        return "Partial order: " + codes.size() + " regions, "
                + TextTable.number(100 * settledShare(), 1) + " % of pairs settled, "
                + maximal().size() + " maximal";
    }

    private TextTable table() {
        List<Integer> order = IntStream.range(0, codes.size())
                .boxed()
                .sorted((a, b) -> Integer.compare(above[a].cardinality(), above[b].cardinality()))
                .toList();
        return new TextTable(1, List.of("code", "above it", "below it", "right below"), codes.size(), place -> {
            int a = order.get(place);
            List<String> right = below[a].stream()
                    .filter(b -> !below[a].intersects(above[b]))
                    .mapToObj(codes::get)
                    .toList();
            return List.of(
                    codes.get(a),
                    Integer.toString(above[a].cardinality()),
                    Integer.toString(below[a].cardinality()),
                    TextTable.shorten(String.join(" ", right), 30));
        });
    }
}
