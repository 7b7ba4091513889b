package org.ldci.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ldci.data.DataException;
import org.ldci.data.Dataset;
import org.ldci.data.Panel;
import org.ldci.data.Period;
import org.ldci.definition.IndexDefinition;

/**
 * An index ready to score: a definition, compiled.
 *
 * <p>Immutable and thread-safe. Compile once, score often.
 */
public final class CompositeIndex {
    private final Plan plan;

    private CompositeIndex(Plan plan) {
        this.plan = plan;
    }

    /**
     * Compiles a definition, which is valid by construction.
     *
     * @param definition the definition
     * @return the index
     */
    public static CompositeIndex of(IndexDefinition definition) {
        return new CompositeIndex(new Plan(definition));
    }

    /**
     * The definition this index was compiled from.
     *
     * @return the definition
     */
    public IndexDefinition definition() {
        return plan.definition;
    }

    /**
     * Scores and ranks the regions of a dataset on a scale learnt from the same data.
     *
     * @param data the data; columns that the definition does not use are reported and left alone
     * @return the result with every stage
     * @throws DataException if the data do not support the definition: a metric absent, without any value or constant
     *     under a method that needs spread, a zero denominator, a score outside the domain of a mean; lists every problem
     *     of the step where the first is found, each naming metric and region
     */
    public IndexResult score(Dataset data) {
        return new IndexResult(Construction.learn(plan, data));
    }

    /**
     * Learns scale, treatment, imputation and weights from data and freezes them.
     *
     * @param data the data to learn from
     * @return the fitted index, which scores other data on the same scale
     * @throws DataException as {@link #score(Dataset)}
     */
    public FittedIndex fit(Dataset data) {
        Construction construction = Construction.learn(plan, data);
        return new FittedIndex(plan, construction.fit);
    }

    /**
     * Scores every period of a panel on the scale of one of them, so that periods compare. Missing cells are first filled
     * from other periods, if the definition says how.
     *
     * @param panel the panel
     * @param base the period that the scale is learnt from
     * @return the results by period, in order of time; that of {@code base} is the same as {@link #score(Dataset)} of it,
     *     once filled
     * @throws DataException as {@link #score(Dataset)}
     * @throws IllegalArgumentException if the panel has no such period
     */
    public Map<Period, IndexResult> score(Panel panel, Period base) {
        Panel filled = plan.definition.method().imputeOverTime().impute(panel);
        FittedIndex fitted = fit(filled.dataset(base));
        Map<Period, IndexResult> results = new LinkedHashMap<>();
        for (Period period : filled.periods()) {
            results.put(period, fitted.score(filled.dataset(period)));
        }
        return results;
    }

    @Override
    public String toString() {
        return "CompositeIndex of " + plan.definition;
    }
}
