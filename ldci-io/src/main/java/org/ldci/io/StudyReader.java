package org.ldci.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.ldci.aggregate.Aggregator;
import org.ldci.io.json.Fields;
import org.ldci.io.json.Text;
import org.ldci.model.Problem;
import org.ldci.normalise.Normaliser;
import org.ldci.prepare.Imputation;
import org.ldci.prepare.Treatment;
import org.ldci.robustness.Alternative;
import org.ldci.robustness.CellErrors;
import org.ldci.robustness.Change;
import org.ldci.robustness.Choice;
import org.ldci.robustness.Factor;
import org.ldci.robustness.RobustnessStudy;
import org.ldci.robustness.WeightDistribution;
import org.ldci.robustness.WeightSpace;
import org.ldci.robustness.WeightVariation;

/** Turns the tree of a document into a study, or into a list of everything that is wrong with it. */
final class StudyReader {
    /** Whole numbers below this are doubles; this one may stand for its neighbour. */
    private static final double WHOLE = 0x1p53;

    private final NamedStrategies strategies = new NamedStrategies();
    private final List<Problem> problems;

    private StudyReader(List<Problem> problems) {
        this.problems = problems;
    }

    /** Reads a document: of a study, or of a definition that has one. */
    static Optional<RobustnessStudy> read(Object tree, List<Problem> problems) {
        if (tree instanceof Map<?, ?> map && DefinitionFormat.NAME.equals(map.get("format"))) {
            Fields definition = Fields.of(tree, "", problems, DefinitionFormat.DOCUMENT);
            if (!DefinitionReader.checkFormat(definition, DefinitionFormat.NAME, DefinitionFormat.VERSION, problems)) {
                return Optional.empty();
            }
            if (!map.containsKey("study")) {
                problems.add(new Problem("", "the definition has no study"));
                return Optional.empty();
            }
            return readPart(Objects.requireNonNullElse(map.get("study"), "null"), "/study", problems);
        }
        Fields document = Fields.of(tree, "", problems, StudyFormat.DOCUMENT);
        if (!(tree instanceof Map<?, ?>)
                || !DefinitionReader.checkFormat(document, StudyFormat.NAME, StudyFormat.VERSION, problems)) {
            return Optional.empty();
        }
        return new StudyReader(problems).study(document, "");
    }

    /** Reads the study that stands at a path of a definition, which says for both of them which version it has. */
    static Optional<RobustnessStudy> readPart(Object tree, String path, List<Problem> problems) {
        List<Problem> own = new ArrayList<>();
        Fields fields = Fields.of(tree, path, own, StudyFormat.PART);
        Optional<RobustnessStudy> study =
                tree instanceof Map<?, ?> ? new StudyReader(own).study(fields, path) : Optional.empty();
        problems.addAll(own);
        return study;
    }

    private Optional<RobustnessStudy> study(Fields document, String path) {
        document.require("factors");
        List<Factor> factors = new ArrayList<>();
        document.forEach("factors", (value, at) -> factor(value, at).ifPresent(factors::add));
        RobustnessStudy.Builder study = RobustnessStudy.builder().factors(factors);
        document.choice("design", StudyFormat.DESIGNS).ifPresent(study::design);
        whole(document, "replicates").ifPresent(replicates -> study.replicates((long) replicates));
        seed(document).ifPresent(study::seed);
        document.choice("failures", StudyFormat.FAILURES).ifPresent(study::failures);
        flag(document, "centralWeights").ifPresent(study::centralWeights);
        flag(document, "pairs").ifPresent(study::pairs);
        return problems.isEmpty() ? checked(path, study::build) : Optional.empty();
    }

    private Optional<Boolean> flag(Fields fields, String name) {
        Optional<Object> value = fields.get(name);
        if (value.isPresent() && !(value.get() instanceof Boolean)) {
            problems.add(new Problem(
                    fields.path(name), "'" + name + "' must be true or false but is " + Text.describe(value.get())));
            return Optional.empty();
        }
        return value.map(Boolean.class::cast);
    }

