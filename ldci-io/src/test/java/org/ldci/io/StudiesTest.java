package org.ldci.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ldci.aggregate.Aggregators;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.model.Region;
import org.ldci.normalise.Normalisers;
import org.ldci.robustness.Change;
import org.ldci.robustness.Distribution;
import org.ldci.robustness.Factors;
import org.ldci.robustness.MorrisEffects;
import org.ldci.robustness.Robustness;
import org.ldci.robustness.RobustnessResult;
import org.ldci.robustness.RobustnessStudy;
import org.ldci.robustness.Sensitivity;
import org.ldci.robustness.SensitivityResult;
import org.ldci.robustness.ShapleyEffects;
import org.ldci.robustness.SobolIndex;
import org.ldci.robustness.SobolIndices;
import org.ldci.robustness.Target;

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

    @Property(tries = 200)
    void written_then_read_is_the_same_study(@ForAll long seed) {
        RobustnessStudy study = StudySamples.random(new Random(seed));
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
        RobustnessStudy study =
                RobustnessStudy.builder().factors(StudySamples.factors()).build();
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
    void constraints_on_weights_are_read_to_the_letter() {
        assertThatThrownBy(() -> Studies.parse("""
                format: ldci-study
                version: 1
                factors:
                  - code: w
                    vary: weights
                    distribution:
                      method: within
                      scope: index
                      constraints:
                        - {atLeast: x}
                        - {atMost: 1, share: half}
                        - {band: 0.5, share: 0.5}
                        - {ordered: [x, 2020, null]}
                """)).hasMessage("""
                        6 problems in study:
                         1. /factors/0/distribution/constraints/0: the field 'share' is missing
                         2. /factors/0/distribution/constraints/1/atMost: 'atMost' must be a text but is the number 1; write it in quotes
                         3. /factors/0/distribution/constraints/1/share: 'share' must be a number but is the text 'half'
                         4. /factors/0/distribution/constraints/2/share: 'share' goes with 'atLeast' and 'atMost' only
                         5. /factors/0/distribution/constraints/3/ordered/1: a code must be a text but is the number 2020
                         6. /factors/0/distribution/constraints/3/ordered/2: a code must be a text but is null""");
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
        assertThat(lines.get(1)).startsWith("B,B,1," + result.nominalScore("B") + ",500," + result.meanRank("B"));
        assertThat(RobustnessResults.toCsv(result)).contains("\nC,'=C,");
        String json = RobustnessResults.toJson(result);
        assertThat(json)
                .contains("\"format\": \"ldci-robustness\"", "\"replicates\": 500", "\"partial\": false")
                .contains("\"dataSha256\": \"" + DATA.sha256())
                .contains("\"rankShares\"")
                .containsPattern("\"aheadShares\": \\[\\s*1,\\s*0,");
    }

    @Test
    void a_definition_can_carry_its_study(@TempDir Path folder) throws IOException {
        RobustnessStudy study = RobustnessStudy.builder()
                .addFactors(Factors.weights(0.25))
                .replicates(77)
                .build();
        String both = Definitions.toJson(INDEX, study);
        assertThat(Definitions.parse(both)).isEqualTo(INDEX);
        assertThat(Studies.parse(both)).isEqualTo(study);
        new SchemaAgreement(Definitions.schema(), Definitions::parse, Pattern.compile("-")).assertValid(both);
        assertThatThrownBy(() -> Studies.parse(Definitions.toJson(INDEX)))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("the definition has no study");
        String bad = both.replace("\"replicates\": 77", "\"replicate\": 77");
        String problem = "/study/replicate: unknown field 'replicate'; did you mean 'replicates'?";
        assertThatThrownBy(() -> Definitions.parse(bad)).hasMessageContaining(problem);
        assertThatThrownBy(() -> Studies.parse(bad)).hasMessageContaining(problem);
        assertThatThrownBy(() -> Studies.parse(both.replaceAll("(?s)\"study\": .*", "\"study\": 5}")))
                .hasMessageContaining("/study: must be an object but is the number 5");
        assertThatThrownBy(() -> Studies.parse(both.replace("\"version\": 1", "\"version\": 99")))
                .hasMessageContaining("/version: must be 1, the version that this library reads, but is 99");
        Path file = folder.resolve("d.json");
        Files.writeString(file, both);
        assertThat(Studies.ofDefinition(file)).contains(study);
        assertThat(Studies.read(file)).isEqualTo(study);
        Files.writeString(file, Definitions.toJson(INDEX));
        assertThat(Studies.ofDefinition(file)).isEmpty();
    }

    @Test
    void sensitivity_of_each_kind_is_written_as_csv_and_json() {
        Robustness study = Robustness.of(INDEX).vary(Factors.weights(1e-6)).replicates(64);
        Sensitivity question = Sensitivity.of(Target.score("A"), Target.meanRankShift());
        SensitivityResult<SobolIndices> sobol = study.sobol(DATA, question);
        SobolIndex index = sobol.of(Target.score("A")).of("weights");
        List<String> lines = RobustnessResults.toCsv(sobol).lines().toList();
        assertThat(lines.get(0))
                .isEqualTo("target,factor,firstOrder,firstOrderLower,firstOrderUpper,total,totalLower,totalUpper,mean,"
                        + "variance,rows");
        assertThat(lines.get(1))
                .startsWith("score of A,weights," + index.firstOrder() + ",")
                .endsWith(",64");
        // ranks do not move, so there is nothing to explain
        assertThat(lines.get(2)).isEqualTo("mean absolute rank shift,weights,,,,,,,0.0,0.0,64");
        assertThat(RobustnessResults.toJson(sobol))
                .contains("\"format\": \"ldci-sensitivity\"", "\"kind\": \"sobol\"", "\"partial\": false")
                .contains("\"total\": " + index.total(), "\"total\": null", "\"vary\": \"weights\"");
        SensitivityResult<ShapleyEffects> shapley = study.shapley(DATA, question);
        assertThat(RobustnessResults.toCsv(shapley))
                .startsWith(
                        "target,factor,share,shareLower,shareUpper,standardError,variance,rows\nscore of A,weights,1.0,")
                .endsWith("mean absolute rank shift,weights,,,,,0.0,64\n");
        assertThat(RobustnessResults.toJson(shapley)).contains("\"kind\": \"shapley\"");
        SensitivityResult<MorrisEffects> morris = study.morris(DATA, question);
        assertThat(RobustnessResults.toCsv(morris))
                .startsWith("target,factor,muStar,muStarLower,muStarUpper,mu,sigma,trajectories\nscore of A,weights,");
        assertThat(RobustnessResults.toJson(morris)).contains("\"kind\": \"morris\"", "\"replicates\": 64");
    }
}
