package org.ldci.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Collects the attributes of a {@link Metric}; what is wrong is reported when it is built, all at once. Not thread-safe. */
public final class MetricBuilder implements NodeBuilder {
    private final String code;
    private final List<Problem> late = new ArrayList<>();
    private String name;
    private String unit = "";
    private Direction direction = Direction.POSITIVE;
    private double weight = 1;
    private @Nullable Denominator denominator;
    private OptionalDouble target = OptionalDouble.empty();
    private @Nullable Goalposts goalposts;
    private String source = "";
    private String year = "";
    private String definition = "";
    private String licence = "";

    MetricBuilder(String code) {
        this.code = code;
        this.name = code;
    }

    MetricBuilder(Metric metric) {
        code = metric.code();
        name = metric.name();
        unit = metric.unit();
        direction = metric.direction();
        weight = metric.weight();
        denominator = metric.denominator().orElse(null);
        target = metric.target();
        goalposts = metric.goalposts().orElse(null);
        source = metric.source();
        year = metric.year();
        definition = metric.definition();
        licence = metric.licence();
    }

    /**
     * Sets the name that people read.
     *
     * @param name the name
     * @return this builder
     */
    public MetricBuilder name(String name) {
        this.name = name;
        return this;
    }

    /**
     * Sets the unit of the values.
     *
     * @param unit the unit, as in "% of premises"
     * @return this builder
     */
    public MetricBuilder unit(String unit) {
        this.unit = unit;
        return this;
    }

    /**
     * Sets which end is good.
     *
     * @param direction the direction; {@link Direction#POSITIVE} if never set
     * @return this builder
     */
    public MetricBuilder direction(Direction direction) {
        this.direction = direction;
        return this;
    }

    /**
     * Says that lower values are better.
     *
     * @return this builder
     */
    public MetricBuilder lowerIsBetter() {
        return direction(Direction.NEGATIVE);
    }

    /**
     * Sets the weight among the metrics of the same component.
     *
     * @param weight a finite number of at least 0; 1 if never set
     * @return this builder
     */
    public MetricBuilder weight(double weight) {
        this.weight = weight;
        return this;
    }

    /**
     * Divides the values by another metric of the data or by {@link Denominator#POPULATION}.
     *
     * @param code the code of the denominator
     * @return this builder
     */
    public MetricBuilder denominator(String code) {
        return denominator(code, 1);
    }

    /**
     * Divides the values by another metric of the data or by {@link Denominator#POPULATION}, per so many units.
     *
     * @param code the code of the denominator
     * @param per units of the denominator that the result is stated for, above 0
     * @return this builder
     */
    public MetricBuilder denominator(String code, double per) {
        try {
            denominator = new Denominator(code, per);
        } catch (IllegalArgumentException e) {
            late.add(new Problem("/denominator", String.valueOf(e.getMessage())));
        }
        return this;
    }

    /**
     * Sets the value that policy aims for.
     *
     * @param target a finite number in the metric's unit
     * @return this builder
     */
    public MetricBuilder target(double target) {
        this.target = OptionalDouble.of(target);
        return this;
    }

    /**
     * Fixes the ends of the scale.
     *
     * @param lower the low end, in the metric's unit
     * @param upper the high end
     * @return this builder
     */
    public MetricBuilder goalposts(double lower, double upper) {
        try {
            goalposts = new Goalposts(lower, upper);
        } catch (IllegalArgumentException e) {
            late.add(new Problem("/goalposts", String.valueOf(e.getMessage())));
        }
        return this;
    }

    /**
     * Says where the values come from.
     *
     * @param source the source
     * @return this builder
     */
    public MetricBuilder source(String source) {
        this.source = source;
        return this;
    }

    /**
     * Sets the reference period.
     *
     * @param year the period as text, such as "2024" or "2013-2015"
     * @return this builder
     */
    public MetricBuilder year(String year) {
        this.year = year;
        return this;
    }

    /**
     * Says what exactly is measured.
     *
     * @param definition the definition
     * @return this builder
     */
    public MetricBuilder definition(String definition) {
        this.definition = definition;
        return this;
    }

    /**
     * Sets the terms under which the values may be used.
     *
     * @param licence the licence
     * @return this builder
     */
    public MetricBuilder licence(String licence) {
        this.licence = licence;
        return this;
    }

    /**
     * Makes the metric.
     *
     * @return the metric
     * @throws IllegalArgumentException if anything is wrong with it; the message lists every problem
     */
    @Override
    public Metric build() {
        List<Problem> problems = new ArrayList<>();
        check("", "metric '" + code + "'", problems);
        NodeBuilder.refuse(problems);
        return ImmutableMetric.builder()
                .code(code)
                .name(name)
                .unit(unit)
                .direction(direction)
                .weight(weight)
                .denominator(Optional.ofNullable(denominator))
                .target(target)
                .goalposts(Optional.ofNullable(goalposts))
                .source(source)
                .year(year)
                .definition(definition)
                .licence(licence)
                .build();
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public double weight() {
        return weight;
    }

    @Override
    public void check(String path, String subject, List<Problem> problems) {
        NodeBuilder.checkNode(this, path, subject, problems);
        for (Problem problem : late) {
            problems.add(new Problem(path + problem.path(), subject + ": " + problem.message()));
        }
        if (denominator != null && denominator.code().equals(code)) {
            problems.add(new Problem(path + "/denominator", subject + ": is its own denominator"));
        }
        if (target.isPresent() && !Double.isFinite(target.getAsDouble())) {
            problems.add(
                    new Problem(path + "/target", subject + ": target must be finite but is " + target.getAsDouble()));
        }
    }
}
