package org.ldci.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ldci.definition.IndexDefinition;
import org.ldci.model.Component;
import org.ldci.robustness.Alternative;
import org.ldci.robustness.Choice;
import org.ldci.robustness.Factor;
import org.ldci.robustness.RobustnessStudy;
import org.ldci.robustness.WeightVariation;

/** What does not fit between a study and an index, as far as it is seen without data. */
final class StudyProblems {
    private StudyProblems() {}

    /** Ends in the way of a run that is refused. */
    static void refuse(IndexDefinition index, RobustnessStudy study) {
        List<String> problems = new ArrayList<>();
        for (Factor factor : study.factors()) {
            if (factor instanceof Choice choice) {
                find(index, choice, problems);
            } else if (factor instanceof WeightVariation variation) {
                find(index, variation, problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("study of index '" + index.code() + "': "
                    + (problems.size() == 1
                            ? problems.get(0)
                            : problems.size() + " problems:"
                                    + IntStream.range(0, problems.size())
                                            .mapToObj(i -> "\n " + (i + 1) + ". " + problems.get(i))
                                            .collect(Collectors.joining())));
        }
    }

    private static void find(IndexDefinition index, Choice choice, List<String> problems) {
        for (Alternative alternative : choice.alternatives()) {
            try {
                alternative.change().apply(index);
            } catch (IllegalArgumentException e) {
                problems.add(
                        "factor '" + choice.code() + "', alternative '" + alternative.label() + "': " + e.getMessage());
            }
        }
    }

    private static void find(IndexDefinition index, WeightVariation variation, List<String> problems) {
        List<String> known = index.index().components().map(Component::code).toList();
        for (String code : variation.components()) {
            if (!known.contains(code)) {
                problems.add("factor '" + variation.code() + "': the index has no component '" + code + "'");
            }
        }
        List<Integer> levels = variation.levels();
        if (!levels.isEmpty() && levels.stream().noneMatch(level -> reaches(index.index(), level))) {
            problems.add("factor '" + variation.code() + "': no component of the index is at level " + levels);
        }
    }

    private static boolean reaches(Component component, int level) {
        return level == 0
                || component.children().stream()
                        .flatMap(child -> child instanceof Component inner ? Stream.of(inner) : Stream.empty())
                        .anyMatch(inner -> reaches(inner, level - 1));
    }
}
