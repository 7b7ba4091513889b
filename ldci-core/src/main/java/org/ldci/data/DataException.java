package org.ldci.data;

import java.util.List;
import org.ldci.internal.text.ProblemList;

/**
 * Data that do not support what is asked of them. The message lists every problem found, each naming metric, region,
 * rule and actual value.
 */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /**
     * One problem.
     *
     * @param problem what is wrong
     */
    public DataException(String problem) {
        this("", List.of(problem));
    }

    /**
     * Several problems.
     *
     * @param subject what has the problems; may be empty
     * @param problems what is wrong; at least one
     */
    public DataException(String subject, List<String> problems) {
        super(ProblemList.format(subject, problems));
        this.problems = List.copyOf(problems);
    }

    /**
     * The problems one by one.
     *
     * @return an unmodifiable list of at least one problem
     */
    public List<String> problems() {
        return problems;
    }
}
