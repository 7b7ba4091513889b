package org.ldci.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ldci.engine.Provenance;
import org.ldci.io.json.TreeWriter;
import org.ldci.model.Problem;
import org.ldci.model.Region;
import org.ldci.robustness.RobustnessResult;
import org.ldci.robustness.RobustnessStudy;
import org.ldci.robustness.SensitivityResult;

/** Writes results of robustness studies. All methods are thread-safe. */
public final class RobustnessResults {
    /** Up to so many regions the document has the share of every rank. */
    private static final int MOST_RANKS = 400;

    /** Up to so many it has the share of replicates in which each is ahead of each other. */
    private static final int MOST_PAIRED = 96;

    private static final List<String> COLUMNS = List.of(
            "region",
            "name",
            "nominalRank",
            "nominalScore",
            "ranked",
            "meanRank",
            "medianRank",
            "rank05",
            "rank95",
            "bestRank",
            "worstRank",
            "meanScore",
            "medianScore",
            "score05",
            "score95",
            "leastScore",
            "greatestScore");

    private RobustnessResults() {}

    /**
     * One line a region, best nominal rank first: {@code region, name, nominalRank, nominalScore, ranked, meanRank, medianRank,
     * rank05, rank95, bestRank, worstRank, meanScore, medianScore, score05, score95, leastScore, greatestScore}. The ends are
     * those of 90 % intervals. Full precision; what does not exist is empty; texts are safe for spreadsheets.
     *
     * @param result the result
     * @return a header and a line a region
     */
    public static String toCsv(RobustnessResult result) {
        ResultRows rows = new ResultRows(COLUMNS.toArray(String[]::new));
        for (Region region : result.nominal().ranking().regions()) {
            double[] values = values(result, region.code());
            List<@Nullable Object> cells = new ArrayList<>(List.of(region.code(), region.name()));
            for (int c = 0; c < values.length; c++) {
                // counts and ranks need no point; scores keep theirs
                cells.add(
                        COLUMNS.get(c + 2).endsWith("Score")
                                        || COLUMNS.get(c + 2).startsWith("score")
                                ? (Object) values[c]
                                : ResultRows.rank(values[c]));
            }
            rows.row(cells.toArray());
        }
        return rows.csv();
    }

    private static double[] values(RobustnessResult result, String code) {
        return new double[] {
            result.nominalRank(code),
            result.nominalScore(code),
            result.ranked(code),
            result.meanRank(code),
            result.medianRank(code),
            result.rankQuantile(code, 0.05),
            result.rankQuantile(code, 0.95),
            result.bestRank(code),
            result.worstRank(code),
            result.meanScore(code),
            result.scoreQuantile(code, 0.5),
            result.scoreQuantile(code, 0.05),
            result.scoreQuantile(code, 0.95),
            result.leastScore(code),
            result.greatestScore(code)
        };
    }