    private OptionalDouble whole(Fields fields, String name) {
        OptionalDouble number = fields.number(name);
        if (number.isPresent()
                && !(number.getAsDouble() == Math.rint(number.getAsDouble())
                        && Math.abs(number.getAsDouble()) < WHOLE)) {
            problems.add(new Problem(
                    fields.path(name), "'" + name + "' must be a whole number but is " + number.getAsDouble()));
            return OptionalDouble.empty();
        }
        return number;
    }

    /** A number, or a text where it is too long to be one exactly. */
    private Optional<Long> seed(Fields fields) {
        if (fields.get("seed").orElse(null) instanceof String text) {
            try {
                return Optional.of(Long.parseLong(text));
            } catch (NumberFormatException e) {
                problems.add(new Problem(
                        fields.path("seed"),
                        "'seed' must be a whole number of at most 64 bits but is '" + Text.shortened(text) + "'"));
                return Optional.empty();
            }
        }
        OptionalDouble number = whole(fields, "seed");
        return number.isPresent() ? Optional.of((long) number.getAsDouble()) : Optional.empty();
    }

    private Optional<Factor> factor(Object value, String path) {
        if (!(value instanceof Map<?, ?> map)) {
            Fields.of(value, path, problems, StudyFormat.CHOICE);
            return Optional.empty();
        }
        Fields any = Fields.of(
                Map.of("vary", map.containsKey("vary") ? map.get("vary") : ""), path, problems, StudyFormat.CHOICE);
        if (!map.containsKey("vary")) {
            problems.add(new Problem(path, "the field 'vary' is missing"));
            return Optional.empty();
        }
        StudyFormat.Kind kind = any.choice("vary", StudyFormat.KINDS).orElse(null);
        if (kind == null) {
            return Optional.empty();
        }
        return switch (kind) {
            case CHOICE -> choice(Fields.of(value, path, problems, StudyFormat.CHOICE), path);
            case WEIGHTS -> weights(Fields.of(value, path, problems, StudyFormat.WEIGHTS), path);
            case CELLS -> cells(Fields.of(value, path, problems, StudyFormat.CELLS), path);
        };
    }

    private Optional<Factor> choice(Fields fields, String path) {
        fields.require("code");
        fields.require("alternatives");
        List<Map.Entry<Fields, String>> all = new ArrayList<>();
        fields.forEach(
                "alternatives",
                (value, at) -> all.add(Map.entry(Fields.of(value, at, problems, StudyFormat.ALTERNATIVE), at)));
        List<Alternative> alternatives = new ArrayList<>();
        for (Map.Entry<Fields, String> each : all) {
            Fields alternative = each.getKey();
            alternative.require("label");
            double probability = alternative.number("probability").orElse(1.0 / all.size());
            Optional<Change> change = change(alternative, each.getValue());
            alternative
                    .text("label")
                    .ifPresent(label -> change.ifPresent(
                            made -> checked(each.getValue(), () -> new Alternative(label, probability, made))
                                    .ifPresent(alternatives::add)));
        }
        return problems.isEmpty()
                ? fields.text("code").flatMap(code -> checked(path, () -> new Choice(code, alternatives)))
                : Optional.empty();
    }

    private Optional<Change> change(Fields fields, String path) {
        List<String> given = StudyFormat.CHANGES.stream().filter(fields::has).toList();
        if (given.size() > 1) {
            problems.add(
                    new Problem(path, "changes " + String.join(" and ", given) + "; an alternative changes one thing"));
            return Optional.empty();
        }
        if (fields.has("level") && !given.equals(List.of("aggregate"))) {
            problems.add(new Problem(fields.path("level"), "'level' goes with 'aggregate' only"));
        }
        if (given.isEmpty()) {
            return Optional.of(new Change.Nothing());
        }
        String name = given.get(0);
        Object value = fields.get(name).orElse(null);
        if (value == null) {
            return Optional.empty(); // reported where it was read
        }
        String at = fields.path(name);
        return switch (name) {
            case "normalise" ->
                strategies.read(Normaliser.class, value, at, problems).map(Change.Normalise::new);
            case "impute" ->
                strategies.read(Imputation.class, value, at, problems).map(Change.Impute::new);
            case "treat" ->
                strategies.read(Treatment.class, value, at, problems).map(Change.Treat::new);
            case "missing" -> DefinitionReader.missing(value, fields, problems).map(Change.Missing::new);
            case "leaveOut" -> fields.text(name).map(Change.LeaveOut::new);
            case "weights" -> setWeights(fields);
            default -> aggregate(fields, value, at);
        };
    }

