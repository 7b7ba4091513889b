package org.ldci.robustness;

import java.util.List;

/**
 * What a sensitivity analysis is asked.
 *
 * @param targets the numbers to explain, at least one
 * @param bootstraps how many times rows are drawn anew for the intervals, at least 0; none gives no interval
 * @param level what share of them an interval holds, in (0, 1)
 */
public record Sensitivity(List<Target> targets, int bootstraps, double level) {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if there is no target, bootstraps are negative, or the level is not in (0, 1)
     */
    public Sensitivity {
        targets = List.copyOf(targets);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("sensitivity: needs at least one target");
        }
        if (bootstraps < 0) {
            throw new IllegalArgumentException("sensitivity: expected at least 0 bootstraps but got " + bootstraps);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("sensitivity: expected a level in (0, 1) but got " + level);
        }
    }

    /**
     * Targets with 90 % intervals from 1,000 bootstraps.
     *
     * @param targets the numbers to explain, at least one
     * @return the question
     */
    public static Sensitivity of(Target... targets) {
        return new Sensitivity(List.of(targets), 1000, 0.9);
    }
}
