package org.ldci.robustness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ldci.internal.text.Console;
import org.ldci.internal.text.Suggestion;
import org.ldci.internal.text.TextTable;
import org.ldci.model.Geography;
import org.ldci.model.Region;
import org.ldci.rank.Ranking;

/**
 * Regions by scenarios: scores, ranks, and how far each rank lies from the nominal one.
 *
 * <p>A rank difference is the nominal rank minus the rank in the scenario, in ranks: positive if the region improves. It is NaN
 * where a side has no score; {@link #unscored} says which regions these are and why. Ranks follow the rule for ties of each
 * definition; {@link #basis} says among which regions the compared ones are taken.
 *
 * <p>Rows are the nominal regions in the order of the data, then regions that only scenarios have. Columns are the nominal index
 * and the scenarios in the order in which they were added; one that failed keeps its column, without numbers, and
 * {@link #failure} says why. Immutable, compared by value, thread-safe.
 */
public final class ScenarioTable {
    /** What {@link #print()} counts regions by: those that move by more than so many ranks. */
    private static final List<Integer> THRESHOLDS = List.of(1, 2, 3, 5, 10);

    private final String title;
    private final String node;
    private final RankBasis basis;
    private final Geography geography;
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final Outcome nominal;

    ScenarioTable(String title, String node, RankBasis basis, List<Region> regions, List<Outcome> outcomes) {
        this.title = title;
        this.node = node;
        this.basis = basis;
        this.geography = Geography.of(regions);
        this.nominal = outcomes.get(0);
        outcomes.forEach(outcome -> this.outcomes.put(outcome.name, outcome));
    }

    /**
     * What is compared.
     *
     * @return the code of a component or metric; that of the index if none was asked for
     */
    public String node() {
        return node;
    }

    /**
     * Which regions count in the ranks that are compared.
     *
     * @return the basis of rank differences and of what is computed from them
     */
    public RankBasis basis() {
        return basis;
    }

    /**
     * The rows.
     *
     * @return an unmodifiable list: the nominal regions in the order of the data, then those that only scenarios have
     */
    public List<Region> regions() {
        return geography.regions();
    }

    /**
     * The columns.
     *
     * @return the names of all scenarios, {@link Scenarios#NOMINAL} first, with those that failed
     */
    public List<String> scenarios() {
        return List.copyOf(outcomes.keySet());
    }

    Outcome find(String scenario) {
        Outcome outcome = outcomes.get(scenario);
        if (outcome == null) {
            throw new IllegalArgumentException(
                    "unknown scenario '" + scenario + "'" + Suggestion.nearest(scenario, outcomes.keySet()));
        }
        return outcome;
    }

    /**
     * One score.
     *
     * @param scenario the name of the scenario
     * @param region the code or an alias of the region
     * @return the score; NaN if there is none
     * @throws IllegalArgumentException if there is no such scenario or region
     */
    public double score(String scenario, String region) {
        return find(scenario).scores[geography.position(region)];
    }

    /**
     * The scores of one scenario.
     *
     * @param scenario its name
     * @return a new array in the order of {@link #regions()}; NaN where there is none
     * @throws IllegalArgumentException if there is no such scenario
     */
    public double[] scores(String scenario) {
        return find(scenario).scores.clone();
    }

    /**
     * One rank, among all regions that the scenario has a score for.
     *
     * @param scenario the name of the scenario
     * @param region the code or an alias of the region
     * @return the rank from 1, the highest score; NaN if the region is unranked
     * @throws IllegalArgumentException if there is no such scenario or region
     */
    public double rank(String scenario, String region) {
        return find(scenario).ranks[geography.position(region)];
    }

    /**
     * The ranks of one scenario, among all regions that it has a score for.
     *
     * @param scenario its name
     * @return a new array in the order of {@link #regions()}; NaN where a region is unranked
     * @throws IllegalArgumentException if there is no such scenario
     */
    public double[] ranks(String scenario) {
        return find(scenario).ranks.clone();
    }

    /**
     * How many ranks a region gains.
     *
     * @param scenario the name of the scenario
     * @param region the code or an alias of the region
     * @return the nominal rank minus the rank in the scenario, positive if the region improves; NaN if a side has no score
     * @throws IllegalArgumentException if there is no such scenario or region
     */
    public double rankDifference(String scenario, String region) {
        return find(scenario).differences[geography.position(region)];
    }

    /**
     * How many ranks each region gains.
     *
     * @param scenario the name of the scenario
     * @return a new array in the order of {@link #regions()}, as {@link #rankDifference(String, String)}
     * @throws IllegalArgumentException if there is no such scenario
     */
    public double[] rankDifferences(String scenario) {
        return find(scenario).differences.clone();
    }

    /**
     * How far the ranks of a scenario lie from the nominal ones.
     *
     * @param scenario its name
     * @return the mean and the greatest absolute shift and the rank correlations, with the number of regions they rest on
     * @throws IllegalArgumentException if there is no such scenario
     */
    public RankShift shift(String scenario) {
        return find(scenario).shift;
    }

    /**
     * How many regions move by more than some ranks, up or down.
     *
     * @param scenario the name of the scenario
     * @param ranks the number of ranks
     * @return the number of regions with |nominal rank - rank in the scenario| above it
     * @throws IllegalArgumentException if there is no such scenario
     */
    public int movedMoreThan(String scenario, double ranks) {
        return find(scenario).movedMoreThan(ranks);
    }

    /**
     * The share of regions that move by more than some ranks, up or down.
     *
     * @param scenario the name of the scenario
     * @param ranks the number of ranks
     * @return a share of the regions that have a score on both sides, from 0 to 1; NaN if there are none
     * @throws IllegalArgumentException if there is no such scenario
     */
    public double shareMovedMoreThan(String scenario, double ranks) {
        Outcome outcome = find(scenario);
        return (double) outcome.movedMoreThan(ranks) / outcome.shift.regions();
    }

