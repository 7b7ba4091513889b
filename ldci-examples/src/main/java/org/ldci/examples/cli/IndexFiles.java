package org.ldci.examples.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name an index and its data: both files, or neither for the bundled ones. */
final class IndexFiles {
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

    /** The file of the definition; null for the bundled one. */
    @Nullable
    Path definition() {
        return definition;
    }

    /** The file of the data; null for the bundled ones. */
    @Nullable
    Path data() {
        return data;
    }

    /** Refuses one without the other. */
    void check() {
        Inputs.checkPair(definition, data);
    }
}
