package org.ldci.examples.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ldci.aggregate.Aggregator;
import org.ldci.normalise.Normaliser;
import org.ldci.prepare.Denomination;
import org.ldci.prepare.Imputation;
import org.ldci.prepare.PanelImputation;
import org.ldci.prepare.Screening;
import org.ldci.prepare.Treatment;
import org.ldci.spi.Parameter;
import org.ldci.spi.Strategies;
import org.ldci.spi.StrategyProvider;
import org.ldci.weight.WeightingScheme;
import picocli.CommandLine.Command;

/** Lists the methods that a definition can name. */
@Command(
        name = "methods",
        mixinStandardHelpOptions = true,
        versionProvider = Ldci.Version.class,
        description = {
            "Lists the methods that a definition can name, step by step, with their parameters.",
            "",
            "A parameter with = may be left out and then has that value. A method whose parameters all have",
            "one can be named alone: \"normalise\": \"minMax\".",
        })
final class MethodsCommand implements Runnable {
    private final Terminal terminal;

    MethodsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Map<String, Class<?>> steps = new LinkedHashMap<>();
        steps.put("denominate", Denomination.class);
        steps.put("screen", Screening.class);
        steps.put("imputeOverTime", PanelImputation.class);
        steps.put("impute", Imputation.class);
        steps.put("treat", Treatment.class);
        steps.put("normalise", Normaliser.class);
        steps.put("weights", WeightingScheme.class);
        steps.put("aggregate", Aggregator.class);
        StringBuilder text = new StringBuilder();
        steps.forEach((step, kind) -> {
            text.append(text.isEmpty() ? "" : "\n").append(step).append('\n');
            list(kind, text);
        });
        terminal.print(text.toString());
    }

    private static <S> void list(Class<S> kind, StringBuilder text) {
        for (StrategyProvider<S> provider : Strategies.installed().ofKind(kind)) {
            List<Parameter> parameters = provider.parameters();
            text.append("  ").append(provider.name());
            if (!parameters.isEmpty()) {
                text.append(
                        parameters.stream().map(MethodsCommand::describe).collect(Collectors.joining(", ", " (", ")")));
            }
            text.append('\n');
        }
    }

    private static String describe(Parameter parameter) {
        String choices = parameter.choices().isEmpty() ? "" : ": " + String.join("|", parameter.choices());
        return parameter.name() + parameter.fallback().map(value -> "=" + value).orElse("") + choices;
    }
}
