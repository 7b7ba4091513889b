package org.ldci.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ldci.aggregate.ScoreTable;
import org.ldci.aggregate.TableAggregator;
import org.ldci.data.CellStatus;
import org.ldci.data.DataException;
import org.ldci.data.Dataset;
import org.ldci.data.MetricColumn;
import org.ldci.data.MetricTable;
import org.ldci.definition.Methodology;
import org.ldci.definition.MissingDataPolicy;
import org.ldci.internal.numeric.Scan;
import org.ldci.internal.text.Suggestion;
import org.ldci.model.Denominator;
import org.ldci.model.Direction;
import org.ldci.model.Metric;
import org.ldci.model.MetricBuilder;
import org.ldci.model.Region;
import org.ldci.normalise.FittedNormaliser;
import org.ldci.prepare.Denomination;
import org.ldci.prepare.FittedImputation;
import org.ldci.prepare.FittedTreatment;
import org.ldci.prepare.ImputeNothing;
import org.ldci.prepare.NoDenomination;
import org.ldci.prepare.NoImputation;
import org.ldci.prepare.NoScreening;
import org.ldci.prepare.RegionCoverage;
import org.ldci.prepare.Untreated;
import org.ldci.weight.GivenWeights;
import org.ldci.weight.WeightingGroup;
import org.ldci.weight.WeightingScheme;

/**
 * The construction of an index from one dataset: denominate, screen, impute, treat, normalise, weigh, aggregate. Every
 * step either learns or, given a fit, uses what was learnt. A stage that changes nothing shares the array of the one
 * before.
 */
final class Construction {
    private static final int MOST_PROBLEMS = 200;

    final Plan plan;
    final Dataset data;
    final int regions;
    final boolean learning;
    final Fit fit;

    /** By metric: its column in the data, or -1. */
    final int[] columns;
    /** The stages, column by column of the plan's metrics. */
    final double[] raw;

    final double[] denominated;
    final double[] imputed;
    final double[] treated;
    final double[] normalised;
    /** The scores of the components, column by column; the index comes first. */
    final double[] scores;
    /** By region: why it was screened out; null where it was not, or if none was. */
    final @Nullable List<String> @Nullable [] excluded;
    /** By node and region, whether nothing can exist there; null if that is nowhere so. */
    private final boolean @Nullable [] notApplicable;

    private final List<String> problems = new ArrayList<>(0);

    private Construction(Plan plan, Dataset data, @Nullable Fit given) {
        this.plan = plan;
        this.data = data;
        this.regions = data.regions().size();
        this.learning = given == null;
        if (regions == 0) {
            throw new DataException("the data have no region to score");
        }
        columns = locate();
        raw = gather();
        boolean[] measured = given == null ? measured() : given.measured;
        refuse();
        notApplicable = notApplicable();
        denominated = denominate(measured);
        refuse();
        excluded = screen(measured);
        int[] kept = kept();
        if (given == null) {
            forgetUnmeasured(measured, kept);
            refuse();
        }
        FittedImputation imputation = given == null ? fitImputation(kept) : given.imputation;
        imputed = impute(imputation, measured);
        refuse();
        int m = plan.metrics.size();
        @Nullable FittedTreatment[] treatments = given == null ? new FittedTreatment[m] : given.treatments;
        @Nullable FittedNormaliser[] normalisers = given == null ? new FittedNormaliser[m] : given.normalisers;
        treated = treat(measured, treatments, kept);
        refuse();
        normalised = normalise(measured, treatments, normalisers, kept);
        refuse();
        scores = new double[plan.components.size() * regions];
        double[][] weights = given == null ? new double[plan.components.size()][] : given.weights;
        boolean[] nodeMeasured = given == null ? Fit.measuredNodes(plan, measured) : given.nodeMeasured;
        aggregate(nodeMeasured, weights, kept);
        refuse();
        fit = given == null
                ? new Fit(plan, measured, imputation, treatments, normalisers, weights, data::sha256)
                : given;
    }

