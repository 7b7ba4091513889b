/** A normaliser and an aggregator of one's own, in Java and by name in a file. */
@NullMarked
package org.ldci.examples.custom;

import org.jspecify.annotations.NullMarked;
