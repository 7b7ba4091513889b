package org.ldci.robustness;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.ldci.internal.text.Suggestion;

/**
 * What a sensitivity analysis of a study is asked; and, beside studies, the sensitivity of any model of inputs in the unit
 * cube: {@link #sobol}, {@link #shapley} and {@link #morris}.
 *
 * <p>A {@link Model} takes points of the open unit cube; what an input means is the model's affair, and an input with a
 * distribution is its quantile function there. An {@link Input} may have several coordinates, which then count as one
 * factor. All results depend on the model, the numbers given and the seed alone.
 *
 * @param targets the numbers to explain, at least one
 * @param bootstraps how many times rows are drawn anew for the intervals, at least 0; none gives no interval
 * @param level what share of them an interval holds, in (0, 1)
 * @param groups factors of the study that count as one
 * @param correlations what correlates factors of the study; for Shapley effects only
 */
public record Sensitivity(
        List<Target> targets, int bootstraps, double level, List<Group> groups, List<Correlation> correlations) {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if there is no target, bootstraps are negative, the level is not in (0, 1), a factor is
     *     in two groups, two groups have the same name, or two factors are correlated twice
     */
    public Sensitivity {
        targets = List.copyOf(targets);
        groups = List.copyOf(groups);
        correlations = List.copyOf(correlations);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("sensitivity: needs at least one target");
        }
        if (bootstraps < 0) {
            throw new IllegalArgumentException("sensitivity: expected at least 0 bootstraps but got " + bootstraps);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("sensitivity: expected a level in (0, 1) but got " + level);
        }
        Set<String> names = new HashSet<>();
        Set<String> grouped = new HashSet<>();
        for (Group group : groups) {
            if (!names.add(group.name())) {
                throw new IllegalArgumentException("sensitivity: two groups are called '" + group.name() + "'");
            }
            for (String factor : group.factors()) {
                if (!grouped.add(factor)) {
                    throw new IllegalArgumentException("sensitivity: factor '" + factor + "' is grouped twice");
                }
            }
        }
        Set<Set<String>> pairs = new HashSet<>();
        for (Correlation each : correlations) {
            if (!pairs.add(Set.of(each.first(), each.second()))) {
                throw new IllegalArgumentException(
                        "sensitivity: factors '" + each.first() + "' and '" + each.second() + "' are correlated twice");
            }
        }
    }

    /**
     * Factors of a study that count as one.
     *
     * @param name what tables call them together
     * @param factors their codes, at least one
     */
    public record Group(String name, List<String> factors) {
        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException if there is no factor
         */
        public Group {
            factors = List.copyOf(factors);
            if (factors.isEmpty()) {
                throw new IllegalArgumentException("sensitivity: group '" + name + "' has no factors");
            }
        }
    }

    /**
     * The correlation of two factors of a study: of the normal scores of the numbers that decide them, before these become
     * alternatives or values (a Gaussian copula).
     *
     * @param first the code of one factor
     * @param second the code of the other
     * @param value in (-1, 1)
     */
    public record Correlation(String first, String second, double value) {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if the factors are the same or the value is not in (-1, 1)
         */
        public Correlation {
            if (first.equals(second) || !(value > -1 && value < 1)) {
                throw new IllegalArgumentException(
                        "sensitivity: expected a correlation in (-1, 1) of two factors but got " + value + " of '"
                                + first + "' and '" + second + "'");
            }
        }
    }

    /**
     * Targets with 90 % intervals from 1,000 bootstraps, every factor by itself and independent of the others.
     *
     * @param targets the numbers to explain, at least one
     * @return the question
     */
    public static Sensitivity of(Target... targets) {
        return new Sensitivity(List.of(targets), 1000, 0.9, List.of(), List.of());
    }

    /**
     * Sets how intervals are found.
     *
     * @param count how many bootstraps, at least 0; none gives no interval
     * @param share what share of them an interval holds, in (0, 1)
     * @return the question with such intervals
     * @throws IllegalArgumentException if a number is outside its range
     */
    public Sensitivity intervals(int count, double share) {
        return new Sensitivity(targets, count, share, groups, correlations);
    }

    /**
     * Lets factors of the study count as one.
     *
     * @param name what tables call them together
     * @param factors their codes
     * @return the question with that group
     * @throws IllegalArgumentException if there are none, one is in a group already, or the name is taken
     */
    public Sensitivity grouped(String name, String... factors) {
        List<Group> more = new ArrayList<>(groups);
        more.add(new Group(name, List.of(factors)));
        return new Sensitivity(targets, bootstraps, level, more, correlations);
    }

    /**
     * Correlates two factors of the study that draw one number each, choices or parameters; for Shapley effects only.
     *
     * @param first the code of one factor
     * @param second the code of the other
     * @param value the correlation of their normal scores, in (-1, 1)
     * @return the question with that correlation
     * @throws IllegalArgumentException if the value is outside its range, or the factors are the same or correlated already
     */
    public Sensitivity correlated(String first, String second, double value) {
        List<Correlation> more = new ArrayList<>(correlations);
        more.add(new Correlation(first, second, value));
        return new Sensitivity(targets, bootstraps, level, groups, more);
    }

    void checkIndependent(String method) {
        if (!correlations.isEmpty()) {
            throw new IllegalArgumentException("sensitivity: " + method
                    + " need factors that do not depend on one another; Shapley effects do not");
        }
    }

    /** The groups and, as groups of one, the factors in none, in the order of the study. */
    List<Group> groupsOf(RobustnessStudy study) {
        List<String> codes = study.factors().stream().map(Factor::code).toList();
        List<Group> all = new ArrayList<>();
        for (Group group : groups) {
            for (String factor : group.factors()) {
                if (!codes.contains(factor)) {
                    throw new IllegalArgumentException("sensitivity: group '" + group.name()
                            + "': the study has no factor '" + factor + "'" + Suggestion.nearest(factor, codes));
                }
            }
        }
        for (String code : codes) {
            Group own = groups.stream()
                    .filter(group -> group.factors().contains(code))
                    .findFirst()
                    .orElseGet(() -> new Group(code, List.of(code)));
            if (!all.contains(own)) {
                all.add(own);
            }
        }
        return all;
    }

    /** A function of points in the unit cube, of one or more numbers. Called by one thread at a time. */
    public interface Model {
        /**
         * How the numbers are called.
         *
         * @return their names, at least one
         */
        List<String> targets();

        /**
         * Computes the numbers of some points.
         *
         * @param points the coordinates of the first point, each in (0, 1), then those of the next; not to be changed or kept
         * @param rows how many points there are
         * @param values takes the numbers: by target, then by point
         */
        void evaluate(double[] points, int rows, double[][] values);

        /**
         * A model of one number.
         *
         * @param target how the number is called
         * @param function a function of a point, which it does not keep
         * @return the model
         */
        static Model of(String target, ToDoubleFunction<double[]> function) {
            return new FunctionModel(target, function);
        }
    }

    /**
     * An input of a model.
     *
     * @param name how it is called
     * @param dimension how many coordinates of a point it has, from 1; they follow those of the inputs before it
     */
    public record Input(String name, int dimension) {
        /**
         * Checks the dimension.
         *
         * @throws IllegalArgumentException if the dimension is less than 1
         */
        public Input {
            if (dimension < 1) {
                throw new IllegalArgumentException(
                        "input '" + name + "': expected at least one coordinate but got " + dimension);
            }
        }

        /**
         * Inputs of one coordinate each.
         *
         * @param names how they are called
         * @return the inputs
         */
        public static List<Input> of(String... names) {
            return List.of(names).stream().map(name -> new Input(name, 1)).toList();
        }
    }

    /**
     * How the space of the inputs is sampled, and how sure the estimates are.
     *
     * @param design how points are spread; {@link Design#AUTOMATIC} is {@link Design#RANDOM}; a full factorial is refused
     * @param seed the seed
     * @param bootstraps how many bootstraps the intervals come from; 0 for no interval
     * @param level the share of bootstraps inside an interval, in (0, 1)
     */
    public record Sampling(Design design, long seed, int bootstraps, double level) {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if the design is a full factorial, bootstraps are negative, or the level is not in
         *     (0, 1)
         */
        public Sampling {
            if (design == Design.FULL_FACTORIAL) {
                throw new IllegalArgumentException(
                        "sampling: expected a design for continuous inputs but got " + design);
            }
            Bootstrap.check("sampling", bootstraps, level);
        }

        /**
         * A design with 90 % intervals from 1,000 bootstraps.
         *
         * @param design how points are spread
         * @param seed the seed
         * @return the sampling
         * @throws IllegalArgumentException if the design is a full factorial
         */
        public static Sampling of(Design design, long seed) {
            return new Sampling(design, seed, 1000, 0.9);
        }
    }

    /**
     * Sobol indices of a model: see {@link SobolIndices}. It is evaluated {@code rows * (inputs + 2)} times. The points A and B
     * of a row are the two halves of one point of the design.
     *
     * @param model the model
     * @param inputs its inputs, which are independent of one another
     * @param rows the number of rows, N, from 2; with {@link Design#SOBOL} best a power of two
     * @param sampling how points are drawn
     * @return the indices, one a target
     * @throws IllegalArgumentException if there are no inputs, two have the same name, there are too few rows or too
     *     many coordinates for the design, or a number is not finite
     */
    public static List<SobolIndices> sobol(Model model, List<Input> inputs, int rows, Sampling sampling) {
        return new ModelRuns(model, inputs, sampling).sobol(rows).targets();
    }

    /**
     * Shapley effects of a model of independent inputs: over all sets of inputs if there are at most ten, else over random
     * orders. See {@link ShapleyEffects}.
     *
     * @param model the model
     * @param inputs its inputs
     * @param rows the number of rows, from 2
     * @param sampling how points are drawn
     * @return the effects, one a target
     * @throws IllegalArgumentException as for {@link #sobol}
     */
    public static List<ShapleyEffects> shapley(Model model, List<Input> inputs, int rows, Sampling sampling) {
        return new ModelRuns(model, inputs, sampling)
                .shapley(rows, ShapleyEffects.Method.AUTOMATIC, null)
                .targets();
    }

    /**
     * Shapley effects of a model of independent inputs. See {@link ShapleyEffects}.
     *
     * @param model the model
     * @param inputs its inputs
     * @param rows the number of rows, from 2
     * @param sampling how points are drawn
     * @param method over all sets or random orders
     * @return the effects, one a target
     * @throws IllegalArgumentException as for {@link #sobol}, or if there are more than 14 inputs for all their sets
     */
    public static List<ShapleyEffects> shapley(
            Model model, List<Input> inputs, int rows, Sampling sampling, ShapleyEffects.Method method) {
        return new ModelRuns(model, inputs, sampling)
                .shapley(rows, method, null)
                .targets();
    }

    /**
     * Shapley effects of a model of inputs that depend on one another through a Gaussian copula: each coordinate is uniform, and
     * their normal scores have a normal distribution with given correlations. See {@link ShapleyEffects}.
     *
     * @param model the model
     * @param inputs its inputs
     * @param correlation the correlations of the normal scores of all coordinates: symmetric, positive definite, 1 on the
     *     diagonal
     * @param rows the number of rows, from 2
     * @param sampling how points are drawn
     * @param method over all sets or random orders
     * @return the effects, one a target
     * @throws IllegalArgumentException as for {@link #sobol}, or if there are more than 14 inputs for all their sets,
     *     or the correlations are not as expected
     */
    public static List<ShapleyEffects> shapley(
            Model model,
            List<Input> inputs,
            double[][] correlation,
            int rows,
            Sampling sampling,
            ShapleyEffects.Method method) {
        return new ModelRuns(model, inputs, sampling)
                .shapley(rows, method, correlation)
                .targets();
    }

    /**
     * Elementary effects of a model, with four levels and a jump of two of them, as Morris recommends. See {@link
     * MorrisEffects}.
     *
     * @param model the model
     * @param inputs its inputs
     * @param trajectories the number of trajectories, from 2
     * @param sampling how trajectories are drawn
     * @return the effects, one a target
     * @throws IllegalArgumentException as for {@link #sobol}
     */
    public static List<MorrisEffects> morris(Model model, List<Input> inputs, int trajectories, Sampling sampling) {
        return morris(model, inputs, trajectories, MorrisEffects.LEVELS, MorrisEffects.JUMP, sampling);
    }

    /**
     * Elementary effects of a model. See {@link MorrisEffects}. It is evaluated {@code trajectories * (inputs + 1)} times.
     *
     * @param model the model
     * @param inputs its inputs
     * @param trajectories the number of trajectories, from 2
     * @param levels into how many equal parts the range of a coordinate is divided, from 2
     * @param jump by how many of them a coordinate moves, from 1 to one less
     * @param sampling how trajectories are drawn: of a point of the design, one coordinate says where a coordinate starts
     *     and whether it goes up or down, another one when it goes
     * @return the effects, one a target
     * @throws IllegalArgumentException as for {@link #sobol}, or if levels or jump are outside their range
     */
    public static List<MorrisEffects> morris(
            Model model, List<Input> inputs, int trajectories, int levels, int jump, Sampling sampling) {
        return new ModelRuns(model, inputs, sampling)
                .morris(trajectories, levels, jump)
                .targets();
    }

    private record FunctionModel(List<String> targets, ToDoubleFunction<double[]> function) implements Model {
        FunctionModel(String target, ToDoubleFunction<double[]> function) {
            this(List.of(target), function);
        }

        @Override
        public void evaluate(double[] points, int rows, double[][] values) {
            int dimension = points.length / rows;
            double[] point = new double[dimension];
            for (int k = 0; k < rows; k++) {
                System.arraycopy(points, k * dimension, point, 0, dimension);
                values[0][k] = function.applyAsDouble(point);
            }
        }
    }
}
