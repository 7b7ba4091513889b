package org.ldci.robustness;

/** Hears how far a run is, and can end it. Called from the threads of the run, one call at a time. */
@FunctionalInterface
public interface ProgressListener {
    /**
     * Some more replicates are done.
     *
     * @param done how many are done
     * @param total how many there are in this run
     * @return false to end the run; what is done by then becomes a partial result
     */
    boolean progress(long done, long total);
}
