/**
 * Puts metrics on a common scale on which higher is better.
 *
 * <p>Direction is applied once, by the engine: a normaliser gets <em>oriented</em> values, multiplied by -1 where lower
 * is better, so that none can get it wrong.
 */
@NullMarked
package org.ldci.normalise;

import org.jspecify.annotations.NullMarked;
