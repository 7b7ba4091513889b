package org.ldci.engine;

import java.util.ArrayList;
import java.util.List;
import org.ldci.data.DataException;

/** What is wrong with the data: collected through a step, so that all of it is reported at once. */
final class Problems {
    private static final int MOST = 200;

    private final List<String> found = new ArrayList<>(0);

    void add(String message) {
        if (found.size() < MOST) {
            found.add(message);
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Throws what has been found so far, if anything. */
    void refuse() {
        if (!found.isEmpty()) {
            throw new DataException("", found);
        }
    }
}
