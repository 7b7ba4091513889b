package org.ldci.examples.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.io.Datasets;
import org.ldci.io.Definitions;

/**
 * The Local Digital Capital Index of the twelve regions and nations of the United Kingdom, on 46 real metrics.
 *
 * <p>Sources, years, licences and weaknesses are in the README beside the data. Contains National Statistics data and OS
 * data (c) Crown copyright and database right. Every call reads the bundled files anew; all methods are thread-safe.
 */
public final class UkRegions {
    private UkRegions() {}

    /**
     * The values of 46 metrics in twelve regions, by ITL code with the GSS code as alias, and their populations.
     *
     * @return the dataset; cells that the sources do not have are missing
     */
    public static Dataset dataset() {
        return Datasets.parse(resource("uk-itl1.csv"));
    }

    /**
     * The eight components with their metrics, computed by {@link org.ldci.digital.LocalDigitalCapital#methodology()}.
     *
     * @return the definition
     */
    public static IndexDefinition definition() {
        return Definitions.parse(resource("uk-itl1-definition.json"));
    }

    /**
     * The fully compensatory variant, {@link org.ldci.digital.LocalDigitalCapital#compensatory()}: an arithmetic mean across
     * the components as well.
     *
     * @return the definition
     */
    public static IndexDefinition compensatory() {
        return definition().with(method -> method.aggregateLevels(Map.of()));
    }

    /**
     * The English Index of Multiple Deprivation 2025 from the ranks in its seven domains: an index of small areas, as an
     * example of another subject and another methodology. Higher is more deprived. Its data are not bundled.
     *
     * @return the definition
     */
    public static IndexDefinition deprivation() {
        return Definitions.parse(resource("imd2025-definition.json"));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(UkRegions.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
