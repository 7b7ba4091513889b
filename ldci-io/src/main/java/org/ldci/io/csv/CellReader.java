package org.ldci.io.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ldci.data.CellStatus;

/**
 * Reads one cell after the other: a number, a marker, or both. Plain numbers, which most cells are, go a fast way without
 * garbage. What only a whole column can settle, such as a percent sign, is left to {@link Notation}. Not thread-safe.
 */
public final class CellReader {
    /** The longest number, in characters. */
    static final int LONGEST = 1_000;

    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private static final String FIX =
            "expected a number, a blank, or a marker such as [c] suppressed, [x] not available, "
                    + "[z] not applicable or [low]; say others as missing markers in DataOptions";

    private final char decimal;
    private final Map<String, CellStatus> extra;
    private final List<String> markers = new ArrayList<>();

    private double value;
    private boolean number;
    private boolean plain;
    private boolean text;
    private boolean statusWrong;
    private boolean percent;
    private char currency;
    private Grouping grouping = Grouping.NONE;
    private String note = "";
    private CellStatus status = CellStatus.MISSING_UNSPECIFIED;
    private @Nullable String problem;

    /** How sure it is that a sign in a number parts thousands. */
    enum Grouping {
        /** There is no such sign. */
        NONE,
        /** As in 1,234,567 or 1,234.5: no other reading. */
        CERTAIN,
        /** As in 1,234: it may be a decimal mark. */
        POSSIBLE,
        /** As in 12,5: it must be a decimal mark. */
        WRONG_MARK
    }

    /**
     * A reader of cells.
     *
     * @param decimal the decimal mark, a point or a comma
     * @param extra what stands for a status beside the common markers
     */
    public CellReader(char decimal, Map<String, CellStatus> extra) {
        this.decimal = decimal;
        this.extra = new HashMap<>(extra);
    }

