package org.ldci.io.csv;

import java.util.Arrays;

/** The cells of one row, overwritten by the next: nothing is a String until somebody asks. Not thread-safe. */
public final class CsvRow {
    private char[] text = new char[256];
    private int[] ends = new int[32];
    private boolean[] quoted = new boolean[32];
    private int size;
    private long line;

    CsvRow() {}

    void begin(long startLine) {
        line = startLine;
        size = 0;
    }

    void add(char[] source, int from, int length, boolean inQuotes) {
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
            quoted = Arrays.copyOf(quoted, 2 * size);
        }
        int start = start(size);
        if (start + length > text.length) {
            text = Arrays.copyOf(text, Math.max(start + length, text.length + text.length / 2));
        }
        System.arraycopy(source, from, text, start, length);
        ends[size] = start + length;
        quoted[size] = inQuotes;
        size++;
    }

    /**
     * The number of cells.
     *
     * @return the number, empty cells included
     */
    public int size() {
        return size;
    }

    /**
     * Where the row starts in the file.
     *
     * @return the line, from 1
     */
    public long line() {
        return line;
    }

    /**
     * The characters of all cells, one after the other.
     *
     * @return the array itself, which the next row overwrites
     */
    public char[] text() {
        return text;
    }

    /**
     * Where a cell starts in {@link #text()}.
     *
     * @param cell the position of the cell
     * @return the position of its first character
     */
    public int start(int cell) {
        return cell == 0 ? 0 : ends[cell - 1];
    }

    /**
     * Where a cell ends in {@link #text()}.
     *
     * @param cell the position of the cell
     * @return the position after its last character
     */
    public int end(int cell) {
        return ends[cell];
    }

    /**
     * The text of a cell as it stands.
     *
     * @param cell the position of the cell
     * @return its text
     */
    public String string(int cell) {
        return new String(text, start(cell), end(cell) - start(cell));
    }

    /**
     * The text of a cell without the blanks around it, for codes and numbers.
     *
     * @param cell the position of the cell
     * @return its text
     */
    public String stripped(int cell) {
        return string(cell).strip();
    }

    /**
     * Whether nothing was written in a cell. An empty text in quotes is something: the empty text.
     *
     * @param cell the position of the cell
     * @return true if the cell has no character and no quotes
     */
    public boolean isAbsent(int cell) {
        return start(cell) == end(cell) && !quoted[cell];
    }

    /**
     * Whether no cell has anything but blanks.
     *
     * @return true if the row carries nothing
     */
    public boolean isBlank() {
        for (int i = 0; i < (size == 0 ? 0 : end(size - 1)); i++) {
            if (!Character.isWhitespace(text[i])) {
                return false;
            }
        }
        return true;
    }
}
