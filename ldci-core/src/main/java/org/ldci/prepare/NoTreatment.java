package org.ldci.prepare;

import org.ldci.data.MetricColumn;
import org.ldci.model.Metric;

/** Leaves every value as it is. */
public record NoTreatment() implements StandardTreatment {
    @Override
    public FittedTreatment fit(Metric metric, MetricColumn values) {
        return Untreated.INSTANCE;
    }
}
