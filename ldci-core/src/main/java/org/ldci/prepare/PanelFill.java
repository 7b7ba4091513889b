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

/** Goes through the cells of a panel and fills those that a rule fills. */
final class PanelFill {
    private PanelFill() {}

    /** A value and its source, or none. */
    record Filled(double value, String note) {
        static final Filled NOT = new Filled(Double.NaN, "");
    }

    /** What one cell of a series is filled with. */
    interface Rule {
        Filled at(List<Period> times, double[] values, int at);
    }

    static void check(String method, int most) {
        if (most < 0) {
            throw new IllegalArgumentException(method + ": most must be at least 0 but is " + most);
        }
    }

    static Panel fill(Panel panel, Rule rule) {
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
