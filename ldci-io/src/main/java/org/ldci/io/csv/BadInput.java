package org.ldci.io.csv;

/** Reading cannot go on; why stands in the {@link ProblemLog}. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadInput(String message) {
        super(message, null, false, false);
    }
}
