package org.ldci.robustness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What replicates add up to. Everything is counted in whole numbers: scores as multiples of a quantum that is fixed by the
 * nominal scores, so that a tally does not depend on the order of replicates, and tallies of parts merge exactly.
 *
 * <p>Safe for use by several threads: each part of the regions has a lock of its own.
 */
final class Tally {
    /** Up to so many regions every rank of every region is counted. */
    static final int MOST_EXACT = 4096;

    static final int MOST_FAILURES = 20;
    private static final int PARTS = 64;

    /** Exact within 32 places of the nominal rank; 1/16 of the distance beyond, up to 2^18 places. */
    static final Bins RANK_BINS = new Bins(5, 13);

    /** Exact to a unit within 32 units of the nominal score; 1/16 of the distance beyond, up to 2^22 units. */
    private static final Bins FINE_SCORE_BINS = new Bins(5, 17);

    /** The same to 16 units and 1/8, for many regions. */
    private static final Bins COARSE_SCORE_BINS = new Bins(4, 18);

    final Bins scoreBins;
    final int regions;
    final double[] nominalScores;
    final int[] nominalRanks;
    /** What scores are counted in: a power of two. */
    final double quantum;
    /** The width of the finest bin of scores. */
    final double unit;

    final int[] ranked;
    final long[] rankSums;
    final int[] leastRanks;
    final int[] greatestRanks;
    final int[] rankCounts;
    final long[] scoreSums;
    final long[] scoreCarries;
    final double[] leastScores;
    final double[] greatestScores;
    final int[] scoreCounts;
    /** By pair, how often the first is behind the second, then how often the second is behind the first. */
    final long[] pairs;
    /** By region, in how many replicates it has rank 1; exact where other ranks are in bins. */
    final int[] firsts;
    /** By region and node: sums of shares in units of 2^-31, over the replicates that the region leads. */
    final long[] leaderShares;

    final int nodes;
    final Map<Long, Scenarios> scenarios = new TreeMap<>();
    final List<Failure> failures = new ArrayList<>();
    long done;
    long failed;
    private final Object[] locks = new Object[PARTS];
    /**
     * What the counts of ranks and scores are, modulo 256, until the end: bins of tens of thousands of regions do not fit into
     * a cache, but a quarter of them might.
     */
    private byte[] lowRankCounts = new byte[0];

    private byte[] lowScoreCounts = new byte[0];

    /** The bin of each shift of rank, from that to the first on; looking it up is faster than finding it. */
    private short[] rankBins = new short[0];
    /** Whether some score is so much greater than the nominal ones that it is summed apart. */
    private volatile boolean isWide;

    /** What one scenario adds. */
    static final class Scenarios {
        long replicates;
        long failed;
        long shifts;
        long ranked;
    }

    /** A replicate that could not be scored. */
    record Failure(long replicate, String message) {}

    Tally(double[] nominalScores, int[] nominalRanks, boolean countsPairs, int nodes) {
        this.regions = nominalScores.length;
        this.nominalScores = nominalScores;
        this.nominalRanks = nominalRanks;
        this.nodes = nodes;
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        double size = 0;
        for (double score : nominalScores) {
            least = score < least ? score : least;
            greatest = score > greatest ? score : greatest;
            size = Math.abs(score) > size ? Math.abs(score) : size;
        }
        // 40 binary digits for the nominal scores leave 5 for greater ones in the sum of a block, which is exact
        quantum = size == 0 ? 0x1p-40 : Math.scalb(1.0, Math.max(-900, Math.getExponent(size)) - 39);
        double range = greatest - least;
        unit = range > 0 ? Math.scalb(1.0, Math.max(-900, Math.getExponent(range)) - 13) : quantum;
        scoreBins = isExact() ? FINE_SCORE_BINS : COARSE_SCORE_BINS;
        ranked = new int[regions];
        rankSums = new long[regions];
        leastRanks = new int[regions];
        Arrays.fill(leastRanks, Integer.MAX_VALUE);
        greatestRanks = new int[regions];
        rankCounts = new int[regions * (isExact() ? regions : RANK_BINS.size())];
        scoreSums = new long[regions];
        scoreCarries = new long[regions];
        leastScores = new double[regions];
        Arrays.fill(leastScores, Double.POSITIVE_INFINITY);
        greatestScores = new double[regions];
        Arrays.fill(greatestScores, Double.NEGATIVE_INFINITY);
        scoreCounts = new int[regions * scoreBins.size()];
        pairs = new long[countsPairs ? regions * (regions - 1) : 0];
        firsts = new int[regions];
        leaderShares = new long[Math.multiplyExact(regions, nodes)];
        Arrays.setAll(locks, part -> new Object());
    }

