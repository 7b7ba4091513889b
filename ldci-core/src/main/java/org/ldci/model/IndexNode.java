package org.ldci.model;

/**
 * A node of the tree of an index: a {@link Metric} (a leaf) or a {@link Component} (all else, the index itself
 * included).
 */
public sealed interface IndexNode permits Component, Metric {
    /**
     * The identity of the node, unique in its index.
     *
     * @return a code by the rule of {@link Codes}
     */
    String code();

    /**
     * The name that people read.
     *
     * @return the name; the code if none was given
     */
    String name();

    /**
     * The nominal weight among the siblings, in any unit: only the ratios within a parent count.
     *
     * @return a finite number of at least 0
     */
    double weight();
}
