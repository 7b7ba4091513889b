package org.ldci.io;

/** The formats in which {@link Results} writes a result. */
public enum ResultFormat {
    /** A table of scores with full precision, for spreadsheets and data frames. */
    CSV,
    /** Everything a result holds, with its definition and provenance. */
    JSON,
    /** The ranking as a table for documents and web pages. */
    MARKDOWN,
    /** The ranking as a table for consoles. */
    TEXT
}
