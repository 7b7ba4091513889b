/** Random points: pure functions of a seed and a number. */
@NullMarked
package org.ldci.internal.sampling;

import org.jspecify.annotations.NullMarked;
