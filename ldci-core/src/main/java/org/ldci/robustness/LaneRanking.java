package org.ldci.robustness;

import java.util.Arrays;
import org.ldci.internal.numeric.CompetitionRanks;
import org.ldci.internal.numeric.Lanes;

/**
 * Ranks the regions of every lane of a block: 1 and the number of regions ahead. Few regions are compared pair by pair, all
 * lanes at once, which also counts who is ahead of whom; many are sorted, lane by lane.
 */
final class LaneRanking {
    /** Pairs of up to so many regions are always counted, as they are compared anyway. */
    static final int MOST_PAIRED = Block.TALL_FROM - 1;

    /** How many lanes count pairs at a time. */
    private static final int TOGETHER = 4;

    private static final long UNSCORED = -(1L << 62);

    private final Block block;
    private final int regions;
    private final boolean counting;
    private final long[][] keys;
    private final long[][] ahead;
    private final long[] uncounted;
    /** By pair of regions i and j below i, at i (i - 1) / 2 + j: how often each is behind the other; see Lanes.compare. */
    private final long[][] pairs;

    private final CompetitionRanks order;
    /** By region, how often it is behind each other one; for many regions. */
    private final int[][] behind;

    private final int[][] places;

    LaneRanking(Block block, boolean counting) {
        this.block = block;
        this.counting = counting;
        regions = block.regions;
        boolean paired = !block.isTall;
        keys = paired ? new long[regions][block.capacity] : new long[0][];
        ahead = paired ? new long[regions][block.capacity] : new long[0][];
        uncounted = new long[block.capacity];
        pairs = paired && counting ? new long[regions * (regions - 1) / 2][block.capacity] : new long[0][];
        order = new CompetitionRanks(paired ? 0 : regions);
        behind = counting && !paired ? new int[regions][regions] : new int[0][];
        places = counting && !paired ? new int[TOGETHER][regions] : new int[0][];
    }

    /**
     * Ranks the lanes of the block.
     *
     * @param bound no score is greater in size; scores of less than 2^-1000 of it count as 0
     */
    void rank(double bound) {
        if (!block.isTall) {
            compare(bound);
            return;
        }
        for (int lane = 0; lane < block.lanes; lane++) {
            order.rank(block.scores[lane], regions, block.ranks[lane]);
        }
        if (counting) {
            for (int first = 0; first < block.lanes; first += TOGETHER) {
                count(first, Math.min(TOGETHER, block.lanes - first));
            }
        }
    }

    /** Counts who is behind whom in some lanes. */
    private void count(int first, int count) {
        for (int g = 0; g < TOGETHER; g++) {
            int[] ranks = block.ranks[first + Math.min(g, count - 1)];
            for (int i = 0; i < regions; i++) {
                // a region without a rank, or in a lane that is not there, is ahead of nobody
                places[g][i] = ranks[i] == 0 || g >= count ? Integer.MAX_VALUE : ranks[i] - 1;
            }
        }
        for (int i = 0; i < regions; i++) {
            Lanes.countLess(places[0], places[1], places[2], places[3], i, behind[i], regions);
        }
    }

    /** Adds the pairs of all blocks so far, and forgets them here. */
    void addPairs(Tally tally) {
        if (counting) {
            tally.addPairs(pairs);
            tally.addPairs(behind);
            for (int[] each : behind) {
                Arrays.fill(each, 0);
            }
        }
    }

    private void compare(double bound) {
        int lanes = block.lanes;
        // by a power of two, which is exact, to less than 2 in size, as the keys need
        double scale = bound == 0 ? 1 : Math.scalb(1.0, -Math.max(-900, Math.getExponent(bound)) - 1);
        for (int i = 0; i < regions; i++) {
            double[] scores = block.scores[i];
            long[] own = keys[i];
            long[] counts = ahead[i];
            for (int lane = 0; lane < lanes; lane++) {
                own[lane] = Double.isNaN(scores[lane]) ? UNSCORED : Lanes.key(scores[lane] * scale);
                counts[lane] = 1;
            }
        }
        boolean unscored = false;
        for (int i = 1, pair = 0; i < regions; i++) {
            for (int j = 0; j < i; j++, pair++) {
                Lanes.compare(keys[i], keys[j], ahead[i], ahead[j], counting ? pairs[pair] : uncounted, lanes);
            }
        }
        for (int i = 0; i < regions; i++) {
            for (int lane = 0; lane < lanes; lane++) {
                block.ranks[i][lane] = keys[i][lane] == UNSCORED ? 0 : (int) ahead[i][lane];
                unscored |= keys[i][lane] == UNSCORED;
            }
        }
        if (counting && unscored) {
            forgetUnscored();
        }
    }

    /** Takes back the pairs of a region with a score and one without, as neither is ahead. */
    private void forgetUnscored() {
        for (int i = 1, pair = 0; i < regions; i++) {
            for (int j = 0; j < i; j++, pair++) {
                for (int lane = 0; lane < block.lanes; lane++) {
                    if (block.ranks[i][lane] == 0 && block.ranks[j][lane] > 0) {
                        pairs[pair][lane] -= 1;
                    } else if (block.ranks[j][lane] == 0 && block.ranks[i][lane] > 0) {
                        pairs[pair][lane] -= 1L << 32;
                    }
                }
            }
        }
    }
}
