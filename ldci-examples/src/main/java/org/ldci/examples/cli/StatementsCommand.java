package org.ldci.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ldci.engine.IndexResult;
import org.ldci.io.StabilityResults;
import org.ldci.robustness.Overtaking;
import org.ldci.robustness.PartialOrder;
import org.ldci.robustness.RankRanges;
import org.ldci.robustness.WeightIntervals;
import org.ldci.robustness.WeightSpace;
import org.ldci.robustness.WeightStatements;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what any admissible weights can do to a ranking. */
@Command(
        name = "statements",
        mixinStandardHelpOptions = true,
        versionProvider = Ldci.Version.class,
        description = {
            "Says what any admissible weights can do to ranks: exact, without a sample.",
            "",
            "It prints the best and the worst rank of every region; one whose best rank is 1 can be first.",
            "",
            "Without --definition and --data (which go together) it runs on the bundled data of the UK.",
        },
        footer = {
            "",
            "Weights are shares that sum to 1. Any are admissible unless --band, --at-least, --at-most and",
            "--order, which add up, say otherwise. Codes are those of what is weighed: the children of the",
            "index or of a component, or all metrics and components. It must be weighed by a power mean,",
            "such as the arithmetic or the geometric one.",
            "",
            "Examples:",
            "  java -jar ldci.jar statements",
            "  java -jar ldci.jar statements --band 0.25 --at-least skills=0.1 --order skills,adoption",
            "  java -jar ldci.jar statements --overtake TLG,TLD",
            "  java -jar ldci.jar statements --partial-order --out order.csv",
        })
final class StatementsCommand implements Runnable {
    private final Terminal terminal;

    @Mixin
    private IndexFiles files = new IndexFiles();

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            defaultValue = "index",
            description =
                    "what is weighed: the children of the \"index\", all \"metrics\", or the children of the component"
                            + " with this code; index if not given")
    private String scope = "index";

    @Option(
            names = "--band",
            paramLabel = "R",
            description = "weights move by this share of the nominal ones, as in 0.25, and are then rescaled to sum 1")
    private @Nullable Double band;

    @Option(
            names = "--at-least",
            paramLabel = "CODE=SHARE",
            description = "the weight of a child is at least this, from 0 to 1; may be given more than once")
    private List<String> atLeast = new ArrayList<>();

    @Option(
            names = "--at-most",
            paramLabel = "CODE=SHARE",
            description = "the weight of a child is at most this, from 0 to 1; may be given more than once")
    private List<String> atMost = new ArrayList<>();

    @Option(
            names = "--order",
            paramLabel = "CODES",
            description = "each weight is at least the next, as in skills,data,trade; may be given more than once")
    private List<String> orders = new ArrayList<>();

    @Option(
            names = "--complete-only",
            description = "compare only regions that have a score in all that is weighed; else others are refused")
    private boolean completeOnly;

    @Option(
            names = "--partial-order",
            description = "print who is ahead of whom whatever the weights, instead of ranks")
    private boolean partialOrder;

    @Option(
            names = "--intervals",
            description =
                    "print how far each weight alone can move, the others in proportion, before the ranking changes")
    private boolean intervals;

    @Option(
            names = "--overtake",
            paramLabel = "REGION,LEADER",
            description = "print the least change of weights that puts the first region ahead of the second")
    private @Nullable String overtake;

    @Mixin
    private TableFormat format = new TableFormat();

    @Mixin
    private Output output = new Output();

    @Mixin
    private Inputs inputs = new Inputs();

    StatementsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        files.check();
        if (Stream.of(partialOrder, intervals, overtake != null)
                        .filter(Boolean::booleanValue)
                        .count()
                > 1) {
            throw new WrongUsage("--partial-order, --intervals and --overtake are printed one at a time");
        }
        WeightSpace space = WrongUsage.ifRefused(this::space);
        if (intervals && !space.constraints().isEmpty()) {
            throw new WrongUsage("--intervals moves each weight from 0 to 1; --band, --at-least, --at-most and --order"
                    + " play no part there");
        }
        List<String> pair = overtake == null ? List.of() : codes("--overtake", overtake);
        if (overtake != null && pair.size() != 2) {
            throw new WrongUsage("--overtake: expected two regions, as in TLG,TLD, but got '" + overtake + "'");
        }
        output.check(files.data(), files.definition());
        String asked = format.asked(output, "table", "csv", "json");
        IndexResult result = inputs.result(files.definition(), files.data(), terminal);
        WeightStatements all =
                completeOnly ? WeightStatements.ofCompleteRegions(result, space) : WeightStatements.of(result, space);
        output.write(terminal, text(all, result, pair, asked));
        Notes.print(result, terminal);
    }

    private String text(WeightStatements all, IndexResult result, List<String> pair, String asked) {
        if (partialOrder) {
            PartialOrder order = all.partialOrder();
            return TableFormat.made(
                    asked, order::text, () -> StabilityResults.toCsv(order), () -> StabilityResults.toJson(order));
        } else if (intervals) {
            WeightIntervals found = all.weightIntervals();
            return TableFormat.made(
                    asked, found::text, () -> StabilityResults.toCsv(found), () -> StabilityResults.toJson(found));
        } else if (!pair.isEmpty()) {
            Overtaking change = all.overtaking(pair.get(0), pair.get(1));
            return TableFormat.made(
                    asked, change::text, () -> StabilityResults.toCsv(change), () -> StabilityResults.toJson(change));
        }
        RankRanges ranges = all.rankRanges();
        return TableFormat.made(
                asked,
                () -> ranges.text() + "can be first: " + String.join(", ", all.potentiallyFirst()) + "\n",
                () -> StabilityResults.toCsv(ranges, result.regions()),
                () -> StabilityResults.toJson(ranges, result.regions()));
    }

    private WeightSpace space() {
        WeightSpace space = switch (scope) {
            case "index" -> WeightSpace.ofIndex();
            case "metrics" -> WeightSpace.overMetrics();
            default -> WeightSpace.ofComponent(scope);
        };
        if (band != null) {
            space = space.band(band);
        }
        for (String each : atLeast) {
            space = space.with(bound("--at-least", each, WeightSpace.AtLeast::new));
        }
        for (String each : atMost) {
            space = space.with(bound("--at-most", each, WeightSpace.AtMost::new));
        }
        for (String each : orders) {
            space = space.with(new WeightSpace.Ordered(codes("--order", each)));
        }
        return space;
    }

    private static WeightSpace.Constraint bound(
            String option, String given, BiFunction<String, Double, WeightSpace.Constraint> made) {
        int parted = given.indexOf('=');
        if (parted > 0) {
            try {
                return made.apply(given.substring(0, parted), Double.valueOf(given.substring(parted + 1)));
            } catch (NumberFormatException e) {
                // said below
            }
        }
        throw new WrongUsage(option + ": expected a code and a share, as in skills=0.1, but got '" + given + "'");
    }

    /** No code has a comma in it. */
    private static List<String> codes(String option, String given) {
        List<String> codes = Stream.of(given.split(",", -1)).map(String::strip).toList();
        if (codes.contains("")) {
            throw new WrongUsage(option + ": expected codes parted by commas but got '" + given + "'");
        }
        return codes;
    }
}
