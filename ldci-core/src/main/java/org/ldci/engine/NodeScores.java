package org.ldci.engine;

/** Where the scores of every node are: those of metrics in one array, those of components in another. */
final class NodeScores {
    private final Plan plan;
    private final int regions;
    private final double[] normalised;
    /** The scores of the components, column by column; the index comes first. */
    final double[] ofComponents;

    NodeScores(Plan plan, int regions, double[] normalised) {
        this.plan = plan;
        this.regions = regions;
        this.normalised = normalised;
        this.ofComponents = new double[plan.components.size() * regions];
    }

    /** The array that holds the scores of a node. */
    double[] array(int node) {
        return plan.isMetric(node) ? normalised : ofComponents;
    }

    /** Where the scores of a node start in its array. */
    int from(int node) {
        return (plan.isMetric(node) ? plan.metricOf(node) : node) * regions;
    }
}
