package org.ldci.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ldci.aggregate.TableAggregator;
import org.ldci.data.CellStatus;
import org.ldci.engine.Diagnostic.Kind;
import org.ldci.model.Denominator;
import org.ldci.model.Metric;
import org.ldci.model.Region;
import org.ldci.normalise.FittedNormaliser;
import org.ldci.normalise.LinearScale;
import org.ldci.normalise.LogScale;
import org.ldci.prepare.FittedTreatment;
import org.ldci.prepare.Imputation;
import org.ldci.prepare.ImputeNothing;
import org.ldci.prepare.NoScreening;
import org.ldci.prepare.RegionCoverage;
import org.ldci.prepare.Screening;
import org.ldci.prepare.Untreated;
import org.ldci.spi.Strategies;

/** Reads off a construction, when asked, what was done to the data: all stages are kept, so nothing needs logging. */
final class Diagnoser {
    private static final int NAMED_REGIONS = 10;
    private static final int LONGEST_RULE = 100;

    private final Construction construction;
    private final Plan plan;
    private final List<Region> regions;
    private final int n;

    Diagnoser(Construction construction) {
        this.construction = construction;
        this.plan = construction.plan;
        this.regions = construction.data.regions();
        this.n = construction.regions;
    }

    List<Diagnostic> diagnostics() {
        List<Diagnostic> found = new ArrayList<>();
        notMeasured(found);
        unusedColumns(found);
        nestedRegions(found);
        for (int i = 0; i < n; i++) {
            screenedOut(i, found);
        }
        for (int j = 0; j < plan.metrics.size(); j++) {
            flagged(j, found);
            undivided(j, found);
            imputed(j, found);
            treated(j, found);
            capped(j, found);
        }
        for (int i = 0; i < n; i++) {
            reweighted(i, found);
        }
        return List.copyOf(found);
    }

    List<TreatedCell> treatedCells() {
        List<TreatedCell> cells = new ArrayList<>();
        for (int j = 0; j < plan.metrics.size(); j++) {
            FittedTreatment treatment = construction.fit.treatments[j];
            for (int i = 0; i < n && treatment != null; i++) {
                double before = construction.imputed[j * n + i];
                double after = construction.treated[j * n + i];
                if (!construction.isExcluded(i) && before != after && !Double.isNaN(before)) {
                    cells.add(new TreatedCell(
                            plan.metrics.get(j).code(), regions.get(i).code(), before, after, treatment.description()));
                }
            }
        }
        return cells;
    }

    /** Why a region has no score. */
    List<String> reasons(int region) {
        if (construction.isExcluded(region)) {
            return List.of("screened out: " + String.join("; ", construction.excludedReasons(region)));
        }
        RegionCoverage.Count all = construction.count(0, region);
        if (all.present() == 0) {
            return List.of("no metric has a value");
        }
        for (int c = plan.components.size() - 1; c >= 0; c--) {
            int present = presentChildren(c, region);
            if (plan.aggregators.get(c) instanceof TableAggregator
                    && Double.isNaN(construction.scores[c * n + region])
                    && present > 0) {
                return List.of("the aggregator of '" + plan.code(c) + "' gave it none, with " + present + " of "
                        + measuredChildren(c) + " scores present");
            }
        }
        List<String> lacking = lacking(region);
        return List.of("too little is present by the missing-data policy: " + all.present() + " of " + all.applicable()
                + " metrics" + (lacking.isEmpty() ? "" : ", nothing or too little in " + String.join(", ", lacking)));
    }

    private List<String> lacking(int region) {
        return IntStream.range(1, plan.components.size())
                .filter(c -> construction.fit.nodeMeasured[c] && Double.isNaN(construction.scores[c * n + region]))
                .mapToObj(plan::code)
                .toList();
    }

