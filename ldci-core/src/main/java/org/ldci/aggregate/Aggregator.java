package org.ldci.aggregate;

/**
 * How the scores of the children of a component become its score.
 *
 * <p>A user's own method is one of the two open kinds below, as a lambda or a record. Implementations must be immutable.
 */
public sealed interface Aggregator permits PointwiseAggregator, TableAggregator {}
