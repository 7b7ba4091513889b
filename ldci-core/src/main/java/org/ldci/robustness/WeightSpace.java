package org.ldci.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ldci.internal.text.TextTable;

/**
 * The admissible weights: what is known, or agreed, about the weights of an index when they are not fixed to the last digit.
 *
 * <p>A polytope: all weights of at least 0 that sum to 1 and meet every constraint. It speaks of the measured children of
 * the index, of those of one component, or of all metrics at once; a <em>share</em> is always a share of that whole.
 * Constraints add up; their order means nothing to the weights. The nominal weights, which a band refers to, are those of
 * the result that the space is used with; that is also where unknown codes and constraints that no weights meet together
 * are refused.
 *
 * <p>Immutable, compared by value. Source: R. Lahdelma, P. Salminen, "SMAA-2", Operations Research 49 (2001),
 * doi:10.1287/opre.49.3.444.11220; A. Salo, R. Hämäläinen, "Preference ratios in multiattribute evaluation (PRIME)", IEEE
 * Transactions on Systems, Man, and Cybernetics A 31 (2001), doi:10.1109/3468.983411.
 */
public final class WeightSpace {
    /** What the weights belong to. */
    public enum Scope {
        /** The measured children of the index, whose scores are taken as given. */
        INDEX,
        /** The measured children of one component, whose scores are taken as given. */
        COMPONENT,
        /** All measured metrics: the weight of a metric in the whole index. */
        METRICS
    }

    /** One thing that is known about the weights. */
    public sealed interface Constraint permits AtLeast, AtMost, Ordered, Band, Linear {}

    /**
     * A share is at least so much.
     *
     * @param code the code of the child
     * @param share the least share, from 0 to 1
     */
    public record AtLeast(String code, double share) implements Constraint {
        /**
         * Checks the share.
         *
         * @throws IllegalArgumentException if it is outside [0, 1]
         */
        public AtLeast {
            checkShare(code, share);
        }

        @Override
        public String toString() {
            return code + " >= " + share;
        }
    }

    /**
     * A share is at most so much.
     *
     * @param code the code of the child
     * @param share the greatest share, from 0 to 1
     */
    public record AtMost(String code, double share) implements Constraint {
        /**
         * Checks the share.
         *
         * @throws IllegalArgumentException if it is outside [0, 1]
         */
        public AtMost {
            checkShare(code, share);
        }

        @Override
        public String toString() {
            return code + " <= " + share;
        }
    }

    /**
     * Each weight is at least the next.
     *
     * @param codes the codes, the greatest weight first; at least two, no code twice
     */
    public record Ordered(List<String> codes) implements Constraint {
        /**
         * Copies and checks the list.
         *
         * @throws IllegalArgumentException if there are less than two codes, or one stands twice
         */
        public Ordered {
            codes = List.copyOf(codes);
            if (codes.size() < 2 || new HashSet<>(codes).size() < codes.size()) {
                throw new IllegalArgumentException(
                        "an order of weights needs at least two codes, none of them twice, but got " + codes);
            }
        }

        @Override
        public String toString() {
            return String.join(" >= ", codes);
        }
    }

    /**
     * Raw weights move within {@code nominal * (1 - relative)} and {@code nominal * (1 + relative)}, each for itself, and are
     * then rescaled to sum 1. In the rescaled weights: {@code (1 + r) n_i w_j >= (1 - r) n_j w_i} for every two of them, so a
     * single weight can leave the band a little. A weight of nominally 0 stays 0. Over all metrics this holds at every level
     * of the tree, for the shares within each parent.
     *
     * @param relative r, from 0 to 1
     */
    public record Band(double relative) implements Constraint {
        /**
         * Checks the width.
         *
         * @throws IllegalArgumentException if it is outside [0, 1]
         */
        public Band {
            if (!(relative >= 0 && relative <= 1)) {
                throw new IllegalArgumentException("a band of weights must be from 0 to 1 but is " + relative);
            }
        }

        @Override
        public String toString() {
            return "band +-" + TextTable.number(100 * relative, 1) + " %";
        }
    }

    /**
     * A weighted sum of the weights is at least 0: {@code sum c_j w_j >= 0}.
     *
     * @param coefficients c by code; codes that are left out have 0
     */
    public record Linear(Map<String, Double> coefficients) implements Constraint {
        /**
         * Copies and checks the coefficients.
         *
         * @throws IllegalArgumentException if one is not finite, or none differs from 0
         */
        public Linear {
            coefficients = ImmutableSortedMap.copyOf(coefficients);
            if (!coefficients.values().stream().allMatch(Double::isFinite)
                    || coefficients.values().stream().allMatch(c -> c == 0)) {
                throw new IllegalArgumentException(
                        "a constraint on weights needs finite coefficients, one of them not 0, but got "
                                + coefficients);
            }
        }

