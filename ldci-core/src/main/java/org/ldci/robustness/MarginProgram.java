package org.ldci.robustness;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Whether some admissible weights meet a set of conditions {@code d_b w >= threshold}, and if not, a few of them that no weights
 * meet together.
 *
 * <p>The greatest least value t of the conditions is a linear programme with many rows, of which few matter: the dual simplex
 * starts from the weights alone and is given the rows that are broken most, until none is, or until t has fallen below the
 * threshold. Then the duals of the rows that hold t down are the proof, checked in plain sums; it comes early, and so names few
 * rows. Source: C. E. Lemke, "The dual method of solving the linear programming problem", Naval Research Logistics Quarterly 1
 * (1954); J. E. Kelley, "The cutting-plane method for solving convex programs", Journal of the SIAM 8 (1960).
 */
final class MarginProgram {
    /** How a question ended. */
    enum Outcome {
        /** {@link #weights} meet all. */
        MET,
        /** No weights meet all of {@link #conflict}. */
        CONFLICT,
        /** Rounding left it open. */
        OPEN
    }

    private static final double BROKEN = -1e-11;
    private static final double PIVOT = 1e-9;
    /** How many broken rows are taken up at once. */
    private static final int AT_ONCE = 2;

    private final WeightPolytope polytope;
    private final double[][] d;
    private final double[][] programme;
    private final double threshold;
    private final boolean strict;
    private final int m;
    /** Weights and factors. */
    private final int variables;

    /** Variables are the weights and factors, the room of t below 1, then slacks of the constraints and of the conditions. */
    private final int room;

    private final int size;

    /** {@code basic = right - tableau * others}; the first row is t itself. */
    private double[][] tableau;

    private double[] right;
    private int[] basic;
    private int rows;
    private final int[] nonbasic;
    /** Where a variable is: its row, or -1 less its column, or ABSENT. */
    private final int[] place;

    private static final int ABSENT = Integer.MIN_VALUE;

    private double[] weights = {};
    private int[] conflict = {};

    MarginProgram(WeightPolytope polytope, double[][] d, double threshold, boolean strict) {
        this.polytope = polytope;
        this.d = d;
        this.threshold = threshold;
        this.strict = strict;
        programme = polytope.programme();
        m = polytope.codes().size();
        variables = m + polytope.factors();
        room = variables;
        size = variables;
        nonbasic = new int[size];
        place = new int[variables + 1 + programme.length + d.length];
        int most = 2 * variables + 16;
        tableau = new double[most][size];
        right = new double[most];
        basic = new int[most];
    }

    /** Weights of the last answer: those that meet all, or else the last that were tried. */
    double[] weights() {
        return weights;
    }

    int[] conflict() {
        return conflict;
    }

    /**
     * Answers for some of the conditions.
     *
     * @param chosen the conditions
     * @param first some of them to begin with, as those of a question like this one
     */
    Outcome solve(int[] chosen, int[] first) {
        start();
        Outcome outcome = Outcome.OPEN;
        for (int row : first) {
            take(variables + 1 + programme.length + row);
        }
        boolean going = true;
        for (int round = 0; going && round < 20 * (size + 10); round++) {
            if (!climb()) {
                going = false;
            } else if (right[0] < threshold - 1e-12 && isProven()) {
                outcome = Outcome.CONFLICT;
                going = false;
            } else if (!takeConstraints()) {
                weights = shares();
                int taken = takeConditions(chosen);
                if (taken == 0) {
                    outcome = Outcome.MET;
                }
                going = taken > 0;
            }
        }
        if (outcome == Outcome.OPEN) {
            return byMargin(chosen);
        }
        return outcome == Outcome.MET && !polytope.admits(weights) ? byMargin(chosen) : outcome;
    }

    /** The whole programme at once, by another way, where rounding stopped this one. */
    private Outcome byMargin(int[] chosen) {
        WeightPolytope.Margin margin = polytope.widest(d, chosen);
        double[] found = margin.weights();
        if (found != null) {
            weights = found;
            if (isMet(margin.low())) {
                return Outcome.MET;
            }
        }
        if (strict ? margin.high() <= threshold : margin.high() < threshold) {
            conflict = margin.conflict();
            return Outcome.CONFLICT;
        }
        return Outcome.OPEN;
    }

    private boolean isMet(double value) {
        return strict ? value > threshold : value >= threshold;
    }

