package org.ldci.definition;

import java.util.Map;
import org.immutables.value.Value;
import org.ldci.aggregate.Aggregator;
import org.ldci.aggregate.Aggregators;
import org.ldci.internal.ValueStyle;
import org.ldci.normalise.Normaliser;
import org.ldci.normalise.Normalisers;
import org.ldci.prepare.Denomination;
import org.ldci.prepare.Denominations;
import org.ldci.prepare.Imputation;
import org.ldci.prepare.Imputations;
import org.ldci.prepare.PanelImputation;
import org.ldci.prepare.PanelImputations;
import org.ldci.prepare.Screening;
import org.ldci.prepare.Screenings;
import org.ldci.prepare.Treatment;
import org.ldci.prepare.Treatments;
import org.ldci.rank.TiesStrategy;
import org.ldci.weight.WeightingScheme;
import org.ldci.weight.WeightingSchemes;

/**
 * How an index is computed: one strategy a step, in the order in which the steps run.
 *
 * <p>An immutable value, compared by its attributes. Defaults: denominators as declared, no screening, no imputation, no
 * treatment, min-max to [0, 100], given weights, arithmetic means, weights renormalised over what is present, competition
 * ranks.
 */
@Value.Immutable
@ValueStyle
public interface Methodology {
    /**
     * How metrics are divided by their denominators.
     *
     * @return the denomination
     */
    @Value.Default
    default Denomination denominate() {
        return Denominations.ratio();
    }

    /**
     * Which regions are too thinly measured.
     *
     * @return the screening
     */
    @Value.Default
    default Screening screen() {
        return Screenings.none();
    }

    /**
     * How missing cells are filled from other periods of the same region, where there are several: before every other step,
     * on the raw data. The score of a single dataset takes no notice of it.
     *
     * @return the imputation over time
     */
    @Value.Default
    default PanelImputation imputeOverTime() {
        return PanelImputations.none();
    }

    /**
     * How missing cells are filled.
     *
     * @return the imputation
     */
    @Value.Default
    default Imputation impute() {
        return Imputations.none();
    }

    /**
     * How outliers are tamed, unless {@link #treatMetrics()} says otherwise.
     *
     * @return the treatment
     */
    @Value.Default
    default Treatment treat() {
        return Treatments.none();
    }

    /**
     * Treatments of single metrics, by code.
     *
     * @return the exceptions
     */
    Map<String, Treatment> treatMetrics();

    /**
     * How metrics are put on one scale, unless {@link #normaliseMetrics()} says otherwise.
     *
     * @return the normaliser
     */
    @Value.Default
    default Normaliser normalise() {
        return Normalisers.minMax();
    }

    /**
     * Normalisers of single metrics, by code.
     *
     * @return the exceptions
     */
    Map<String, Normaliser> normaliseMetrics();

    /**
     * How weights are found, unless {@link #weighLevels()} or {@link #weighComponents()} says otherwise.
     *
     * @return the weighting scheme
     */
    @Value.Default
    default WeightingScheme weigh() {
        return WeightingSchemes.given();
    }

    /**
     * Weighting schemes of whole levels of the tree, by depth: 0 weighs the children of the index, 1 those of the
     * components right below it, and so on.
     *
     * @return the exceptions
     */
    Map<Integer, WeightingScheme> weighLevels();

    /**
     * Weighting schemes for the children of single components, by the code of the component; they go before levels.
     *
     * @return the exceptions
     */
    Map<String, WeightingScheme> weighComponents();

    /**
     * How children are aggregated, unless {@link #aggregateLevels()} or {@link #aggregateComponents()} says otherwise.
     *
     * @return the aggregator
     */
    @Value.Default
    default Aggregator aggregate() {
        return Aggregators.arithmeticMean();
    }

    /**
     * Aggregators of whole levels of the tree, by depth: 0 aggregates to the index, 1 to the components right below it,
     * and so on.
     *
     * @return the exceptions
     */
    Map<Integer, Aggregator> aggregateLevels();

    /**
     * Aggregators of single components, by code; they go before levels.
     *
     * @return the exceptions
     */
    Map<String, Aggregator> aggregateComponents();

    /**
     * What the aggregation does with missing scores.
     *
     * @return the policy
     */
    @Value.Default
    default MissingDataPolicy missing() {
        return MissingDataPolicy.renormalise();
    }

    /**
     * Which ranks equal scores get.
     *
     * @return the rule
     */
    @Value.Default
    default TiesStrategy ties() {
        return TiesStrategy.MIN;
    }

    /**
     * The treatment of one metric.
     *
     * @param metric the code
     * @return its own treatment, or the general one
     */
    default Treatment treat(String metric) {
        return treatMetrics().getOrDefault(metric, treat());
    }

