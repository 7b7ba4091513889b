package org.ldci.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ldci.aggregate.Aggregators.arithmeticMean;
import static org.ldci.normalise.Normalisers.minMax;
import static org.ldci.prepare.Imputations.mean;
import static org.ldci.prepare.Treatments.winsorise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ldci.aggregate.Aggregator;
import org.ldci.aggregate.PointwiseAggregator;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.MissingDataPolicy;
import org.ldci.engine.CompositeIndex;
import org.ldci.engine.IndexResult;
import org.ldci.model.Region;
import org.ldci.rank.TiesStrategy;

@SuppressWarnings("StringConcatToTextBlock") // line ends matter here
class ResultsTest {
    /** Scores are exact: min-max to [0, 100] of values 0, 1, 2, 4 and plain means of them. */
    private static final IndexDefinition INDEX = IndexDefinition.named("small")
            .name("A small index")
            .component("first", c -> c.name("First").metric("a").metric("b", m -> m.lowerIsBetter()))
            .component("second", c -> c.metric("gone"))
            .component("third", c -> c.metric("c"))
            .normalise(minMax(0, 100))
            .aggregate(arithmeticMean())
            .missing(MissingDataPolicy.renormalise().toleratingAbsentMetrics())
            .build();

    private static final Dataset DATA = Dataset.builder()
            .metrics("a", "b", "c", "gone")
            .row(Region.of("low", "=cmd|' /C calc'!A0"), 0, 4, 0, Double.NaN)
            .row(Region.of("top", "<script>alert(\"1\")</script>"), 4, 0, 4, Double.NaN)
            .row(Region.of("mid", "a|b\nc"), 2, 2, 1, Double.NaN)
            .row(Region.of("none", "Nothing, \"here\""), Double.NaN, Double.NaN, Double.NaN, Double.NaN)
            .row(Region.of("part", "@x"), 1, Double.NaN, Double.NaN, Double.NaN)
            .build();

    private static final IndexResult RESULT = CompositeIndex.of(INDEX).score(DATA);

    @Test
    void csv_has_every_node_in_the_order_of_the_tree_and_rows_in_the_order_of_the_rank() {
        assertThat(Results.toCsv(RESULT))
                .isEqualTo("region,name,rank,index,first,a,b,second,gone,third,c\n"
                        + "top,\"<script>alert(\"\"1\"\")</script>\",1,100.0,100.0,100.0,100.0,,,100.0,100.0\n"
                        + "mid,\"a|b\nc\",2,37.5,50.0,50.0,50.0,,,25.0,25.0\n"
                        + "part,'@x,3,25.0,25.0,25.0,,,,,\n"
                        + "low,'=cmd|' /C calc'!A0,4,0.0,0.0,0.0,0.0,,,0.0,0.0\n"
                        + "none,\"Nothing, \"\"here\"\"\",,,,,,,,,\n");
    }

    @Test
    void csv_keeps_full_precision() {
        Dataset data = Dataset.builder()
                .metrics("a")
                .row("x", 0)
                .row("y", 1)
                .row("z", 3)
                .build();
        IndexDefinition definition = IndexDefinition.named("one")
                .metric("a")
                .normalise(minMax(0, 100))
                .build();
        // 100/3 in binary, whose shortest decimal that reads back is this one
        assertThat(Results.toCsv(CompositeIndex.of(definition).score(data))).contains("\ny,y,2,33.33333333333333,");
    }

    @Test
    void csv_writes_a_rank_that_is_no_whole_number_as_it_is() {
        Dataset data = Dataset.builder()
                .metrics("a")
                .row("x", 0)
                .row("y", 1)
                .row("z", 1)
                .build();
        IndexDefinition definition = IndexDefinition.named("one")
                .metric("a")
                .normalise(minMax(0, 100))
                .ties(TiesStrategy.AVERAGE)
                .build();
        assertThat(Results.toCsv(CompositeIndex.of(definition).score(data)))
                .isEqualTo("region,name,rank,index,a\ny,y,1.5,100.0,100.0\nz,z,1.5,100.0,100.0\nx,x,3,0.0,0.0\n");
    }

