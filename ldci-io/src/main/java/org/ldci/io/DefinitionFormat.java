package org.ldci.io;

import com.google.common.base.CaseFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ldci.definition.MissingDataPolicy;
import org.ldci.model.Direction;
import org.ldci.rank.TiesStrategy;

/** The words of the definition document, in the order in which they are written. */
final class DefinitionFormat {
    static final String NAME = "ldci-definition";
    static final int VERSION = 1;

    static final List<String> DOCUMENT = List.of("format", "version", "index", "method", "study");
    static final List<String> COMPONENT =
            List.of("code", "name", "weight", "definition", "weights", "aggregate", "components", "metrics");
    static final List<String> METRIC = List.of(
            "code",
            "name",
            "unit",
            "direction",
            "weight",
            "normalise",
            "treat",
            "denominator",
            "target",
            "goalposts",
            "source",
            "year",
            "definition",
            "licence");
    static final List<String> DENOMINATOR = List.of("code", "per");
    static final List<String> GOALPOSTS = List.of("lower", "upper");
    static final List<String> METHOD = List.of(
            "denominate",
            "screen",
            "imputeOverTime",
            "impute",
            "treat",
            "normalise",
            "weights",
            "aggregate",
            "missing",
            "ties");
    static final List<String> MISSING = List.of("method", "minimumCoverage", "absentMetrics");

    static final Map<String, Direction> DIRECTIONS = words(Direction.values());
    static final Map<String, MissingDataPolicy.Rule> RULES = words(MissingDataPolicy.Rule.values());
    static final Map<String, MissingDataPolicy.AbsentMetrics> ABSENT_METRICS =
            words(MissingDataPolicy.AbsentMetrics.values());
    static final Map<String, TiesStrategy> TIES = words(TiesStrategy.values());

    private DefinitionFormat() {}

    /** Constants by their words, in order. */
    static <E extends Enum<E>> Map<String, E> words(E[] constants) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : constants) {
            words.put(word(constant), constant);
        }
        return words;
    }

    /** The word for a constant: NOT_MEASURED is notMeasured. */
    static String word(Enum<?> constant) {
        return CaseFormat.UPPER_UNDERSCORE.to(CaseFormat.LOWER_CAMEL, constant.name());
    }
}
