package org.ldci.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of named cells, the same in CSV and JSON. A cell is a text, a number, true or false; null and NaN are not known. */
final class ResultRows {
    private final List<String> columns;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    ResultRows(String... columns) {
        this.columns = List.of(columns);
    }

    /** Adds a line of as many cells as there are columns. */
    ResultRows row(@Nullable Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "expected a cell each for " + columns + " but got " + Arrays.toString(cells));
        }
        rows.add(cells);
        return this;
    }

    /** A rank or a difference of ranks: halves come from ties alone, and a whole number needs no point. */
    static Number rank(double rank) {
        if (rank == Math.rint(rank)) {
            return (int) rank;
        }
        return rank;
    }

    /** A header and the lines; what is not known is empty. */
    String csv() {
        StringBuilder text = new StringBuilder(String.join(",", columns)).append('\n');
        for (@Nullable Object[] row : rows) {
            text.append(Arrays.stream(row).map(ResultRows::cell).collect(Collectors.joining(",")))
                    .append('\n');
        }
        return text.toString();
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        } else if (value instanceof Double number) {
            return ResultCsv.number(number);
        }
        // a number below 0 is no formula
        return value instanceof Number ? value.toString() : ResultCsv.field(value.toString());
    }

    /** An object a line; what is not known is null. */
    List<Map<String, @Nullable Object>> objects() {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        for (@Nullable Object[] row : rows) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            for (int c = 0; c < row.length; c++) {
                fields.put(columns.get(c), row[c] instanceof Double number && number.isNaN() ? null : row[c]);
            }
            objects.add(fields);
        }
        return objects;
    }
}
