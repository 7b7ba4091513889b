package org.ldci.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ldci.aggregate.Aggregator;
import org.ldci.aggregate.PointwiseAggregator;
import org.ldci.aggregate.TableAggregator;
import org.ldci.model.Component;
import org.ldci.model.ComponentBuilder;
import org.ldci.model.MetricBuilder;
import org.ldci.model.Problem;
import org.ldci.normalise.Normaliser;
import org.ldci.prepare.Denomination;
import org.ldci.prepare.Imputation;
import org.ldci.prepare.PanelImputation;
import org.ldci.prepare.Screening;
import org.ldci.prepare.Treatment;
import org.ldci.rank.TiesStrategy;
import org.ldci.weight.WeightingScheme;

/** Collects an {@link IndexDefinition}; what is wrong is reported when it is built, all at once. Not thread-safe. */
public final class IndexDefinitionBuilder {
    private final ComponentBuilder index;
    private Methodology.Builder method;
    private final Map<String, Treatment> treatMetrics = new LinkedHashMap<>();
    private final Map<String, Normaliser> normaliseMetrics = new LinkedHashMap<>();
    private final Map<Integer, WeightingScheme> weighLevels = new LinkedHashMap<>();
    private final Map<String, WeightingScheme> weighComponents = new LinkedHashMap<>();
    private final Map<Integer, Aggregator> aggregateLevels = new LinkedHashMap<>();
    private final Map<String, Aggregator> aggregateComponents = new LinkedHashMap<>();

    IndexDefinitionBuilder(ComponentBuilder index) {
        this.index = index;
        this.method = Methodology.builder();
    }

    /**
     * Sets the name that people read.
     *
     * @param name the name of the index
     * @return this builder
     */
    public IndexDefinitionBuilder name(String name) {
        index.name(name);
        return this;
    }

    /**
     * Adds a component right below the index.
     *
     * @param code the code of the component
     * @param attributes sets the attributes and children
     * @return this builder
     */
    public IndexDefinitionBuilder component(String code, Consumer<ComponentBuilder> attributes) {
        index.component(code, attributes);
        return this;
    }

    /**
     * Adds a component that exists already.
     *
     * @param component the component
     * @return this builder
     */
    public IndexDefinitionBuilder component(Component component) {
        index.component(component);
        return this;
    }

    /**
     * Adds a metric right below the index, for an index without components.
     *
     * @param code the code of the metric
     * @param attributes sets the attributes
     * @return this builder
     */
    public IndexDefinitionBuilder metric(String code, Consumer<MetricBuilder> attributes) {
        index.metric(code, attributes);
        return this;
    }

    /**
     * Adds a metric with defaults right below the index, for an index without components.
     *
     * @param code the code of the metric
     * @return this builder
     */
    public IndexDefinitionBuilder metric(String code) {
        index.metric(code);
        return this;
    }

    /**
     * Sets the whole methodology; exceptions stated so far are replaced by its own.
     *
     * @param methodology the methodology
     * @return this builder
     */
    public IndexDefinitionBuilder method(Methodology methodology) {
        method = methodology.toBuilder();
        replace(treatMetrics, methodology.treatMetrics());
        replace(normaliseMetrics, methodology.normaliseMetrics());
        replace(weighLevels, methodology.weighLevels());
        replace(weighComponents, methodology.weighComponents());
        replace(aggregateLevels, methodology.aggregateLevels());
        replace(aggregateComponents, methodology.aggregateComponents());
        return this;
    }

    private static <K, V> void replace(Map<K, V> target, Map<K, ? extends V> by) {
        target.clear();
        target.putAll(by);
    }

    /**
     * Sets how metrics are divided by their denominators.
     *
     * @param denomination the denomination
     * @return this builder
     */
    public IndexDefinitionBuilder denominate(Denomination denomination) {
        method.denominate(denomination);
        return this;
    }

    /**
     * Sets which regions are too thinly measured.
     *
     * @param screening the screening
     * @return this builder
     */
    public IndexDefinitionBuilder screen(Screening screening) {
        method.screen(screening);
        return this;
    }

    /**
     * Sets how missing cells are filled from other periods, where there are several.
     *
     * @param imputation the imputation over time
     * @return this builder
     */
    public IndexDefinitionBuilder imputeOverTime(PanelImputation imputation) {
        method.imputeOverTime(imputation);
        return this;
    }

    /**
     * Sets how missing cells are filled.
     *
     * @param imputation the imputation
     * @return this builder
     */
    public IndexDefinitionBuilder impute(Imputation imputation) {
        method.impute(imputation);
        return this;
    }

    /**
     * Sets how outliers are tamed.
     *
     * @param treatment the treatment
     * @return this builder
     */
    public IndexDefinitionBuilder treat(Treatment treatment) {
        method.treat(treatment);
        return this;
    }

