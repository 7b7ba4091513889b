package org.ldci.examples.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.digital.LocalDigitalCapital;
import org.ldci.engine.CompositeIndex;
import org.ldci.engine.IndexResult;
import org.ldci.io.Definitions;
import org.ldci.model.Direction;
import org.ldci.model.IndexNode;
import org.ldci.model.Metric;
import org.ldci.model.Region;

class UkRegionsTest {
    private static final Path SOURCE = Path.of(System.getProperty("ldci.shared"), "data", "uk-itl1");

    static boolean sourceIsHere() {
        return Files.exists(SOURCE.resolve("matrix_ready.csv"));
    }

    @Test
    void there_are_46_metrics_of_the_twelve_regions() {
        Dataset uk = UkRegions.dataset();
        assertThat(uk.metrics()).hasSize(46).doesNotHaveDuplicates();
        assertThat(uk.regions())
                .extracting(Region::code, Region::name, Region::level, Region::aliases)
                .containsExactlyElementsOf(LocalDigitalCapital.regions().regions().stream()
                        .map(r -> tuple(r.code(), r.name(), r.level(), r.aliases()))
                        .toList());
    }

    @Test
    void the_definition_has_the_components_and_the_method_of_the_library() {
        IndexDefinition definition = UkRegions.definition();
        assertThat(definition.index().children())
                .extracting(IndexNode::code, IndexNode::name, IndexNode::weight)
                .containsExactlyElementsOf(LocalDigitalCapital.components().stream()
                        .map(c -> tuple(c.code(), c.name(), c.weight()))
                        .toList());
        assertThat(definition.method()).isEqualTo(LocalDigitalCapital.methodology());
        assertThat(UkRegions.compensatory().method()).isEqualTo(LocalDigitalCapital.compensatory());
        assertThat(definition.code())
                .isEqualTo(LocalDigitalCapital.builder().metric("x").build().code());
    }

    @Test
    void every_metric_says_what_it_is_and_where_it_comes_from() {
        assertThat(UkRegions.definition().metrics()).allSatisfy(metric -> {
            assertThat(metric.name()).isNotEqualTo(metric.code());
            assertThat(metric.unit()).isNotEmpty();
            assertThat(metric.year()).isNotEmpty();
            assertThat(metric.definition()).isNotEmpty();
            assertThat(metric.source()).isNotEmpty();
            assertThat(metric.licence()).isNotEmpty();
        });
    }

    @Test
    void the_columns_are_the_metrics_of_the_definition() {
        assertThat(UkRegions.dataset().metrics())
                .containsExactlyInAnyOrderElementsOf(UkRegions.definition().metrics().stream()
                        .map(Metric::code)
                        .toList());
    }

