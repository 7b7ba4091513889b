package org.ldci.io.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ldci.data.CellStatus;

/**
 * The shorthand of the UK Government Statistical Service: letters that stand for the status of a cell, in brackets beside
 * a value or alone. A marker is held here without its brackets.
 */
public final class Markers {
    private static final Map<String, CellStatus> STATUSES = new LinkedHashMap<>();
    /** Cells that are no marker in brackets and mean one. */
    private static final Map<String, String> BARE = new LinkedHashMap<>();
    /** Shorthand of publishers that says nothing of availability or reliability: kept as notes. */
    private static final List<String> NOTES = List.of("a", "ns", "s", "ss", "sss", "t", "w");

    /** SDMX's order for a cell that has several (CL_OBS_STATUS 2.3), with REVISED, which SDMX lacks, last. */
    private static final List<CellStatus> PRECEDENCE = List.of(
            CellStatus.BREAK,
            CellStatus.NOT_APPLICABLE,
            CellStatus.NOT_AVAILABLE,
            CellStatus.SUPPRESSED,
            CellStatus.IMPUTED,
            CellStatus.FORECAST,
            CellStatus.ESTIMATED,
            CellStatus.PROVISIONAL,
            CellStatus.LOW_ROUNDED_TO_ZERO,
            CellStatus.LOW_RELIABILITY,
            CellStatus.REVISED);

    static {
        STATUSES.put("u", CellStatus.LOW_RELIABILITY);
        STATUSES.put("e", CellStatus.ESTIMATED);
        STATUSES.put("p", CellStatus.PROVISIONAL);
        STATUSES.put("r", CellStatus.REVISED);
        STATUSES.put("f", CellStatus.FORECAST);
        STATUSES.put("b", CellStatus.BREAK);
        STATUSES.put("low", CellStatus.LOW_ROUNDED_TO_ZERO);
        STATUSES.put("k", CellStatus.LOW_ROUNDED_TO_ZERO);
        STATUSES.put("i", CellStatus.IMPUTED);
        STATUSES.put("c", CellStatus.SUPPRESSED);
        STATUSES.put("x", CellStatus.NOT_AVAILABLE);
        STATUSES.put("z", CellStatus.NOT_APPLICABLE);
        for (String letter : List.of("u", "e", "p", "r", "f", "b", "c", "x", "z")) {
            BARE.put(letter, letter);
        }
        for (String text : List.of("..", "N/A", "n/a", "na", "NA", "NaN", "#N/A")) {
            BARE.put(text, "x");
        }
        BARE.put("*", "c");
        BARE.put("S", "c");
        BARE.put("0~", "low");
    }

    private Markers() {}

    /**
     * What the markers of one cell come to.
     *
     * @param status the status
     * @param note the markers that the status does not hold, in brackets; may be empty
     * @param zero whether the cell stands for a rounded zero although it has no number
     */
    public record Resolved(CellStatus status, String note, boolean zero) {}

    /**
     * The marker of a status.
     *
     * @param status the status
     * @return the marker without brackets; empty for a plain or a blank cell
     */
    public static String of(CellStatus status) {
        for (Map.Entry<String, CellStatus> entry : STATUSES.entrySet()) {
            if (entry.getValue() == status) {
                return entry.getKey();
            }
        }
        return "";
    }

    /**
     * The marker that a whole cell stands for.
     *
     * @param text the text of the cell
     * @return the marker; empty if the text is none
     */
    static Optional<String> bare(String text) {
        return Optional.ofNullable(BARE.get(text));
    }

    /** Whether what stands in brackets is known: a marker, a numbered marker such as e1, or a reference to a note. */
    static boolean isKnown(String inBrackets) {
        return STATUSES.containsKey(inBrackets)
                || NOTES.contains(inBrackets)
                || statusOf(inBrackets) != null
                || (inBrackets.length() <= 20
                        && inBrackets.toLowerCase(Locale.ROOT).startsWith("note "));
    }

    private static @Nullable CellStatus statusOf(String marker) {
        CellStatus status = STATUSES.get(marker);
        if (status == null && marker.length() >= 2 && marker.length() <= 4 && isNumber(marker.substring(1))) {
            status = STATUSES.get(marker.substring(0, 1));
        }
        return status;
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * Reads a status column.
     *
     * @param text the cell, stripped and not empty
     * @param markers takes the markers it holds
     * @return whether it is a marker or several; a sentence, and anything else, is not
     */
    static boolean readStatus(String text, List<String> markers) {
        if (STATUSES.containsKey(text)) {
            markers.add(text);
            return true;
        }
        if (BARE.containsKey(text)) {
            markers.add(Objects.requireNonNull(BARE.get(text)));
            return true;
        }
        List<String> found = new ArrayList<>();
        if (peel(text, found).isEmpty()) {
            markers.addAll(found);
            return true;
        }
        return false;
    }

    /**
     * Takes known markers in brackets off the end of a text.
     *
     * @param text the text
     * @param markers takes the markers, in the order of the text
     * @return what is left, without blanks at its end
     */
    static String peel(String text, List<String> markers) {
        String rest = text;
        int at = markers.size();
        while (rest.endsWith("]")) {
            int open = rest.lastIndexOf('[');
            if (open < 0 || !isKnown(rest.substring(open + 1, rest.length() - 1))) {
                break;
            }
            markers.add(at, rest.substring(open + 1, rest.length() - 1));
            rest = rest.substring(0, open).stripTrailing();
        }
        return rest;
    }

    /**
     * Reduces the markers of a cell to one status; nothing is lost, the rest is the note.
     *
     * @param markers the markers
     * @param hasNumber whether the cell has a number
     * @return status and note; empty if a marker says that there is no value although there is a number
     */
    static Optional<Resolved> resolve(List<String> markers, boolean hasNumber) {
        boolean zero = !hasNumber
                && markers.stream().anyMatch(marker -> statusOf(marker) == CellStatus.LOW_ROUNDED_TO_ZERO)
                && markers.stream().map(Markers::statusOf).allMatch(s -> s == null || s.hasValue());
        boolean valued = hasNumber || zero;
        CellStatus best = null;
        for (String marker : markers) {
            CellStatus status = statusOf(marker);
            if (status != null && !status.hasValue() && hasNumber) {
                return Optional.empty();
            }
            boolean fits = status != null && status.hasValue() == valued;
            if (fits && (best == null || PRECEDENCE.indexOf(status) < PRECEDENCE.indexOf(best))) {
                best = status;
            }
        }
        List<String> rest = new ArrayList<>();
        for (String marker : markers) {
            // a numbered marker says more than its status
            boolean said = best != null && STATUSES.get(marker) == best;
            String shown = "[" + marker + "]";
            if (!said && !rest.contains(shown)) {
                rest.add(shown);
            }
        }
        CellStatus none = valued ? CellStatus.OBSERVED : CellStatus.MISSING_UNSPECIFIED;
        return Optional.of(new Resolved(best == null ? none : best, String.join(" ", rest), zero));
    }
}
