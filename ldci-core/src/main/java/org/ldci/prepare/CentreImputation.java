package org.ldci.prepare;

import org.ldci.data.MetricTable;

/**
 * Fills missing cells with the mean or median of the metric over the regions observed. A metric with none observed stays
 * missing.
 *
 * <p>The spread of the metric shrinks with every cell that is filled. Source: OECD/JRC Handbook on Constructing Composite
 * Indicators (2008), step 3, unconditional mean and median; Becker et al., COINr (2022), i_mean and i_median.
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