    boolean isExact() {
        return regions <= MOST_EXACT;
    }

    /** About how many bytes a tally takes. */
    static long bytes(int regions, boolean pairs, int nodes) {
        return 4L
                * regions
                * ((regions <= MOST_EXACT
                                ? regions + FINE_SCORE_BINS.size()
                                : (RANK_BINS.size() + COARSE_SCORE_BINS.size()) * 5L / 4)
                        + (pairs ? 2L * regions : 0)
                        + 2L * nodes);
    }

    /** Adds the replicates of a block. */
    void add(Block block, long scenario) {
        makeRoom();
        long shifts = 0;
        long counted = 0;
        int size = (regions + PARTS - 1) / PARTS;
        // each thread starts elsewhere, so that they seldom wait for one another
        int first = (int) (Thread.currentThread().getId() * 17 % PARTS);
        for (int p = 0; p < PARTS; p++) {
            int part = (first + p) % PARTS;
            int from = part * size;
            int to = Math.min(regions, from + size);
            if (from < to) {
                synchronized (locks[part]) {
                    for (int i = from, seen = from; i < to; i++) {
                        if (i == seen) {
                            seen = block.look(i, to);
                        }
                        int before = ranked[i];
                        long shift = count(i, block.ranksOf(i), block.scoresOf(i), block.lanes);
                        if (nodes > 0) {
                            addShares(i, block);
                        }
                        if (nominalRanks[i] > 0) {
                            shifts += shift;
                            counted += ranked[i] - before;
                        }
                    }
                }
            }
        }
        long failing = 0;
        for (int lane = 0; lane < block.lanes; lane++) {
            failing += block.failed(lane) ? 1 : 0;
        }
        synchronized (scenarios) {
            Scenarios own = scenarios.computeIfAbsent(scenario, fresh -> new Scenarios());
            own.replicates += block.lanes - failing;
            own.failed += failing;
            own.shifts += shifts;
            own.ranked += counted;
            done += block.lanes - failing;
            failed += failing;
        }
    }

    private void makeRoom() {
        synchronized (scenarios) {
            if (!isExact() && lowRankCounts.length == 0) {
                lowRankCounts = new byte[rankCounts.length];
                lowScoreCounts = new byte[scoreCounts.length];
                rankBins = new short[2 * regions + 1];
                for (int shift = -regions; shift <= regions; shift++) {
                    rankBins[regions + shift] = (short) RANK_BINS.bin(shift);
                }
            }
        }
    }

