package org.ldci.robustness;

/** What happens when a replicate or scenario cannot be scored, say because a scale meets a mean that has no place for it. */
public enum FailurePolicy {
    /** The run fails with the first such replicate, its draw and the cause; or with all such scenarios. */
    FAIL,
    /** The replicate or scenario is left out, counted and reported. */
    EXCLUDE
}
