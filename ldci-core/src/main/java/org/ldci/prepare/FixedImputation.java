package org.ldci.prepare;

import java.util.ArrayList;
import java.util.List;
import org.ldci.data.MetricTable;

/**
 * Fills missing cells with fixed values, such as 0 where nothing reported means nothing there. Nothing is learnt from the
 * data.
 *
 * <p>Source: Little and Rubin (2002), Statistical Analysis with Missing Data, section 4.2, imputation of a constant from an
 * external source.
 *
 * @param otherwise the value for metrics that are not listed; NaN leaves them missing
 * @param metrics the codes of metrics with a value of their own
 * @param values one value for each of them
 */
public record FixedImputation(double otherwise, List<String> metrics, List<Double> values)
        implements StandardImputation {
    /**
     * Copies the lists and checks the sizes.
     *
     * @throws IllegalArgumentException if there is not one value a metric, or a value is infinite
     */
    public FixedImputation {
        metrics = List.copyOf(metrics);
        values = List.copyOf(values);
        if (metrics.size() != values.size()) {
            throw new IllegalArgumentException(
                    "fixed imputation: " + metrics.size() + " metrics but " + values.size() + " values");
        }
        if (Double.isInfinite(otherwise) || values.stream().anyMatch(value -> value.isInfinite())) {
            throw new IllegalArgumentException("fixed imputation: values must not be infinite");
        }
    }

    @Override
    public FittedImputation fit(MetricTable table) {
        List<Double> constants = new ArrayList<>();
        table.columns().forEach(column -> {
            int at = metrics.indexOf(column.metric());
            constants.add(at < 0 ? otherwise : values.get(at));
        });
        return new ImputeConstants(constants);
    }
}
