package org.ldci.robustness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ldci.engine.IndexResult;
import org.ldci.internal.linear.LinearProgram;
import org.ldci.internal.linear.LinearProgram.Answer;
import org.ldci.internal.linear.LinearProgram.Status;
import org.ldci.internal.text.Suggestion;
import org.ldci.model.Component;
import org.ldci.model.IndexNode;
import org.ldci.weight.Weights;

/**
 * A {@link WeightSpace} in the numbers of one result: a column for each weight, rows that must be at least 0, and linear
 * programmes over them whose answers are proved by their duals, in plain sums, not by the tolerances of the solver.
 *
 * <p>A band is kept in two forms: every two weights compared, which needs no other variable, for sampling; and against a
 * common factor M, {@code n (1 - r) M <= w <= n (1 + r) M}, for the programmes, where it takes two rows a weight.
 */
final class WeightPolytope {
    /** So near to 1 a band is all of the weights, and those found in it may be none at all. */
    private static final double WHOLE_BAND = 1e-9;

    /** Constraints as numbers, while they are collected. */
    private static final class Rows {
        final List<double[]> plain = new ArrayList<>();
        /** At most 0, over weights and factors. */
        final List<double[]> programme = new ArrayList<>();

        int factors;
        double greatestFactor;
    }

    /** A row of a band: {@code above * M - w(members)} or its negative, where M is a factor. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Factored(int[] members, double share, int factor, int sign) {}

    /**
     * The answer to {@link #widest}.
     *
     * @param low the least value at {@code weights}
     * @param high what no weights can exceed, proved by the duals
     * @param weights the weights; null if the programme found none
     * @param conflict the rows that prove {@code high}
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Margin(double low, double high, double @Nullable [] weights, int[] conflict) {}

    /**
     * The answer to {@link #least}.
     *
     * @param weights where the least value is
     * @param bound what no weights fall short of, proved by the duals
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Least(double[] weights, double bound) {}

    private final List<String> codes;
    private final double[] nominal;
    private final double[][] rows;
    private final double[][] programme;
    private final int factors;
    private final double greatestFactor;
    /** The width of a band that is the only constraint on siblings; NaN if it is not so. */
    private final double onlyBand;

    private @Nullable LinearProgram base;
    private long work;

    private WeightPolytope(List<String> codes, double[] nominal, Rows rows, double onlyBand) {
        this.codes = codes;
        this.nominal = nominal;
        this.rows = rows.plain.toArray(double[][]::new);
        this.factors = rows.factors;
        this.greatestFactor = rows.greatestFactor;
        this.programme = rows.programme.stream()
                .map(row -> Arrays.copyOf(row, codes.size() + factors))
                .toArray(double[][]::new);
        this.onlyBand = onlyBand;
    }

