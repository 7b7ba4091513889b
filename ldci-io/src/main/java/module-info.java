/** Reads and writes index definitions, data sets and results. */
module org.ldci.io {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires com.google.common;
    requires de.siegmar.fastcsv;
    requires transitive org.ldci.core;
    requires static com.google.errorprone.annotations;
    requires static java.compiler;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

    exports org.ldci.io;
}
