package org.ldci.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first region of a code: a hash table of positions alone, a quarter of the memory of a map, which counts where a
 * dataset has tens of thousands of regions.
 */
final class CodeTable {
    /** More steps than good codes ever need: from then on a map that no choice of codes makes slow. */
    private static final int MOST_STEPS = 100;

    private final List<Region> regions;
    /** Positions from 1; 0 where there is none. A power of two of slots, at most two thirds of them taken. */
    private final int[] slots;

    private @Nullable Map<String, Integer> map;

    CodeTable(List<Region> regions) {
        this.regions = regions;
        int size = 4;
        while (size < regions.size() + regions.size() / 2 + 1) {
            size *= 2;
        }
        this.slots = new int[size];
    }

    /**
     * Adds the region at a position.
     *
     * @return whether it is the first of its code
     */
    boolean add(int position) {
        String code = regions.get(position).code();
        if (map != null) {
            return map.putIfAbsent(code, position) == null;
        }
        int slot = start(code);
        for (int steps = 0; slots[slot] != 0; steps++) {
            if (regions.get(slots[slot] - 1).code().equals(code)) {
                return false;
            }
            if (steps == MOST_STEPS) {
                map = toMap();
                return map.putIfAbsent(code, position) == null;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = position + 1;
        return true;
    }

    /** The position of the first region of a code; -1 if there is none. */
    int find(String code) {
        if (map != null) {
            return map.getOrDefault(code, -1);
        }
        for (int slot = start(code); slots[slot] != 0; slot = (slot + 1) & (slots.length - 1)) {
            if (regions.get(slots[slot] - 1).code().equals(code)) {
                return slots[slot] - 1;
            }
        }
        return -1;
    }

    /** Codes that count upwards have hashes close together; the multiplication spreads them (Knuth 1973, 6.4). */
    private int start(String code) {
        return (code.hashCode() * 0x9E3779B9) >>> (1 + Integer.numberOfLeadingZeros(slots.length));
    }

    private Map<String, Integer> toMap() {
        Map<String, Integer> positions = new HashMap<>();
        for (int slot : slots) {
            if (slot != 0) {
                positions.put(regions.get(slot - 1).code(), slot - 1);
            }
        }
        return positions;
    }
}
