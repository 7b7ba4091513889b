package org.ldci.engine;

/** What the contributions to a score are measured from. */
public enum Baseline {
    /** From 0: contributions sum to the score. Only where every mean of the index is arithmetic. */
    ZERO,
    /**
     * From the mean of the ranked regions: contributions sum to the difference between the score and that of a region whose
     * metrics all have their mean normalised value.
     */
    MEAN
}
