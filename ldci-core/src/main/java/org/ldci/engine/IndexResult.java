package org.ldci.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.ldci.aggregate.Aggregator;
import org.ldci.aggregate.PowerMean;
import org.ldci.data.CellStatus;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.internal.text.Console;
import org.ldci.internal.text.TextTable;
import org.ldci.model.Component;
import org.ldci.model.Geography;
import org.ldci.model.IndexNode;
import org.ldci.model.Region;
import org.ldci.rank.Ranking;
import org.ldci.rank.TiesStrategy;
import org.ldci.weight.Weights;

/**
 * The scores of all regions, with everything needed to explain them: every stage of every metric, scores and ranks of
 * every component and metric, weights, coverage, diagnostics and provenance.
 *
 * <p>Regions stand in the order of the data; look-ups are by code or alias. A score of NaN means that a region has none,
 * and the diagnostics say why. Numbers keep full precision; only tables round. Ranks, diagnostics and digests are computed
 * when first asked for. Immutable and thread-safe.
 */
public final class IndexResult {
    private final Construction construction;
    private final Plan plan;
    private final Geography geography;
    /** By node, its ranks once asked for. */
    private final AtomicReferenceArray<double @Nullable []> ranks;

    IndexResult(Construction construction) {
        this.construction = construction;
        this.plan = construction.plan;
        this.geography = construction.data.geography();
        this.ranks = new AtomicReferenceArray<>(plan.size());
    }

    /**
     * The definition.
     *
     * @return the definition
     */
    public IndexDefinition definition() {
        return plan.definition;
    }

    /**
     * The data that were scored.
     *
     * @return the dataset
     */
    public Dataset dataset() {
        return construction.data;
    }

    /**
     * The regions, in the order of the data.
     *
     * @return an unmodifiable list
     */
    public List<Region> regions() {
        return geography.regions();
    }

    /**
     * The codes of all components and metrics, depth first, the index first.
     *
     * @return the codes in the order of the tree
     */
    public List<String> nodes() {
        List<String> codes = new ArrayList<>();
        collect(plan.definition.index(), codes);
        return codes;
    }

    private static void collect(Component component, List<String> codes) {
        codes.add(component.code());
        for (IndexNode child : component.children()) {
            if (child instanceof Component inner) {
                collect(inner, codes);
            } else {
                codes.add(child.code());
            }
        }
    }

    /**
     * Whether a component or metric takes part in the index.
     *
     * @param node its code
     * @return false if it is declared and not measured
     * @throws IllegalArgumentException if there is no such node
     */
    public boolean isMeasured(String node) {
        return construction.fit.nodeMeasured[plan.find(node)];
    }

    /**
     * The score of a region.
     *
     * @param region its code or alias
     * @return the score of the index; NaN if it has none
     * @throws IllegalArgumentException if there is no such region
     */
    public double score(String region) {
        return construction.scores[geography.position(region)];
    }

    /**
     * The score of a region in one component or metric.
     *
     * @param node the code of the component or metric
     * @param region the code or alias of the region
     * @return the score; for a metric its normalised value; NaN if there is none
     * @throws IllegalArgumentException if there is no such node or region
     */
    public double score(String node, String region) {
        int number = plan.find(node);
        return construction.stageOf(number)[construction.fromOf(number) + geography.position(region)];
    }

    /**
     * The scores of all regions.
     *
     * @return a new array in the order of the regions; NaN where there is none
     */
    public double[] scores() {
        return scores(plan.definition.code());
    }

    /**
     * The scores of all regions in one component or metric.
     *
     * @param node the code of the component or metric
     * @return a new array in the order of the regions; NaN where there is none
     * @throws IllegalArgumentException if there is no such node
     */
    public double[] scores(String node) {
        return scoresOf(plan.find(node));
    }

    private double[] scoresOf(int node) {
        int from = construction.fromOf(node);
        return Arrays.copyOfRange(construction.stageOf(node), from, from + construction.regions);
    }

    /**
     * The rank of a region.
     *
     * @param region its code or alias
     * @return the rank from 1, the highest score; NaN if it is unranked
     * @throws IllegalArgumentException if there is no such region
     */
    public double rank(String region) {
        return ranksOf(0)[geography.position(region)];
    }

    /**
     * The rank of a region in one component or metric.
     *
     * @param node the code of the component or metric
     * @param region the code or alias of the region
     * @return the rank from 1, the highest score; NaN if it is unranked
     * @throws IllegalArgumentException if there is no such node or region
     */
    public double rank(String node, String region) {
        return ranksOf(plan.find(node))[geography.position(region)];
    }

    /**
     * The ranks of all regions.
     *
     * @return a new array in the order of the regions; NaN where a region is unranked
     */
    public double[] ranks() {
        return ranksOf(0).clone();
    }

    private double[] ranksOf(int node) {
        double[] known = ranks.get(node);
        if (known == null) {
            known = Ranking.ranks(scoresOf(node), ties());
            ranks.set(node, known);
        }
        return known;
    }

