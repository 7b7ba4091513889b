package org.ldci.robustness;

import java.util.ArrayList;
import java.util.List;
import org.ldci.internal.numeric.Moments;
import org.ldci.internal.text.TextTable;
import org.ldci.robustness.Sensitivity.Sampling;

/**
 * Elementary effects of many inputs on a target, from few runs: which inputs matter at all.
 *
 * <p>The range of a coordinate is divided into p equal levels, of which the middles are taken, so that no point lies on the border
 * of the cube. A trajectory starts at random, and one input after the other, in random order, moves by a jump of some levels,
 * up or down; its effect is the change of the target over the size of the move, with its sign. With p even and a jump of p/2
 * all levels are equally likely.
 *
 * <ul>
 *   <li>mu, the mean of the effects, and sigma, their standard deviation: M. D. Morris, "Factorial sampling plans for
 *       preliminary computational experiments", Technometrics 33 (1991), doi:10.1080/00401706.1991.10484804
 *   <li>mu*, the mean of their sizes, in which effects of both signs do not cancel: F. Campolongo, J. Cariboni, A.
 *       Saltelli, "An effective screening design for sensitivity analysis of large models", Environmental Modelling &amp;
 *       Software 22 (2007), doi:10.1016/j.envsoft.2006.10.004. The coordinates of an input of several move together, each
 *       up or down for itself, and only mu* is defined
 *   <li>intervals of mu* are percentiles of bootstraps over trajectories
 *   <li>a target that does not change has effects of 0
 * </ul>
 *
 * @param target what is explained
 * @param trajectories how many trajectories the effects come from
 * @param levels into how many levels the range of a coordinate was divided
 * @param jump by how many levels a coordinate moved
 * @param bootstraps how many bootstraps the intervals come from; 0 for no intervals
 * @param level the share of bootstraps inside an interval, in (0, 1)
 * @param effects one an input, in their order
 */
public record MorrisEffects(
        String target,
        long trajectories,
        int levels,
        int jump,
        int bootstraps,
        double level,
        List<MorrisEffect> effects)
        implements TargetSensitivity {
    /** Four levels and a jump of two of them, as Morris recommends. */
    static final int LEVELS = 4;

    static final int JUMP = 2;

    /** Copies the list. */
    public MorrisEffects {
        effects = List.copyOf(effects);
    }

    /** From the effects of each trajectory, one after the other. */
    static MorrisEffects estimate(
            String target,
            List<String> inputs,
            boolean[] grouped,
            double[] effects,
            int levels,
            int jump,
            Sampling sampling) {
        int d = inputs.size();
        int n = effects.length / d;
        double[] sizes = new double[effects.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(effects[i]);
        }
        double[][] sums = Bootstrap.sums(sizes, d, sampling.bootstraps(), sampling.seed());
        double[] drawn = new double[sums.length];
        double[] column = new double[n];
        List<MorrisEffect> all = new ArrayList<>();
        for (int i = 0; i < d; i++) {
            for (int r = 0; r < drawn.length; r++) {
                drawn[r] = sums[r][i] / n;
            }
            double[] interval = Bootstrap.interval(drawn, sampling.level());
            for (int k = 0; k < n; k++) {
                column[k] = effects[k * d + i];
            }
            double mu = grouped[i] ? Double.NaN : Moments.mean(column, 0, n);
            double sigma = grouped[i] ? Double.NaN : Math.sqrt(Moments.variance(column, 0, n));
            for (int k = 0; k < n; k++) {
                column[k] = sizes[k * d + i];
            }
            double muStar = Moments.mean(column, 0, n);
            all.add(new MorrisEffect(inputs.get(i), mu, muStar, interval[0], interval[1], sigma));
        }
        return new MorrisEffects(target, n, levels, jump, sampling.bootstraps(), sampling.level(), all);
    }

    /**
     * How often the model was evaluated.
     *
     * @return the number of trajectories times one more than the number of inputs
     */
    public long evaluations() {
        return trajectories * (effects.size() + 1);
    }

    /**
     * The effect of one input.
     *
     * @param input its name
     * @return its effect
     * @throws IllegalArgumentException if there is no such input
     */
    public MorrisEffect of(String input) {
        return effects.stream()
                .filter(effect -> effect.input().equals(input))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown input '" + input + "'; the inputs are "
                        + effects.stream().map(MorrisEffect::input).toList()));
    }

    /** A title and the inputs, made for JShell. */
    @Override
    public String toString() {
        return table().brief(title(), "print() for all");
    }

    @Override
    public String text() {
        return title() + "\n" + table().all();
    }

    private String title() {
        return "Elementary effects on " + TextTable.shorten(target, 40) + ": " + trajectories + " trajectories, jump "
                + jump + " of " + levels + " levels"
                + (bootstraps > 0 ? ", " + TextTable.number(100 * level, 0) + " % intervals" : "");
    }

    private TextTable table() {
        TextTable table = new TextTable(1, List.of("input", "mu*", "from", "to", "mu", "sigma"));
        for (MorrisEffect effect : effects) {
            table.row(List.of(
                    TextTable.shortenMiddle(effect.input()),
                    TextTable.number(effect.muStar(), 3),
                    TextTable.number(effect.muStarLower(), 3),
                    TextTable.number(effect.muStarUpper(), 3),
                    TextTable.number(effect.mu(), 3),
                    TextTable.number(effect.sigma(), 3)));
        }
        return table;
    }
}
