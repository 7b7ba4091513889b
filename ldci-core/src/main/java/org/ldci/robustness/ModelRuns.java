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

/**
 * Evaluates a model on the runs of a design, in batches, and hands them to the estimators. Rows of which a run has no number
 * are left out, of all targets.
 */
final class ModelRuns {
    /** What the points of a batch may have together, if one row has no more. */
    private static final long MOST_COORDINATES = 1 << 22;

    /** About how many points a model is asked for at a time. */
    private static final int BATCH = 4096;

    /** Up to how many inputs all their sets are taken, if nothing else is asked for. */
    private static final int FEW = 10;

    private static final int MOST_FOR_ALL_SETS = 14;

    /** What an array holds. */
    private static final int MOST_NUMBERS = Integer.MAX_VALUE - 8;

    private final Evaluator evaluator;
    private final List<String> targets;
    private final List<String> names;
    private final Sampling sampling;

    /** By input its first coordinate, and after the last one the number of coordinates. */
    private final int[] first;

    private final int inputs;
    private final int dimension;

    /** What the runs are evaluated by. */
    @FunctionalInterface
    interface Evaluator {
        /**
         * Computes the numbers of some points.
         *
         * @param points the coordinates of the first, then those of the next
         * @param rows how many points there are
         * @param values takes the numbers by target and point; NaN for none
         * @param total how many points there will be in all
         * @return how many of them are done, from the first on; if not all, nothing more is asked
         */
        int evaluate(double[] points, int rows, double[][] values, long total);

        /** Whether nothing more is to be asked. */
        default boolean isStopped() {
            return false;
        }
    }

    /** The estimates, one a target, from how many rows, and how many were left out. */
    record Estimates<T>(List<T> targets, int rows, int excluded) {}

    ModelRuns(Model model, List<Input> inputs, Sampling sampling) {
        this(checked(model), model.targets(), inputs, sampling);
    }

