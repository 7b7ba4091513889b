package org.ldci.weight;

/**
 * The weights of the definition.
 *
 * <p>They are scaled to sum to 1 over the children that are measured. Source: OECD/JRC, "Handbook on Constructing Composite
 * Indicators", 2008, section 6, on weights as value judgements.
 */
public record GivenWeights() implements StandardWeightingScheme {
    @Override
    public double[] weigh(WeightingGroup group) {
        return group.given().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
