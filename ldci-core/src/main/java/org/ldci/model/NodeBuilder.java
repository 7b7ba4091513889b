package org.ldci.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ldci.internal.text.ProblemList;

/** What {@link MetricBuilder} and {@link ComponentBuilder} share: checks that run before anything is built. */
sealed interface NodeBuilder permits MetricBuilder, ComponentBuilder {
    /** Columns of data and result files that a node must not be confused with. */
    Set<String> RESERVED = Set.of("region", "name", "level", "parent", "population", "period", "rank", "index");

    String code();

    double weight();

    IndexNode build();

    /** Adds what is wrong with this node and all below it. */
    void check(String path, String subject, List<Problem> problems);

    static void checkNode(NodeBuilder node, String path, String subject, List<Problem> problems) {
        Codes.problem(node.code())
                .ifPresent(rule -> problems.add(new Problem(path + "/code", subject + ": code " + rule)));
        // a component that is built alone may be an index
        boolean root = path.equals(ComponentBuilder.ROOT) || (path.isEmpty() && node instanceof ComponentBuilder);
        if (RESERVED.contains(node.code().toLowerCase(Locale.ROOT)) && !root) {
            problems.add(new Problem(
                    path + "/code",
                    subject + ": '" + node.code()
                            + "' is reserved for a column of data and result files; choose another code"));
        }
        if (!(node.weight() >= 0 && Double.isFinite(node.weight()))) {
            problems.add(new Problem(
                    path + "/weight", subject + ": weight must be finite and at least 0 but is " + node.weight()));
        }
    }

    static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(ProblemList.format(
                    "", problems.stream().map(Problem::message).toList()));
        }
    }
}
