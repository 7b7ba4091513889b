/**
 * Numeric kernels: elementary functions, sums, moments, quantiles and ranks.
 *
 * <p>Every result is the same bit for bit on every JVM, since only strict double arithmetic and exact integer arithmetic
 * are used, and sums and moments don't depend on the order of the values. Ranges are half open, {@code from} to {@code
 * to}; a missing value is NaN and is taken out by the caller unless a method says otherwise. All methods are static,
 * keep no state and are safe for use by many threads.
 */
@NullMarked
package org.ldci.internal.numeric;

import org.jspecify.annotations.NullMarked;
