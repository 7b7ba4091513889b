package org.ldci.spi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ldci.internal.text.Suggestion;
import org.ldci.model.Problem;

/** Finds strategies by kind and name. Immutable and thread-safe. */
public final class Strategies {
    /** The longest value that a message shows, in characters. */
    private static final int LONGEST_SHOWN = 100;

    private static final Strategies STANDARD = new Strategies(StandardProviders.all());

    private final List<StrategyProvider<?>> providers;

    private Strategies(List<StrategyProvider<?>> providers) {
        this.providers = List.copyOf(providers);
    }

    /**
     * The strategies of the library.
     *
     * @return the registry
     */
    public static Strategies standard() {
        return STANDARD;
    }

    /**
     * The strategies of the library and those of third parties that {@link ServiceLoader} finds.
     *
     * @return a new registry
     * @throws IllegalArgumentException if a provider cannot be loaded, or two claim the same kind and name
     */
    public static Strategies installed() {
        List<StrategyProvider<?>> found = new ArrayList<>();
        try {
            for (StrategyProvider<?> provider : ServiceLoader.load(StrategyProvider.class)) {
                found.add(provider);
            }
        } catch (ServiceConfigurationError e) {
            throw new IllegalArgumentException("a strategy provider cannot be loaded: " + e.getMessage(), e);
        }
        return STANDARD.with(found);
    }

    /**
     * These strategies and some more.
     *
     * @param more further providers
     * @return a new registry
     * @throws IllegalArgumentException if two claim the same kind and name
     */
    public Strategies with(List<? extends StrategyProvider<?>> more) {
        List<StrategyProvider<?>> all = new ArrayList<>(providers);
        for (StrategyProvider<?> provider : more) {
            if (all.stream()
                    .anyMatch(known ->
                            known.kind().equals(provider.kind()) && known.name().equals(provider.name()))) {
                throw new IllegalArgumentException(
                        "two providers claim the " + provider.kind().getSimpleName() + " '" + provider.name() + "'");
            }
            all.add(provider);
        }
        return new Strategies(all);
    }

    /**
     * All providers of one kind, in their order: those of the library first.
     *
     * @param kind the kind of strategy
     * @param <S> the kind of strategy
     * @return the providers
     */
    public <S> List<StrategyProvider<S>> ofKind(Class<S> kind) {
        List<StrategyProvider<S>> found = new ArrayList<>();
        for (StrategyProvider<?> provider : providers) {
            if (provider.kind().equals(kind)) {
                @SuppressWarnings("unchecked") // the kind says what S is
                StrategyProvider<S> of = (StrategyProvider<S>) provider;
                found.add(of);
            }
        }
        return found;
    }

    /**
     * The provider that names a strategy.
     *
     * @param kind the kind of strategy
     * @param strategy the strategy
     * @param <S> the kind of strategy
     * @return the first provider that describes it, or empty if none does
     */
    public <S> Optional<StrategyProvider<S>> providerOf(Class<S> kind, S strategy) {
        return ofKind(kind).stream()
                .filter(provider -> provider.describes(strategy))
                .findFirst();
    }

