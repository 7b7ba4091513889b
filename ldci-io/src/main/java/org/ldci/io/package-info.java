/**
 * Reads and writes what {@code ldci-core} computes with: definitions, fitted indices, data sets and results.
 *
 * <p>Readers refuse what they do not understand, and name every problem of a document at once.
 */
@NullMarked
package org.ldci.io;

import org.jspecify.annotations.NullMarked;
