package org.ldci.robustness;

/**
 * What a tally says of a region: means, shares and quantiles. Where it counts in bins, what is in one is taken to lie evenly in
 * it.
 */
final class TallyReader {
    private final Tally tally;

    TallyReader(Tally tally) {
        this.tally = tally;
    }

    /** The mean score of a region; NaN if it never has one. */
    double meanScore(int region) {
        // both parts are whole numbers; the last digit of their sum is all that rounding can change
        return tally.ranked[region] == 0
                ? Double.NaN
                : (tally.scoreCarries[region] * 0x1p32 + tally.scoreSums[region])
                        / tally.ranked[region]
                        * tally.quantum;
    }

    /** The mean rank of a region; NaN if it never has one. */
    double meanRank(int region) {
        return tally.ranked[region] == 0 ? Double.NaN : (double) tally.rankSums[region] / tally.ranked[region];
    }

    // ---- ranks

    double rankShare(int region, int rank) {
        if (tally.ranked[region] == 0) {
            return Double.NaN;
        } else if (rank < tally.leastRanks[region] || rank > tally.greatestRanks[region]) {
            return 0;
        } else if (tally.isExact()) {
            return (double) tally.rankCounts[region * tally.regions + rank - 1] / tally.ranked[region];
        } else if (rank == 1) {
            return (double) tally.firsts[region] / tally.ranked[region];
        }
        int bin = Tally.RANK_BINS.bin(rank - tally.nominalRanks[region]);
        long width = greatest(region, bin) - least(region, bin) + 1;
        return (double) count(region, bin) / width / tally.ranked[region];
    }

    double rankShareUpTo(int region, int rank) {
        if (tally.ranked[region] == 0) {
            return Double.NaN;
        } else if (rank < tally.leastRanks[region]) {
            return 0;
        } else if (rank >= tally.greatestRanks[region]) {
            return 1;
        }
        double count = 0;
        if (tally.isExact()) {
            for (int r = 0; r < rank; r++) {
                count += tally.rankCounts[region * tally.regions + r];
            }
            return count / tally.ranked[region];
        }
        int last = Tally.RANK_BINS.bin(rank - tally.nominalRanks[region]);
        for (int bin = 0; bin < last; bin++) {
            count += count(region, bin);
        }
        long least = least(region, last);
        long inside = Math.max(0, rank - least + 1);
        count += (double) count(region, last) * inside / (greatest(region, last) - least + 1);
        return (tally.firsts[region] + count) / tally.ranked[region];
    }

    double rankQuantile(int region, double probability) {
        if (tally.ranked[region] == 0) {
            return Double.NaN;
        }
        double position = probability * (tally.ranked[region] - 1);
        long below = (long) Math.floor(position);
        double lower = orderedRank(region, below);
        double fraction = position - below;
        return fraction == 0 ? lower : lower + fraction * (orderedRank(region, below + 1) - lower);
    }

    /** The rank that so many replicates precede. */
    private double orderedRank(int region, long before) {
        if (tally.isExact()) {
            long count = 0;
            for (int rank = 1; rank <= tally.regions; rank++) {
                count += tally.rankCounts[region * tally.regions + rank - 1];
                if (before < count) {
                    return rank;
                }
            }
            return tally.greatestRanks[region];
        }
        long count = tally.firsts[region];
        if (before < count) {
            return 1;
        }
        for (int bin = 0; bin < Tally.RANK_BINS.size(); bin++) {
            int own = count(region, bin);
            if (before < count + own) {
                long least = least(region, bin);
                long width = greatest(region, bin) - least + 1;
                return least + Math.min(width - 1, (long) ((before - count + 0.5) / own * width));
            }
            count += own;
        }
        return tally.greatestRanks[region];
    }

    // ---- bins of ranks, which hold no rank that the region never has; the first rank is counted by itself

    private int count(int region, int bin) {
        int all = tally.rankCounts[region * Tally.RANK_BINS.size() + bin];
        return Tally.RANK_BINS.bin(1 - tally.nominalRanks[region]) == bin ? all - tally.firsts[region] : all;
    }

    /** The least rank of a bin; the first and the last bin have no end of their own. */
    private long least(int region, int bin) {
        Bins bins = Tally.RANK_BINS;
        long least = bin == 0
                ? 1
                : tally.nominalRanks[region]
                        + (bins.isBelow(bin) ? -(bins.least(bin) + bins.width(bin) - 1) : bins.least(bin));
        return Math.max(least, Math.max(2, tally.leastRanks[region]));
    }

    private long greatest(int region, int bin) {
        Bins bins = Tally.RANK_BINS;
        long greatest = bin == bins.size() - 1
                ? tally.regions
                : tally.nominalRanks[region]
                        + (bins.isBelow(bin) ? -bins.least(bin) : bins.least(bin) + bins.width(bin) - 1);
        return Math.max(least(region, bin), Math.min(greatest, tally.greatestRanks[region]));
    }

    // ---- scores

    double scoreQuantile(int region, double probability) {
        if (tally.ranked[region] == 0) {
            return Double.NaN;
        } else if (probability == 0) {
            return tally.leastScores[region];
        } else if (probability == 1) {
            return tally.greatestScores[region];
        }
        double wanted = probability * (tally.ranked[region] - 1) + 0.5;
        double centre = Double.isNaN(tally.nominalScores[region]) ? 0 : tally.nominalScores[region];
        long count = 0;
        for (int bin = 0; bin < tally.scoreBins.size(); bin++) {
            int own = tally.scoreCounts[region * tally.scoreBins.size() + bin];
            if (wanted < count + own) {
                double inside = (wanted - count) / own * tally.scoreBins.width(bin);
                double distance = tally.scoreBins.isBelow(bin)
                        ? -(tally.scoreBins.least(bin) + tally.scoreBins.width(bin) - inside)
                        : tally.scoreBins.least(bin) + inside;
                double score = centre + distance * tally.unit;
                return Math.max(tally.leastScores[region], Math.min(tally.greatestScores[region], score));
            }
            count += own;
        }
        return tally.greatestScores[region];
    }

    // ---- pairs

    /** The share of replicates in which the first region is ahead. */
    double aheadShare(int i, int j) {
        if (tally.done == 0 || tally.ranked[i] == 0 || tally.ranked[j] == 0) {
            return Double.NaN;
        } else if (i == j) {
            return 0;
        }
        int greater = Math.max(i, j);
        int pair = greater * (greater - 1) / 2 + Math.min(i, j);
        // first count: how often the greater number is behind the smaller one
        return (double) tally.pairs[2 * pair + (i < j ? 0 : 1)] / tally.done;
    }
}
