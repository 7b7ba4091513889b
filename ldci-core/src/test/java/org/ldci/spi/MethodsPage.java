package org.ldci.spi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ldci.aggregate.Aggregator;
import org.ldci.aggregate.Aggregators;
import org.ldci.normalise.Normaliser;
import org.ldci.normalise.Normalisers;
import org.ldci.prepare.Denomination;
import org.ldci.prepare.Denominations;
import org.ldci.prepare.Imputation;
import org.ldci.prepare.Imputations;
import org.ldci.prepare.PanelImputation;
import org.ldci.prepare.PanelImputations;
import org.ldci.prepare.Screening;
import org.ldci.prepare.Screenings;
import org.ldci.prepare.Treatment;
import org.ldci.prepare.Treatments;
import org.ldci.weight.WeightingScheme;
import org.ldci.weight.WeightingSchemes;

/**
 * Writes METHODS.md: every method by its names, with the source that its Javadoc gives and the tests of agreement that use
 * it. Everything is read from the registry and from the code, so that the page cannot say what is not there.
 */
final class MethodsPage {
    private static final Path CODE = Path.of("src", "main", "java");
    private static final Path TESTS = Path.of("src", "test", "java", "org", "ldci");

    private record Step(String title, Class<?> kind, Class<?> factories) {}

    private static final List<Step> STEPS = List.of(
            new Step("Denominate", Denomination.class, Denominations.class),
            new Step("Screen", Screening.class, Screenings.class),
            new Step("Impute over time", PanelImputation.class, PanelImputations.class),
            new Step("Impute", Imputation.class, Imputations.class),
            new Step("Treat", Treatment.class, Treatments.class),
            new Step("Normalise", Normaliser.class, Normalisers.class),
            new Step("Weigh", WeightingScheme.class, WeightingSchemes.class),
            new Step("Aggregate", Aggregator.class, Aggregators.class));

    /** What a test agrees with, and to how many digits. */
    private static final Map<String, String> AGREEMENT = agreement();

    private MethodsPage() {}

    private static Map<String, String> agreement() {
        Map<String, String> tests = new LinkedHashMap<>();
        String coinr = "COINr 1.1.14 to 9 digits";
        String compind = "Compind 3.4 where right, else independent computation, to 9 digits";
        String handbook = "OECD/JRC Handbook (2008) as printed";
        String hand = "worked by hand, to 12 digits";
        tests.put("reference/CoinrAgreementTest", coinr);
        tests.put("reference/CoinrPanelAgreementTest", coinr);
        tests.put("prepare/CoinrPreparationTest", coinr);
        tests.put("prepare/CoinrTreatmentTest", coinr);
        tests.put("prepare/CoinrVectorsTest", coinr);
        tests.put("normalise/CoinrNormaliserTest", coinr);
        tests.put("normalise/CompindNormaliserTest", compind);
        tests.put("normalise/HandbookNormalisationTest", handbook);
        tests.put("weight/ExpertWeightsTest", "examples of the method's papers as printed");
        tests.put("weight/ObjectiveWeightsTest", "examples of the method's papers as printed");
        tests.put("weight/MultivariateWeightsTest", "scipy 1.17 on the same data, to 5 digits or more");
        tests.put("audit/HandbookAgreementTest", handbook);
        tests.put("audit/FactorAnalysisTest", "scipy 1.17 on the same data, to 5 digits or more");
        tests.put("audit/EffectiveWeightsTest", hand);
        tests.put("audit/MetricStatisticsTest", hand);
        tests.put("audit/CoinrAgreementTest", coinr);
        tests.put("reference/CoinrResultsAgreementTest", coinr);
        tests.put("aggregate/CoinrAgreementTest", coinr);
        tests.put("aggregate/MethodCasesAgreementTest", compind);
        tests.put("aggregate/BenefitOfTheDoubtAgreementTest", compind);
        tests.put("aggregate/HandbookRanksTest", handbook + ", ranks exactly");
        tests.put("aggregate/TechnologyAchievementTest", handbook);
        tests.put("aggregate/VotingTest", "worked examples of voting as printed");
        tests.put("compound/PublishedTablesTest", "published tables of known indices at the decimals printed");
        tests.put("aggregate/WorkedExamplesTest", hand);
        tests.put("aggregate/BenefitOfTheDoubtTest", hand);
        tests.put("normalise/NormaliserMethodsTest", hand);
        tests.put("normalise/RankNormalisersTest", hand);
        tests.put("normalise/GoalpostScaleTest", hand);
        tests.put("prepare/DenominationsTest", hand);
        tests.put("prepare/ScreeningsTest", hand);
        tests.put("prepare/ImputationMethodsTest", hand);
        tests.put("prepare/ImputationsTest", hand);
        tests.put("prepare/PanelImputationsTest", hand);
        tests.put("prepare/TreatmentMethodsTest", "worked by hand, scipy 1.17 or mpmath 1.3, to 8 digits or more");
        tests.put("weight/WeightingSchemesTest", hand);
        return tests;
    }