    /**
     * The regions without a score in a scenario.
     *
     * @param scenario its name
     * @return the regions, each with its reason; empty if all have a score or the scenario failed
     * @throws IllegalArgumentException if there is no such scenario
     */
    public List<UnscoredRegion> unscored(String scenario) {
        return find(scenario).unscored;
    }

    /**
     * Why a scenario could not be scored.
     *
     * @param scenario its name
     * @return the message; empty if it could
     * @throws IllegalArgumentException if there is no such scenario
     */
    public Optional<String> failure(String scenario) {
        return Optional.ofNullable(find(scenario).failure);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScenarioTable that
                && title.equals(that.title)
                && node.equals(that.node)
                && basis == that.basis
                && geography.equals(that.geography)
                && List.copyOf(outcomes.values()).equals(List.copyOf(that.outcomes.values()));
    }

    @Override
    public int hashCode() {
        return Objects.hash(title, node, basis, outcomes);
    }

    /** A title and how far the first ten scenarios lie from the nominal ranks, made for JShell. */
    @Override
    public String toString() {
        return summary().brief(heading(), "print() for all");
    }

    /** Prints everything to the standard output. */
    public void print() {
        Console.print(text());
    }

    /**
     * Everything as plain text: how far each scenario lies from the nominal ranks, then every region, the best first, with its
     * nominal rank and, for each scenario, the rank and in brackets the ranks gained; then what could not be scored.
     *
     * @return lines parted and ended by a line feed
     */
    public String text() {
        StringBuilder text =
                new StringBuilder(heading() + "\n").append(summary().all());
        text.append("\nranks; in brackets nominal rank minus rank, + is better")
                .append(basis == RankBasis.OWN ? "\n" : ", among the regions with a score in both\n")
                .append(ranksTable().all());
        appendGaps(text, (scenario, region) -> false);
        return text.toString();
    }

    /** What has no score, but for what is no surprise: a scenario and the code of a region. */
    void appendGaps(StringBuilder text, BiPredicate<String, String> isExpected) {
        for (Outcome outcome : outcomes.values()) {
            if (outcome.failure != null) {
                text.append("failed: ")
                        .append(outcome.name)
                        .append(": ")
                        .append(outcome.failure)
                        .append('\n');
            }
            for (UnscoredRegion region : outcome.unscored) {
                if (isExpected.test(outcome.name, region.region().code())) {
                    continue;
                }
                text.append("no score: ")
                        .append(outcome.name)
                        .append(": ")
                        .append(TextTable.oneLine(region.reason()))
                        .append('\n');
            }
        }
    }

    private String heading() {
        long failed = outcomes.values().stream()
                .filter(outcome -> outcome.failure != null)
                .count();
        return TextTable.shorten(title, 60) + (node.equals(title) ? "" : ", " + TextTable.shorten(node, 40)) + ": "
                + regions().size() + " regions, " + (outcomes.size() - 1) + " scenarios against the nominal"
                + (failed == 0 ? "" : ", " + failed + " failed");
    }

    private TextTable summary() {
        List<String> head = new ArrayList<>(List.of("scenario", "compared", "mean shift", "max", "spearman", "tau-b"));
        THRESHOLDS.forEach(ranks -> head.add(">" + ranks));
        TextTable table = new TextTable(1, head);
        outcomes.values().stream()
                .skip(1)
                .forEach(outcome -> table.row(cells(TextTable.shortenMiddle(outcome.name), outcome)));
        return table;
    }

    static List<String> cells(String name, Outcome outcome) {
        RankShift shift = outcome.shift;
        List<String> row = new ArrayList<>(List.of(
                name,
                outcome.failure == null ? Integer.toString(shift.regions()) : "failed",
                TextTable.number(shift.meanAbsolute(), 2),
                Ranking.rankText(shift.maximum()),
                TextTable.number(shift.spearman(), 3),
                TextTable.number(shift.kendall(), 3)));
        THRESHOLDS.forEach(
                ranks -> row.add(outcome.failure == null ? Integer.toString(outcome.movedMoreThan(ranks)) : "-"));
        return row;
    }

    private TextTable ranksTable() {
        List<String> head = new ArrayList<>(List.of("code", "region"));
        outcomes.keySet().forEach(name -> head.add(TextTable.shortenMiddle(name)));
        int[] order = IntStream.range(0, regions().size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> nominal.ranks[i])) // NaN comes last
                .mapToInt(Integer::intValue)
                .toArray();
        return new TextTable(2, head, order.length, place -> {
            int i = order[place];
            List<String> row = new ArrayList<>();
            row.add(regions().get(i).code());
            row.add(TextTable.shorten(regions().get(i).name()));
            for (Outcome outcome : outcomes.values()) {
                row.add(Ranking.rankText(outcome.ranks[i])
                        + (outcome.name.equals(nominal.name) || Double.isNaN(outcome.differences[i])
                                ? ""
                                : " (" + signed(outcome.differences[i]) + ")"));
            }
            return row;
        });
    }

    /** A number of ranks with its sign; 0 has none. */
    static String signed(double ranks) {
        return (ranks > 0 ? "+" : "") + Ranking.rankText(ranks);
    }

    /** The positions of the scenarios from the greatest mean absolute shift to the least, those without one last. */
    int[] byMeanShift() {
        double[] shifts = outcomes.values().stream()
                .skip(1)
                .mapToDouble(outcome -> outcome.shift.meanAbsolute())
                .toArray();
        return IntStream.range(0, shifts.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> Double.isNaN(shifts[i]) ? 1 : -shifts[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
