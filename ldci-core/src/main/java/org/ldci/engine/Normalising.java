package org.ldci.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ldci.data.DataException;
import org.ldci.data.MetricColumn;
import org.ldci.internal.numeric.Scan;
import org.ldci.model.Metric;
import org.ldci.model.MetricBuilder;
import org.ldci.normalise.FittedNormaliser;
import org.ldci.prepare.FittedTreatment;

/** The fifth step: every metric is turned so that higher is better, and put on its scale. */
final class Normalising {
    private final Inputs in;
    private final Plan plan;
    private final int regions;
    private final Screened screened;
    private final double[] treated;

    Normalising(Inputs in, Screened screened, double[] treated) {
        this.in = in;
        this.plan = in.plan;
        this.regions = in.regions;
        this.screened = screened;
        this.treated = treated;
    }

    /**
     * Normalises every metric.
     *
     * @param measured by metric, whether it takes part
     * @param treatments by metric, how it was treated
     * @param normalisers by metric, the scale that was learnt; filled where it is null
     * @return the normalised values
     */
    double[] apply(
            boolean[] measured, @Nullable FittedTreatment[] treatments, @Nullable FittedNormaliser[] normalisers) {
        double[] result = new double[in.columns.length * regions];
        for (int j = 0; j < in.columns.length; j++) {
            int from = j * regions;
            if (!measured[j]) {
                Arrays.fill(result, from, from + regions, Double.NaN);
                continue;
            }
            double[] oriented = treated;
            int at = from;
            if (plan.signs[j] < 0) {
                oriented = new double[regions];
                at = 0;
                for (int i = 0; i < regions; i++) {
                    oriented[i] = 0.0 - treated[from + i]; // not a change of sign, which would make a second zero
                }
            }
            String code = plan.metrics.get(j).code();
            MetricColumn all = MetricColumn.view(code, in.data.regions(), oriented, at);
            FittedNormaliser normaliser = normalisers[j];
            if (normaliser == null) {
                try {
                    Metric metric = scaled(plan.metrics.get(j), treatments[j]);
                    MetricColumn learnt = screened.kept == null ? all : screened.column(code, oriented, at);
                    normaliser = plan.normalisers[j].fit(metric, learnt);
                    normalisers[j] = normaliser;
                } catch (DataException e) {
                    e.problems().forEach(in.problems::add);
                    continue;
                } catch (IllegalArgumentException e) {
                    // values so near or so far from one another that the scale has no finite parameters
                    in.problems.add("metric '" + code + "': " + e.getMessage());
                    continue;
                }
            }
            normaliser.applyAll(all, result, from);
            check(j, result);
        }
        if (screened.kept != null) {
            for (int i = 0; i < regions; i++) {
                for (int j = 0; j < in.columns.length && screened.isExcluded(i); j++) {
                    result[j * regions + i] = Double.NaN;
                }
            }
        }
        return result;
    }

    /** Goalposts and target are in the metric's unit; where values were transformed, they follow. */
    private static Metric scaled(Metric metric, @Nullable FittedTreatment treatment) {
        if (treatment == null || !treatment.changesUnit()) {
            return metric;
        }
        MetricBuilder builder = metric.toBuilder();
        metric.goalposts().ifPresent(g -> builder.goalposts(treatment.apply(g.lower()), treatment.apply(g.upper())));
        metric.target().ifPresent(target -> builder.target(treatment.apply(target)));
        return builder.build();
    }

    private void check(int metric, double[] result) {
        if (Scan.isFinite(result, metric * regions, (metric + 1) * regions)) {
            return;
        }
        for (int i = metric * regions; i < (metric + 1) * regions; i++) {
            if (!Double.isFinite(result[i])
                    && !(Double.isNaN(result[i]) && Double.isNaN(treated[i]))
                    && !screened.isExcluded(i - metric * regions)) {
                in.problems.add("metric '" + plan.metrics.get(metric).code() + "', region '"
                        + in.data.regions().get(i - metric * regions).code() + "': the normaliser turned "
                        + treated[i]
                        + " into " + result[i]);
            }
        }
    }
}
