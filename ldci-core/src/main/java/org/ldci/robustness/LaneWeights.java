package org.ldci.robustness;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ldci.internal.numeric.Lanes;
import org.ldci.internal.sampling.Inverse;
import org.ldci.internal.sampling.PolytopeSampler;

/** The weights of the replicates of a block, lane by lane: those of the scenario, as the points of the design change them. */
final class LaneWeights {
    private final Simulation simulation;
    private final Block block;
    private final double[] points;
    /** By group, the sampler of this thread; null for groups that need none. */
    private final @Nullable PolytopeSampler[] samplers;
    /** By node of a scenario's tree, its weight among its siblings. */
    private double[][] raw = new double[0][];
    /** By component: one over the sum of the weights of its children. */
    private double[][] inverseSums = new double[0][];

    /**
     * Makes room.
     *
     * @param simulation the study
     * @param block whose weights these are
     * @param points the coordinates of the points that the rows of the block count
     */
    LaneWeights(Simulation simulation, Block block, double[] points) {
        this.simulation = simulation;
        this.block = block;
        this.points = points;
        samplers = simulation.groups.stream()
                .map(group -> group.sampler() == null ? null : group.sampler().copy())
                .toArray(PolytopeSampler[]::new);
    }

    /** The weights of a node among its siblings, by lane. */
    double[] of(int node) {
        return raw[node];
    }

    /** One over the sum of the weights of the children of a component, by lane. */
    double[] inverseSum(int component) {
        return inverseSums[component];
    }

    /** Finds the weights of every lane. */
    void weigh(Scenario scenario) {
        int nodes = scenario.tree.size();
        if (raw.length < nodes) {
            raw = new double[nodes][block.capacity];
            inverseSums = new double[nodes][block.capacity];
        }
        for (int node = 1; node < scenario.tree.size(); node++) {
            Arrays.fill(raw[node], 0, block.lanes, scenario.weights[node]);
        }
        for (int lane = 0; lane < block.lanes; lane++) {
            for (Change change : scenario.weightChanges) {
                set(scenario, change, lane);
            }
            for (Simulation.WeightChoice choice : simulation.weightChoices) {
                set(scenario, chosen(choice, lane), lane);
            }
        }
        draw(scenario);
        for (int lane = 0; lane < block.lanes; lane++) {
            for (Change change : scenario.weightChanges) {
                leaveOut(scenario, change, lane);
            }
            for (Simulation.WeightChoice choice : simulation.weightChoices) {
                leaveOut(scenario, chosen(choice, lane), lane);
            }
        }
        boolean mayVanish = !simulation.weightChoices.isEmpty() || !scenario.weightChanges.isEmpty();
        for (int v = scenario.varying.length - 1; v >= 0; v--) {
            int component = scenario.varying[v];
            double[] sum = inverseSums[component];
            Arrays.fill(sum, 0, block.lanes, 0);
            for (int child : scenario.tree.children[component]) {
                Lanes.add(1, raw[child], sum, block.lanes);
            }
            if (mayVanish) {
                vanish(scenario, component, sum);
            }
            for (int lane = 0; lane < block.lanes; lane++) {
                sum[lane] = 1 / sum[lane];
            }
        }
    }

    private Change chosen(Simulation.WeightChoice choice, int lane) {
        double u = point(lane, choice.coordinate());
        return choice.choice().alternatives().get(choice.choice().at(u)).change();
    }

    private void set(Scenario scenario, Change change, int lane) {
        if (change instanceof Change.SetWeights set) {
            set.weights().forEach((code, weight) -> {
                int node = scenario.tree.find(code);
                if (node > 0 && scenario.measured[node]) {
                    raw[node][lane] = weight;
                }
            });
        }
    }

    /** After weights are drawn, so that nothing gives it back. */
    private void leaveOut(Scenario scenario, Change change, int lane) {
        if (change instanceof Change.LeaveOut leaveOut) {
            int node = scenario.tree.find(leaveOut.code());
            if (node > 0) {
                raw[node][lane] = 0;
            }
        }
    }

    /** A component without a child that has weight has none itself; its children are then alike, so that it has a value. */
    private void vanish(Scenario scenario, int component, double[] sum) {
        for (int lane = 0; lane < block.lanes; lane++) {
            if (sum[lane] == 0) {
                if (component == 0) {
                    block.failures[lane] = "no component or metric has a weight";
                } else {
                    raw[component][lane] = 0;
                }
                for (int child : scenario.tree.children[component]) {
                    raw[child][lane] = scenario.measured[child] ? 1 : 0;
                    sum[lane] += raw[child][lane];
                }
            }
        }
    }