    private TiesStrategy ties() {
        return plan.definition.method().ties();
    }

    /**
     * The regions from the best to the worst.
     *
     * @return the ranking of the index
     */
    public Ranking ranking() {
        return ranking(plan.definition.code());
    }

    /**
     * The regions from the best to the worst in one component or metric.
     *
     * @param node the code of the component or metric
     * @return the ranking
     * @throws IllegalArgumentException if there is no such node
     */
    public Ranking ranking(String node) {
        int number = plan.find(node);
        return Ranking.of(plan.node(number).name(), geography, scoresOf(number), ties());
    }

    /**
     * One value of a metric at one stage.
     *
     * @param stage the stage
     * @param metric the code of the metric
     * @param region the code or alias of the region
     * @return the value; NaN if it is missing there
     * @throws IllegalArgumentException if there is no such metric or region
     */
    public double value(Stage stage, String metric, String region) {
        return stage(stage)[plan.findMetric(metric) * construction.regions + geography.position(region)];
    }

    /**
     * The values of a metric at one stage.
     *
     * @param stage the stage
     * @param metric the code of the metric
     * @return a new array in the order of the regions; NaN where missing
     * @throws IllegalArgumentException if there is no such metric
     */
    public double[] values(Stage stage, String metric) {
        int from = plan.findMetric(metric) * construction.regions;
        return Arrays.copyOfRange(stage(stage), from, from + construction.regions);
    }

    private double[] stage(Stage stage) {
        return switch (stage) {
            case RAW -> construction.raw;
            case DENOMINATED -> construction.denominated;
            case IMPUTED -> construction.imputed;
            case TREATED -> construction.treated;
            case NORMALISED -> construction.normalised;
        };
    }

    /**
     * The status of one cell in this result.
     *
     * @param metric the code of the metric
     * @param region the code or alias of the region
     * @return {@link CellStatus#IMPUTED} if this index filled it, {@link CellStatus#NOT_AVAILABLE} if its
     *     denominator is missing, else the status in the data
     * @throws IllegalArgumentException if there is no such metric or region
     */
    public CellStatus status(String metric, String region) {
        int j = plan.findMetric(metric);
        int i = geography.position(region);
        if (isImputed(j, i)) {
            return CellStatus.IMPUTED;
        }
        int cell = j * construction.regions + i;
        boolean undivided = Double.isNaN(construction.denominated[cell]) && !Double.isNaN(construction.raw[cell]);
        return construction.columns[j] < 0 || undivided
                ? CellStatus.NOT_AVAILABLE
                : construction.data.status(i, construction.columns[j]);
    }

    private boolean isImputed(int metric, int region) {
        int cell = metric * construction.regions + region;
        return Double.isNaN(construction.denominated[cell]) && !Double.isNaN(construction.imputed[cell]);
    }

    /**
     * How much of a region is measured.
     *
     * @param region its code or alias
     * @return the share of the applicable metrics that have a value before imputation, from 0 to 1
     * @throws IllegalArgumentException if there is no such region
     */
    public double coverage(String region) {
        return coverage(plan.definition.code(), region);
    }

