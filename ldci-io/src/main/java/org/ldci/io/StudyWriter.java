package org.ldci.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ldci.aggregate.Aggregator;
import org.ldci.io.json.Pointer;
import org.ldci.model.Problem;
import org.ldci.normalise.Normaliser;
import org.ldci.prepare.Imputation;
import org.ldci.prepare.Treatment;
import org.ldci.robustness.Alternative;
import org.ldci.robustness.CellErrors;
import org.ldci.robustness.Change;
import org.ldci.robustness.Choice;
import org.ldci.robustness.Factor;
import org.ldci.robustness.RobustnessStudy;
import org.ldci.robustness.WeightDistribution;
import org.ldci.robustness.WeightSpace;
import org.ldci.robustness.WeightVariation;

/** Turns a study into the tree of its document. */
final class StudyWriter {
    private final NamedStrategies strategies = new NamedStrategies();
    private final List<Problem> problems;

    private StudyWriter(List<Problem> problems) {
        this.problems = problems;
    }

    /** The document of a study; problems are functions and strategies that nobody named. */
    static Map<String, Object> tree(RobustnessStudy study, List<Problem> problems) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", StudyFormat.NAME);
        document.put("version", StudyFormat.VERSION);
        document.putAll(part(study, "", problems));
        return document;
    }

    /** The study as a part of the document of a definition. */
    static Map<String, Object> part(RobustnessStudy study, String path, List<Problem> problems) {
        StudyWriter writer = new StudyWriter(problems);
        Map<String, Object> document = new LinkedHashMap<>();
        List<Object> factors = new ArrayList<>();
        for (Factor factor : study.factors()) {
            factors.add(writer.factor(factor, Pointer.child(path + "/factors", factors.size())));
        }
        document.put("factors", factors);
        document.put("design", DefinitionFormat.word(study.design()));
        document.put("replicates", (double) study.replicates());
        boolean exact = study.seed() == (long) (double) study.seed() && Math.abs((double) study.seed()) < 0x1p53;
        document.put("seed", exact ? (Object) (double) study.seed() : Long.toString(study.seed()));
        document.put("failures", DefinitionFormat.word(study.failures()));
        document.put("centralWeights", study.centralWeights());
        document.put("pairs", study.pairs());
        return document;
    }

    private Map<String, Object> factor(Factor factor, String path) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", factor.code());
        if (factor instanceof Choice choice) {
            fields.put("vary", DefinitionFormat.word(StudyFormat.Kind.CHOICE));
            List<Object> alternatives = new ArrayList<>();
            for (Alternative alternative : choice.alternatives()) {
                alternatives.add(alternative(
                        alternative, Pointer.child(Pointer.child(path, "alternatives"), alternatives.size())));
            }
            fields.put("alternatives", alternatives);
        } else if (factor instanceof WeightVariation variation) {
            fields.put("vary", DefinitionFormat.word(StudyFormat.Kind.WEIGHTS));
            fields.put("distribution", distribution(variation.distribution()));
            if (!variation.levels().isEmpty()) {
                fields.put("levels", variation.levels());
            }
            if (!variation.components().isEmpty()) {
                fields.put("components", variation.components());
            }
        } else if (factor instanceof CellErrors errors) {
            fields.put("vary", DefinitionFormat.word(StudyFormat.Kind.CELLS));
            fields.put("scale", errors.scale());
        } else {
            problems.add(
                    new Problem(path, "factor '" + factor.code() + "' is a function, which has no place in files"));
        }
        return fields;
    }

    private static Map<String, Object> distribution(WeightDistribution distribution) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (distribution instanceof WeightDistribution.Band band) {
            fields.put("method", DefinitionFormat.word(StudyFormat.Drawn.BAND));
            fields.put("relative", band.relative());
        } else if (distribution instanceof WeightDistribution.Dirichlet dirichlet) {
            fields.put("method", DefinitionFormat.word(StudyFormat.Drawn.DIRICHLET));
            fields.put("concentration", dirichlet.concentration());
        } else if (distribution instanceof WeightDistribution.Within within) {
            fields.put("method", DefinitionFormat.word(StudyFormat.Drawn.WITHIN));
            fields.put("scope", DefinitionFormat.word(within.space().scope()));
            within.space().component().ifPresent(code -> fields.put("component", code));
            fields.put(
                    "constraints",
                    within.space().constraints().stream()
                            .map(StudyWriter::constraint)
                            .toList());
        } else {
            fields.put("method", DefinitionFormat.word(StudyFormat.Drawn.UNIFORM_ON_SIMPLEX));
        }
        return fields;
    }

    private static Map<String, Object> constraint(WeightSpace.Constraint constraint) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (constraint instanceof WeightSpace.AtLeast least) {
            fields.put("atLeast", least.code());
            fields.put("share", least.share());
        } else if (constraint instanceof WeightSpace.AtMost most) {
            fields.put("atMost", most.code());
            fields.put("share", most.share());
        } else if (constraint instanceof WeightSpace.Ordered ordered) {
            fields.put("ordered", ordered.codes());
        } else if (constraint instanceof WeightSpace.Band band) {
            fields.put("band", band.relative());
        } else if (constraint instanceof WeightSpace.Linear linear) {
            fields.put("linear", linear.coefficients());
        }
        return fields;
    }

    private Map<String, Object> alternative(Alternative alternative, String path) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("label", alternative.label());
        fields.put("probability", alternative.probability());
        Change change = alternative.change();
        if (change instanceof Change.Normalise normalise) {
            put(fields, "normalise", Normaliser.class, normalise.normaliser(), path);
        } else if (change instanceof Change.AggregateAll all) {
            put(fields, "aggregate", Aggregator.class, all.aggregator(), path);
        } else if (change instanceof Change.AggregateLevel level) {
            put(fields, "aggregate", Aggregator.class, level.aggregator(), path);
            fields.put("level", level.level());
        } else if (change instanceof Change.Impute impute) {
            put(fields, "impute", Imputation.class, impute.imputation(), path);
        } else if (change instanceof Change.Treat treat) {
            put(fields, "treat", Treatment.class, treat.treatment(), path);
        } else if (change instanceof Change.Missing missing) {
            fields.put("missing", DefinitionWriter.missing(missing.policy()));
        } else if (change instanceof Change.LeaveOut leaveOut) {
            fields.put("leaveOut", leaveOut.code());
        } else if (change instanceof Change.SetWeights set) {
            fields.put("weights", set.weights());
        } else if (!(change instanceof Change.Nothing)) {
            problems.add(new Problem(
                    path, "alternative '" + alternative.label() + "' is a function, which has no place in files"));
        }
        return fields;
    }

    private <S> void put(Map<String, Object> fields, String name, Class<S> kind, S strategy, String path) {
        fields.put(name, strategies.write(kind, strategy, Pointer.child(path, name), problems));
    }
}
