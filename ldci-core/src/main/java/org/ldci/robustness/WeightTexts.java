package org.ldci.robustness;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.ldci.internal.text.TextTable;

/** How weights read in a table, and maps that keep their order. */
final class WeightTexts {
    private WeightTexts() {}

    /** An unmodifiable copy in the same order. */
    static <V> Map<String, V> copy(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** "a 0.250, b 0.750". */
    static String text(Map<String, Double> weights) {
        return weights.entrySet().stream()
                .map(entry -> entry.getKey() + " " + TextTable.number(entry.getValue(), 3))
                .collect(Collectors.joining(", "));
    }
}
