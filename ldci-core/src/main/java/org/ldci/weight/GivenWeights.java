package org.ldci.weight;

/** The weights of the definition. */
public record GivenWeights() implements StandardWeightingScheme {
    @Override
    public double[] weigh(WeightingGroup group) {
        return group.given().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
