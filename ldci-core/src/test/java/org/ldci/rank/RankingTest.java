package org.ldci.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ldci.model.Geography;
import org.ldci.model.Region;

class RankingTest {
    private static final double NA = Double.NaN;

    private static Geography regions(int n) {
        return Geography.of(
                IntStream.range(0, n).mapToObj(i -> Region.of("r" + i)).toList());
    }

    private static Ranking ranking(TiesStrategy ties, double... scores) {
        return Ranking.of("index", regions(scores.length), scores, ties);
    }

    @ParameterizedTest
    @CsvSource({"MIN, 1, 2, 2, 4", "MAX, 1, 3, 3, 4", "AVERAGE, 1, 2.5, 2.5, 4", "DENSE, 1, 2, 2, 3"})
    void tiesAreAsTheirDocumentationSays(TiesStrategy ties, double a, double b, double c, double d) {
        assertThat(Ranking.ranks(new double[] {9, 7, 7, 5}, ties)).containsExactly(a, b, c, d);
    }

    @ParameterizedTest
    @EnumSource(TiesStrategy.class)
    void withoutTiesAllRulesAgreeAndUnrankedTakeNoRank(TiesStrategy ties) {
        assertThat(Ranking.ranks(new double[] {1, NA, 3, -2, NA, 2}, ties)).containsExactly(3, NA, 1, 4, NA, 2);
    }

    @Test
    void scoresThatDifferInTheLastBitAreNoTie() {
        assertThat(Ranking.ranks(new double[] {1, Math.nextUp(1.0), 1}, TiesStrategy.MIN))
                .containsExactly(2, 1, 2);
        assertThat(Ranking.ranks(new double[] {0.0, -0.0}, TiesStrategy.MIN)).containsExactly(1, 1);
    }

    @Test
    void theBestComesFirstEqualOnesInTheOrderOfTheInputUnrankedLast() {
        Ranking ranking = ranking(TiesStrategy.MIN, 5, NA, 7, 9, 7, NA);

        assertThat(ranking.regions()).extracting(Region::code).containsExactly("r3", "r2", "r4", "r0", "r1", "r5");
        assertThat(ranking.ranked()).isEqualTo(4);
        assertThat(ranking.rank("r4")).isEqualTo(2);
        assertThat(ranking.score("r4")).isEqualTo(7);
        assertThat(ranking.rank("r5")).isNaN();
        assertThat(ranking.ranks()).containsExactly(4, NA, 2, 1, 2, NA);
    }

    @Test
    void nobodyCanChangeItAfterwards() {
        double[] scores = {1, 2};
        Ranking ranking = ranking(TiesStrategy.MIN, scores);
        scores[0] = 99;
        ranking.ranks()[0] = 99;

        assertThat(ranking.score("r0")).isEqualTo(1);
        assertThat(ranking.rank("r0")).isEqualTo(2);
    }

    @Test
    void needsOneScoreARegion() {
        assertThatThrownBy(() -> Ranking.of("index", regions(2), new double[3], TiesStrategy.MIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("3 scores for 2 regions");
    }

    @Test
    void readsAsATable() {
        assertThat(ranking(TiesStrategy.AVERAGE, 5, NA, 7, 7)).hasToString("""
                        index: 3 regions ranked
                        code  region  rank  score
                        r2    r2       1.5   7.00
                        r3    r3       1.5   7.00
                        r0    r0         3   5.00
                        r1    r1         -      -""");
    }

    @Test
    void staysBelowAThousandCharactersWithManyRegions() {
        Ranking ranking = Ranking.of(
                "t".repeat(3000),
                Geography.of(IntStream.range(0, 400)
                        .mapToObj(i -> Region.of("code-" + i + "x".repeat(50), "name ".repeat(30)))
                        .toList()),
                new double[400],
                TiesStrategy.MIN);

        assertThat(ranking.toString()).hasSizeLessThan(1000);
        assertThat(ranking(TiesStrategy.MIN, new double[30])).asString().contains("... 20 more rows; print() for all");
    }

    @Test
    void theRankedAndTheUnrankedAreAllRegions() {
        List<Region> all = ranking(TiesStrategy.DENSE, NA, NA).regions();

        assertThat(all).hasSize(2);
        assertThat(ranking(TiesStrategy.DENSE, NA, NA).ranked()).isZero();
    }
}
