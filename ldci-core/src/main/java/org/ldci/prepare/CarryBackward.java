package org.ldci.prepare;

import org.ldci.data.Panel;

/**
 * Takes the earliest later value of the same region and metric, if it is not too far.
 *
 * <p>Cells after the last value stay missing. Only values that the panel came with are sources, never filled ones. Filled
 * cells are {@link org.ldci.data.CellStatus#IMPUTED} and noted with their source. Source: OECD/JRC Handbook (2008), step 3.
 *
 * @param most how many periods ahead the value may be, at least 0; 0 for any number
 */
public record CarryBackward(int most) implements StandardPanelImputation {
    /**
     * Checks the reach.
     *
     * @throws IllegalArgumentException if {@code most} is negative
     */
    public CarryBackward {
        PanelFill.check("carryBackward", most);
    }

    @Override
    public Panel impute(Panel panel) {
        return PanelFill.fill(panel, (times, values, at) -> {
            for (int i = at + 1; i < values.length && (most == 0 || i - at <= most); i++) {
                if (!Double.isNaN(values[i])) {
                    return new PanelFill.Filled(values[i], "carried backward from " + times.get(i));
                }
            }
            return PanelFill.Filled.NOT;
        });
    }
}