    /**
     * Makes a strategy from its name and raw parameters: those left out take their defaults.
     *
     * @param kind the kind of strategy
     * @param name the name
     * @param raw parameters as they stand in a file: {@link Number}, {@link Boolean}, {@link String} or {@link List};
     *     numbers that JSON cannot write as the texts NaN, Infinity and -Infinity
     * @param path where the strategy stands, for the problems
     * @param problems receives every problem found
     * @param <S> the kind of strategy
     * @return the strategy; empty if there is a problem
     */
    public <S> Optional<S> read(Class<S> kind, String name, Map<String, ?> raw, String path, List<Problem> problems) {
        Optional<StrategyProvider<S>> provider =
                ofKind(kind).stream().filter(p -> p.name().equals(name)).findFirst();
        if (provider.isEmpty()) {
            List<String> names =
                    ofKind(kind).stream().map(StrategyProvider::name).toList();
            String nearest = Suggestion.nearest(name, names);
            problems.add(new Problem(
                    path + "/method",
                    "unknown method '" + name + "'"
                            + (nearest.isEmpty() ? "; the methods are " + String.join(", ", names) : nearest)));
            return Optional.empty();
        }
        int before = problems.size();
        List<Parameter> parameters = provider.get().parameters();
        List<String> known = parameters.stream().map(Parameter::name).toList();
        for (String given : raw.keySet()) {
            if (!known.contains(given)) {
                problems.add(new Problem(
                        path + "/" + given.replace("~", "~0").replace("/", "~1"),
                        "'" + name + "' has no parameter '" + given + "'" + Suggestion.nearest(given, known)
                                + (known.isEmpty() ? "; it has none" : "; it has " + String.join(", ", known))));
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            Object given = raw.get(parameter.name());
            Object value = given == null ? parameter.fallback().orElse(null) : convert(parameter, given);
            if (value != null) {
                values.put(parameter.name(), value);
            } else if (given == null) {
                problems.add(new Problem(path, "'" + name + "' needs the parameter '" + parameter.name() + "'"));
            } else {
                problems.add(new Problem(
                        path + "/" + parameter.name(),
                        "'" + name + "': '" + parameter.name() + "' must be " + expected(parameter) + " but is "
                                + quote(given)));
            }
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(provider.get().read(values));
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(path, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private static String expected(Parameter parameter) {
        return switch (parameter.type()) {
            case NUMBER -> "a number";
            case INTEGER -> "a whole number";
            case BOOLEAN -> "true or false";
            case TEXT -> "a text";
            case CHOICE -> parameter.choices().stream().map(Strategies::quote).collect(Collectors.joining(" or "));
            case NUMBERS -> "a list of numbers";
            case TEXTS -> "a list of texts";
            case MATRIX -> "a list of lists of numbers";
        };
    }

    private static String quote(Object value) {
        String text = value.toString();
        String shown = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
        return value instanceof String ? "'" + shown + "'" : shown;
    }

    private static @Nullable Object convert(Parameter parameter, Object given) {
        return switch (parameter.type()) {
            case NUMBER -> number(given);
            case INTEGER -> given instanceof Number n && n.doubleValue() == n.intValue() ? (Object) n.intValue() : null;
            case BOOLEAN -> given instanceof Boolean ? given : null;
            case TEXT -> given instanceof String ? given : null;
            case CHOICE -> given instanceof String text && parameter.choices().contains(text) ? given : null;
            case NUMBERS -> numbers(given);
            case TEXTS ->
                given instanceof List<?> list && list.stream().allMatch(String.class::isInstance) ? given : null;
            case MATRIX -> matrix(given);
        };
    }

    private static @Nullable Double number(@Nullable Object given) {
        if (given instanceof Number n) {
            return n.doubleValue();
        }
        return given instanceof String text
                        && List.of("NaN", "Infinity", "-Infinity").contains(text)
                ? Double.valueOf(text)
                : null;
    }

    private static @Nullable List<Double> numbers(@Nullable Object given) {
        if (!(given instanceof List<?> list)) {
            return null;
        }
        List<Double> numbers = new ArrayList<>();
        for (Object element : list) {
            Double number = number(element);
            if (number == null) {
                return null;
            }
            numbers.add(number);
        }
        return numbers;
    }

    private static @Nullable List<List<Double>> matrix(Object given) {
        if (!(given instanceof List<?> list)) {
            return null;
        }
        List<List<Double>> rows = new ArrayList<>();
        for (Object element : list) {
            List<Double> row = numbers(element);
            if (row == null) {
                return null;
            }
            rows.add(row);
        }
        return rows;
    }

    /**
     * A strategy in words that stay the same from run to run: its name and parameters.
     *
     * @param kind the kind of strategy
     * @param strategy the strategy
     * @param <S> the kind of strategy
     * @return such as "minMax{lower=0.0, upper=100.0}"; for a record that nobody named, its class and parameters; for
     *     anything else its class, if that has a name, or "unnamed"
     */
    public <S> String describe(Class<S> kind, S strategy) {
        Optional<StrategyProvider<S>> provider = providerOf(kind, strategy);
        if (provider.isPresent()) {
            Map<String, Object> values = provider.get().write(strategy);
            return provider.get().name() + (values.isEmpty() ? "" : values);
        }
        Class<?> type = strategy.getClass();
        if (type.isRecord()) {
            return type.getName() + ":" + strategy;
        }
        return type.isHidden() || type.isSynthetic() || type.isAnonymousClass() ? "unnamed" : type.getName();
    }
}
