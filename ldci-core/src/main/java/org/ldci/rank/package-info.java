/**
 * Ranks: who is ahead, with a stated rule for ties. Ranks are taken on full precision; rounding is only ever a view.
 *
 * <p>This room lies below the method rooms, since rank-based normalisers and aggregators share its rule for ties.
 */
@NullMarked
package org.ldci.rank;

import org.jspecify.annotations.NullMarked;
