package org.ldci.robustness;

import org.ldci.internal.text.Console;

/** What moves one target. */
public sealed interface TargetSensitivity permits SobolIndices, ShapleyEffects, MorrisEffects {
    /**
     * What is explained.
     *
     * @return the label of the target
     */
    String target();

    /**
     * Every factor or input, as a table.
     *
     * @return lines of text
     */
    String text();

    /** Prints every factor or input to the standard output. */
    default void print() {
        Console.print(text());
    }
}
