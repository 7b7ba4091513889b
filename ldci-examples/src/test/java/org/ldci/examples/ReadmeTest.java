package org.ldci.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ldci.engine.Provenance;
import org.ldci.examples.cli.Ldci;
import org.ldci.io.Definitions;

/**
 * The README is a program: its Java blocks run one after the other as in JShell, its {@code java -jar} lines run the
 * command line, and a {@code text} block right after either is what they print.
 */
class ReadmeTest {
    private static final Path ROOT = Path.of(System.getProperty("ldci.root"));
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    /** A statement goes on where the next line is indented: expressions need no semicolon then, as in JShell. */
    private static final Pattern STATEMENT_END = Pattern.compile("\\n(?=\\S)");

    private static final String JAR = "java -jar ldci-examples/target/ldci.jar";

    private record Block(String language, String text, int line) {}

    private static List<Block> blocks() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"), UTF_8);
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(readme);
        while (matcher.find()) {
            int line = 1 + (int) readme.substring(0, matcher.start()).lines().count();
            blocks.add(new Block(matcher.group(1), matcher.group(2), line));
        }
        return blocks;
    }

    private static String expected(List<Block> blocks, int index) {
        return index + 1 < blocks.size() && blocks.get(index + 1).language().equals("text")
                ? blocks.get(index + 1).text()
                : "";
    }

    @Test
    void every_java_block_prints_what_the_readme_says() throws IOException {
        List<Block> blocks = blocks();
        PrintStream standard = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int run = 0;
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1)) {
                shell.addToClasspath(entry);
            }
            System.setOut(new PrintStream(printed, true, UTF_8));
            for (int i = 0; i < blocks.size(); i++) {
                if (blocks.get(i).language().equals("java")) {
                    printed.reset();
                    String values = evaluate(shell, blocks.get(i), printed);
                    assertThat(values)
                            .as(
                                    "what the block at line %d of the README prints",
                                    blocks.get(i).line())
                            .isEqualTo(expected(blocks, i));
                    run++;
                }
            }
        } finally {
            System.setOut(standard);
        }
        assertThat(run).isGreaterThanOrEqualTo(3);
    }

    /** What a block prints: its own output and the values of its expressions, in order. */
    private static String evaluate(JShell shell, Block block, ByteArrayOutputStream printed) {
        StringBuilder output = new StringBuilder();
        for (String statement : STATEMENT_END.split(block.text(), -1)) {
            output.append(evaluateStatement(shell, block, statement, printed));
        }
        return output.toString();
    }

    private static String evaluateStatement(JShell shell, Block block, String text, ByteArrayOutputStream printed) {
        StringBuilder output = new StringBuilder();
        String rest = text;
        while (!rest.isBlank()) {
            SourceCodeAnalysis.CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            for (SnippetEvent event : shell.eval(info.source())) {
                String source = event.snippet().source();
                if (event.status() == Snippet.Status.REJECTED || event.exception() != null) {
                    String why = shell.diagnostics(event.snippet())
                            .map((Diag diag) -> diag.getMessage(java.util.Locale.ROOT))
                            .toList()
                            .toString();
                    fail("line %d of the README: %s%n%s %s", block.line(), source, why, event.exception());
                }
                output.append(printed.toString(UTF_8));
                printed.reset();
                boolean expression = event.snippet().kind() == Snippet.Kind.EXPRESSION
                        || (event.snippet().kind() == Snippet.Kind.VAR
                                && event.snippet().subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND);
                if (expression && event.value() != null && !source.strip().endsWith(";")) {
                    output.append(event.value()).append('\n');
                }
            }
            rest = info.remaining();
        }
        return output.toString();
    }

    @TestFactory
    Stream<DynamicTest> every_command_prints_what_the_readme_says() throws IOException {
        List<Block> blocks = blocks();
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.language().equals("sh")
                    && block.text().startsWith(JAR)
                    && !expected(blocks, i).isEmpty()) {
                String shown = expected(blocks, i);
                tests.add(DynamicTest.dynamicTest(
                        "line " + block.line(),
                        () -> assertThat(run(block.text().strip())).isEqualTo(shown)));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static String run(String command) {
        PrintStream standard = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, UTF_8));
            // as if from the root of the project
            String[] arguments = Stream.of(
                            command.substring(JAR.length()).strip().split(" +", -1))
                    .map(argument -> argument.startsWith("ldci-examples/")
                            ? ROOT.resolve(argument).toString()
                            : argument)
                    .toArray(String[]::new);
            assertThat(Ldci.run(arguments)).isZero();
        } finally {
            System.setOut(standard);
        }
        return printed.toString(UTF_8);
    }

    @Test
    void every_definition_document_can_be_read() throws IOException {
        List<Block> documents = blocks().stream()
                .filter(block ->
                        block.language().equals("yaml") || block.language().equals("json"))
                .filter(block -> block.text().contains("ldci-definition"))
                .toList();
        assertThat(documents).isNotEmpty();
        documents.forEach(document ->
                assertThat(Definitions.parse(document.text()).metrics()).isNotEmpty());
    }

    @Test
    void the_coordinates_name_the_version_of_this_library() throws IOException {
        assertThat(blocks())
                .anyMatch(block -> block.language().equals("xml")
                        && block.text().contains("<version>" + Provenance.LIBRARY_VERSION + "</version>"));
    }
}
