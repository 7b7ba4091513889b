package org.ldci.prepare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.ldci.data.CellStatus;
import org.ldci.data.Dataset;
import org.ldci.data.DatasetBuilder;
import org.ldci.data.Panel;
import org.ldci.data.Period;
import org.ldci.model.Region;

/**
 * Fills missing cells of a panel from other periods of the same region and metric. Each method returns a new panel in which
 * filled cells are {@link CellStatus#IMPUTED} and noted with their source; observed cells, and cells that are not
 * applicable, stay as they are.
 *
 * <p>Only values that the panel came with are sources, never filled ones. Source: Becker et al., COINr (2022),
 * impute_panel; OECD/JRC Handbook (2008), step 3.
 */
public final class PanelImputations {
    private PanelImputations() {}

    /**
     * Takes the latest earlier value.
     *
     * @param panel the panel
     * @return the filled panel; cells before the first value stay missing
     */
    public static Panel carryForward(Panel panel) {
        return carryForward(panel, Integer.MAX_VALUE);
    }

    /**
     * Takes the latest earlier value, if it is not too old.
     *
     * @param panel the panel
     * @param most how many periods back it may be, at least 1
     * @return the filled panel
     * @throws IllegalArgumentException if {@code most} is below 1
     */
    public static Panel carryForward(Panel panel, int most) {
        check(most);
        return fill(panel, (times, values, at) -> {
            for (int i = at - 1; i >= 0 && at - i <= most; i--) {
                if (!Double.isNaN(values[i])) {
                    return new Filled(values[i], "carried forward from " + times.get(i));
                }
            }
            return Filled.NOT;
        });
    }

    /**
     * Takes the earliest later value.
     *
     * @param panel the panel
     * @return the filled panel; cells after the last value stay missing
     */
    public static Panel carryBackward(Panel panel) {
        return carryBackward(panel, Integer.MAX_VALUE);
    }

    /**
     * Takes the earliest later value, if it is not too far.
     *
     * @param panel the panel
     * @param most how many periods ahead it may be, at least 1
     * @return the filled panel
     * @throws IllegalArgumentException if {@code most} is below 1
     */
    public static Panel carryBackward(Panel panel, int most) {
        check(most);
        return fill(panel, (times, values, at) -> {
            for (int i = at + 1; i < values.length && i - at <= most; i++) {
                if (!Double.isNaN(values[i])) {
                    return new Filled(values[i], "carried backward from " + times.get(i));
                }
            }
            return Filled.NOT;
        });
    }

    /**
     * Draws a straight line in time between the values before and after: {@code y0 + (y1 - y0) (t - t0) / (t1 - t0)} with t
     * the middle of a period in years.
     *
     * @param panel the panel
     * @return the filled panel; cells before the first and after the last value stay missing
     */
    public static Panel interpolate(Panel panel) {
        return fill(panel, PanelImputations::between);
    }

    /**
     * Interpolates, and holds the first and last value before and after.
     *
     * @param panel the panel
     * @return the filled panel; only series without any value stay missing
     */
    public static Panel interpolateAndHold(Panel panel) {
        return fill(panel, (times, values, at) -> {
            int before = before(values, at);
            int after = after(values, at);
            if (before >= 0 && after < values.length) {
                return between(times, values, at);
            } else if (before >= 0) {
                return new Filled(values[before], "held from " + times.get(before));
            }
            return after < values.length ? new Filled(values[after], "held from " + times.get(after)) : Filled.NOT;
        });
    }

    private static void check(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("panel imputation: most must be at least 1 but is " + most);
        }
    }

    private record Filled(double value, String note) {
        static final Filled NOT = new Filled(Double.NaN, "");
    }

    private interface Rule {
        Filled at(List<Period> times, double[] values, int at);
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

    private static Filled between(List<Period> times, double[] values, int at) {
        int before = before(values, at);
        int after = after(values, at);
        if (before < 0 || after >= values.length) {
            return Filled.NOT;
        }
        double start = middle(times.get(before));
        double end = middle(times.get(after));
        double share = end > start ? (middle(times.get(at)) - start) / (end - start) : 0.5;
        return new Filled(
                values[before] + (values[after] - values[before]) * share,
                "interpolated between " + times.get(before) + " and " + times.get(after));
    }

    /** The middle of a period in years, so that years are equally far apart whether leap or not. */
    private static double middle(Period period) {
        return (years(period.start()) + years(period.end())) / 2;
    }

    private static double years(java.time.LocalDate day) {
        return day.getYear() + (day.getDayOfYear() - 1.0) / day.lengthOfYear();
    }

    private static Panel fill(Panel panel, Rule rule) {
        List<Period> times = panel.periods();
        List<Dataset> datasets = times.stream().map(panel::dataset).toList();
        List<String> metrics = datasets.get(0).metrics();
        Map<Period, Dataset> filled = new LinkedHashMap<>();
        double[] values = new double[times.size()];
        for (int t = 0; t < times.size(); t++) {
            Dataset dataset = datasets.get(t);
            List<Region> regions = dataset.regions(); // in the same order in every period
            DatasetBuilder builder = Dataset.builder().metrics(metrics);
            regions.forEach(builder::region);
            for (int j = 0; j < metrics.size(); j++) {
                for (int i = 0; i < regions.size(); i++) {
                    Filled found = Filled.NOT;
                    if (dataset.status(i, j).imputable()) {
                        for (int u = 0; u < values.length; u++) {
                            values[u] = datasets.get(u).value(i, j);
                        }
                        found = rule.at(times, values, t);
                    }
                    set(builder, dataset, i, j, found);
                }
            }
            filled.put(times.get(t), builder.build());
        }
        return Panel.of(filled);
    }

    private static void set(DatasetBuilder builder, Dataset dataset, int row, int column, Filled found) {
        Region region = dataset.regions().get(row);
        String metric = dataset.metrics().get(column);
        String note = dataset.note(row, column);
        if (!Double.isNaN(found.value())) {
            builder.value(region, metric, found.value(), CellStatus.IMPUTED);
            builder.note(region, metric, note.isEmpty() ? found.note() : note + "; " + found.note());
            return;
        }
        builder.value(region, metric, dataset.value(row, column), dataset.status(row, column));
        OptionalDouble error = dataset.standardError(row, column);
        if (error.isPresent()) {
            builder.standardError(region, metric, error.getAsDouble());
        }
        builder.note(region, metric, note);
    }
}
