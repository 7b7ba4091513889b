/** The engine for composite indices: definitions, data, scores and ranks. Pure Java: no files, no JSON, no logging. */
@SuppressWarnings("module") // ldci-io is compiled after this module
module org.ldci.core {
    requires com.google.common;
    requires static com.google.errorprone.annotations;
    requires static java.compiler;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

    exports org.ldci.aggregate;
    exports org.ldci.audit;
    exports org.ldci.compound;
    exports org.ldci.data;
    exports org.ldci.definition;
    exports org.ldci.digital;
    exports org.ldci.engine;
    exports org.ldci.model;
    exports org.ldci.normalise;
    exports org.ldci.prepare;
    exports org.ldci.rank;
    exports org.ldci.robustness;
    exports org.ldci.spi;
    exports org.ldci.weight;

    // how problems and suggestions read, the same in both modules
    exports org.ldci.internal.text to
            org.ldci.io;

    uses org.ldci.spi.StrategyProvider;
}
