package org.ldci.weight;

/** The weighting schemes that come with the library. */
public sealed interface StandardWeightingScheme extends WeightingScheme permits GivenWeights, EqualWeights {}
