package org.ldci.robustness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ldci.data.DataException;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.engine.CompositeIndex;
import org.ldci.internal.sampling.LatinHypercube;
import org.ldci.internal.sampling.Points;
import org.ldci.internal.sampling.RandomPoints;
import org.ldci.internal.sampling.SobolPoints;
import org.ldci.model.Region;
import org.ldci.rank.Ranking;
import org.ldci.rank.TiesStrategy;
import org.ldci.weight.WeightingSchemes;

/**
 * Asks how sure the scores and ranks of an index are: runs it many times, each time with other choices.
 *
 * <pre>{@code
 * Robustness.of(definition).vary(weights(0.25)).vary(aggregators(arithmeticMean(), geometricMean()))
 *         .replicates(100_000).seed(42).run(data)
 * }</pre>
 *
 * <p>Immutable and thread-safe: each method returns a new object. The result depends on definition, data and study alone, not
 * on the number of threads, and parts of a run merge to the same bits as the whole.
 */
public final class Robustness {
    private static final ProgressListener SILENT = (done, total) -> true;

    private final IndexDefinition definition;
    private final @Nullable RobustnessStudy study;
    private final int threads;
    private final ProgressListener listener;

    private Robustness(
            IndexDefinition definition, @Nullable RobustnessStudy study, int threads, ProgressListener listener) {
        this.definition = definition;
        this.study = study;
        this.threads = threads;
        this.listener = listener;
    }

    /**
     * Starts without a factor.
     *
     * @param definition the nominal definition
     * @return the start of a study
     */
    public static Robustness of(IndexDefinition definition) {
        return new Robustness(definition, null, Runtime.getRuntime().availableProcessors(), SILENT);
    }

    /**
     * Takes a whole study.
     *
     * @param definition the nominal definition
     * @param study what varies, and how often
     * @return ready to run
     */
    public static Robustness of(IndexDefinition definition, RobustnessStudy study) {
        return new Robustness(definition, study, Runtime.getRuntime().availableProcessors(), SILENT);
    }

    /**
     * Adds a factor.
     *
     * @param factor what varies; see {@link Factors}
     * @return with the factor
     * @throws IllegalArgumentException if another factor has the same code
     */
    public Robustness vary(Factor factor) {
        List<Factor> all = new ArrayList<>(study == null ? List.of() : study.factors());
        all.add(factor);
        RobustnessStudy.Builder builder = study == null ? RobustnessStudy.builder() : study.toBuilder();
        return new Robustness(definition, builder.factors(all).build(), threads, listener);
    }

    /**
     * Sets the number of replicates.
     *
     * @param replicates from 1 to 2^31 - 1
     * @return with that number
     * @throws IllegalArgumentException if it is not in that range
     * @throws IllegalStateException if nothing varies yet
     */
    public Robustness replicates(long replicates) {
        return change(builder -> builder.replicates(replicates));
    }

    /**
     * Sets the seed.
     *
     * @param seed any number
     * @return with that seed
     * @throws IllegalStateException if nothing varies yet
     */
    public Robustness seed(long seed) {
        return change(builder -> builder.seed(seed));
    }

    /**
     * Sets the design.
     *
     * @param design how replicates are spread
     * @return with that design
     * @throws IllegalArgumentException if the factors do not allow it
     * @throws IllegalStateException if nothing varies yet
     */
    public Robustness design(Design design) {
        return change(builder -> builder.design(design));
    }

    /**
     * Sets what happens to replicates that cannot be scored.
     *
     * @param failures the policy
     * @return with that policy
     * @throws IllegalStateException if nothing varies yet
     */
    public Robustness failures(FailurePolicy failures) {
        return change(builder -> builder.failures(failures));
    }

    /**
     * Keeps the central weights of each region: the mean weights of the replicates that it leads.
     *
     * @return with central weights
     * @throws IllegalStateException if nothing varies yet
     */
    public Robustness withCentralWeights() {
        return change(builder -> builder.centralWeights(true));
    }

