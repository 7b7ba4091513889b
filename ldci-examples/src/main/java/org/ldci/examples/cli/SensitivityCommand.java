package org.ldci.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.io.RobustnessResults;
import org.ldci.robustness.Robustness;
import org.ldci.robustness.Sensitivity;
import org.ldci.robustness.SensitivityResult;
import org.ldci.robustness.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says which factor of a study moves scores and ranks. */
@Command(
        name = "sensitivity",
        mixinStandardHelpOptions = true,
        versionProvider = Ldci.Version.class,
        description = {
            "Says which factor of a study moves ranks, and the rank or score of a region if asked.",
            "",
            "Without --definition and --data (which go together) it runs on the bundled data of the UK;",
            "without --study it varies all weights by a quarter, up or down, and the mean of the components,",
            "arithmetic or geometric.",
        },
        footer = {
            "",
            "Of F factors or groups, a replicate of the study becomes",
            "  sobol    F + 2 runs; the share of the variance that each factor has alone and with all others",
            "  shapley  2^F runs, or F + 1 for more than 10 factors; the variance shared out among all,",
            "           which may be correlated",
            "  morris   F + 1 runs, of which a few dozen do; by how much each factor moves the result",
            "A study is the document that 'robustness --help' shows.",
            "",
            "Whether sobol has run enough: 'unsettled by' is the greatest change of a total index from the",
            "first half of the rows to all of them. The second table has the indices of first order (S) and",
            "total (ST) from the first quarter of the N rows (N/4), the first half (N/2) and all (N).",
            "",
            "Examples:",
            "  java -jar ldci.jar sensitivity --replicates 4096 --rank-of TLG",
            "  java -jar ldci.jar sensitivity --study study.yaml --method morris --replicates 40",
            "  java -jar ldci.jar sensitivity --study study.yaml --method shapley --correlate scale,mean=0.5",
            "  java -jar ldci.jar sensitivity --study study.yaml --group methods=scale,mean",
        })
final class SensitivityCommand implements Runnable {
    private final Terminal terminal;

    @Mixin
    private StudyRun study = new StudyRun();

    @Option(names = "--method", paramLabel = "METHOD", description = "sobol, shapley or morris; sobol if not given")
    private String method = "sobol";

    @Option(
            names = "--rank-of",
            paramLabel = "REGION",
            description = "explain the rank of this region too; may be given more than once")
    private List<String> rankOf = new ArrayList<>();

    @Option(
            names = "--score-of",
            paramLabel = "REGION",
            description = "explain the score of this region too; may be given more than once")
    private List<String> scoreOf = new ArrayList<>();

    @Option(
            names = "--group",
            paramLabel = "NAME=FACTORS",
            description = "factors that count as one, as in methods=scale,mean; may be given more than once")
    private List<String> groups = new ArrayList<>();

    @Option(
            names = "--correlate",
            paramLabel = "A,B=R",
            description = "with --method shapley: two choices are correlated by this, between -1 and 1, as in"
                    + " scale,mean=0.5; may be given more than once")
    private List<String> correlations = new ArrayList<>();

    @Mixin
    private TableFormat format = new TableFormat();

    @Mixin
    private Output output = new Output();

    SensitivityCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        String asked = format.asked(output, "table", "csv", "json");
        String name = method.toLowerCase(Locale.ROOT);
        if (!List.of("sobol", "shapley", "morris").contains(name)) {
            throw new WrongUsage("'" + method + "' is no method here; the methods are sobol, shapley, morris");
        }
        if (!correlations.isEmpty() && !name.equals("shapley")) {
            throw new WrongUsage("--correlate goes with --method shapley");
        }
        study.check(output);
        Sensitivity question = WrongUsage.ifRefused(this::question);
        IndexDefinition index = study.definition();
        Robustness robustness = study.robustness(index, terminal, StudyRun.bothVary());
        Dataset data = study.data(index, terminal);
        SensitivityResult<?> result = study.running(() -> switch (name) {
            case "shapley" -> robustness.shapley(data, question);
            case "morris" -> robustness.morris(data, question);
            default -> robustness.sobol(data, question);
        });
        output.write(
                terminal,
                TableFormat.made(
                        asked,
                        result::text,
                        () -> RobustnessResults.toCsv(result),
                        () -> RobustnessResults.toJson(result)));
        Notes.print(index, data, terminal);
        // the table says so itself
        if (result.isPartial() && !asked.equals("table")) {
            terminal.note("note: ended early, after " + (result.rows() + result.excluded()) + " of "
                    + result.study().replicates() + " replicates");
        }
    }

    private Sensitivity question() {
        List<Target> targets = new ArrayList<>(List.of(Target.meanRankShift()));
        rankOf.forEach(region -> targets.add(Target.rank(region)));
        scoreOf.forEach(region -> targets.add(Target.score(region)));
        Sensitivity question = Sensitivity.of(targets.toArray(Target[]::new));
        for (String each : groups) {
            int parted = each.indexOf('=');
            String[] factors = codes(each.substring(parted + 1));
            if (parted < 1 || factors.length == 0) {
                throw new WrongUsage(
                        "--group: expected a name and factors, as in methods=scale,mean, but got '" + each + "'");
            }
            question = question.grouped(each.substring(0, parted).strip(), factors);
        }
        for (String each : correlations) {
            int parted = each.lastIndexOf('=');
            String[] pair = codes(each.substring(0, Math.max(0, parted)));
            try {
                double value = Double.parseDouble(each.substring(parted + 1));
                if (pair.length == 2) {
                    question = question.correlated(pair[0], pair[1], value);
                    continue;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw new WrongUsage(
                    "--correlate: expected two factors and a number, as in scale,mean=0.5, but got '" + each + "'");
        }
        return question;
    }

    private static String[] codes(String given) {
        return Stream.of(given.split(",", -1))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toArray(String[]::new);
    }
}
