package org.ldci.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.ldci.internal.ValueStyle;

/**
 * A place that is measured, called "unit" or "alternative" in the field. Nothing here is particular to places: a school
 * or a supplier is scored the same way.
 *
 * <p>An immutable value. Its identity is level and code together: the same code, and the same name, may stand at two
 * levels, as West Midlands does.
 */
@Value.Immutable
@ValueStyle
public interface Region {
    /**
     * The identity of the region within its level.
     *
     * @return a code by the rule of {@link Codes}
     */
    String code();

    /**
     * The name that people read.
     *
     * @return the name; the code if none was given
     */
    @Value.Default
    default String name() {
        return code();
    }

    /**
     * The level of geography, such as "ITL1" or "LAD".
     *
     * @return the level; empty if all regions are of one unnamed level
     */
    @Value.Default
    default String level() {
        return "";
    }

    /**
     * The code of the region that contains this one.
     *
     * @return the code of the parent, if there is one
     */
    Optional<String> parent();

    /**
     * The number of people, or of whatever the region counts as its size.
     *
     * @return a finite number of at least 0, if known
     */
    OptionalDouble population();

    /**
     * Other codes of the same region, such as its GSS code beside its ITL code. Look-ups find a region by these as well.
     *
     * @return the aliases, in the order they were given
     */
    List<String> aliases();

    /**
     * Membership in named groupings, such as "income" = "high": imputation by group uses them.
     *
     * @return the group by the name of the grouping, in the order they were given
     */
    Map<String, String> groups();

    /**
     * Starts a region.
     *
     * @param code the code
     * @return a builder
     */
    static Builder builder(String code) {
        return ImmutableRegion.builder().code(code);
    }

    /**
     * A region with a code alone.
     *
     * @param code the code
     * @return the region, named by its code, of the unnamed level
     * @throws IllegalArgumentException if the code breaks the rule of {@link Codes}
     */
    static Region of(String code) {
        return builder(code).build();
    }

    /**
     * A region with a code and a name.
     *
     * @param code the code
     * @param name the name
     * @return the region, of the unnamed level
     * @throws IllegalArgumentException if the code breaks the rule of {@link Codes}
     */
    static Region of(String code, String name) {
        return builder(code).name(name).build();
    }

    /**
     * A region with code, name and level.
     *
     * @param code the code
     * @param name the name
     * @param level the level
     * @return the region
     * @throws IllegalArgumentException if the code breaks the rule of {@link Codes}
     */
    static Region of(String code, String name, String level) {
        return builder(code).name(name).level(level).build();
    }

    /**
     * The same region with another population, as it has in another year.
     *
     * @param population a finite number of at least 0; empty if unknown
     * @return a region that differs in nothing else
     * @throws IllegalArgumentException if the population is negative or not finite
     */
    default Region withPopulation(OptionalDouble population) {
        Builder copy = builder(code()).name(name()).level(level());
        parent().ifPresent(copy::parent);
        population.ifPresent(copy::population);
        aliases().forEach(copy::addAliases);
        groups().forEach(copy::putGroups);
        return copy.build();
    }

    /**
     * Checks the rules that one region can break by itself.
     *
     * @throws IllegalArgumentException if a rule is broken; the message lists every problem
     */
    @Value.Check
    default void check() {
        List<Problem> problems = new ArrayList<>();
        String subject = "region '" + code() + "': ";
        Codes.problem(code()).ifPresent(rule -> problems.add(new Problem("", subject + "code " + rule)));
        parent().flatMap(Codes::problem).ifPresent(rule -> problems.add(new Problem("", subject + "parent " + rule)));
        for (String alias : aliases()) {
            Codes.problem(alias).ifPresent(rule -> problems.add(new Problem("", subject + "alias " + rule)));
        }
        if (parent().isPresent() && parent().get().equals(code()) && level().isEmpty()) {
            problems.add(new Problem("", subject + "is its own parent"));
        }
        population().ifPresent(population -> {
            if (!(population >= 0 && Double.isFinite(population))) {
                problems.add(
                        new Problem("", subject + "population must be finite and at least 0 but is " + population));
            }
        });
        NodeBuilder.refuse(problems);
    }

    /** Collects the attributes of a {@link Region}. Not thread-safe. */
    interface Builder {
        /**
         * Sets the code.
         *
         * @param code a code by the rule of {@link Codes}
         * @return this builder
         */
        Builder code(String code);

        /**
         * Sets the name.
         *
         * @param name the name that people read
         * @return this builder
         */
        Builder name(String name);

        /**
         * Sets the level.
         *
         * @param level the level of geography
         * @return this builder
         */
        Builder level(String level);

        /**
         * Sets the parent.
         *
         * @param parent the code of the containing region
         * @return this builder
         */
        Builder parent(String parent);

        /**
         * Sets the population.
         *
         * @param population a finite number of at least 0
         * @return this builder
         */
        Builder population(double population);

        /**
         * Adds another code of the same region.
         *
         * @param alias the code
         * @return this builder
         */
        Builder addAliases(String alias);

        /**
         * Adds membership in a grouping.
         *
         * @param grouping the name of the grouping
         * @param group the group
         * @return this builder
         */
        Builder putGroups(String grouping, String group);

        /**
         * Makes the region.
         *
         * @return the region
         * @throws IllegalArgumentException if a rule is broken; the message lists every problem
         */
        Region build();
    }
}
