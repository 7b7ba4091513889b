package org.ldci.examples.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ldci.data.DataException;
import org.ldci.engine.Provenance;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line: {@code java -jar ldci.jar}.
 *
 * <p>Results go to the standard output, notes and problems to the standard error, both as UTF-8. The exit code is 0; 1 for
 * bad input, with every problem named; 2 for options that are not understood or do not go together.
 */
@Command(
        name = "java -jar ldci.jar",
        versionProvider = Ldci.Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "%nScores and ranks places: metrics of regions become components and one index.%n",
        },
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Start here:",
            "  java -jar ldci.jar demo                  real data of the UK's nations and regions",
            "  java -jar ldci.jar explain TLG           what lifts and holds back the West Midlands",
            "  java -jar ldci.jar robustness            how sure these ranks are",
            "  java -jar ldci.jar sensitivity           which choice moves them most",
            "  java -jar ldci.jar statements            what any weights at all can do to them",
            "  java -jar ldci.jar template > mine.csv   a table to fill in with your own values",
            "  java -jar ldci.jar score --help          how to score your own data",
            "",
            "Results go to the standard output, notes and problems to the standard error.",
            "Exit codes: 0 done, 1 bad input (every problem is listed), 2 wrong usage.",
        })
public final class Ldci {
    private static final int BAD_INPUT = 1;
    private static final int WRONG_USAGE = 2;
    private static final List<String> NEED_NO_OPTIONS = List.of("demo", "template", "schema");

    private Ldci() {}

    /** What {@code --version} prints. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"ldci " + Provenance.LIBRARY_VERSION};
        }
    }

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        // not System.out, which hides that a pipe is closed or a disk is full
        Terminal terminal = new Terminal(
                new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err), hasConsole());
        System.exit(run(terminal, arguments));
    }

    /**
     * Whether somebody may look on. Some versions of Java say so even of a pipe; all that comes of it is a bar on the standard
     * error, after a second.
     */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean hasConsole() {
        return System.console() != null;
    }

    /**
     * Runs a command on the standard output and error of this process.
     *
     * @param arguments the command and its options
     * @return the exit code
     */
    public static int run(String... arguments) {
        return run(System.out, System.err, arguments);
    }

    /**
     * Runs a command.
     *
     * @param out receives the result
     * @param err receives notes and problems
     * @param arguments the command and its options
     * @return the exit code
     */
    static int run(OutputStream out, OutputStream err, String... arguments) {
        return run(new Terminal(out, err, false), arguments);
    }

    private static int run(Terminal terminal, String... arguments) {
        try {
            execute(terminal, arguments);
            return 0;
        } catch (ParameterException e) {
            terminal.note(usageProblem(e));
            return WRONG_USAGE;
        } catch (BadInput | DataException | IllegalArgumentException e) {
            // the library names each problem of a bad definition or bad data
            terminal.note(Inputs.advice(String.valueOf(e.getMessage())));
            return BAD_INPUT;
        } catch (UncheckedIOException e) {
            if (isClosedPipe(e)) {
                return 0; // whoever reads has seen enough, as in "| head"
            }
            terminal.note(String.valueOf(e.getMessage()));
            return BAD_INPUT;
        } catch (OutOfMemoryError e) {
            terminal.note("there is not enough memory for this input; give more, as in java -Xmx2g -jar ldci.jar ...");
            return BAD_INPUT;
        } finally {
            terminal.endLine();
        }
    }

    private static boolean isClosedPipe(UncheckedIOException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("Broken pipe") || message.contains("pipe is being closed");
    }

    private static void execute(Terminal terminal, String... arguments) {
        Map<String, Function<Terminal, Runnable>> commands = commands();
        String first = arguments.length == 0 ? "" : arguments[0];
        Function<Terminal, Runnable> only = commands.get(first);
        if (only != null && arguments.length == 1 && NEED_NO_OPTIONS.contains(first)) {
            // nothing to parse, and setting up the parser takes a third of a quick start
            only.apply(terminal).run();
            return;
        }
        CommandLine line = new CommandLine(new Ldci());
        if (only == null) {
            commands.forEach((name, command) -> line.addSubcommand(name, command.apply(terminal)));
        } else {
            line.addSubcommand(first, only.apply(terminal));
        }
        line.registerConverter(Integer.class, given -> number(given, Integer::valueOf, "a whole number"));
        line.registerConverter(Long.class, given -> number(given, Long::valueOf, "a whole number"));
        line.registerConverter(Double.class, given -> number(given, Double::valueOf, "a number"));
        line.setUsageHelpWidth(100);
        CommandLine.ParseResult parsed = line.parseArgs(arguments);
        List<CommandLine> named = parsed.asCommandLineList();
        CommandLine asked = named.get(named.size() - 1);
        if (asked.isVersionHelpRequested()) {
            terminal.print(String.join("\n", asked.getCommandSpec().version()) + "\n");
        } else if (asked.isUsageHelpRequested() || named.size() == 1) {
            terminal.print(asked.getUsageMessage(Ansi.OFF));
        } else {
            try {
                asked.<Runnable>getCommand().run();
            } catch (WrongUsage e) {
                throw new ParameterException(asked, String.valueOf(e.getMessage()), e);
            }
        }
    }

    /** The commands by name, in the order of the help. */
    static Map<String, Function<Terminal, Runnable>> commands() {
        Map<String, Function<Terminal, Runnable>> commands = new LinkedHashMap<>();
        commands.put("demo", DemoCommand::new);
        commands.put("score", ScoreCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("robustness", RobustnessCommand::new);
        commands.put("sensitivity", SensitivityCommand::new);
        commands.put("statements", StatementsCommand::new);
        commands.put("scenarios", ScenariosCommand::new);
        commands.put("leave-out", LeaveOutCommand::new);
        commands.put("validate", ValidateCommand::new);
        commands.put("template", TemplateCommand::new);
        commands.put("schema", SchemaCommand::new);
        commands.put("methods", MethodsCommand::new);
        return commands;
    }

    private static <N> N number(String given, Function<String, N> read, String what) {
        try {
            return read.apply(given);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("expected " + what + " but got '" + given + "'");
        }
    }

    private static String usageProblem(ParameterException e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions =
                    unmatched.getSuggestions().stream().limit(2).toList();
            message += suggestions.isEmpty() ? "" : "; did you mean " + String.join(" or ", suggestions) + "?";
        }
        return message + "\nTry '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.";
    }
}
