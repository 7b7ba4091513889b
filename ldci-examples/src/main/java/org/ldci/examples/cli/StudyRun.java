package org.ldci.examples.cli;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ldci.aggregate.Aggregators;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.robustness.Factors;
import org.ldci.robustness.Robustness;
import org.ldci.robustness.RobustnessStudy;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which study runs on which data and for how long, and the bar that shows how far it is. */
final class StudyRun {
    private static final int BAR = 30;

    @Mixin
    private IndexFiles files = new IndexFiles();

    @Option(
            names = "--study",
            paramLabel = "FILE",
            description = "what varies, JSON or YAML; if not given, the 'study' of the definition, if it has one")
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
            names = "--progress",
            description = "show on the standard error how far the run is, also when that is no terminal")
    private boolean progress;

    @Mixin
    private Inputs inputs = new Inputs();

    private long shown;

    /** The study of those who give none: all weights vary, and the mean of the components. */
    static RobustnessStudy bothVary() {
        return RobustnessStudy.builder()
                .addFactors(Factors.weights(0.25))
                .addFactors(Factors.aggregatorsAt(0, Aggregators.arithmeticMean(), Aggregators.geometricMean()))
                .build();
    }

    /** Refuses options that do not go together, and an output that is an input. */
    void check(Output output) {
        files.check();
        if (seconds != null && seconds < 0) {
            throw new WrongUsage("expected at least 0 seconds but got " + seconds);
        }
        output.check(files.data(), files.definition(), study);
    }

    /**
     * The run, ready to go.
     *
     * @param index what is run
     * @param terminal shows the bar
     * @param otherwise the study if no file of one is given
     */
    Robustness robustness(IndexDefinition index, Terminal terminal, RobustnessStudy otherwise) {
        RobustnessStudy read = Inputs.study(study, files.definition()).orElse(otherwise);
        Robustness robustness = WrongUsage.ifRefused(() -> withOptions(Robustness.of(index, read)));
        long started = System.nanoTime();
        return robustness.listener((done, total) -> listen(terminal, done, total, started));
    }

    private Robustness withOptions(Robustness start) {
        Robustness robustness = start;
        if (replicates != null) {
            robustness = robustness.replicates(replicates);
        }
        if (seed != null) {
            robustness = robustness.seed(seed);
        }
        return threads == null ? robustness : robustness.threads(threads);
    }

    /** Runs the study; if it does not fit the index or the data, the message names the file that it is in. */
    <T> T running(Supplier<T> run) {
        return Inputs.running(study == null ? files.definition() : study, run);
    }

    IndexDefinition definition() {
        return Inputs.definition(files.definition());
    }

    /** The data for an index. */
    Dataset data(IndexDefinition index, Terminal terminal) {
        return inputs.data(files.data(), index, terminal);
    }

    /** Called by one thread at a time. */
    private boolean listen(Terminal terminal, long done, long total, long started) {
        double elapsed = (System.nanoTime() - started) / 1e9;
        long tenths = (long) (elapsed * 10);
        // who looks on is shown what takes a while
        boolean shows = progress || (terminal.isInteractive() && (elapsed > 1 || shown > 0));
        if (shows && (tenths > shown || done == total)) {
            shown = tenths;
            int full = (int) (BAR * done / total);
            double left = elapsed * (total - done) / done;
            if (seconds != null) {
                left = Math.min(left, Math.max(0, seconds - elapsed));
            }
            terminal.rewrite("[" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + 100 * done / total + " %, " + done
                    + " replicates, " + Math.round(left) + " s left");
        }
        return seconds == null || elapsed < seconds;
    }
}
