package org.ldci.io;

import java.io.IOException;
import java.util.List;
import org.ldci.engine.IndexResult;
import org.ldci.io.csv.SpreadsheetText;
import org.ldci.model.Geography;
import org.ldci.model.Region;

/** The scores of a result as CSV (RFC 4180, with line feeds). */
final class ResultCsv {
    private ResultCsv() {}

    static void write(IndexResult result, Appendable target) throws IOException {
        List<String> nodes = result.nodes();
        List<String> columns = nodes.subList(1, nodes.size());
        target.append("region,name,rank,index");
        for (String column : columns) {
            target.append(',').append(field(column));
        }
        target.append('\n');
        double[] ranks = result.ranks();
        double[][] scores = nodes.stream().map(result::scores).toArray(double[][]::new);
        Geography geography = result.dataset().geography();
        for (Region region : result.ranking().regions()) {
            int i = geography.position(region);
            target.append(field(region.code())).append(',').append(field(region.name()));
            target.append(',').append(rank(ranks[i]));
            for (double[] column : scores) {
                target.append(',').append(number(column[i]));
            }
            target.append('\n');
        }
    }

    /** A text, quoted where it must be and safe for spreadsheets. */
    static String field(String text) {
        String safe = SpreadsheetText.neutralise(text);
        boolean quote = safe.indexOf(',') >= 0
                || safe.indexOf('"') >= 0
                || safe.indexOf('\n') >= 0
                || safe.indexOf('\r') >= 0
                || !safe.equals(safe.strip());
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** A number in full, nothing for none. */
    static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private static String rank(double rank) {
        return Double.isNaN(rank) ? "" : rank == Math.rint(rank) ? Long.toString((long) rank) : Double.toString(rank);
    }
}
