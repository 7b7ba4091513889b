package org.ldci.prepare;

import org.ldci.data.Panel;

/**
 * Fills missing cells of a panel from other periods of the same region and metric: an immutable value, which an index with
 * several periods applies to the raw data before any other step.
 *
 * <p>Implement it for a rule of one's own. Filled cells must be {@link org.ldci.data.CellStatus#IMPUTED}; observed cells,
 * and cells that are not applicable, must stay as they are. Implementations must be immutable and thread-safe.
 */
public interface PanelImputation {
    /**
     * Fills what can be filled.
     *
     * @param panel the panel
     * @return a panel of the same periods, regions and metrics; an equal panel if nothing is filled
     */
    Panel impute(Panel panel);
}
