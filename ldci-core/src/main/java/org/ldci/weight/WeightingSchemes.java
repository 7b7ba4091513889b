package org.ldci.weight;

/** The standard weighting schemes. */
public final class WeightingSchemes {
    private WeightingSchemes() {}

    /**
     * The weights of the definition: the default.
     *
     * @return {@link GivenWeights}
     */
    public static WeightingScheme given() {
        return new GivenWeights();
    }

    /**
     * Equal weights for the children of each component.
     *
     * @return {@link EqualWeights}
     */
    public static WeightingScheme equal() {
        return new EqualWeights(EqualWeights.Across.SIBLINGS);
    }

    /**
     * Equal weights for all metrics of the index.
     *
     * @return {@link EqualWeights}
     */
    public static WeightingScheme equalMetrics() {
        return new EqualWeights(EqualWeights.Across.METRICS);
    }
}
