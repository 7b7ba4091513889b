/** Scoring inside an application, with nothing but {@code ldci-core} and what it needs. */
@NullMarked
package org.ldci.examples.embed;

import org.jspecify.annotations.NullMarked;