    // ---- the tableau

    private void start() {
        Arrays.fill(place, ABSENT);
        rows = 0;
        // t = 1 - room
        addRow(-1);
        right[0] = 1;
        // w0 = 1 - the others
        addRow(0);
        right[1] = 1;
        for (int q = 0; q < size; q++) {
            nonbasic[q] = q + 1; // w1, ..., factors, room
            place[q + 1] = -1 - q;
        }
        for (int q = 0; q + 1 < m; q++) {
            tableau[1][q] = 1;
        }
        tableau[0][size - 1] = 1;
    }

    private int addRow(int variable) {
        if (rows == right.length) {
            purge();
        }
        if (rows == right.length) {
            int more = 2 * rows;
            double[][] larger = Arrays.copyOf(tableau, more);
            for (int i = rows; i < more; i++) {
                larger[i] = new double[size];
            }
            tableau = larger;
            right = Arrays.copyOf(right, more);
            basic = Arrays.copyOf(basic, more);
        }
        Arrays.fill(tableau[rows], 0);
        right[rows] = 0;
        basic[rows] = variable;
        if (variable >= 0) {
            place[variable] = rows;
        }
        return rows++;
    }

    /** Forgets slacks that have room: if they are broken again, they come back. */
    private void purge() {
        int kept = 0;
        for (int i = 0; i < rows; i++) {
            if (basic[i] > room && right[i] > 0) {
                place[basic[i]] = ABSENT;
            } else {
                double[] row = tableau[kept];
                tableau[kept] = tableau[i];
                tableau[i] = row;
                right[kept] = right[i];
                basic[kept] = basic[i];
                if (basic[kept] >= 0) {
                    place[basic[kept]] = kept;
                }
                kept++;
            }
        }
        rows = kept;
    }

    /** Takes up a slack; false if it is there already. */
    private boolean take(int slack) {
        if (place[slack] != ABSENT) {
            return false;
        }
        int row = addRow(slack);
        int constraint = slack - variables - 1;
        if (constraint < programme.length) {
            double[] a = programme[constraint];
            for (int v = 0; v < variables; v++) {
                add(row, v, -a[v]);
            }
        } else {
            double[] condition = d[constraint - programme.length];
            for (int v = 0; v < m; v++) {
                add(row, v, condition[v]);
            }
            // less t, which is the first row
            right[row] -= right[0];
            for (int q = 0; q < size; q++) {
                tableau[row][q] -= tableau[0][q];
            }
        }
        return true;
    }

    private void add(int row, int variable, double coefficient) {
        int at = place[variable];
        if (coefficient == 0) {
            return;
        }
        if (at < 0) {
            tableau[row][-1 - at] -= coefficient;
        } else {
            right[row] += coefficient * right[at];
            double[] from = tableau[at];
            double[] to = tableau[row];
            for (int q = 0; q < size; q++) {
                to[q] += coefficient * from[q];
            }
            polytope.worked(size);
        }
    }

    /** The dual simplex, until no row that is taken up is broken, or t is below the threshold; false if rounding stops it. */
    private boolean climb() {
        for (int step = 0; step < 30 * (size + 10); step++) {
            if (right[0] < threshold - 1e-12 && isConflict()) {
                return true;
            }
            int leaving = -1;
            for (int i = 1; i < rows; i++) {
                if (right[i] < BROKEN && (leaving < 0 || right[i] < right[leaving])) {
                    leaving = i;
                }
            }
            if (leaving < 0) {
                return true;
            }
            int entering = entering(tableau[leaving]);
            if (entering < 0) {
                return false;
            }
            pivot(leaving, entering);
        }
        return false;
    }

    /** Whether t is held down by conditions and not by the room, which would be no proof. */
    private boolean isConflict() {
        int at = place[room];
        return at >= 0 || tableau[0][-1 - at] < 1e-12;
    }

    /** The column that keeps t from rising by the least; of columns that do so equally, that of the greatest pivot. */
    private int entering(double[] row) {
        int entering = -1;
        double least = 0;
        for (int q = 0; q < size; q++) {
            if (row[q] < -PIVOT) {
                double ratio = Math.max(tableau[0][q], 0) / -row[q];
                if (entering < 0 || ratio < least - 1e-12 || (ratio <= least + 1e-12 && row[q] < row[entering])) {
                    least = entering < 0 ? ratio : Math.min(ratio, least);
                    entering = q;
                }
            }
        }
        return entering;
    }