    /**
     * How much of every region is measured.
     *
     * @return a new array in the order of the regions: the shares of {@link #coverage(String)}
     */
    public double[] coverages() {
        double[] shares = new double[construction.regions];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = construction.count(0, i).share();
        }
        return shares;
    }

    /**
     * How much of a region is measured in one component.
     *
     * @param node the code of the component or metric
     * @param region the code or alias of the region
     * @return the share of the applicable measured metrics at or below the node that have a value before imputation, from 0
     *     to 1
     * @throws IllegalArgumentException if there is no such node or region
     */
    public double coverage(String node, String region) {
        return construction.count(plan.find(node), geography.position(region)).share();
    }

    /**
     * The nominal weights as they were used for regions that have everything.
     *
     * @return local and global weights of every node
     */
    public Weights weights() {
        Map<String, Double> local = new LinkedHashMap<>();
        Map<String, Double> global = new LinkedHashMap<>();
        double[] shares = new double[plan.size()];
        shares[0] = 1;
        double[] locals = new double[plan.size()];
        locals[0] = 1;
        for (int c = 0; c < plan.components.size(); c++) {
            double sum = Arrays.stream(construction.fit.weights[c]).sum();
            int[] children = plan.children.get(c);
            for (int i = 0; i < children.length; i++) {
                locals[children[i]] = sum == 0 ? 0 : construction.fit.weights[c][i] / sum;
                shares[children[i]] = shares[c] * locals[children[i]];
            }
        }
        for (String code : nodes()) {
            local.put(code, locals[plan.find(code)]);
            global.put(code, shares[plan.find(code)]);
        }
        return Weights.of(local, global);
    }

    /**
     * The fit this result was scored with: to score other data on the same scale.
     *
     * @return the fitted index
     */
    public FittedIndex fitted() {
        return new FittedIndex(plan, construction.fit);
    }

    /**
     * What was done to the data, and what else is worth knowing.
     *
     * @return the diagnostics in a fixed order; empty if there is nothing to say
     */
    public List<Diagnostic> diagnostics() {
        return new Diagnoser(construction).diagnostics();
    }

    /**
     * Every cell that a treatment changed.
     *
     * @return the changes, metric by metric in the order of the tree; empty if nothing was treated
     */
    public List<TreatedCell> treatmentLog() {
        return new Diagnoser(construction).treatedCells();
    }

    /**
     * Where this result comes from. Digests are computed at the first call for each dataset.
     *
     * @return the provenance
     */
    public Provenance provenance() {
        return DefinitionDigest.provenance(
                plan.definition, construction.data.sha256(), construction.fit.dataSha256.get());
    }

    /**
     * Why a region has its score: contributions measured from 0 where all means are arithmetic, else from the mean of the
     * ranked regions.
     *
     * @param region its code or alias
     * @return the explanation; for a region without a score the reasons
     * @throws IllegalArgumentException if there is no such region
     * @throws org.ldci.data.DataException if an aggregator of the index does not allow contributions
     */
    public Explanation explain(String region) {
        return explain(region, Explainer.isArithmetic(plan) ? Baseline.ZERO : Baseline.MEAN);
    }

    /**
     * Why a region has its score.
     *
     * @param region its code or alias
     * @param baseline what contributions are measured from
     * @return the explanation; for a region without a score the reasons
     * @throws IllegalArgumentException if there is no such region, or contributions from zero are asked for and a mean is not
     *     arithmetic
     * @throws org.ldci.data.DataException if an aggregator of the index does not allow contributions
     */
    public Explanation explain(String region, Baseline baseline) {
        int i = geography.position(region);
        if (baseline == Baseline.ZERO && !Explainer.isArithmetic(plan)) {
            Aggregator other = plan.aggregators.stream()
                    .filter(aggregator -> !aggregator.equals(new PowerMean(1)))
                    .findFirst()
                    .orElseThrow();
            throw new IllegalArgumentException(
                    "contributions from zero need arithmetic means throughout, but the index has a " + other
                            + "; use MEAN");
        }
        List<String> reasons =
                Double.isNaN(construction.scores[i]) ? new Diagnoser(construction).reasons(i) : List.of();
        return new Explainer(construction, i, baseline)
                .explain(ranksOf(0)[i], ranking().ranked(), reasons);
    }

    /**
     * Finds regions by a part of their name, capitals and small letters alike.
     *
     * @param part the part of the name
     * @return the regions in the order of the data; empty if none has it
     */
    public List<Region> find(String part) {
        String sought = part.toLowerCase(Locale.ROOT);
        return regions().stream()
                .filter(region -> region.name().toLowerCase(Locale.ROOT).contains(sought))
                .toList();
    }

    /** A title and the first ten regions with their components, made for JShell: under 1,000 characters, ASCII rules. */
    @Override
    public String toString() {
        return table(regions().size()).brief(title(), "print() for all");
    }

    /** Prints the whole ranking with all components right below the index to the standard output. */
    public void print() {
        Console.print(text());
    }

    /**
     * The first rows of the ranking as a table.
     *
     * @param count how many rows
     * @return lines parted and ended by a line feed
     */
    public String head(int count) {
        return table(count).all();
    }

    /**
     * The whole ranking as plain text, with a title, all components right below the index, and what was not measured.
     *
     * @return lines parted and ended by a line feed
     */
    public String text() {
        StringBuilder text =
                new StringBuilder(title() + "\n" + table(regions().size()).all());
        List<String> missing = plan.definition.index().children().stream()
                .filter(child -> !isMeasured(child.code()))
                .map(IndexNode::name)
                .toList();
        if (!missing.isEmpty()) {
            text.append("not measured: ").append(String.join(", ", missing)).append('\n');
        }
        return text.toString();
    }

    private String title() {
        int ranked = ranking().ranked();
        int all = regions().size();
        return plan.definition.name() + ": "
                + (ranked == all ? all + " regions" : ranked + " of " + all + " regions ranked");
    }

    private TextTable table(int count) {
        List<Integer> shown = Arrays.stream(plan.children.get(0))
                .filter(node -> construction.fit.nodeMeasured[node])
                .boxed()
                .toList();
        List<String> head = new ArrayList<>(List.of("code", "region", "rank", "index"));
        shown.forEach(node -> head.add(TextTable.shorten(plan.code(node), 14)));
        List<Region> best = ranking().regions();
        return new TextTable(2, head, Math.min(Math.max(count, 0), best.size()), place -> {
            Region region = best.get(place);
            int i = position(region);
            List<String> row = new ArrayList<>();
            row.add(region.code());
            row.add(TextTable.shorten(region.name()));
            row.add(Ranking.rankText(ranksOf(0)[i]));
            row.add(TextTable.number(construction.scores[i], 2));
            for (int node : shown) {
                row.add(TextTable.number(construction.stageOf(node)[construction.fromOf(node) + i], 1));
            }
            return row;
        });
    }

    private int position(Region region) {
        return geography.position(region);
    }
}
