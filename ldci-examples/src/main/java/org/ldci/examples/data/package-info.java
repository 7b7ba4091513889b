/** Real data of the twelve regions and nations of the United Kingdom, and definitions to score them with. */
@NullMarked
package org.ldci.examples.data;

import org.jspecify.annotations.NullMarked;
