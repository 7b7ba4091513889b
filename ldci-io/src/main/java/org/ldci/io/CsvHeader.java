package org.ldci.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ldci.internal.text.Suggestion;
import org.ldci.internal.text.TextTable;
import org.ldci.io.csv.CsvRow;
import org.ldci.io.csv.ProblemLog;
import org.ldci.io.csv.SpreadsheetText;

/** The columns of a CSV file by name: the fixed ones without regard to case, metrics exactly. */
final class CsvHeader {
    /** What the name of a column starts with that holds a grouping. */
    static final String GROUP = "group:";
    /** A column that is not there. */
    static final int NONE = -1;

    private final long line;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> byLowerCase = new HashMap<>();
    private final Set<Integer> taken = new TreeSet<>();
    private final ProblemLog log;

    CsvHeader(CsvRow row, DataOptions options, ProblemLog log) {
        this.line = row.line();
        this.log = log;
        Set<String> ignored = new TreeSet<>();
        options.ignoredColumns().forEach(name -> ignored.add(lower(name)));
        Map<String, Integer> exact = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            String raw = row.string(i);
            String name = lower(raw).startsWith(GROUP) ? raw : raw.strip();
            names.add(name);
            if (ignored.contains(lower(name.strip()))) {
                taken.add(i);
            } else if (!name.isEmpty()) {
                Integer first = exact.putIfAbsent(name, i);
                if (first != null) {
                    log.add(
                            ProblemLog.row(line),
                            "column '" + ProblemLog.shorten(name) + "' stands twice: as column " + (first + 1)
                                    + " and as column " + (i + 1));
                    taken.add(i);
                } else {
                    byLowerCase.merge(lower(name), i, (one, two) -> one < 0 ? one : -2 - one);
                }
            }
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    long line() {
        return line;
    }

    String name(int column) {
        return names.get(column);
    }

    int size() {
        return names.size();
    }

    boolean has(String name) {
        return byLowerCase.containsKey(lower(name));
    }

    /** Takes a column of fixed meaning. */
    int take(String name) {
        Integer found = byLowerCase.get(lower(name));
        if (found == null) {
            return NONE;
        }
        if (found < 0) {
            int first = -2 - found;
            log.add(
                    ProblemLog.row(line),
                    "column '" + name + "' stands twice but for case, first as column " + (first + 1));
            for (int i = 0; i < names.size(); i++) {
                if (names.get(i).equalsIgnoreCase(name) && i != first) {
                    taken.add(i);
                }
            }
            found = first;
        }
        return taken.add(found) ? found : NONE;
    }

    /** Takes a column that must be there; the option is the one that would name another. */
    int require(String name, String option) {
        int found = take(name);
        if (found == NONE) {
            Optional<String> code = names.stream()
                    .filter(n -> lower(n).endsWith("code") || lower(n).endsWith("cd"))
                    .findFirst();
            String hint = Suggestion.nearest(name, names);
            if (hint.isEmpty() && option.equals("regionColumn") && code.isPresent()) {
                hint = "; did you mean '" + ProblemLog.shorten(code.get()) + "'?";
            }
            log.add(
                    ProblemLog.row(line),
                    "has no column '" + name + "'; the columns are "
                            + TextTable.shorten(ProblemLog.shorten(String.join(", ", names)), 60) + hint
                            + (hint.isEmpty() ? "; say " : " Say ") + option
                            + "(...) in DataOptions");
        }
        return found;
    }

    /** Takes the columns of groupings. */
    Map<String, Integer> takeGroups() {
        Map<String, Integer> groups = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (lower(names.get(i)).startsWith(GROUP) && taken.add(i)) {
                String grouping = SpreadsheetText.restore(names.get(i).substring(GROUP.length()));
                if (groups.putIfAbsent(grouping, i) != null) {
                    log.add(ProblemLog.row(line), "grouping '" + ProblemLog.shorten(grouping) + "' stands twice");
                }
            }
        }
        return groups;
    }

    /** Takes a column by its exact name, whatever else has it in another case. */
    int takeExactly(String name) {
        int found = names.indexOf(name);
        return found >= 0 && taken.add(found) ? found : NONE;
    }

    /** The columns not taken yet, those without a name included. */
    List<Integer> rest() {
        List<Integer> rest = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!taken.contains(i)) {
                rest.add(i);
            }
        }
        return rest;
    }

    /** The names of all columns. */
    List<String> names() {
        return Objects.requireNonNull(names);
    }
}
