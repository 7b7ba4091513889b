package org.ldci.robustness;

import java.util.List;

/**
 * Weights that vary.
 *
 * @param code the name of the factor
 * @param distribution how the weights of siblings are drawn
 * @param levels the levels whose children's weights vary, by depth: 0 for the children of the index; empty for all
 * @param components the components whose children's weights vary, by code; if not empty, levels must be
 */
public record WeightVariation(
        String code, WeightDistribution distribution, List<Integer> levels, List<String> components) implements Factor {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the code is blank, a level negative, or levels and components are both given
     */
    public WeightVariation {
        FactorCodes.check(code);
        levels = List.copyOf(levels);
        components = List.copyOf(components);
        if (!levels.isEmpty() && !components.isEmpty()) {
            throw new IllegalArgumentException("factor '" + code + "': give levels or components, not both");
        }
        if (distribution instanceof WeightDistribution.Within && !(levels.isEmpty() && components.isEmpty())) {
            throw new IllegalArgumentException(
                    "factor '" + code + "': the space of weights says whose they are; give no levels or components");
        }
        for (int level : levels) {
            if (level < 0) {
                throw new IllegalArgumentException("factor '" + code + "': a level is at least 0 but one is " + level);
            }
        }
    }

    /**
     * The same for some levels only.
     *
     * @param only the depths: 0 for the children of the index
     * @return a new factor
     */
    public WeightVariation atLevels(Integer... only) {
        return new WeightVariation(code, distribution, List.of(only), List.of());
    }

    /**
     * The same for the children of some components only.
     *
     * @param only the codes of the components
     * @return a new factor
     */
    public WeightVariation under(String... only) {
        return new WeightVariation(code, distribution, List.of(), List.of(only));
    }

    /**
     * The same under another name.
     *
     * @param other the new code
     * @return a new factor
     */
    public WeightVariation named(String other) {
        return new WeightVariation(other, distribution, levels, components);
    }

    boolean covers(String component, int depth) {
        if (!components.isEmpty()) {
            return components.contains(component);
        }
        return levels.isEmpty() || levels.contains(depth);
    }
}
