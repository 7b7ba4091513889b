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
        } else if (rank < 1 || rank > tally.regions) {
            return 0;
        } else if (tally.isExact()) {
            return (double) tally.rankCounts[region * tally.regions + rank - 1] / tally.ranked[region];
        }
        if (rank == 1) {
            return (double) tally.firsts[region] / tally.ranked[region];
        }
        int nominal = tally.nominalRanks[region];
        int bin = Tally.RANK_BINS.bin(rank - nominal);
        return (double) tally.rankCounts[region * Tally.RANK_BINS.size() + bin]
                / Tally.RANK_BINS.width(bin)
                / tally.ranked[region];
    }

    double rankShareUpTo(int region, int rank) {
        if (tally.ranked[region] == 0) {
            return Double.NaN;
        } else if (rank < 1) {
            return 0;
        }
        long count = 0;
        if (tally.isExact()) {
            for (int r = 0; r < Math.min(rank, tally.regions); r++) {
                count += tally.rankCounts[region * tally.regions + r];
            }
            return (double) count / tally.ranked[region];
        }
        if (rank == 1) {
            return (double) tally.firsts[region] / tally.ranked[region];
        }
        int nominal = tally.nominalRanks[region];
        int last = Tally.RANK_BINS.bin(rank - nominal);
        for (int bin = 0; bin < last; bin++) {
            count += tally.rankCounts[region * Tally.RANK_BINS.size() + bin];
        }
        long width = Tally.RANK_BINS.width(last);
        long inside = Tally.RANK_BINS.isBelow(last)
                ? Tally.RANK_BINS.least(last) + width - (nominal - rank)
                : rank - nominal - Tally.RANK_BINS.least(last) + 1;
        double part = (double) tally.rankCounts[region * Tally.RANK_BINS.size() + last] * inside / width;
        return Math.max(count + part, tally.firsts[region]) / tally.ranked[region];
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
        int size = tally.isExact() ? tally.regions : Tally.RANK_BINS.size();
        long count = 0;
        for (int bin = 0; bin < size; bin++) {
            int own = tally.rankCounts[region * size + bin];
            if (before < count + own) {
                return tally.isExact() ? bin + 1 : rankIn(region, bin, before - count, own);
            }
            count += own;
        }
        return tally.greatestRanks[region];
    }

    /** Ranks are taken to lie evenly in their bin. */
    private double rankIn(int region, int bin, long before, int count) {
        long width = Tally.RANK_BINS.width(bin);
        long offset = width == 1 ? 0 : Math.min(width - 1, (long) ((before + 0.5) / count * width));
        long distance = Tally.RANK_BINS.isBelow(bin)
                ? -(Tally.RANK_BINS.least(bin) + width - 1 - offset)
                : Tally.RANK_BINS.least(bin) + offset;
        return Math.max(
                tally.leastRanks[region], Math.min(tally.greatestRanks[region], tally.nominalRanks[region] + distance));
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
