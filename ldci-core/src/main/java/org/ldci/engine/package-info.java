/**
 * Puts definition and data together: compile, fit, score, and a result that keeps every stage and explains itself.
 *
 * <p>There is one code path for all of it. Scoring is fitting and then applying the fit to the same data, so that a
 * fitted index gives the data it was fitted to the very same bits. The explanation of a score lives here and not in a
 * room above, because a result is asked for it directly.
 */
@NullMarked
package org.ldci.engine;

import org.jspecify.annotations.NullMarked;
