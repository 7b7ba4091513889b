package org.ldci.spi;

import com.google.common.base.CaseFormat;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A provider whose parameters are the components of a record. */
record RecordProvider<S>(
        Class<S> kind,
        String name,
        Predicate<S> test,
        List<RecordComponent> components,
        Function<Map<String, Object>, S> reader,
        @Nullable Record defaults)
        implements StrategyProvider<S> {

    RecordProvider(
            Class<S> kind,
            String name,
            Predicate<S> test,
            List<RecordComponent> components,
            Function<Map<String, Object>, S> reader) {
        this(kind, name, test, components, reader, null);
    }

    static <S> StrategyProvider<S> of(Class<S> kind, String name, Class<?> type, @Nullable Record defaults) {
        List<RecordComponent> components = List.of(type.getRecordComponents());
        components.forEach(RecordProvider::typeOf);
        return new RecordProvider<>(
                kind,
                name,
                type::isInstance,
                components,
                values -> kind.cast(construct(type, components, values)),
                defaults);
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        for (RecordComponent component : components) {
            Optional<Object> fallback =
                    defaults == null ? Optional.empty() : Optional.of(toFile(valueOf(component, defaults)));
            List<String> choices = component.getType().isEnum()
                    ? Arrays.stream(component.getType().getEnumConstants())
                            .map(constant -> word((Enum<?>) constant))
                            .toList()
                    : List.of();
            parameters.add(new Parameter(component.getName(), typeOf(component), choices, fallback));
        }
        return parameters;
    }

    @Override
    public boolean describes(S strategy) {
        return test.test(strategy);
    }

    @Override
    public S read(Map<String, Object> values) {
        return reader.apply(values);
    }

    @Override
    public Map<String, Object> write(S strategy) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : components) {
            values.put(component.getName(), toFile(valueOf(component, strategy)));
        }
        return values;
    }

    private static Object construct(Class<?> type, List<RecordComponent> components, Map<String, Object> values) {
        Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] arguments = components.stream()
                .map(component -> fromFile(component, Objects.requireNonNull(values.get(component.getName()))))
                .toArray();
        try {
            return type.getConstructor(types).newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalArgumentException(type.getSimpleName() + ": " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    type.getName() + " must be a public record with a public constructor, in an exported package", e);
        }
    }

    private static Object valueOf(RecordComponent component, Object instance) {
        try {
            return component.getAccessor().invoke(instance);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    instance.getClass().getName() + " must be a public record in an exported package", e);
        }
    }

    private static Object toFile(Object value) {
        return value instanceof Enum<?> constant ? word(constant) : value;
    }

    private static Object fromFile(RecordComponent component, Object value) {
        if (!component.getType().isEnum()) {
            return value;
        }
        return Arrays.stream(component.getType().getEnumConstants())
                .filter(constant -> word((Enum<?>) constant).equals(value))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(component.getName() + ": unknown choice '" + value + "'"));
    }

    /** The word in files for a constant: BY_SKEWNESS is bySkewness. */
    static String word(Enum<?> constant) {
        return CaseFormat.UPPER_UNDERSCORE.to(CaseFormat.LOWER_CAMEL, constant.name());
    }

    private static Parameter.Type typeOf(RecordComponent component) {
        Class<?> type = component.getType();
        if (type.isEnum()) {
            return Parameter.Type.CHOICE;
        }
        return switch (component.getGenericType().getTypeName()) {
            case "double" -> Parameter.Type.NUMBER;
            case "int" -> Parameter.Type.INTEGER;
            case "boolean" -> Parameter.Type.BOOLEAN;
            case "java.lang.String" -> Parameter.Type.TEXT;
            case "java.util.List<java.lang.Double>" -> Parameter.Type.NUMBERS;
            case "java.util.List<java.lang.String>" -> Parameter.Type.TEXTS;
            case "java.util.List<java.util.List<java.lang.Double>>" -> Parameter.Type.MATRIX;
            default ->
                throw new IllegalArgumentException("parameter '" + component.getName() + "' of "
                        + component.getDeclaringRecord().getName() + " is of a class that files do not carry: "
                        + component.getGenericType().getTypeName());
        };
    }
}
