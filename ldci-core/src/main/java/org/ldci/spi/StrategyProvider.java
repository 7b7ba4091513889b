package org.ldci.spi;

import java.util.List;
import java.util.Map;

/**
 * Gives a strategy its name in files: reads it from parameters and takes it apart into them.
 *
 * <p>Most providers are made by {@link #ofRecord} or {@link #ofConstant}. Implementations must be immutable; one that is
 * to be found by {@link java.util.ServiceLoader} needs a public constructor without parameters.
 *
 * @param <S> the kind of strategy, such as {@code Normaliser}
 */
public interface StrategyProvider<S> {
    /**
     * The kind of strategy.
     *
     * @return the interface, such as {@code Normaliser.class}
     */
    Class<S> kind();

    /**
     * The name in files, unique for its kind.
     *
     * @return the name, such as "minMax"
     */
    String name();

    /**
     * The parameters, in the order in which they are written.
     *
     * @return the parameters; empty if there are none
     */
    List<Parameter> parameters();

    /**
     * Whether a strategy is one of this name.
     *
     * @param strategy any strategy of the kind
     * @return true if {@link #write} can take it apart
     */
    boolean describes(S strategy);

    /**
     * Makes the strategy.
     *
     * @param values every parameter with its value, of the class that its type names
     * @return the strategy
     * @throws IllegalArgumentException if the values do not make one; the message says why
     */
    S read(Map<String, Object> values);

    /**
     * Takes a strategy apart.
     *
     * @param strategy a strategy that {@link #describes} accepts
     * @return every parameter with its value
     */
    Map<String, Object> write(S strategy);

    /**
     * A provider for a strategy without parameters.
     *
     * @param kind the kind of strategy
     * @param name the name in files
     * @param strategy the strategy, compared by value
     * @param <S> the kind of strategy
     * @return the provider
     */
    static <S> StrategyProvider<S> ofConstant(Class<S> kind, String name, S strategy) {
        return new RecordProvider<>(kind, name, value -> value.equals(strategy), List.of(), values -> strategy);
    }

    /**
     * A provider for a public record, whose parameters are those of the record. Each may be left out, and is then as in an
     * example.
     *
     * @param kind the kind of strategy
     * @param name the name in files
     * @param defaults the record with the default parameters
     * @param <S> the kind of strategy
     * @param <R> the record
     * @return the provider
     * @throws IllegalArgumentException if a parameter is of a class that files do not carry
     */
    static <S, R extends Record> StrategyProvider<S> ofRecord(Class<S> kind, String name, R defaults) {
        return RecordProvider.of(kind, name, defaults.getClass(), defaults);
    }

    /**
     * A provider for a public record whose parameters must all be given.
     *
     * @param kind the kind of strategy
     * @param name the name in files
     * @param type the record
     * @param <S> the kind of strategy
     * @param <R> the record
     * @return the provider
     * @throws IllegalArgumentException if a parameter is of a class that files do not carry
     */
    static <S, R extends Record> StrategyProvider<S> ofRecord(Class<S> kind, String name, Class<R> type) {
        return RecordProvider.of(kind, name, type, null);
    }
}