    /** Writes the page over the old one. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of("METHODS.md"), text());
    }

    static String text() {
        StringBuilder page = new StringBuilder();
        page.append("# Methods\n\n")
                .append(
                        "Generated from the code by `org.ldci.spi.MethodsPage`; a test compares it. A parameter with `=` may be left"
                                + " out. \"Agrees with\" names the tests of agreement that use the method, and what they compare it with.\n");
        for (Step step : STEPS) {
            page.append("\n## ").append(step.title()).append("\n\n");
            page.append("| In Java | In a file | What it is | Source | Agrees with |\n|---|---|---|---|---|\n");
            rows(step, step.kind(), page);
        }
        describing(page);
        overPeriods(page);
        known(page);
        return page.toString();
    }

    private static <S> void rows(Step step, Class<S> kind, StringBuilder page) {
        String factories = code(step.factories().getName());
        for (StrategyProvider<S> provider : Strategies.standard().ofKind(kind)) {
            String name = provider.name();
            Factory factory = Factory.find(factories, name);
            page.append("| `")
                    .append(step.factories().getSimpleName())
                    .append('.')
                    .append(name)
                    .append("` | `")
                    .append(name)
                    .append('`')
                    .append(parameters(provider.parameters()))
                    .append(" | ")
                    .append(cell(factory.summary()))
                    .append(" | ")
                    .append(cell(factory.source(step.factories().getPackageName())))
                    .append(" | ")
                    .append(agreement(
                            step.factories().getPackageName(), step.factories().getSimpleName(), name, factory.made()))
                    .append(" |\n");
        }
    }

    /** What the choice of methods looks at. */
    private static void describing(StringBuilder page) {
        page.append("\n## Describe, in Java\n\n| In Java | What it is | Source | Agrees with |\n|---|---|---|---|\n");
        for (String name : List.of(
                "MetricStatistics",
                "CorrelationMatrix",
                "PrincipalComponents",
                "FactorAnalysis",
                "Reliability",
                "SamplingAdequacy",
                "EffectiveWeights")) {
            Factory factory = Factory.ofClass("org.ldci.audit." + name);
            row(
                    page,
                    "`" + name + ".of`",
                    factory.summary(),
                    factory.source("org.ldci.audit"),
                    agreement(Pattern.compile("\\b" + name + "\\.of\\(")));
        }
    }

    /** Forms of the methods above that look at more than one table of scores, and so stand in no definition. */
    private static void overPeriods(StringBuilder page) {
        page.append(
                "\n## Over periods or neighbours, in Java\n\n| In Java | What it is | Source | Agrees with |\n|---|---|---|---|\n");
        for (String name : List.of(
                "AdjustedMazziottaPareto.analyse",
                "GeometricBenefitOfTheDoubt.change",
                "RobustBenefitOfTheDoubt.analyse")) {
            String type = name.substring(0, name.indexOf('.'));
            Matcher method = Pattern.compile(
                            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s+public (?:static )?[\\w<>]+ "
                                    + name.substring(name.indexOf('.') + 1) + "\\(",
                            Pattern.DOTALL)
                    .matcher(code("org.ldci.aggregate." + type));
            if (!method.find()) {
                throw new IllegalStateException("no method is called " + name);
            }
            row(
                    page,
                    "`" + name + "`",
                    Factory.firstSentence(method.group(1)),
                    Factory.ofClass("org.ldci.aggregate." + type).source("org.ldci.aggregate"),
                    agreement(Pattern.compile("\\b" + type + "\\b")));
        }
    }

    private static void known(StringBuilder page) {
        page.append("\n## Known indices\n\n| In Java | What it is | Source | Agrees with |\n|---|---|---|---|\n");
        Matcher method = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/\\s+public static IndexDefinition (\\w+)\\(", Pattern.DOTALL)
                .matcher(code("org.ldci.compound.CompoundIndices"));
        while (method.find()) {
            String javadoc = plain(method.group(1));
            row(
                    page,
                    "`CompoundIndices." + method.group(2) + "`",
                    Factory.firstSentence(method.group(1)),
                    between(javadoc, "Source: ", " Agreement"),
                    between(javadoc, "Agreement", "\n").replaceFirst("^: ", "").strip());
        }
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before) + before.length();
        int to = text.indexOf(after, from);
        return text.substring(from, to < 0 ? text.length() : to).replaceAll("\\.$", "");
    }

    private static void row(StringBuilder page, String... cells) {
        page.append("| ")
                .append(Stream.of(cells).map(MethodsPage::cell).collect(Collectors.joining(" | ")))
                .append(" |\n");
    }

