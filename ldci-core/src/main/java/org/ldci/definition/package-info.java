/**
 * What an index is and how it is computed, as one value: the tree of {@code org.ldci.model} and a methodology.
 *
 * <p>The methodology names strategies, so this room lies above the method rooms, while the tree lies below them.
 * Exceptions for one metric or component are held here by code.
 */
@NullMarked
package org.ldci.definition;

import org.jspecify.annotations.NullMarked;
