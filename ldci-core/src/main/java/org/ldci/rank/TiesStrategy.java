package org.ldci.rank;

/** Which ranks equal scores get. The example in each constant ranks the scores 9, 7, 7, 5, the highest first. */
public enum TiesStrategy {
    /** The best of the tied ranks, as in sport: 1, 2, 2, 4. */
    MIN,
    /** The worst of the tied ranks: 1, 3, 3, 4. */
    MAX,
    /** The mean of the tied ranks: 1, 2.5, 2.5, 4. */
    AVERAGE,
    /** The best of the tied ranks, and no rank is left out after them: 1, 2, 2, 3. */
    DENSE
}
