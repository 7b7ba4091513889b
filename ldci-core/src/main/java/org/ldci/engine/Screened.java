package org.ldci.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ldci.data.DataException;
import org.ldci.data.MetricColumn;
import org.ldci.model.Region;
import org.ldci.prepare.NoScreening;
import org.ldci.prepare.RegionCoverage;

/** The second step: which regions passed the screening, and how much of the index every region has. */
final class Screened {
    /** The positions of the regions that passed; null if all did. */
    final int @Nullable [] kept;

    private final Inputs in;
    private final Plan plan;
    private final int regions;
    private final double[] denominated;
    /** By region: why it was screened out; null where it was not, or if none was. */
    private final @Nullable List<String> @Nullable [] excluded;

    Screened(Inputs in, double[] denominated, boolean[] measured, boolean learning) {
        this.in = in;
        this.plan = in.plan;
        this.regions = in.regions;
        this.denominated = denominated;
        excluded = screen(measured, learning);
        kept = excluded == null
                ? null
                : IntStream.range(0, regions).filter(i -> !isExcluded(i)).toArray();
    }

    private @Nullable List<String> @Nullable [] screen(boolean[] measured, boolean learning) {
        if (in.method().screen() instanceof NoScreening) {
            return null;
        }
        @SuppressWarnings({"unchecked", "rawtypes"}) // arrays of generics cannot be made otherwise
        @Nullable
        List<String>[] reasons = new List[regions];
        boolean any = false;
        for (int i = 0; i < regions; i++) {
            List<String> found = in.method().screen().reasonsToExclude(coverage(i, measured));
            if (!found.isEmpty()) {
                reasons[i] = List.copyOf(found);
                any = true;
            }
        }
        if (any && learning && Arrays.stream(reasons).allMatch(reason -> reason != null)) {
            throw new DataException("all " + regions + " regions are screened out; the first: region '"
                    + in.data.regions().get(0).code() + "' " + reasons[0]);
        }
        return any ? reasons : null;
    }

    /** Metrics that only regions without a denominator, or screened out, have values of are not measured after all. */
    void forgetUnmeasured(boolean[] measured, boolean divided) {
        if (kept == null && !divided) {
            return;
        }
        for (int j = 0; j < measured.length; j++) {
            boolean any = false;
            for (int i = 0; i < regions; i++) {
                any |= !isExcluded(i) && !Double.isNaN(denominated[j * regions + i]);
            }
            if (measured[j] && !any && !in.mayBeAbsent()) {
                in.problems.add("metric '" + plan.metrics.get(j).code() + "': has no value left after "
                        + (kept == null ? "denomination" : "screening")
                        + "; drop it, or let absent metrics count as not measured");
            }
            measured[j] &= any;
        }
        boolean none = true;
        for (boolean each : measured) {
            none &= !each;
        }
        if (none && in.problems.isEmpty()) {
            in.problems.add("no metric of index '" + plan.definition.code() + "' has a value left after "
                    + (kept == null ? "denomination" : "screening"));
        }
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
        return new RegionCoverage(in.data.regions().get(region), count(0, region, measured), components);
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
            if (measured[j] && !in.isNotApplicable(node, region)) {
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

    /** Why a region was screened out; empty if it was not. */
    List<String> reasons(int region) {
        List<String> reasons = excluded == null ? null : excluded[region];
        return reasons == null ? List.of() : reasons;
    }

    List<Region> keptRegions() {
        return kept == null
                ? in.data.regions()
                : Arrays.stream(kept).mapToObj(in.data.regions()::get).toList();
    }

    /** One column of a stage over the regions that passed screening. */
    MetricColumn column(String code, double[] stage, int from) {
        if (kept == null) {
            return MetricColumn.view(code, in.data.regions(), stage, from);
        }
        double[] values = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            values[i] = stage[from + kept[i]];
        }
        return MetricColumn.view(code, keptRegions(), values, 0);
    }
}
