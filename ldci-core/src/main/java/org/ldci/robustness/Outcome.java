package org.ldci.robustness;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ldci.internal.multivariate.Association;
import org.ldci.rank.Ranking;
import org.ldci.rank.TiesStrategy;

/** What one scenario gave, in the order of the regions of the table. Immutable. */
final class Outcome {
    final String name;
    /** NaN where there is none. */
    final double[] scores;
    /** Among the regions that this scenario scored. */
    final double[] ranks;
    /** Nominal rank minus rank here. */
    final double[] differences;

    final RankShift shift;
    final List<UnscoredRegion> unscored;
    /** Why it could not be scored; null if it could. */
    final @Nullable String failure;

    private Outcome(
            String name,
            double[] scores,
            double[] ranks,
            double[] differences,
            RankShift shift,
            List<UnscoredRegion> unscored,
            @Nullable String failure) {
        this.name = name;
        this.scores = scores;
        this.ranks = ranks;
        this.differences = differences;
        this.shift = shift;
        this.unscored = unscored;
        this.failure = failure;
    }

    static Outcome failed(String name, int regions, String failure) {
        double[] none = new double[regions];
        Arrays.fill(none, Double.NaN);
        RankShift shift = new RankShift(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        return new Outcome(name, none, none, none, shift, List.of(), failure);
    }

    static Outcome of(
            String name,
            double[] nominal,
            TiesStrategy nominalTies,
            double[] scores,
            TiesStrategy ties,
            RankBasis basis,
            List<UnscoredRegion> unscored) {
        double[] ranks = Ranking.ranks(scores, ties);
        double[] before = Ranking.ranks(basis == RankBasis.OWN ? nominal : where(nominal, scores), nominalTies);
        double[] after = basis == RankBasis.OWN ? ranks : Ranking.ranks(where(scores, nominal), ties);
        double[] differences = new double[scores.length];
        int count = 0;
        double sum = 0;
        double maximum = Double.NaN;
        for (int i = 0; i < differences.length; i++) {
            differences[i] = before[i] - after[i];
            if (!Double.isNaN(differences[i])) {
                double distance = Math.abs(differences[i]);
                count++;
                sum += distance; // halves at the finest, so the sum is exact
                maximum = distance <= maximum ? maximum : distance;
            }
        }
        RankShift shift = new RankShift(
                count,
                count == 0 ? Double.NaN : sum / count,
                maximum,
                Association.of(nominal, scores, Association.Kind.SPEARMAN),
                Association.of(nominal, scores, Association.Kind.KENDALL));
        return new Outcome(name, scores, ranks, differences, shift, unscored, null);
    }

    /** The scores of regions that have another one as well. */
    private static double[] where(double[] scores, double[] others) {
        double[] both = scores.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] = Double.isNaN(others[i]) ? Double.NaN : both[i];
        }
        return both;
    }

    /** How many regions move by more than some ranks. */
    int movedMoreThan(double ranks) {
        int count = 0;
        for (double difference : differences) {
            count += Math.abs(difference) > ranks ? 1 : 0;
        }
        return count;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Outcome that
                && name.equals(that.name)
                && Arrays.equals(scores, that.scores)
                && Arrays.equals(ranks, that.ranks)
                && Arrays.equals(differences, that.differences)
                && shift.equals(that.shift)
                && unscored.equals(that.unscored)
                && Objects.equals(failure, that.failure);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, Arrays.hashCode(scores));
    }
}
