package org.ldci.robustness;

import java.util.List;
import java.util.stream.Collectors;
import org.ldci.internal.text.Console;

/**
 * The sensitivity of every target to every factor of a study.
 *
 * @param <T> what is said of a target: Sobol indices, Shapley effects or elementary effects
 * @param study what varies; its replicates are the rows or trajectories of the design
 * @param targets what is said of each target, in their order
 * @param rows how many rows or trajectories it comes from
 * @param excluded the rows that were left out because a run of them could not be scored, or had no value of some target
 */
public record SensitivityResult<T extends TargetSensitivity>(
        RobustnessStudy study, List<T> targets, long rows, long excluded) {
    /** Copies the list. */
    public SensitivityResult {
        targets = List.copyOf(targets);
    }

    /**
     * What is said of one target.
     *
     * @param target the target
     * @return its indices or effects
     * @throws IllegalArgumentException if it was not asked for
     */
    public T of(Target target) {
        return targets.stream()
                .filter(each -> each.target().equals(target.label()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + target.label() + "' was not asked for"));
    }

    /**
     * Whether the run ended before all rows were done.
     *
     * @return true if so
     */
    public boolean isPartial() {
        return rows + excluded < study.replicates();
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
        return targets.stream().map(TargetSensitivity::text).collect(Collectors.joining("\n"))
                + (isPartial()
                        ? "ended early, after " + (rows + excluded) + " of " + study.replicates() + " rows\n"
                        : "")
                + (excluded > 0 ? excluded + " rows are left out, as a run of them could not be scored\n" : "");
    }
}
