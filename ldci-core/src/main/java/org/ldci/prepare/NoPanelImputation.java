package org.ldci.prepare;

import org.ldci.data.Panel;

/** Fills nothing from other periods. */
public record NoPanelImputation() implements StandardPanelImputation {
    @Override
    public Panel impute(Panel panel) {
        return panel;
    }
}