    ModelRuns(Evaluator evaluator, List<String> targets, List<Input> inputs, Sampling sampling) {
        this.evaluator = evaluator;
        this.sampling = sampling;
        this.inputs = inputs.size();
        this.targets = List.copyOf(targets);
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

    /** A model of the caller must have a number everywhere. */
    private static Evaluator checked(Model model) {
        return (points, rows, values, total) -> {
            int dimension = points.length / rows;
            model.evaluate(points, rows, values);
            for (int t = 0; t < values.length; t++) {
                for (int k = 0; k < rows; k++) {
                    if (!Double.isFinite(values[t][k])) {
                        throw new IllegalArgumentException("sensitivity: expected a finite "
                                + model.targets().get(t) + " but got " + values[t][k] + " at "
                                + Arrays.toString(Arrays.copyOfRange(points, k * dimension, (k + 1) * dimension)));
                    }
                }
            }
            return rows;
        };
    }

    private Points points(int coordinates, int rows) {
        if (rows < 2) {
            throw new IllegalArgumentException("sensitivity: expected at least 2 rows but got " + rows);
        }
        return Robustness.points(sampling.design(), sampling.seed(), 0, coordinates, rows);
    }

    /** Fills the runs of a batch of rows. */
    @FunctionalInterface
    private interface Filler {
        /**
         * Fills the runs of a row.
         *
         * @param row the row
         * @param k its place in the batch
         * @param points takes the points of its runs, one after the other
         * @param at where the first starts
         */
        void fill(int row, int k, double[] points, int at);
    }

    /** Makes of the values of the runs of a row what is estimated from. */
    @FunctionalInterface
    private interface Reducer {
        /**
         * Reduces a row.
         *
         * @param k the place of the row in the batch
         * @param values the values of its runs, and others
         * @param at where the first stands
         * @param out takes the numbers of the row
         * @param outAt where they start
         */
        void reduce(int k, double[] values, int at, double[] out, int outAt);
    }

    /** By target, the numbers of whole rows, one after the other, and the greatest size of a value; how many rows are whole or not. */
    @SuppressWarnings("ArrayRecordComponent") // internal, never compared
    private record Rows(double[][] numbers, double[] sizes, int kept, int excluded) {}

    /** How many rows are evaluated at a time. */
    private int batch(int runs) {
        return (int) Math.max(1, Math.min(BATCH / runs, MOST_COORDINATES / ((long) runs * dimension)));
    }

    /** A run that is ended early has no use for room for all rows. */
    private static void grow(double[][] numbers, int needed, int most) {
        if (numbers[0].length < needed) {
            int length = (int) Math.min(most, Math.max(needed, 2L * numbers[0].length));
            Arrays.setAll(numbers, t -> Arrays.copyOf(numbers[t], length));
        }
    }

    /** Evaluates all runs of all rows; of fewer rows if the evaluator does not do all. */
    private Rows evaluate(int rows, int runs, int width, Filler filler, Reducer reducer) {
        if (rows > MOST_NUMBERS / width) {
            throw new IllegalArgumentException(
                    "sensitivity: expected at most " + MOST_NUMBERS / width + " rows but got " + rows);
        }
        int batch = batch(runs);
        double[][] numbers = new double[targets.size()][Math.min(rows, batch) * width];
        double[] sizes = new double[targets.size()];
        int complete = 0;
        boolean stopped = false;
        for (int from = 0; !stopped && from < rows; from += batch) {
            int size = Math.min(batch, rows - from);
            grow(numbers, (from + size) * width, rows * width);
            double[] points = new double[Math.multiplyExact(size * runs, dimension)];
            for (int k = 0; k < size; k++) {
                filler.fill(from + k, k, points, k * runs * dimension);
            }
            double[][] values = new double[targets.size()][size * runs];
            int done = evaluator.evaluate(points, size * runs, values, (long) rows * runs) / runs;
            for (int t = 0; t < values.length; t++) {
                for (int i = 0; i < done * runs; i++) {
                    double value = Math.abs(values[t][i]);
                    sizes[t] = value > sizes[t] ? value : sizes[t];
                }
                for (int k = 0; k < done; k++) {
                    reducer.reduce(k, values[t], k * runs, numbers[t], (from + k) * width);
                }
            }
            complete += done;
            stopped = done < size || evaluator.isStopped();
        }
        int kept = 0;
        for (int row = 0; row < complete; row++) {
            boolean isWhole = true;
            for (double[] each : numbers) {
                for (int c = row * width; c < (row + 1) * width; c++) {
                    isWhole &= !Double.isNaN(each[c]);
                }
            }
            for (int t = 0; t < numbers.length && isWhole; t++) {
                System.arraycopy(numbers[t], row * width, numbers[t], kept * width, width);
            }
            kept += isWhole ? 1 : 0;
        }
        if (kept < 2) {
            throw new IllegalArgumentException(
                    "sensitivity: expected at least 2 rows that can be scored but got " + kept + " of " + complete);
        }
        int length = kept * width;
        Arrays.setAll(numbers, t -> Arrays.copyOf(numbers[t], length));
        return new Rows(numbers, sizes, kept, complete - kept);
    }

    Estimates<SobolIndices> sobol(int rows) {
        Points design = points(2 * dimension, rows);
        int runs = inputs + 2;
        double[] pair = new double[2 * dimension];
        Rows y = evaluate(
                rows,
                runs,
                runs,
                (row, k, points, start) -> {
                    design.point(row, pair, 0);
                    int at = start;
                    for (int run = 0; run < runs; run++, at += dimension) {
                        System.arraycopy(pair, run == 1 ? dimension : 0, points, at, dimension);
                        if (run > 1) {
                            copyInput(run - 2, pair, dimension, points, at);
                        }
                    }
                },
                (k, values, at, out, outAt) -> System.arraycopy(values, at, out, outAt, runs));
        List<SobolIndices> all = new ArrayList<>();
        for (int t = 0; t < targets.size(); t++) {
            double[] numbers = y.numbers[t];
            double[][] columns = new double[runs][numbers.length / runs];
            for (int i = 0; i < numbers.length; i++) {
                columns[i % runs][i / runs] = numbers[i];
            }
            all.add(SobolIndices.estimate(
                    targets.get(t),
                    names,
                    columns[0],
                    columns[1],
                    Arrays.copyOfRange(columns, 2, runs),
                    sampling.bootstraps(),
                    sampling.level(),
                    sampling.seed()));
        }
        return new Estimates<>(all, y.kept, y.excluded);
    }

    private void copyInput(int input, double[] from, int fromAt, double[] to, int toAt) {
        System.arraycopy(from, fromAt + first[input], to, toAt + first[input], first[input + 1] - first[input]);
    }

    Estimates<MorrisEffects> morris(int trajectories, int levels, int jump) {
        if (levels < 2 || jump < 1 || jump >= levels) {
            throw new IllegalArgumentException(
                    "sensitivity: expected at least 2 levels and a jump of 1 to one less but got " + levels + " and "
                            + jump);
        }
        Points design = points(dimension + inputs, trajectories);
        int runs = inputs + 1;
        double[] draw = new double[dimension + inputs];
        double[] steps = new double[batch(runs) * inputs];
        int[][] orders = new int[batch(runs)][];
        double[] own = new double[dimension];
        Rows effects = evaluate(
                trajectories,
                runs,
                inputs,
                (row, k, points, at) -> {
                    design.point(row, draw, 0);
                    orders[k] = Ranks.order(draw, dimension, dimension + inputs);
                    trajectory(draw, orders[k], levels, jump, points, at, own);
                    for (int i = 0; i < inputs; i++) {
                        steps[k * inputs + i] = own[first[i]];
                    }
                },
                (k, values, at, out, outAt) -> {
                    for (int run = 1; run < runs; run++) {
                        int input = orders[k][run - 1];
                        double change = values[at + run] - values[at + run - 1];
                        out[outAt + input] = change / steps[k * inputs + input];
                    }
                });
        boolean[] grouped = new boolean[inputs];
        for (int i = 0; i < inputs; i++) {
            grouped[i] = first[i + 1] - first[i] > 1;
        }
        List<MorrisEffects> all = new ArrayList<>();
        for (int t = 0; t < targets.size(); t++) {
            all.add(MorrisEffects.estimate(targets.get(t), names, grouped, effects.numbers[t], levels, jump, sampling));
        }
        return new Estimates<>(all, effects.kept, effects.excluded);
    }

    /** Points of a trajectory: a start, then input after input makes its step. */
    private void trajectory(double[] draw, int[] order, int levels, int jump, double[] points, int at, double[] steps) {
        int starts = levels - jump;
        for (int c = 0; c < dimension; c++) {
            int choice = Math.min((int) (draw[c] * 2 * starts), 2 * starts - 1);
            boolean down = choice >= starts;
            int level = down ? choice - starts + jump : choice;
            points[at + c] = (level + 0.5) / levels;
            steps[c] = (down ? -jump : jump) / (double) levels;
        }
        for (int run = 1; run <= inputs; run++) {
            int next = at + run * dimension;
            System.arraycopy(points, next - dimension, points, next, dimension);
            int input = order[run - 1];
            for (int c = first[input]; c < first[input + 1]; c++) {
                // a middle of a level again, not the sum of two rounded numbers
                double level = points[next + c] * levels + steps[c] * levels;
                points[next + c] = (Math.rint(level - 0.5) + 0.5) / levels;
            }
        }
    }

    Estimates<ShapleyEffects> shapley(int rows, ShapleyEffects.Method method, double @Nullable [][] correlation) {
        @Nullable Copula copula = correlation == null ? null : new Copula(correlation, dimension);
        boolean allSets = method == ShapleyEffects.Method.ALL_SETS
                || (method == ShapleyEffects.Method.AUTOMATIC && inputs <= FEW);
        if (allSets && inputs > MOST_FOR_ALL_SETS) {
            throw new IllegalArgumentException("sensitivity: expected at most " + MOST_FOR_ALL_SETS
                    + " inputs for all their sets but got " + inputs);
        }
        Rows parts = allSets ? overSets(rows, copula) : overOrders(rows, copula);
        List<ShapleyEffects> all = new ArrayList<>();
        for (int t = 0; t < targets.size(); t++) {
            all.add(ShapleyEffects.estimate(
                    targets.get(t),
                    names,
                    parts.numbers[t],
                    parts.sizes[t],
                    allSets ? ShapleyEffects.Method.ALL_SETS : ShapleyEffects.Method.ORDERS,
                    (long) (parts.kept + parts.excluded) * (allSets ? 1L << inputs : inputs + 1),
                    sampling));
        }
        return new Estimates<>(all, parts.kept, parts.excluded);
    }

    /** By row and input: the Shapley value of the game of the row, over all sets. */
    private Rows overSets(int rows, @Nullable Copula copula) {
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
        double[] pair = new double[2 * dimension];
        double[] games = new double[sets];
        return evaluate(
                rows,
                sets,
                inputs,
                (row, k, points, start) -> {
                    design.point(row, pair, 0);
                    if (copula != null) {
                        copula.correlate(pair, 0);
                    }
                    int at = start;
                    for (int set = 0; set < sets; set++, at += dimension) {
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
                },
                (k, values, at, out, outAt) -> {
                    for (int set = 0; set < sets; set++) {
                        double change = values[at] - values[at + set];
                        games[set] = 0.5 * change * change;
                    }
                    shapley(games, weights, out, outAt);
                });
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

    /** By row and input: what the input adds in the random order of the row. */
    private Rows overOrders(int rows, @Nullable Copula copula) {
        Points design = points(2 * dimension + inputs, rows);
        int runs = inputs + 1;
        int[][] orders = new int[batch(runs)][];
        double[] draw = new double[2 * dimension + inputs];
        int[] coordinates = new int[dimension];
        return evaluate(
                rows,
                runs,
                inputs,
                (row, k, points, at) -> {
                    design.point(row, draw, 0);
                    orders[k] = Ranks.order(draw, 2 * dimension, 2 * dimension + inputs);
                    if (copula == null) {
                        redrawInOrder(orders[k], draw, points, at);
                    } else {
                        redrawInOrder(orders[k], draw, points, at, copula, coordinates);
                    }
                },
                (k, values, at, out, outAt) -> {
                    for (int run = 1; run < runs; run++) {
                        // ((y0 - y)^2 - (y0 - y')^2) / 2, y' being the value before
                        double before = values[at] - values[at + run - 1];
                        double after = values[at] - values[at + run];
                        out[outAt + orders[k][run - 1]] = 0.5 * (after - before) * (after + before);
                    }
                });
    }

    private void redrawInOrder(int[] order, double[] draw, double[] points, int at) {
        System.arraycopy(draw, 0, points, at, dimension);
        for (int run = 1; run <= inputs; run++) {
            System.arraycopy(points, at + (run - 1) * dimension, points, at + run * dimension, dimension);
            copyInput(order[run - 1], draw, dimension, points, at + run * dimension);
        }
    }

    private void redrawInOrder(int[] order, double[] draw, double[] points, int at, Copula copula, int[] coordinates) {
        copula.correlate(draw, 0);
        System.arraycopy(draw, 0, points, at, dimension);
        // the first input of the order is drawn anew first, so it stands last
        int filled = 0;
        for (int j = inputs - 1; j >= 0; j--) {
            for (int c = first[order[j]]; c < first[order[j] + 1]; c++) {
                coordinates[filled++] = c;
            }
        }
        double[] l = copula.factor(coordinates);
        int kept = dimension;
        for (int run = 1; run <= inputs; run++) {
            int input = order[run - 1];
            kept -= first[input + 1] - first[input];
            System.arraycopy(draw, 0, points, at + run * dimension, dimension);
            copula.redraw(l, coordinates, kept, draw, dimension, points, at + run * dimension);
        }
    }
}