    private void draw(Scenario scenario) {
        int[][] nodes = scenario.nodesOfGroups;
        for (int g = 0; g < nodes.length; g++) {
            Simulation.Group group = simulation.groups.get(g);
            if (group.distribution() instanceof WeightDistribution.Band band) {
                double low = 1 - band.relative();
                double width = 2 * band.relative();
                for (int c = 0; c < nodes[g].length; c++) {
                    if (nodes[g][c] < 0) {
                        continue;
                    }
                    int at = group.coordinate() + c;
                    double[] weights = raw[nodes[g][c]];
                    for (int lane = 0; lane < block.lanes; lane++) {
                        weights[lane] *= low + width * point(lane, at);
                    }
                }
            } else if (group.distribution() instanceof WeightDistribution.UniformOnSimplex) {
                for (int c = 0; c < nodes[g].length; c++) {
                    if (nodes[g][c] < 0) {
                        continue;
                    }
                    int at = group.coordinate() + c;
                    double[] weights = raw[nodes[g][c]];
                    for (int lane = 0; lane < block.lanes; lane++) {
                        weights[lane] = weights[lane] > 0 ? Inverse.exponential(point(lane, at)) : 0;
                    }
                }
            } else if (group.sampler() != null) {
                drawWithin(scenario, group, nodes[g], samplers[g]);
            } else if (group.distribution() instanceof WeightDistribution.Dirichlet dirichlet) {
                drawDirichlet(nodes[g], group.coordinate(), dirichlet.concentration());
            }
        }
    }

    private double point(int lane, int coordinate) {
        return points[block.rows[lane] * simulation.dimension + coordinate];
    }

    /** The coordinate of the point starts the stream of the weights. */
    private void drawWithin(Scenario scenario, Simulation.Group group, int[] nodes, @Nullable PolytopeSampler sampler) {
        double[] weights = new double[nodes.length];
        for (int lane = 0; lane < block.lanes; lane++) {
            long seed = Double.doubleToRawLongBits(point(lane, group.coordinate()));
            Objects.requireNonNull(sampler).sample(seed, 0, weights, 0, 1);
            for (int c = 0; c < nodes.length; c++) {
                if (nodes[c] >= 0) {
                    raw[nodes[c]][lane] = weights[c];
                }
            }
            for (int v = scenario.varying.length - 1; v >= 0 && group.isOfAllMetrics(); v--) {
                int component = scenario.varying[v];
                double sum = 0;
                for (int child : scenario.tree.children[component]) {
                    sum += raw[child][lane];
                }
                raw[component][lane] = sum;
            }
        }
    }

    private void drawDirichlet(int[] nodes, int coordinate, double concentration) {
        for (int lane = 0; lane < block.lanes; lane++) {
            double sum = 0;
            for (int node : nodes) {
                sum += node < 0 ? 0 : raw[node][lane];
            }
            for (int c = 0; c < nodes.length; c++) {
                if (nodes[c] < 0) {
                    continue;
                }
                double share = raw[nodes[c]][lane] / sum;
                raw[nodes[c]][lane] = share > 0 ? Inverse.gamma(concentration * share, point(lane, coordinate + c)) : 0;
            }
        }
    }

    /** Puts the weights into the block, as shares of their siblings. */
    void share(Scenario scenario) {
        WeightTree tree = simulation.tree;
        for (int c = 0; c < tree.components; c++) {
            int own = scenario.tree.find(tree.codes.get(c));
            boolean varies = own >= 0 && Arrays.binarySearch(scenario.varying, own) >= 0;
            for (int child : tree.children[c]) {
                int node = scenario.tree.find(tree.codes.get(child));
                double[] shares = block.shares[child];
                if (varies && node >= 0) {
                    Lanes.multiply(raw[node], inverseSums[own], shares, block.lanes);
                } else {
                    Arrays.fill(shares, 0, block.lanes, node < 0 ? 0 : staticShare(scenario, own, node));
                }
            }
        }
    }

    private static double staticShare(Scenario scenario, int component, int node) {
        double sum = 0;
        for (int child : component < 0 ? new int[0] : scenario.tree.children[component]) {
            sum += scenario.weights[child];
        }
        return sum == 0 ? 0 : scenario.weights[node] / sum;
    }
}
