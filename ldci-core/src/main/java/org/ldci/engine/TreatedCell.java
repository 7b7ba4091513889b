package org.ldci.engine;

/**
 * A cell that a treatment changed.
 *
 * @param metric the code of the metric
 * @param region the code of the region
 * @param before the value before, in the metric's unit
 * @param after the value after
 * @param rule what the treatment does, in words
 */
public record TreatedCell(String metric, String region, double before, double after, String rule) {}
