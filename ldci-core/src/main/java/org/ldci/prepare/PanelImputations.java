package org.ldci.prepare;

/**
 * The standard ways of filling missing cells of a panel from other periods, where an index has several. Those within one
 * period are in {@link Imputations}, and come after.
 */
public final class PanelImputations {
    private PanelImputations() {}

    /**
     * Fills nothing: the default.
     *
     * @return {@link NoPanelImputation}
     */
    public static PanelImputation none() {
        return new NoPanelImputation();
    }

    /**
     * Takes the latest earlier value of the region.
     *
     * @return {@link CarryForward}
     */
    public static PanelImputation carryForward() {
        return new CarryForward(0);
    }

    /**
     * Takes the latest earlier value of the region, if it is not too old.
     *
     * @param most how many periods back it may be; 0 for any number
     * @return {@link CarryForward}
     * @throws IllegalArgumentException if {@code most} is negative
     */
    public static PanelImputation carryForward(int most) {
        return new CarryForward(most);
    }

    /**
     * Takes the earliest later value of the region.
     *
     * @return {@link CarryBackward}
     */
    public static PanelImputation carryBackward() {
        return new CarryBackward(0);
    }

    /**
     * Takes the earliest later value of the region, if it is not too far.
     *
     * @param most how many periods ahead it may be; 0 for any number
     * @return {@link CarryBackward}
     * @throws IllegalArgumentException if {@code most} is negative
     */
    public static PanelImputation carryBackward(int most) {
        return new CarryBackward(most);
    }

    /**
     * Draws a straight line in time between the values before and after.
     *
     * @return {@link Interpolation}
     */
    public static PanelImputation interpolate() {
        return new Interpolation(false);
    }

    /**
     * Interpolates, and holds the first and last value before and after.
     *
     * @return {@link Interpolation}
     */
    public static PanelImputation interpolateAndHold() {
        return new Interpolation(true);
    }
}
