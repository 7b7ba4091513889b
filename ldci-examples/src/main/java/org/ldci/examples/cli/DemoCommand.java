package org.ldci.examples.cli;

import org.ldci.engine.CompositeIndex;
import org.ldci.engine.IndexResult;
import org.ldci.examples.data.UkRegions;
import picocli.CommandLine.Command;

/** Scores the bundled data. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = Ldci.Version.class,
        description = {
            "Scores the twelve nations and regions of the UK on real data and explains one of them.",
            "",
            "The first table has a row a region and a column a component, each from 1 (the lowest region)",
            "to 100 (the highest); the index is their geometric mean. The second says what lifts and holds",
            "back the West Midlands. Notes about the data go to the standard error.",
        })
final class DemoCommand implements Runnable {
    private static final String WEST_MIDLANDS = "TLG";

    private final Terminal terminal;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        IndexResult result = CompositeIndex.of(UkRegions.definition()).score(UkRegions.dataset());
        terminal.print(result.text() + "\n" + result.explain(WEST_MIDLANDS).text());
        Notes.print(result, terminal);
    }
}
