package org.ldci.engine;

import org.jspecify.annotations.Nullable;
import org.ldci.model.Metric;
import org.ldci.prepare.FittedTreatment;
import org.ldci.prepare.Untreated;

/** The fourth step: outliers are tamed, metric by metric. */
final class Treating {
    private final Inputs in;
    private final Plan plan;
    private final int regions;
    private final Screened screened;
    private final double[] imputed;

    Treating(Inputs in, Screened screened, double[] imputed) {
        this.in = in;
        this.plan = in.plan;
        this.regions = in.regions;
        this.screened = screened;
        this.imputed = imputed;
    }

    /**
     * Treats every metric.
     *
     * @param measured by metric, whether it takes part
     * @param treatments by metric, what was learnt; filled where it is null
     * @return the treated values
     */
    double[] apply(boolean[] measured, @Nullable FittedTreatment[] treatments) {
        double[] result = null;
        for (int j = 0; j < in.columns.length; j++) {
            if (!measured[j]) {
                continue;
            }
            FittedTreatment treatment = treatments[j];
            if (treatment == null) {
                Metric metric = plan.metrics.get(j);
                treatment = plan.treatments[j].fit(metric, screened.column(metric.code(), imputed, j * regions));
                treatments[j] = treatment;
            }
            if (treatment instanceof Untreated) {
                continue;
            }
            result = result == null ? imputed.clone() : result;
            for (int i = j * regions; i < (j + 1) * regions; i++) {
                if (!Double.isNaN(imputed[i])) {
                    result[i] = treatment.apply(imputed[i]);
                    if (!Double.isFinite(result[i]) && !screened.isExcluded(i - j * regions)) {
                        in.problems.add("metric '" + plan.metrics.get(j).code() + "', region '"
                                + in.data.regions().get(i - j * regions).code() + "': the treatment turned "
                                + imputed[i]
                                + " into " + result[i]);
                    }
                }
            }
        }
        return result == null ? imputed : result;
    }
}
