package org.ldci.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ldci.rank.Ranking;
import org.ldci.rank.TiesStrategy;

class LaneRankingProperties {
    @Property(tries = 200)
    void ranks_are_competition_ranks_and_pairs_are_counted(
            @ForAll @IntRange(min = 1, max = 140) int regions, @ForAll boolean tall, @ForAll long seed) {
        Random random = new Random(seed);
        Block block = new Block(16, regions, 0, tall);
        block.lanes = 1 + random.nextInt(16);
        double bound = 0;
        double size = Math.scalb(1.0, random.nextInt(1200) - 600);
        for (int lane = 0; lane < block.lanes; lane++) {
            double[] scores = new double[regions];
            for (int i = 0; i < regions; i++) {
                // many ties, both signs, some that differ in the last bit, some missing
                double score = random.nextInt(8) == 0 ? Double.NaN : (random.nextInt(9) - 4) * size;
                scores[i] = random.nextInt(3) == 0 && score != 0
                        ? Math.nextUp(score)
                        : random.nextInt(3) == 0 ? 0.0 * score : score;
                bound = Double.isNaN(score) ? bound : Math.max(bound, Math.abs(scores[i]));
            }
            block.setScores(lane, scores);
        }
        LaneRanking ranking = new LaneRanking(block, true);
        ranking.rank(bound);
        Tally tally = new Tally(new double[regions], new int[regions], true, 0);
        ranking.addPairs(tally);
        long[] behind = new long[regions * regions];
        for (int lane = 0; lane < block.lanes; lane++) {
            double[] scores = new double[regions];
            for (int i = 0; i < regions; i++) {
                scores[i] = block.score(i, lane);
            }
            double[] expected = Ranking.ranks(scores, TiesStrategy.MIN);
            for (int i = 0; i < regions; i++) {
                assertThat(block.rank(i, lane)).isEqualTo(Double.isNaN(expected[i]) ? 0 : (int) expected[i]);
                for (int j = 0; j < regions; j++) {
                    behind[i * regions + j] += scores[i] < scores[j] ? 1 : 0;
                }
            }
        }
        for (int i = 1, pair = 0; i < regions; i++) {
            for (int j = 0; j < i; j++, pair++) {
                assertThat(tally.pairs[2 * pair]).isEqualTo(behind[i * regions + j]);
                assertThat(tally.pairs[2 * pair + 1]).isEqualTo(behind[j * regions + i]);
            }
        }
    }
}
