package org.ldci.robustness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ldci.engine.IndexResult;
import org.ldci.internal.text.Console;
import org.ldci.internal.text.Digest;
import org.ldci.internal.text.TextTable;
import org.ldci.model.Region;
import org.ldci.rank.Ranking;

/**
 * What the replicates of a study gave: for each region, the distribution of its score and of its rank.
 *
 * <p>Ranks are competition ranks: 1 and the number of regions ahead. Shares and means of a region are over the replicates in which it
 * has a score; {@link #ranked} says how many these are. Means, least and greatest values are exact.
 * Ranks are counted exactly for up to 4,096 regions; beyond, exactly within 32 places of the nominal rank and to 1/16 of the
 * distance from it further away, with the first rank exact. Quantiles of scores come from bins of at most 1/8,192 of the nominal range near the nominal
 * score and, further away, of 1/16 of the distance from it, or 1/8 for over 4,096 regions.
 *
 * <p>Immutable and thread-safe.
 */
public final class RobustnessResult {
    /** What intervals are printed at; audits of the JRC do so. */
    private static final double LEVEL = 0.9;

    private final RobustnessStudy study;
    private final IndexResult nominal;
    private final Tally tally;
    private final TallyReader counted;
    private final List<Range> ranges;
    private final Map<Long, String> labels;
    private final List<String> nodes;

    /**
     * Replicates that were run.
     *
     * @param from the number of the first
     * @param to the number after the last
     */
    public record Range(long from, long to) {}

    RobustnessResult(Simulation simulation, Tally tally, List<Range> ranges) {
        this(simulation.study, simulation.nominal, tally, ranges, labels(simulation, tally), simulation.tree.codes);
    }

    private RobustnessResult(
            RobustnessStudy study,
            IndexResult nominal,
            Tally tally,
            List<Range> ranges,
            Map<Long, String> labels,
            List<String> nodes) {
        this.study = study;
        this.nominal = nominal;
        this.tally = tally;
        this.counted = new TallyReader(tally);
        this.ranges = ranges;
        this.labels = labels;
        this.nodes = nodes;
    }

    private static Map<Long, String> labels(Simulation simulation, Tally tally) {
        Map<Long, String> labels = new LinkedHashMap<>();
        tally.scenarios.keySet().forEach(number -> labels.put(number, simulation.label(number)));
        return labels;
    }

    /**
     * What was varied, and how often.
     *
     * @return the study
     */
    public RobustnessStudy study() {
        return study;
    }

    /**
     * The index without variation.
     *
     * @return its result
     */
    public IndexResult nominal() {
        return nominal;
    }

    /**
     * The regions.
     *
     * @return an unmodifiable list in the order of the input
     */
    public List<Region> regions() {
        return nominal.regions();
    }

    /**
     * The number of replicates that were scored.
     *
     * @return at least 0, without those that failed
     */
    public long replicates() {
        return tally.done;
    }

    /**
     * The number of replicates that could not be scored.
     *
     * @return 0 unless the study excludes failures
     */
    public long failed() {
        return tally.failed;
    }

    /**
     * Why replicates could not be scored.
     *
     * @return of the first 20 that failed, the number, the draw and the cause
     */
    public List<String> failures() {
        return tally.failures.stream().map(Tally.Failure::message).toList();
    }

    /**
     * Which replicates were run.
     *
     * @return ranges in ascending order, none touching another
     */
    public List<Range> ranges() {
        return ranges;
    }

    /**
     * Whether replicates of the study are missing, because the run was ended early or is a part.
     *
     * @return true if any is missing
     */
    public boolean isPartial() {
        return !ranges.equals(List.of(new Range(0, study.size())));
    }

    private int at(String region) {
        return nominal.dataset().geography().position(region);
    }

    /**
     * In how many replicates a region has a score and a rank.
     *
     * @param region the code or an alias of the region
     * @return from 0 to {@link #replicates()}
     * @throws IllegalArgumentException if there is no such region
     */
    public long ranked(String region) {
        return tally.ranked[at(region)];
    }

