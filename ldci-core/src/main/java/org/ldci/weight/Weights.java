package org.ldci.weight;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ldci.internal.text.Console;
import org.ldci.internal.text.TextTable;

/**
 * The nominal weights of an index as they were used: local (share within the parent) and global (share of the whole).
 *
 * <p>Local weights of measured siblings sum to 1; global weights of all measured metrics sum to 1. Nodes that are not
 * measured have weight 0. Nominal weights are trade-offs, not importances. Immutable and thread-safe.
 */
public final class Weights {
    private final ImmutableMap<String, Double> local;
    private final ImmutableMap<String, Double> global;

    private Weights(Map<String, Double> local, Map<String, Double> global) {
        this.local = ImmutableMap.copyOf(local);
        this.global = ImmutableMap.copyOf(global);
    }

    /**
     * Weights by code.
     *
     * @param local the share of each node within its parent, in the order of the tree
     * @param global the share of each node in the whole index, in the same order
     * @return the weights
     */
    public static Weights of(Map<String, Double> local, Map<String, Double> global) {
        return new Weights(local, global);
    }

    /**
     * The share of a node within its parent.
     *
     * @param code the code of the node
     * @return a share in [0, 1]; 1 for the index itself
     * @throws IllegalArgumentException if there is no such node
     */
    public double local(String code) {
        return find(local, code);
    }

    /**
     * The share of a node in the whole index: the product of the local weights up to the root.
     *
     * @param code the code of the node
     * @return a share in [0, 1]; 1 for the index itself
     * @throws IllegalArgumentException if there is no such node
     */
    public double global(String code) {
        return find(global, code);
    }

    private static double find(Map<String, Double> weights, String code) {
        Double weight = weights.get(code);
        if (weight == null) {
            throw new IllegalArgumentException("unknown node '" + code + "'");
        }
        return weight;
    }

    /**
     * The codes of all nodes.
     *
     * @return an unmodifiable list in the order of the tree
     */
    public List<String> codes() {
        return local.keySet().asList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Weights weights && local.equals(weights.local) && global.equals(weights.global);
    }

    @Override
    public int hashCode() {
        return local.hashCode();
    }

    /** A title and the first ten nodes, made for JShell. */
    @Override
    public String toString() {
        return table().brief("Weights: " + local.size() + " nodes", "print() for all");
    }

    /** Prints every node to the standard output. */
    public void print() {
        Console.print(table().all());
    }

    private TextTable table() {
        TextTable table = new TextTable(1, List.of("node", "local", "global"));
        for (String code : codes()) {
            table.row(List.of(code, TextTable.number(local(code), 4), TextTable.number(global(code), 4)));
        }
        return table;
    }
}
