package org.ldci.robustness;

import java.util.List;
import java.util.stream.Collectors;
import org.ldci.internal.text.Console;

/**
 * The sensitivity of every target to every factor of a study.
 *
 * @param study what varies; its replicates are the rows of the design
 * @param targets the indices, one a target, in their order
 * @param excluded the rows that were left out because a run of them could not be scored, or had no value of some target
 */
public record SensitivityResult(RobustnessStudy study, List<SobolIndices> targets, long excluded) {
    /** Copies the list. */
    public SensitivityResult {
        targets = List.copyOf(targets);
    }

    /**
     * The indices of one target.
     *
     * @param target the target
     * @return its indices
     * @throws IllegalArgumentException if it was not asked for
     */
    public SobolIndices of(Target target) {
        return targets.stream()
                .filter(indices -> indices.target().equals(target.label()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + target.label() + "' was not asked for"));
    }

    /** The first target, made for JShell. */
    @Override
    public String toString() {
        return targets.get(0)
                + (targets.size() > 1 ? "\n... " + (targets.size() - 1) + " more targets; print() for all" : "");
    }

    /** Prints every target to the standard output. */
    public void print() {
        Console.print(text());
    }

    /**
     * What {@link #print()} prints.
     *
     * @return lines of text
     */
    public String text() {
        return targets.stream().map(SobolIndices::text).collect(Collectors.joining("\n"))
                + (excluded > 0 ? excluded + " rows are left out, as a run of them could not be scored\n" : "");
    }
}
