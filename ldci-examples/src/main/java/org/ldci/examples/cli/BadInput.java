package org.ldci.examples.cli;

/** Input that cannot be used, with everything that is wrong in the message. */
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadInput(String message) {
        super(message);
    }
}
