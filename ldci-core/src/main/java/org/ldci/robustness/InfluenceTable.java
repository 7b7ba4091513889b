package org.ldci.robustness;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ldci.internal.text.Console;
import org.ldci.internal.text.Suggestion;
import org.ldci.internal.text.TextTable;
import org.ldci.model.Region;
import org.ldci.rank.Ranking;
import org.ldci.rank.TiesStrategy;

/**
 * What happens to scores and ranks if each metric, component or region is left out in turn, and which of them matter most.
 *
 * <p>A rank difference is the nominal rank minus the rank without the element, in ranks: positive if the region improves.
 * Where regions are left out, both ranks are taken among the others. The influence of an element is its mean absolute rank
 * shift: the mean of the absolute rank differences over the regions that have a score with and without it.
 *
 * <p>Immutable, compared by value, thread-safe.
 */
public final class InfluenceTable {
    private static final String WITHOUT = "without ";

    private final ScenarioTable scenarios;
    private final ImmutableSet<String> elements;
    private final ImmutableMap<String, String> goesWith;
    private final double[] influenceRanks;

    /**
     * How much one element matters.
     *
     * @param rank 1 for the greatest mean absolute rank shift, the best of the tied ranks for equal ones; NaN if there is none
     * @param element the code of the metric, component or region left out
     * @param shift how far ranks move without it
     */
    public record Influence(double rank, String element, RankShift shift) {
        @Override
        public String toString() {
            return Ranking.rankText(rank) + " " + element + ": mean shift " + TextTable.number(shift.meanAbsolute(), 2);
        }
    }

    InfluenceTable(ScenarioTable scenarios, List<String> elements, Map<String, String> goesWith) {
        this.scenarios = scenarios;
        this.elements = ImmutableSet.copyOf(elements);
        this.goesWith = ImmutableMap.copyOf(goesWith);
        this.influenceRanks = Ranking.ranks(
                elements.stream()
                        .mapToDouble(element -> find(element).shift.meanAbsolute())
                        .toArray(),
                TiesStrategy.MIN);
    }

    /** The name of the scenario that lacks an element. */
    static String scenario(String element) {
        return WITHOUT + element;
    }

    private Outcome find(String element) {
        return scenarios.find(scenarioOf(element));
    }

    private String scenarioOf(String element) {
        if (!elements.contains(element)) {
            throw new IllegalArgumentException(
                    "'" + element + "' was not left out" + Suggestion.nearest(element, elements));
        }
        return scenario(element);
    }

    /**
     * What was left out.
     *
     * @return the codes in the order of the tree or of the data
     */
    public List<String> elements() {
        return elements.asList();
    }

    /**
     * The same as a table of scenarios, each named "without " and the code.
     *
     * @return the table, the nominal index first
     */
    public ScenarioTable scenarios() {
        return scenarios;
    }

    /**
     * The regions.
     *
     * @return an unmodifiable list in the order of the data
     */
    public List<Region> regions() {
        return scenarios.regions();
    }

    /**
     * The elements by their influence.
     *
     * @return those with the greatest mean absolute rank shift first, equal ones in the order of {@link #elements()}, those that
     *     could not be left out last
     */
    public List<Influence> influence() {
        List<Influence> ranking = new ArrayList<>();
        for (int i : scenarios.byMeanShift()) {
            String element = elements().get(i);
            ranking.add(new Influence(influenceRanks[i], element, find(element).shift));
        }
        return List.copyOf(ranking);
    }

    /**
     * How far ranks move without an element.
     *
     * @param element the code of what is left out
     * @return the mean and the greatest absolute shift and the rank correlations, with the number of regions they rest on
     * @throws IllegalArgumentException if it was not left out
     */
    public RankShift shift(String element) {
        return find(element).shift;
    }

    /**
     * The scores without an element.
     *
     * @param element the code of what is left out
     * @return a new array in the order of {@link #regions()}; NaN where there is none
     * @throws IllegalArgumentException if it was not left out
     */
    public double[] scores(String element) {
        return scenarios.scores(scenarioOf(element));
    }

    /**
     * A score without an element.
     *
     * @param element the code of what is left out
     * @param region the code or an alias of the region
     * @return the score; NaN if there is none
     * @throws IllegalArgumentException if it was not left out, or there is no such region
     */
    public double score(String element, String region) {
        return scenarios.score(scenarioOf(element), region);
    }

