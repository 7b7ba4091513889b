package org.ldci.shared;

import java.util.ArrayList;
import java.util.List;
import org.ldci.audit.FactorAnalysis;
import org.ldci.data.MetricColumn;
import org.ldci.model.Region;

/**
 * The data of the Technology Achievement Index for its 23 leading countries: OECD/JRC, "Handbook on Constructing Composite
 * Indicators", 2008, Table A.2, telephones and electricity as logarithms.
 */
public final class TechnologyAchievement {
    /** The metrics. */
    public static final List<String> METRICS = List.of(
            "PATENTS", "ROYALTIES", "INTERNET", "EXPORTS", "TELEPHONES", "ELECTRICITY", "SCHOOLING", "UNIVERSITY");

    /** The countries. */
    public static final List<String> COUNTRIES = List.of(
            "FIN", "USA", "SWE", "JPN", "KOR", "NLD", "GBR", "CAN", "AUS", "SGP", "DEU", "NOR", "IRL", "BEL", "NZL",
            "AUT", "FRA", "ISR", "ESP", "ITA", "CZE", "HUN", "SVN");

    private static final double[][] ROWS = {
        {187, 125.6, 200.2, 50.7, 3.08, 4.15, 10, 27.4},
        {289, 130, 179.1, 66.2, 3, 4.07, 12, 13.9},
        {271, 156.6, 125.8, 59.7, 3.1, 4.14, 11.4, 15.3},
        {994, 64.6, 49, 80.8, 3, 3.86, 9.5, 10},
        {779, 9.8, 4.8, 66.7, 2.97, 3.65, 10.8, 23.2},
        {189, 151.2, 136, 50.9, 3.02, 3.77, 9.4, 9.5},
        {82, 134, 57.4, 61.9, 3.02, 3.73, 9.4, 14.9},
        {31, 38.6, 108, 48.7, 2.94, 4.18, 11.6, 14.2},
        {75, 18.2, 125.9, 16.2, 2.94, 3.94, 10.9, 25.3},
        {8, 25.5, 72.3, 74.9, 2.95, 3.83, 7.1, 24.2},
        {235, 36.8, 41.2, 64.2, 2.94, 3.75, 10.2, 14.4},
        {103, 20.2, 193.6, 19, 3.12, 4.39, 11.9, 11.2},
        {106, 110.3, 48.6, 53.6, 2.97, 3.68, 9.4, 12.3},
        {72, 73.9, 58.9, 47.6, 2.91, 3.86, 9.3, 13.6},
        {103, 13, 146.7, 15.4, 2.86, 3.91, 11.7, 13.1},
        {165, 14.8, 84.2, 50.3, 2.99, 3.79, 8.4, 13.6},
        {205, 33.6, 36.4, 58.9, 2.97, 3.8, 7.9, 12.6},
        {74, 43.6, 43.2, 45, 2.96, 3.74, 9.6, 11},
        {42, 8.6, 21, 53.4, 2.86, 3.62, 7.3, 15.6},
        {13, 9.8, 30.4, 51, 3, 3.65, 7.2, 13},
        {28, 4.2, 25, 51.7, 2.75, 3.68, 9.5, 8.2},
        {26, 6.2, 21.6, 63.5, 2.73, 3.46, 9.1, 7.7},
        {105, 4, 20.3, 49.5, 2.84, 3.71, 7.1, 10.6}
    };

    private TechnologyAchievement() {}

    /** The columns of some metrics. */
    public static List<MetricColumn> columns(String... metrics) {
        List<Region> regions = COUNTRIES.stream().map(code -> Region.of(code)).toList();
        List<MetricColumn> columns = new ArrayList<>();
        for (String metric : metrics.length == 0 ? METRICS : List.of(metrics)) {
            int at = METRICS.indexOf(metric);
            double[] values = new double[ROWS.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = ROWS[i][at];
            }
            columns.add(MetricColumn.view(metric, regions, values, 0));
        }
        return columns;
    }

    /**
     * The weights by factor analysis of the Handbook's Table 23, in the order of {@link #METRICS}, relative to each other:
     * squared loadings. As its text has it, exports belong to the factor of patents,
     * though they load more on another (see Table 18).
     *
     * @param factors four rotated principal components of {@link #columns}
     */
    public static double[] factorWeights(FactorAnalysis factors) {
        double[] weights = new double[METRICS.size()];
        for (int j = 0; j < weights.length; j++) {
            String metric = METRICS.get(j);
            double loading = factors.loading(ownFactor(factors, metric.equals("EXPORTS") ? "PATENTS" : metric), metric);
            weights[j] = loading * loading;
        }
        return weights;
    }

    private static int ownFactor(FactorAnalysis factors, String metric) {
        int best = 1;
        for (int f = 2; f <= factors.factors(); f++) {
            if (Math.abs(factors.loading(f, metric)) > Math.abs(factors.loading(best, metric))) {
                best = f;
            }
        }
        return best;
    }
}
