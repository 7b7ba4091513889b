package org.ldci.robustness;

import java.math.BigDecimal;
import java.util.Optional;
import org.ldci.data.DataException;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.engine.IndexResult;
import org.ldci.model.Component;
import org.ldci.model.IndexNode;
import org.ldci.weight.Weights;

/**
 * Changes one thing at a time: each weight up and down, each alternative of a choice, everything else as it is.
 *
 * <pre>{@code
 * OneAtATime.of(definition).weights(0.25).vary(normalisers(zScore(), rank())).vary(aggregators(geometricMean())).run(data)
 * }</pre>
 *
 * <p>Fills {@link Scenarios}, to which more can be added by name. Immutable: each method returns a new object. What one change
 * at a time shows holds near the nominal index only; {@link Robustness} varies everything together.
 */
public final class OneAtATime {
    private final Scenarios scenarios;

    private OneAtATime(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    /**
     * Starts without a change.
     *
     * @param definition the nominal definition
     * @return ready to add to
     */
    public static OneAtATime of(IndexDefinition definition) {
        return new OneAtATime(Scenarios.of(definition));
    }

    /**
     * Adds two scenarios for each component and metric below the index: its weight w becomes w (1 + step), then w (1 - step). The
     * other weights stay; a mean divides by their sum. An only child, and a weight of 0, move nothing and keep their rows.
     *
     * <p>A scenario is named as in "skills weight +25%". Where the weights beside a node are computed from the data and ignore the
     * given one, its scenarios fail.
     *
     * @param step the relative step, in (0, 1], as in 0.25
     * @return with those scenarios
     * @throws IllegalArgumentException if the step is not in (0, 1], or was added already
     */
    public OneAtATime weights(double step) {
        if (!(step > 0 && step <= 1)) {
            throw new IllegalArgumentException("expected a relative step in (0, 1] but got " + step);
        }
        String percent =
                BigDecimal.valueOf(step).movePointRight(2).stripTrailingZeros().toPlainString();
        return new OneAtATime(weigh(scenarios, scenarios.nominal().index(), step, percent));
    }

    private static Scenarios weigh(Scenarios start, Component component, double step, String percent) {
        Scenarios all = start;
        for (IndexNode child : component.children()) {
            String code = child.code();
            for (int sign : new int[] {1, -1}) {
                double weight = child.weight() * (1 + sign * step);
                all = all.add(
                        code + " weight " + (sign > 0 ? "+" : "-") + percent + "%",
                        definition -> definition.withWeight(code, weight),
                        data -> data,
                        (before, after) -> ignored(before, after, component, child));
            }
            if (child instanceof Component inner) {
                all = weigh(all, inner, step, percent);
            }
        }
        return all;
    }

    /** A weight that changed in the definition and not in the result. */
    private static Optional<String> ignored(IndexResult before, IndexResult after, Component parent, IndexNode child) {
        Weights weights = before.weights();
        boolean isAlone = parent.children().stream()
                .noneMatch(other ->
                        !other.code().equals(child.code()) && other.weight() > 0 && weights.local(other.code()) > 0);
        boolean moves = child.weight() > 0 && before.isMeasured(child.code()) && !isAlone;
        return moves && weights.local(child.code()) == after.weights().local(child.code())
                ? Optional.of("the weight of '" + child.code() + "' has no effect: the weights below '" + parent.code()
                        + "' are computed")
                : Optional.empty();
    }

    /**
     * Adds a scenario for each alternative of a choice, named by the choice and the alternative. An alternative that is the nominal
     * way itself ({@link Change.Nothing}) is not added; probabilities play no part.
     *
     * @param choice the choice; see {@link Factors}
     * @return with those scenarios
     * @throws IllegalArgumentException if a name is taken
     */
    public OneAtATime vary(Choice choice) {
        Scenarios all = scenarios;
        for (Alternative alternative : choice.alternatives()) {
            if (!(alternative.change() instanceof Change.Nothing)) {
                all = all.add(choice.code() + " " + alternative.label(), alternative.change()::apply);
            }
        }
        return new OneAtATime(all);
    }

    /**
     * The scenarios, to add others by name or to set how they are compared.
     *
     * @return the scenarios so far
     */
    public Scenarios scenarios() {
        return scenarios;
    }

    /**
     * Scores the nominal index and every scenario.
     *
     * @param data the data
     * @return the table, the nominal first
     * @throws DataException as {@link Scenarios#run}
     */
    public ScenarioTable run(Dataset data) {
        return scenarios.run(data);
    }

    @Override
    public String toString() {
        return "OneAtATime: " + scenarios;
    }
}
