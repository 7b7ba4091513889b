package org.ldci.prepare;

import org.ldci.data.MetricTable;

/** Fills nothing: the missing-data policy of the aggregation decides. */
public record NoImputation() implements StandardImputation {
    @Override
    public FittedImputation fit(MetricTable table) {
        return new ImputeNothing();
    }
}
