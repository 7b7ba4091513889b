package org.ldci.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ldci.data.CellStatus;
import org.ldci.data.Dataset;
import org.ldci.data.Panel;
import org.ldci.model.Geography;
import org.ldci.model.Metric;
import org.ldci.model.Region;

class DatasetRoundTripProperties {
    @Provide
    Arbitrary<Dataset> datasets() {
        return DatasetArbitraries.datasets();
    }

    @Provide
    Arbitrary<Panel> panels() {
        return DatasetArbitraries.panels();
    }

    @Property
    void csvReadsBackAsItWas(@ForAll("datasets") Dataset dataset) {
        assertThat(Datasets.parse(Datasets.toCsv(dataset))).isEqualTo(dataset);
    }

    @Property
    void csvIsWideUnlessThatWouldLose(@ForAll("datasets") Dataset dataset) {
        Dataset read = Datasets.parse(Datasets.toCsv(dataset));
        boolean notes = false;
        for (int i = 0; i < dataset.regions().size(); i++) {
            for (int j = 0; j < dataset.metrics().size(); j++) {
                notes |= !dataset.note(i, j).isEmpty();
            }
        }
        boolean fixed = dataset.metrics().stream()
                .anyMatch(metric ->
                        List.of("population", "group:a", "period", "Name").contains(metric));
        boolean both = dataset.metrics().containsAll(List.of("Metric", "value"));
        boolean wide = !Datasets.toCsv(dataset).contains(",metric,value,status");
        assertThat(wide).isEqualTo(!dataset.hasStandardErrors() && !notes && !fixed && !both);
        assertThat(read.sha256()).isEqualTo(Datasets.parse(Datasets.toCsv(read)).sha256());
    }

    @Property
    void jsonReadsBackAsItWas(@ForAll("datasets") Dataset dataset) {
        assertThat(Datasets.parse(Datasets.toJson(dataset))).isEqualTo(dataset);
    }

    @Property
    void longCsvOfAPanelReadsBackAsItWas(@ForAll("panels") Panel panel) {
        assertThat(Datasets.parsePanel(Datasets.toLongCsv(panel))).isEqualTo(panel);
    }

    @Property
    void jsonOfAPanelReadsBackAsItWas(@ForAll("panels") Panel panel) {
        assertThat(Datasets.parsePanel(Datasets.toJson(panel))).isEqualTo(panel);
    }

    @Example
    void wideCsvShowsStatusesAsMarkers() {
        Region one = Region.builder("TLC").name("North East").level("ITL1").build();
        Dataset dataset = Dataset.builder()
                .value(one, "a", 12.3, CellStatus.ESTIMATED)
                .missing(one, "b", CellStatus.SUPPRESSED)
                .missing(one, "c", CellStatus.MISSING_UNSPECIFIED)
                .value(one, "d", 5)
                .build();
        assertThat(Datasets.toCsv(dataset)).isEqualTo("""
                region,name,level,a,b,c,d
                TLC,North East,ITL1,12.3 [e],[c],,5
                """);
    }

    @Example
    void jsonHasOneRegionALine() {
        Region one = Region.builder("TLC").name("North East").build();
        Dataset dataset = Dataset.builder()
                .value(one, "a", 12.3)
                .missing(one, "b", CellStatus.SUPPRESSED)
                .note(one, "b", "few firms")
                .build();
        assertThat(Datasets.toJson(dataset)).isEqualTo("""
                {
                  "format":"ldci-data",
                  "version":1,
                  "regions":[
                    {"code":"TLC","name":"North East"}
                  ],
                  "metrics":["a","b"],
                  "values":[
                    [12.3,null]
                  ],
                  "statuses":[
                    [0,1,"SUPPRESSED"]
                  ],
                  "notes":[
                    [0,1,"few firms"]
                  ]
                }
                """);
    }

    @Example
    void templateIsFilledInAndRead() {
        Geography geography = Geography.of(List.of(Region.of("TLC", "=North", "ITL1"), Region.of("TLD")));
        String template = Datasets.template(
                geography,
                List.of(
                        Metric.builder("gigabit").build(),
                        Metric.builder("below30").build()));
        assertThat(template).isEqualTo("""
                region,name,level,gigabit,below30
                TLC,'=North,ITL1,,
                TLD,TLD,,,
                """);
        Dataset filled = Datasets.parse(template.replace("ITL1,,", "ITL1,89.9,2.1"));
        assertThat(filled.regions()).isEqualTo(geography.regions());
        assertThat(filled.value("TLC", "below30")).isEqualTo(2.1);
        assertThat(filled.missing()).isEqualTo(2);
    }
}
