package org.ldci.internal.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ldci.internal.numeric.Elementary;

/**
 * Exponential spacings, which are uniform on the simplex; scaled onto lower bounds, or sorted along chains of {@code w_i >= w_j}
 * without a weight in common. Source: L. Devroye, "Non-Uniform Random Variate Generation" (1986), chapter V.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Spacings(double[] lower, double rest, int[][] chains) implements Proposal {
    /** Above the lower bounds among the rows. */
    static Spacings above(double[] lower) {
        return new Spacings(lower, 1 - Arrays.stream(lower).sum(), new int[0][]);
    }

    /** In the orders of two among the rows. */
    static Spacings ordered(double[][] rows, int dimension) {
        return new Spacings(new double[dimension], 1, chains(rows, dimension));
    }

    @Override
    public boolean draw(Draws draws, double[] point) {
        double sum = 0;
        for (int j = 0; j < lower.length; j++) {
            point[j] = -Elementary.log(draws.uniform());
            sum += point[j];
        }
        double scale = rest / sum;
        for (int j = 0; j < lower.length; j++) {
            point[j] = lower[j] + point[j] * scale;
        }
        for (int[] chain : chains) {
            sort(chain, point);
        }
        return true;
    }

    /** Sorts the weights of a chain, the greatest first, by insertion. */
    private static void sort(int[] chain, double[] point) {
        for (int i = 1; i < chain.length; i++) {
            double weight = point[chain[i]];
            int to = i;
            while (to > 0 && point[chain[to - 1]] < weight) {
                point[chain[to]] = point[chain[to - 1]];
                to--;
            }
            point[chain[to]] = weight;
        }
    }

    /** Rows {@code w_i - w_j}, as far as they form chains without a weight in common. */
    private static int[][] chains(double[][] rows, int dimension) {
        int[] next = new int[dimension];
        int[] previous = new int[dimension];
        Arrays.fill(next, -1);
        Arrays.fill(previous, -1);
        for (double[] row : rows) {
            int plus = -1;
            int minus = -1;
            boolean other = false;
            for (int j = 0; j < dimension; j++) {
                other |= (row[j] > 0 && plus >= 0) || (row[j] < 0 && minus >= 0);
                plus = row[j] > 0 ? j : plus;
                minus = row[j] < 0 ? j : minus;
            }
            if (!other
                    && plus >= 0
                    && minus >= 0
                    && row[plus] == -row[minus]
                    && next[plus] < 0
                    && previous[minus] < 0) {
                int end = minus;
                while (next[end] >= 0) {
                    end = next[end];
                }
                if (end != plus) {
                    next[plus] = minus;
                    previous[minus] = plus;
                }
            }
        }
        List<int[]> chains = new ArrayList<>();
        for (int j = 0; j < dimension; j++) {
            if (previous[j] < 0 && next[j] >= 0) {
                int[] chain = new int[dimension];
                int length = 0;
                for (int at = j; at >= 0; at = next[at]) {
                    chain[length++] = at;
                }
                chains.add(Arrays.copyOf(chain, length));
            }
        }
        return chains.toArray(int[][]::new);
    }
}
