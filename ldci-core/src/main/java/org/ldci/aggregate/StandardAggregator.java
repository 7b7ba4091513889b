package org.ldci.aggregate;

/** The aggregators that come with the library. */
public sealed interface StandardAggregator permits PowerMean {}
