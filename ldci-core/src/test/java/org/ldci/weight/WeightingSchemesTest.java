package org.ldci.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WeightingSchemesTest {
    /** What every weighting scheme promises. */
    abstract static class Contract {
        static final WeightingGroup GROUP =
                new WeightingGroup("c", List.of("a", "b", "d"), List.of(2.0, 0.0, 1.0), List.of(1, 4, 2), List.of());

        abstract WeightingScheme scheme();

        @Test
        void givesOneWeightAChildFiniteNotNegativeAndNotAllZero() {
            double[] weights = scheme().weigh(GROUP);

            assertThat(weights).hasSize(3);
            double sum = 0;
            for (double weight : weights) {
                assertThat(weight).isFinite().isNotNegative();
                sum += weight;
            }
            assertThat(sum).isPositive();
        }

        @Test
        void isComparedByValueAndRepeatable() {
            assertThat(scheme()).isEqualTo(scheme()).hasSameHashCodeAs(scheme());
            assertThat(scheme().weigh(GROUP)).isEqualTo(scheme().weigh(GROUP));
        }
    }

    @Nested
    class GivenTest extends Contract {
        @Override
        WeightingScheme scheme() {
            return WeightingSchemes.given();
        }

        @Test
        void areThoseOfTheDefinition() {
            assertThat(scheme().weigh(GROUP)).containsExactly(2, 0, 1);
        }
    }

    @Nested
    class EqualTest extends Contract {
        @Override
        WeightingScheme scheme() {
            return WeightingSchemes.equal();
        }

        @Test
        void areEqualAmongSiblings() {
            assertThat(scheme().weigh(GROUP)).containsExactly(1, 1, 1);
        }
    }

    @Nested
    class EqualMetricsTest extends Contract {
        @Override
        WeightingScheme scheme() {
            return WeightingSchemes.equalMetrics();
        }

        @Test
        void areInProportionToTheMetricsBelow() {
            assertThat(scheme().weigh(GROUP)).containsExactly(1, 4, 2);
        }
    }

    @Test
    void weightsAreLookedUpByCodeInTheOrderOfTheTree() {
        Map<String, Double> local = new LinkedHashMap<>();
        local.put("z", 1.0);
        local.put("a", 0.25);
        Weights weights = Weights.of(local, local);
        local.put("a", 9.0);

        assertThat(weights.codes()).containsExactly("z", "a");
        assertThat(weights.local("a")).isEqualTo(0.25);
        assertThat(weights.global("z")).isEqualTo(1);
        assertThatThrownBy(() -> weights.local("nope"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown node 'nope'");
        assertThat(weights).hasToString("""
                        Weights: 2 nodes
                        node   local  global
                        z     1.0000  1.0000
                        a     0.2500  0.2500""");
    }
}