    /**
     * The ranks without an element.
     *
     * @param element the code of what is left out
     * @return a new array in the order of {@link #regions()}; NaN where a region is unranked
     * @throws IllegalArgumentException if it was not left out
     */
    public double[] ranks(String element) {
        return scenarios.ranks(scenarioOf(element));
    }

    /**
     * A rank without an element.
     *
     * @param element the code of what is left out
     * @param region the code or an alias of the region
     * @return the rank from 1, the highest score; NaN if the region is unranked
     * @throws IllegalArgumentException if it was not left out, or there is no such region
     */
    public double rank(String element, String region) {
        return scenarios.rank(scenarioOf(element), region);
    }

    /**
     * How many ranks each region gains without an element.
     *
     * @param element the code of what is left out
     * @return a new array in the order of {@link #regions()}: nominal rank minus rank, positive if the region improves; NaN where
     *     a side has no score
     * @throws IllegalArgumentException if it was not left out
     */
    public double[] rankDifferences(String element) {
        return scenarios.rankDifferences(scenarioOf(element));
    }

    /**
     * How many ranks a region gains without an element.
     *
     * @param element the code of what is left out
     * @param region the code or an alias of the region
     * @return nominal rank minus rank, positive if the region improves; NaN if a side has no score
     * @throws IllegalArgumentException if it was not left out, or there is no such region
     */
    public double rankDifference(String element, String region) {
        return scenarios.rankDifference(scenarioOf(element), region);
    }

    /**
     * The regions without a score when an element is left out.
     *
     * @param element the code of what is left out
     * @return the regions, each with its reason, a region that is itself left out among them
     * @throws IllegalArgumentException if it was not left out
     */
    public List<UnscoredRegion> unscored(String element) {
        return find(element).unscored;
    }

    /**
     * Why an element could not be left out.
     *
     * @param element its code
     * @return the message; empty if it could
     * @throws IllegalArgumentException if there is no such element
     */
    public Optional<String> failure(String element) {
        return Optional.ofNullable(find(element).failure);
    }

    /**
     * The component that goes with an element because the element is the last of its children.
     *
     * @param element the code of what is left out
     * @return the code of the outermost such component; empty if none goes with it
     * @throws IllegalArgumentException if it was not left out
     */
    public Optional<String> goesWith(String element) {
        scenarioOf(element);
        return Optional.ofNullable(goesWith.get(element));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InfluenceTable that
                && scenarios.equals(that.scenarios)
                && elements.equals(that.elements)
                && goesWith.equals(that.goesWith)
                && Arrays.equals(influenceRanks, that.influenceRanks);
    }

    @Override
    public int hashCode() {
        return Objects.hash(scenarios, elements);
    }

    /** A title and the ten most influential elements, made for JShell. */
    @Override
    public String toString() {
        return table().brief(heading(), "print() for all");
    }

    /** Prints every element to the standard output. */
    public void print() {
        Console.print(text());
    }

    /**
     * Every element as plain text, the most influential first, with the components that go with some, the elements that could not
     * be left out, and the regions without a score.
     *
     * @return lines parted and ended by a line feed
     */
    public String text() {
        StringBuilder text = new StringBuilder(heading() + "\n").append(table().all());
        goesWith.forEach((element, component) -> text.append("without ")
                .append(element)
                .append(" nothing is left in ")
                .append(component)
                .append(", which goes with it\n"));
        // a region that is left out has no score, of course
        scenarios.appendGaps(
                text,
                (scenario, region) ->
                        elements.contains(region) && scenarioOf(region).equals(scenario));
        return text.toString();
    }

    private String heading() {
        return TextTable.shorten(scenarios.node(), 60) + ": " + elements.size() + " left out in turn, "
                + regions().size() + " regions";
    }

    private TextTable table() {
        TextTable table = new TextTable(
                1,
                List.of(
                        "left out",
                        "influence",
                        "compared",
                        "mean shift",
                        "max",
                        "spearman",
                        "tau-b",
                        ">1",
                        ">2",
                        ">3",
                        ">5",
                        ">10"));
        for (Influence influence : influence()) {
            List<String> row = ScenarioTable.cells(TextTable.shorten(influence.element()), find(influence.element()));
            row.add(1, Ranking.rankText(influence.rank()));
            table.row(row);
        }
        return table;
    }
}
