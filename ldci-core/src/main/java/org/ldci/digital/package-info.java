/**
 * Local digital capital: the eight components that techUK defined, and the regions of the United Kingdom. The only room
 * that knows either.
 */
@NullMarked
package org.ldci.digital;

import org.jspecify.annotations.NullMarked;
