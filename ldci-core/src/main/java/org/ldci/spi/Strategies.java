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
import org.ldci.aggregate.Aggregator;
import org.ldci.aggregate.Aggregators;
import org.ldci.aggregate.PowerMean;
import org.ldci.internal.text.Suggestion;
import org.ldci.model.Problem;
import org.ldci.normalise.ExponentialRank;
import org.ldci.normalise.FittedNormaliser;
import org.ldci.normalise.GoalpostScale;
import org.ldci.normalise.LinearScale;
import org.ldci.normalise.MinMax;
import org.ldci.normalise.Normaliser;
import org.ldci.normalise.PercentileRank;
import org.ldci.normalise.RankScale;
import org.ldci.normalise.ZScore;
import org.ldci.prepare.Centre;
import org.ldci.prepare.CentreImputation;
import org.ldci.prepare.CoverageScreening;
import org.ldci.prepare.Denomination;
import org.ldci.prepare.Denominations;
import org.ldci.prepare.FittedImputation;
import org.ldci.prepare.FittedTreatment;
import org.ldci.prepare.Imputation;
import org.ldci.prepare.Imputations;
import org.ldci.prepare.ImputeByGroup;
import org.ldci.prepare.ImputeConstants;
import org.ldci.prepare.ImputeNothing;
import org.ldci.prepare.LogForm;
import org.ldci.prepare.LogTransformed;
import org.ldci.prepare.Screening;
import org.ldci.prepare.Screenings;
import org.ldci.prepare.Treatment;
import org.ldci.prepare.Treatments;
import org.ldci.prepare.Untreated;
import org.ldci.prepare.Winsorise;
import org.ldci.prepare.WinsoriseThenLog;
import org.ldci.prepare.Winsorised;
import org.ldci.rank.TiesStrategy;
import org.ldci.weight.EqualWeights;
import org.ldci.weight.GivenWeights;
import org.ldci.weight.WeightingScheme;

/** Finds strategies by kind and name. Immutable and thread-safe. */
public final class Strategies {
    /** The longest value that a message shows, in characters. */
    private static final int LONGEST_SHOWN = 100;

    private static final Strategies STANDARD = new Strategies(standardProviders());

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

    private static List<StrategyProvider<?>> standardProviders() {
        return List.of(
                StrategyProvider.ofConstant(Denomination.class, "ratio", Denominations.ratio()),
                StrategyProvider.ofConstant(Denomination.class, "none", Denominations.none()),
                StrategyProvider.ofConstant(Screening.class, "none", Screenings.none()),
                StrategyProvider.ofRecord(Screening.class, "coverage", new CoverageScreening(0.65, 0)),
                StrategyProvider.ofConstant(Imputation.class, "none", Imputations.none()),
                StrategyProvider.ofConstant(Imputation.class, "mean", new CentreImputation(Centre.MEAN)),
                StrategyProvider.ofConstant(Imputation.class, "median", new CentreImputation(Centre.MEDIAN)),
                new GroupImputationProvider("groupMean", Centre.MEAN),
                new GroupImputationProvider("groupMedian", Centre.MEDIAN),
                StrategyProvider.ofConstant(Treatment.class, "none", Treatments.none()),
                StrategyProvider.ofRecord(
                        Treatment.class,
                        "winsorise",
                        new Winsorise(Treatments.MAXIMUM_POINTS, Treatments.SKEWNESS, Treatments.KURTOSIS)),
                StrategyProvider.ofRecord(
                        Treatment.class,
                        "winsoriseThenLog",
                        new WinsoriseThenLog(
                                Treatments.MAXIMUM_POINTS,
                                Treatments.SKEWNESS,
                                Treatments.KURTOSIS,
                                LogForm.BY_SKEWNESS)),
                StrategyProvider.ofRecord(Normaliser.class, "minMax", new MinMax(0, 100)),
                StrategyProvider.ofRecord(Normaliser.class, "zScore", new ZScore(0, 1)),
                StrategyProvider.ofRecord(Normaliser.class, "goalposts", new GoalpostScale(0, 100, true)),
                StrategyProvider.ofRecord(
                        Normaliser.class, "percentileRank", new PercentileRank(TiesStrategy.AVERAGE, 0, 100)),
                StrategyProvider.ofRecord(Normaliser.class, "rank", new RankScale(TiesStrategy.AVERAGE)),
                StrategyProvider.ofRecord(Normaliser.class, "exponentialRank", new ExponentialRank(23)),
                StrategyProvider.ofConstant(WeightingScheme.class, "given", new GivenWeights()),
                StrategyProvider.ofRecord(
                        WeightingScheme.class, "equal", new EqualWeights(EqualWeights.Across.SIBLINGS)),
                StrategyProvider.ofConstant(Aggregator.class, "arithmeticMean", Aggregators.arithmeticMean()),
                StrategyProvider.ofConstant(Aggregator.class, "geometricMean", Aggregators.geometricMean()),
                StrategyProvider.ofConstant(Aggregator.class, "harmonicMean", Aggregators.harmonicMean()),
                StrategyProvider.ofRecord(Aggregator.class, "powerMean", PowerMean.class),
                StrategyProvider.ofConstant(FittedImputation.class, "nothing", new ImputeNothing()),
                StrategyProvider.ofRecord(FittedImputation.class, "constants", ImputeConstants.class),
                StrategyProvider.ofRecord(FittedImputation.class, "byGroup", ImputeByGroup.class),
                StrategyProvider.ofConstant(FittedTreatment.class, "untreated", new Untreated()),
                StrategyProvider.ofRecord(FittedTreatment.class, "winsorised", Winsorised.class),
                StrategyProvider.ofRecord(FittedTreatment.class, "log", LogTransformed.class),
                StrategyProvider.ofRecord(FittedNormaliser.class, "linear", LinearScale.class),
                new RankFunctionProvider());
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
            problems.add(new Problem(
                    path + "/method",
                    "unknown method '" + name + "'" + Suggestion.nearest(name, names) + "; the methods are "
                            + String.join(", ", names)));
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
