package org.ldci.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ldci.aggregate.Aggregators;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.MissingDataPolicy;
import org.ldci.model.Region;
import org.ldci.normalise.Normalisers;
import org.ldci.prepare.Imputations;
import org.ldci.prepare.Treatments;
import org.ldci.robustness.Change;
import org.ldci.robustness.Design;
import org.ldci.robustness.Distribution;
import org.ldci.robustness.Factor;
import org.ldci.robustness.Factors;
import org.ldci.robustness.FailurePolicy;
import org.ldci.robustness.Robustness;
import org.ldci.robustness.RobustnessResult;
import org.ldci.robustness.RobustnessStudy;
import org.ldci.robustness.Sensitivity;
import org.ldci.robustness.SensitivityResult;
import org.ldci.robustness.Target;
import org.ldci.robustness.WeightSpace;

class StudiesTest {
    private static final IndexDefinition INDEX = IndexDefinition.named("index")
            .component("x", c -> c.metric("a").metric("b"))
            .component("y", c -> c.metric("c"))
            .normalise(Normalisers.minMax(1, 100))
            .build();

    private static final Dataset DATA = Dataset.builder()
            .metrics("a", "b", "c")
            .row("A", 1, 5, 2)
            .row("B", 2, 1, 9)
            .row(Region.builder("C").name("=C").build(), 4, 3, 3)
            .build();

    private static List<Factor> factors() {
        return List.of(
                Factors.weights(0.25),
                Factors.uniformWeights().named("any").atLevels(1, 2),
                Factors.dirichletWeights(7.5).named("around").under("x", "y"),
                Factors.normalisers(Normalisers.minMax(1, 100), Normalisers.zScore())
                        .withProbabilities(0.25, 0.75),
                Factors.aggregators(Aggregators.arithmeticMean(), Aggregators.copeland()),
                Factors.aggregatorsAt(1, Aggregators.geometricMean(), Aggregators.median()),
                Factors.imputations(Imputations.none(), Imputations.groupMean("g")),
                Factors.treatments(Treatments.none(), Treatments.winsoriseThenLog()),
                Factors.missingDataPolicies(MissingDataPolicy.propagate(), MissingDataPolicy.renormalise(0.5)),
                Factors.leftOut(List.of("a", "x")),
                Factors.weightSets(Map.of("mine", Map.of("a", 2.0))),
                Factors.weightsWithin(WeightSpace.ofIndex()
                                .atLeast("x", 0.1)
                                .atMost("x", 0.9)
                                .ordered("x", "y")
                                .constraint(Map.of("x", 2.0, "y", -1.0)))
                        .named("within"),
                Factors.weightsWithin(WeightSpace.ofComponent("x").band(0.5)).named("within x"),
                Factors.weightsWithin(WeightSpace.overMetrics()).named("metrics"),
                Factors.measurementErrors());
    }

    @Property(tries = 200)
    void written_then_read_is_the_same_study(@ForAll long seed) {
        Random random = new Random(seed);
        List<Factor> some =
                factors().stream().filter(factor -> random.nextBoolean()).toList();
        RobustnessStudy study = RobustnessStudy.builder()
                .factors(some.isEmpty() ? factors() : some)
                .design(List.of(Design.AUTOMATIC, Design.RANDOM, Design.SOBOL, Design.LATIN_HYPERCUBE)
                        .get(random.nextInt(4)))
                .replicates(1 + random.nextInt(Integer.MAX_VALUE))
                .seed(random.nextBoolean() ? random.nextLong() : random.nextInt())
                .failures(random.nextBoolean() ? FailurePolicy.FAIL : FailurePolicy.EXCLUDE)
                .centralWeights(random.nextBoolean())
                .build();
        assertThat(Studies.parse(Studies.toJson(study))).isEqualTo(study);
        assertThat(Studies.parse(Studies.toYaml(study))).isEqualTo(study);
    }

    @Test
    void only_factors_are_needed() {
        RobustnessStudy study = Studies.parse("""
                format: ldci-study
                version: 1
                factors:
                  - {code: weights, vary: weights, distribution: {method: band, relative: 0.25}}
                """);
        assertThat(study)
                .isEqualTo(RobustnessStudy.builder()
                        .addFactors(Factors.weights(0.25))
                        .build());
    }

    @Test
    void a_file_is_read_by_its_ending(@TempDir Path folder) throws IOException {
        RobustnessStudy study = RobustnessStudy.builder().factors(factors()).build();
        Path json = Files.writeString(folder.resolve("study.json"), Studies.toJson(study));
        Path yaml = Files.writeString(folder.resolve("study.yml"), Studies.toYaml(study));
        assertThat(Studies.read(json)).isEqualTo(study);
        assertThat(Studies.read(yaml)).isEqualTo(study);
        Path wrong = Files.writeString(folder.resolve("wrong.json"), Studies.toYaml(study));
        assertThatThrownBy(() -> Studies.read(wrong)).isInstanceOf(FormatException.class);
    }

