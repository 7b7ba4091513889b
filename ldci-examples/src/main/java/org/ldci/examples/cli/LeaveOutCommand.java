package org.ldci.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.io.StabilityResults;
import org.ldci.robustness.FailurePolicy;
import org.ldci.robustness.InfluenceTable;
import org.ldci.robustness.LeaveOneOut;
import org.ldci.robustness.LeavingOut;
import org.ldci.robustness.RankReversals;
import org.ldci.robustness.ScenarioTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what a ranking hangs on, by leaving things out. */
@Command(
        name = "leave-out",
        mixinStandardHelpOptions = true,
        versionProvider = Ldci.Version.class,
        description = {
            "Leaves out each component, metric or region in turn and says how far ranks move.",
            "",
            "Without --definition and --data (which go together) it runs on the bundled data of the UK.",
        },
        footer = {
            "",
            "Components and metrics are taken out of the tree, or get weight 0 with --weight-zero. Without",
            "a region everything is learnt anew from the others, and ranks are compared among them. What",
            "cannot be left out is named in the result.",
            "",
            "The columns >1 >2 >3 >5 >10 count the regions that move by more than so many places; 'mean",
            "shift' and 'max' are over all regions that are compared.",
            "",
            "Examples:",
            "  java -jar ldci.jar leave-out",
            "  java -jar ldci.jar leave-out --what metrics --out influence.csv",
            "  java -jar ldci.jar leave-out --what regions --swaps",
            "  java -jar ldci.jar leave-out --only skills --only data --ranks",
        })
final class LeaveOutCommand implements Runnable {
    private static final List<String> KINDS = List.of("metrics", "components", "regions");

    private final Terminal terminal;

    @Mixin
    private IndexFiles files = new IndexFiles();

    @Option(
            names = "--what",
            paramLabel = "KIND",
            defaultValue = "components",
            description = "what is left out: metrics, components or regions; components if not given")
    private String what = "components";

    @Option(names = "--only", paramLabel = "CODE", description = "leave out only this; may be given more than once")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--weight-zero",
            description = "give metrics and components weight 0 instead of taking them out of the tree")
    private boolean weightZero;

    @Option(names = "--ranks", description = "print every region's rank without each, instead of how far ranks move")
    private boolean ranks;

    @Option(
            names = "--swaps",
            description = "with --what regions: print the pairs of other regions that change places, instead of how far"
                    + " ranks move")
    private boolean swaps;

    @Mixin
    private TableFormat format = new TableFormat();

    @Mixin
    private Output output = new Output();

    @Mixin
    private Inputs inputs = new Inputs();

    LeaveOutCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        files.check();
        String kind = what.toLowerCase(Locale.ROOT);
        check(kind);
        output.check(files.data(), files.definition());
        String asked = format.asked(output, "table", "csv", "json");
        IndexDefinition index = Inputs.definition(files.definition());
        Dataset dataset = inputs.data(files.data(), index, terminal);
        checkKind(kind, index, dataset);
        output.write(terminal, swaps ? swaps(index, dataset, asked) : influence(kind, index, dataset, asked));
        Notes.print(index, dataset, terminal);
    }

    private void check(String kind) {
        if (!KINDS.contains(kind)) {
            throw new WrongUsage("'" + what + "' cannot be left out; what can is " + String.join(", ", KINDS));
        } else if (weightZero && kind.equals("regions")) {
            throw new WrongUsage("--weight-zero is about metrics and components; regions are always taken out");
        } else if (swaps && !kind.equals("regions")) {
            throw new WrongUsage("--swaps goes with --what regions");
        } else if (swaps && (ranks || !only.isEmpty())) {
            throw new WrongUsage("--swaps goes with neither --ranks nor --only");
        }
    }

    /** What is of another kind is not misspelt. */
    private void checkKind(String kind, IndexDefinition index, Dataset dataset) {
        for (String code : only) {
            List<String> found = KINDS.stream()
                    .filter(known -> switch (known) {
                        case "metrics" ->
                            index.metrics().stream()
                                    .anyMatch(metric -> metric.code().equals(code));
                        case "regions" -> dataset.geography().find(code).isPresent();
                        default ->
                            index.index()
                                    .components()
                                    .skip(1)
                                    .anyMatch(component -> component.code().equals(code));
                    })
                    .toList();
            if (!found.isEmpty() && !found.contains(kind)) {
                throw new WrongUsage("'" + code + "' is one of the " + found.get(0) + "; give --what " + found.get(0));
            }
        }
    }

    private static String swaps(IndexDefinition index, Dataset dataset, String asked) {
        RankReversals reversals = RankReversals.of(index, dataset);
        return TableFormat.made(
                asked,
                reversals::text,
                () -> StabilityResults.toCsv(reversals),
                () -> StabilityResults.toJson(reversals));
    }

    private String influence(String kind, IndexDefinition index, Dataset dataset, String asked) {
        LeaveOneOut start = switch (kind) {
            case "metrics" -> LeaveOneOut.metrics(index);
            case "regions" -> LeaveOneOut.regions(index);
            default -> LeaveOneOut.components(index);
        };
        InfluenceTable table = start.by(weightZero ? LeavingOut.WEIGHT_ZERO : LeavingOut.REMOVAL)
                .only(only.toArray(String[]::new))
                .failures(FailurePolicy.EXCLUDE)
                .run(dataset);
        if (ranks) {
            ScenarioTable without = table.scenarios();
            return TableFormat.made(
                    asked,
                    without::text,
                    () -> StabilityResults.toCsv(without),
                    () -> StabilityResults.toJson(without));
        }
        return TableFormat.made(
                asked, table::text, () -> StabilityResults.toCsv(table), () -> StabilityResults.toJson(table));
    }
}
