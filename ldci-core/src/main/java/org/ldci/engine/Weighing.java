package org.ldci.engine;

import java.util.Arrays;
import java.util.List;
import org.ldci.data.DataException;
import org.ldci.data.MetricColumn;
import org.ldci.weight.GivenWeights;
import org.ldci.weight.WeightingGroup;
import org.ldci.weight.WeightingScheme;

/** The sixth step: the weights of the children of a component, learnt from their scores where the scheme looks at these. */
final class Weighing {
    private final Inputs in;
    private final Plan plan;
    private final Screened screened;
    private final NodeScores scores;

    Weighing(Inputs in, Screened screened, NodeScores scores) {
        this.in = in;
        this.plan = in.plan;
        this.screened = screened;
        this.scores = scores;
    }

    /**
     * The weights of one component: one a child, 0 where the child is not measured.
     *
     * @param component its number
     * @param present its measured children
     * @param nodeMeasured by node, whether it takes part
     * @return the weights
     */
    double[] weigh(int component, int[] present, boolean[] nodeMeasured) {
        int[] children = plan.children.get(component);
        double[] all = new double[children.length];
        WeightingScheme scheme = plan.weighers.get(component);
        if (scheme instanceof GivenWeights) {
            for (int i = 0; i < children.length; i++) {
                all[i] = nodeMeasured[children[i]] ? plan.node(children[i]).weight() : 0;
            }
        } else {
            List<MetricColumn> columnsOf = Arrays.stream(present)
                    .mapToObj(child -> screened.column(plan.code(child), scores.array(child), scores.from(child)))
                    .toList();
            double[] found = weigh(
                    scheme,
                    new WeightingGroup(
                            plan.code(component),
                            Arrays.stream(present).mapToObj(plan::code).toList(),
                            Arrays.stream(present)
                                    .mapToObj(child -> plan.node(child).weight())
                                    .toList(),
                            Arrays.stream(present)
                                    .mapToObj(child -> leaves(child, nodeMeasured))
                                    .toList(),
                            columnsOf));
            if (found.length != present.length) {
                throw new DataException("component '" + plan.code(component) + "': the weighting scheme gave "
                        + found.length + " weights for " + present.length + " children");
            }
            for (int i = 0, p = 0; p < present.length; i++) {
                if (children[i] == present[p]) {
                    all[i] = found[p++];
                }
            }
        }
        double sum = 0;
        for (double weight : all) {
            if (!(weight >= 0 && Double.isFinite(weight))) {
                throw new DataException("component '" + plan.code(component)
                        + "': weights must be finite and at least 0 but are " + Arrays.toString(all));
            }
            sum += weight;
        }
        if (sum == 0) {
            in.problems.add("component '" + plan.code(component)
                    + "': the weights of its measured children are all 0 ("
                    + String.join(
                            ", ", Arrays.stream(present).mapToObj(plan::code).toList()) + ")");
        }
        return all;
    }

    /** Equal weights where the data do not support the scheme, so that every component gets to say what is wrong. */
    private double[] weigh(WeightingScheme scheme, WeightingGroup group) {
        try {
            return scheme.weigh(group);
        } catch (DataException e) {
            e.problems().forEach(in.problems::add);
            double[] equal = new double[group.children().size()];
            Arrays.fill(equal, 1);
            return equal;
        }
    }

    private int leaves(int node, boolean[] nodeMeasured) {
        if (plan.isMetric(node)) {
            return nodeMeasured[node] ? 1 : 0;
        }
        return Arrays.stream(plan.children.get(node))
                .map(child -> leaves(child, nodeMeasured))
                .sum();
    }
}
