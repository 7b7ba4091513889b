package org.ldci.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.engine.CompositeIndex;
import org.ldci.engine.FittedIndex;
import org.ldci.model.Region;
import org.ldci.normalise.LinearScale;
import org.ldci.prepare.ImputeNothing;
import org.ldci.prepare.Winsorised;

class FitsTest {
    private static final String SHA = "0123456789abcdef".repeat(4);

    /** Written by hand: two metrics in one component, and a component that is not measured. */
    private static final String JSON = """
            {"format": "ldci-fit", "version": 1,
             "definition": {"format": "ldci-definition", "version": 1,
               "index": {"code": "i", "components": [
                 {"code": "a", "metrics": [{"code": "m"}, {"code": "n", "direction": "negative"}]},
                 {"code": "b", "metrics": [{"code": "o"}]}]},
               "method": {"missing": {"method": "renormalise", "absentMetrics": "notMeasured"}}},
             "dataSha256": "SHA",
             "imputation": {"method": "constants", "values": [4, "NaN", 0]},
             "metrics": [
               {"code": "m", "treatment": "untreated",
                "normaliser": {"method": "linear", "origin": 0, "spread": 10, "factor": 100, "offset": 0,
                  "minimum": "-Infinity", "maximum": "Infinity"}},
               {"code": "n", "treatment": {"method": "winsorised", "lower": 1, "upper": 3},
                "normaliser": {"method": "rankAmong", "shape": "percentile", "ties": "average", "lower": 0, "upper": 100,
                  "reference": [-3, -2, -1]}}],
             "weights": {"a": 1, "m": 3, "n": 1}}
            """.replace("SHA", SHA);

    @TempDir
    Path directory;

    @Test
    void a_fit_scores_as_its_document_says() {
        FittedIndex fit = Fits.parse(JSON);

        // m: 5 of 10 is 50; n: 9 is winsorised to 3, the worst of three, so 0; (3 * 50 + 1 * 0) / 4
        assertThat(fit.score(5, 9, Double.NaN)).isEqualTo(37.5);
        // m missing takes 4, so 40; n: 2 is half way up; (3 * 40 + 1 * 50) / 4
        assertThat(fit.score(Double.NaN, 2, Double.NaN)).isEqualTo(42.5);
        assertThat(fit.dataSha256()).isEqualTo(SHA);
        assertThat(Fits.toJson(Fits.parse(Fits.toJson(fit)))).isEqualTo(Fits.toJson(fit));
    }

    @Test
    void a_file_holds_what_was_written() throws IOException {
        Path file = directory.resolve("fit.json");
        FittedIndex fit = Fits.parse(JSON);
        Fits.write(fit, file);

        assertThat(Fits.toJson(Fits.read(file))).isEqualTo(Fits.toJson(fit));
        Files.writeString(file, "{}");
        assertThatThrownBy(() -> Fits.read(file))
                .isExactlyInstanceOf(FormatException.class)
                .hasMessageStartingWith("2 problems in fitted index fit.json:\n 1. the field 'format' is missing");
    }

    @Test
    void fitted_strategies_of_third_parties_are_found() {
        IndexDefinition definition = IndexDefinition.named("i")
                .metric("m")
                .normalise(new TestStrategies.Sigmoid(0.5))
                .build();
        Dataset data = Dataset.builder()
                .metrics("m")
                .row(Region.of("r1"), 1)
                .row(Region.of("r2"), 2)
                .build();
        FittedIndex fit = CompositeIndex.of(definition).fit(data);
        FittedIndex read = Fits.parse(Fits.toJson(fit));

        assertThat(read.normalisers()).isEqualTo(Map.of("m", new TestStrategies.FittedSigmoid(0.5, 1)));
        assertThat(read.score(1.75)).isEqualTo(fit.score(1.75));
    }

