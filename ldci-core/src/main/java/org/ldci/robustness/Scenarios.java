package org.ldci.robustness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ldci.data.DataException;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.engine.CompositeIndex;
import org.ldci.engine.Diagnostic;
import org.ldci.engine.IndexResult;
import org.ldci.internal.text.Suggestion;
import org.ldci.model.Region;
import org.ldci.rank.TiesStrategy;

/**
 * Named alternatives to an index, to be compared with it region by region: another method, other weights, other data.
 *
 * <pre>{@code
 * Scenarios.of(definition)
 *         .add("geometric", d -> d.with(m -> m.aggregate(geometricMean())))
 *         .add("skills first", d -> d.withWeight("skills", 3))
 *         .run(data)
 * }</pre>
 *
 * <p>Each scenario is scored anew from the data on, with a scale of its own. The order in which scenarios are added is the order
 * of the table and changes nothing else. Without any scenario the table holds the nominal index alone.
 *
 * <p>Immutable, each method returns a new object; thread-safe if the functions that were added are.
 */
public final class Scenarios {
    /** The name of the index without any change; no scenario may have it. */
    public static final String NOMINAL = "nominal";

    private final IndexDefinition nominal;
    private final List<Entry> entries;
    private final @Nullable String node;
    private final RankBasis basis;
    private final FailurePolicy failures;

    /** Says what is wrong with a scenario although it could be scored. */
    @FunctionalInterface
    interface Check {
        Optional<String> problem(IndexResult nominal, IndexResult changed);
    }

    private record Entry(
            String name, UnaryOperator<IndexDefinition> definition, UnaryOperator<Dataset> data, Check check) {}

    /** Scores in the order of the data that they were scored from. */
    private static final class Scored {
        final String name;
        final List<Region> regions;
        final double[] scores;
        final TiesStrategy ties;
        final List<UnscoredRegion> unscored;
        final @Nullable RuntimeException failure;

        Scored(
                String name,
                List<Region> regions,
                double[] scores,
                TiesStrategy ties,
                List<UnscoredRegion> unscored,
                @Nullable RuntimeException failure) {
            this.name = name;
            this.regions = regions;
            this.scores = scores;
            this.ties = ties;
            this.unscored = unscored;
            this.failure = failure;
        }
    }

    private Scenarios(
            IndexDefinition nominal,
            List<Entry> entries,
            @Nullable String node,
            RankBasis basis,
            FailurePolicy failures) {
        this.nominal = nominal;
        this.entries = entries;
        this.node = node;
        this.basis = basis;
        this.failures = failures;
    }

    /**
     * Starts without a scenario.
     *
     * @param nominal the definition that the others are compared with
     * @return ready to add to: the index is compared, ranks as published, and a scenario that fails makes the run fail
     */
    public static Scenarios of(IndexDefinition nominal) {
        return new Scenarios(nominal, List.of(), null, RankBasis.OWN, FailurePolicy.FAIL);
    }

    /**
     * Adds a change of the definition.
     *
     * @param name how the table calls it
     * @param change what it does to the nominal definition; it runs with the scenario, and what it breaks is that scenario's
     *     failure
     * @return with the scenario
     * @throws IllegalArgumentException if the name is blank or taken
     */
    public Scenarios add(String name, UnaryOperator<IndexDefinition> change) {
        return add(name, change, data -> data);
    }

    /**
     * Adds another definition over the same data.
     *
     * @param name how the table calls it
     * @param definition the definition
     * @return with the scenario
     * @throws IllegalArgumentException if the name is blank or taken
     */
    public Scenarios add(String name, IndexDefinition definition) {
        return add(name, unused -> definition);
    }

    /**
     * Adds a change of definition and data.
     *
     * @param name how the table calls it
     * @param change what it does to the nominal definition
     * @param dataChange what it does to the data
     * @return with the scenario
     * @throws IllegalArgumentException if the name is blank or taken
     */
    public Scenarios add(String name, UnaryOperator<IndexDefinition> change, UnaryOperator<Dataset> dataChange) {
        return add(name, change, dataChange, (before, after) -> Optional.empty());
    }

