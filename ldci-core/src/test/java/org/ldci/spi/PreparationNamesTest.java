package org.ldci.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ldci.normalise.Normaliser;
import org.ldci.normalise.Normalisers;
import org.ldci.normalise.Reference;
import org.ldci.prepare.Denomination;
import org.ldci.prepare.Denominations;
import org.ldci.prepare.Imputation;
import org.ldci.prepare.Imputations;
import org.ldci.prepare.PanelImputation;
import org.ldci.prepare.PanelImputations;
import org.ldci.prepare.Screening;
import org.ldci.prepare.Screenings;
import org.ldci.prepare.Treatment;
import org.ldci.prepare.Treatments;

/** What is made by a factory in Java has the same name in files. */
class PreparationNamesTest {
    static Stream<Arguments> factories() {
        return Stream.of(
                Arguments.of(Denomination.class, Denominations.class),
                Arguments.of(Screening.class, Screenings.class),
                Arguments.of(PanelImputation.class, PanelImputations.class),
                Arguments.of(Imputation.class, Imputations.class),
                Arguments.of(Treatment.class, Treatments.class),
                Arguments.of(Normaliser.class, Normalisers.class));
    }

    private static Set<String> factoryNames(Class<?> kind, Class<?> factories) {
        return Arrays.stream(factories.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()) && method.getReturnType() == kind)
                .map(Method::getName)
                .collect(Collectors.toSet());
    }

    private static <S> Set<String> fileNames(Class<S> kind) {
        return Strategies.standard().ofKind(kind).stream()
                .map(StrategyProvider::name)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("factories")
    void everyFactoryIsANameAndEveryNameAFactory(Class<?> kind, Class<?> factories) {
        assertThat(fileNames(kind)).isEqualTo(factoryNames(kind, factories));
    }

    /** Factories without parameters and the names they make, which a file then says. */
    @ParameterizedTest
    @MethodSource("factories")
    void whatAFactoryMakesIsWrittenByItsName(Class<?> kind, Class<?> factories) throws ReflectiveOperationException {
        for (Method method : factories.getMethods()) {
            if (method.getReturnType() == kind && method.getParameterCount() == 0) {
                written(kind, method.getName(), method.invoke(null));
            }
        }
    }

    private static <S> void written(Class<S> kind, String name, Object strategy) {
        S one = kind.cast(strategy);
        assertThat(Strategies.standard().providerOf(kind, one).orElseThrow().name())
                .isEqualTo(name);
        assertThat(FileNames.readBack(kind, one)).isEqualTo(one);
    }

    @Test
    void otherParametersOfANamedCaseAreWrittenByTheGeneralName() {
        assertThat(Strategies.standard().describe(Treatment.class, Treatments.log1p()))
                .isEqualTo("log1p");
        assertThat(Strategies.standard().describe(Treatment.class, Treatments.log()))
                .isEqualTo("log{shift=0.0}");
        assertThat(Strategies.standard().describe(Imputation.class, Imputations.nearestRegions(3)))
                .isEqualTo("nearestRegions{k=3, within=index, grouping=}");
        assertThat(Strategies.standard().describe(Normaliser.class, Normalisers.ratioToReference(Reference.WORST)))
                .isEqualTo("ratioToReference{reference=worst, region=, factor=1.0}");
        assertThat(Strategies.standard().describe(PanelImputation.class, PanelImputations.carryForward(2)))
                .isEqualTo("carryForward{most=2}");
        assertThat(Strategies.standard().describe(Screening.class, Screenings.rules(0.5, List.of("a"), List.of("b"))))
                .isEqualTo("rules{minimum=0.5, minimumPerComponent=0.0, minimumNonZero=0.0, keep=[a], leaveOut=[b]}");
    }
}