    /**
     * Everything as one JSON document of the format {@code ldci-robustness}: provenance, the study, how many replicates were
     * scored, how far ranks move, what each combination of choices gave, and by region what {@link #toCsv} has and, for up to 400
     * regions, the share of each rank, for up to 96 also the share of replicates in which it is ahead of each region, in their
     * order, and central weights if the study keeps them. What does not exist is left out.
     *
     * @param result the result
     * @return the document; its study is left out, with the reason in its place, if it holds what has no place in files
     */
    public static String toJson(RobustnessResult result) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", "ldci-robustness");
        document.put("version", 1);
        document.put("index", result.nominal().definition().code());
        Provenance provenance = result.nominal().provenance();
        Map<String, Object> origin = new LinkedHashMap<>();
        origin.put("definitionSha256", provenance.definitionSha256());
        origin.put("dataSha256", provenance.dataSha256());
        origin.put("libraryVersion", provenance.libraryVersion());
        document.put("provenance", origin);
        putStudy(document, result.study());
        document.put("replicates", (double) result.replicates());
        document.put("failed", (double) result.failed());
        document.put("partial", result.isPartial());
        putNumber(document, "meanAbsoluteRankShift", result.meanAbsoluteRankShift());
        List<Object> scenarios = new ArrayList<>();
        result.scenarios().forEach(scenario -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("label", scenario.label());
            fields.put("replicates", (double) scenario.replicates());
            fields.put("failed", (double) scenario.failed());
            putNumber(fields, "meanAbsoluteRankShift", scenario.meanAbsoluteRankShift());
            scenarios.add(fields);
        });
        document.put("scenarios", scenarios);
        document.put("failures", result.failures());
        List<Object> regions = new ArrayList<>();
        result.regions().forEach(region -> regions.add(region(result, region)));
        document.put("regions", regions);
        return TreeWriter.json(document);
    }

    private static Map<String, Object> region(RobustnessResult result, Region region) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("region", region.code());
        fields.put("name", region.name());
        double[] values = values(result, region.code());
        for (int c = 0; c < values.length; c++) {
            putNumber(fields, COLUMNS.get(c + 2), values[c]);
        }
        if (result.regions().size() <= MOST_RANKS && result.ranked(region.code()) > 0) {
            List<Object> shares = new ArrayList<>();
            for (double share : result.rankDistribution(region.code())) {
                shares.add(share);
            }
            fields.put("rankShares", shares);
        }
        if (result.study().centralWeights()) {
            fields.put("centralWeights", result.centralWeights(region.code()));
        }
        if (result.countsPairs() && result.regions().size() <= MOST_PAIRED) {
            List<@Nullable Object> ahead = new ArrayList<>();
            for (Region other : result.regions()) {
                double share = result.probabilityAhead(region.code(), other.code());
                ahead.add(Double.isNaN(share) ? null : share);
            }
            fields.put("aheadShares", ahead);
        }
        return fields;
    }

    private static void putStudy(Map<String, Object> document, RobustnessStudy study) {
        try {
            List<Problem> problems = new ArrayList<>();
            Map<String, Object> tree = StudyWriter.tree(study, problems);
            if (problems.isEmpty()) {
                document.put("study", tree);
            } else {
                document.put("studyProblem", problems.get(0).message());
            }
        } catch (IllegalArgumentException e) {
            document.put("studyProblem", String.valueOf(e.getMessage()));
        }
    }

    private static void putNumber(Map<String, Object> fields, String name, double value) {
        if (!Double.isNaN(value)) {
            fields.put(name, value);
        }
    }

    /**
     * One line a target and factor. Sobol indices: {@code target, factor, firstOrder, firstOrderLower, firstOrderUpper, total,
     * totalLower, totalUpper, mean, variance, rows}. Shapley effects: {@code target, factor, share, shareLower, shareUpper,
     * standardError, variance, rows}. Elementary effects: {@code target, factor, muStar, muStarLower, muStarUpper, mu, sigma,
     * trajectories}. Of a target that does not vary the indices and shares are empty.
     *
     * @param result the result
     * @return a header and the lines
     */
    public static String toCsv(SensitivityResult<?> result) {
        return SensitivityRows.of(result).csv();
    }

    /**
     * A JSON document of the format {@code ldci-sensitivity}: which kind it is, the study, how many rows it comes from, how
     * many were left out and whether it ended early, and an object for each line of {@link #toCsv(SensitivityResult)}, null
     * where that is empty.
     *
     * @param result the result
     * @return the document; its study is left out, with the reason in its place, if it holds what has no place in files
     */
    public static String toJson(SensitivityResult<?> result) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", "ldci-sensitivity");
        document.put("version", 1);
        document.put("kind", SensitivityRows.kind(result));
        putStudy(document, result.study());
        document.put("replicates", (double) result.rows());
        document.put("excluded", (double) result.excluded());
        document.put("partial", result.isPartial());
        document.put("rows", SensitivityRows.of(result).objects());
        return TreeWriter.json(document);
    }
}
