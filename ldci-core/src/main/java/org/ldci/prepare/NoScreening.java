package org.ldci.prepare;

import java.util.List;

/** Keeps every region. */
public record NoScreening() implements StandardScreening {
    @Override
    public List<String> reasonsToExclude(RegionCoverage coverage) {
        return List.of();
    }
}
