/**
 * What an index is about: regions, and the tree of components and metrics. Values only, no methods and no data.
 *
 * <p>How an index is computed (the methodology) lives one room further on, in {@code org.ldci.definition}, because it
 * names strategies, and strategies read data, which in turn knows regions. So the tree holds no strategy: an exception
 * for one metric or component is held by its code in the methodology.
 */
@NullMarked
package org.ldci.model;

import org.jspecify.annotations.NullMarked;
