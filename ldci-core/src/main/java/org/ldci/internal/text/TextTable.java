package org.ldci.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A plain table of ASCII rules for consoles: cells are padded, numbers to the right, and nothing is hidden in silence. */
public final class TextTable {
    /** Room for a JShell answer, which is cut in the middle beyond 1,000 characters. */
    private static final int JSHELL_CHARACTERS = 960;

    private static final int NAME_WIDTH = 26;

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();
    private final int leftColumns;
    private final int count;
    private final IntFunction<List<String>> made;

    /**
     * Starts a table.
     *
     * @param leftColumns how many of the first columns are text, set to the left
     * @param head the column heads
     */
    public TextTable(int leftColumns, List<String> head) {
        this(leftColumns, head, 0, row -> List.of());
    }

    /**
     * A table of many rows, which are made when they are shown.
     *
     * @param leftColumns how many of the first columns are text, set to the left
     * @param head the column heads
     * @param count the number of rows
     * @param made makes the cells of a row, from 0: as many as there are heads
     */
    public TextTable(int leftColumns, List<String> head, int count, IntFunction<List<String>> made) {
        this.leftColumns = leftColumns;
        this.head = List.copyOf(head);
        this.count = count;
        this.made = made;
    }

    /**
     * Adds a row below the others. Line ends and control characters become spaces, so that a row stays a line.
     *
     * @param cells as many cells as there are heads
     * @return this table
     */
    public TextTable row(List<String> cells) {
        rows.add(oneLine(cells));
        return this;
    }

    private static List<String> oneLine(List<String> cells) {
        return cells.stream().map(TextTable::oneLine).toList();
    }

    private int size() {
        return count + rows.size();
    }

    private List<List<String>> first(int shown) {
        List<List<String>> first = new ArrayList<>(shown);
        for (int i = 0; i < shown; i++) {
            first.add(i < count ? oneLine(made.apply(i)) : rows.get(i - count));
        }
        return first;
    }

    /**
     * A text on one line.
     *
     * @param text the text
     * @return the text with a space for every line end, control and invisible formatting character
     */
    public static String oneLine(String text) {
        @Nullable StringBuilder line = null;
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                line = line == null ? new StringBuilder(text) : line;
                line.setCharAt(i, ' ');
            }
        }
        return line == null ? text : line.toString();
    }

    private static boolean isControl(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /**
     * A number for display: a fixed number of decimals, "-" for missing. Only a view; results keep full precision.
     *
     * @param value the number
     * @param decimals how many decimals
     * @return the text
     */
    public static String number(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "-";
        }
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        // what rounds to zero has no sign
        return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
    }

    /**
     * Shortens a text to fit a column.
     *
     * @param text the text
     * @return at most 26 characters, the cut shown by two dots
     */
    public static String shorten(String text) {
        return shorten(text, NAME_WIDTH);
    }

    /**
     * Shortens a text.
     *
     * @param text the text
     * @param width the most characters, at least 3
     * @return the text, its cut shown by two dots
     */
    public static String shorten(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 2) + "..";
    }

    /**
     * Shortens a text whose end tells it from others, such as a label made of a long beginning and what differs.
     *
     * @param text the text
     * @return at most 26 characters, with two dots for the middle where it is cut
     */
    public static String shortenMiddle(String text) {
        int end = (NAME_WIDTH - 2) / 2;
        return text.length() <= NAME_WIDTH
                ? text
                : text.substring(0, NAME_WIDTH - 2 - end) + ".." + text.substring(text.length() - end);
    }

    /**
     * The whole table.
     *
     * @return lines without trailing spaces, parted and ended by a line feed
     */
    public String all() {
        return render(head.size(), first(size()));
    }

    /**
     * As much of the table as suits JShell: at most ten rows and 1,000 characters with the title; what is left out is
     * counted.
     *
     * @param title the first line
     * @param more how to see the rest, as in "print() for all"
     * @return the title, the table and, if something is left out, a line that says so; no line end at the end
     */
    public String brief(String title, String more) {
        int columns = Math.min(head.size(), JSHELL_CHARACTERS / 3);
        int shown = Math.min(10, size());
        List<List<String>> first = first(shown);
        while (true) {
            String text = render(columns, first.subList(0, shown));
            String rest = "";
            if (shown < size() || columns < head.size()) {
                rest = "... " + (shown < size() ? (size() - shown) + " more rows" : "")
                        + (shown < size() && columns < head.size() ? ", " : "")
                        + (columns < head.size() ? (head.size() - columns) + " more columns" : "") + "; " + more + "\n";
            }
            String all = shorten(title, 200) + "\n" + text + rest;
            if (all.length() <= JSHELL_CHARACTERS || (columns <= 1 && shown <= 1)) {
                return all.stripTrailing();
            }
            // wide tables lose columns first: the rows are what a ranking is about
            if (columns > leftColumns + 3 || (shown <= 5 && columns > 1)) {
                columns--;
            } else {
                shown--;
            }
        }
    }

    private String render(int columns, List<List<String>> shown) {
        int[] width = new int[columns];
        for (int c = 0; c < columns; c++) {
            width[c] = head.get(c).length();
            for (List<String> row : shown) {
                width[c] = Math.max(width[c], row.get(c).length());
            }
        }
        StringBuilder text = new StringBuilder();
        line(text, head, width);
        for (List<String> row : shown) {
            line(text, row, width);
        }
        return text.toString();
    }

    private void line(StringBuilder text, List<String> cells, int[] width) {
        int start = text.length();
        for (int c = 0; c < width.length; c++) {
            String cell = cells.get(c);
            String padding = " ".repeat(width[c] - cell.length());
            text.append(c == 0 ? "" : "  ").append(c < leftColumns ? cell + padding : padding + cell);
        }
        int end = text.length();
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
        text.append('\n');
    }
}
