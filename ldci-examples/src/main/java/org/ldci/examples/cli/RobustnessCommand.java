package org.ldci.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.io.RobustnessResults;
import org.ldci.robustness.Factors;
import org.ldci.robustness.Robustness;
import org.ldci.robustness.RobustnessResult;
import org.ldci.robustness.RobustnessStudy;
import org.ldci.robustness.Sensitivity;
import org.ldci.robustness.SensitivityResult;
import org.ldci.robustness.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says how sure scores and ranks are. */
@Command(
        name = "robustness",
        mixinStandardHelpOptions = true,
        versionProvider = Ldci.Version.class,
        description = {
            "Says how sure ranks are: runs the index many times, each time with other choices.",
            "",
            "Without --definition and --data (which go together) it runs on the bundled data of the UK; without --study it varies",
            "all weights by a quarter, up or down.",
        },
        footer = {
            "",
            "A study is a JSON or YAML document:",
            "  format: ldci-study",
            "  version: 1",
            "  factors:",
            "    - {code: weights, vary: weights, distribution: {method: band, relative: 0.25}}",
            "    - code: mean of components",
            "      vary: choice",
            "      alternatives:",
            "        - {label: geometric}",
            "        - {label: arithmetic, aggregate: arithmeticMean, level: 0}",
            "  replicates: 100000",
            "  seed: 42",
            "",
            "Intervals are 90 %: from the 5th to the 95th percentile. The same study, definition and data give the same",
            "result on every machine. With --sensitivity it says instead which factor moves ranks: the share of the",
            "variance that each factor has alone (first order) and with all others (total).",
            "",
            "Examples:",
            "  java -jar ldci.jar robustness",
            "  java -jar ldci.jar robustness --definition mine.json --data mine.csv --study study.yaml --out ranks.csv",
            "  java -jar ldci.jar robustness --study study.yaml --sensitivity --rank-of TLG",
        })
final class RobustnessCommand implements Runnable {
    private static final int BAR = 30;

    private final Terminal terminal;

    @Option(
            names = "--definition",
            paramLabel = "FILE",
            description = "the definition of the index, JSON or YAML; if not given, the bundled one")
    private @Nullable Path definition;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "the data, CSV or JSON; if not given, the bundled ones")
    private @Nullable Path data;

    @Option(
            names = "--study",
            paramLabel = "FILE",
            description = "what varies, JSON or YAML; if not given, all weights by a quarter")
    private @Nullable Path study;

    @Option(
            names = "--replicates",
            paramLabel = "N",
            description = "how many replicates, instead of those of the study")
    private @Nullable Long replicates;

    @Option(names = "--seed", paramLabel = "N", description = "the seed, instead of that of the study")
    private @Nullable Long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "how many threads run; as many as processors if not given")
    private @Nullable Integer threads;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "end after so many seconds with what is done by then, marked as partial")
    private @Nullable Integer seconds;

    @Option(
            names = "--sensitivity",
            description = "say which factor moves ranks; N replicates become N rows of factors + 2 runs")
    private boolean sensitivity;

    @Option(
            names = "--rank-of",
            paramLabel = "REGION",
            description = "with --sensitivity: explain the rank of this region too; may be given more than once")
    private List<String> rankOf = new ArrayList<>();

    @Option(
            names = "--score-of",
            paramLabel = "REGION",
            description = "with --sensitivity: explain the score of this region too; may be given more than once")
    private List<String> scoreOf = new ArrayList<>();

    @Option(names = "--progress", description = "show on the standard error how far the run is")
    private boolean progress;

    @Mixin
    private TableFormat format = new TableFormat();

    @Mixin
    private Output output = new Output();

    @Mixin
    private Inputs inputs = new Inputs();

    RobustnessCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Inputs.checkPair(definition, data);
        if (!sensitivity && !(rankOf.isEmpty() && scoreOf.isEmpty())) {
            throw new BadInput("--rank-of and --score-of go with --sensitivity");
        } else if (seconds != null && seconds < 0) {
            throw new BadInput("expected at least 0 seconds but got " + seconds);
        }
        output.check(data, definition, study);
        String asked =
                sensitivity ? format.asked(output, "table", "csv") : format.asked(output, "table", "csv", "json");
        IndexDefinition index = Inputs.definition(definition);
        Robustness robustness = Robustness.of(index, study());
        Dataset dataset = inputs.data(data, index, terminal);
        if (threads != null) {
            robustness = robustness.threads(threads);
        }
        long started = System.nanoTime();
        robustness = robustness.listener((done, total) -> listen(done, total, started));
        if (sensitivity) {
            List<Target> targets = new ArrayList<>(List.of(Target.meanRankShift()));
            rankOf.forEach(region -> targets.add(Target.rank(region)));
            scoreOf.forEach(region -> targets.add(Target.score(region)));
            SensitivityResult result = robustness.sensitivity(dataset, Sensitivity.of(targets.toArray(Target[]::new)));
            output.write(terminal, asked.equals("csv") ? RobustnessResults.toCsv(result) : result.text());
        } else {
            RobustnessResult result = robustness.run(dataset);
            output.write(
                    terminal,
                    switch (asked) {
                        case "csv" -> RobustnessResults.toCsv(result);
                        case "json" -> RobustnessResults.toJson(result);
                        default -> result.text();
                    });
            if (result.isPartial()) {
                terminal.note("note: ended early, after " + result.replicates() + " of "
                        + result.study().size() + " replicates");
            }
        }
    }

    private RobustnessStudy study() {
        RobustnessStudy base = study == null
                ? RobustnessStudy.builder().addFactors(Factors.weights(0.25)).build()
                : Inputs.study(study);
        RobustnessStudy.Builder builder = base.toBuilder();
        if (replicates != null) {
            builder.replicates(replicates);
        }
        if (seed != null) {
            builder.seed(seed);
        }
        return builder.build();
    }

    private long shown;

    /** Called by one thread at a time. */
    private boolean listen(long done, long total, long started) {
        double elapsed = (System.nanoTime() - started) / 1e9;
        long tenths = (long) (elapsed * 10);
        if (progress && (tenths > shown || done == total)) {
            shown = tenths;
            int full = (int) (BAR * done / total);
            long left = Math.round(elapsed * (total - done) / done);
            terminal.rewrite("[" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + 100 * done / total + " %, " + done
                    + " replicates, " + left + " s left" + (done == total ? "\n" : ""));
        }
        return seconds == null || elapsed < seconds;
    }
}
