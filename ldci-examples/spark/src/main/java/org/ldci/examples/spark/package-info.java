/** A robustness study on Apache Spark. */
@NullMarked
package org.ldci.examples.spark;

import org.jspecify.annotations.NullMarked;
