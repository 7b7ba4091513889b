package org.ldci.audit;

import java.util.Arrays;
import org.ldci.data.MetricColumn;
import org.ldci.internal.numeric.Moments;
import org.ldci.internal.numeric.Quantiles;

/**
 * The figures of one metric that say whether it can carry an index: how much of it is there, how it is spread, how it leans.
 *
 * <p>Missing values are left out. Standard deviation: dividing by one less than the number observed. Skewness and excess
 * kurtosis are the bias-corrected ones, as in {@code Winsorise}:
 *
 * <pre>{@code
 * skewness = sqrt(n (n - 1)) / (n - 2) m3 / m2^1.5
 * kurtosis = (n - 1) / ((n - 2) (n - 3)) ((n + 1) (m4 / m2^2 - 3) + 6)
 * }</pre>
 *
 * <p>with m2, m3, m4 the central moments, dividing by n. Without a value observed, least to kurtosis are NaN; standard
 * deviation needs two values, skewness three, kurtosis four, both some spread. Values that differ in the last bit are
 * different. Source: OECD/JRC, "Handbook on Constructing Composite Indicators", 2008, section 3; the figures are those of
 * get_stats in the R package COINr.
 *
 * @param metric the code of the metric
 * @param regions how many regions there are
 * @param observed how many of them have a value
 * @param nonZero how many have a value other than 0
 * @param distinct how many different values there are
 * @param tied how many regions have the most frequent value
 * @param least the least value
 * @param greatest the greatest value
 * @param mean the arithmetic mean
 * @param median the middle value, or the mean of the two in the middle
 * @param standardDeviation the sample standard deviation
 * @param skewness the skewness; 0 for symmetry, above 0 for a long tail of high values
 * @param kurtosis the excess kurtosis; 0 for the normal distribution
 */
public record MetricStatistics(
        String metric,
        int regions,
        int observed,
        int nonZero,
        int distinct,
        int tied,
        double least,
        double greatest,
        double mean,
        double median,
        double standardDeviation,
        double skewness,
        double kurtosis) {
    /**
     * Describes a metric.
     *
     * @param column its values
     * @return the figures
     */
    public static MetricStatistics of(MetricColumn column) {
        double[] values = column.observed();
        Arrays.sort(values);
        int n = values.length;
        int nonZero = 0;
        int distinct = 0;
        int tied = 0;
        int run = 0;
        for (int i = 0; i < n; i++) {
            nonZero += values[i] != 0 ? 1 : 0;
            boolean again = i > 0 && values[i] == values[i - 1];
            distinct += again ? 0 : 1;
            run = again ? run + 1 : 1;
            tied = Math.max(tied, run);
        }
        double[] shape = new double[2];
        Moments.skewnessAndKurtosis(values, 0, n, shape);
        return new MetricStatistics(
                column.metric(),
                column.size(),
                n,
                nonZero,
                distinct,
                tied,
                Quantiles.quantile(values, 0, n, 0),
                Quantiles.quantile(values, 0, n, 1),
                Moments.mean(values, 0, n),
                Quantiles.quantile(values, 0, n, 0.5),
                Math.sqrt(Moments.variance(values, 0, n)),
                shape[0],
                shape[1]);
    }
}
