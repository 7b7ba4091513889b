package org.ldci.engine;

import org.ldci.internal.text.Suggestion;
import org.ldci.model.Denominator;
import org.ldci.model.Metric;
import org.ldci.model.Region;
import org.ldci.prepare.Denomination;
import org.ldci.prepare.NoDenomination;

/** The first step: metrics that declare a denominator are divided by it. */
final class Denominating {
    private final Inputs in;
    private final Plan plan;
    private final int regions;

    Denominating(Inputs in) {
        this.in = in;
        this.plan = in.plan;
        this.regions = in.regions;
    }

    /** Whether any metric is divided by something. */
    boolean divides() {
        return plan.hasDenominators && !(in.method().denominate() instanceof NoDenomination);
    }

    double[] apply(boolean[] measured) {
        if (!divides()) {
            return in.raw;
        }
        Denomination denomination = in.method().denominate();
        double[] result = in.raw.clone();
        for (int j = 0; j < in.columns.length; j++) {
            Metric metric = plan.metrics.get(j);
            if (metric.denominator().isPresent() && in.columns[j] >= 0 && measured[j]) {
                divide(denomination, metric, metric.denominator().get(), result, j * regions);
            }
        }
        return result;
    }

    private void divide(Denomination denomination, Metric metric, Denominator by, double[] values, int from) {
        int column = in.data.findMetric(by.code()).orElse(-1);
        boolean population = column < 0 && by.code().equals(Denominator.POPULATION);
        if (column < 0 && !population) {
            in.problems.add("metric '" + metric.code() + "': the data have no column for its denominator '" + by.code()
                    + "'" + Suggestion.nearest(by.code(), in.data.metrics()));
            return;
        }
        for (int i = 0; i < regions; i++) {
            Region region = in.data.regions().get(i);
            double denominator = population ? region.population().orElse(Double.NaN) : in.data.value(i, column);
            double value = values[from + i];
            if (Double.isNaN(value) || Double.isNaN(denominator)) {
                // no denominator, no rate: the cell is missing from here on, and the result says so
                values[from + i] = Double.NaN;
            } else if (denominator == 0) {
                in.problems.add("metric '" + metric.code() + "', region '" + region.code() + "': its denominator '"
                        + by.code() + "' is 0");
            } else {
                double result = denomination.apply(value, denominator, by.per());
                if (!Double.isFinite(result)) {
                    in.problems.add("metric '" + metric.code() + "', region '" + region.code() + "': divided by '"
                            + by.code() + "' it is " + result + ", which is not finite");
                }
                values[from + i] = result;
            }
        }
    }
}