    @Test
    void what_has_no_name_in_files_is_refused_all_at_once() {
        IndexDefinition definition = IndexDefinition.named("i").metric("m").build();
        FittedIndex fit = FittedIndex.of(
                definition,
                (region, metric, row) -> 0,
                Map.of("m", new Winsorised(0, 1)),
                Map.of("m", x -> x),
                Map.of("m", 1.0),
                "none");

        assertThatThrownBy(() -> Fits.toJson(fit))
                .isExactlyInstanceOf(FormatException.class)
                .hasMessage("3 problems in fitted index 'i':\n"
                        + " 1. /dataSha256: must be 64 hexadecimal digits in small letters but is 'none'\n"
                        + " 2. /imputation: the FittedImputation unnamed has no name in files; make it a record and name it"
                        + " by an org.ldci.spi.StrategyProvider\n"
                        + " 3. /metrics/0/normaliser: the FittedNormaliser unnamed has no name in files; make it a record"
                        + " and name it by an org.ldci.spi.StrategyProvider");
    }

    @Test
    void codes_with_slashes_are_no_trouble() {
        IndexDefinition definition = IndexDefinition.named("i").metric("a/b").build();
        FittedIndex fit = FittedIndex.of(
                definition,
                new ImputeNothing(),
                Map.of("a/b", new Winsorised(0, 1)),
                Map.of("a/b", new LinearScale(0, 1, 1, 0, 0, 1)),
                Map.of("a/b", 0.1),
                SHA);

        assertThat(Fits.parse(Fits.toJson(fit)).weights()).isEqualTo(Map.of("a/b", 0.1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void a_bad_document_is_refused_with_everything_that_is_wrong_with_it(String what, String document, String message) {
        assertThatThrownBy(() -> Fits.parse(document))
                .isExactlyInstanceOf(FormatException.class)
                .hasMessage(message);
    }

    /** The good document with one change. */
    private static String with(String old, String changed) {
        assertThat(JSON).contains(old.replace('\'', '"'));
        return JSON.replace(old.replace('\'', '"'), changed.replace('\'', '"'));
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of("nothing at all", "", "fitted index: is empty"),
                Arguments.of(
                        "a definition",
                        "{\"format\":\"ldci-definition\",\"version\":1}",
                        "fitted index: /format: must be 'ldci-fit' but is 'ldci-definition'"),
                Arguments.of(
                        "YAML",
                        "format: ldci-fit",
                        "fitted index: line 1, column 1: Unrecognized token 'format': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"),
                Arguments.of("fields left out", "{\"format\":\"ldci-fit\",\"version\":1}", """
                5 problems in fitted index:
                 1. the field 'definition' is missing
                 2. the field 'dataSha256' is missing
                 3. the field 'imputation' is missing
                 4. the field 'metrics' is missing
                 5. the field 'weights' is missing"""),
                Arguments.of("misspelt fields", with("'imputation'", "'imputations'"), """
                2 problems in fitted index:
                 1. /imputations: unknown field 'imputations'; did you mean 'imputation'?
                 2. the field 'imputation' is missing"""),
                Arguments.of(
                        "problems of the definition",
                        with("{'code': 'm'}", "{'code': 'm', 'weight': -1, 'unti': '%'}"),
                        """
                2 problems in fitted index:
                 1. /definition/index/components/0/metrics/0/unti: unknown field 'unti'; did you mean 'unit'?
                 2. /definition/index/components/0/metrics/0/weight: metric 'm' of 'a': weight must be finite and at least 0 but is -1.0"""),
                Arguments.of(
                        "a digest that is none",
                        with(SHA, "0123"),
                        "fitted index: /dataSha256: must be 64 hexadecimal digits in small letters but is '0123'"),
                Arguments.of(
                        "an unknown metric",
                        with("{'code': 'n', 'treatment'", "{'code': 'nn', 'treatment'"),
                        "fitted index: /metrics/1/code: the definition has no metric 'nn'; did you mean 'n'?"),
                Arguments.of(
                        "a metric twice",
                        with("{'code': 'n', 'treatment'", "{'code': 'm', 'treatment'"),
                        "fitted index: /metrics/1/code: the metric 'm' stands here twice"),
                Arguments.of("no treatment and no code", with("'code': 'm', 'treatment': 'untreated',", ""), """
                2 problems in fitted index:
                 1. /metrics/0: the field 'code' is missing
                 2. /metrics/0: the field 'treatment' is missing"""),
                Arguments.of(
                        "a misspelt method",
                        with("'linear'", "'liner'"),
                        "fitted index: /metrics/0/normaliser/method: unknown method 'liner'; did you mean 'linear'?"),
                Arguments.of(
                        "parameters missing, unknown and of the wrong type",
                        with("'spread': 10, 'factor': 100,", "'spred': 10, 'factor': '100',"),
                        """
                3 problems in fitted index:
                 1. /metrics/0/normaliser/spred: 'linear' has no parameter 'spred'; did you mean 'spread'?; it has origin, spread, factor, offset, minimum, maximum
                 2. /metrics/0/normaliser: 'linear' needs the parameter 'spread'
                 3. /metrics/0/normaliser/factor: 'linear': 'factor' must be a number but is '100'"""),
                Arguments.of(
                        "parameters out of range",
                        with("'spread': 10", "'spread': 0"),
                        "fitted index: /metrics/0/normaliser: linear scale: expected finite parameters, spread > 0 and minimum < maximum but got origin 0.0, spread 0.0, factor 100.0, offset 0.0, minimum -Infinity, maximum Infinity"),
                Arguments.of(
                        "a reference of the wrong type",
                        with("[-3, -2, -1]", "[-3, null, -1]"),
                        "fitted index: /metrics/1/normaliser/reference: 'rankAmong': 'reference' must be a list of numbers but is [-3, null, -1]"),
                Arguments.of(
                        "an empty reference",
                        with("[-3, -2, -1]", "[]"),
                        "fitted index: /metrics/1/normaliser: rank scale: needs at least one value, all finite"),
                Arguments.of(
                        "imputed values of the wrong number",
                        with("[4, 'NaN', 0]", "[4]"),
                        "fitted index: /imputation/values: must hold 3 values, one a metric, but holds 1"),
                Arguments.of("weights of nodes that are not there", with("{'a': 1,", "{'a': 1, 'A': 1, 'i': 1,"), """
                2 problems in fitted index:
                 1. /weights/A: the definition has no component or metric 'A' below the index; did you mean 'a'?
                 2. /weights/i: the definition has no component or metric 'i' below the index"""),
                Arguments.of("a weight of nothing measured", with("{'a': 1,", "{'a': 1, 'b': 1, 'o': 2,"), """
                2 problems in fitted index:
                 1. /weights/b: 'b' has a weight, but no metric in it is measured
                 2. /weights/o: 'o' has a weight, but no metric in it is measured"""),
                Arguments.of(
                        "weights missing, negative and of the wrong type",
                        with("{'a': 1, 'm': 3, 'n': 1}", "{'m': -3, 'n': '1'}"),
                        """
                2 problems in fitted index:
                 1. /weights/m: weight must be at least 0 but is -3
                 2. /weights/n: 'n' must be a number but is the text '1'"""),
                Arguments.of(
                        "a weight missing and one negative",
                        with("{'a': 1, 'm': 3, 'n': 1}", "{'m': -3, 'n': 1}"),
                        "fitted index: /weights/m: weight must be at least 0 but is -3"),
                Arguments.of(
                        "weights all zero",
                        with("'m': 3, 'n': 1}", "'m': 0, 'n': 0}"),
                        "fitted index: /weights: component 'a': the weights of its measured children are all 0"),
                Arguments.of(
                        "nothing measured",
                        JSON.replaceAll("(?s)\"metrics\": \\[\\s+\\{.*", "\"metrics\": [], \"weights\": {}}"),
                        "fitted index: /metrics: no metric is measured"));
    }
}
