package org.ldci.io.csv;

/**
 * Text in the cells of a CSV file that may be opened in a spreadsheet, which would run a text such as {@code =1+1} as a
 * formula. An apostrophe in front prevents that, and can be taken off again without loss.
 */
public final class SpreadsheetText {
    private SpreadsheetText() {}

    /**
     * Makes a text safe for a spreadsheet.
     *
     * @param text any text
     * @return the text with an apostrophe in front if it starts, after apostrophes if any, with {@code = + - @}, a tab or
     *     a carriage return; else the text itself
     */
    public static String neutralise(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    /**
     * Undoes {@link #neutralise}.
     *
     * @param text the text of a cell
     * @return the text without its first apostrophe if {@code neutralise} could have put it there; else the text itself
     */
    public static String restore(String text) {
        return text.startsWith("'") && isFormula(text) ? text.substring(1) : text;
    }

    /** Apostrophes count as part of the start, so that a text that has them already survives the way there and back. */
    private static boolean isFormula(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == '\'') {
            first++;
        }
        return first < text.length() && "=+-@\t\r".indexOf(text.charAt(first)) >= 0;
    }
}
