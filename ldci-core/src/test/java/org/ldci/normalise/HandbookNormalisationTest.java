package org.ldci.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ldci.data.MetricColumn;
import org.ldci.model.Metric;
import org.ldci.model.Region;
import org.ldci.rank.TiesStrategy;
import org.ldci.reference.ReferenceFiles.Table;

/**
 * Table 15 of OECD/JRC, Handbook on Constructing Composite Indicators (2008): mean years of schooling of 23 countries
 * (UNDP, Human Development Report 2001) under the methods of step 5.
 */
class HandbookNormalisationTest {
    private static final Table TABLE = Table.of("""
            country,x,rank,z,minmax,toMean,toBest,toWorst,diffMean,diffWorst,interval,percentile,category
            Finland,10,15,0.26,0.59,1.04,0.83,1.41,0.04,0.41,0,65.2,60
            United States,12,23,1.52,1.00,1.25,1.00,1.69,0.25,0.69,1,100,100
            Sweden,11.4,19,1.14,0.88,1.19,0.95,1.61,0.19,0.61,0,82.6,60
            Japan,9.5,12,-0.06,0.49,0.99,0.79,1.34,-0.01,0.34,0,52.2,50
            Korea,10.8,17,0.76,0.76,1.13,0.90,1.52,0.13,0.52,0,73.9,60
            Netherlands,9.4,9,-0.12,0.47,0.98,0.78,1.32,-0.02,0.32,0,39.1,50
            United Kingdom,9.4,9,-0.12,0.47,0.98,0.78,1.32,-0.02,0.32,0,39.1,50
            Canada,11.6,20,1.27,0.92,1.21,0.97,1.63,0.21,0.63,1,87.0,80
            Australia,10.9,18,0.83,0.78,1.14,0.91,1.54,0.14,0.54,0,78.3,60
            Singapore,7.1,1,-1.58,0.00,0.74,0.59,1.00,-0.26,0.00,-1,4.3,0
            Germany,10.2,16,0.38,0.63,1.06,0.85,1.44,0.06,0.44,0,69.6,60
            Norway,11.9,22,1.46,0.98,1.24,0.99,1.68,0.24,0.68,1,95.7,100
            Ireland,9.4,9,-0.12,0.47,0.98,0.78,1.32,-0.02,0.32,0,39.1,50
            Belgium,9.3,8,-0.19,0.45,0.97,0.78,1.31,-0.03,0.31,0,34.8,40
            New Zealand,11.7,21,1.33,0.94,1.22,0.98,1.65,0.22,0.65,1,91.3,80
            Austria,8.4,6,-0.76,0.27,0.88,0.70,1.18,-0.12,0.18,0,26.1,40
            France,7.9,5,-1.08,0.16,0.82,0.66,1.11,-0.18,0.11,0,21.7,40
            Israel,9.6,14,0.00,0.51,1.00,0.80,1.35,0.00,0.35,0,60.9,50
            Spain,7.3,4,-1.46,0.04,0.76,0.61,1.03,-0.24,0.03,-1,17.4,40
            Italy,7.2,3,-1.52,0.02,0.75,0.60,1.01,-0.25,0.01,-1,13.0,20
            Czech Republic,9.5,12,-0.06,0.49,0.99,0.79,1.34,-0.01,0.34,0,52.2,50
            Hungary,9.1,7,-0.31,0.41,0.95,0.76,1.28,-0.05,0.28,0,30.4,40
            Slovenia,7.1,1,-1.58,0.00,0.74,0.59,1.00,-0.26,0.00,-1,4.3,0
            """);

    private static void reproduces(String column, Normaliser normaliser, double rounding) {
        List<Region> regions = TABLE.texts("country").stream()
                .map(name -> Region.of(name.replace(' ', '-')))
                .toList();
        FittedNormaliser fitted =
                normaliser.fit(Metric.of("schooling"), MetricColumn.view("schooling", regions, TABLE.numbers("x"), 0));
        double[] expected = TABLE.numbers(column);
        for (int i = 0; i < expected.length; i++) {
            assertThat(fitted.apply(TABLE.numbers("x")[i]))
                    .as("%s of %s", column, regions.get(i).code())
                    .isCloseTo(expected[i], within(rounding));
        }
    }

    @Test
    void everyColumnOfTheTableAtItsPrintedDecimals() {
        reproduces("rank", Normalisers.rank(TiesStrategy.MIN), 0);
        reproduces("z", Normalisers.zScore(), 0.0051);
        reproduces("minmax", Normalisers.minMax(0, 1), 0.0051);
        reproduces("toMean", Normalisers.ratioToReference(Reference.MEAN), 0.0051);
        reproduces("toBest", Normalisers.ratioToReference(Reference.BEST), 0.0051);
        reproduces("toWorst", Normalisers.ratioToReference(Reference.WORST), 0.0051);
        reproduces("diffMean", Normalisers.differenceToReference(Reference.MEAN), 0.0051);
        reproduces("diffWorst", Normalisers.differenceToReference(Reference.WORST), 0.0051);
        reproduces("interval", Normalisers.meanInterval(0.2), 0);
        reproduces(
                "percentile", Normalisers.percentileRank(PercentileDefinition.UP_TO, TiesStrategy.MIN, 0, 100), 0.051);
    }

    /** Table 14: two stations in two years, by the greater of each; in Fahrenheit the composites are others. */
    @Test
    void theZeroOfAScaleMattersToFractionsOfTheMaximum() {
        composites(new double[] {35, 39}, new double[] {75, 50}, 0.949, 0.833);
        composites(new double[] {35.9, 40}, new double[] {70, 45}, 0.949, 0.821);
        composites(new double[] {95, 102.2}, new double[] {75, 50}, 0.965, 0.833);
        composites(new double[] {96.62, 104}, new double[] {70, 45}, 0.965, 0.821);
    }

    private static void composites(double[] temperature, double[] humidity, double a, double b) {
        List<Region> stations = List.of(Region.of("A"), Region.of("B"));
        double[] means = new double[2];
        for (double[] values : List.of(temperature, humidity)) {
            FittedNormaliser fitted =
                    Normalisers.fractionOfMaximum().fit(Metric.of("m"), MetricColumn.view("m", stations, values, 0));
            for (int i = 0; i < 2; i++) {
                means[i] += fitted.apply(values[i]) / 2;
            }
        }
        assertThat(means).containsExactly(new double[] {a, b}, within(5.0001e-4));
    }

    /** The seven categories of the table are parted at these percentile ranks; table 3 of the handbook names others. */
    @Test
    void categoriesByPercentileRank() {
        reproduces(
                "category",
                Normalisers.percentileBands(
                        List.of(5.0, 15.0, 35.0, 65.0, 85.0, 95.0),
                        List.of(0.0, 20.0, 40.0, 50.0, 60.0, 80.0, 100.0),
                        BandBasis.RANKS),
                0);
    }
}
