package org.ldci.io;

import java.util.List;
import java.util.Optional;
import org.ldci.internal.text.Suggestion;
import org.ldci.io.csv.ProblemLog;
import org.ldci.model.Geography;
import org.ldci.model.Region;

/** The regions that may stand in a file. */
final class KnownRegions {
    /** Among more regions no nearest code is looked for: a file may have thousands of strange ones. */
    private static final int FEW = 1_000;

    private final Geography geography;
    private final List<String> codes;

    KnownRegions(Geography geography) {
        this.geography = geography;
        List<Region> regions = geography.regions();
        codes = regions.size() > FEW
                ? List.of()
                : regions.stream().map(Region::code).toList();
    }

    /**
     * Finds a region.
     *
     * @param code its code or an alias
     * @param level its level; empty if the file has none
     * @return the region
     * @throws IllegalArgumentException if there is none, or more than one
     */
    Region find(String code, String level) {
        Optional<Region> found = level.isEmpty() ? geography.find(code) : geography.find(level, code);
        return found.orElseThrow(() -> new IllegalArgumentException("region '" + code + "'"
                + (level.isEmpty() ? "" : " of level '" + ProblemLog.shorten(level) + "'")
                + " is not among the " + geography.regions().size() + " regions of the geography"
                + Suggestion.nearest(code, codes)));
    }

    /** A region with the population and groups that the file gives it. */
    static Region with(Region region, Region read) {
        Region.Builder builder =
                Region.builder(region.code()).name(region.name()).level(region.level());
        region.parent().ifPresent(builder::parent);
        region.aliases().forEach(builder::addAliases);
        (read.population().isPresent() ? read : region).population().ifPresent(builder::population);
        region.groups().forEach((grouping, group) -> {
            if (!read.groups().containsKey(grouping)) {
                builder.putGroups(grouping, group);
            }
        });
        read.groups().forEach(builder::putGroups);
        return builder.build();
    }
}
