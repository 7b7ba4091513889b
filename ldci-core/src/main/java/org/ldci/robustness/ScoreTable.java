package org.ldci.robustness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ldci.aggregate.Aggregator;
import org.ldci.aggregate.PowerMean;
import org.ldci.aggregate.WeightedSum;
import org.ldci.data.DataException;
import org.ldci.definition.IndexDefinition;
import org.ldci.engine.IndexResult;
import org.ldci.model.Component;
import org.ldci.model.IndexNode;
import org.ldci.model.Region;

/**
 * What is weighed: regions by children, transformed so that a region is ahead if its weighted sum is greater, whatever the
 * power mean, and scaled so that the greatest difference within a child is 1.
 */
final class ScoreTable {
    /** How many regions or children a message names. */
    private static final int NAMED = 10;

    private final List<Region> regions;
    private final double[][] values;

    private ScoreTable(List<Region> regions, double[][] values) {
        this.regions = List.copyOf(regions);
        this.values = values;
    }

    /**
     * Transforms the scores of the children that a polytope weighs.
     *
     * @param completeOnly whether regions that lack a child are left out, or refused
     */
    static ScoreTable of(IndexResult result, WeightSpace space, WeightPolytope polytope, boolean completeOnly) {
        PowerMean mean = mean(result.definition(), space, result);
        List<String> codes = polytope.codes();
        double[][] columns = codes.stream().map(result::scores).toArray(double[][]::new);
        double[] scores =
                result.scores(space.component().orElse(result.definition().code()));
        List<Integer> rows = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            int row = i;
            List<String> missing = IntStream.range(0, codes.size())
                    .filter(j -> Double.isNaN(columns[j][row]))
                    .mapToObj(codes::get)
                    .toList();
            if (!Double.isNaN(scores[i]) && missing.isEmpty()) {
                rows.add(i);
            } else if (!Double.isNaN(scores[i]) && !completeOnly) {
                problems.add("region '" + result.regions().get(i).code() + "' has a score but none in "
                        + missing.stream().limit(NAMED).toList()
                        + (missing.size() > NAMED ? " and " + (missing.size() - NAMED) + " more" : ""));
            }
        }
        if (!problems.isEmpty()) {
            throw new DataException(
                    "the order of regions with and without a child is not linear in the weights; ask for the complete"
                            + " regions only, or impute",
                    problems);
        }
        if (rows.isEmpty()) {
            throw new DataException("no region has a score in all of " + codes);
        }
        double[][] values = new double[rows.size()][codes.size()];
        for (int j = 0; j < codes.size(); j++) {
            for (int i = 0; i < values.length; i++) {
                double score = mean.transform(columns[j][rows.get(i)]);
                values[i][j] = mean.exponent() < 0 ? -score : score;
            }
        }
        scale(values);
        List<Region> regions =
                rows.stream().map(row -> result.regions().get(row)).toList();
        return new ScoreTable(regions, values);
    }

    private static void scale(double[][] values) {
        double greatest = 0;
        double[] least = values[0].clone();
        for (int j = 0; j < least.length; j++) {
            double most = least[j];
            for (double[] row : values) {
                least[j] = Math.min(least[j], row[j]);
                most = Math.max(most, row[j]);
            }
            greatest = Math.max(greatest, most - least[j]);
        }
        for (double[] row : values) {
            for (int j = 0; j < row.length; j++) {
                row[j] = greatest == 0 ? 0 : (row[j] - least[j]) / greatest;
            }
        }
    }

    private static PowerMean mean(IndexDefinition definition, WeightSpace space, IndexResult result) {
        Map<String, Integer> depths = new LinkedHashMap<>();
        depths(definition.index(), 0, depths);
        if (space.scope() != WeightSpace.Scope.METRICS) {
            String code = space.component().orElse(definition.code());
            Aggregator aggregator = definition.method().aggregate(code, depths.getOrDefault(code, 0));
            if (aggregator instanceof PowerMean mean) {
                return mean;
            } else if (aggregator instanceof WeightedSum) {
                return new PowerMean(1); // the same order
            }
            throw new IllegalArgumentException(
                    "exact statements need a power mean, whose order is linear in the weights"
                            + " after a transform, but '" + code + "' has: " + aggregator);
        }
        Map<String, Aggregator> found = new LinkedHashMap<>();
        depths.forEach((code, depth) -> {
            if (result.isMeasured(code)) {
                found.put(code, definition.method().aggregate(code, depth));
            }
        });
        Aggregator top = found.getOrDefault(definition.code(), new PowerMean(1));
        for (Map.Entry<String, Aggregator> other : found.entrySet()) {
            if (!(top instanceof PowerMean) || !other.getValue().equals(top)) {
                throw new IllegalArgumentException(
                        "weights of all metrics need the same power mean in every component, but '"
                                + definition.code() + "' has: " + top
                                + (other.getValue().equals(top)
                                        ? ""
                                        : ", and '" + other.getKey() + "': " + other.getValue())
                                + "; use the weights of one component");
            }
        }
        return (PowerMean) top;
    }

    private static void depths(Component component, int depth, Map<String, Integer> depths) {
        depths.put(component.code(), depth);
        for (IndexNode child : component.children()) {
            if (child instanceof Component inner) {
                depths(inner, depth + 1, depths);
            }
        }
    }

    List<Region> regions() {
        return regions;
    }

    int size() {
        return regions.size();
    }

    String code(int region) {
        return regions.get(region).code();
    }

    double[] values(int region) {
        return values[region];
    }

    /** The position of a region among those that are compared. */
    int position(IndexResult result, String code) {
        Region region = result.regions().get(result.dataset().geography().position(code));
        int at = regions.indexOf(region);
        if (at < 0) {
            throw new IllegalArgumentException("region '" + code + "' is not among the " + regions.size()
                    + " regions that are compared: it lacks a score");
        }
        return at;
    }

    /** The lead of one region on another, by child. */
    double[] difference(int a, int b) {
        double[] d = new double[values[a].length];
        for (int j = 0; j < d.length; j++) {
            d[j] = values[a][j] - values[b][j];
        }
        return d;
    }

    double[] scores(double[] weights) {
        return Arrays.stream(values)
                .mapToDouble(row -> WeightPolytope.dot(row, weights))
                .toArray();
    }
}
