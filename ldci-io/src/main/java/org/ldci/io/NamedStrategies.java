package org.ldci.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ldci.io.json.Mark;
import org.ldci.io.json.Pointer;
import org.ldci.io.json.Text;
import org.ldci.model.Problem;
import org.ldci.spi.Parameter;
import org.ldci.spi.Strategies;
import org.ldci.spi.StrategyProvider;

/** Strategies as they stand in documents: an object with "method" and the parameters, or the name alone. */
final class NamedStrategies {
    static final String METHOD = "method";

    private final Strategies strategies = Strategies.installed();

    /** Reads a strategy; empty if there is a problem with it. */
    <S> Optional<S> read(Class<S> kind, Object value, String path, List<Problem> problems) {
        if (value instanceof String name) {
            List<Problem> found = new ArrayList<>();
            Optional<S> strategy = strategies.read(kind, Text.shortened(name), Map.of(), path, found);
            // there is no object that a path could lead into
            found.forEach(problem -> problems.add(new Problem(path, problem.message())));
            return strategy;
        }
        if (!(value instanceof Map<?, ?> fields)) {
            if (value != Mark.REFUSED) {
                problems.add(new Problem(
                        path,
                        "must be the name of a method or an object with \"method\" and its parameters but is "
                                + Text.describe(value)));
            }
            return Optional.empty();
        }
        Object given = fields.get(METHOD);
        if (!(given instanceof String name)) {
            if (given != Mark.REFUSED) {
                problems.add(
                        given == null
                                ? new Problem(path, "the field 'method' is missing")
                                : new Problem(
                                        Pointer.child(path, METHOD),
                                        "'method' must be a text but is " + Text.describe(given)));
            }
            return Optional.empty();
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        fields.forEach((key, parameter) -> parameters.put(key.toString(), parameter));
        parameters.remove(METHOD);
        if (isRefused(parameters.values())) {
            return Optional.empty();
        }
        return strategies.read(kind, Text.shortened(name), parameters, path, problems);
    }

    /** Whether a problem was reported for a value already. */
    private static boolean isRefused(Object value) {
        if (value instanceof Iterable<?> elements) {
            for (Object element : elements) {
                if (isRefused(element)) {
                    return true;
                }
            }
        }
        return value == Mark.REFUSED || (value instanceof Map<?, ?> fields && isRefused(fields.values()));
    }

    /** Takes a strategy apart into its name and all parameters; an empty object if nobody named it. */
    <S> Map<String, Object> write(Class<S> kind, S strategy, String path, List<Problem> problems) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Optional<StrategyProvider<S>> provider = strategies.providerOf(kind, strategy);
        if (provider.isEmpty()) {
            problems.add(
                    new Problem(
                            path,
                            "the " + kind.getSimpleName() + " " + strategies.describe(kind, strategy)
                                    + " has no name in files; make it a record and name it by an org.ldci.spi.StrategyProvider"));
            return fields;
        }
        fields.put(METHOD, provider.get().name());
        Map<String, Object> values = provider.get().write(strategy);
        for (Parameter parameter : provider.get().parameters()) {
            Object value = values.get(parameter.name());
            if (value == null) {
                problems.add(new Problem(
                        path,
                        "the provider of '" + provider.get().name() + "' gives no value for its parameter '"
                                + parameter.name() + "'"));
            } else {
                fields.put(parameter.name(), value);
            }
        }
        return fields;
    }
}
