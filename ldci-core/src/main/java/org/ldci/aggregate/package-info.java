/**
 * Makes one score of the children of a component.
 *
 * <p>Arithmetic, geometric, harmonic and power means are one quasi-arithmetic mean, written once. A method that looks at
 * one region at a time is a {@code PointwiseAggregator}; one that compares regions is a {@code TableAggregator}.
 */
@NullMarked
package org.ldci.aggregate;

import org.jspecify.annotations.NullMarked;
