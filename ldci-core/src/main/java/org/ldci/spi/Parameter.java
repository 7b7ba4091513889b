package org.ldci.spi;

import java.util.List;
import java.util.Optional;

/**
 * One parameter of a named strategy.
 *
 * @param name its name, as in the file
 * @param type what it holds
 * @param choices the words it may be, if its type is {@link Type#CHOICE}
 * @param fallback its value when it is left out; empty if it must be given
 */
public record Parameter(String name, Type type, List<String> choices, Optional<Object> fallback) {
    /** Copies the list. */
    public Parameter {
        choices = List.copyOf(choices);
    }

    /** What a parameter holds, with the Java class that carries it. */
    public enum Type {
        /** A number, as {@link Double}. */
        NUMBER,
        /** A whole number, as {@link Integer}. */
        INTEGER,
        /** True or false, as {@link Boolean}. */
        BOOLEAN,
        /** A text, as {@link String}. */
        TEXT,
        /** One of a few words, as {@link String}. */
        CHOICE,
        /** A list of numbers, as {@link List} of {@link Double}. */
        NUMBERS,
        /** A list of texts, as {@link List} of {@link String}. */
        TEXTS,
        /** A list of lists of numbers, as {@link List} of {@link List} of {@link Double}. */
        MATRIX
    }
}