    /**
     * The rank without variation.
     *
     * @param region the code or an alias of the region
     * @return the competition rank from 1; NaN for none
     * @throws IllegalArgumentException if there is no such region
     */
    public double nominalRank(String region) {
        int rank = tally.nominalRanks[at(region)];
        return rank == 0 ? Double.NaN : rank;
    }

    /**
     * The score without variation.
     *
     * @param region the code or an alias of the region
     * @return the score; NaN for none
     * @throws IllegalArgumentException if there is no such region
     */
    public double nominalScore(String region) {
        return tally.nominalScores[at(region)];
    }

    /**
     * The mean score.
     *
     * @param region the code or an alias of the region
     * @return the mean over replicates; NaN if the region never has a score
     * @throws IllegalArgumentException if there is no such region
     */
    public double meanScore(String region) {
        return counted.meanScore(at(region));
    }

    /**
     * The least score.
     *
     * @param region the code or an alias of the region
     * @return the least over replicates; NaN if the region never has a score
     * @throws IllegalArgumentException if there is no such region
     */
    public double leastScore(String region) {
        return tally.ranked[at(region)] == 0 ? Double.NaN : tally.leastScores[at(region)];
    }

    /**
     * The greatest score.
     *
     * @param region the code or an alias of the region
     * @return the greatest over replicates; NaN if the region never has a score
     * @throws IllegalArgumentException if there is no such region
     */
    public double greatestScore(String region) {
        return tally.ranked[at(region)] == 0 ? Double.NaN : tally.greatestScores[at(region)];
    }

    /**
     * A quantile of the score, by linear interpolation in a bin; see the class for its error.
     *
     * @param region the code or an alias of the region
     * @param probability from 0, the least score, to 1, the greatest
     * @return the quantile; NaN if the region never has a score
     * @throws IllegalArgumentException if there is no such region, or the probability is outside [0, 1]
     */
    public double scoreQuantile(String region, double probability) {
        checkProbability(probability);
        return counted.scoreQuantile(at(region), probability);
    }

    /**
     * The mean rank.
     *
     * @param region the code or an alias of the region
     * @return the mean over replicates, exact; NaN if the region is never ranked
     * @throws IllegalArgumentException if there is no such region
     */
    public double meanRank(String region) {
        return counted.meanRank(at(region));
    }

    /**
     * The best rank that occurred.
     *
     * @param region the code or an alias of the region
     * @return the least rank; NaN if the region is never ranked
     * @throws IllegalArgumentException if there is no such region
     */
    public double bestRank(String region) {
        return tally.ranked[at(region)] == 0 ? Double.NaN : tally.leastRanks[at(region)];
    }

    /**
     * The worst rank that occurred.
     *
     * @param region the code or an alias of the region
     * @return the greatest rank; NaN if the region is never ranked
     * @throws IllegalArgumentException if there is no such region
     */
    public double worstRank(String region) {
        return tally.ranked[at(region)] == 0 ? Double.NaN : tally.greatestRanks[at(region)];
    }

    /**
     * A quantile of the rank, by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996).
     *
     * @param region the code or an alias of the region
     * @param probability from 0, the best rank, to 1, the worst
     * @return the quantile; NaN if the region is never ranked
     * @throws IllegalArgumentException if there is no such region, or the probability is outside [0, 1]
     */
    public double rankQuantile(String region, double probability) {
        checkProbability(probability);
        return counted.rankQuantile(at(region), probability);
    }

    /**
     * The median rank.
     *
     * @param region the code or an alias of the region
     * @return the median; NaN if the region is never ranked
     * @throws IllegalArgumentException if there is no such region
     */
    public double medianRank(String region) {
        return rankQuantile(region, 0.5);
    }

    /**
     * The 90 % interval of the rank: from the 5th to the 95th percentile.
     *
     * @param region the code or an alias of the region
     * @return the interval; its ends are NaN if the region is never ranked
     * @throws IllegalArgumentException if there is no such region
     */
    public RankInterval rankInterval(String region) {
        return rankInterval(region, LEVEL);
    }

    /**
     * An interval of the rank with equal shares of replicates outside of either end.
     *
     * @param region the code or an alias of the region
     * @param level the share of replicates inside, in (0, 1)
     * @return the interval; its ends are NaN if the region is never ranked
     * @throws IllegalArgumentException if there is no such region, or the level is not in (0, 1)
     */
    public RankInterval rankInterval(String region, double level) {
        checkLevel(level);
        return new RankInterval(level, rankQuantile(region, (1 - level) / 2), rankQuantile(region, (1 + level) / 2));
    }