    /**
     * The normaliser of one metric.
     *
     * @param metric the code
     * @return its own normaliser, or the general one
     */
    default Normaliser normalise(String metric) {
        return normaliseMetrics().getOrDefault(metric, normalise());
    }

    /**
     * The weighting scheme for the children of one component.
     *
     * @param component the code
     * @param depth its depth: 0 for the index
     * @return its own scheme, or that of its level, or the general one
     */
    default WeightingScheme weigh(String component, int depth) {
        WeightingScheme own = weighComponents().get(component);
        return own != null ? own : weighLevels().getOrDefault(depth, weigh());
    }

    /**
     * The aggregator of one component.
     *
     * @param component the code
     * @param depth its depth: 0 for the index
     * @return its own aggregator, or that of its level, or the general one
     */
    default Aggregator aggregate(String component, int depth) {
        Aggregator own = aggregateComponents().get(component);
        return own != null ? own : aggregateLevels().getOrDefault(depth, aggregate());
    }

    /**
     * A methodology of defaults.
     *
     * @return the methodology
     */
    static Methodology defaults() {
        return builder().build();
    }

    /**
     * Starts a methodology from the defaults.
     *
     * @return a builder
     */
    static Builder builder() {
        return ImmutableMethodology.builder();
    }

    /**
     * A builder that starts from this methodology.
     *
     * @return a builder
     */
    default Builder toBuilder() {
        return ImmutableMethodology.builder().from(this);
    }

    /** Collects the steps of a {@link Methodology}. Not thread-safe. */
    interface Builder {
        /**
         * Sets the denomination.
         *
         * @param denominate the denomination
         * @return this builder
         */
        Builder denominate(Denomination denominate);

        /**
         * Sets the screening.
         *
         * @param screen the screening
         * @return this builder
         */
        Builder screen(Screening screen);

        /**
         * Sets the imputation from other periods.
         *
         * @param imputeOverTime the imputation over time
         * @return this builder
         */
        Builder imputeOverTime(PanelImputation imputeOverTime);

        /**
         * Sets the imputation.
         *
         * @param impute the imputation
         * @return this builder
         */
        Builder impute(Imputation impute);

        /**
         * Sets the general treatment.
         *
         * @param treat the treatment
         * @return this builder
         */
        Builder treat(Treatment treat);

        /**
         * Sets the treatments of single metrics.
         *
         * @param treatMetrics treatments by code
         * @return this builder
         */
        Builder treatMetrics(Map<String, ? extends Treatment> treatMetrics);

        /**
         * Sets the general normaliser.
         *
         * @param normalise the normaliser
         * @return this builder
         */
        Builder normalise(Normaliser normalise);

        /**
         * Sets the normalisers of single metrics.
         *
         * @param normaliseMetrics normalisers by code
         * @return this builder
         */
        Builder normaliseMetrics(Map<String, ? extends Normaliser> normaliseMetrics);

        /**
         * Sets the general weighting scheme.
         *
         * @param weigh the weighting scheme
         * @return this builder
         */
        Builder weigh(WeightingScheme weigh);

        /**
         * Sets the weighting schemes of whole levels.
         *
         * @param weighLevels weighting schemes by depth
         * @return this builder
         */
        Builder weighLevels(Map<Integer, ? extends WeightingScheme> weighLevels);

        /**
         * Sets the weighting schemes for the children of single components.
         *
         * @param weighComponents weighting schemes by the code of the component
         * @return this builder
         */
        Builder weighComponents(Map<String, ? extends WeightingScheme> weighComponents);

        /**
         * Sets the general aggregator.
         *
         * @param aggregate the aggregator
         * @return this builder
         */
        Builder aggregate(Aggregator aggregate);

        /**
         * Sets the aggregators of whole levels.
         *
         * @param aggregateLevels aggregators by depth
         * @return this builder
         */
        Builder aggregateLevels(Map<Integer, ? extends Aggregator> aggregateLevels);

        /**
         * Sets the aggregators of single components.
         *
         * @param aggregateComponents aggregators by code
         * @return this builder
         */
        Builder aggregateComponents(Map<String, ? extends Aggregator> aggregateComponents);

        /**
         * Sets the policy for missing scores.
         *
         * @param missing the policy
         * @return this builder
         */
        Builder missing(MissingDataPolicy missing);

        /**
         * Sets the rule for ties.
         *
         * @param ties the rule
         * @return this builder
         */
        Builder ties(TiesStrategy ties);

        /**
         * Makes the methodology.
         *
         * @return the methodology
         */
        Methodology build();
    }
}