    /**
     * Counts how often each region is ahead of each other, even for more than 96 regions, up to 4,096.
     *
     * @return with pairs
     * @throws IllegalStateException if nothing varies yet
     */
    public Robustness withPairs() {
        return change(builder -> builder.pairs(true));
    }

    /**
     * Sets how many threads run.
     *
     * @param count at least 1; the number of processors by default
     * @return with that number, which changes no result
     * @throws IllegalArgumentException if it is less than 1
     */
    public Robustness threads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("expected at least 1 thread but got " + count);
        }
        return new Robustness(definition, study, count, listener);
    }

    /**
     * Sets who hears of progress and may end a run.
     *
     * @param other the listener
     * @return with that listener
     */
    public Robustness listener(ProgressListener other) {
        return new Robustness(definition, study, threads, other);
    }

    private Robustness change(UnaryOperator<RobustnessStudy.Builder> change) {
        return new Robustness(definition, change.apply(study().toBuilder()).build(), threads, listener);
    }

    /**
     * The study as a value.
     *
     * @return what varies, and how often
     * @throws IllegalStateException if nothing varies yet
     */
    public RobustnessStudy study() {
        if (study == null) {
            throw new IllegalStateException("nothing varies: add a factor with vary(...)");
        }
        return study;
    }

    /**
     * The nominal definition.
     *
     * @return the definition
     */
    public IndexDefinition definition() {
        return definition;
    }

    /**
     * Runs all replicates. Ends early, with a partial result, if the listener says so or the thread is interrupted.
     *
     * @param data the data
     * @return the result
     * @throws DataException if the nominal index cannot be scored, or, under {@link FailurePolicy#FAIL}, a replicate cannot:
     *     then with its number, its draw and the cause
     * @throws IllegalArgumentException if a factor does not fit the index or the data; lists every problem
     * @throws IllegalStateException if nothing varies yet
     */
    public RobustnessResult run(Dataset data) {
        return run(data, 0, study().size());
    }

    /**
     * Runs some of the replicates: a part that {@link RobustnessResult#merge} puts together with others.
     *
     * @param data the data
     * @param from the number of the first replicate, from 0
     * @param to the number after the last, at most that of the study
     * @return the part, which is partial unless it is the whole
     * @throws DataException as {@link #run(Dataset)}
     * @throws IllegalArgumentException if there are no such replicates, or as {@link #run(Dataset)}
     * @throws IllegalStateException if nothing varies yet
     */
    public RobustnessResult run(Dataset data, long from, long to) {
        RobustnessStudy all = study();
        if (from < 0 || to <= from || to > all.size()) {
            throw new IllegalArgumentException(
                    "expected 0 <= from < to <= " + all.size() + " but got from " + from + " to " + to);
        }
        Simulation simulation = simulation(data);
        int nodes = all.centralWeights() ? simulation.tree.size() : 0;
        boolean pairs = simulation.countsPairs;
        double[] scores = simulation.nominal.scores();
        int[] ranks = ranks(scores);
        boolean shared = Tally.bytes(simulation.regions, pairs, nodes) > 1 << 26;
        List<Tally> tallies = new ArrayList<>();
        Run run = new Run(simulation, points(all, simulation.dimension), from, to, threads, listener);
        long end = run.run(pairs, nodes > 0, replicator -> {
            Tally tally;
            synchronized (tallies) {
                if (tallies.isEmpty() || !shared) {
                    tallies.add(new Tally(scores, ranks, pairs, nodes));
                }
                tally = tallies.get(tallies.size() - 1);
            }
            return new Counting(tally, replicator, all.failures() == FailurePolicy.FAIL, run);
        });
        tallies.forEach(Tally::end);
        Tally whole = tallies.get(0);
        for (Tally tally : tallies.subList(1, tallies.size())) {
            whole.add(tally);
        }
        whole.sortFailures();
        if (all.failures() == FailurePolicy.FAIL && whole.failed > 0) {
            throw new DataException(whole.failures.get(0).message());
        }
        return new RobustnessResult(simulation, whole, List.of(new RobustnessResult.Range(from, end)));
    }

    /**
     * How sure a region is of the first rank with the weights that suit it: for each region that leads at all, the share of
     * replicates in which it leads when weights are its central ones and everything else varies as before. Source: R. Lahdelma,
     * J. Hokkanen, P. Salminen, European Journal of Operational Research 106 (1998), doi:10.1016/S0377-2217(97)00163-X.
     *
     * <p>Where nothing but weights varies, the share is 1 or 0.
     *
     * @param data the data
     * @param result a result of this study with central weights
     * @return the confidence factor by the code of the region, in the order of the input; regions that never lead have none
     * @throws DataException as {@link #run(Dataset)}
     * @throws IllegalStateException if the study does not keep central weights
     */
    public Map<String, Double> confidenceFactors(Dataset data, RobustnessResult result) {
        List<Factor> others = study().factors().stream()
                .filter(factor -> !(factor instanceof WeightVariation))
                .toList();
        Map<String, Double> confidence = new LinkedHashMap<>();
        for (Region region : result.regions()) {
            Map<String, Double> weights = new LinkedHashMap<>(result.centralWeights(region.code()));
            if (weights.isEmpty()) {
                continue;
            }
            definition.index().components().forEach(component -> {
                if (component.children().stream().allMatch(child -> weights.getOrDefault(child.code(), 0.0) == 0)) {
                    component.children().forEach(child -> weights.remove(child.code())); // not measured
                }
            });
            IndexDefinition suited = definition
                    .with(method -> method.weigh(WeightingSchemes.given())
                            .weighLevels(Map.of())
                            .weighComponents(Map.of()))
                    .withWeights(weights);
            if (others.isEmpty()) {
                int[] ranks = ranks(CompositeIndex.of(suited).score(data).scores());
                confidence.put(region.code(), ranks[data.geography().position(region.code())] == 1 ? 1.0 : 0.0);
            } else {
                RobustnessStudy rest = study().toBuilder()
                        .factors(others)
                        .centralWeights(false)
                        .build();
                confidence.put(
                        region.code(),
                        new Robustness(suited, rest, threads, listener)
                                .run(data)
                                .rankProbability(region.code(), 1));
            }
        }
        return Collections.unmodifiableMap(confidence);
    }

    /**
     * Reads a part of this run that another process wrote by {@link RobustnessResult#toBytes}.
     *
     * @param data the data
     * @param bytes the part
     * @return the part, to be merged with others
     * @throws IllegalArgumentException if it is a part of another study, definition or data, or the bytes are broken
     * @throws DataException if the nominal index cannot be scored
     * @throws IllegalStateException if nothing varies yet
     */
    public RobustnessResult part(Dataset data, byte[] bytes) {
        RobustnessStudy all = study();
        Simulation simulation = simulation(data);
        double[] scores = simulation.nominal.scores();
        Tally tally = new Tally(
                scores, ranks(scores), simulation.countsPairs, all.centralWeights() ? simulation.tree.size() : 0);
        List<RobustnessResult.Range> ranges =
                TallyCodec.read(bytes, RobustnessResult.key(all, simulation.nominal), tally);
        return new RobustnessResult(simulation, tally, ranges);
    }

    /**
     * Asks which factor moves the result: Sobol indices of first order and total. Runs (factors + 2) times as many replicates
     * as the study says, in the design of Saltelli et al. (2010).
     *
     * <p>A full factorial design is taken as a random one, and a Sobol sequence needs two coordinates for each that varies. A
     * run that the listener ends early is estimated from the rows that are done.
     *
     * @param data the data
     * @param question which targets, how intervals are found, and which factors count as one
     * @return the indices of every factor or group on every target
     * @throws DataException as {@link #run(Dataset)}
     * @throws IllegalArgumentException as {@link #run(Dataset)}, or if there is no such region or factor, factors are
     *     correlated, or fewer than two rows are done
     * @throws IllegalStateException if nothing varies yet
     */
    public SensitivityResult<SobolIndices> sobol(Dataset data, Sensitivity question) {
        return SensitivityRun.sobol(simulation(data), question, threads, listener);
    }

    /**
     * Shares out the variance of the result among the factors, which may be correlated: Shapley effects. As {@link #sobol}, but
     * runs 2^factors times as many replicates as the study says for up to ten factors or groups, and (factors + 1) times as
     * many for more, in random orders.
     *
     * @param data the data
     * @param question which targets, how intervals are found, which factors count as one and which are correlated
     * @return the effects of every factor or group on every target
     * @throws DataException as {@link #run(Dataset)}
     * @throws IllegalArgumentException as {@link #sobol}, or if a correlated factor draws more than one number
     * @throws IllegalStateException if nothing varies yet
     */
    public SensitivityResult<ShapleyEffects> shapley(Dataset data, Sensitivity question) {
        return SensitivityRun.shapley(simulation(data), question, threads, listener);
    }

    /**
     * Screens many factors with few runs: elementary effects. As {@link #sobol}, but the replicates of the study are
     * trajectories, of (factors + 1) runs each; a few dozen do.
     *
     * @param data the data
     * @param question which targets, how intervals are found, and which factors count as one
     * @return the effects of every factor or group on every target
     * @throws DataException as {@link #run(Dataset)}
     * @throws IllegalArgumentException as {@link #sobol}
     * @throws IllegalStateException if nothing varies yet
     */
    public SensitivityResult<MorrisEffects> morris(Dataset data, Sensitivity question) {
        return SensitivityRun.morris(simulation(data), question, threads, listener);
    }

    private Simulation simulation(Dataset data) {
        return new Simulation(definition, data, study());
    }

    /** Adds blocks to a tally. */
    private record Counting(Tally tally, Replicator replicator, boolean fails, Run run) implements Run.Worker {
        @Override
        public void accept(Block block, long scenario) {
            tally.add(block, scenario);
            for (int lane = 0; lane < block.lanes; lane++) {
                if (block.failed(lane) && tally.wantsFailure(block.replicates[lane])) {
                    tally.addFailure(new Tally.Failure(block.replicates[lane], replicator.explain(lane)));
                    if (fails) {
                        run.stop();
                    }
                }
            }
        }

        @Override
        public void end(Replicator done) {
            done.addPairs(tally);
        }
    }

    /** Competition ranks; 0 for none. */
    static int[] ranks(double[] scores) {
        double[] ranks = Ranking.ranks(scores, TiesStrategy.MIN);
        int[] whole = new int[ranks.length];
        for (int i = 0; i < ranks.length; i++) {
            whole[i] = Double.isNaN(ranks[i]) ? 0 : (int) ranks[i];
        }
        return whole;
    }

    /** What is varied and how often, made for JShell. */
    @Override
    public String toString() {
        return "Robustness of " + definition.code() + ": "
                + (study == null
                        ? "nothing varies yet"
                        : study.factors().stream().map(Factor::code).collect(Collectors.joining(", ")) + "; "
                                + study.size() + " replicates, seed " + study.seed());
    }

    /** The points of a study. */
    private static Points points(RobustnessStudy study, int dimension) {
        return study.isFullFactorial()
                ? new FactorialPoints(study)
                : points(study.design(), study.seed(), 0, dimension, study.replicates());
    }

    /** Some coordinates of the points of a design that is not factorial. */
    static Points points(Design design, long seed, int first, int dimension, long size) {
        return switch (design) {
            case LATIN_HYPERCUBE -> new LatinHypercube(seed, first, dimension, size);
            case SOBOL -> new SobolPoints(seed, first, dimension);
            default -> new RandomPoints(seed, first, dimension);
        };
    }
}
