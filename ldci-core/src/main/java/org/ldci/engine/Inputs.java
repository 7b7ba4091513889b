package org.ldci.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ldci.data.CellStatus;
import org.ldci.data.DataException;
import org.ldci.data.Dataset;
import org.ldci.definition.Methodology;
import org.ldci.definition.MissingDataPolicy;
import org.ldci.internal.numeric.Scan;
import org.ldci.internal.text.Suggestion;

/** What the plan finds in the data: the columns of its metrics and the cells that cannot exist. */
final class Inputs {
    final Plan plan;
    final Dataset data;
    final int regions;
    final Problems problems = new Problems();

    /** By metric: its column in the data, or -1. */
    final int[] columns;
    /** The values as they are in the data, column by column of the plan's metrics. */
    final double[] raw;
    /** By node and region, whether nothing can exist there; null if that is nowhere so. */
    private final boolean @Nullable [] notApplicable;

    Inputs(Plan plan, Dataset data) {
        this.plan = plan;
        this.data = data;
        this.regions = data.regions().size();
        if (regions == 0) {
            throw new DataException("the data have no region to score");
        }
        columns = locate();
        raw = gather();
        notApplicable = notApplicable();
    }

    /** Whether a metric without a column or value counts as not measured, instead of as a problem. */
    boolean mayBeAbsent() {
        return method().missing().absentMetrics() == MissingDataPolicy.AbsentMetrics.NOT_MEASURED;
    }

    private int[] locate() {
        int[] found = new int[plan.metrics.size()];
        for (int j = 0; j < found.length; j++) {
            String code = plan.metrics.get(j).code();
            found[j] = data.findMetric(code).orElse(-1);
            if (found[j] < 0 && !mayBeAbsent()) {
                problems.add(
                        "metric '" + code + "': the data have no such column" + Suggestion.nearest(code, data.metrics())
                                + "; add it, or let absent metrics count as not measured");
            }
        }
        return found;
    }

    private double[] gather() {
        double[] values = new double[columns.length * regions];
        for (int j = 0; j < columns.length; j++) {
            if (columns[j] >= 0) {
                data.column(columns[j]).copyTo(values, j * regions);
            } else {
                Arrays.fill(values, j * regions, (j + 1) * regions, Double.NaN);
            }
        }
        return values;
    }

    /** By metric, whether any region has a value; a problem where none has one and that is not tolerated. */
    boolean[] measured() {
        boolean[] measured = new boolean[columns.length];
        boolean any = false;
        for (int j = 0; j < columns.length; j++) {
            for (int i = j * regions; i < (j + 1) * regions && !measured[j]; i++) {
                measured[j] = !Double.isNaN(raw[i]);
            }
            if (columns[j] >= 0 && !measured[j] && !mayBeAbsent()) {
                problems.add("metric '" + plan.metrics.get(j).code() + "': has no value in any of " + regions
                        + " regions; drop it, or let absent metrics count as not measured");
            }
            any |= measured[j];
        }
        if (!any && problems.isEmpty()) {
            problems.add("the data have no value for any metric of index '" + plan.definition.code() + "'");
        }
        return measured;
    }

    private boolean @Nullable [] notApplicable() {
        boolean[] found = null;
        int k = plan.components.size();
        for (int j = 0; j < columns.length; j++) {
            if (columns[j] < 0 || Scan.isFinite(raw, j * regions, (j + 1) * regions)) {
                continue;
            }
            for (int i = 0; i < regions; i++) {
                if (Double.isNaN(raw[j * regions + i]) && data.status(i, columns[j]) == CellStatus.NOT_APPLICABLE) {
                    if (found == null) {
                        found = new boolean[plan.size() * regions];
                    }
                    found[(k + j) * regions + i] = true;
                }
            }
        }
        return found;
    }

    boolean isNotApplicable(int node, int region) {
        return notApplicable != null && notApplicable[node * regions + region];
    }

    /** A component is not applicable to a region if none of its children is. */
    void markNotApplicable(int component, int[] present) {
        if (notApplicable == null) {
            return;
        }
        for (int i = 0; i < regions; i++) {
            int region = i;
            notApplicable[component * regions + i] =
                    Arrays.stream(present).allMatch(child -> isNotApplicable(child, region));
        }
    }

    /** By region, how many of the children are applicable; null if all are. */
    int @Nullable [] needed(int[] present) {
        if (notApplicable == null) {
            return null;
        }
        int[] needed = new int[regions];
        for (int i = 0; i < regions; i++) {
            for (int child : present) {
                needed[i] += isNotApplicable(child, i) ? 0 : 1;
            }
        }
        return needed;
    }

    Methodology method() {
        return plan.definition.method();
    }
}
