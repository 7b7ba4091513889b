package org.ldci.model;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSetMultimap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ldci.internal.text.ProblemList;

/**
 * Regions of one or more levels, found by code, with containment by look-up: codes hold no hierarchy.
 *
 * <p>Immutable and thread-safe; equal if the regions are equal and in the same order. A region is identified by level
 * and code together; names may repeat.
 */
public final class Geography {
    private static final Geography EMPTY = new Geography(List.of());

    private final List<Region> regions;
    /** Nearly every code stands once: the few that stand at several levels have the others apart. */
    private final CodeTable firstByCode;

    private final ImmutableListMultimap<String, Integer> othersByCode;
    private final ImmutableSetMultimap<String, Integer> byAlias;

    private Geography(List<Region> regions) {
        this.regions = List.copyOf(regions);
        CodeTable first = new CodeTable(this.regions);
        ImmutableListMultimap.Builder<String, Integer> others = ImmutableListMultimap.builder();
        ImmutableSetMultimap.Builder<String, Integer> aliases = ImmutableSetMultimap.builder();
        for (int i = 0; i < regions.size(); i++) {
            if (!first.add(i)) {
                others.put(regions.get(i).code(), i);
            }
            for (String alias : regions.get(i).aliases()) {
                aliases.put(alias, i);
            }
        }
        this.firstByCode = first;
        this.othersByCode = others.build();
        this.byAlias = aliases.build();
    }

    /** The positions of a code or else an alias: own codes go first, so that an alias never hides a region. */
    private List<Integer> positions(String code) {
        List<Integer> own = ownPositions(code);
        return own.isEmpty() ? byAlias.get(code).asList() : own;
    }

    private List<Integer> ownPositions(String code) {
        int first = firstByCode.find(code);
        if (first < 0) {
            return List.of();
        }
        List<Integer> others = othersByCode.get(code);
        return others.isEmpty()
                ? List.of(first)
                : Stream.concat(Stream.of(first), others.stream()).toList();
    }

    /**
     * A geography without any region.
     *
     * @return the empty geography
     */
    public static Geography empty() {
        return EMPTY;
    }

    /**
     * A geography of any levels.
     *
     * @param regions the regions; a parent need not be among them
     * @return the geography
     * @throws IllegalArgumentException if two regions share level and code, or containment runs in a circle; the message
     *     lists every problem
     */
    public static Geography of(Collection<? extends Region> regions) {
        return create(regions, null);
    }

    /**
     * A geography of stated levels.
     *
     * @param levels the levels that exist
     * @param regions the regions
     * @return the geography
     * @throws IllegalArgumentException as {@link #of(Collection)}, and if a region is of a level not stated
     */
    public static Geography of(Collection<String> levels, Collection<? extends Region> regions) {
        return create(regions, new LinkedHashSet<>(levels));
    }

