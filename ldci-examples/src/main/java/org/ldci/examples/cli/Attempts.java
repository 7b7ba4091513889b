package org.ldci.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ldci.data.DataException;

/** Steps of which one that fails does not hide what is wrong with the others. */
final class Attempts {
    private final List<String> problems = new ArrayList<>();

    /** The result of a step; null if it failed, which is kept for later. */
    <T> @Nullable T attempt(Supplier<T> step) {
        try {
            return step.get();
        } catch (BadInput | DataException | IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** Ends the command if a step failed. */
    void refuse() {
        if (!problems.isEmpty()) {
            throw new BadInput(String.join("\n", problems));
        }
    }
}