    private static String parameters(List<Parameter> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.stream()
                        .map(p -> p.name()
                                + p.fallback().map(value -> "=" + value).orElse(""))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    /** The tests in whose code the factory or the record stands. */
    private static String agreement(String packageName, String factories, String name, String made) {
        String ofClass = made.isEmpty() ? "" : "|new " + made + "|" + made + "\\.\\w+";
        String found = agreement(Pattern.compile("\\b(" + factories + "\\." + name + ofClass + ")\\("));
        if (!found.isEmpty() || made.isEmpty()) {
            return found;
        }
        // by the other factories of the same class
        List<String> others = new ArrayList<>();
        Matcher factory = Pattern.compile(
                        "@return \\{@link " + made + "}(?:(?!\\*/).)*\\*/\\s+public static \\w+ (\\w+)\\(",
                        Pattern.DOTALL)
                .matcher(code(packageName + "." + factories));
        while (factory.find()) {
            others.add(factories + "\\." + factory.group(1));
        }
        return agreement(Pattern.compile("\\b(" + String.join("|", others) + ")\\("));
    }

    private static String agreement(Pattern use) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        AGREEMENT.forEach((test, with) -> {
            if (use.matcher(codeOf(test)).find()) {
                found.computeIfAbsent(with, key -> new ArrayList<>()).add(test.substring(test.indexOf('/') + 1));
            }
        });
        return found.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + String.join(", ", entry.getValue()) + ")")
                .collect(Collectors.joining("; "));
    }

    /** The code of a test; published tables are those of the definitions that it scores. */
    private static String codeOf(String test) {
        StringBuilder code = new StringBuilder(read(TESTS.resolve(test + ".java")));
        if (test.startsWith("compound/")) {
            for (String part : List.of("Deprivation", "DigitalEconomy", "HumanDevelopment", "Poverty", "Technology")) {
                code.append(code("org.ldci.compound." + part));
            }
        }
        return code.toString();
    }

    /** What the code of a factory says: its first sentence, and the class that it makes. */
    private record Factory(String summary, String made) {
        static Factory find(String code, String name) {
            Matcher method = Pattern.compile(
                            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s+public static \\w+ " + name
                                    + "\\([^{]*\\{((?:(?!\\n    }).)*)",
                            Pattern.DOTALL)
                    .matcher(code);
            if (!method.find()) {
                throw new IllegalStateException("no factory is called " + name);
            }
            String made = Stream.of(
                            Pattern.compile("@return \\{@link ([A-Z]\\w+)").matcher(method.group(1)),
                            Pattern.compile("new ([A-Z]\\w+)").matcher(method.group(2)),
                            Pattern.compile("\\{@link ([A-Z]\\w+)").matcher(method.group(1)))
                    .filter(Matcher::find)
                    .map(matcher -> matcher.group(1))
                    .filter(type -> !type.endsWith("List"))
                    .findFirst()
                    .orElse("");
            return new Factory(firstSentence(method.group(1)), made);
        }

        /** A class, by its own comment. */
        static Factory ofClass(String className) {
            return new Factory(firstSentence(comment(className)), className.substring(className.lastIndexOf('.') + 1));
        }

        static String firstSentence(String javadoc) {
            return plain(javadoc).replaceAll("(?s)^(.*?[.:])(\\s.*|$)", "$1").replaceAll("[.:]$", "");
        }

        /** The Javadoc of a class; empty if it has none. */
        private static String comment(String className) {
            Matcher comment = Pattern.compile(
                            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(@\\w+(\\(.*?\\))?\\s*)*public (final |sealed )?(record|class|enum|interface)",
                            Pattern.DOTALL)
                    .matcher(code(className));
            return comment.find() ? comment.group(1) : "";
        }

        /** What stands after "Source:" in the Javadoc of the class. */
        String source(String packageName) {
            if (made.isEmpty() || !Files.exists(path(packageName + "." + made))) {
                return "";
            }
            String javadoc = comment(packageName + "." + made).replaceAll("(?s)\\n\\s*\\*\\s*@param.*", "");
            Matcher source = Pattern.compile(
                            "(?s)Sources?(?: of [a-z ]+)?:(?=\\s)(.*?)(\\s*\\n\\s*\\*\\s*\\n|\\s*<p>|$)")
                    .matcher(javadoc);
            return source.find() ? plain(source.group(1)).replaceAll("\\.$", "") : "";
        }
    }

    /** Javadoc without its marks, on one line. */
    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\n\\s*\\*", " ")
                .replaceAll("\\{@(?:code|link|linkplain) ([^}]*)}", "$1")
                .replaceAll("<[^>]*>", "")
                .replaceAll("(\\w)#(?=\\w)", "$1.")
                .replaceAll("(^|\\s)#(?=\\w)", "$1")
                .replaceAll("\\s@(param|return|throws).*", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String code(String className) {
        return read(path(className));
    }

    private static Path path(String className) {
        return CODE.resolve(className.replace('.', '/') + ".java");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
