/** Kernels. */
@NullMarked
package org.ldci.internal.numeric;

import org.jspecify.annotations.NullMarked;