    /**
     * Counts the lanes of a region, ranks and scores in one loop, as the counts of one wait for memory while the other works.
     *
     * @return the sum of the distances of ranks from the nominal one
     */
    private long count(int region, int[] ranks, double[] scores, int lanes) {
        int least = leastRanks[region];
        int greatest = greatestRanks[region];
        int nominal = nominalRanks[region];
        double leastScore = leastScores[region];
        double greatestScore = greatestScores[region];
        double centre = Double.isNaN(nominalScores[region]) ? 0 : nominalScores[region];
        double perUnit = 1 / unit;
        // adding and taking away this number rounds to a whole number of quanta
        double rounder = quantum * 0x1.8p52;
        boolean exact = isExact();
        int[] inRanks = rankCounts;
        int[] inScores = scoreCounts;
        byte[] lowInRanks = lowRankCounts;
        byte[] lowInScores = lowScoreCounts;
        short[] binOfShift = rankBins;
        int ranksAt = exact ? region * regions - 1 : region * RANK_BINS.size();
        int scoresAt = region * scoreBins.size();
        int count = 0;
        int first = 0;
        long rankSum = 0;
        long shift = 0;
        double scoreSum = 0;
        for (int lane = 0; lane < lanes; lane++) {
            int rank = ranks[lane];
            if (rank == 0) {
                continue;
            }
            double score = scores[lane];
            int scoreBin = scoresAt + scoreBins.bin((score - centre) * perUnit);
            if (exact) {
                inRanks[ranksAt + rank]++;
                inScores[scoreBin]++;
            } else {
                int rankBin = ranksAt + binOfShift[rank - nominal + regions];
                if (++lowInRanks[rankBin] == 0) {
                    inRanks[rankBin] += 256;
                }
                if (++lowInScores[scoreBin] == 0) {
                    inScores[scoreBin] += 256;
                }
            }
            count++;
            first += rank == 1 ? 1 : 0;
            rankSum += rank;
            shift += Math.abs(rank - nominal);
            least = Math.min(least, rank);
            greatest = Math.max(greatest, rank);
            scoreSum += (score + rounder) - rounder;
            leastScore = score < leastScore ? score : leastScore;
            greatestScore = score > greatestScore ? score : greatestScore;
        }
        boolean isNew = leastScore < leastScores[region] || greatestScore > greatestScores[region];
        if (isNew && Math.max(Math.abs(leastScore), Math.abs(greatestScore)) > quantum * 0x1p45) {
            isWide = true;
        }
        ranked[region] += count;
        firsts[region] += first;
        rankSums[region] += rankSum;
        leastRanks[region] = least;
        greatestRanks[region] = greatest;
        leastScores[region] = leastScore;
        greatestScores[region] = greatestScore;
        if (isWide) {
            addWide(region, scores, lanes);
        } else {
            addQuanta(region, (long) (scoreSum / quantum));
        }
        return shift;
    }