    /**
     * Reads a cell.
     *
     * @param text holds its characters
     * @param start the position of the first
     * @param end the position after the last
     */
    public void read(char[] text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isSpace(text[from])) {
            from++;
        }
        while (from < to && isSpace(text[to - 1])) {
            to--;
        }
        begin();
        if (from < to && !(extra.isEmpty() && readPlain(text, from, to))) {
            general(new String(text, from, to - from));
        }
    }

    /**
     * Reads a cell beside a status column.
     *
     * @param row the row
     * @param cell the position of the value
     * @param statusText the status; may be blank
     */
    public void readWithStatus(CsvRow row, int cell, String statusText) {
        read(row.text(), row.start(cell), row.end(cell));
        String stripped = statusText.strip();
        if (stripped.isEmpty() || problem != null) {
            return;
        }
        if (Markers.readStatus(stripped, markers)) {
            resolve();
            if (problem != null) {
                problem = "'" + ProblemLog.shorten(row.stripped(cell)) + "' with status '" + stripped + "' " + problem;
            }
        } else if (stripped.chars().anyMatch(Character::isWhitespace)) {
            note = note.isEmpty() ? stripped : note + " " + stripped;
        } else {
            statusWrong = true;
            problem = "status '" + ProblemLog.shorten(stripped)
                    + "' is none of u e p r f b low k i c x z, and no sentence; SDMX codes are not read here";
        }
    }

    private void begin() {
        value = Double.NaN;
        plain = false;
        text = false;
        statusWrong = false;
        percent = false;
        number = false;
        currency = 0;
        grouping = Grouping.NONE;
        note = "";
        status = CellStatus.MISSING_UNSPECIFIED;
        problem = null;
        markers.clear();
    }

    /** Digits with at most one decimal mark; exact because both parts are exact doubles (Clinger 1990). */
    private boolean readPlain(char[] text, int from, int to) {
        boolean negative = text[from] == '-';
        long mantissa = 0;
        int digits = 0;
        int scale = -1;
        for (int i = negative ? from + 1 : from; i < to; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                mantissa = 10 * mantissa + (c - '0');
                digits++;
                scale += scale >= 0 ? 1 : 0;
            } else if (c == decimal && scale < 0 && digits > 0) {
                scale = 0;
            } else {
                return false;
            }
            if (digits > 15) {
                return false;
            }
        }
        if (digits == 0 || scale == 0) {
            return false;
        }
        double magnitude = scale > 0 ? mantissa / POWERS_OF_TEN[scale] : mantissa;
        number(negative ? 0.0 - magnitude : magnitude);
        plain = true;
        return true;
    }

    private void number(double number) {
        value = number;
        status = CellStatus.OBSERVED;
        this.number = true;
    }

    private void general(String text) {
        CellStatus own = extra.get(text);
        if (own != null) {
            String marker = Markers.of(own);
            if (!marker.isEmpty()) {
                markers.add(marker);
            }
            resolve();
            return;
        }
        String bare = Markers.bare(text).orElse(null);
        String rest = bare == null ? Markers.peel(text, markers) : "";
        if (bare != null) {
            markers.add(bare);
        }
        if (!rest.isEmpty() && !rest.equals(":")) {
            String inner = Markers.bare(rest).orElse(null);
            if (inner != null) {
                markers.add(0, inner);
                rest = "";
            } else {
                readNumber(rest, text);
            }
        }
        if (problem == null) {
            resolve();
            if (problem != null) {
                problem = "'" + ProblemLog.shorten(text) + "' " + problem;
            }
        }
    }

    private void resolve() {
        Markers.Resolved resolved = Markers.resolve(markers, number).orElse(null);
        if (resolved == null) {
            problem = "has a value and a marker that says there is none; take one away";
            return;
        }
        status = resolved.status();
        note = resolved.note();
        if (!number) {
            value = resolved.zero() ? 0.0 : Double.NaN;
        }
    }

    /** A number with signs that people put around it. */
    private void readNumber(String text, String whole) {
        if (text.length() > LONGEST) {
            problem = "'" + ProblemLog.shorten(whole) + "' has " + text.length()
                    + " characters but a number has at most " + LONGEST;
            return;
        }
        if (text.startsWith("(") && text.endsWith(")")) {
            problem = "'" + ProblemLog.shorten(whole)
                    + "' in brackets may be a negative number or a remark; write a minus";
            return;
        }
        String rest = text;
        if (rest.endsWith("%")) {
            percent = true;
            rest = rest.substring(0, rest.length() - 1).stripTrailing();
        }
        boolean negative = false;
        boolean signed = false;
        while (!rest.isEmpty()) {
            char c = rest.charAt(0);
            if ((c == '-' || c == '\u2212' || c == '+') && !signed) {
                signed = true;
                negative = c != '+';
            } else if ((c == '\u00a3' || c == '\u20ac') && currency == 0) {
                currency = c;
            } else {
                break;
            }
            rest = rest.substring(1);
        }
        String digits = digits(rest);
        if (digits == null) {
            percent = false;
            currency = 0;
            String lower = rest.toLowerCase(Locale.ROOT);
            boolean infinite = lower.equals("inf") || lower.equals("infinity") || lower.equals("\u221e");
            boolean lettered = isLettered(rest);
            this.text = !infinite && !lettered;
            problem = "'" + ProblemLog.shorten(whole) + "' "
                    + (infinite
                            ? "is infinite; values must be finite"
                            : lettered
                                    ? "has a letter after the number; if it is a marker, write it in brackets: "
                                            + ProblemLog.shorten(rest.substring(0, rest.length() - 1)
                                                    .strip()) + " [" + lower.charAt(lower.length() - 1) + "]"
                                    : "is no number; " + FIX);
            return;
        }
        double magnitude = Double.parseDouble(digits);
        if (Double.isInfinite(magnitude)) {
            problem = "'" + ProblemLog.shorten(whole) + "' is too large for a double; values must be finite";
        } else if (magnitude == 0 && hasNonZeroDigit(digits)) {
            problem = "'" + ProblemLog.shorten(whole) + "' is too small for a double and would become 0";
        } else {
            number(negative ? 0.0 - magnitude : magnitude);
        }
    }

    /** Whether it is a number but for a last letter that is also a marker, as old tables have it: 1,234E or 628 e. */
    private boolean isLettered(String text) {
        int last = text.length() - 1;
        boolean lettered = last > 0
                && Markers.isKnown(text.substring(last).toLowerCase(Locale.ROOT))
                && digits(text.substring(0, last).stripTrailing()) != null;
        grouping = Grouping.NONE;
        return lettered;
    }

    private static boolean hasNonZeroDigit(String digits) {
        for (int i = 0; i < digits.length() && digits.charAt(i) != 'e'; i++) {
            if (digits.charAt(i) >= '1' && digits.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    /** The number in the form that Java reads, without signs that part thousands; null if it is none. */
    private @Nullable String digits(String text) {
        char other = decimal == ',' ? '.' : ',';
        StringBuilder digits = new StringBuilder(text.length());
        char sign = 0;
        int groups = 0;
        int run = 0;
        int count = 0;
        boolean fraction = false;
        boolean evenGroups = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
                run++;
                count++;
            } else if (c == decimal && !fraction) {
                evenGroups &= groups == 0 || run == 3;
                digits.append('.');
                fraction = true;
                run = 0;
            } else if ((c == other || isSpace(c)) && !fraction && count > 0 && (groups == 0 || c == sign)) {
                evenGroups &= groups == 0 ? run <= 3 && digits.charAt(0) != '0' : run == 3;
                sign = c;
                groups++;
                run = 0;
            } else if ((c == 'e' || c == 'E') && count > 0 && groups == 0 && isExponent(text, i + 1)) {
                return digits.append('e').append(text, i + 1, text.length()).toString();
            } else {
                return null;
            }
        }
        evenGroups &= groups == 0 || fraction || run == 3;
        if (count == 0) {
            return null;
        }
        if (groups > 0 && sign != other) {
            grouping = evenGroups ? Grouping.CERTAIN : Grouping.NONE;
            return evenGroups ? digits.toString() : null;
        }
        if (groups > 0 && evenGroups) {
            grouping = groups > 1 || fraction ? Grouping.CERTAIN : Grouping.POSSIBLE;
        } else if (groups == 1 && !fraction) {
            grouping = Grouping.WRONG_MARK;
        } else if (groups > 0) {
            return null;
        }
        return digits.toString();
    }

    private static boolean isExponent(String text, int from) {
        int i = from < text.length() && (text.charAt(from) == '-' || text.charAt(from) == '+') ? from + 1 : from;
        if (i == text.length()) {
            return false;
        }
        for (; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u2009' || c == '\u202f';
    }

    /**
     * The value.
     *
     * @return a finite number; NaN if the cell has none
     */
    public double value() {
        return value;
    }

    /**
     * The status.
     *
     * @return the status that the markers come to
     */
    public CellStatus status() {
        return status;
    }

    /**
     * What the status does not hold.
     *
     * @return the note; empty if there is none
     */
    public String note() {
        return note;
    }

    /**
     * Whether the cell is digits alone, with at most a minus and a decimal mark.
     *
     * @return true if nothing about the cell needs a second look
     */
    public boolean isPlain() {
        return plain;
    }

    /**
     * Whether the cell has a number, with or without markers.
     *
     * @return true if digits were read
     */
    public boolean hasNumber() {
        return number;
    }

    /**
     * What is wrong with the cell.
     *
     * @return the problem with the raw text in it; null if there is none
     */
    public @Nullable String problem() {
        return problem;
    }

    /**
     * Whether the problem is that the cell is a text.
     *
     * @return true for words; false for numbers that break a rule
     */
    public boolean isText() {
        return text;
    }

    /**
     * Whether the problem lies in the status beside the cell.
     *
     * @return true if the status cannot be read
     */
    public boolean isStatusWrong() {
        return statusWrong;
    }

    boolean hasPercent() {
        return percent;
    }

    char currency() {
        return currency;
    }

    Grouping grouping() {
        return Objects.requireNonNull(grouping);
    }

    char decimal() {
        return decimal;
    }
}