    /**
     * Adds a change of the data under the same definition.
     *
     * @param name how the table calls it
     * @param change what it does to the data; regions may be fewer, more or others
     * @return with the scenario
     * @throws IllegalArgumentException if the name is blank or taken
     */
    public Scenarios addData(String name, UnaryOperator<Dataset> change) {
        return add(name, definition -> definition, change);
    }

    /**
     * Adds other data under the same definition.
     *
     * @param name how the table calls it
     * @param data the data
     * @return with the scenario
     * @throws IllegalArgumentException if the name is blank or taken
     */
    public Scenarios addData(String name, Dataset data) {
        return addData(name, unused -> data);
    }

    Scenarios add(String name, UnaryOperator<IndexDefinition> change, UnaryOperator<Dataset> dataChange, Check check) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a scenario needs a name");
        }
        if (name.equals(NOMINAL) || entries.stream().anyMatch(entry -> entry.name.equals(name))) {
            throw new IllegalArgumentException("scenario '" + name + "': the name is taken"
                    + (name.equals(NOMINAL) ? " by the index without any change" : "; give each another"));
        }
        List<Entry> more = new ArrayList<>(entries);
        more.add(new Entry(name, change, dataChange, check));
        return new Scenarios(nominal, List.copyOf(more), node, basis, failures);
    }

    /**
     * Compares the scores of a component or metric instead of those of the index.
     *
     * @param code the code of the component or metric
     * @return with that node; a scenario that lacks it fails
     * @throws IllegalArgumentException if the nominal definition has no such node
     */
    public Scenarios node(String code) {
        List<String> known = new WeightTree(nominal).codes;
        if (!known.contains(code)) {
            throw new IllegalArgumentException(
                    "unknown component or metric '" + code + "'" + Suggestion.nearest(code, known));
        }
        return new Scenarios(nominal, entries, code, basis, failures);
    }

    /**
     * Sets which regions count in the ranks that are compared.
     *
     * @param other the basis; {@link RankBasis#OWN} if never set
     * @return with that basis
     */
    public Scenarios basis(RankBasis other) {
        return new Scenarios(nominal, entries, node, other, failures);
    }

    /**
     * Sets what happens to scenarios that cannot be scored.
     *
     * @param policy the policy: {@link FailurePolicy#FAIL} if never set; under {@link FailurePolicy#EXCLUDE} the table names the
     *     scenario and why
     * @return with that policy
     */
    public Scenarios failures(FailurePolicy policy) {
        return new Scenarios(nominal, entries, node, basis, policy);
    }

    /**
     * The nominal definition.
     *
     * @return the definition
     */
    public IndexDefinition nominal() {
        return nominal;
    }

    /**
     * The names of the scenarios added so far.
     *
     * @return an unmodifiable list, without the nominal
     */
    public List<String> names() {
        return entries.stream().map(Entry::name).toList();
    }

    /**
     * Scores the nominal index and every scenario.
     *
     * @param data the data
     * @return the table, the nominal first
     * @throws DataException if the nominal index cannot be scored, or, under {@link FailurePolicy#FAIL}, scenarios cannot: then
     *     with the name and the cause of each
     */
    public ScenarioTable run(Dataset data) {
        IndexResult base = CompositeIndex.of(nominal).score(data);
        List<Scored> all = new ArrayList<>();
        all.add(scored(NOMINAL, base));
        for (Entry entry : entries) {
            all.add(score(entry, base, data));
        }
        List<Scored> failed =
                all.stream().filter(scored -> scored.failure != null).toList();
        if (failures == FailurePolicy.FAIL && !failed.isEmpty()) {
            throw failure(failed);
        }
        return table(all);
    }

    private Scored score(Entry entry, IndexResult base, Dataset data) {
        try {
            IndexResult result =
                    CompositeIndex.of(entry.definition.apply(nominal)).score(entry.data.apply(data));
            Optional<String> problem = entry.check.problem(base, result);
            return problem.isEmpty()
                    ? scored(entry.name, result)
                    : failed(entry.name, new IllegalArgumentException(problem.get()));
        } catch (DataException | IllegalArgumentException e) {
            return failed(entry.name, e);
        }
    }

    private static Scored failed(String name, RuntimeException failure) {
        return new Scored(name, List.of(), new double[0], TiesStrategy.MIN, List.of(), failure);
    }

    private Scored scored(String name, IndexResult result) {
        double[] scores = node == null ? result.scores() : result.scores(node);
        List<Region> regions = result.regions();
        List<UnscoredRegion> unscored = new ArrayList<>();
        if (Arrays.stream(scores).anyMatch(Double::isNaN)) {
            Map<String, String> reasons = result.diagnostics().stream()
                    .filter(about ->
                            about.kind() == Diagnostic.Kind.SCREENED_OUT || about.kind() == Diagnostic.Kind.UNRANKED)
                    .collect(Collectors.toMap(Diagnostic::subject, Diagnostic::message, (one, two) -> one));
            String otherwise =
                    "has no score in '" + (node == null ? result.definition().code() : node) + "'";
            for (int i = 0; i < scores.length; i++) {
                if (Double.isNaN(scores[i])) {
                    String code = regions.get(i).code();
                    unscored.add(new UnscoredRegion(
                            regions.get(i), reasons.getOrDefault(code, "region '" + code + "' " + otherwise)));
                }
            }
        }
        return new Scored(name, regions, scores, result.definition().method().ties(), unscored, null);
    }

    private static DataException failure(List<Scored> failed) {
        DataException failure = new DataException(
                "scenarios",
                failed.stream()
                        .map(scored -> "scenario '" + scored.name + "': " + message(scored))
                        .toList());
        failed.forEach(scored -> {
            if (scored.failure != null) {
                failure.addSuppressed(scored.failure);
            }
        });
        return failure;
    }

    private static String message(Scored scored) {
        return scored.failure == null || scored.failure.getMessage() == null
                ? String.valueOf(scored.failure)
                : scored.failure.getMessage();
    }

    /** Level and code: what a region is identified by, even if another dataset says more about it. */
    private record Identity(String level, String code) {
        Identity(Region region) {
            this(region.level(), region.code());
        }
    }

    private ScenarioTable table(List<Scored> all) {
        List<Region> regions = new ArrayList<>(all.get(0).regions);
        Map<Identity, Integer> rows = new HashMap<>();
        for (Region region : regions) {
            rows.put(new Identity(region), rows.size());
        }
        for (Scored scored : all.subList(1, all.size())) {
            for (Region region : scored.regions) {
                if (rows.putIfAbsent(new Identity(region), rows.size()) == null) {
                    regions.add(region);
                }
            }
        }
        double[] before = new double[0];
        List<Outcome> outcomes = new ArrayList<>();
        for (Scored scored : all) {
            if (scored.failure != null) {
                outcomes.add(Outcome.failed(scored.name, regions.size(), message(scored)));
                continue;
            }
            double[] scores = new double[regions.size()];
            boolean[] known = new boolean[regions.size()];
            Arrays.fill(scores, Double.NaN);
            for (int i = 0; i < scored.scores.length; i++) {
                int row = rows.getOrDefault(new Identity(scored.regions.get(i)), -1);
                scores[row] = scored.scores[i];
                known[row] = true;
            }
            List<UnscoredRegion> unscored = new ArrayList<>(scored.unscored);
            for (int row = 0; row < known.length; row++) {
                if (!known[row]) {
                    Region region = regions.get(row);
                    unscored.add(new UnscoredRegion(region, "region '" + region.code() + "' is not in the data"));
                }
            }
            before = outcomes.isEmpty() ? scores : before;
            outcomes.add(Outcome.of(
                    scored.name, before, all.get(0).ties, scores, scored.ties, basis, List.copyOf(unscored)));
        }
        return new ScenarioTable(
                nominal.name(), node == null ? nominal.code() : node, basis, List.copyOf(regions), outcomes);
    }

    @Override
    public String toString() {
        return "Scenarios of " + nominal.code() + ": "
                + (entries.isEmpty() ? "none yet" : String.join(", ", names().subList(0, Math.min(10, entries.size()))))
                + (entries.size() > 10 ? " and " + (entries.size() - 10) + " more" : "");
    }
}
