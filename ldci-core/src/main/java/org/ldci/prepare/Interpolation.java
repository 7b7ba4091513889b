package org.ldci.prepare;

import java.util.List;
import org.ldci.data.Panel;
import org.ldci.data.Period;

/**
 * Draws a straight line in time between the values of the same region and metric before and after: {@code y0 + (y1 - y0) (t -
 * t0) / (t1 - t0)} with t the middle of a period in years.
 *
 * <p>Cells before the first and after the last value stay missing, or hold the nearest value. Only values that the panel came
 * with are sources. Filled cells are {@link org.ldci.data.CellStatus#IMPUTED} and noted with their sources. Source: Becker et
 * al., COINr (2022), impute_panel with linear and linear-constant; OECD/JRC Handbook (2008), step 3.
 *
 * @param hold whether the first and the last value are held before and after; then only series without any value stay
 *     missing
 */
public record Interpolation(boolean hold) implements StandardPanelImputation {
    @Override
    public Panel impute(Panel panel) {
        return PanelFill.fill(panel, this::at);
    }

    private PanelFill.Filled at(List<Period> times, double[] values, int at) {
        int before = before(values, at);
        int after = after(values, at);
        if (before >= 0 && after < values.length) {
            double start = middle(times.get(before));
            double end = middle(times.get(after));
            double share = end > start ? (middle(times.get(at)) - start) / (end - start) : 0.5;
            return new PanelFill.Filled(
                    values[before] + (values[after] - values[before]) * share,
                    "interpolated between " + times.get(before) + " and " + times.get(after));
        }
        int nearest = before >= 0 ? before : after;
        return hold && nearest < values.length
                ? new PanelFill.Filled(values[nearest], "held from " + times.get(nearest))
                : PanelFill.Filled.NOT;
    }

    private static int before(double[] values, int at) {
        int i = at - 1;
        while (i >= 0 && Double.isNaN(values[i])) {
            i--;
        }
        return i;
    }

    private static int after(double[] values, int at) {
        int i = at + 1;
        while (i < values.length && Double.isNaN(values[i])) {
            i++;
        }
        return i;
    }

    /** The middle of a period in years, so that years are equally far apart whether leap or not. */
    private static double middle(Period period) {
        return (years(period.start()) + years(period.end())) / 2;
    }

    private static double years(java.time.LocalDate day) {
        return day.getYear() + (day.getDayOfYear() - 1.0) / day.lengthOfYear();
    }
}
