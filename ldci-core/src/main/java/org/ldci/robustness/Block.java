package org.ldci.robustness;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A number of replicates, one a lane: what the threads of a run work on. One block a thread, used over and over.
 *
 * <p>Loops are fast along arrays. So for few regions an array holds the lanes of a region, side by side; for many, where the
 * block is tall, it holds the regions of a lane. Whoever wants the lanes of a region of a tall block looks at a window of it.
 */
final class Block {
    /** From so many regions on a block is tall. */
    static final int TALL_FROM = 97;

    /** How many regions a window of a tall block shows: enough for long runs of each lane. */
    private static final int WINDOW = 64;

    final int capacity;
    final int regions;
    final boolean isTall;
    /** How many lanes are in use. */
    int lanes;
    /** By lane, the number of the replicate. */
    final long[] replicates;
    /** By lane, which of the points that were drawn together is its own. */
    final int[] rows;
    /** The scores of the index, NaN for none: by region and lane, or by lane and region if tall. */
    final double[][] scores;
    /** The ranks from 1, 0 for none; in the order of the scores. */
    final int[][] ranks;
    /** By lane, why the replicate cannot be scored; null if it can. */
    final @Nullable String[] failures;
    /** By node of the nominal tree, the weights as shares of their siblings; filled only if asked for. */
    final double[][] shares;

    private final double[][] scoreWindow;
    private final int[][] rankWindow;
    private int windowFrom;

    Block(int capacity, int regions, int nodes, boolean isTall) {
        this.capacity = capacity;
        this.regions = regions;
        this.isTall = isTall;
        replicates = new long[capacity];
        rows = new int[capacity];
        scores = isTall ? new double[capacity][regions] : new double[regions][capacity];
        ranks = isTall ? new int[capacity][regions] : new int[regions][capacity];
        failures = new String[capacity];
        shares = new double[nodes][capacity];
        scoreWindow = isTall ? new double[WINDOW][capacity] : scores;
        rankWindow = isTall ? new int[WINDOW][capacity] : ranks;
    }

    boolean failed(int lane) {
        return failures[lane] != null;
    }

    double score(int region, int lane) {
        return isTall ? scores[lane][region] : scores[region][lane];
    }

    int rank(int region, int lane) {
        return isTall ? ranks[lane][region] : ranks[region][lane];
    }

    /** Sets the scores of a lane; NaN for none. */
    void setScores(int lane, double[] byRegion) {
        for (int i = 0; i < regions; i++) {
            if (isTall) {
                scores[lane][i] = byRegion[i];
            } else {
                scores[i][lane] = byRegion[i];
            }
        }
    }

    /** Takes away the scores of the lanes that failed. */
    void forgetFailed() {
        for (int lane = 0; lane < lanes; lane++) {
            if (failed(lane) && isTall) {
                Arrays.fill(scores[lane], Double.NaN);
            } else if (failed(lane)) {
                for (double[] each : scores) {
                    each[lane] = Double.NaN;
                }
            }
        }
    }

    /** The greatest size of a score. */
    double bound() {
        double bound = 0;
        for (int i = 0; i < regions; i++) {
            for (int lane = 0; lane < lanes; lane++) {
                double size = Math.abs(score(i, lane));
                bound = size > bound ? size : bound;
            }
        }
        return bound;
    }

    // ---- the lanes of a region

    /**
     * Looks at the lanes of regions.
     *
     * @param from the first region
     * @param to where the caller would like to stop
     * @return the region after the last that can be seen
     */
    int look(int from, int to) {
        if (!isTall) {
            windowFrom = 0;
            return to;
        }
        windowFrom = from;
        int count = Math.min(WINDOW, to - from);
        for (int lane = 0; lane < lanes; lane++) {
            double[] itsScores = scores[lane];
            int[] itsRanks = ranks[lane];
            for (int w = 0; w < count; w++) {
                scoreWindow[w][lane] = itsScores[from + w];
                rankWindow[w][lane] = itsRanks[from + w];
            }
        }
        return from + count;
    }

    /** By lane, the scores of a region in the window. */
    double[] scoresOf(int region) {
        return scoreWindow[region - windowFrom];
    }

    /** By lane, the ranks of a region in the window. */
    int[] ranksOf(int region) {
        return rankWindow[region - windowFrom];
    }
}
