package org.ldci.normalise;

/** The normalisers that come with the library. */
public sealed interface StandardNormaliser extends Normaliser
        permits MinMax, ZScore, GoalpostScale, PercentileRank, RankScale, ExponentialRank {}
