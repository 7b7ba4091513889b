/** The main use in five lines. */
@NullMarked
package org.ldci.examples.quickstart;

import org.jspecify.annotations.NullMarked;
