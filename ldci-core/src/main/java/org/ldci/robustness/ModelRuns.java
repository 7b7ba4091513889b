package org.ldci.robustness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ldci.internal.numeric.Ranks;
import org.ldci.internal.sampling.Points;
import org.ldci.robustness.Sensitivity.Input;
import org.ldci.robustness.Sensitivity.Model;
import org.ldci.robustness.Sensitivity.Sampling;

/** Evaluates a model on the runs of a design, in batches, and hands them to the estimators. */
final class ModelRuns {
    /** About how many points a model is asked for at a time. */
    private static final int BATCH = 4096;

    /** Up to how many inputs all their sets are taken, if nothing else is asked for. */
    private static final int FEW = 10;

    private static final int MOST_FOR_ALL_SETS = 14;

    /** What an array holds. */
    private static final int MOST_NUMBERS = Integer.MAX_VALUE - 8;

    private final Model model;
    private final List<String> targets;
    private final List<String> names;
    private final Sampling sampling;

    /** By input its first coordinate, and after the last one the number of coordinates. */
    private final int[] first;

    private final int inputs;
    private final int dimension;

    ModelRuns(Model model, List<Input> inputs, Sampling sampling) {
        this.model = model;
        this.sampling = sampling;
        this.inputs = inputs.size();
        targets = List.copyOf(model.targets());
        names = inputs.stream().map(Input::name).toList();
        if (inputs.isEmpty() || targets.isEmpty()) {
            throw new IllegalArgumentException(
                    "sensitivity: expected inputs and targets but got " + inputs.size() + " and " + targets.size());
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("sensitivity: two inputs are called '" + name + "'");
            }
        }
        first = new int[this.inputs + 1];
        for (int i = 0; i < this.inputs; i++) {
            first[i + 1] = Math.addExact(first[i], inputs.get(i).dimension());
        }
        dimension = first[this.inputs];
    }

    private Points points(int coordinates, int rows) {
        if (rows < 2) {
            throw new IllegalArgumentException("sensitivity: expected at least 2 rows but got " + rows);
        }
        if ((long) rows * coordinates > MOST_NUMBERS) {
            throw new IllegalArgumentException("sensitivity: expected at most " + MOST_NUMBERS / coordinates
                    + " rows of " + coordinates + " coordinates but got " + rows);
        }
        return Robustness.points(sampling.design(), sampling.seed(), 0, coordinates, rows);
    }

    /** The values of some points, by target; checked. */
    private double[][] evaluate(double[] points) {
        int rows = points.length / dimension;
        double[][] values = new double[targets.size()][rows];
        model.evaluate(points, rows, values);
        for (int t = 0; t < values.length; t++) {
            for (int k = 0; k < rows; k++) {
                if (!Double.isFinite(values[t][k])) {
                    throw new IllegalArgumentException("sensitivity: expected a finite " + targets.get(t) + " but got "
                            + values[t][k] + " at "
                            + Arrays.toString(Arrays.copyOfRange(points, k * dimension, (k + 1) * dimension)));
                }
            }
        }
        return values;
    }

    List<SobolIndices> sobol(int rows) {
        Points design = points(2 * dimension, rows);
        int runs = inputs + 2;
        double[][][] y = new double[targets.size()][runs][rows];
        int batch = Math.max(1, BATCH / runs);
        double[] pair = new double[2 * dimension];
        for (int from = 0; from < rows; from += batch) {
            int size = Math.min(batch, rows - from);
            double[] points = new double[size * runs * dimension];
            for (int k = 0; k < size; k++) {
                design.point(from + k, pair, 0);
                int at = k * runs * dimension;
                for (int run = 0; run < runs; run++, at += dimension) {
                    System.arraycopy(pair, run == 1 ? dimension : 0, points, at, dimension);
                    if (run > 1) {
                        copyInput(run - 2, pair, dimension, points, at);
                    }
                }
            }
            double[][] values = evaluate(points);
            for (int t = 0; t < values.length; t++) {
                for (int i = 0; i < size * runs; i++) {
                    y[t][i % runs][from + i / runs] = values[t][i];
                }
            }
        }
        List<SobolIndices> all = new ArrayList<>();
        for (int t = 0; t < y.length; t++) {
            all.add(SobolIndices.estimate(
                    targets.get(t),
                    names,
                    y[t][0],
                    y[t][1],
                    Arrays.copyOfRange(y[t], 2, runs),
                    sampling.bootstraps(),
                    sampling.level(),
                    sampling.seed()));
        }
        return all;
    }

    private void copyInput(int input, double[] from, int fromAt, double[] to, int toAt) {
        System.arraycopy(from, fromAt + first[input], to, toAt + first[input], first[input + 1] - first[input]);
    }

    List<MorrisEffects> morris(int trajectories, int levels, int jump) {
        if (levels < 2 || jump < 1 || jump >= levels) {
            throw new IllegalArgumentException(
                    "sensitivity: expected at least 2 levels and a jump of 1 to one less but got " + levels + " and "
                            + jump);
        }
        Points design = points(dimension + inputs, trajectories);
        int runs = inputs + 1;
        double[][] effects = new double[targets.size()][trajectories * inputs];
        int batch = Math.max(1, BATCH / runs);
        double[] draw = new double[dimension + inputs];
        for (int from = 0; from < trajectories; from += batch) {
            int size = Math.min(batch, trajectories - from);
            double[] points = new double[size * runs * dimension];
            double[] steps = new double[size * dimension];
            int[][] orders = new int[size][];
            for (int k = 0; k < size; k++) {
                design.point((long) from + k, draw, 0);
                orders[k] = Ranks.order(draw, dimension, dimension + inputs);
                trajectory(draw, orders[k], levels, jump, points, k * runs * dimension, steps, k * dimension);
            }
            double[][] values = evaluate(points);
            for (int t = 0; t < values.length; t++) {
                for (int k = 0; k < size; k++) {
                    for (int run = 1; run < runs; run++) {
                        int input = orders[k][run - 1];
                        double change = values[t][k * runs + run] - values[t][k * runs + run - 1];
                        double step = steps[k * dimension + first[input]];
                        effects[t][(from + k) * inputs + input] = change / step;
                    }
                }
            }
        }
        List<MorrisEffects> all = new ArrayList<>();
        for (int t = 0; t < effects.length; t++) {
            boolean[] grouped = new boolean[inputs];
            for (int i = 0; i < inputs; i++) {
                grouped[i] = first[i + 1] - first[i] > 1;
            }
            all.add(MorrisEffects.estimate(targets.get(t), names, grouped, effects[t], levels, jump, sampling));
        }
        return all;
    }

    /** Points of a trajectory: a start, then input after input makes its step. */
    private void trajectory(
            double[] draw, int[] order, int levels, int jump, double[] points, int at, double[] steps, int stepsAt) {
        int starts = levels - jump;
        for (int c = 0; c < dimension; c++) {
            int choice = Math.min((int) (draw[c] * 2 * starts), 2 * starts - 1);
            boolean down = choice >= starts;
            int level = down ? choice - starts + jump : choice;
            points[at + c] = (level + 0.5) / levels;
            steps[stepsAt + c] = (down ? -jump : jump) / (double) levels;
        }
        for (int run = 1; run <= inputs; run++) {
            int next = at + run * dimension;
            System.arraycopy(points, next - dimension, points, next, dimension);
            int input = order[run - 1];
            for (int c = first[input]; c < first[input + 1]; c++) {
                // a middle of a level again, not the sum of two rounded numbers
                double level = points[next + c] * levels + steps[stepsAt + c] * levels;
                points[next + c] = (Math.rint(level - 0.5) + 0.5) / levels;
            }
        }
    }

    List<ShapleyEffects> shapley(int rows, ShapleyEffects.Method method, double @Nullable [][] correlation) {
        @Nullable Copula copula = correlation == null ? null : new Copula(correlation, dimension);
        boolean allSets = method == ShapleyEffects.Method.ALL_SETS
                || (method == ShapleyEffects.Method.AUTOMATIC && inputs <= FEW);
        if (allSets && inputs > MOST_FOR_ALL_SETS) {
            throw new IllegalArgumentException("sensitivity: expected at most " + MOST_FOR_ALL_SETS
                    + " inputs for all their sets but got " + inputs);
        }
        double[][] parts = allSets ? overSets(rows, copula) : overOrders(rows, copula);
        List<ShapleyEffects> all = new ArrayList<>();
        for (int t = 0; t < parts.length; t++) {
            all.add(ShapleyEffects.estimate(
                    targets.get(t),
                    names,
                    parts[t],
                    allSets ? ShapleyEffects.Method.ALL_SETS : ShapleyEffects.Method.ORDERS,
                    (long) rows * (allSets ? 1L << inputs : inputs + 1),
                    sampling));
        }
        return all;
    }

    /** By target, row and input: the Shapley value of the game of the row, over all sets. */
    private double[][] overSets(int rows, @Nullable Copula copula) {
        int sets = 1 << inputs;
        Points design = points(2 * dimension, rows);
        int[][] orders = new int[sets][];
        double[][] factors = new double[sets][];
        int[] kept = new int[sets];
        for (int set = 0; set < sets && copula != null; set++) {
            orders[set] = new int[dimension];
            kept[set] = keptFirst(set, orders[set]);
            factors[set] = copula.factor(orders[set]);
        }
        double[] weights = weights(inputs);
        double[][] parts = new double[targets.size()][rows * inputs];
        int batch = Math.max(1, BATCH / sets);
        double[] pair = new double[2 * dimension];
        double[] games = new double[sets];
        for (int from = 0; from < rows; from += batch) {
            int size = Math.min(batch, rows - from);
            double[] points = new double[size * sets * dimension];
            for (int k = 0; k < size; k++) {
                design.point((long) from + k, pair, 0);
                if (copula != null) {
                    copula.correlate(pair, 0);
                }
                for (int set = 0; set < sets; set++) {
                    int at = (k * sets + set) * dimension;
                    System.arraycopy(pair, 0, points, at, dimension);
                    if (copula != null) {
                        copula.redraw(factors[set], orders[set], kept[set], pair, dimension, points, at);
                        continue;
                    }
                    for (int i = 0; i < inputs; i++) {
                        if ((set >>> i & 1) != 0) {
                            copyInput(i, pair, dimension, points, at);
                        }
                    }
                }
            }
            double[][] values = evaluate(points);
            for (int t = 0; t < values.length; t++) {
                for (int k = 0; k < size; k++) {
                    for (int set = 0; set < sets; set++) {
                        double change = values[t][k * sets] - values[t][k * sets + set];
                        games[set] = 0.5 * change * change;
                    }
                    shapley(games, weights, parts[t], (from + k) * inputs);
                }
            }
        }
        return parts;
    }

    /** Puts the coordinates of the inputs that are not in a set first, and returns how many they are. */
    private int keptFirst(int set, int[] order) {
        int at = 0;
        int kept = 0;
        for (int in = 0; in < 2; in++) {
            for (int i = 0; i < inputs; i++) {
                if ((set >>> i & 1) == in) {
                    for (int c = first[i]; c < first[i + 1]; c++) {
                        order[at++] = c;
                    }
                }
            }
            kept = in == 0 ? at : kept;
        }
        return kept;
    }

    /** By the size of a set, the share of orders in which it stands before a given input: s! (d - 1 - s)! / d!. */
    private static double[] weights(int d) {
        double[] weights = new double[d];
        double choose = 1;
        for (int s = 0; s < d; s++) {
            weights[s] = 1 / (d * choose);
            choose = choose * (d - 1 - s) / (s + 1);
        }
        return weights;
    }

    private static void shapley(double[] games, double[] weights, double[] out, int at) {
        for (int set = 0; set < games.length; set++) {
            double with = set == 0 ? 0 : weights[Integer.bitCount(set) - 1] * games[set];
            double without = set == games.length - 1 ? 0 : weights[Integer.bitCount(set)] * games[set];
            for (int i = 0; i < weights.length; i++) {
                out[at + i] += (set >>> i & 1) != 0 ? with : -without;
            }
        }
    }

    /** By target, row and input: what the input adds in the random order of the row. */
    private double[][] overOrders(int rows, @Nullable Copula copula) {
        Points design = points(2 * dimension + inputs, rows);
        int runs = inputs + 1;
        double[][] parts = new double[targets.size()][rows * inputs];
        int batch = Math.max(1, BATCH / runs);
        double[] draw = new double[2 * dimension + inputs];
        int[] coordinates = new int[dimension];
        for (int from = 0; from < rows; from += batch) {
            int size = Math.min(batch, rows - from);
            double[] points = new double[size * runs * dimension];
            int[][] orders = new int[size][];
            for (int k = 0; k < size; k++) {
                design.point((long) from + k, draw, 0);
                orders[k] = Ranks.order(draw, 2 * dimension, 2 * dimension + inputs);
                int at = k * runs * dimension;
                if (copula == null) {
                    System.arraycopy(draw, 0, points, at, dimension);
                    for (int run = 1; run < runs; run++) {
                        System.arraycopy(points, at + (run - 1) * dimension, points, at + run * dimension, dimension);
                        copyInput(orders[k][run - 1], draw, dimension, points, at + run * dimension);
                    }
                    continue;
                }
                copula.correlate(draw, 0);
                System.arraycopy(draw, 0, points, at, dimension);
                // the first input of the order is drawn anew first, so it stands last
                int filled = 0;
                for (int j = inputs - 1; j >= 0; j--) {
                    for (int c = first[orders[k][j]]; c < first[orders[k][j] + 1]; c++) {
                        coordinates[filled++] = c;
                    }
                }
                double[] l = copula.factor(coordinates);
                int kept = dimension;
                for (int run = 1; run < runs; run++) {
                    int input = orders[k][run - 1];
                    kept -= first[input + 1] - first[input];
                    System.arraycopy(draw, 0, points, at + run * dimension, dimension);
                    copula.redraw(l, coordinates, kept, draw, dimension, points, at + run * dimension);
                }
            }
            double[][] values = evaluate(points);
            for (int t = 0; t < values.length; t++) {
                for (int k = 0; k < size; k++) {
                    int at = k * runs;
                    for (int run = 1; run < runs; run++) {
                        // ((y0 - y)^2 - (y0 - y')^2) / 2, y' being the value before
                        double before = values[t][at] - values[t][at + run - 1];
                        double after = values[t][at] - values[t][at + run];
                        parts[t][(from + k) * inputs + orders[k][run - 1]] = 0.5 * (after - before) * (after + before);
                    }
                }
            }
        }
        return parts;
    }
}
