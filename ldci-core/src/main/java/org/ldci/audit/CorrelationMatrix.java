package org.ldci.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ldci.data.MetricColumn;
import org.ldci.internal.multivariate.Association;
import org.ldci.internal.multivariate.Columns;
import org.ldci.internal.multivariate.Significance;
import org.ldci.internal.text.Console;
import org.ldci.internal.text.TextTable;

/**
 * The correlations, or covariances, of columns with one another, each with the number of regions it rests on.
 *
 * <ul>
 *   <li>fewer than two regions: NaN
 *   <li>a column that is constant over the regions in question: covariances of 0, correlations of NaN
 *   <li>ties: average ranks in Spearman's rho, the correction b in Kendall's tau
 *   <li>correlations are held in [-1, 1], those of a column with itself are exactly 1
 * </ul>
 *
 * <p>Neither the order of the regions nor that of the columns changes a bit. Immutable and thread-safe. Source: M. G.
 * Kendall, "Rank Correlation Methods", Griffin 1970; OECD/JRC, "Handbook on Constructing Composite Indicators", 2008, section
 * 4.
 */
public final class CorrelationMatrix {
    /** What is measured. */
    public enum Kind {
        /** The sample covariance, {@code sum (x - mean x)(y - mean y) / (n - 1)}. */
        COVARIANCE,
        /** Pearson's r, the covariance over both standard deviations. */
        PEARSON,
        /** Spearman's rho, Pearson's r of the ranks; ranks are taken anew among the regions of each pair. */
        SPEARMAN,
        /** Kendall's tau-b, (concordant - discordant pairs) / sqrt((pairs - ties in x) (pairs - ties in y)). */
        KENDALL
    }

    /** Which regions count. */
    public enum Cases {
        /** For each two columns, the regions that have both. The matrix may have negative eigenvalues. */
        PAIRWISE,
        /** The regions that have all columns. */
        COMPLETE
    }

    private final Kind kind;
    private final Cases cases;
    private final Items items;
    private final double[][] values;
    private final int[][] counts;

    private CorrelationMatrix(Kind kind, Cases cases, Items items, double[][] values, int[][] counts) {
        this.kind = kind;
        this.cases = cases;
        this.items = items;
        this.values = values;
        this.counts = counts;
    }

    /**
     * Correlates columns.
     *
     * @param columns columns over the same regions, none twice
     * @param kind what is measured
     * @param cases which regions count
     * @return the matrix
     * @throws IllegalArgumentException if a column stands twice, or columns differ in length
     */
    public static CorrelationMatrix of(List<MetricColumn> columns, Kind kind, Cases cases) {
        Items items = Items.of(columns);
        int m = items.columns.length;
        double[][] data = items.columns;
        double[][] complete = Columns.complete(data);
        Association.Kind of = Association.Kind.valueOf(kind.name());
        int[][] counts = new int[m][m];
        double[][] values;
        boolean noneMissing = m == 0 || complete[0].length == data[0].length;
        if (cases == Cases.COMPLETE || noneMissing) {
            values = Association.of(complete, of);
            for (int[] row : counts) {
                Arrays.fill(row, complete[0].length);
            }
        } else {
            values = new double[m][m];
            for (int j = 0; j < m; j++) {
                for (int k = 0; k <= j; k++) {
                    double[][] both = Columns.complete(new double[][] {data[j], data[k]});
                    values[j][k] = Association.of(both, of)[0][1];
                    values[k][j] = values[j][k];
                    counts[j][k] = both[0].length;
                    counts[k][j] = both[0].length;
                }
            }
        }
        return new CorrelationMatrix(kind, cases, items, values, counts);
    }

    /**
     * The columns.
     *
     * @return their codes, in the order in which they were given
     */
    public List<String> codes() {
        return items.codes;
    }

    /**
     * One element.
     *
     * @param a the code of a column
     * @param b the code of a column
     * @return the correlation or covariance of the two; NaN if it is not defined
     * @throws IllegalArgumentException if there is no such column
     */
    public double value(String a, String b) {
        return values[items.find(a)][items.find(b)];
    }

    /**
     * How many regions an element rests on.
     *
     * @param a the code of a column
     * @param b the code of a column
     * @return the number of regions
     * @throws IllegalArgumentException if there is no such column
     */
    public int regions(String a, String b) {
        return counts[items.find(a)][items.find(b)];
    }

    /**
     * How likely a correlation at least as far from 0 is if the two columns have nothing to do with one another: the
     * two-sided p-value.
     *
     * <ul>
     *   <li>Pearson's r, and covariances: Student's t with n - 2 degrees of freedom
     *   <li>Spearman's rho: exact up to 9 regions, the Edgeworth series of Best and Roberts (Applied Statistics 24, 1975, AS 89)
     *       up to 1,290; with ties or more regions, Student's t
     *   <li>Kendall's tau-b: exact below 50 regions; with ties or more regions, the normal distribution with the variance
     *       that ties leave, without a correction for continuity
     *   <li>a column with itself: 0
     *   <li>fewer than three regions, or no correlation: NaN
     * </ul>
     *
     * <p>These choices are those of R's cor.test. With many pairs some p-values are small by chance.
     *
     * @param a the code of a column
     * @param b the code of a column
     * @return the probability, from 0 to 1
     * @throws IllegalArgumentException if there is no such column
     */
    public double pValue(String a, String b) {
        int j = items.find(a);
        int k = items.find(b);
        if (counts[j][k] < 3 || Double.isNaN(values[j][k])) {
            return Double.NaN;
        }
        if (j == k) {
            return 0;
        }
        double[][] all = cases == Cases.COMPLETE ? Columns.complete(items.columns) : items.columns;
        double[][] both = Columns.complete(new double[][] {all[Math.min(j, k)], all[Math.max(j, k)]});
        return Significance.of(both[0], both[1], Association.Kind.valueOf(kind.name()));
    }

    /** A title and the first rows and columns, made for JShell. */
    @Override
    public String toString() {
        return table().brief("CorrelationMatrix (" + kind + "): " + codes().size() + " columns", "print() for all");
    }

    /** Prints the whole matrix to the standard output. */
    public void print() {
        Console.print(table().all());
    }

    private TextTable table() {
        List<String> head = new ArrayList<>(List.of(""));
        head.addAll(codes());
        TextTable table = new TextTable(1, head);
        for (String a : codes()) {
            List<String> row = new ArrayList<>(List.of(a));
            codes().forEach(b -> row.add(TextTable.number(value(a, b), 3)));
            table.row(row);
        }
        return table;
    }
}