    private void notMeasured(List<Diagnostic> found) {
        for (int c = 1; c < plan.components.size(); c++) {
            if (!construction.fit.nodeMeasured[c]) {
                found.add(new Diagnostic(
                        Kind.NOT_MEASURED,
                        plan.code(c),
                        "component '" + plan.code(c) + "' is declared and not measured; the index goes on without it"));
            }
        }
        for (int j = 0; j < plan.metrics.size(); j++) {
            if (!construction.fit.measured[j]) {
                String code = plan.metrics.get(j).code();
                found.add(new Diagnostic(
                        Kind.NOT_MEASURED,
                        code,
                        "metric '" + code + "' has no value in the data; the index goes on without it"));
            }
        }
    }

    private void unusedColumns(List<Diagnostic> found) {
        Set<String> used = new HashSet<>();
        for (Metric metric : plan.metrics) {
            used.add(metric.code());
            metric.denominator().map(Denominator::code).ifPresent(used::add);
        }
        for (String column : construction.data.metrics()) {
            if (!used.contains(column)) {
                found.add(new Diagnostic(
                        Kind.UNUSED_COLUMN, column, "column '" + column + "' of the data is not in the definition"));
            }
        }
    }

    private void nestedRegions(List<Diagnostic> found) {
        for (Region region : regions) {
            if (region.parent().isEmpty()) {
                continue;
            }
            construction
                    .data
                    .geography()
                    .parent(region)
                    .ifPresent(parent -> found.add(new Diagnostic(
                            Kind.NESTED_REGIONS,
                            region.code(),
                            "region '" + region.code() + "' lies inside region '" + parent.code()
                                    + "', and both are ranked; score one level at a time")));
        }
    }

    private void screenedOut(int i, List<Diagnostic> found) {
        if (construction.isExcluded(i)) {
            found.add(new Diagnostic(
                    Kind.SCREENED_OUT,
                    regions.get(i).code(),
                    "region '" + regions.get(i).code() + "' " + String.join("; ", construction.excludedReasons(i))));
            return;
        }
        Screening screening = plan.definition.method().screen();
        if (screening instanceof NoScreening) {
            return;
        }
        List<String> remarks = screening.remarksOnKept(construction.coverage(i));
        if (!remarks.isEmpty()) {
            found.add(new Diagnostic(
                    Kind.KEPT,
                    regions.get(i).code(),
                    "region '" + regions.get(i).code() + "' " + String.join("; ", remarks)));
        }
    }

    private void flagged(int j, List<Diagnostic> found) {
        int column = construction.columns[j];
        if (column < 0) {
            return;
        }
        for (CellStatus status : construction.data.statuses(column)) {
            if (status.hasValue() && status != CellStatus.OBSERVED && status != CellStatus.REVISED) {
                int[] rows = rows(i -> construction.data.status(i, column) == status);
                if (rows.length > 0) {
                    found.add(aboutMetric(
                            Kind.FLAGGED,
                            j,
                            "the source flags " + values(rows) + " as "
                                    + status.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            rows));
                }
            }
        }
    }

    private void undivided(int j, List<Diagnostic> found) {
        if (!construction.divides()) {
            return;
        }
        int[] rows = rows(
                i -> !Double.isNaN(construction.raw[j * n + i]) && Double.isNaN(construction.denominated[j * n + i]));
        if (rows.length > 0) {
            found.add(aboutMetric(Kind.NO_DENOMINATOR, j, "left out " + values(rows) + " without a denominator", rows));
        }
    }

    private void imputed(int j, List<Diagnostic> found) {
        if (construction.fit.imputation instanceof ImputeNothing) {
            return;
        }
        int[] rows = rows(i ->
                Double.isNaN(construction.denominated[j * n + i]) && !Double.isNaN(construction.imputed[j * n + i]));
        if (rows.length > 0) {
            found.add(aboutMetric(Kind.IMPUTED, j, "filled " + values(rows) + " by " + rule(), rows));
        }
    }

    /** The name of the imputation, with its parameters where they are few. */
    private String rule() {
        String rule = Strategies.standard()
                .describe(Imputation.class, plan.definition.method().impute());
        return rule.length() <= LONGEST_RULE ? rule : rule.substring(0, LONGEST_RULE) + "...";
    }

