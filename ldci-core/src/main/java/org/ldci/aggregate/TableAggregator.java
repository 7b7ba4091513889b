package org.ldci.aggregate;

/** An aggregator that compares the regions of a table with one another, as outranking and frontier methods do. */
@FunctionalInterface
public non-sealed interface TableAggregator extends Aggregator {
    /**
     * The scores of all regions.
     *
     * @param table the scores of the children
     * @return one score a region of the table; NaN for none
     */
    double[] aggregate(ScoreTable table);
}
