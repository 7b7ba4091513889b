package org.ldci.model;

import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.ldci.internal.ValueStyle;

/**
 * One measured quantity, called "indicator" in the field: a leaf of the tree of an index.
 *
 * <p>An immutable value, compared by its attributes. It holds no numbers of regions: those are in a
 * {@code org.ldci.data.Dataset}, under the metric's code.
 */
@Value.Immutable
@ValueStyle
public non-sealed interface Metric extends IndexNode {
    @Override
    String code();

    @Override
    String name();

    @Override
    double weight();

    /**
     * The unit of the values, as in "% of premises".
     *
     * @return the unit; empty if none was given
     */
    String unit();

    /**
     * Which end is good.
     *
     * @return the direction
     */
    Direction direction();

    /**
     * What the values are divided by before anything else happens to them.
     *
     * @return the denominator, if there is one
     */
    Optional<Denominator> denominator();

    /**
     * The value that policy aims for, in the metric's unit.
     *
     * @return the target, if there is one
     */
    OptionalDouble target();

    /**
     * The fixed ends of the scale, in the metric's unit.
     *
     * @return the goalposts, if there are any
     */
    Optional<Goalposts> goalposts();

    /**
     * Where the values come from.
     *
     * @return the source; empty if none was given
     */
    String source();

    /**
     * The reference period of the values as text, such as "2024" or "2013-2015".
     *
     * @return the year; empty if none was given
     */
    String year();

    /**
     * What exactly is measured, or how it was derived.
     *
     * @return the definition; empty if none was given
     */
    String definition();

    /**
     * The terms under which the values may be used.
     *
     * @return the licence; empty if none was given
     */
    String licence();

    /**
     * A metric with defaults: named by its code, weight 1, higher is better.
     *
     * @param code the code
     * @return the metric
     * @throws IllegalArgumentException if the code breaks the rule of {@link Codes}
     */
    static Metric of(String code) {
        return builder(code).build();
    }

    /**
     * Starts a metric.
     *
     * @param code the code
     * @return a builder with the defaults of {@link #of}
     */
    static MetricBuilder builder(String code) {
        return new MetricBuilder(code);
    }

    /**
     * A builder that starts from this metric.
     *
     * @return a builder with every attribute of this metric
     */
    default MetricBuilder toBuilder() {
        return new MetricBuilder(this);
    }
}
