/** Reading CSV strictly: decoding, tokens, cells and their markers. Not exported. */
@NullMarked
package org.ldci.io.csv;

import org.jspecify.annotations.NullMarked;
