package org.ldci.io;

import java.util.List;
import org.ldci.robustness.MorrisEffect;
import org.ldci.robustness.MorrisEffects;
import org.ldci.robustness.SensitivityResult;
import org.ldci.robustness.ShapleyEffect;
import org.ldci.robustness.ShapleyEffects;
import org.ldci.robustness.SobolIndex;
import org.ldci.robustness.SobolIndices;
import org.ldci.robustness.TargetSensitivity;

/** The lines of sensitivity analyses, as {@link RobustnessResults} describes them. */
final class SensitivityRows {
    private SensitivityRows() {}

    /** What is said of each target, as a word. */
    static String kind(SensitivityResult<?> result) {
        TargetSensitivity first = result.targets().get(0);
        return first instanceof SobolIndices ? "sobol" : first instanceof ShapleyEffects ? "shapley" : "morris";
    }

    static ResultRows of(SensitivityResult<?> result) {
        ResultRows rows = switch (kind(result)) {
            case "sobol" ->
                new ResultRows(
                        "target",
                        "factor",
                        "firstOrder",
                        "firstOrderLower",
                        "firstOrderUpper",
                        "total",
                        "totalLower",
                        "totalUpper",
                        "mean",
                        "variance",
                        "rows");
            case "shapley" ->
                new ResultRows(
                        "target", "factor", "share", "shareLower", "shareUpper", "standardError", "variance", "rows");
            default ->
                new ResultRows(
                        "target", "factor", "muStar", "muStarLower", "muStarUpper", "mu", "sigma", "trajectories");
        };
        for (TargetSensitivity target : result.targets()) {
            if (target instanceof SobolIndices indices) {
                add(rows, indices);
            } else if (target instanceof ShapleyEffects effects) {
                add(rows, effects);
            } else if (target instanceof MorrisEffects effects) {
                add(rows, effects);
            }
        }
        return rows;
    }

    private static void add(ResultRows rows, SobolIndices target) {
        double none = Double.NaN;
        List<SobolIndex> indices = target.isConstant()
                ? target.factors().stream()
                        .map(factor -> new SobolIndex(factor, none, none, none, none, none, none))
                        .toList()
                : target.indices();
        for (SobolIndex each : indices) {
            rows.row(
                    target.target(),
                    each.factor(),
                    each.firstOrder(),
                    each.firstOrderLower(),
                    each.firstOrderUpper(),
                    each.total(),
                    each.totalLower(),
                    each.totalUpper(),
                    target.mean(),
                    target.variance(),
                    target.rows());
        }
    }

    private static void add(ResultRows rows, ShapleyEffects target) {
        double none = Double.NaN;
        List<ShapleyEffect> effects = target.isConstant()
                ? target.inputs().stream()
                        .map(input -> new ShapleyEffect(input, none, none, none, none))
                        .toList()
                : target.effects();
        for (ShapleyEffect each : effects) {
            rows.row(
                    target.target(),
                    each.input(),
                    each.share(),
                    each.lower(),
                    each.upper(),
                    each.standardError(),
                    target.variance(),
                    target.rows());
        }
    }

    private static void add(ResultRows rows, MorrisEffects target) {
        for (MorrisEffect each : target.effects()) {
            rows.row(
                    target.target(),
                    each.input(),
                    each.muStar(),
                    each.muStarLower(),
                    each.muStarUpper(),
                    each.mu(),
                    each.sigma(),
                    target.trajectories());
        }
    }
}