    private Optional<Change> aggregate(Fields fields, Object value, String at) {
        Optional<Aggregator> aggregator = strategies.read(Aggregator.class, value, at, problems);
        if (!fields.has("level")) {
            return aggregator.map(Change.AggregateAll::new);
        }
        OptionalDouble level = whole(fields, "level");
        if (level.isPresent() && Math.abs(level.getAsDouble()) > Integer.MAX_VALUE) {
            problems.add(new Problem(fields.path("level"), "there is no level " + level.getAsDouble()));
            return Optional.empty();
        }
        return level.isPresent()
                ? aggregator.map(made -> new Change.AggregateLevel((int) level.getAsDouble(), made))
                : Optional.empty();
    }

    private Optional<Change> setWeights(Fields fields) {
        Map<String, Double> weights = new LinkedHashMap<>();
        fields.forEachField("weights", (code, value) -> {
            if (value instanceof Number number) {
                weights.put(code, number.doubleValue());
            } else {
                problems.add(new Problem(
                        fields.path("weights"),
                        "the weight of '" + Text.shortened(code) + "' must be a number but is "
                                + Text.describe(value)));
            }
        });
        return checked(fields.path("weights"), () -> new Change.SetWeights(weights));
    }

    private Optional<Factor> weights(Fields fields, String path) {
        fields.require("code");
        fields.require("distribution");
        Optional<WeightDistribution> distribution =
                fields.get("distribution").flatMap(value -> distribution(value, fields.path("distribution")));
        List<Integer> levels = new ArrayList<>();
        fields.forEach("levels", (value, at) -> {
            if (value instanceof Integer level) {
                levels.add(level);
            } else {
                problems.add(new Problem(at, "a level must be a whole number but is " + Text.describe(value)));
            }
        });
        List<String> components = new ArrayList<>();
        fields.forEach("components", (value, at) -> {
            if (value instanceof String code) {
                components.add(code);
            } else {
                problems.add(new Problem(at, "a component must be a text but is " + Text.describe(value)));
            }
        });
        return problems.isEmpty() && distribution.isPresent()
                ? fields.text("code")
                        .flatMap(code ->
                                checked(path, () -> new WeightVariation(code, distribution.get(), levels, components)))
                : Optional.empty();
    }

    private Optional<WeightDistribution> distribution(Object value, String path) {
        if (!(value instanceof Map<?, ?> map)) {
            Fields.of(value, path, problems, StudyFormat.UNIFORM);
            return Optional.empty();
        }
        Object method = map.get("method");
        Fields name =
                Fields.of(method == null ? Map.of() : Map.of("method", method), path, problems, StudyFormat.UNIFORM);
        name.require("method");
        StudyFormat.Drawn kind =
                name.choice("method", StudyFormat.DISTRIBUTIONS).orElse(null);
        if (kind == null) {
            return Optional.empty();
        }
        return switch (kind) {
            case UNIFORM_ON_SIMPLEX -> {
                Fields.of(value, path, problems, StudyFormat.UNIFORM);
                yield Optional.of(new WeightDistribution.UniformOnSimplex());
            }
            case BAND -> {
                Fields band = Fields.of(value, path, problems, StudyFormat.BAND);
                band.require("relative");
                yield number(band, "relative").flatMap(r -> checked(path, () -> new WeightDistribution.Band(r)));
            }
            case WITHIN -> within(Fields.of(value, path, problems, StudyFormat.WITHIN), path);
            case DIRICHLET -> {
                Fields dirichlet = Fields.of(value, path, problems, StudyFormat.DIRICHLET);
                dirichlet.require("concentration");
                yield number(dirichlet, "concentration")
                        .flatMap(c -> checked(path, () -> new WeightDistribution.Dirichlet(c)));
            }
        };
    }

