package org.ldci.prepare;

import org.ldci.data.Panel;

/**
 * Takes the latest earlier value of the same region and metric, if it is not too old.
 *
 * <p>Cells before the first value stay missing. Only values that the panel came with are sources, never filled ones, so that
 * a gap longer than the reach keeps its end empty. Filled cells are {@link org.ldci.data.CellStatus#IMPUTED} and noted with
 * their source. Source: Becker et al., COINr (2022), impute_panel with its max_time; OECD/JRC Handbook (2008), step 3.
 *
 * @param most how many periods back the value may be, at least 0; 0 for any number
 */
public record CarryForward(int most) implements StandardPanelImputation {
    /**
     * Checks the reach.
     *
     * @throws IllegalArgumentException if {@code most} is negative
     */
    public CarryForward {
        PanelFill.check("carryForward", most);
    }

    @Override
    public Panel impute(Panel panel) {
        return PanelFill.fill(panel, (times, values, at) -> {
            for (int i = at - 1; i >= 0 && (most == 0 || at - i <= most); i--) {
                if (!Double.isNaN(values[i])) {
                    return new PanelFill.Filled(values[i], "carried forward from " + times.get(i));
                }
            }
            return PanelFill.Filled.NOT;
        });
    }
}
