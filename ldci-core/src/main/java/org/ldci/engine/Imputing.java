package org.ldci.engine;

import java.util.ArrayList;
import java.util.List;
import org.ldci.data.MetricColumn;
import org.ldci.data.MetricTable;
import org.ldci.model.Direction;
import org.ldci.prepare.FittedImputation;
import org.ldci.prepare.ImputeNothing;
import org.ldci.prepare.NoImputation;

/** The third step: missing cells are filled, where something can exist and the region passed the screening. */
final class Imputing {
    private final Inputs in;
    private final Plan plan;
    private final int regions;
    private final Screened screened;
    private final double[] denominated;

    Imputing(Inputs in, Screened screened, double[] denominated) {
        this.in = in;
        this.plan = in.plan;
        this.regions = in.regions;
        this.screened = screened;
        this.denominated = denominated;
    }

    FittedImputation fit() {
        if (in.method().impute() instanceof NoImputation) {
            return new ImputeNothing();
        }
        List<MetricColumn> table = new ArrayList<>();
        List<String> components = new ArrayList<>();
        List<Direction> directions = new ArrayList<>();
        for (int j = 0; j < in.columns.length; j++) {
            directions.add(plan.metrics.get(j).direction());
            table.add(screened.column(plan.metrics.get(j).code(), denominated, j * regions));
            components.add(plan.code(plan.parents[plan.components.size() + j]));
        }
        return in.method().impute().fit(new MetricTable(screened.keptRegions(), table, components, directions));
    }

    double[] apply(FittedImputation imputation, boolean[] measured) {
        if (imputation instanceof ImputeNothing) {
            return denominated;
        }
        double[] result = null;
        for (int i = 0; i < regions; i++) {
            double[] row = null;
            for (int j = 0; j < in.columns.length; j++) {
                if (!measured[j]
                        || screened.isExcluded(i)
                        || !Double.isNaN(denominated[j * regions + i])
                        || in.isNotApplicable(plan.components.size() + j, i)) {
                    continue;
                }
                row = row == null ? row(i) : row;
                double value = imputation.impute(in.data.regions().get(i), j, row);
                if (Double.isInfinite(value)) {
                    in.problems.add("metric '" + plan.metrics.get(j).code() + "', region '"
                            + in.data.regions().get(i).code() + "': the imputation gave " + value
                            + ", which is not finite");
                }
                if (!Double.isNaN(value)) {
                    result = result == null ? denominated.clone() : result;
                    result[j * regions + i] = value;
                }
            }
        }
        return result == null ? denominated : result;
    }

    private double[] row(int region) {
        double[] row = new double[in.columns.length];
        for (int j = 0; j < row.length; j++) {
            row[j] = denominated[j * regions + region];
        }
        return row;
    }
}
