package org.ldci.examples.cli;

import java.util.function.Supplier;

/** Options that are not understood, or do not go together; the parser of options sees no more than their types. */
final class WrongUsage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongUsage(String message) {
        super(message);
    }

    /** What options make; a value of them that the library refuses is wrong usage. */
    static <T> T ifRefused(Supplier<T> options) {
        try {
            return options.get();
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(String.valueOf(e.getMessage()));
        }
    }
}
