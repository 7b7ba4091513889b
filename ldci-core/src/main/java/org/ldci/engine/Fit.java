package org.ldci.engine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ldci.normalise.FittedNormaliser;
import org.ldci.prepare.FittedImputation;
import org.ldci.prepare.FittedTreatment;

/**
 * What was learnt from data: everything that scoring needs beside the plan. Arrays are by metric or by component of the
 * plan and never change after construction.
 */
final class Fit {
    /** By metric: whether it takes part. */
    final boolean[] measured;

    final FittedImputation imputation;
    /** By metric; null where not measured. */
    final @Nullable FittedTreatment[] treatments;
    /** By metric; null where not measured. */
    final @Nullable FittedNormaliser[] normalisers;
    /** By component: one weight a child, 0 where the child is not measured; their sum is above 0 unless none is. */
    final double[][] weights;
    /** By node: whether any metric at or below it takes part. */
    final boolean[] nodeMeasured;
    /** The digest of the data, once known; computed on demand. */
    final Supplier<String> dataSha256;

    Fit(
            Plan plan,
            boolean[] measured,
            FittedImputation imputation,
            @Nullable FittedTreatment[] treatments,
            @Nullable FittedNormaliser[] normalisers,
            double[][] weights,
            Supplier<String> dataSha256) {
        this.measured = measured;
        this.imputation = imputation;
        this.treatments = treatments;
        this.normalisers = normalisers;
        this.weights = weights;
        this.dataSha256 = dataSha256;
        this.nodeMeasured = measuredNodes(plan, measured);
    }

    static boolean[] measuredNodes(Plan plan, boolean[] measured) {
        boolean[] nodes = new boolean[plan.size()];
        int k = plan.components.size();
        System.arraycopy(measured, 0, nodes, k, measured.length);
        for (int c = k - 1; c >= 0; c--) {
            for (int child : plan.children.get(c)) {
                nodes[c] |= nodes[child];
            }
        }
        return nodes;
    }
}
