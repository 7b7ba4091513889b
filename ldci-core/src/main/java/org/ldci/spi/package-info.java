/**
 * Strategies by name: how a normaliser, an aggregator or any other strategy is written to a file and read back, and how a
 * third party adds its own.
 *
 * <p>A strategy that is a record needs one line: the names and types of its parameters are those of the record. Providers
 * of third parties are found by {@link java.util.ServiceLoader}.
 */
@NullMarked
package org.ldci.spi;

import org.jspecify.annotations.NullMarked;
