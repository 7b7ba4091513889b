/** The command line: {@code java -jar ldci.jar}. */
@NullMarked
package org.ldci.examples.cli;

import org.jspecify.annotations.NullMarked;
