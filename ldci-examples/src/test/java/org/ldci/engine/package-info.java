/** Benchmarks of what is not public. */
@NullMarked
package org.ldci.engine;

import org.jspecify.annotations.NullMarked;
