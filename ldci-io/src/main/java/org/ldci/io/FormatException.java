package org.ldci.io;

import java.util.List;
import org.ldci.internal.text.ProblemList;
import org.ldci.model.Problem;

/**
 * A document or a file that breaks the rules of its format. The message lists every problem, numbered if there are several;
 * each names its place, the rule and the actual value.
 */
public final class FormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * The problems of one document.
     *
     * @param subject what has the problems, such as "definition" or the name of a file; may be empty
     * @param problems at least one problem; its path is a JSON pointer or {@code file:row:column}
     */
    public FormatException(String subject, List<Problem> problems) {
        super(ProblemList.format(
                subject, problems.stream().map(FormatException::line).toList()));
        this.problems = List.copyOf(problems);
    }

    private static String line(Problem problem) {
        return problem.path().isEmpty() ? problem.message() : problem.path() + ": " + problem.message();
    }

    /**
     * The problems one by one, each with its place in the document.
     *
     * @return an unmodifiable list of at least one problem
     */
    public List<Problem> problems() {
        return problems;
    }
}
