/** What the rooms share and nobody else sees. */
@NullMarked
package org.ldci.internal;

import org.jspecify.annotations.NullMarked;
