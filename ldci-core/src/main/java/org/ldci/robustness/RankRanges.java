package org.ldci.robustness;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ldci.internal.text.Console;
import org.ldci.internal.text.TextTable;

/**
 * The best and the worst rank of every region over all admissible weights.
 *
 * <p>Immutable, compared by value. Source: M. Kadziński, S. Greco, R. Słowiński, "Extreme ranking analysis in robust ordinal
 * regression", Omega 40 (2012), doi:10.1016/j.omega.2011.09.003.
 */
public final class RankRanges {
    private final List<RankRange> ranges;

    RankRanges(List<RankRange> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    /**
     * The ranges of all regions.
     *
     * @return an unmodifiable list in the order of the data
     */
    public List<RankRange> ranges() {
        return ranges;
    }

    /**
     * The range of one region.
     *
     * @param region its code
     * @return the range
     * @throws IllegalArgumentException if there is no such region
     */
    public RankRange range(String region) {
        return ranges.stream()
                .filter(range -> range.region().equals(region))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no rank range of '" + region + "'"));
    }

    /**
     * How many regions have both ends proved.
     *
     * @return a count from 0 to the number of regions
     */
    public int exact() {
        return (int) ranges.stream().filter(RankRange::isExact).count();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RankRanges that && ranges.equals(that.ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode();
    }

    /** A title and the first ten regions, the best at nominal weights first, made for JShell. */
    @Override
    public String toString() {
        return table().brief(title(), "print() for all");
    }

    /** Prints every region to the standard output. */
    public void print() {
        Console.print(text());
    }

    /**
     * Every region as plain text, the best at nominal weights first.
     *
     * @return lines parted and ended by a line feed
     */
    public String text() {
        return title() + "\n" + table().all();
    }

    private String title() {
        return "Rank ranges: " + ranges.size() + " regions, "
                + (exact() == ranges.size()
                        ? "all exact"
                        : (ranges.size() - exact()) + " with a bound beyond the rank reached (limit of work)");
    }

    private TextTable table() {
        boolean bounded = exact() < ranges.size();
        List<String> head = List.of("code", "rank", "best", "worst", "best bound", "worst bound");
        TextTable table = new TextTable(1, bounded ? head : head.subList(0, 4));
        ranges.stream()
                .sorted((a, b) -> Integer.compare(a.nominal(), b.nominal()))
                .forEach(range -> {
                    List<String> cells = List.of(
                            range.region(),
                            Integer.toString(range.nominal()),
                            Integer.toString(range.best().rank()),
                            Integer.toString(range.worst().rank()),
                            Integer.toString(range.best().bound()),
                            Integer.toString(range.worst().bound()));
                    table.row(bounded ? cells : cells.subList(0, 4));
                });
        return table;
    }
}
