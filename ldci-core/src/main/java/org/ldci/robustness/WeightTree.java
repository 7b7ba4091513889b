package org.ldci.robustness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ldci.definition.IndexDefinition;
import org.ldci.model.Component;
import org.ldci.model.IndexNode;

/**
 * The nodes of an index as numbers: components first, in the order of the tree with the index at 0, then metrics. Children
 * have greater numbers than their parents.
 */
final class WeightTree {
    final List<String> codes = new ArrayList<>();
    final int components;
    /** By node; -1 for the index. */
    final int[] parent;
    /** By component. */
    final int[][] children;
    /** By component: 0 for the index. */
    final int[] depth;

    private final Map<String, Integer> numbers = new HashMap<>();

    WeightTree(IndexDefinition definition) {
        List<Component> inner = new ArrayList<>();
        collect(definition.index(), inner);
        inner.forEach(component -> codes.add(component.code()));
        components = codes.size();
        definition.metrics().forEach(metric -> codes.add(metric.code()));
        for (int node = 0; node < codes.size(); node++) {
            numbers.put(codes.get(node), node);
        }
        parent = new int[codes.size()];
        parent[0] = -1;
        children = new int[components][];
        depth = new int[components];
        for (int c = 0; c < components; c++) {
            List<IndexNode> below = inner.get(c).children();
            children[c] = new int[below.size()];
            for (int i = 0; i < below.size(); i++) {
                children[c][i] = find(below.get(i).code());
                parent[children[c][i]] = c;
                if (children[c][i] < components) {
                    depth[children[c][i]] = depth[c] + 1;
                }
            }
        }
    }

    private static void collect(Component component, List<Component> target) {
        target.add(component);
        for (IndexNode child : component.children()) {
            if (child instanceof Component inner) {
                collect(inner, target);
            }
        }
    }

    int size() {
        return codes.size();
    }

    boolean isComponent(int node) {
        return node < components;
    }

    /** The number of a node, or -1. */
    int find(String code) {
        return numbers.getOrDefault(code, -1);
    }
}
