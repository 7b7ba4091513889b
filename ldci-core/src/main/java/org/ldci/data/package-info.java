/** The numbers: regions by metrics, one value and one status per cell, column by column; and periods of them. */
@NullMarked
package org.ldci.data;

import org.jspecify.annotations.NullMarked;
