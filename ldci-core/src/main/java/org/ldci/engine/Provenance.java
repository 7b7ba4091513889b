package org.ldci.engine;

/**
 * Where a result comes from: enough to tell whether two results should be equal.
 *
 * @param definitionSha256 the digest of the definition: tree, methodology and the parameters of its strategies
 * @param dataSha256 the digest of the data: regions, metrics, values, statuses, standard errors and notes, in their order
 * @param fitSha256 the digest of the data the scale was fitted to; equal to {@code dataSha256} unless the scale is frozen
 * @param libraryVersion the version of this library
 * @param reproducible whether the digest of the definition says all: false if a strategy is a lambda or another class
 *     without value equality, which a digest cannot look into
 */
public record Provenance(
        String definitionSha256, String dataSha256, String fitSha256, String libraryVersion, boolean reproducible) {
    /** The version of this library. */
    public static final String LIBRARY_VERSION = "0.1.0";
}
