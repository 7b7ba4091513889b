/** How sure a ranking is: what weights, methods and data can and cannot change. */
@NullMarked
package org.ldci.robustness;

import org.jspecify.annotations.NullMarked;