    @Test
    void everything_wrong_is_said_at_once() {
        assertThatThrownBy(() -> Studies.parse("""
                format: ldci-study
                version: 1
                factors:
                  - {code: weights, vary: weight, distribution: {method: band, relative: 0.25}}
                  - {code: w2, vary: weights, distribution: {method: bend, relative: 0.25}, levels: [a]}
                  - {code: w3, vary: weights, distribution: {method: band, relative: 2}}
                  - code: means
                    vary: choice
                    alternatives:
                      - {label: geometric, normalise: minmax, aggregate: arithmeticMean}
                      - {label: arithmetic, aggregate: arithmeticMaen, level: 0.5}
                      - {label: level, treat: none, level: 1}
                      - {probability: 2}
                  - 7
                  - {code: none}
                replicates: 20000.5
                seed: 1e300
                sed: 1
                centralWeights: maybe
                """)).hasMessage("""
                        15 problems in study:
                         1. /sed: unknown field 'sed'; did you mean 'seed'?
                         2. /factors/0/vary: 'vary' must be one of choice, weights, cells but is the text 'weight'; did you mean\
                         'weights'?
                         3. /factors/1/distribution/method: 'method' must be one of band, uniformOnSimplex, dirichlet, within but is the\
                         text 'bend'; did you mean 'band'?
                         4. /factors/1/levels/0: a level must be a whole number but is the text 'a'
                         5. /factors/2/distribution: expected a relative band in (0, 1] but got 2.0
                         6. /factors/3/alternatives/0: changes normalise and aggregate; an alternative changes one thing
                         7. /factors/3/alternatives/1/aggregate: unknown method 'arithmeticMaen'; did you mean 'arithmeticMean'?
                         8. /factors/3/alternatives/1/level: 'level' must be a whole number but is 0.5
                         9. /factors/3/alternatives/2/level: 'level' goes with 'aggregate' only
                         10. /factors/3/alternatives/3: the field 'label' is missing
                         11. /factors/4: must be an object but is the number 7
                         12. /factors/5: the field 'vary' is missing
                         13. /replicates: 'replicates' must be a whole number but is 20000.5
                         14. /seed: 'seed' must be a whole number but is 1.0E300
                         15. /centralWeights: 'centralWeights' must be true or false but is the text 'maybe'""");
    }

    @Test
    void functions_have_no_place_in_files() {
        RobustnessStudy study = RobustnessStudy.builder()
                .addFactors(Factors.option("mine", definition -> definition))
                .addFactors(
                        Factors.parameter("floor", new Distribution.Uniform(0, 1), (definition, value) -> definition))
                .build();
        assertThatThrownBy(() -> Studies.toJson(study)).hasMessage("""
                        2 problems in study:
                         1. /factors/0/alternatives/1: alternative 'changed' is a function, which has no place in files
                         2. /factors/1: factor 'floor' is a function, which has no place in files""");
        RobustnessResult result = Robustness.of(INDEX, study).replicates(10).run(DATA);
        assertThat(RobustnessResults.toJson(result))
                .contains("\"studyProblem\": \"alternative 'changed' is a function");
    }

    @Test
    void results_are_written_in_full() {
        RobustnessResult result = Robustness.of(INDEX)
                .vary(Factors.weights(0.25))
                .vary(Factors.choice("c", Map.of("one", new Change.AggregateLevel(0, Aggregators.geometricMean()))))
                .replicates(500)
                .run(DATA);
        List<String> lines = RobustnessResults.toCsv(result).lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("region,name,nominalRank,nominalScore,ranked,meanRank,medianRank,");
        assertThat(lines.get(1)).startsWith("B,B,1.0," + result.nominalScore("B") + ",500.0," + result.meanRank("B"));
        assertThat(RobustnessResults.toCsv(result)).contains("\nC,'=C,");
        String json = RobustnessResults.toJson(result);
        assertThat(json)
                .contains("\"format\": \"ldci-robustness\"", "\"replicates\": 500", "\"partial\": false")
                .contains("\"dataSha256\": \"" + DATA.sha256())
                .contains("\"rankShares\"");
        SensitivityResult sensitivity = Robustness.of(INDEX)
                .vary(Factors.weights(0.25))
                .replicates(64)
                .sensitivity(DATA, Sensitivity.of(Target.score("A")));
        assertThat(RobustnessResults.toCsv(sensitivity).lines().toList().get(1)).startsWith("score of A,weights,");
    }
}
