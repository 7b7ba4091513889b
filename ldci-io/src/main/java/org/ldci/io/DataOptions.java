package org.ldci.io;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.ldci.data.CellStatus;
import org.ldci.model.Geography;

/**
 * How to read a data file that is not in the default form of {@link Datasets}. The options are for CSV; of them JSON
 * files know {@link #metrics()}, {@link #period()} and {@link #geography()}.
 *
 * <p>An immutable value, made by {@link #builder()}; {@link #defaults()} has none of it changed.
 */
@Value.Immutable
@OptionsStyle
public interface DataOptions {
    /**
     * The column with the codes of the regions.
     *
     * @return its name, compared without regard to case; "region" by default
     */
    @Value.Default
    default String regionColumn() {
        return "region";
    }

    /**
     * The column with the names of the regions.
     *
     * @return its name, compared without regard to case; "name" by default
     */
    @Value.Default
    default String nameColumn() {
        return "name";
    }

    /**
     * The column with the levels of the regions.
     *
     * @return its name, compared without regard to case; "level" by default
     */
    @Value.Default
    default String levelColumn() {
        return "level";
    }

    /**
     * The column with the metrics of a long file.
     *
     * @return its name, compared without regard to case; "metric" by default
     */
    @Value.Default
    default String metricColumn() {
        return "metric";
    }

    /**
     * The column with the values of a long file.
     *
     * @return its name, compared without regard to case; "value" by default
     */
    @Value.Default
    default String valueColumn() {
        return "value";
    }

    /**
     * The column with the periods of a long file.
     *
     * @return its name, compared without regard to case; "period" by default
     */
    @Value.Default
    default String periodColumn() {
        return "period";
    }

    /**
     * The column with the statuses of a long file.
     *
     * @return its name, compared without regard to case; "status" by default
     */
    @Value.Default
    default String statusColumn() {
        return "status";
    }

    /**
     * The column with the standard errors of a long file.
     *
     * @return its name, compared without regard to case; "standardError" by default
     */
    @Value.Default
    default String standardErrorColumn() {
        return "standardError";
    }

    /**
     * The column with the notes of a long file.
     *
     * @return its name, compared without regard to case; "note" by default
     */
    @Value.Default
    default String noteColumn() {
        return "note";
    }

    /**
     * The metrics to keep.
     *
     * @return their codes, compared exactly; empty to keep all
     */
    List<String> metrics();

    /**
     * Columns to leave out.
     *
     * @return their names, compared without regard to case
     */
    List<String> ignoredColumns();

    /**
     * The only period to read from a file of several.
     *
     * @return the label as the file writes it
     */
    Optional<String> period();

    /**
     * The regions that there are. A region of the file is found among them by its code, or an alias, and its level if the
     * file has one; a region that is not among them is a problem. They give code, name, level, parent and aliases,
     * whatever the file says of these; population and groups are those of the file where it has them.
     *
     * @return the geography; if empty, any region may stand in the file
     */
    Optional<Geography> geography();

    /**
     * What parts the cells.
     *
     * @return the separator; if empty, the header tells: the one of comma, semicolon and tab that gives more columns
     */
    Optional<Character> separator();

    /**
     * The decimal mark.
     *
     * @return a point, the default, or a comma; the other one may part thousands
     */
    @Value.Default
    default char decimal() {
        return '.';
    }

    /**
     * A text in the line of the header, for files with prose above it.
     *
     * @return the text, compared exactly: lines before the first that has it are skipped
     */
    Optional<String> skipUntilHeader();

    /**
     * Cells that stand for a status beside the common markers, such as "-999".
     *
     * @return the status by the whole text of the cell
     */
    Map<String, CellStatus> missingMarkers();

    /**
     * How to decode a file without a byte order mark.
     *
     * @return the charset; UTF-8 if empty
     */
    Optional<Charset> charset();

    /**
     * The options that are meant if none are given.
     *
     * @return the defaults
     */
    static DataOptions defaults() {
        return builder().build();
    }

    /**
     * Starts options.
     *
     * @return a builder with the defaults
     */
    static Builder builder() {
        return ImmutableDataOptions.builder();
    }

