package org.ldci.normalise;

import org.ldci.data.DataException;
import org.ldci.data.MetricColumn;
import org.ldci.model.Metric;
import org.ldci.rank.TiesStrategy;

/**
 * The rank among the observed regions, 1 for the worst and n for the best.
 *
 * <p>Source: OECD/JRC Handbook (2008), step 5. Missing regions take no rank, so n differs from metric to metric.
 *
 * @param ties which ranks equal values get
 */
public record RankScale(TiesStrategy ties) implements StandardNormaliser {
    @Override
    public FittedNormaliser fit(Metric metric, MetricColumn oriented) {
        double[] observed = oriented.observed();
        if (observed.length == 0) {
            throw new DataException(Scales.nothingObserved(metric));
        }
        return RankFunction.of(observed, ties, RankFunction.Shape.RANK, 1, observed.length);
    }
}
