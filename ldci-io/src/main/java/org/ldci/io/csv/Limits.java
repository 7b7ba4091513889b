package org.ldci.io.csv;

/**
 * What a file may ask of the reader at most, so that a hostile or broken file cannot use up the memory.
 *
 * @param bytes the text of one file, in bytes, after unpacking
 * @param ratio how many times larger than its packed form a file may become
 * @param rowLength the characters of one row
 * @param columns the columns of one row
 * @param rows the rows of one file
 */
public record Limits(long bytes, int ratio, int rowLength, int columns, int rows) {
    /** The limits that hold for users. */
    public static final Limits STANDARD = new Limits(2L << 30, 200, 16 << 20, 10_000, 5_000_000);
}
