package org.ldci.spi;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ldci.normalise.FittedNormaliser;
import org.ldci.normalise.RankFunction;
import org.ldci.rank.TiesStrategy;

/** Names the one standard strategy that is no record, since it carries an array. */
final class RankFunctionProvider implements StrategyProvider<FittedNormaliser> {
    @Override
    public Class<FittedNormaliser> kind() {
        return FittedNormaliser.class;
    }

    @Override
    public String name() {
        return "rankAmong";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                choice("shape", RankFunction.Shape.values()),
                choice("ties", TiesStrategy.values()),
                new Parameter("lower", Parameter.Type.NUMBER, List.of(), Optional.empty()),
                new Parameter("upper", Parameter.Type.NUMBER, List.of(), Optional.empty()),
                new Parameter("reference", Parameter.Type.NUMBERS, List.of(), Optional.empty()));
    }

    private static Parameter choice(String name, Enum<?>[] constants) {
        List<String> words = Arrays.stream(constants).map(RecordProvider::word).toList();
        return new Parameter(name, Parameter.Type.CHOICE, words, Optional.empty());
    }

    @Override
    public boolean describes(FittedNormaliser strategy) {
        return strategy instanceof RankFunction;
    }

    @Override
    public FittedNormaliser read(Map<String, Object> values) {
        List<?> reference = (List<?>) value(values, "reference");
        return RankFunction.of(
                reference.stream().mapToDouble(number -> (Double) number).toArray(),
                constant(TiesStrategy.values(), value(values, "ties")),
                constant(RankFunction.Shape.values(), value(values, "shape")),
                (Double) value(values, "lower"),
                (Double) value(values, "upper"));
    }

    private static Object value(Map<String, Object> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    private static <E extends Enum<E>> E constant(E[] constants, Object word) {
        return Arrays.stream(constants)
                .filter(constant -> RecordProvider.word(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown choice '" + word + "'"));
    }

    @Override
    public Map<String, Object> write(FittedNormaliser strategy) {
        RankFunction function = (RankFunction) strategy;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("shape", RecordProvider.word(function.shape()));
        values.put("ties", RecordProvider.word(function.ties()));
        values.put("lower", function.lower());
        values.put("upper", function.upper());
        values.put("reference", Arrays.stream(function.reference()).boxed().toList());
        return values;
    }
}
