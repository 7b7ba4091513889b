package org.ldci.examples.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.engine.CompositeIndex;
import org.ldci.engine.Diagnostic;
import org.ldci.engine.IndexResult;

/** The diagnostics of a result in a few lines: one a kind. */
final class Notes {
    private static final int NAMED = 8;

    private Notes() {}

    /** The diagnostics of the index as it is, for results that do not keep them. */
    static void print(IndexDefinition index, Dataset data, Terminal terminal) {
        print(CompositeIndex.of(index).score(data), terminal);
    }

    static void print(IndexResult result, Terminal terminal) {
        Map<Diagnostic.Kind, List<Diagnostic>> kinds = new EnumMap<>(Diagnostic.Kind.class);
        for (Diagnostic diagnostic : result.diagnostics()) {
            kinds.computeIfAbsent(diagnostic.kind(), kind -> new ArrayList<>()).add(diagnostic);
        }
        kinds.forEach((kind, found) -> terminal.note("note: " + line(kind, found)));
    }

    private static String line(Diagnostic.Kind kind, List<Diagnostic> found) {
        if (found.size() == 1) {
            return found.get(0).message();
        }
        List<String> subjects =
                found.stream().limit(NAMED).map(Diagnostic::subject).toList();
        String more = found.size() > NAMED ? " and " + (found.size() - NAMED) + " more" : "";
        return found.size() + " " + words(kind) + ": " + String.join(", ", subjects) + more;
    }

    private static String words(Diagnostic.Kind kind) {
        return switch (kind) {
            case NOT_MEASURED -> "components or metrics are not measured; the index goes on without them";
            case UNUSED_COLUMN -> "columns of the data are not in the definition";
            case NO_DENOMINATOR -> "metrics lost values whose denominator is missing";
            case SCREENED_OUT -> "regions were screened out";
            case KEPT -> "regions break a rule of screening and were kept by name";
            case IMPUTED -> "metrics had missing values filled";
            case TREATED -> "metrics had outliers tamed";
            case CAPPED -> "metrics have values beyond their scale, kept at its end";
            case FLAGGED -> "metrics have values that their source flags";
            case REWEIGHTED -> "regions lack metrics; their weights were rescaled over what is present";
            case UNRANKED -> "regions have no score";
            case NESTED_REGIONS -> "regions lie inside other ranked regions; score one level at a time";
        };
    }
}
