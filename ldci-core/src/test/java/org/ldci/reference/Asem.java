package org.ldci.reference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ldci.data.Dataset;
import org.ldci.data.DatasetBuilder;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.IndexDefinitionBuilder;
import org.ldci.model.Component;
import org.ldci.model.ComponentBuilder;
import org.ldci.model.Metric;
import org.ldci.model.MetricBuilder;
import org.ldci.model.Region;

/** The ASEM data of the R package COINr 1.1.14 and what it makes of them; held outside the repository. */
final class Asem {
    private static final Path FOLDER = Path.of(System.getProperty("ldci.shared", "../shared"), "reference", "coinr");
    private static final List<String> GROUPS = List.of("GDP_group", "GDPpc_group", "Pop_group", "EurAsia_group");
    static final List<String> DENOMINATORS = List.of("Area", "Energy", "GDP", "Population");

    private Asem() {}

    /** Named condition of every test that needs the reference data. */
    static boolean isPresent() {
        return Files.isDirectory(FOLDER);
    }

    static Csv expected(String name) {
        return Csv.read(FOLDER.resolve("cases").resolve(name + ".csv"));
    }

    static Csv input(String name) {
        return Csv.read(FOLDER.resolve("inputs").resolve(name + ".csv"));
    }

    static Csv meta() {
        return Csv.read(FOLDER.resolve("asem_imeta.csv"));
    }

    static List<String> metrics() {
        Csv raw = expected("build_01_raw");
        return raw.head().subList(1, raw.head().size());
    }

    /** A table of units by indicators, with the groups and denominators of the units. */
    static Dataset data(Csv table) {
        Csv units = expected("build_01_units");
        List<String> codes = table.head().stream().filter(metrics()::contains).toList();
        List<String> columns = new ArrayList<>(codes);
        columns.addAll(DENOMINATORS);
        DatasetBuilder builder = Dataset.builder().metrics(columns);
        for (int row = 0; row < table.rows().size(); row++) {
            String code = table.cell(row, "uCode");
            int unit = units.column("uCode").indexOf(code);
            Region.Builder region = Region.builder(code).name(units.cell(unit, "uName"));
            for (String group : GROUPS) {
                region.putGroups(group, units.cell(unit, group));
            }
            double[] values = new double[columns.size()];
            for (int j = 0; j < columns.size(); j++) {
                values[j] = j < codes.size() ? table.number(row, columns.get(j)) : units.number(unit, columns.get(j));
            }
            builder.row(region.build(), values);
        }
        return builder.build();
    }

    static Dataset raw() {
        return data(expected("build_01_raw"));
    }

    /** The index of the metadata: 49 indicators, 8 pillars, 2 sub-indices. */
    static IndexDefinitionBuilder index() {
        return index(true);
    }

    /** The same for values that are oriented already. */
    static IndexDefinitionBuilder oriented() {
        return index(false);
    }

    private static IndexDefinitionBuilder index(boolean directions) {
        Csv meta = meta();
        IndexDefinitionBuilder builder = IndexDefinition.named("Index");
        for (Component subIndex : below(meta, "Index", directions)) {
            builder.component(subIndex);
        }
        return builder;
    }

    private static List<Component> below(Csv meta, String parent, boolean directions) {
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < meta.rows().size(); i++) {
            if (meta.cell(i, "Parent").equals(parent) && meta.cell(i, "Type").equals("Aggregate")) {
                ComponentBuilder component =
                        Component.builder(meta.cell(i, "iCode")).weight(meta.number(i, "Weight"));
                below(meta, meta.cell(i, "iCode"), directions).forEach(component::component);
                for (int j = 0; j < meta.rows().size(); j++) {
                    if (meta.cell(j, "Parent").equals(meta.cell(i, "iCode"))
                            && meta.cell(j, "Type").equals("Indicator")) {
                        component.metric(metric(meta, j, directions));
                    }
                }
                components.add(component.build());
            }
        }
        return components;
    }

    private static Metric metric(Csv meta, int row, boolean directions) {
        MetricBuilder metric = Metric.builder(meta.cell(row, "iCode")).weight(meta.number(row, "Weight"));
        if (directions && meta.number(row, "Direction") < 0) {
            metric.lowerIsBetter();
        }
        String denominator = meta.cell(row, "Denominator");
        if (directions && !denominator.isEmpty()) {
            metric.denominator(denominator);
        }
        return metric.build();
    }

    /** The definition with the weights of a table of codes and weights. */
    static IndexDefinition weighted(IndexDefinition definition, Csv weights) {
        IndexDefinition changed = definition;
        for (int i = 0; i < weights.rows().size(); i++) {
            if (!weights.cell(i, "iCode").equals("Index")) {
                changed = changed.withWeight(weights.cell(i, "iCode"), weights.number(i, "Weight"));
            }
        }
        return changed;
    }
}
