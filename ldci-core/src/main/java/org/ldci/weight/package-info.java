/** The weights of the children of each component: given, equal, or found from the data. */
@NullMarked
package org.ldci.weight;

import org.jspecify.annotations.NullMarked;
