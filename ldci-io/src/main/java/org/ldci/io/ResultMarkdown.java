package org.ldci.io;

import java.util.List;
import org.ldci.engine.IndexResult;
import org.ldci.internal.text.TextTable;
import org.ldci.model.Geography;
import org.ldci.model.IndexNode;
import org.ldci.model.Region;
import org.ldci.rank.Ranking;

/** The ranking of a result as a Markdown table. */
final class ResultMarkdown {
    /** Characters that Markdown or HTML would take for markup. */
    private static final String MARKUP = "\\`*_[]|~#";

    private ResultMarkdown() {}

    static String of(IndexResult result) {
        List<IndexNode> top = result.definition().index().children();
        List<IndexNode> measured =
                top.stream().filter(node -> result.isMeasured(node.code())).toList();
        StringBuilder text = new StringBuilder();
        text.append("## ").append(escape(result.definition().name())).append("\n\n");
        text.append("| code | region | rank | index |");
        measured.forEach(node -> text.append(' ').append(escape(node.name())).append(" |"));
        text.append("\n|:--|:--|--:|--:|")
                .append("--:|".repeat(measured.size()))
                .append('\n');
        double[] ranks = result.ranks();
        double[] scores = result.scores();
        List<double[]> columns =
                measured.stream().map(node -> result.scores(node.code())).toList();
        Geography geography = result.dataset().geography();
        for (Region region : result.ranking().regions()) {
            int i = geography.position(region);
            text.append("| ").append(escape(region.code()));
            text.append(" | ").append(escape(region.name()));
            text.append(" | ").append(Ranking.rankText(ranks[i]));
            text.append(" | ").append(TextTable.number(scores[i], 2)).append(" |");
            columns.forEach(column ->
                    text.append(' ').append(TextTable.number(column[i], 1)).append(" |"));
            text.append('\n');
        }
        List<String> missing = top.stream()
                .filter(node -> !measured.contains(node))
                .map(node -> escape(node.name()))
                .toList();
        if (!missing.isEmpty()) {
            text.append("\nNot measured: ").append(String.join(", ", missing)).append('\n');
        }
        return text.toString();
    }

    /** Text that shows as it is inside a cell: no markup, no HTML, one line. */
    private static String escape(String raw) {
        String text = TextTable.oneLine(raw);
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                default -> {
                    if (MARKUP.indexOf(c) >= 0) {
                        escaped.append('\\').append(c);
                    } else {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }
}