    @Test
    void markdown_shows_names_as_they_are() {
        assertThat(Results.toMarkdown(RESULT)).isEqualTo("""
                        ## A small index

                        | code | region | rank | index | First | third |
                        |:--|:--|--:|--:|--:|--:|
                        | top | &lt;script&gt;alert("1")&lt;/script&gt; | 1 | 100.00 | 100.0 | 100.0 |
                        | mid | a\\|b c | 2 | 37.50 | 50.0 | 25.0 |
                        | part | @x | 3 | 25.00 | 25.0 | - |
                        | low | =cmd\\|' /C calc'!A0 | 4 | 0.00 | 0.0 | 0.0 |
                        | none | Nothing, "here" | - | - | - | - |

                        Not measured: second
                        """);
    }

    @Test
    void text_keeps_a_region_on_one_line() {
        String text = Results.toText(RESULT);
        assertThat(text.lines()).hasSize(8);
        assertThat(text).startsWith("A small index: 4 of 5 regions ranked\n").endsWith("not measured: second\n");
        assertThat(text.lines().toList().get(3))
                .startsWith("mid")
                .contains("a|b c")
                .endsWith("25.0");
    }

    @Test
    void json_holds_everything() throws IOException {
        JsonNode json = new ObjectMapper().readTree(Results.toJson(RESULT));
        assertThat(json.path("format").asText()).isEqualTo("ldci-result");
        assertThat(json.path("version").asInt()).isEqualTo(1);
        assertThat(json.path("provenance").path("dataSha256").asText()).isEqualTo(DATA.sha256());
        assertThat(json.path("provenance").path("reproducible").asBoolean()).isTrue();
        assertThat(json.path("regions"))
                .extracting(region -> region.path("code").asText())
                .containsExactly("low", "top", "mid", "none", "part");
        JsonNode mid = json.path("regions").get(2);
        assertThat(mid.path("name").asText()).isEqualTo("a|b\nc");
        assertThat(mid.path("score").asDouble()).isEqualTo(37.5);
        assertThat(mid.path("rank").toString()).isEqualTo("2");
        assertThat(mid.path("coverage").asDouble()).isEqualTo(1);
        assertThat(mid.path("nodes").path("third").toString()).isEqualTo("{\"score\":25.0,\"rank\":2}");
        assertThat(mid.path("nodes").path("gone").toString()).isEqualTo("{\"score\":null,\"rank\":null}");
        // metric b is 2 on a scale from 4 (worst) to 0 (best)
        assertThat(mid.path("metrics").path("b").toString())
                .isEqualTo("{\"raw\":2.0,\"denominated\":2.0,\"imputed\":2.0,\"treated\":2.0,\"normalised\":50.0,"
                        + "\"status\":\"observed\"}");
        assertThat(mid.path("metrics").path("gone").path("status").asText()).isEqualTo("missingUnspecified");
        JsonNode none = json.path("regions").get(3);
        assertThat(none.path("score").isNull()).isTrue();
        assertThat(none.path("coverage").asDouble()).isZero();
        assertThat(none.path("metrics").path("a").path("status").asText()).isEqualTo("missingUnspecified");
        assertThat(json.path("nodes"))
                .extracting(node -> node.path("code").asText())
                .containsExactlyElementsOf(RESULT.nodes());
        assertThat(json.path("nodes").get(2).path("globalWeight").asDouble()).isEqualTo(0.25);
        assertThat(json.path("diagnostics"))
                .extracting(found -> found.path("kind").asText())
                .contains("notMeasured", "reweighted", "unranked");
        assertThat(Definitions.parse(json.path("definition").toString())).isEqualTo(INDEX);
    }