    /** One by one, where some score is so great that a sum of them might not be exact. */
    private void addWide(int region, double[] scores, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            double quanta = Math.rint(scores[lane] / quantum);
            if (Math.abs(quanta) >= 0x1p62) {
                throw new ArithmeticException("the score " + scores[lane]
                        + " is millions of times as great as any nominal one, too great to be summed beside them");
            }
            addQuanta(region, (long) quanta);
        }
    }

    private void addQuanta(int region, long quanta) {
        scoreSums[region] += quanta & 0xFFFFFFFFL;
        scoreCarries[region] += quanta >> 32;
    }

    int atNode(int region, int node) {
        return region * nodes + node;
    }

    private void addShares(int region, Block block) {
        int[] ranks = block.ranksOf(region);
        for (int lane = 0; lane < block.lanes; lane++) {
            if (ranks[lane] == 1) {
                for (int node = 1; node < nodes; node++) {
                    leaderShares[atNode(region, node)] += (long) Math.rint(block.shares[node][lane] * 0x1p31);
                }
            }
        }
    }

    /** Brings counts and sums into their one form. */
    void end() {
        carry();
        for (int bin = 0; bin < lowRankCounts.length; bin++) {
            rankCounts[bin] += lowRankCounts[bin] & 0xFF;
        }
        for (int bin = 0; bin < lowScoreCounts.length; bin++) {
            scoreCounts[bin] += lowScoreCounts[bin] & 0xFF;
        }
        lowRankCounts = new byte[0];
        lowScoreCounts = new byte[0];
    }

    /** Adds the pairs of one thread, by region how often it is behind each other one. */
    synchronized void addPairs(int[][] behind) {
        for (int i = 1, pair = 0; i < behind.length; i++) {
            for (int j = 0; j < i; j++, pair++) {
                pairs[2 * pair] += behind[i][j];
                pairs[2 * pair + 1] += behind[j][i];
            }
        }
    }

    /** Adds the pairs of one thread, lanes and all, and forgets them there. */
    synchronized void addPairs(long[][] counts) {
        for (int pair = 0; pair < counts.length; pair++) {
            for (int lane = 0; lane < counts[pair].length; lane++) {
                pairs[2 * pair] += counts[pair][lane] & 0xFFFFFFFFL;
                pairs[2 * pair + 1] += counts[pair][lane] >>> 32;
                counts[pair][lane] = 0;
            }
        }
    }

    /** Whether a failure would be among those that are kept. */
    boolean wantsFailure(long replicate) {
        synchronized (failures) {
            return failures.size() < MOST_FAILURES
                    || failures.stream().anyMatch(failure -> failure.replicate() > replicate);
        }
    }

    /** Remembers a failure; only those of the smallest replicates are kept. */
    void addFailure(Failure failure) {
        synchronized (failures) {
            failures.add(failure);
            keepFirst();
        }
    }

    private void keepFirst() {
        if (failures.size() > 2 * MOST_FAILURES) {
            sortFailures();
            failures.subList(MOST_FAILURES, failures.size()).clear();
        }
    }

    /** In the order of the replicates, the first of them only. */
    void sortFailures() {
        failures.sort(Comparator.comparingLong(Failure::replicate));
        if (failures.size() > MOST_FAILURES) {
            failures.subList(MOST_FAILURES, failures.size()).clear();
        }
    }

    /** Adds another tally of the same study, definition and data. */
    void add(Tally other) {
        for (int i = 0; i < regions; i++) {
            ranked[i] = Math.addExact(ranked[i], other.ranked[i]);
            rankSums[i] += other.rankSums[i];
            firsts[i] += other.firsts[i];
            leastRanks[i] = Math.min(leastRanks[i], other.leastRanks[i]);
            greatestRanks[i] = Math.max(greatestRanks[i], other.greatestRanks[i]);
            scoreSums[i] += other.scoreSums[i];
            scoreCarries[i] += other.scoreCarries[i];
            leastScores[i] = Math.min(leastScores[i], other.leastScores[i]);
            greatestScores[i] = Math.max(greatestScores[i], other.greatestScores[i]);
        }
        for (int i = 0; i < rankCounts.length; i++) {
            rankCounts[i] += other.rankCounts[i];
        }
        for (int i = 0; i < scoreCounts.length; i++) {
            scoreCounts[i] += other.scoreCounts[i];
        }
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] += other.pairs[i];
        }
        for (int i = 0; i < leaderShares.length; i++) {
            leaderShares[i] += other.leaderShares[i];
        }
        other.scenarios.forEach((number, theirs) -> {
            Scenarios own = scenarios.computeIfAbsent(number, fresh -> new Scenarios());
            own.replicates += theirs.replicates;
            own.failed += theirs.failed;
            own.shifts += theirs.shifts;
            own.ranked += theirs.ranked;
        });
        carry();
        done += other.done;
        failed += other.failed;
        failures.addAll(other.failures);
        sortFailures();
    }

    /** Leaves less than 2^32 in the low parts of sums, so that equal sums have equal parts. */
    private void carry() {
        for (int i = 0; i < regions; i++) {
            scoreCarries[i] += scoreSums[i] >> 32;
            scoreSums[i] &= 0xFFFFFFFFL;
        }
    }

    /** An empty tally of the same kind. */
    Tally fresh() {
        return new Tally(nominalScores, nominalRanks, pairs.length > 0, nodes);
    }

    boolean sameCounts(Tally other) {
        return done == other.done
                && failed == other.failed
                && Arrays.equals(ranked, other.ranked)
                && Arrays.equals(rankSums, other.rankSums)
                && Arrays.equals(leastRanks, other.leastRanks)
                && Arrays.equals(greatestRanks, other.greatestRanks)
                && Arrays.equals(rankCounts, other.rankCounts)
                && Arrays.equals(scoreSums, other.scoreSums)
                && Arrays.equals(scoreCarries, other.scoreCarries)
                && Arrays.equals(leastScores, other.leastScores)
                && Arrays.equals(greatestScores, other.greatestScores)
                && Arrays.equals(scoreCounts, other.scoreCounts)
                && Arrays.equals(pairs, other.pairs)
                && Arrays.equals(firsts, other.firsts)
                && Arrays.equals(leaderShares, other.leaderShares)
                && failures.equals(other.failures);
    }
}