    /**
     * Puts a space into numbers.
     *
     * @throws IllegalArgumentException if a code is unknown or not measured, or no weights meet all constraints
     */
    static WeightPolytope of(IndexResult result, WeightSpace space) {
        Component parent = parent(result, space);
        List<String> codes = (space.scope() == WeightSpace.Scope.METRICS
                        ? parent.metrics().map(IndexNode::code)
                        : parent.children().stream().map(IndexNode::code))
                .filter(code -> isMeasured(result, code))
                .toList();
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("'" + parent.code() + "' has no measured children to weigh");
        }
        Weights weights = result.weights();
        double[] nominal = codes.stream()
                .mapToDouble(
                        code -> space.scope() == WeightSpace.Scope.METRICS ? weights.global(code) : weights.local(code))
                .toArray();
        Map<String, int[]> members = members(parent, codes, space.scope() == WeightSpace.Scope.METRICS);
        WeightPolytope whole = make(result, parent, codes, nominal, members, space, space.constraints());
        if (!whole.isFeasible()) {
            throw new IllegalArgumentException("no weights of " + codes + " meet these constraints together: "
                    + conflict(result, parent, codes, nominal, members, space).stream()
                            .map(Object::toString)
                            .collect(Collectors.joining("; ")));
        }
        return whole;
    }

    /** Drops constraints one by one as long as the rest still fit no weights. */
    private static List<WeightSpace.Constraint> conflict(
            IndexResult result,
            Component parent,
            List<String> codes,
            double[] nominal,
            Map<String, int[]> members,
            WeightSpace space) {
        List<WeightSpace.Constraint> needed = new ArrayList<>(space.constraints());
        for (int i = needed.size() - 1; i >= 0; i--) {
            WeightSpace.Constraint dropped = needed.remove(i);
            if (make(result, parent, codes, nominal, members, space, needed).isFeasible()) {
                needed.add(i, dropped);
            }
        }
        return needed;
    }

    private static Component parent(IndexResult result, WeightSpace space) {
        Component index = result.definition().index();
        String code = space.component().orElse(index.code());
        return index.components()
                .filter(component -> component.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown component '" + code + "'"
                        + Suggestion.nearest(
                                code, index.components().map(Component::code).toList())));
    }

    private static boolean isMeasured(IndexResult result, String code) {
        return result.isMeasured(code);
    }

    /** The columns at or below each node that a constraint may name, in the order of the tree. */
    private static Map<String, int[]> members(Component parent, List<String> codes, boolean deep) {
        Map<String, int[]> members = new LinkedHashMap<>();
        for (IndexNode child : parent.children()) {
            if (deep && child instanceof Component inner) {
                members.put(
                        child.code(),
                        inner.metrics()
                                .mapToInt(metric -> codes.indexOf(metric.code()))
                                .filter(column -> column >= 0)
                                .toArray());
                members.putAll(members(inner, codes, true));
            } else {
                int column = codes.indexOf(child.code());
                members.put(child.code(), column < 0 ? new int[0] : new int[] {column});
            }
        }
        return members;
    }

    private static WeightPolytope make(
            IndexResult result,
            Component parent,
            List<String> codes,
            double[] nominal,
            Map<String, int[]> members,
            WeightSpace space,
            List<WeightSpace.Constraint> constraints) {
        Rows rows = new Rows();
        double onlyBand = constraints.isEmpty() ? Double.POSITIVE_INFINITY : Double.NaN;
        int factorsInAll = constraints.size() * (int) parent.components().count();
        for (WeightSpace.Constraint constraint : constraints) {
            if (constraint instanceof WeightSpace.AtLeast least) {
                plain(rows, share(members, least.code(), codes.size(), least.share(), 1));
            } else if (constraint instanceof WeightSpace.AtMost most) {
                plain(rows, share(members, most.code(), codes.size(), most.share(), -1));
            } else if (constraint instanceof WeightSpace.Ordered ordered) {
                for (int i = 0; i + 1 < ordered.codes().size(); i++) {
                    double[] row = new double[codes.size()];
                    add(row, members, ordered.codes().get(i), 1);
                    add(row, members, ordered.codes().get(i + 1), -1);
                    plain(rows, row);
                }
            } else if (constraint instanceof WeightSpace.Linear linear) {
                double[] row = new double[codes.size()];
                linear.coefficients().forEach((code, coefficient) -> add(row, members, code, coefficient));
                plain(rows, row);
            } else if (constraint instanceof WeightSpace.Band band) {
                Weights weights = result.weights();
                if (space.scope() == WeightSpace.Scope.METRICS) {
                    parent.components()
                            .forEach(component -> band(
                                    rows, component, members, weights, codes.size(), factorsInAll, band.relative()));
                } else {
                    band(rows, parent, members, weights, codes.size(), factorsInAll, band.relative());
                    onlyBand = constraints.size() == 1 ? band.relative() : Double.NaN;
                }
            }
        }
        return new WeightPolytope(codes, nominal, rows, onlyBand);
    }

    private static int[] find(Map<String, int[]> members, String code) {
        int[] found = members.get(code);
        if (found == null) {
            throw new IllegalArgumentException("a constraint on weights names '" + code + "', which is none of "
                    + members.keySet() + Suggestion.nearest(code, members.keySet()));
        }
        if (found.length == 0) {
            throw new IllegalArgumentException(
                    "a constraint on weights names '" + code + "', which is declared and not measured");
        }
        return found;
    }

    private static void add(double[] row, Map<String, int[]> members, String code, double coefficient) {
        for (int column : find(members, code)) {
            row[column] += coefficient;
        }
    }

    /** {@code sign * (w(code) - share * sum w)}. */
    private static double[] share(Map<String, int[]> members, String code, int columns, double share, int sign) {
        double[] row = new double[columns];
        Arrays.fill(row, -share * sign);
        for (int column : find(members, code)) {
            row[column] = sign * (1 - share);
        }
        return row;
    }

    private static void plain(Rows rows, double[] row) {
        rows.plain.add(row);
        rows.programme.add(Arrays.stream(row).map(c -> 0.0 - c).toArray());
    }

    private static void band(
            Rows rows,
            Component parent,
            Map<String, int[]> members,
            Weights weights,
            int columns,
            int factorsInAll,
            double relative) {
        List<Factored> factored = new ArrayList<>();
        List<IndexNode> children = parent.children().stream()
                .filter(child -> members.getOrDefault(child.code(), new int[0]).length > 0)
                .toList();
        int factor = rows.factors++;
        for (IndexNode child : children) {
            int[] columnsOf = find(members, child.code());
            double nominal = weights.local(child.code());
            if (nominal == 0) {
                double[] row = new double[columns];
                add(row, members, child.code(), -1);
                plain(rows, row);
                continue;
            }
            rows.greatestFactor = Math.max(rows.greatestFactor, 1 / nominal);
            factored.add(new Factored(columnsOf, nominal * (1 + relative), factor, 1));
            factored.add(new Factored(columnsOf, nominal * (1 - relative), factor, -1));
            for (IndexNode other : children) {
                double nominalOfOther = weights.local(other.code());
                if (!other.code().equals(child.code()) && nominalOfOther > 0) {
                    double[] row = new double[columns];
                    add(row, members, child.code(), (1 + relative) * nominalOfOther);
                    add(row, members, other.code(), -(1 - relative) * nominal);
                    rows.plain.add(row);
                }
            }
        }
        for (Factored bound : factored) {
            double[] row = new double[columns + factorsInAll];
            for (int column : bound.members()) {
                row[column] = bound.sign();
            }
            row[columns + bound.factor()] = -bound.sign() * bound.share();
            rows.programme.add(row);
        }
    }

    // ---- what it is made of

    List<String> codes() {
        return codes;
    }

    double[] nominal() {
        return nominal;
    }

    /** Rows c of {@code c w >= 0}, over the weights alone; not to be changed. */
    double[][] rows() {
        return rows;
    }

    /** Rows of at most 0 for programmes, over weights and factors; not to be changed. */
    double[][] programme() {
        return programme;
    }

    /** How many variables the rows for programmes have beside the weights. */
    int factors() {
        return factors;
    }

    /** Multiplications of all programmes so far, but for small ones. */
    long work() {
        return work;
    }

    /** Counts multiplications of a programme elsewhere. */
    void worked(long multiplications) {
        work += multiplications;
    }

    /** Whether weights that sum to 1 meet all constraints, but for rounding. */
    boolean admits(double[] weights) {
        for (double[] row : rows) {
            double size = 0;
            double greatest = 0;
            for (int j = 0; j < row.length; j++) {
                size += Math.abs(row[j] * weights[j]);
                greatest = Math.max(greatest, Math.abs(row[j]));
            }
            // a weight near 0 has the rounding of those near 1 that it was found with
            if (dot(row, weights) < -1e-12 * size - 1e-14 * greatest) {
                return false;
            }
        }
        return true;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    Map<String, Double> named(double[] weights) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int j = 0; j < weights.length; j++) {
            named.put(codes.get(j), weights[j]);
        }
        return named;
    }

    // ---- programmes

    private boolean isFeasible() {
        Answer answer = base().maximise(new double[codes.size() + factors]);
        return answer.status() == Status.OPTIMAL;
    }

    private LinearProgram base() {
        LinearProgram known = base;
        if (known == null) {
            known = new LinearProgram(baseRows(0, 0), baseBounds(0));
            base = known;
        }
        return known;
    }

    /** The sum of the weights from above and below, then the constraints, then room for more rows. */
    private double[][] baseRows(int moreRows, int moreColumns) {
        int m = codes.size();
        double[][] a = new double[2 + programme.length + moreRows][m + factors + moreColumns];
        Arrays.fill(a[0], 0, m, 1);
        Arrays.fill(a[1], 0, m, -1);
        for (int k = 0; k < programme.length; k++) {
            System.arraycopy(programme[k], 0, a[2 + k], 0, m + factors);
        }
        return a;
    }

    private double[] baseBounds(int moreRows) {
        double[] b = new double[2 + programme.length + moreRows];
        b[0] = 1;
        b[1] = -1;
        return b;
    }

    /**
     * At least {@code sum_k duals_k row_k} is taken from {@code f}, and the greatest rest bounds f over all weights.
     *
     * @param from where the duals of the constraints begin
     */
    double boundOf(double[] f, double[] duals, int from, double scale) {
        int m = codes.size();
        double greatest = Double.NEGATIVE_INFINITY;
        double excess = 0;
        for (int j = 0; j < m + factors; j++) {
            double rest = j < m ? f[j] : 0;
            for (int k = 0; k < programme.length; k++) {
                rest -= duals[from + k] * scale * programme[k][j];
            }
            if (j < m) {
                greatest = Math.max(greatest, rest);
            } else {
                excess += Math.max(rest, 0);
            }
        }
        return greatest + excess * greatestFactor;
    }

    /** Where {@code d w} is least. */
    Least least(double[] d) {
        int m = codes.size();
        double[] negated = new double[m];
        double[] c = new double[m + factors];
        for (int j = 0; j < m; j++) {
            negated[j] = -d[j];
            c[j] = -d[j];
        }
        if (programme.length == 0) {
            int at = 0;
            for (int j = 1; j < m; j++) {
                at = d[j] < d[at] ? j : at;
            }
            double[] corner = new double[m];
            corner[at] = 1;
            return new Least(corner, d[at]);
        }
        int before = base().steps();
        Answer answer = base().maximise(c);
        work += (long) (base().steps() - before) * (2 + programme.length) * c.length;
        if (answer.status() != Status.OPTIMAL) {
            throw new IllegalStateException("rounding kept a linear programme over " + m + " weights from an answer");
        }
        return new Least(shares(answer.x()), -boundOf(negated, answer.duals(), 2, 1));
    }

    /**
     * Whether {@code d w > least} for all weights, decided without a programme where there is no constraint but one band:
     * the least value over the box has a closed form.
     *
     * @return 1 if so, -1 if not, 0 if this has no closed form
     */
    int exceedsEverywhere(double[] d, double least) {
        if (Double.isNaN(onlyBand)) {
            return 0;
        }
        double sum = Double.isInfinite(onlyBand) ? Double.POSITIVE_INFINITY : 0;
        for (int j = 0; j < d.length; j++) {
            double rest = d[j] - least;
            sum = Double.isInfinite(onlyBand)
                    ? Math.min(sum, rest)
                    : sum + nominal[j] * (rest - onlyBand * Math.abs(rest));
        }
        return sum > 0 ? 1 : -1;
    }

    /** The weights where the least of {@code d_b w} over some rows b is greatest; every entry of d in [-1, 1]. */
    Margin widest(double[][] d, int[] chosen) {
        int m = codes.size();
        int columns = m + factors + 1;
        double[][] a = baseRows(chosen.length + 1, 1);
        double[] b = baseBounds(chosen.length + 1);
        int at = 2 + programme.length;
        for (int i = 0; i < chosen.length; i++) {
            for (int j = 0; j < m; j++) {
                a[at + i][j] = -d[chosen[i]][j];
            }
            a[at + i][columns - 1] = 1; // the value plus 1, so that it is not negative
            b[at + i] = 1;
        }
        a[at + chosen.length][columns - 1] = 1;
        b[at + chosen.length] = 2;
        double[] c = new double[columns];
        c[columns - 1] = 1;
        LinearProgram program = new LinearProgram(a, b);
        Answer answer = program.maximise(c);
        work += (long) (program.steps() + 10) * a.length * columns;
        if (answer.status() != Status.OPTIMAL) {
            return new Margin(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, null, new int[0]);
        }
        double[] weights = shares(answer.x());
        double low = 1;
        for (int row : chosen) {
            low = Math.min(low, dot(d[row], weights));
        }
        double[] duals = answer.duals();
        double greatest = 0;
        for (int i = 0; i < chosen.length; i++) {
            greatest = Math.max(greatest, duals[at + i]);
        }
        double[] mean = new double[m];
        double sum = 0;
        int count = 0;
        int[] conflict = new int[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            if (duals[at + i] > 1e-9 * greatest) {
                conflict[count++] = chosen[i];
                sum += duals[at + i];
                for (int j = 0; j < m; j++) {
                    mean[j] += duals[at + i] * d[chosen[i]][j];
                }
            }
        }
        double high = 1;
        if (sum > 0) {
            for (int j = 0; j < m; j++) {
                mean[j] /= sum;
            }
            high = Math.min(1, boundOf(mean, duals, 2, 1 / sum));
        }
        return new Margin(low, high, weights, Arrays.copyOf(conflict, count));
    }

    private double[] shares(double[] x) {
        double[] weights = Arrays.copyOf(x, codes.size());
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int j = 0; j < weights.length; j++) {
            weights[j] /= sum;
        }
        return weights;
    }

    /**
     * The admissible weights nearest to the nominal ones, by the sum of absolute changes, where {@code d w >= lead}.
     *
     * @return the weights, or why there are none
     */
    Found nearest(double[] d, double lead) {
        int m = codes.size();
        // more and less of each weight, then the factors
        double[][] a = new double[programme.length + m + 3][2 * m + factors];
        double[] b = new double[a.length];
        for (int k = 0; k < programme.length; k++) {
            for (int j = 0; j < m; j++) {
                a[k][j] = programme[k][j];
                a[k][m + j] = -programme[k][j];
                b[k] -= programme[k][j] * nominal[j];
            }
            System.arraycopy(programme[k], m, a[k], 2 * m, factors);
        }
        int at = programme.length;
        for (int j = 0; j < m; j++) {
            a[at + j][m + j] = 1;
            b[at + j] = nominal[j];
            a[at + m][j] = 1;
            a[at + m][m + j] = -1;
            a[at + m + 1][j] = -1;
            a[at + m + 1][m + j] = 1;
            a[at + m + 2][j] = -d[j];
            a[at + m + 2][m + j] = d[j];
        }
        b[at + m + 2] = dot(d, nominal) - lead;
        double[] c = new double[2 * m + factors];
        Arrays.fill(c, 0, 2 * m, -1);
        Answer answer = new LinearProgram(a, b).maximise(c);
        if (answer.status() != Status.OPTIMAL) {
            return new Found(answer.status(), new double[0], Double.NaN);
        }
        double[] weights = new double[m];
        double change = 0;
        for (int j = 0; j < m; j++) {
            weights[j] = Math.max(0, nominal[j] + answer.x()[j] - answer.x()[m + j]);
        }
        weights = shares(weights);
        for (int j = 0; j < m; j++) {
            change += Math.abs(weights[j] - nominal[j]);
        }
        return new Found(Status.OPTIMAL, weights, change);
    }

    /** Weights and the size of the change that makes them, or how the programme ended without any. */
    @SuppressWarnings("ArrayRecordComponent") // internal, never compared
    record Found(Status status, double[] weights, double size) {}

    /**
     * The smallest band around the nominal weights that has admissible weights where {@code d w >= lead}.
     *
     * @return the weights and the width of the band, or why there are none; infeasible if no band below 1 has any
     */
    Found narrowest(double[] d, double lead) {
        int m = codes.size();
        double[][] a = new double[programme.length + 2 * m + 1][m + factors + 1];
        double[] b = new double[a.length];
        int width = m + factors;
        for (int k = 0; k < programme.length; k++) {
            System.arraycopy(programme[k], 0, a[k], 0, m + factors);
        }
        int at = programme.length;
        for (int j = 0; j < m; j++) {
            a[at + 2 * j][j] = 1;
            a[at + 2 * j][width] = -nominal[j];
            b[at + 2 * j] = nominal[j];
            a[at + 2 * j + 1][j] = -1;
            a[at + 2 * j + 1][width] = -nominal[j];
            b[at + 2 * j + 1] = -nominal[j];
            a[at + 2 * m][j] = lead - d[j];
        }
        double[] c = new double[width + 1];
        c[width] = -1;
        Answer answer = new LinearProgram(a, b).maximise(c);
        if (answer.status() != Status.OPTIMAL) {
            return new Found(answer.status(), new double[0], Double.NaN);
        } else if (answer.x()[width] > 1 - WHOLE_BAND) {
            return new Found(Status.INFEASIBLE, new double[0], Double.NaN);
        }
        return new Found(Status.OPTIMAL, shares(Arrays.copyOf(answer.x(), m)), answer.x()[width]);
    }
}
