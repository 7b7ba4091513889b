package org.ldci.prepare;

import java.util.List;
import org.ldci.model.Region;

/**
 * Fills the missing cells of a metric with one constant.
 *
 * @param values one value a metric, in the order of the index; NaN leaves a metric's cells missing
 */
public record ImputeConstants(List<Double> values) implements StandardFittedImputation {
    /** Copies the list. */
    public ImputeConstants {
        values = List.copyOf(values);
    }

    @Override
    public double impute(Region region, int metric, double[] row) {
        return values.get(metric);
    }
}
