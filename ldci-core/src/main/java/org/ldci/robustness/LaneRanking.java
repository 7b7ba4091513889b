package org.ldci.robustness;

import org.ldci.internal.numeric.Lanes;
import org.ldci.internal.numeric.RadixOrder;

/**
 * Ranks the regions of every lane of a block: 1 and the number of regions ahead. Few regions are compared pair by pair, all
 * lanes at once, which also counts who is ahead of whom; many are sorted, lane by lane.
 */
final class LaneRanking {
    /** Up to here pairs are faster than sorting. */
    static final int MOST_PAIRED = 96;

    /** How many lanes are brought together at a time: as many as one line of the cache holds, or all if regions are many. */
    private static final int GATHERED = 8;

    private static final int ALL_FROM = 4096;
    private static final long UNSCORED = -(1L << 62);

    private final int regions;
    private final boolean paired;
    private final int together;
    private final long[][] keys;
    private final long[][] ahead;
    private final long[] uncounted;
    private final double[][] gathered;
    private final int[][] assigned;
    private final RadixOrder order = new RadixOrder();

    LaneRanking(int regions, int capacity) {
        this.regions = regions;
        this.paired = regions <= MOST_PAIRED;
        keys = paired ? new long[regions][capacity] : new long[0][];
        ahead = paired ? new long[regions][capacity] : new long[0][];
        uncounted = new long[capacity];
        together = regions < ALL_FROM ? GATHERED : capacity;
        assigned = paired ? new int[0][] : new int[together][regions];
        gathered = paired ? new double[0][] : new double[together][regions];
    }

    /**
     * Ranks.
     *
     * @param block its scores are read and its ranks set; its pairs grow if it has any
     * @param bound no score is greater in size; scores of less than 2^-1000 of it count as 0
     */
    void rank(Block block, double bound) {
        if (paired) {
            compare(block, bound);
        } else {
            sort(block);
        }
    }

    private void compare(Block block, double bound) {
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
        boolean counting = block.pairs.length > 0;
        boolean unscored = false;
        for (int i = 1, pair = 0; i < regions; i++) {
            for (int j = 0; j < i; j++, pair++) {
                Lanes.compare(keys[i], keys[j], ahead[i], ahead[j], counting ? block.pairs[pair] : uncounted, lanes);
            }
        }
        for (int i = 0; i < regions; i++) {
            for (int lane = 0; lane < lanes; lane++) {
                block.ranks[i][lane] = keys[i][lane] == UNSCORED ? 0 : (int) ahead[i][lane];
                unscored |= keys[i][lane] == UNSCORED;
            }
        }
        if (counting && unscored) {
            forgetUnscored(block);
        }
    }

    /** Takes back the pairs of a region with a score and one without, as neither is ahead. */
    private void forgetUnscored(Block block) {
        for (int i = 1, pair = 0; i < regions; i++) {
            for (int j = 0; j < i; j++, pair++) {
                for (int lane = 0; lane < block.lanes; lane++) {
                    if (block.ranks[i][lane] == 0 && block.ranks[j][lane] > 0) {
                        block.pairs[pair][lane] -= 1;
                    } else if (block.ranks[j][lane] == 0 && block.ranks[i][lane] > 0) {
                        block.pairs[pair][lane] -= 1L << 32;
                    }
                }
            }
        }
    }

    private void sort(Block block) {
        for (int first = 0; first < block.lanes; first += together) {
            int count = Math.min(together, block.lanes - first);
            for (int i = 0; i < regions; i++) {
                double[] scores = block.scores[i];
                for (int g = 0; g < count; g++) {
                    gathered[g][i] = scores[first + g];
                }
            }
            for (int g = 0; g < count; g++) {
                assign(gathered[g], assigned[g]);
            }
            for (int i = 0; i < regions; i++) {
                int[] ranks = block.ranks[i];
                for (int g = 0; g < count; g++) {
                    ranks[first + g] = assigned[g][i];
                }
            }
        }
    }

    private void assign(double[] scores, int[] ranks) {
        int[] positions = order.order(scores, 0, regions);
        int n = regions;
        while (n > 0 && Double.isNaN(scores[positions[n - 1]])) {
            ranks[positions[--n]] = 0;
        }
        int rank = 1;
        double last = Double.NaN;
        for (int place = n - 1; place >= 0; place--) {
            int position = positions[place];
            double score = scores[position];
            rank = score == last ? rank : n - place;
            ranks[position] = rank;
            last = score;
        }
    }
}
