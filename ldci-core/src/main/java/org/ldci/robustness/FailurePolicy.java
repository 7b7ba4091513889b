package org.ldci.robustness;

/** What happens when a replicate cannot be scored, say because a scale meets a mean that has no place for it. */
public enum FailurePolicy {
    /** The run fails with the first such replicate, its draw and the cause. */
    FAIL,
    /** The replicate is left out, counted and reported. */
    EXCLUDE
}
