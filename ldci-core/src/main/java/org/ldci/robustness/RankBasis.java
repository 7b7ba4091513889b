package org.ldci.robustness;

/**
 * Which regions are counted in the ranks that are compared. The example: of A, B, C, D, in this order, the scenario has no
 * score for B and the same order for the others.
 */
public enum RankBasis {
    /**
     * Each ranking counts all regions that it has a score for, as published: C goes from 3 to 2 and D from 4 to 3, though
     * neither overtakes anyone. COINr compares like this.
     */
    OWN,
    /**
     * Both rankings are taken anew among the regions that both have a score for: C stays 2 and D stays 3. What is left is only
     * what changed places.
     */
    COMMON
}