    /**
     * Sets how outliers of one metric are tamed.
     *
     * @param metric the code of the metric
     * @param treatment the treatment
     * @return this builder
     */
    public IndexDefinitionBuilder treat(String metric, Treatment treatment) {
        treatMetrics.put(metric, treatment);
        return this;
    }

    /**
     * Sets how metrics are put on one scale.
     *
     * @param normaliser the normaliser
     * @return this builder
     */
    public IndexDefinitionBuilder normalise(Normaliser normaliser) {
        method.normalise(normaliser);
        return this;
    }

    /**
     * Sets how one metric is put on the scale.
     *
     * @param metric the code of the metric
     * @param normaliser the normaliser
     * @return this builder
     */
    public IndexDefinitionBuilder normalise(String metric, Normaliser normaliser) {
        normaliseMetrics.put(metric, normaliser);
        return this;
    }

    /**
     * Sets how weights are found.
     *
     * @param scheme the weighting scheme
     * @return this builder
     */
    public IndexDefinitionBuilder weigh(WeightingScheme scheme) {
        method.weigh(scheme);
        return this;
    }

    /**
     * Sets how weights of the children of one component are found.
     *
     * @param component the code of the component
     * @param scheme the weighting scheme
     * @return this builder
     */
    public IndexDefinitionBuilder weigh(String component, WeightingScheme scheme) {
        weighComponents.put(component, scheme);
        return this;
    }

    /**
     * Sets how weights are found on a whole level of the tree.
     *
     * @param level the depth: 0 weighs the children of the index, 1 those of the components right below it, and so on
     * @param scheme the weighting scheme
     * @return this builder
     */
    public IndexDefinitionBuilder weighLevel(int level, WeightingScheme scheme) {
        weighLevels.put(level, scheme);
        return this;
    }

    /**
     * Sets how children are aggregated, one region at a time.
     *
     * @param aggregator the aggregator
     * @return this builder
     */
    public IndexDefinitionBuilder aggregate(PointwiseAggregator aggregator) {
        method.aggregate(aggregator);
        return this;
    }

    /**
     * Sets how children are aggregated, all regions together.
     *
     * @param aggregator the aggregator
     * @return this builder
     */
    public IndexDefinitionBuilder aggregate(TableAggregator aggregator) {
        method.aggregate(aggregator);
        return this;
    }

    /**
     * Sets how children are aggregated.
     *
     * @param aggregator the aggregator, of either kind
     * @return this builder
     */
    public IndexDefinitionBuilder aggregate(Aggregator aggregator) {
        method.aggregate(aggregator);
        return this;
    }

    /**
     * Sets how the children of one component are aggregated.
     *
     * @param component the code of the component
     * @param aggregator the aggregator
     * @return this builder
     */
    public IndexDefinitionBuilder aggregate(String component, Aggregator aggregator) {
        aggregateComponents.put(component, aggregator);
        return this;
    }

    /**
     * Sets how a whole level of the tree is aggregated.
     *
     * @param level the depth: 0 aggregates to the index, 1 to the components right below it, and so on
     * @param aggregator the aggregator
     * @return this builder
     */
    public IndexDefinitionBuilder aggregateLevel(int level, Aggregator aggregator) {
        aggregateLevels.put(level, aggregator);
        return this;
    }

    /**
     * Sets what the aggregation does with missing scores.
     *
     * @param policy the policy
     * @return this builder
     */
    public IndexDefinitionBuilder missing(MissingDataPolicy policy) {
        method.missing(policy);
        return this;
    }

    /**
     * Sets which ranks equal scores get.
     *
     * @param ties the rule
     * @return this builder
     */
    public IndexDefinitionBuilder ties(TiesStrategy ties) {
        method.ties(ties);
        return this;
    }

    /**
     * The definition as far as it goes: everything that is wrong with it.
     *
     * @return the problems, each with its path in the definition document; empty if it can be built
     */
    public List<Problem> problems() {
        return new ArrayList<>(IndexDefinition.problems(index, methodology()));
    }

    /**
     * Makes the definition.
     *
     * @return the definition
     * @throws InvalidIndexException if it breaks a rule; lists every problem
     */
    public IndexDefinition build() {
        List<Problem> problems = problems();
        if (!problems.isEmpty()) {
            throw new InvalidIndexException(index.code(), problems);
        }
        return new IndexDefinition(index.build(), methodology());
    }

    private Methodology methodology() {
        return method.treatMetrics(treatMetrics)
                .normaliseMetrics(normaliseMetrics)
                .weighLevels(weighLevels)
                .weighComponents(weighComponents)
                .aggregateLevels(aggregateLevels)
                .aggregateComponents(aggregateComponents)
                .build();
    }
}