    /**
     * The share of replicates in which a region has one rank: its rank acceptability index (Lahdelma and Salminen 2001).
     *
     * @param region the code or an alias of the region
     * @param rank the rank from 1
     * @return a share from 0 to 1; NaN if the region is never ranked; for over 4,096 regions, that of the bin divided evenly
     * @throws IllegalArgumentException if there is no such region
     */
    public double rankProbability(String region, int rank) {
        return counted.rankShare(at(region), rank);
    }

    /**
     * The share of replicates in which a region has a rank or a better one.
     *
     * @param region the code or an alias of the region
     * @param rank the rank from 1
     * @return a share from 0 to 1; NaN if the region is never ranked
     * @throws IllegalArgumentException if there is no such region
     */
    public double probabilityOfRankAtMost(String region, int rank) {
        return counted.rankShareUpTo(at(region), rank);
    }

    /**
     * The distribution of the rank of a region.
     *
     * @param region the code or an alias of the region
     * @return by rank, from 1 at position 0, the share of replicates; NaN everywhere if the region is never ranked
     * @throws IllegalArgumentException if there is no such region
     */
    public double[] rankDistribution(String region) {
        int position = at(region);
        double[] shares = new double[regions().size()];
        for (int rank = 1; rank <= shares.length; rank++) {
            shares[rank - 1] = counted.rankShare(position, rank);
        }
        return shares;
    }

    /**
     * Whether it was counted how often each region is ahead of each other.
     *
     * @return true for up to 96 regions, and for more if the study says so
     */
    public boolean countsPairs() {
        return tally.pairs.length > 0;
    }

    /**
     * How often a region is ahead of another: a pairwise winning index (Leskinen, Viitanen, Kangas and Kangas 2006).
     *
     * @param region the code or an alias of the region
     * @param other the code or an alias of the other
     * @return the share of the scored replicates in which both have a score and that of the first is greater; NaN if there is
     *     none
     * @throws IllegalArgumentException if there is no such region
     * @throws IllegalStateException if pairs were not counted, as for more than 96 regions unless the study says so
     */
    public double probabilityAhead(String region, String other) {
        int i = at(region);
        int j = at(other);
        if (!countsPairs() && regions().size() > 1) {
            throw new IllegalStateException("pairs of more than " + LaneRanking.MOST_PAIRED
                    + " regions are counted if the study says so, and it does not: there are "
                    + regions().size());
        }
        return counted.aheadShare(i, j);
    }

    /**
     * The regions that cannot be told apart from one: neither is ahead in more than a share of the replicates.
     *
     * @param region the code or an alias of the region
     * @param level the confidence wanted, in (0, 1): at 0.9, regions are told apart if one is ahead in more than 95 % of the
     *     replicates
     * @return the other regions, in the order of the input
     * @throws IllegalArgumentException if there is no such region, or the level is not in (0, 1)
     * @throws IllegalStateException if pairs were not counted, as for more than 96 regions unless the study says so
     */
    public List<Region> indistinguishableFrom(String region, double level) {
        checkLevel(level);
        double enough = (1 + level) / 2;
        String code = regions().get(at(region)).code();
        return regions().stream()
                .filter(other -> !other.code().equals(code))
                .filter(other -> probabilityAhead(code, other.code()) <= enough
                        && probabilityAhead(other.code(), code) <= enough)
                .toList();
    }

    /**
     * How far ranks move: the mean over replicates and regions of the distance from the nominal rank (OECD/JRC Handbook 2008,
     * equation 38).
     *
     * @return at least 0; NaN if there is no replicate
     */
    public double meanAbsoluteRankShift() {
        long shifts = 0;
        long ranked = 0;
        for (Tally.Scenarios scenario : tally.scenarios.values()) {
            shifts += scenario.shifts;
            ranked += scenario.ranked;
        }
        return ranked == 0 ? Double.NaN : (double) shifts / ranked;
    }

