package org.ldci.examples.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.examples.data.UkRegions;
import org.ldci.io.Datasets;
import org.ldci.io.Definitions;
import org.ldci.io.Studies;
import org.ldci.robustness.Factors;
import org.ldci.robustness.Robustness;
import org.ldci.robustness.RobustnessResult;
import org.ldci.robustness.RobustnessStudy;

/**
 * A robustness study on Apache Spark: each task runs a range of replicates and sends back what it counted, and the parts merge
 * to the same bits as a run in one process, whatever the number of tasks and the order in which they end.
 *
 * <p>Definition, data and study travel as documents, results as bytes: nothing of the library is serialised by Java.
 */
public final class SparkStudy {
    private SparkStudy() {}

    /**
     * Runs a study.
     *
     * @param spark the context
     * @param definition the index
     * @param data the data
     * @param study what varies
     * @param tasks how many parts the study is cut into
     * @return the same result as {@code Robustness.of(definition, study).run(data)}
     */
    public static RobustnessResult run(
            JavaSparkContext spark, IndexDefinition definition, Dataset data, RobustnessStudy study, int tasks) {
        String definitionText = Definitions.toJson(definition);
        String dataText = Datasets.toJson(data);
        String studyText = Studies.toJson(study);
        List<long[]> ranges = new ArrayList<>();
        for (int task = 0; task < tasks; task++) {
            long from = study.size() * task / tasks;
            long to = study.size() * (task + 1) / tasks;
            if (from < to) {
                ranges.add(new long[] {from, to});
            }
        }
        Robustness robustness = Robustness.of(definition, study);
        return spark.parallelize(ranges, ranges.size())
                .map(range -> Robustness.of(Definitions.parse(definitionText), Studies.parse(studyText))
                        .threads(1)
                        .run(Datasets.parse(dataText), range[0], range[1])
                        .toBytes())
                .collect()
                .stream()
                .map(part -> robustness.part(data, part))
                .reduce(RobustnessResult::merge)
                .orElseThrow();
    }

    /**
     * Runs a million replicates of the index of the United Kingdom.
     *
     * @param arguments the master, such as {@code local[2]} or {@code spark://host:7077}
     */
    public static void main(String[] arguments) {
        String master = arguments.length == 0 ? "local[2]" : arguments[0];
        RobustnessStudy study = RobustnessStudy.builder()
                .addFactors(Factors.weights(0.25))
                .replicates(1_000_000)
                .build();
        SparkConf configuration = new SparkConf()
                .setMaster(master)
                .setAppName("ldci")
                .set("spark.ui.enabled", "false")
                .set("spark.log.level", "ERROR");
        try (JavaSparkContext spark = new JavaSparkContext(configuration)) {
            run(spark, UkRegions.definition(), UkRegions.dataset(), study, 8).print();
        }
    }
}
