package org.ldci.io.csv;

import java.util.ArrayList;
import java.util.List;
import org.ldci.model.Problem;

/** Collects what is wrong with one file, in the order of reading. Not thread-safe. */
public final class ProblemLog {
    /** Reading ends after so many problems: a file this wrong gains nothing from more of them. */
    private static final int ENOUGH = 10_000;

    private final List<Problem> problems = new ArrayList<>();

    /** An empty log. */
    public ProblemLog() {}

    /**
     * Adds a problem.
     *
     * @param path where; may be empty
     * @param message what
     * @throws BadInput if these are now too many to go on
     */
    public void add(String path, String message) {
        problems.add(new Problem(path, message));
        if (problems.size() >= ENOUGH) {
            throw stop(path, "reading ended here, after " + ENOUGH + " problems");
        }
    }

    /**
     * Adds a problem after which reading cannot go on.
     *
     * @param path where; may be empty
     * @param message what
     * @return the exception to throw
     */
    public BadInput stop(String path, String message) {
        problems.add(new Problem(path, message));
        return new BadInput(message);
    }

    /**
     * Ends the reading because of the problems so far.
     *
     * @return the exception to throw
     */
    public BadInput end() {
        return new BadInput(problems.size() + " problems");
    }

    /**
     * Whether nothing is wrong so far.
     *
     * @return true if there is no problem
     */
    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /**
     * What was found.
     *
     * @return the problems so far
     */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /**
     * Names a cell.
     *
     * @param line the line on which its row starts, from 1
     * @param column the name of its column
     * @return the path of a problem there
     */
    public static String cell(long line, String column) {
        return "row " + line + ", column '" + shorten(column) + "'";
    }

    /**
     * Names a row.
     *
     * @param line the line on which it starts, from 1
     * @return the path of a problem there
     */
    public static String row(long line) {
        return "row " + line;
    }

    /**
     * A raw text as messages show it.
     *
     * @param raw the text of a cell
     * @return at most 40 characters of it, with line ends and tabs made visible
     */
    public static String shorten(String raw) {
        String start = raw.length() <= 40 ? raw : raw.substring(0, 40) + "...";
        return oneLine(start);
    }

    /**
     * A broken rule that ends in a raw text.
     *
     * @param rule what is broken
     * @return at most 200 characters of it, on one line
     */
    public static String shortenRule(String rule) {
        return rule.length() <= 200 ? oneLine(rule) : oneLine(rule.substring(0, 200)) + "...";
    }

    private static String oneLine(String text) {
        return text.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t");
    }
}
