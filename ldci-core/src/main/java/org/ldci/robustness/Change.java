package org.ldci.robustness;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ldci.aggregate.Aggregator;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.MissingDataPolicy;
import org.ldci.model.Component;
import org.ldci.model.IndexNode;
import org.ldci.normalise.Normaliser;
import org.ldci.prepare.Imputation;
import org.ldci.prepare.Treatment;

/** What an alternative does to a definition. Immutable, compared by value (a {@link Custom} by its function). */
public sealed interface Change {
    /**
     * Applies the change.
     *
     * @param definition the definition
     * @return the changed definition
     * @throws org.ldci.definition.InvalidIndexException if the result breaks a rule
     */
    IndexDefinition apply(IndexDefinition definition);

    /**
     * Whether the change does no more than set weights, so that everything before them can be kept.
     *
     * @return true if it only sets weights
     */
    default boolean isOnlyWeights() {
        return false;
    }

    /** Leaves the definition as it is: the nominal way. */
    record Nothing() implements Change {
        @Override
        public IndexDefinition apply(IndexDefinition definition) {
            return definition;
        }

        @Override
        public boolean isOnlyWeights() {
            return true;
        }
    }

    /**
     * Replaces the general normaliser. Normalisers of single metrics, such as their own goalposts, stay.
     *
     * @param normaliser the new one
     */
    record Normalise(Normaliser normaliser) implements Change {
        @Override
        public IndexDefinition apply(IndexDefinition definition) {
            return definition.with(method -> method.normalise(normaliser));
        }
    }

    /**
     * Replaces the aggregators of all components, exceptions by level or component included.
     *
     * @param aggregator the new one
     */
    record AggregateAll(Aggregator aggregator) implements Change {
        @Override
        public IndexDefinition apply(IndexDefinition definition) {
            return definition.with(method ->
                    method.aggregate(aggregator).aggregateLevels(Map.of()).aggregateComponents(Map.of()));
        }
    }

    /**
     * Replaces the aggregator of one level. Exceptions by component stay.
     *
     * @param level the depth, 0 for the index
     * @param aggregator the new one
     */
    record AggregateLevel(int level, Aggregator aggregator) implements Change {
        @Override
        public IndexDefinition apply(IndexDefinition definition) {
            Map<Integer, Aggregator> levels =
                    new LinkedHashMap<>(definition.method().aggregateLevels());
            levels.put(level, aggregator);
            return definition.with(method -> method.aggregateLevels(levels));
        }
    }

    /**
     * Replaces the imputation.
     *
     * @param imputation the new one
     */
    record Impute(Imputation imputation) implements Change {
        @Override
        public IndexDefinition apply(IndexDefinition definition) {
            return definition.with(method -> method.impute(imputation));
        }
    }

    /**
     * Replaces the general treatment. Treatments of single metrics stay.
     *
     * @param treatment the new one
     */
    record Treat(Treatment treatment) implements Change {
        @Override
        public IndexDefinition apply(IndexDefinition definition) {
            return definition.with(method -> method.treat(treatment));
        }
    }

    /**
     * Replaces the policy for missing scores.
     *
     * @param policy the new one
     */
    record Missing(MissingDataPolicy policy) implements Change {
        @Override
        public IndexDefinition apply(IndexDefinition definition) {
            return definition.with(method -> method.missing(policy));
        }
    }

    /**
     * Gives a metric or component the weight 0. It still counts for coverage. A component all of whose children are left out
     * is left out itself.
     *
     * @param code the code of the metric or component
     */
    record LeaveOut(String code) implements Change {
        @Override
        public IndexDefinition apply(IndexDefinition definition) {
            Optional<Component> alone = definition
                    .index()
                    .components()
                    .skip(1)
                    .filter(component -> component.children().stream().anyMatch(this::isMeant)
                            && component.children().stream().allMatch(child -> isMeant(child) || child.weight() == 0))
                    .findFirst();
            return alone.isPresent()
                    ? new LeaveOut(alone.get().code()).apply(definition)
                    : definition.withWeight(code, 0);
        }

        private boolean isMeant(IndexNode node) {
            return node.code().equals(code);
        }

        @Override
        public boolean isOnlyWeights() {
            return true;
        }
    }

    /**
     * Sets the weights of some metrics and components; the others keep theirs.
     *
     * @param weights weights by code, finite and at least 0; relative to those of their siblings
     */
    record SetWeights(Map<String, Double> weights) implements Change {
        /**
         * Copies the map, in its order.
         *
         * @throws IllegalArgumentException if a weight is negative or not finite
         */
        public SetWeights {
            weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
            weights.forEach((code, weight) -> {
                if (!(weight >= 0 && Double.isFinite(weight))) {
                    throw new IllegalArgumentException(
                            "the weight of '" + code + "' must be finite and at least 0 but is " + weight);
                }
            });
        }

        @Override
        public IndexDefinition apply(IndexDefinition definition) {
            return definition.withWeights(weights);
        }

        @Override
        public boolean isOnlyWeights() {
            return true;
        }
    }

    /**
     * Does whatever a function does. Cannot be written to a file.
     *
     * @param change the function; the same definition must always give the same result
     */
    record Custom(UnaryOperator<IndexDefinition> change) implements Change {
        @Override
        public IndexDefinition apply(IndexDefinition definition) {
            return change.apply(definition);
        }
    }
}
