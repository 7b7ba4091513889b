package org.ldci.prepare;

import org.ldci.data.MetricTable;

/**
 * Fills missing cells with the mean or median of the metric over the regions observed. A metric with none observed stays
 * missing.
 *
 * @param centre the mean or the median
 */
public record CentreImputation(Centre centre) implements StandardImputation {
    @Override
    public FittedImputation fit(MetricTable table) {
        return new ImputeConstants(table.columns().stream()
                .map(column -> centre.of(column.observed()))
                .toList());
    }
}