    @Test
    void json_tells_what_was_imputed_and_treated() throws IOException {
        // 1000 is an outlier: pulled back to the largest of the others, 10; c is filled with the mean of 0 and 2
        Dataset data = Dataset.builder()
                .metrics("a", "c")
                .row("r1", 1, 0)
                .row("r2", 2, 2)
                .row("r3", 3, Double.NaN)
                .row("r4", 4, 1)
                .row("r5", 5, 1)
                .row("r6", 6, 1)
                .row("r7", 7, 1)
                .row("r8", 8, 1)
                .row("r9", 10, 1)
                .row("r10", 1000, 1)
                .build();
        IndexDefinition definition = IndexDefinition.named("two")
                .metric("a")
                .metric("c")
                .treat(winsorise())
                .impute(mean())
                .normalise(minMax(0, 100))
                .build();
        JsonNode json = new ObjectMapper()
                .readTree(Results.toJson(CompositeIndex.of(definition).score(data)));
        assertThat(json.path("treatment")).hasSize(1);
        JsonNode treated = json.path("treatment").get(0);
        assertThat(treated.path("region").asText()).isEqualTo("r10");
        assertThat(treated.path("before").asDouble()).isEqualTo(1000);
        assertThat(treated.path("after").asDouble()).isEqualTo(10);
        JsonNode filled = json.path("regions").get(2).path("metrics").path("c");
        assertThat(filled.path("raw").isNull()).isTrue();
        assertThat(filled.path("imputed").asDouble()).isEqualTo(1);
        assertThat(filled.path("status").asText()).isEqualTo("imputed");
    }

    @Test
    void a_definition_that_files_cannot_name_is_left_out_with_the_reason() throws IOException {
        Aggregator best = (PointwiseAggregator) (scores, weights) -> scores[0];
        IndexResult result =
                CompositeIndex.of(INDEX.with(m -> m.aggregate(best))).score(DATA);
        JsonNode json = new ObjectMapper().readTree(Results.toJson(result));
        assertThat(json.path("definition").isNull()).isTrue();
        assertThat(json.path("definitionProblem").asText()).contains("aggregate");
        assertThat(json.path("provenance").path("reproducible").asBoolean()).isFalse();
        assertThat(json.path("regions")).hasSize(5);
    }

    @Test
    void equal_results_give_equal_characters() {
        IndexResult again = CompositeIndex.of(INDEX).score(DATA);
        for (ResultFormat format : ResultFormat.values()) {
            StringBuilder first = new StringBuilder();
            StringBuilder second = new StringBuilder();
            Results.write(RESULT, format, first);
            Results.write(again, format, second);
            assertThat(second).asString().isEqualTo(first.toString());
        }
    }

    @Test
    void the_extension_names_the_format(@TempDir Path folder) throws IOException {
        List<String> contents = new ArrayList<>();
        for (String name : List.of("r.csv", "r.json", "r.MD", "r.txt")) {
            Results.write(RESULT, folder.resolve(name));
            contents.add(Files.readString(folder.resolve(name)));
        }
        assertThat(contents)
                .containsExactly(
                        Results.toCsv(RESULT),
                        Results.toJson(RESULT),
                        Results.toMarkdown(RESULT),
                        Results.toText(RESULT));
    }

    @Test
    void an_unknown_extension_is_refused_and_nothing_is_written(@TempDir Path folder) {
        Path file = folder.resolve("result.xls");
        assertThatThrownBy(() -> Results.write(RESULT, file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot tell the format of '" + file
                        + "' from its name; it must end in .csv, .json, .md or .txt");
        assertThat(file).doesNotExist();
    }

    @Test
    void a_file_that_cannot_be_written_is_named(@TempDir Path folder) {
        Path file = folder.resolve("no-such-folder").resolve("r.csv");
        assertThatThrownBy(() -> Results.write(RESULT, file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot write " + file);
    }
}