    @Test
    void every_component_is_measured_and_every_region_ranked() {
        IndexResult result = CompositeIndex.of(UkRegions.definition()).score(UkRegions.dataset());
        assertThat(result.nodes()).hasSize(1 + 8 + 46).allMatch(result::isMeasured);
        assertThat(result.ranks()).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    /**
     * What was published of the original index: London and the South East strongest in every edition (2021, 2022), East of
     * England third in 2023, Wales and Northern Ireland weak (2022).
     */
    @Test
    void the_ranking_agrees_with_what_was_published_of_the_original_index() {
        IndexResult result = CompositeIndex.of(UkRegions.definition()).score(UkRegions.dataset());
        assertThat(result.rank("TLI")).isEqualTo(1);
        assertThat(result.rank("TLJ")).isEqualTo(2);
        assertThat(result.rank("TLH")).isEqualTo(3);
        assertThat(result.rank("TLN")).isGreaterThan(9);
        assertThat(result.rank("TLL")).isGreaterThan(9);
    }

    @Test
    @EnabledIf("sourceIsHere")
    void values_are_those_of_the_source_digit_for_digit() throws IOException {
        Map<String, Map<String, String>> source =
                table(Files.readString(SOURCE.resolve("matrix_ready.csv")), "itl_code");
        Map<String, Map<String, String>> bundled = table(resource("uk-itl1.csv"), "region");
        Dataset uk = UkRegions.dataset();
        List<String> metrics = uk.metrics();
        int missing = 0;
        assertThat(bundled).hasSize(12).hasSameSizeAs(source);
        for (Map.Entry<String, Map<String, String>> row : source.entrySet()) {
            String region = row.getKey();
            Map<String, String> ours = Objects.requireNonNull(bundled.get(region));
            assertThat(ours.get("aliases")).isEqualTo(row.getValue().get("gss_code"));
            assertThat(ours.get("name")).isEqualTo(row.getValue().get("region"));
            assertThat(row.getValue().keySet()).containsAll(metrics).hasSize(3 + metrics.size());
            for (String metric : metrics) {
                String text = Objects.requireNonNull(row.getValue().get(metric));
                assertThat(ours.get(metric)).as("%s in %s", metric, region).isEqualTo(text);
                missing += text.isEmpty() ? 1 : 0;
                assertThat(uk.value(region, metric))
                        .as("%s in %s", metric, region)
                        .isEqualTo(text.isEmpty() ? Double.valueOf(Double.NaN) : Double.valueOf(text));
            }
        }
        assertThat(uk.missing()).isEqualTo(missing).isPositive();
    }

    @Test
    @EnabledIf("sourceIsHere")
    void components_directions_and_years_are_those_of_the_source() throws IOException {
        Map<String, String> component = new HashMap<>();
        UkRegions.definition()
                .index()
                .components()
                .skip(1)
                .forEach(c -> c.metrics().forEach(metric -> component.put(metric.code(), c.name())));
        Map<String, Map<String, String>> source = table(Files.readString(SOURCE.resolve("metrics_ready.csv")), "id");
        assertThat(source).hasSize(46);
        for (Metric metric : UkRegions.definition().metrics()) {
            Map<String, String> row = Objects.requireNonNull(source.get(metric.code()));
            assertThat(component.get(metric.code())).isEqualTo(row.get("component"));
            assertThat(metric.year()).isEqualTo(row.get("year"));
            assertThat(metric.direction())
                    .isEqualTo("-1".equals(row.get("direction")) ? Direction.NEGATIVE : Direction.POSITIVE);
        }
    }

    @Test
    @EnabledIf("sourceIsHere")
    void populations_are_those_of_the_source() throws IOException {
        Map<String, Double> population = new HashMap<>();
        try (var lines = Files.lines(SOURCE.resolve("values.csv"))) {
            lines.filter(line -> line.startsWith("pop,")).forEach(line -> {
                String[] cells = line.split(",", -1);
                population.put(cells[2], Double.parseDouble(cells[4]));
            });
        }
        assertThat(UkRegions.dataset().regions().stream()
                        .collect(Collectors.toMap(
                                Region::code, r -> r.population().orElseThrow())))
                .isEqualTo(population);
    }

    @Test
    void the_bundled_definitions_say_nothing_but_what_is_read() throws IOException {
        assertThat(Definitions.parse(Definitions.toJson(UkRegions.definition())))
                .isEqualTo(UkRegions.definition());
        assertThat(UkRegions.deprivation().metrics())
                .extracting(IndexNode::weight)
                .containsExactly(22.5, 22.5, 13.5, 13.5, 9.3, 9.3, 9.3);
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(UkRegions.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    /** A plain reader of its own, so that the library does not check itself: rows by key, cells by column. */
    private static Map<String, Map<String, String>> table(String csv, String key) {
        List<String> lines = csv.lines().toList();
        List<String> head = cells(lines.get(0));
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < head.size(); i++) {
                row.put(head.get(i), cells.get(i));
            }
            rows.put(Objects.requireNonNull(row.get(key)), row);
        }
        return rows;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