    /**
     * The share of replicates and regions in which the rank is more than some places from the nominal one.
     *
     * @param places at least 0
     * @return a share from 0 to 1; NaN if there is no replicate
     * @throws IllegalArgumentException if places is negative
     */
    public double shareShiftingMoreThan(int places) {
        if (places < 0) {
            throw new IllegalArgumentException("expected at least 0 places but got " + places);
        }
        double beyond = 0;
        double ranked = 0;
        for (int i = 0; i < tally.regions; i++) {
            int rank = tally.nominalRanks[i];
            if (rank > 0 && tally.ranked[i] > 0) {
                double within = counted.rankShareUpTo(i, rank + places) - counted.rankShareUpTo(i, rank - places - 1);
                beyond += (1 - within) * tally.ranked[i];
                ranked += tally.ranked[i];
            }
        }
        return ranked == 0 ? Double.NaN : beyond / ranked;
    }

    /**
     * What each combination of choices gave.
     *
     * @return one summary a combination that was drawn
     */
    public List<ScenarioSummary> scenarios() {
        List<ScenarioSummary> summaries = new ArrayList<>();
        tally.scenarios.forEach((number, scenario) -> summaries.add(new ScenarioSummary(
                labels.getOrDefault(number, ""),
                scenario.replicates,
                scenario.failed,
                scenario.ranked == 0 ? Double.NaN : (double) scenario.shifts / scenario.ranked)));
        return summaries;
    }

