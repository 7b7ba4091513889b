package org.ldci.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ldci.aggregate.Aggregators;
import org.ldci.data.DataException;
import org.ldci.data.Dataset;
import org.ldci.definition.IndexDefinition;
import org.ldci.engine.CompositeIndex;
import org.ldci.engine.RandomIndex;
import org.ldci.model.Component;
import org.ldci.model.IndexNode;
import org.ldci.normalise.Normalisers;
import org.ldci.prepare.Imputations;

/** What must hold for scenarios of every index over every data. */
class ScenariosProperties {
    @Provide
    Arbitrary<RandomIndex> indices() {
        return RandomIndex.any();
    }

    private static Scenarios scenarios(RandomIndex index, List<Integer> order) {
        Scenarios all = Scenarios.of(index.definition()).failures(FailurePolicy.EXCLUDE);
        for (int i : order) {
            all = switch (i) {
                case 0 -> all.add("z-score", d -> d.with(m -> m.normalise(Normalisers.zScore())));
                case 1 -> all.add("geometric", d -> d.with(m -> m.aggregate(Aggregators.geometricMean())));
                case 2 -> all.add("median", d -> d.with(m -> m.impute(Imputations.median())));
                case 3 ->
                    all.addData("fewer", data -> data.onlyRegions(r -> !r.code().equals("r2")));
                default -> all.add("again", d -> d);
            };
        }
        return all;
    }

    @Property(tries = 100)
    void the_order_of_scenarios_changes_nothing(@ForAll("indices") RandomIndex index, @ForAll Random random) {
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4));
        ScenarioTable one = scenarios(index, order).run(index.data());
        Collections.shuffle(order, random);
        ScenarioTable two = scenarios(index, order).run(index.data());

        for (String name : one.scenarios()) {
            assertThat(two.scores(name)).as(name).containsExactly(one.scores(name));
            assertThat(two.rankDifferences(name)).as(name).containsExactly(one.rankDifferences(name));
            assertThat(two.shift(name)).as(name).isEqualTo(one.shift(name));
            assertThat(two.unscored(name)).as(name).isEqualTo(one.unscored(name));
            assertThat(two.failure(name)).as(name).isEqualTo(one.failure(name));
        }
    }

    @Property(tries = 100)
    void the_nominal_index_again_moves_nothing(@ForAll("indices") RandomIndex index) {
        for (RankBasis basis : RankBasis.values()) {
            ScenarioTable table = scenarios(index, List.of(4)).basis(basis).run(index.data());

            assertThat(table.scores("again")).containsExactly(table.scores(Scenarios.NOMINAL));
            assertThat(table.movedMoreThan("again", 0)).isZero();
            assertThat(table.shift("again")).isEqualTo(table.shift(Scenarios.NOMINAL));
            assertThat(table.shift("again").maximum()).isIn(0.0, Double.NaN);
        }
    }

    @Property(tries = 100)
    void shifts_lie_within_the_number_of_regions_and_agree_with_one_another(@ForAll("indices") RandomIndex index) {
        ScenarioTable table = scenarios(index, List.of(0, 1, 2, 3)).run(index.data());
        int regions = table.regions().size();
        for (String name : table.scenarios()) {
            RankShift shift = table.shift(name);
            if (shift.regions() > 0) {
                assertThat(shift.maximum()).isBetween(0.0, regions - 1.0);
                assertThat(shift.meanAbsolute()).isBetween(0.0, shift.maximum());
                assertThat(table.movedMoreThan(name, shift.maximum())).isZero();
                assertThat(table.shareMovedMoreThan(name, -1)).isEqualTo(1);
            }
            if (table.failure(name).isEmpty()) {
                int scored = 0;
                for (double score : table.scores(name)) {
                    scored += Double.isNaN(score) ? 0 : 1;
                }
                assertThat(table.unscored(name)).hasSize(regions - scored);
            }
        }
    }

    /** The first child of a component with several, if there is one. */
    private static String oneOfSeveral(IndexDefinition definition) {
        return definition
                .index()
                .components()
                .filter(component -> component.children().size() > 1)
                .findFirst()
                .map(Component::children)
                .map(children -> children.get(0))
                .map(IndexNode::code)
                .orElse("");
    }

    private static boolean canBeScored(IndexDefinition definition, Dataset data) {
        try {
            CompositeIndex.of(definition).score(data);
            return true;
        } catch (DataException e) {
            return false; // a region that has nothing but what has no weight
        }
    }

    @Property(tries = 100)
    void leaving_out_what_has_no_weight_moves_nothing(@ForAll("indices") RandomIndex index) {
        String code = oneOfSeveral(index.definition());
        Assume.that(!code.isEmpty());
        IndexDefinition without = index.definition().withWeight(code, 0);
        Assume.that(canBeScored(without, index.data()));
        Dataset data = index.data();
        InfluenceTable table = LeaveOneOut.metrics(without)
                .by(LeavingOut.WEIGHT_ZERO)
                .failures(FailurePolicy.EXCLUDE)
                .run(data);
        InfluenceTable components = LeaveOneOut.components(without)
                .by(LeavingOut.WEIGHT_ZERO)
                .failures(FailurePolicy.EXCLUDE)
                .run(data);
        InfluenceTable both = table.elements().contains(code) ? table : components;

        assertThat(both.scores(code)).containsExactly(both.scenarios().scores(Scenarios.NOMINAL));
        assertThat(both.shift(code).maximum()).isIn(0.0, Double.NaN);
    }
}
