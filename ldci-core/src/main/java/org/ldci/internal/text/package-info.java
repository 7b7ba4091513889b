/** How the library puts things into words: tables for consoles, lists of problems. */
@NullMarked
package org.ldci.internal.text;

import org.jspecify.annotations.NullMarked;
