package org.ldci.prepare;

import org.ldci.model.Region;

/** Leaves every missing cell missing. */
public record ImputeNothing() implements StandardFittedImputation {
    @Override
    public double impute(Region region, int metric, double[] row) {
        return Double.NaN;
    }
}
