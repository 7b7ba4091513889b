/**
 * What happens to the numbers before they are put on one scale: denominate, screen, impute, treat.
 *
 * <p>Each step is an open interface; the standard ways are a sealed family of small records behind a plural factory
 * class. A definition is a value; fitting it to data gives a frozen function that can be written to a file.
 */
@NullMarked
package org.ldci.prepare;

import org.jspecify.annotations.NullMarked;