    private void pivot(int row, int column) {
        double[] pivotRow = tableau[row];
        double inverse = 1 / pivotRow[column];
        for (int q = 0; q < size; q++) {
            pivotRow[q] *= inverse;
        }
        pivotRow[column] = inverse;
        right[row] *= inverse;
        for (int i = 0; i < rows; i++) {
            double factor = tableau[i][column];
            if (i != row && factor != 0) {
                double[] other = tableau[i];
                for (int q = 0; q < size; q++) {
                    other[q] -= factor * pivotRow[q];
                }
                other[column] = -factor * inverse;
                right[i] -= factor * right[row];
            }
        }
        int out = basic[row];
        basic[row] = nonbasic[column];
        nonbasic[column] = out;
        place[basic[row]] = row;
        place[out] = -1 - column;
        polytope.worked((long) rows * size);
    }

    // ---- rows from outside

    private double value(int variable) {
        int at = place[variable];
        return at < 0 ? 0 : Math.max(right[at], 0);
    }

    private double[] shares() {
        double[] found = new double[m];
        double sum = 0;
        for (int j = 0; j < m; j++) {
            found[j] = value(j);
            sum += found[j];
        }
        for (int j = 0; j < m; j++) {
            found[j] /= sum;
        }
        return found;
    }

    /** Takes up the constraints that are broken; false if none is. */
    private boolean takeConstraints() {
        boolean taken = false;
        for (int k = 0; k < programme.length; k++) {
            if (place[variables + 1 + k] == ABSENT) {
                double slack = 0;
                for (int v = 0; v < variables; v++) {
                    slack -= programme[k][v] * value(v);
                }
                taken |= slack < BROKEN && take(variables + 1 + k);
            }
        }
        polytope.worked((long) programme.length * variables);
        return taken;
    }

    /** Takes up the conditions that are broken most; 0 if none is, -1 if rounding breaks one that is there already. */
    private int takeConditions(int[] chosen) {
        int[] worst = new int[AT_ONCE];
        double[] least = new double[AT_ONCE];
        int count = 0;
        for (int b : chosen) {
            double value = WeightPolytope.dot(d[b], weights);
            if (!isMet(value)) {
                int at = count < AT_ONCE ? count++ : AT_ONCE;
                while (at > 0 && value < least[at - 1]) {
                    if (at < AT_ONCE) {
                        worst[at] = worst[at - 1];
                        least[at] = least[at - 1];
                    }
                    at--;
                }
                if (at < AT_ONCE) {
                    worst[at] = b;
                    least[at] = value;
                }
            }
        }
        polytope.worked((long) chosen.length * m);
        int taken = 0;
        for (int i = 0; i < count; i++) {
            taken += take(variables + 1 + programme.length + worst[i]) ? 1 : 0;
        }
        return taken > 0 || count == 0 ? taken : -1;
    }

    /** Whether the duals, summed in plain arithmetic, prove that no weights meet the conditions that hold t down. */
    private boolean isProven() {
        double greatest = 0;
        for (int q = 0; q < size; q++) {
            if (nonbasic[q] > room + programme.length) {
                greatest = Math.max(greatest, tableau[0][q]);
            }
        }
        double[] mean = new double[m];
        double[] duals = new double[programme.length];
        double sum = 0;
        BitSet held = new BitSet(d.length);
        for (int q = 0; q < size; q++) {
            int slack = nonbasic[q] - variables - 1;
            double dual = tableau[0][q];
            if (slack >= programme.length && dual > 1e-9 * greatest) {
                held.set(slack - programme.length);
                sum += dual;
                double[] row = d[slack - programme.length];
                for (int j = 0; j < m; j++) {
                    mean[j] += dual * row[j];
                }
            } else if (slack >= 0 && slack < programme.length) {
                duals[slack] = Math.max(dual, 0);
            }
        }
        if (!(sum > 0)) {
            return false;
        }
        for (int j = 0; j < m; j++) {
            mean[j] /= sum;
        }
        double high = polytope.boundOf(mean, duals, 0, 1 / sum);
        polytope.worked((long) m * (held.cardinality() + programme.length));
        conflict = held.stream().toArray();
        return strict ? high <= threshold : high < threshold;
    }
}