    private void treated(int j, List<Diagnostic> found) {
        FittedTreatment treatment = construction.fit.treatments[j];
        if (treatment == null || treatment instanceof Untreated) {
            return;
        }
        int[] rows = rows(i -> !construction.isExcluded(i)
                && !Double.isNaN(construction.imputed[j * n + i])
                && construction.imputed[j * n + i] != construction.treated[j * n + i]);
        found.add(aboutMetric(Kind.TREATED, j, treatment.description() + ", which changed " + values(rows), rows));
    }

    private void capped(int j, List<Diagnostic> found) {
        FittedNormaliser normaliser = construction.fit.normalisers[j];
        int[] rows = rows(i ->
                !construction.isExcluded(i) && isCapped(normaliser, construction.treated[j * n + i], plan.signs[j]));
        if (rows.length > 0) {
            found.add(aboutMetric(Kind.CAPPED, j, "kept " + values(rows) + " at the end of the scale", rows));
        }
    }

    private static boolean isCapped(@Nullable FittedNormaliser normaliser, double treated, int sign) {
        if (normaliser instanceof LinearScale scale && scale.isCapped()) {
            double line = (treated * sign - scale.origin()) / scale.spread() * scale.factor() + scale.offset();
            return line < scale.minimum() || line > scale.maximum();
        }
        // by the goalposts, not the score, which rounding may take past its end at a goalpost itself
        return normaliser instanceof LogScale scale
                && scale.truncate()
                && (treated < scale.low() || treated > scale.high());
    }

    private void reweighted(int i, List<Diagnostic> found) {
        String code = regions.get(i).code();
        if (construction.isExcluded(i)) {
            return;
        }
        if (Double.isNaN(construction.scores[i])) {
            found.add(new Diagnostic(
                    Kind.UNRANKED, code, "region '" + code + "' has no score: " + String.join("; ", reasons(i))));
            return;
        }
        List<String> parents = new ArrayList<>();
        for (int c = 0; c < plan.components.size(); c++) {
            if (hasGap(c, i) && !Double.isNaN(construction.scores[c * n + i])) {
                parents.add(plan.code(c));
            }
        }
        if (!parents.isEmpty()) {
            RegionCoverage.Count count = construction.count(0, i);
            found.add(new Diagnostic(
                    Kind.REWEIGHTED,
                    code,
                    "region '" + code + "' has " + count.present() + " of " + count.applicable()
                            + " metrics; weights were rescaled over what is present in " + String.join(", ", parents)));
        }
    }

    private boolean hasGap(int component, int i) {
        return presentChildren(component, i) < measuredChildren(component);
    }

    private int presentChildren(int component, int i) {
        int present = 0;
        for (int child : plan.children.get(component)) {
            boolean has = !Double.isNaN(construction.stageOf(child)[construction.fromOf(child) + i]);
            present += construction.fit.nodeMeasured[child] && has ? 1 : 0;
        }
        return present;
    }

    private int measuredChildren(int component) {
        int measured = 0;
        for (int child : plan.children.get(component)) {
            measured += construction.fit.nodeMeasured[child] ? 1 : 0;
        }
        return measured;
    }

    private int[] rows(IntPredicate test) {
        return IntStream.range(0, n).filter(test).toArray();
    }

    private static String values(int[] rows) {
        return rows.length == 1 ? "1 value" : rows.length + " values";
    }

    private Diagnostic aboutMetric(Kind kind, int j, String what, int[] rows) {
        String code = plan.metrics.get(j).code();
        String where = Arrays.stream(rows)
                .limit(NAMED_REGIONS)
                .mapToObj(i -> regions.get(i).code())
                .collect(Collectors.joining(", "));
        String more = rows.length > NAMED_REGIONS ? " and " + (rows.length - NAMED_REGIONS) + " more" : "";
        return new Diagnostic(
                kind, code, "metric '" + code + "': " + what + (rows.length == 0 ? "" : " (" + where + more + ")"));
    }
}