        @Override
        public String toString() {
            return coefficients.entrySet().stream()
                            .map(term -> term.getValue() + " " + term.getKey())
                            .collect(Collectors.joining(" + "))
                    + " >= 0";
        }
    }

    private final Scope scope;
    private final @Nullable String component;
    private final ImmutableList<Constraint> constraints;

    private WeightSpace(Scope scope, @Nullable String component, ImmutableList<Constraint> constraints) {
        this.scope = scope;
        this.component = component;
        this.constraints = constraints;
    }

    private static void checkShare(String code, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("the share of '" + code + "' must be from 0 to 1 but is " + share);
        }
    }

    /**
     * All weights of the children of the index.
     *
     * @return the space without constraints
     */
    public static WeightSpace ofIndex() {
        return new WeightSpace(Scope.INDEX, null, ImmutableList.of());
    }

    /**
     * All weights of the children of one component; what is said then is about the scores and ranks of that component.
     *
     * @param code the code of the component
     * @return the space without constraints
     */
    public static WeightSpace ofComponent(String code) {
        return new WeightSpace(Scope.COMPONENT, code, ImmutableList.of());
    }

    /**
     * All weights of the metrics in the whole index. Constraints may name metrics and components; the weight of a component is
     * the sum of those of its metrics. Linear only if every component of the index is the same power mean.
     *
     * @return the space without constraints
     */
    public static WeightSpace overMetrics() {
        return new WeightSpace(Scope.METRICS, null, ImmutableList.of());
    }

    /**
     * This space with a least share.
     *
     * @param code the code of a child
     * @param share the least share, from 0 to 1
     * @return a new space
     * @throws IllegalArgumentException if the share is outside [0, 1]
     */
    public WeightSpace atLeast(String code, double share) {
        return with(new AtLeast(code, share));
    }

    /**
     * This space with a greatest share.
     *
     * @param code the code of a child
     * @param share the greatest share, from 0 to 1
     * @return a new space
     * @throws IllegalArgumentException if the share is outside [0, 1]
     */
    public WeightSpace atMost(String code, double share) {
        return with(new AtMost(code, share));
    }

    /**
     * This space with an order of importance.
     *
     * @param codes the codes of children, the greatest weight first
     * @return a new space
     * @throws IllegalArgumentException if there are less than two codes, or one stands twice
     */
    public WeightSpace ordered(String... codes) {
        return with(new Ordered(List.of(codes)));
    }

    /**
     * This space within a band around the nominal weights, as {@link Band} defines it.
     *
     * @param relative from 0 to 1: 0.25 for plus or minus 25 percent
     * @return a new space
     * @throws IllegalArgumentException if it is outside [0, 1]
     */
    public WeightSpace band(double relative) {
        return with(new Band(relative));
    }

    /**
     * This space with any linear constraint {@code sum c_j w_j >= 0}: {@code Map.of("a", 1.0, "b", -2.0)} says that a weighs
     * at least twice as much as b.
     *
     * @param coefficients c by code
     * @return a new space
     * @throws IllegalArgumentException if a coefficient is not finite, or none differs from 0
     */
    public WeightSpace constraint(Map<String, Double> coefficients) {
        return with(new Linear(coefficients));
    }

    /**
     * This space with one more constraint.
     *
     * @param constraint the constraint
     * @return a new space
     */
    public WeightSpace with(Constraint constraint) {
        return new WeightSpace(
                scope,
                component,
                ImmutableList.<Constraint>builderWithExpectedSize(constraints.size() + 1)
                        .addAll(constraints)
                        .add(constraint)
                        .build());
    }

    /**
     * What the weights belong to.
     *
     * @return the scope
     */
    public Scope scope() {
        return scope;
    }

    /**
     * The component whose children are weighed, if the scope is one.
     *
     * @return its code
     */
    public Optional<String> component() {
        return Optional.ofNullable(component);
    }

    /**
     * What is known about the weights.
     *
     * @return an unmodifiable list in the order of the calls; empty for all weights
     */
    public List<Constraint> constraints() {
        return constraints;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WeightSpace that
                && scope == that.scope
                && component().equals(that.component())
                && constraints.equals(that.constraints);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * scope.hashCode() + component().hashCode()) + constraints.hashCode();
    }

    /** One line, cut at 300 characters, made for JShell. */
    @Override
    public String toString() {
        String what = switch (scope) {
            case INDEX -> "the children of the index";
            case COMPONENT -> "the children of '" + component + "'";
            case METRICS -> "all metrics";
        };
        String known = constraints.isEmpty()
                ? "no constraints"
                : constraints.stream().map(Object::toString).collect(Collectors.joining("; "));
        return TextTable.shorten("WeightSpace of " + what + ": " + known, 300);
    }
}
