/**
 * Random streams, sampling designs and quantile functions: pure functions of a seed and a number, the same bits on every
 * machine.
 */
@NullMarked
package org.ldci.internal.sampling;

import org.jspecify.annotations.NullMarked;
