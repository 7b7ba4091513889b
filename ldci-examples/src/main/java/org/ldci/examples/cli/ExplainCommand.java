package org.ldci.examples.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ldci.engine.IndexResult;
import org.ldci.model.Region;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says why a region has its score. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Ldci.Version.class,
        description = {
            "Says what lifts and what holds back a region: the contribution of every component and metric.",
            "",
            "Without --definition and --data (which go together) it explains a nation or region of the UK",
            "on the bundled data.",
        },
        footer = {
            "",
            "Where all means are arithmetic, contributions sum to the score. With other means they sum to",
            "the distance from a region that is at the mean of every metric. A contribution is arithmetic,",
            "not a cause.",
            "",
            "Examples:",
            "  java -jar ldci.jar explain TLG",
            "  java -jar ldci.jar explain \"west mid\"",
            "  java -jar ldci.jar explain B --definition mine.json --data mine.csv",
        })
final class ExplainCommand implements Runnable {
    private final Terminal terminal;

    @Parameters(paramLabel = "REGION", description = "the code or an alias of the region, or a part of its name")
    private String region = "";

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

    @Mixin
    private Inputs inputs = new Inputs();

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Inputs.checkPair(definition, data);
        if (region.isBlank()) {
            throw new WrongUsage("expected the code, an alias or a part of the name of a region but got a blank");
        }
        IndexResult result = inputs.result(definition, data, terminal);
        terminal.print(result.explain(code(result)).text());
    }

    private String code(IndexResult result) {
        if (result.dataset().geography().find(region).isPresent()) {
            return region;
        }
        List<Region> named = result.find(region);
        if (named.size() > 1) {
            throw new BadInput("'" + region + "' is a part of more than one name: "
                    + named.stream()
                            .limit(15)
                            .map(found -> found.name() + " (" + found.code() + ")")
                            .collect(Collectors.joining(", "))
                    + (named.size() > 15 ? " and " + (named.size() - 15) + " more" : ""));
        }
        return named.isEmpty() ? region : named.get(0).code();
    }
}
