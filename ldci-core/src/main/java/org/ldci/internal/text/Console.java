package org.ldci.internal.text;

/** The only place that writes to the standard output, and only because a user called {@code print()}. */
public final class Console {
    private Console() {}

    /**
     * Prints a text as it is, followed by a line end if it has none.
     *
     * @param text the text
     */
    public static void print(String text) {
        System.out.print(text.endsWith("\n") ? text : text + "\n");
    }
}
