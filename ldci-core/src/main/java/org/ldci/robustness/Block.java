package org.ldci.robustness;

import org.jspecify.annotations.Nullable;

/**
 * A number of replicates side by side, one a lane: what the threads of a run work on. Every array holds the lanes of one
 * quantity. One block a thread, used over and over.
 */
final class Block {
    final int capacity;
    final int regions;
    /** How many lanes are in use. */
    int lanes;
    /** By lane, the number of the replicate. */
    final long[] replicates;
    /** By region, the scores of the index; NaN for none. */
    final double[][] scores;
    /** By region, the ranks from 1; 0 for none. */
    final int[][] ranks;
    /** By lane, why the replicate cannot be scored; null if it can. */
    final @Nullable String[] failures;
    /** By node of the nominal tree, the weights as shares of their siblings; filled only if asked for. */
    final double[][] shares;
    /** By pair of regions i and j below i, at i (i - 1) / 2 + j: how often each is behind the other; see Lanes.compare. */
    final long[][] pairs;

    Block(int capacity, int regions, int nodes, boolean pairs) {
        this.capacity = capacity;
        this.regions = regions;
        replicates = new long[capacity];
        scores = new double[regions][capacity];
        ranks = new int[regions][capacity];
        failures = new String[capacity];
        shares = new double[nodes][capacity];
        this.pairs = pairs ? new long[regions * (regions - 1) / 2][capacity] : new long[0][];
    }

    boolean failed(int lane) {
        return failures[lane] != null;
    }
}
