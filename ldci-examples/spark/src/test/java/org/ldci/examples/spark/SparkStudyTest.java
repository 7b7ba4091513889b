package org.ldci.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.ldci.examples.data.UkRegions;
import org.ldci.robustness.Factors;
import org.ldci.robustness.Robustness;
import org.ldci.robustness.RobustnessResult;
import org.ldci.robustness.RobustnessStudy;

class SparkStudyTest {
    @Test
    void any_number_of_tasks_gives_the_bits_of_one_process() {
        RobustnessStudy study = RobustnessStudy.builder()
                .addFactors(Factors.weights(0.25))
                .addFactors(Factors.componentLeftOut(UkRegions.definition()))
                .replicates(20_000)
                .centralWeights(true)
                .build();
        RobustnessResult here = Robustness.of(UkRegions.definition(), study).run(UkRegions.dataset());
        SparkConf configuration = new SparkConf()
                .setMaster("local[2]")
                .setAppName("test")
                .set("spark.ui.enabled", "false")
                .set("spark.log.level", "ERROR");
        try (JavaSparkContext spark = new JavaSparkContext(configuration)) {
            for (int tasks : new int[] {1, 7}) {
                RobustnessResult there =
                        SparkStudy.run(spark, UkRegions.definition(), UkRegions.dataset(), study, tasks);
                assertThat(there.isPartial()).isFalse();
                assertThat(there.toBytes()).isEqualTo(here.toBytes());
            }
        }
    }
}
