package org.ldci.io;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.ldci.data.CellStatus;
import org.ldci.data.Dataset;
import org.ldci.data.DatasetBuilder;
import org.ldci.data.Panel;
import org.ldci.data.Period;
import org.ldci.model.Region;

/** Datasets with everything a dataset can hold, from a seed. */
final class DatasetArbitraries {
    private static final String[] TEXTS = {
        "North East",
        "",
        " ",
        "=1+1",
        "'=1",
        "+44",
        "-",
        "@x",
        "\ttab",
        "a,b;c",
        "say \"hi\"",
        "line\nbreak",
        "\r\n",
        "Ynys Môn",
        "'t Zand",
        "\uFEFF",
        "[c]",
        "1,234",
        "\uD83C\uDF0D"
    };
    private static final String[] METRICS = {
        "gigabit",
        "below30",
        "mob:4g",
        "x",
        "value",
        "population",
        "group:a",
        "Metric",
        "E12",
        "é",
        "period",
        "Name",
        "1"
    };
    private static final double[] NUMBERS = {
        0,
        1,
        -1,
        12.5,
        1e15,
        1e-7,
        73.60000000000001,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        1234567,
        -0.1,
        1e22,
        123456789012345680d
    };

    private static final List<CellStatus> STATUSES = List.of(CellStatus.values());

    private DatasetArbitraries() {}

    /** Datasets of 1 to 5 regions and metrics, with or without standard errors and notes. */
    static Arbitrary<Dataset> datasets() {
        return Arbitraries.longs().map(seed -> dataset(new Random(seed), null));
    }

    /** Panels of 1 to 3 periods; the populations of some change. */
    static Arbitrary<Panel> panels() {
        return Arbitraries.longs().map(seed -> {
            Random random = new Random(seed);
            List<Region> regions = regions(random);
            Map<Period, Dataset> datasets = new LinkedHashMap<>();
            for (String label : List.of("2023", "2024-25", "2024-Q1").subList(0, 1 + random.nextInt(3))) {
                datasets.put(Period.parse(label), dataset(random, changed(random, regions)));
            }
            return Panel.of(datasets);
        });
    }

    private static List<Region> changed(Random random, List<Region> regions) {
        return regions.stream()
                .filter(region -> random.nextInt(5) > 0 || region.equals(regions.get(0)))
                .map(region -> switch (random.nextInt(8)) {
                    case 0 -> region.withPopulation(OptionalDouble.of(Math.abs(number(random))));
                    case 1 -> region.withPopulation(OptionalDouble.empty());
                    default -> region;
                })
                .toList();
    }

    private static List<Region> regions(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(5))
                .mapToObj(i -> region(random, i))
                .toList();
    }

    private static Region region(Random random, int i) {
        // the same code may stand at two levels
        Region.Builder builder = Region.builder("E" + (i / 2)).level(i % 2 == 0 ? "" : "=LAD " + text(random));
        if (random.nextBoolean()) {
            builder.name(text(random));
        }
        if (random.nextInt(3) == 0) {
            builder.parent("UK").population(Math.abs(number(random)));
        }
        for (int k = random.nextInt(3); k > 0; k--) {
            builder.addAliases("A" + i + k);
        }
        if (random.nextInt(3) == 0) {
            builder.putGroups(text(random), text(random));
        }
        return builder.build();
    }

    private static Dataset dataset(Random random, List<Region> given) {
        List<Region> regions = given == null ? regions(random) : given;
        Set<String> metrics = new LinkedHashSet<>();
        for (int k = random.nextInt(5); k >= 0; k--) {
            metrics.add(METRICS[random.nextInt(METRICS.length)]);
        }
        boolean rich = random.nextBoolean();
        DatasetBuilder builder = Dataset.builder().metrics(List.copyOf(metrics));
        for (Region region : regions) {
            for (String metric : metrics) {
                CellStatus status = STATUSES.get(random.nextInt(STATUSES.size()));
                builder.value(region, metric, status.hasValue() ? number(random) : Double.NaN, status);
                if (rich && random.nextBoolean()) {
                    builder.note(region, metric, text(random));
                }
                if (rich && random.nextBoolean()) {
                    builder.standardError(region, metric, Math.abs(number(random)));
                }
            }
        }
        return builder.build();
    }

    private static String text(Random random) {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private static double number(Random random) {
        return random.nextBoolean() ? NUMBERS[random.nextInt(NUMBERS.length)] : random.nextGaussian() * 1000;
    }
}