    private Optional<WeightDistribution> within(Fields fields, String path) {
        fields.require("scope");
        WeightSpace.Scope scope = fields.choice("scope", StudyFormat.SCOPES).orElse(WeightSpace.Scope.INDEX);
        Optional<String> component = fields.text("component");
        if (fields.has("component") != (scope == WeightSpace.Scope.COMPONENT)) {
            problems.add(new Problem(path, "'component' goes with the scope 'component', and is needed there"));
        }
        List<WeightSpace.Constraint> constraints = new ArrayList<>();
        fields.forEach("constraints", (value, at) -> constraint(value, at).ifPresent(constraints::add));
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return checked(path, () -> {
            WeightSpace space = switch (scope) {
                case INDEX -> WeightSpace.ofIndex();
                case COMPONENT -> WeightSpace.ofComponent(component.orElse(""));
                case METRICS -> WeightSpace.overMetrics();
            };
            for (WeightSpace.Constraint constraint : constraints) {
                space = space.with(constraint);
            }
            return new WeightDistribution.Within(space);
        });
    }

    private Optional<WeightSpace.Constraint> constraint(Object value, String path) {
        Fields fields = Fields.of(value, path, problems, StudyFormat.CONSTRAINT);
        List<String> given = StudyFormat.CONSTRAINT.stream()
                .filter(name -> !name.equals("share") && fields.has(name))
                .toList();
        if (given.size() != 1) {
            problems.add(new Problem(
                    path, "a constraint is one of atLeast and atMost, each with a share, ordered, band and linear"));
            return Optional.empty();
        }
        String kind = given.get(0);
        if (fields.has("share") && !kind.equals("atLeast") && !kind.equals("atMost")) {
            problems.add(new Problem(fields.path("share"), "'share' goes with 'atLeast' and 'atMost' only"));
        }
        return switch (kind) {
            case "atLeast" -> withShare(fields, kind, path, WeightSpace.AtLeast::new);
            case "atMost" -> withShare(fields, kind, path, WeightSpace.AtMost::new);
            case "ordered" -> {
                List<String> codes = new ArrayList<>();
                int before = problems.size();
                fields.forEach("ordered", (code, at) -> {
                    if (code instanceof String text) {
                        codes.add(text);
                    } else {
                        problems.add(new Problem(at, "a code must be a text but is " + Text.describe(code)));
                    }
                });
                yield problems.size() > before ? Optional.empty() : checked(path, () -> new WeightSpace.Ordered(codes));
            }
            case "band" -> number(fields, "band").flatMap(r -> checked(path, () -> new WeightSpace.Band(r)));
            default -> {
                Map<String, Double> coefficients = new LinkedHashMap<>();
                fields.forEachField("linear", (code, number) -> {
                    if (number instanceof Number coefficient) {
                        coefficients.put(code, coefficient.doubleValue());
                    } else {
                        problems.add(new Problem(
                                fields.path("linear"),
                                "the coefficient of '" + Text.shortened(code) + "' must be a number but is "
                                        + Text.describe(number)));
                    }
                });
                yield checked(path, () -> new WeightSpace.Linear(coefficients));
            }
        };
    }

    private Optional<WeightSpace.Constraint> withShare(
            Fields fields, String kind, String path, BiFunction<String, Double, WeightSpace.Constraint> made) {
        fields.require("share");
        Optional<String> code = fields.text(kind);
        Optional<Double> share = number(fields, "share");
        return code.flatMap(of -> share.flatMap(part -> checked(path, () -> made.apply(of, part))));
    }

    private static Optional<Double> number(Fields fields, String name) {
        OptionalDouble number = fields.number(name);
        return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
    }

    private Optional<Factor> cells(Fields fields, String path) {
        fields.require("code");
        double scale = fields.number("scale").orElse(1);
        return fields.text("code").flatMap(code -> checked(path, () -> new CellErrors(code, scale)));
    }

    /** What the constructors refuse is a problem of the document. */
    private <T> Optional<T> checked(String path, Supplier<? extends T> made) {
        try {
            return Optional.of(made.get());
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(path, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }
}
