package org.ldci.definition;

import java.util.List;
import org.ldci.internal.text.ProblemList;
import org.ldci.model.Problem;

/** A definition that breaks rules. The message lists every problem, numbered; each names the offender and the rule. */
public final class InvalidIndexException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * The problems of one definition.
     *
     * @param index the code of the index
     * @param problems at least one problem
     */
    public InvalidIndexException(String index, List<Problem> problems) {
        super(ProblemList.format(
                "index '" + index + "'", problems.stream().map(Problem::message).toList()));
        this.problems = List.copyOf(problems);
    }

    /**
     * The problems one by one, each with its path in the definition document.
     *
     * @return an unmodifiable list of at least one problem
     */
    public List<Problem> problems() {
        return problems;
    }
}