    private static Geography create(Collection<? extends Region> regions, @Nullable Set<String> levels) {
        List<String> problems = new ArrayList<>();
        Geography geography = new Geography(List.copyOf(regions));
        for (int i = 0; i < geography.regions.size(); i++) {
            Region region = geography.regions.get(i);
            if (geography.isRepeated(i)) {
                problems.add("region '" + region.code() + "': is named twice" + at(region));
            }
            if (levels != null && !levels.contains(region.level())) {
                problems.add("region '" + region.code() + "': unknown level '" + region.level() + "'; the levels are "
                        + levels.stream().map(level -> "'" + level + "'").collect(Collectors.joining(", ")));
            }
        }
        for (Region region : regions) {
            if (region.parent().isPresent()) {
                geography.circle(region).ifPresent(problems::add);
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(ProblemList.format("geography", problems));
        }
        return geography;
    }

    /** Whether a region before this one has its level and code. */
    private boolean isRepeated(int position) {
        Region region = regions.get(position);
        for (int i : ownPositions(region.code())) {
            if (i < position && regions.get(i).level().equals(region.level())) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> circle(Region region) {
        Set<Region> path = new LinkedHashSet<>();
        Region up = region;
        while (up != null && path.add(up)) {
            up = parent(up).orElse(null);
        }
        return region.equals(up)
                ? Optional.of("region '" + region.code() + "': contains itself: "
                        + path.stream().map(Region::code).collect(Collectors.joining(" < ")) + " < " + region.code())
                : Optional.empty();
    }

    private static String at(Region region) {
        return region.level().isEmpty() ? "" : " at level '" + region.level() + "'";
    }

    /**
     * All regions in the order given.
     *
     * @return an unmodifiable list
     */
    public List<Region> regions() {
        return regions;
    }

    /**
     * The levels that occur, in the order of their first region.
     *
     * @return an unmodifiable list
     */
    public List<String> levels() {
        return regions.stream().map(Region::level).distinct().toList();
    }

    /**
     * The regions of one level.
     *
     * @param level the level
     * @return the regions in order; empty if there are none
     */
    public List<Region> atLevel(String level) {
        return regions.stream().filter(region -> region.level().equals(level)).toList();
    }

    /**
     * Finds a region by its code or an alias.
     *
     * @param code the code
     * @return the region, or empty if there is none
     * @throws IllegalArgumentException if the code stands for more than one region
     */
    public Optional<Region> find(String code) {
        List<Region> found = coded(code);
        if (found.size() > 1) {
            throw new IllegalArgumentException("region code '" + code + "' stands at more than one level: "
                    + found.stream().map(Region::level).collect(Collectors.joining(", ")) + "; name the level");
        }
        return found.stream().findFirst();
    }

    /**
     * Finds a region by level and code or alias.
     *
     * @param level the level
     * @param code the code
     * @return the region, or empty if there is none
     */
    public Optional<Region> find(String level, String code) {
        return Stream.concat(ownPositions(code).stream(), byAlias.get(code).stream())
                .map(regions::get)
                .filter(region -> region.level().equals(level))
                .findFirst();
    }

    /**
     * The region of a code or alias.
     *
     * @param code the code
     * @return the region
     * @throws IllegalArgumentException if there is none, or more than one
     */
    public Region region(String code) {
        return find(code)
                .orElseThrow(() -> new IllegalArgumentException("unknown region '" + code + "'" + someCodes()));
    }

    /**
     * Where the region of a code or alias stands among {@link #regions()}.
     *
     * @param code the code
     * @return its position, from 0
     * @throws IllegalArgumentException if there is none, or more than one
     */
    public int position(String code) {
        region(code);
        return positions(code).get(0);
    }

    /**
     * Where a region stands among {@link #regions()}.
     *
     * @param region a region of this geography
     * @return its position, from 0
     * @throws IllegalArgumentException if it is not one of these regions
     */
    public int position(Region region) {
        for (int i : ownPositions(region.code())) {
            if (regions.get(i).equals(region)) {
                return i;
            }
        }
        throw new IllegalArgumentException("unknown region '" + region.code() + "'");
    }

    private List<Region> coded(String code) {
        return positions(code).stream().map(regions::get).toList();
    }

    /**
     * The region that contains another.
     *
     * @param region a region
     * @return its parent; empty if it has none or the parent is not in this geography
     */
    public Optional<Region> parent(Region region) {
        return region.parent()
                .flatMap(code -> coded(code).stream()
                        .filter(candidate -> !candidate.level().equals(region.level())
                                || !candidate.code().equals(region.code()))
                        .findFirst());
    }

    /**
     * The regions that a region contains directly.
     *
     * @param region a region
     * @return its children in order
     */
    public List<Region> children(Region region) {
        return regions.stream()
                .filter(child -> parent(child).filter(region::equals).isPresent())
                .toList();
    }

    /**
     * Tells whether one region contains another, directly or by way of others.
     *
     * @param outer the region that may contain
     * @param inner the region that may be contained
     * @return true if {@code outer} is among the ancestors of {@code inner}
     */
    public boolean contains(Region outer, Region inner) {
        Optional<Region> up = parent(inner);
        while (up.isPresent()) {
            if (up.get().equals(outer)) {
                return true;
            }
            up = parent(up.get());
        }
        return false;
    }

    private String someCodes() {
        return regions.isEmpty()
                ? "; there are no regions"
                : "; the regions are "
                        + regions.stream().limit(15).map(Region::code).collect(Collectors.joining(", "))
                        + (regions.size() > 15 ? " and " + (regions.size() - 15) + " more" : "");
    }

    private Map<String, Long> counts() {
        return regions.stream()
                .collect(Collectors.groupingBy(Region::level, LinkedHashMap::new, Collectors.counting()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Geography geography && regions.equals(geography.regions);
    }

    @Override
    public int hashCode() {
        return regions.hashCode();
    }

    @Override
    public String toString() {
        return "Geography: " + regions.size() + " regions"
                + counts().entrySet().stream()
                        .filter(count -> !count.getKey().isEmpty())
                        .map(count -> ", " + count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining());
    }
}
