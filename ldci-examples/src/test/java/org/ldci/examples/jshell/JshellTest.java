package org.ldci.examples.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ldci.engine.CompositeIndex;
import org.ldci.engine.IndexResult;
import org.ldci.examples.Child;
import org.ldci.examples.data.UkRegions;

/** The start-up script, in a JShell of its own, as somebody uses it who types line by line. */
class JshellTest {
    private static final Path SCRIPT = Path.of(System.getProperty("ldci.root"), "ldci-examples", "jshell", "ldci.jsh");

    private static String answers(String... lines) throws IOException, InterruptedException {
        Child.Outcome outcome = Child.run(
                String.join("\n", lines) + "\n/exit\n",
                List.of(
                        Child.tool("jshell"),
                        "--class-path",
                        System.getProperty("java.class.path"),
                        "--startup",
                        "DEFAULT",
                        "--startup",
                        SCRIPT.toString()));
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.err()).isEmpty();
        return outcome.out();
    }

    /** The start says nothing, and names of the packages do not get in each other's way. */
    @Test
    void studies_audits_and_compound_indices_are_there_without_an_import() throws IOException, InterruptedException {
        String out = answers(
                "Robustness.of(ldci).vary(weights(0.25)).vary(aggregatorsAt(0, arithmeticMean(), geometricMean()))"
                        + ".replicates(64).run(uk).replicates()",
                "Robustness.of(ldci).vary(normalisers(minMax(), rank())).study().size()",
                "RankRanges ranges = WeightStatements.of(result).rankRanges()",
                "CorrelationMatrix.class.getSimpleName()",
                "CompoundIndices.class.getSimpleName()");
        assertThat(out)
                .contains(
                        "==> 64", "==> 2", "ranges ==> Rank ranges: 12", "\"CorrelationMatrix\"", "\"CompoundIndices\"")
                .doesNotContain("Error", "ambiguous", "cannot find");
        assertThat(out.lines().filter(line -> !line.isBlank() && !line.startsWith("|")))
                .first()
                .asString()
                .endsWith("$1 ==> 64");
    }

    @Test
    void data_definition_and_result_are_there_and_nothing_is_cut_once_it_is_opened_wide()
            throws IOException, InterruptedException {
        IndexResult result = CompositeIndex.of(UkRegions.definition()).score(UkRegions.dataset());
        String out = answers(
                "/open " + SCRIPT.resolveSibling("wide.jsh"),
                "result.ranking().regions().get(0).name()",
                "result",
                "result.text()",
                "CompositeIndex.of(ldci.with(m -> m.normalise(zScore()).aggregateLevels(Map.of()))).score(uk).rank(\"TLI\")",
                "Definitions.parse(Definitions.toYaml(ldci)).equals(ldci)",
                "nothing()");
        assertThat(out).contains("==> \"London\"").contains("==> " + result);
        // 1.0 is the rank of London, which leads under any of the standard scales
        assertThat(out).contains("==> 1.0").contains("==> true");
        // longer than the 1,000 characters at which JShell cuts unless told otherwise
        String whole = result.text().replace("\n", "\\n");
        assertThat(whole).hasSizeGreaterThan(1000);
        assertThat(out).contains("==> \"" + whole + "\"");
        assertThat(out).contains("cannot find symbol");
    }
}
