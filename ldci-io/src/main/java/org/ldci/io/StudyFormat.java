package org.ldci.io;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ldci.robustness.Design;
import org.ldci.robustness.FailurePolicy;
import org.ldci.robustness.WeightSpace;

/** The words of the study document, in the order in which they are written. */
final class StudyFormat {
    static final String NAME = "ldci-study";
    static final int VERSION = 1;

    /** The fields of a study that is part of a definition. */
    static final List<String> PART =
            List.of("factors", "design", "replicates", "seed", "failures", "centralWeights", "pairs");

    static final List<String> DOCUMENT =
            Stream.concat(Stream.of("format", "version"), PART.stream()).toList();
    static final List<String> CHOICE = List.of("code", "vary", "alternatives");
    static final List<String> WEIGHTS = List.of("code", "vary", "distribution", "levels", "components");
    static final List<String> CELLS = List.of("code", "vary", "scale");
    static final List<String> BAND = List.of("method", "relative");
    static final List<String> UNIFORM = List.of("method");
    static final List<String> WITHIN = List.of("method", "scope", "component", "constraints");
    /** Kinds of constraints; one each. */
    static final List<String> CONSTRAINT = List.of("atLeast", "atMost", "share", "ordered", "band", "linear");

    static final List<String> DIRICHLET = List.of("method", "concentration");
    /** What an alternative may do, one of these at most. */
    static final List<String> CHANGES =
            List.of("normalise", "aggregate", "impute", "treat", "missing", "leaveOut", "weights");

    static final List<String> ALTERNATIVE = List.of(
            "label",
            "probability",
            "normalise",
            "aggregate",
            "level",
            "impute",
            "treat",
            "missing",
            "leaveOut",
            "weights");

    /** What varies. */
    enum Kind {
        CHOICE,
        WEIGHTS,
        CELLS
    }

    /** How weights are distributed. */
    enum Drawn {
        BAND,
        UNIFORM_ON_SIMPLEX,
        DIRICHLET,
        WITHIN
    }

    static final Map<String, WeightSpace.Scope> SCOPES = DefinitionFormat.words(WeightSpace.Scope.values());
    static final Map<String, Kind> KINDS = DefinitionFormat.words(Kind.values());
    static final Map<String, Drawn> DISTRIBUTIONS = DefinitionFormat.words(Drawn.values());
    static final Map<String, Design> DESIGNS = DefinitionFormat.words(Design.values());
    static final Map<String, FailurePolicy> FAILURES = DefinitionFormat.words(FailurePolicy.values());

    private StudyFormat() {}
}