    static Construction learn(Plan plan, Dataset data) {
        return new Construction(plan, data, null);
    }

    static Construction apply(Plan plan, Dataset data, Fit fit) {
        return new Construction(plan, data, fit);
    }

    /** Throws what has been found so far, if anything. */
    private void refuse() {
        if (!problems.isEmpty()) {
            throw new DataException("", problems);
        }
    }

    private void problem(String message) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(message);
        }
    }

    // ---- the data

    private int[] locate() {
        int[] found = new int[plan.metrics.size()];
        boolean tolerant = method().missing().absentMetrics() == MissingDataPolicy.AbsentMetrics.NOT_MEASURED;
        for (int j = 0; j < found.length; j++) {
            String code = plan.metrics.get(j).code();
            found[j] = data.findMetric(code).orElse(-1);
            if (found[j] < 0 && !tolerant) {
                problem("metric '" + code + "': the data have no such column" + Suggestion.nearest(code, data.metrics())
                        + "; add it, or let absent metrics count as not measured");
            }
        }
        return found;
    }

    private double[] gather() {
        double[] values = new double[columns.length * regions];
        for (int j = 0; j < columns.length; j++) {
            if (columns[j] >= 0) {
                data.column(columns[j]).copyTo(values, j * regions);
            } else {
                Arrays.fill(values, j * regions, (j + 1) * regions, Double.NaN);
            }
        }
        return values;
    }

    private boolean[] measured() {
        boolean[] measured = new boolean[columns.length];
        boolean tolerant = method().missing().absentMetrics() == MissingDataPolicy.AbsentMetrics.NOT_MEASURED;
        boolean any = false;
        for (int j = 0; j < columns.length; j++) {
            for (int i = j * regions; i < (j + 1) * regions && !measured[j]; i++) {
                measured[j] = !Double.isNaN(raw[i]);
            }
            if (columns[j] >= 0 && !measured[j] && !tolerant) {
                problem("metric '" + plan.metrics.get(j).code() + "': has no value in any of " + regions
                        + " regions; drop it, or let absent metrics count as not measured");
            }
            any |= measured[j];
        }
        if (!any && problems.isEmpty()) {
            problem("the data have no value for any metric of index '" + plan.definition.code() + "'");
        }
        return measured;
    }

    /** Metrics that only regions without a denominator, or screened out, have values of are not measured after all. */
    private void forgetUnmeasured(boolean[] measured, int @Nullable [] kept) {
        if (kept == null && !divides()) {
            return;
        }
        boolean tolerant = method().missing().absentMetrics() == MissingDataPolicy.AbsentMetrics.NOT_MEASURED;
        for (int j = 0; j < measured.length; j++) {
            boolean any = false;
            for (int i = 0; i < regions; i++) {
                any |= !isExcluded(i) && !Double.isNaN(denominated[j * regions + i]);
            }
            if (measured[j] && !any && !tolerant) {
                problem("metric '" + plan.metrics.get(j).code() + "': has no value left after "
                        + (kept == null ? "denomination" : "screening")
                        + "; drop it, or let absent metrics count as not measured");
            }
            measured[j] &= any;
        }
        boolean none = true;
        for (boolean each : measured) {
            none &= !each;
        }
        if (none && problems.isEmpty()) {
            problem("no metric of index '" + plan.definition.code() + "' has a value left after "
                    + (kept == null ? "denomination" : "screening"));
        }
    }

    private boolean @Nullable [] notApplicable() {
        boolean[] found = null;
        int k = plan.components.size();
        for (int j = 0; j < columns.length; j++) {
            if (columns[j] < 0 || Scan.isFinite(raw, j * regions, (j + 1) * regions)) {
                continue;
            }
            for (int i = 0; i < regions; i++) {
                if (Double.isNaN(raw[j * regions + i]) && data.status(i, columns[j]) == CellStatus.NOT_APPLICABLE) {
                    if (found == null) {
                        found = new boolean[plan.size() * regions];
                    }
                    found[(k + j) * regions + i] = true;
                }
            }
        }
        return found;
    }

    private boolean isNotApplicable(int node, int region) {
        return notApplicable != null && notApplicable[node * regions + region];
    }

    // ---- denominate

    /** Whether any metric is divided by something. */
    boolean divides() {
        return plan.hasDenominators && !(method().denominate() instanceof NoDenomination);
    }

    private double[] denominate(boolean[] measured) {
        if (!divides()) {
            return raw;
        }
        Denomination denomination = method().denominate();
        double[] result = raw.clone();
        for (int j = 0; j < columns.length; j++) {
            Metric metric = plan.metrics.get(j);
            if (metric.denominator().isPresent() && columns[j] >= 0 && measured[j]) {
                divide(denomination, metric, metric.denominator().get(), result, j * regions);
            }
        }
        return result;
    }

    private void divide(Denomination denomination, Metric metric, Denominator by, double[] values, int from) {
        int column = data.findMetric(by.code()).orElse(-1);
        boolean population = column < 0 && by.code().equals(Denominator.POPULATION);
        if (column < 0 && !population) {
            problem("metric '" + metric.code() + "': the data have no column for its denominator '" + by.code() + "'"
                    + Suggestion.nearest(by.code(), data.metrics()));
            return;
        }
        for (int i = 0; i < regions; i++) {
            Region region = data.regions().get(i);
            double denominator = population ? region.population().orElse(Double.NaN) : data.value(i, column);
            double value = values[from + i];
            if (Double.isNaN(value) || Double.isNaN(denominator)) {
                // no denominator, no rate: the cell is missing from here on, and the result says so
                values[from + i] = Double.NaN;
            } else if (denominator == 0) {
                problem("metric '" + metric.code() + "', region '" + region.code() + "': its denominator '" + by.code()
                        + "' is 0");
            } else {
                double result = denomination.apply(value, denominator, by.per());
                if (!Double.isFinite(result)) {
                    problem("metric '" + metric.code() + "', region '" + region.code() + "': divided by '" + by.code()
                            + "' it is " + result + ", which is not finite");
                }
                values[from + i] = result;
            }
        }
    }

    // ---- screen

    private @Nullable List<String> @Nullable [] screen(boolean[] measured) {
        if (method().screen() instanceof NoScreening) {
            return null;
        }
        @SuppressWarnings({"unchecked", "rawtypes"}) // arrays of generics cannot be made otherwise
        @Nullable
        List<String>[] reasons = new List[regions];
        boolean any = false;
        for (int i = 0; i < regions; i++) {
            List<String> found = method().screen().reasonsToExclude(coverage(i, measured));
            if (!found.isEmpty()) {
                reasons[i] = List.copyOf(found);
                any = true;
            }
        }
        if (any && learning && Arrays.stream(reasons).allMatch(reason -> reason != null)) {
            throw new DataException("all " + regions + " regions are screened out; the first: region '"
                    + data.regions().get(0).code() + "' " + reasons[0]);
        }
        return any ? reasons : null;
    }

    RegionCoverage coverage(int region, boolean[] measured) {
        List<RegionCoverage.Count> components = new ArrayList<>();
        int[] top = plan.children.get(0);
        for (int node : top) {
            if (!plan.isMetric(node)) {
                RegionCoverage.Count count = count(node, region, measured);
                if (count.applicable() > 0) {
                    components.add(count);
                }
            }
        }
        return new RegionCoverage(data.regions().get(region), count(0, region, measured), components);
    }

    /** Counts the cells of one region below a node, over metrics that are measured at all. */
    RegionCoverage.Count count(int node, int region, boolean[] measured) {
        int[] counts = new int[3];
        count(node, region, measured, counts);
        return new RegionCoverage.Count(plan.code(node), counts[0], counts[1], counts[2]);
    }

    private void count(int node, int region, boolean[] measured, int[] counts) {
        if (plan.isMetric(node)) {
            int j = plan.metricOf(node);
            if (measured[j] && !isNotApplicable(node, region)) {
                double value = denominated[j * regions + region];
                counts[0]++;
                counts[1] += Double.isNaN(value) ? 0 : 1;
                counts[2] += value == 0 ? 1 : 0;
            }
            return;
        }
        for (int child : plan.children.get(node)) {
            count(child, region, measured, counts);
        }
    }

    boolean isExcluded(int region) {
        return excluded != null && excluded[region] != null;
    }

    /** The regions that passed screening; null if all did. */
    private int @Nullable [] kept() {
        return excluded == null
                ? null
                : IntStream.range(0, regions).filter(i -> !isExcluded(i)).toArray();
    }

    private List<Region> keptRegions(int @Nullable [] kept) {
        return kept == null
                ? data.regions()
                : Arrays.stream(kept).mapToObj(data.regions()::get).toList();
    }

    /** One column of a stage over the regions that passed screening. */
    private MetricColumn column(String code, double[] stage, int from, int @Nullable [] kept) {
        if (kept == null) {
            return MetricColumn.view(code, data.regions(), stage, from);
        }
        double[] values = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            values[i] = stage[from + kept[i]];
        }
        return MetricColumn.view(code, keptRegions(kept), values, 0);
    }

    // ---- impute

    private FittedImputation fitImputation(int @Nullable [] kept) {
        if (method().impute() instanceof NoImputation) {
            return new ImputeNothing();
        }
        List<MetricColumn> table = new ArrayList<>();
        List<String> components = new ArrayList<>();
        List<Direction> directions = new ArrayList<>();
        for (int j = 0; j < columns.length; j++) {
            directions.add(plan.metrics.get(j).direction());
            table.add(column(plan.metrics.get(j).code(), denominated, j * regions, kept));
            components.add(plan.code(plan.parents[plan.components.size() + j]));
        }
        return method().impute().fit(new MetricTable(keptRegions(kept), table, components, directions));
    }

    private double[] impute(FittedImputation imputation, boolean[] measured) {
        if (imputation instanceof ImputeNothing) {
            return denominated;
        }
        double[] result = null;
        for (int i = 0; i < regions; i++) {
            double[] row = null;
            for (int j = 0; j < columns.length; j++) {
                if (!measured[j]
                        || isExcluded(i)
                        || !Double.isNaN(denominated[j * regions + i])
                        || isNotApplicable(plan.components.size() + j, i)) {
                    continue;
                }
                row = row == null ? row(denominated, i) : row;
                double value = imputation.impute(data.regions().get(i), j, row);
                if (Double.isInfinite(value)) {
                    problem("metric '" + plan.metrics.get(j).code() + "', region '"
                            + data.regions().get(i).code() + "': the imputation gave " + value
                            + ", which is not finite");
                }
                if (!Double.isNaN(value)) {
                    result = result == null ? denominated.clone() : result;
                    result[j * regions + i] = value;
                }
            }
        }
        return result == null ? denominated : result;
    }

    private double[] row(double[] stage, int region) {
        double[] row = new double[columns.length];
        for (int j = 0; j < row.length; j++) {
            row[j] = stage[j * regions + region];
        }
        return row;
    }

    // ---- treat

    private double[] treat(boolean[] measured, @Nullable FittedTreatment[] treatments, int @Nullable [] kept) {
        double[] result = null;
        for (int j = 0; j < columns.length; j++) {
            if (!measured[j]) {
                continue;
            }
            FittedTreatment treatment = treatments[j];
            if (treatment == null) {
                Metric metric = plan.metrics.get(j);
                treatment = plan.treatments[j].fit(metric, column(metric.code(), imputed, j * regions, kept));
                treatments[j] = treatment;
            }
            if (treatment instanceof Untreated) {
                continue;
            }
            result = result == null ? imputed.clone() : result;
            for (int i = j * regions; i < (j + 1) * regions; i++) {
                if (!Double.isNaN(imputed[i])) {
                    result[i] = treatment.apply(imputed[i]);
                    if (!Double.isFinite(result[i]) && !isExcluded(i - j * regions)) {
                        problem("metric '" + plan.metrics.get(j).code() + "', region '"
                                + data.regions().get(i - j * regions).code() + "': the treatment turned " + imputed[i]
                                + " into " + result[i]);
                    }
                }
            }
        }
        return result == null ? imputed : result;
    }

    // ---- normalise

    private double[] normalise(
            boolean[] measured,
            @Nullable FittedTreatment[] treatments,
            @Nullable FittedNormaliser[] normalisers,
            int @Nullable [] kept) {
        double[] result = new double[columns.length * regions];
        for (int j = 0; j < columns.length; j++) {
            int from = j * regions;
            if (!measured[j]) {
                Arrays.fill(result, from, from + regions, Double.NaN);
                continue;
            }
            double[] oriented = treated;
            int at = from;
            if (plan.signs[j] < 0) {
                oriented = new double[regions];
                at = 0;
                for (int i = 0; i < regions; i++) {
                    oriented[i] = 0.0 - treated[from + i]; // not a change of sign, which would make a second zero
                }
            }
            String code = plan.metrics.get(j).code();
            MetricColumn all = column(code, oriented, at, null);
            FittedNormaliser normaliser = normalisers[j];
            if (normaliser == null) {
                try {
                    Metric metric = scaled(plan.metrics.get(j), treatments[j]);
                    MetricColumn learnt = kept == null ? all : column(code, oriented, at, kept);
                    normaliser = plan.normalisers[j].fit(metric, learnt);
                    normalisers[j] = normaliser;
                } catch (DataException e) {
                    e.problems().forEach(this::problem);
                    continue;
                } catch (IllegalArgumentException e) {
                    // values so near or so far from one another that the scale has no finite parameters
                    problem("metric '" + code + "': " + e.getMessage());
                    continue;
                }
            }
            normaliser.applyAll(all, result, from);
            check(j, result);
        }
        if (excluded != null) {
            for (int i = 0; i < regions; i++) {
                for (int j = 0; j < columns.length && isExcluded(i); j++) {
                    result[j * regions + i] = Double.NaN;
                }
            }
        }
        return result;
    }

    /** Goalposts and target are in the metric's unit; where values were transformed, they follow. */
    private static Metric scaled(Metric metric, @Nullable FittedTreatment treatment) {
        if (treatment == null || !treatment.changesUnit()) {
            return metric;
        }
        MetricBuilder builder = metric.toBuilder();
        metric.goalposts().ifPresent(g -> builder.goalposts(treatment.apply(g.lower()), treatment.apply(g.upper())));
        metric.target().ifPresent(target -> builder.target(treatment.apply(target)));
        return builder.build();
    }

    private void check(int metric, double[] result) {
        if (Scan.isFinite(result, metric * regions, (metric + 1) * regions)) {
            return;
        }
        for (int i = metric * regions; i < (metric + 1) * regions; i++) {
            if (!Double.isFinite(result[i])
                    && !(Double.isNaN(result[i]) && Double.isNaN(treated[i]))
                    && !isExcluded(i - metric * regions)) {
                problem("metric '" + plan.metrics.get(metric).code() + "', region '"
                        + data.regions().get(i - metric * regions).code() + "': the normaliser turned " + treated[i]
                        + " into " + result[i]);
            }
        }
    }

    // ---- weigh and aggregate

    private void aggregate(boolean[] nodeMeasured, double[][] weights, int @Nullable [] kept) {
        Combination combination = new Combination(plan, method().missing());
        for (int c = plan.components.size() - 1; c >= 0; c--) {
            int from = c * regions;
            if (!nodeMeasured[c]) {
                Arrays.fill(scores, from, from + regions, Double.NaN);
                weights[c] = new double[plan.children.get(c).length];
                continue;
            }
            int[] present = measuredChildren(c, nodeMeasured);
            if (learning) {
                weights[c] = weigh(c, present, nodeMeasured, kept);
            }
            double[] own = weightsOf(c, present, weights[c]);
            markNotApplicable(c, present);
            if (Arrays.stream(own).sum() == 0) {
                Arrays.fill(scores, from, from + regions, Double.NaN); // reported where it was learnt
                continue;
            }
            if (plan.aggregators.get(c) instanceof TableAggregator table) {
                aggregateTable(table, combination, c, present, own, kept);
            } else {
                aggregateRegions(combination, c, present, own);
            }
        }
    }

    private int[] measuredChildren(int component, boolean[] nodeMeasured) {
        int[] children = plan.children.get(component);
        int[] found = new int[children.length];
        int n = 0;
        for (int child : children) {
            if (nodeMeasured[child]) {
                found[n++] = child;
            }
        }
        return n == children.length ? found : Arrays.copyOf(found, n);
    }

    /** Weights of the measured children only. */
    private double[] weightsOf(int component, int[] present, double[] all) {
        double[] own = new double[present.length];
        int[] children = plan.children.get(component);
        for (int i = 0, p = 0; p < present.length; i++) {
            if (children[i] == present[p]) {
                own[p++] = all[i];
            }
        }
        return own;
    }

    private double[] weigh(int component, int[] present, boolean[] nodeMeasured, int @Nullable [] kept) {
        int[] children = plan.children.get(component);
        double[] all = new double[children.length];
        WeightingScheme scheme = plan.weighers.get(component);
        if (scheme instanceof GivenWeights) {
            for (int i = 0; i < children.length; i++) {
                all[i] = nodeMeasured[children[i]] ? plan.node(children[i]).weight() : 0;
            }
        } else {
            List<MetricColumn> columnsOf = Arrays.stream(present)
                    .mapToObj(child -> column(plan.code(child), stageOf(child), fromOf(child), kept))
                    .toList();
            double[] found = weigh(
                    scheme,
                    new WeightingGroup(
                            plan.code(component),
                            Arrays.stream(present).mapToObj(plan::code).toList(),
                            Arrays.stream(present)
                                    .mapToObj(child -> plan.node(child).weight())
                                    .toList(),
                            Arrays.stream(present)
                                    .mapToObj(child -> leaves(child, nodeMeasured))
                                    .toList(),
                            columnsOf));
            if (found.length != present.length) {
                throw new DataException("component '" + plan.code(component) + "': the weighting scheme gave "
                        + found.length + " weights for " + present.length + " children");
            }
            for (int i = 0, p = 0; p < present.length; i++) {
                if (children[i] == present[p]) {
                    all[i] = found[p++];
                }
            }
        }
        double sum = 0;
        for (double weight : all) {
            if (!(weight >= 0 && Double.isFinite(weight))) {
                throw new DataException("component '" + plan.code(component)
                        + "': weights must be finite and at least 0 but are " + Arrays.toString(all));
            }
            sum += weight;
        }
        if (sum == 0) {
            problem("component '" + plan.code(component) + "': the weights of its measured children are all 0 ("
                    + String.join(
                            ", ", Arrays.stream(present).mapToObj(plan::code).toList()) + ")");
        }
        return all;
    }

    /** Equal weights where the data do not support the scheme, so that every component gets to say what is wrong. */
    private double[] weigh(WeightingScheme scheme, WeightingGroup group) {
        try {
            return scheme.weigh(group);
        } catch (DataException e) {
            e.problems().forEach(this::problem);
            double[] equal = new double[group.children().size()];
            Arrays.fill(equal, 1);
            return equal;
        }
    }

    private int leaves(int node, boolean[] nodeMeasured) {
        if (plan.isMetric(node)) {
            return nodeMeasured[node] ? 1 : 0;
        }
        return Arrays.stream(plan.children.get(node))
                .map(child -> leaves(child, nodeMeasured))
                .sum();
    }

    /** The array that holds the scores of a node. */
    double[] stageOf(int node) {
        return plan.isMetric(node) ? normalised : scores;
    }

    /** Where the scores of a node start in its array. */
    int fromOf(int node) {
        return (plan.isMetric(node) ? plan.metricOf(node) : node) * regions;
    }

    /** A component is not applicable to a region if none of its children is. */
    private void markNotApplicable(int component, int[] present) {
        if (notApplicable == null) {
            return;
        }
        for (int i = 0; i < regions; i++) {
            int region = i;
            notApplicable[component * regions + i] =
                    Arrays.stream(present).allMatch(child -> isNotApplicable(child, region));
        }
    }

    private void aggregateRegions(Combination combination, int component, int[] present, double[] weights) {
        Combination.Columns children = new Combination.Columns(present.length, regions);
        for (int p = 0; p < present.length; p++) {
            children.arrays[p] = stageOf(present[p]);
            children.from[p] = fromOf(present[p]);
        }
        int @Nullable [] needed = needed(present);
        combination.aggregate(component, children, weights, needed, scores, component * regions);
        for (Combination.Fault fault : combination.faults()) {
            String region = data.regions().get(fault.region()).code();
            if (fault.child() < 0) {
                problem("component '" + plan.code(component) + "', region '" + region + "': " + fault.message());
            } else {
                problem("component '" + plan.code(component) + "', region '" + region + "': the "
                        + plan.aggregators.get(component) + " needs scores " + fault.message() + " but that of '"
                        + plan.code(present[fault.child()]) + "' is "
                        + children.arrays[fault.child()][children.from[fault.child()] + fault.region()]);
            }
        }
    }

    /** By region, how many of the children are applicable; null if all are. */
    private int @Nullable [] needed(int[] present) {
        if (notApplicable == null) {
            return null;
        }
        int[] needed = new int[regions];
        for (int i = 0; i < regions; i++) {
            for (int child : present) {
                needed[i] += isNotApplicable(child, i) ? 0 : 1;
            }
        }
        return needed;
    }

    private void aggregateTable(
            TableAggregator aggregator,
            Combination combination,
            int component,
            int[] present,
            double[] weights,
            int @Nullable [] kept) {
        double sum = Arrays.stream(weights).sum();
        double[][] columnsOf = covered(combination, present);
        List<MetricColumn> children = new ArrayList<>(present.length);
        for (int p = 0; p < present.length; p++) {
            children.add(
                    columnsOf.length == 0
                            ? column(plan.code(present[p]), stageOf(present[p]), fromOf(present[p]), kept)
                            : column(plan.code(present[p]), columnsOf[p], 0, kept));
        }
        double[] found = aggregator.aggregate(new ScoreTable(
                keptRegions(kept),
                children,
                Arrays.stream(weights).mapToObj(weight -> weight / sum).toList()));
        int count = kept == null ? regions : kept.length;
        if (found.length != count) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "component '%s': the aggregator gave %d scores for %d regions",
                    plan.code(component),
                    found.length,
                    count));
        }
        Arrays.fill(scores, component * regions, (component + 1) * regions, Double.NaN);
        for (int i = 0; i < count; i++) {
            int region = kept == null ? i : kept[i];
            if (Double.isInfinite(found[i])) {
                problem("component '" + plan.code(component) + "', region '"
                        + data.regions().get(region).code() + "': the aggregator gave " + found[i]);
            }
            scores[component * regions + region] = found[i];
        }
    }

    /**
     * The columns of the children without the scores of regions that the policy leaves without one, so that these do not take
     * part in the comparison; empty if there is no such region.
     */
    private double[][] covered(Combination combination, int[] present) {
        int @Nullable [] needed = needed(present);
        double[][] masked = new double[0][];
        for (int i = 0; i < regions; i++) {
            int count = 0;
            for (int child : present) {
                count += Double.isNaN(stageOf(child)[fromOf(child) + i]) ? 0 : 1;
            }
            if (count > 0 && !combination.enough(count, needed == null ? present.length : needed[i])) {
                if (masked.length == 0) {
                    masked = Arrays.stream(present)
                            .mapToObj(
                                    child -> Arrays.copyOfRange(stageOf(child), fromOf(child), fromOf(child) + regions))
                            .toArray(double[][]::new);
                }
                for (double[] column : masked) {
                    column[i] = Double.NaN;
                }
            }
        }
        return masked;
    }

    private Methodology method() {
        return plan.definition.method();
    }
}
