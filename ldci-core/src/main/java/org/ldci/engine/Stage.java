package org.ldci.engine;

/** The stages of a metric's values on the way to a score, each kept in the result. */
public enum Stage {
    /** As in the data. */
    RAW,
    /** Divided by their denominators. */
    DENOMINATED,
    /** With missing cells filled. */
    IMPUTED,
    /** With outliers tamed. */
    TREATED,
    /** On the common scale, higher is better; NaN for regions that were screened out. */
    NORMALISED
}