    /**
     * The central weights of a region: the mean weights of the replicates that it leads, which describe the preferences that
     * put it first (Lahdelma, Hokkanen and Salminen 1998).
     *
     * @param region the code or an alias of the region
     * @return by code, the mean share of each metric and component among its siblings; empty if the region never leads
     * @throws IllegalArgumentException if there is no such region
     * @throws IllegalStateException if the study does not keep central weights
     */
    public Map<String, Double> centralWeights(String region) {
        if (tally.nodes == 0) {
            throw new IllegalStateException("the study does not keep central weights");
        }
        int i = at(region);
        int leads = tally.firsts[i];
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int node = 1; node < tally.nodes && leads > 0; node++) {
            weights.put(nodes.get(node), tally.leaderShares[tally.atNode(i, node)] * 0x1p-31 / leads);
        }
        return Collections.unmodifiableMap(weights);
    }

    /**
     * This part of a run with another.
     *
     * @param other a result of other replicates of the same study, definition and data
     * @return both together, the same bits in whatever order parts are merged
     * @throws IllegalArgumentException if study, definition or data differ, or replicates are in both
     */
    public RobustnessResult merge(RobustnessResult other) {
        if (!study.equals(other.study)
                || !nominal.definition().equals(other.nominal.definition())
                || !nominal.dataset().equals(other.nominal.dataset())) {
            throw new IllegalArgumentException("only parts of the same study of the same definition and data merge");
        }
        List<Range> all = new ArrayList<>(ranges);
        all.addAll(other.ranges);
        all.sort(Comparator.comparingLong(Range::from));
        List<Range> joined = new ArrayList<>();
        for (Range range : all) {
            Range last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && range.from() < last.to()) {
                throw new IllegalArgumentException("replicates from " + range.from() + " to "
                        + Math.min(range.to(), last.to()) + " are in both parts");
            }
            if (last != null && range.from() == last.to()) {
                joined.set(joined.size() - 1, new Range(last.from(), range.to()));
            } else {
                joined.add(range);
            }
        }
        Tally sum = tally.fresh();
        sum.add(tally);
        sum.add(other.tally);
        Map<Long, String> names = new LinkedHashMap<>(labels);
        names.putAll(other.labels);
        return new RobustnessResult(study, nominal, sum, List.copyOf(joined), names, nodes);
    }

    /**
     * This part of a run as bytes, for another process, which reads it by {@link Robustness#part}. They are no archive: another
     * version of the library need not read them.
     *
     * @return the bytes
     */
    public byte[] toBytes() {
        return TallyCodec.write(key(study, nominal), ranges, tally);
    }

    /** What parts that merge have in common. Functions have no text that is the same in every process; they count by name. */
    static String key(RobustnessStudy study, IndexResult nominal) {
        Digest digest = new Digest()
                .add(nominal.provenance().definitionSha256())
                .add(nominal.provenance().dataSha256())
                .add(study.design() + " " + study.size() + " " + study.seed() + " " + study.centralWeights() + " "
                        + study.pairs());
        for (Factor factor : study.factors()) {
            boolean isFunction = factor instanceof Parameter
                    || (factor instanceof Choice choice
                            && choice.alternatives().stream()
                                    .anyMatch(alternative -> alternative.change() instanceof Change.Custom));
            digest.add(isFunction ? factor.code() : factor.toString());
        }
        return digest.hex();
    }

    private static void checkProbability(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("expected a probability from 0 to 1 but got " + probability);
        }
    }

    private static void checkLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("expected a level in (0, 1) but got " + level);
        }
    }

    /** Whether all that was counted is the same. */
    boolean sameCounts(RobustnessResult other) {
        return study.equals(other.study) && ranges.equals(other.ranges) && tally.sameCounts(other.tally);
    }

    /** A title and the first ten regions, made for JShell. */
    @Override
    public String toString() {
        return table().brief(title(), "print() for all");
    }

    /** Prints every region, how far ranks move, and what each combination of choices gave, to the standard output. */
    public void print() {
        Console.print(text());
    }

    /**
     * What {@link #print()} prints.
     *
     * @return lines of text
     */
    public String text() {
        StringBuilder text = new StringBuilder(title()).append('\n').append(table().all());
        text.append("ranks move by ")
                .append(TextTable.number(meanAbsoluteRankShift(), 2))
                .append(" places on average; shares of regions and replicates that move by more than ");
        text.append(List.of(1, 2, 3, 5, 10).stream()
                .map(places -> places + ": " + percent(shareShiftingMoreThan(places)))
                .collect(Collectors.joining(", ")));
        text.append('\n');
        if (tally.done > 1 && isSettled()) {
            text.append("nothing that varies changes a score\n");
        }
        if (tally.scenarios.size() > 1) {
            TextTable table = new TextTable(1, List.of("scenario", "replicates", "failed", "mean absolute rank shift"));
            scenarios()
                    .forEach(scenario -> table.row(List.of(
                            scenario.label(),
                            Long.toString(scenario.replicates()),
                            Long.toString(scenario.failed()),
                            TextTable.number(scenario.meanAbsoluteRankShift(), 2))));
            text.append(table.all());
        }
        if (tally.failed > 0) {
            text.append(tally.failed).append(" replicates could not be scored and are left out, the first: ");
            text.append(failures().get(0)).append('\n');
        }
        return text.toString();
    }

    /** Whether every region has the same score in all replicates, but for rounding. */
    private boolean isSettled() {
        for (int i = 0; i < tally.regions; i++) {
            double size = Math.max(Math.abs(tally.leastScores[i]), Math.abs(tally.greatestScores[i]));
            if (tally.ranked[i] > 0 && tally.greatestScores[i] - tally.leastScores[i] > 1e-12 * size) {
                return false;
            }
        }
        return true;
    }

    private static String percent(double share) {
        return TextTable.number(100 * share, 1) + " %";
    }

    private String title() {
        return TextTable.shorten(nominal.definition().name(), 30) + ": " + tally.done + " replicates"
                + (isPartial() ? " (partial)" : "") + ", 90 % intervals";
    }

    private TextTable table() {
        List<Region> order = nominal.ranking().regions();
        return new TextTable(
                2,
                List.of("code", "region", "rank", "median", "from", "to", "first", "score", "mean score"),
                order.size(),
                place -> {
                    Region region = order.get(place);
                    int i = at(region.code());
                    return List.of(
                            region.code(),
                            TextTable.shorten(region.name()),
                            Ranking.rankText(nominalRank(region.code())),
                            Ranking.rankText(counted.rankQuantile(i, 0.5)),
                            Ranking.rankText(counted.rankQuantile(i, 0.05)),
                            Ranking.rankText(counted.rankQuantile(i, 0.95)),
                            percent(counted.rankShare(i, 1)),
                            TextTable.number(tally.nominalScores[i], 2),
                            TextTable.number(counted.meanScore(i), 2));
                });
    }
}