    /**
     * Checks the options.
     *
     * @throws IllegalArgumentException if the decimal mark is neither a point nor a comma, the separator is also the
     *     decimal mark, a quote or a line end, or a marker stands for a status that needs a number
     */
    @Value.Check
    default void check() {
        if (decimal() != '.' && decimal() != ',') {
            throw new IllegalArgumentException("the decimal mark must be '.' or ',' but is '" + decimal() + "'");
        }
        separator().ifPresent(separator -> {
            if (separator == decimal() || separator == '"' || separator == '\n' || separator == '\r') {
                throw new IllegalArgumentException(
                        "the separator must not be the decimal mark, a quote or a line end but is '" + separator + "'");
            }
        });
        missingMarkers().forEach((marker, status) -> {
            if (status.hasValue() && status != CellStatus.LOW_ROUNDED_TO_ZERO) {
                throw new IllegalArgumentException("marker '" + marker
                        + "' must stand for a status of missing or LOW_ROUNDED_TO_ZERO but stands for " + status);
            }
        });
    }

    /** Collects {@link DataOptions}. Not thread-safe. */
    interface Builder {
        /**
         * Names the column with the codes of the regions.
         *
         * @param name the name of the column
         * @return this builder
         */
        Builder regionColumn(String name);

        /**
         * Names the column with the names of the regions.
         *
         * @param name the name of the column
         * @return this builder
         */
        Builder nameColumn(String name);

        /**
         * Names the column with the levels of the regions.
         *
         * @param name the name of the column
         * @return this builder
         */
        Builder levelColumn(String name);

        /**
         * Names the column with the metrics of a long file.
         *
         * @param name the name of the column
         * @return this builder
         */
        Builder metricColumn(String name);

        /**
         * Names the column with the values of a long file.
         *
         * @param name the name of the column
         * @return this builder
         */
        Builder valueColumn(String name);

        /**
         * Names the column with the periods of a long file.
         *
         * @param name the name of the column
         * @return this builder
         */
        Builder periodColumn(String name);

        /**
         * Names the column with the statuses of a long file.
         *
         * @param name the name of the column
         * @return this builder
         */
        Builder statusColumn(String name);

        /**
         * Names the column with the standard errors of a long file.
         *
         * @param name the name of the column
         * @return this builder
         */
        Builder standardErrorColumn(String name);

        /**
         * Names the column with the notes of a long file.
         *
         * @param name the name of the column
         * @return this builder
         */
        Builder noteColumn(String name);

        /**
         * Keeps these metrics only.
         *
         * @param codes the codes of the metrics
         * @return this builder
         */
        Builder addMetrics(String... codes);

        /**
         * Leaves these columns out.
         *
         * @param names the names of the columns
         * @return this builder
         */
        Builder addIgnoredColumns(String... names);

        /**
         * Reads one period of several.
         *
         * @param label its label as the file writes it
         * @return this builder
         */
        Builder period(String label);

        /**
         * Names the regions that there are.
         *
         * @param geography the regions
         * @return this builder
         */
        Builder geography(Geography geography);

        /**
         * Says what parts the cells.
         *
         * @param separator the separator
         * @return this builder
         */
        Builder separator(char separator);

        /**
         * Says the decimal mark.
         *
         * @param mark a point or a comma
         * @return this builder
         */
        Builder decimal(char mark);

        /**
         * Skips the lines above the header.
         *
         * @param text a text that the line of the header has
         * @return this builder
         */
        Builder skipUntilHeader(String text);

        /**
         * Adds a cell that stands for a status.
         *
         * @param text the whole text of the cell
         * @param status a status of missing, or {@link CellStatus#LOW_ROUNDED_TO_ZERO}, which reads as 0
         * @return this builder
         */
        Builder putMissingMarkers(String text, CellStatus status);

        /**
         * Says how to decode a file without a byte order mark.
         *
         * @param charset the charset, such as windows-1252
         * @return this builder
         */
        Builder charset(Charset charset);

        /**
         * Makes the options.
         *
         * @return the options
         * @throws IllegalArgumentException if they break a rule
         */
        DataOptions build();
    }
}
