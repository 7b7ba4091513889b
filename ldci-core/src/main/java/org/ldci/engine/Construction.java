package org.ldci.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ldci.data.Dataset;
import org.ldci.normalise.FittedNormaliser;
import org.ldci.prepare.FittedImputation;
import org.ldci.prepare.FittedTreatment;
import org.ldci.prepare.RegionCoverage;

/**
 * The construction of an index from one dataset: denominate, screen, impute, treat, normalise, weigh, aggregate. Every
 * step is a class of its own, and either learns or, given a fit, uses what was learnt. A stage that changes nothing shares
 * the array of the one before.
 */
final class Construction {
    final Plan plan;
    final Dataset data;
    final int regions;
    final Fit fit;

    /** By metric: its column in the data, or -1. */
    final int[] columns;
    /** The stages, column by column of the plan's metrics. */
    final double[] raw;

    final double[] denominated;
    final double[] imputed;
    final double[] treated;
    final double[] normalised;
    /** The scores of the components, column by column; the index comes first. */
    final double[] scores;

    private final boolean divides;
    private final Screened screened;
    private final NodeScores nodeScores;

    private Construction(Plan plan, Dataset data, @Nullable Fit given) {
        this.plan = plan;
        this.data = data;
        boolean learning = given == null;
        Inputs in = new Inputs(plan, data);
        Problems problems = in.problems;
        regions = in.regions;
        columns = in.columns;
        raw = in.raw;
        boolean[] measured = given == null ? in.measured() : given.measured;
        problems.refuse();
        Denominating denominating = new Denominating(in);
        divides = denominating.divides();
        denominated = denominating.apply(measured);
        problems.refuse();
        screened = new Screened(in, denominated, measured, learning);
        if (learning) {
            screened.forgetUnmeasured(measured, divides);
            problems.refuse();
        }
        Imputing imputing = new Imputing(in, screened, denominated);
        FittedImputation imputation = given == null ? imputing.fit() : given.imputation;
        imputed = imputing.apply(imputation, measured);
        problems.refuse();
        int m = plan.metrics.size();
        @Nullable FittedTreatment[] treatments = given == null ? new FittedTreatment[m] : given.treatments;
        @Nullable FittedNormaliser[] normalisers = given == null ? new FittedNormaliser[m] : given.normalisers;
        treated = new Treating(in, screened, imputed).apply(measured, treatments);
        problems.refuse();
        normalised = new Normalising(in, screened, treated).apply(measured, treatments, normalisers);
        problems.refuse();
        nodeScores = new NodeScores(plan, regions, normalised);
        scores = nodeScores.ofComponents;
        double[][] weights = given == null ? new double[plan.components.size()][] : given.weights;
        boolean[] nodeMeasured = given == null ? Fit.measuredNodes(plan, measured) : given.nodeMeasured;
        new Aggregating(in, screened, nodeScores).apply(nodeMeasured, weights, learning);
        problems.refuse();
        fit = given == null
                ? new Fit(plan, measured, imputation, treatments, normalisers, weights, data::sha256)
                : given;
    }

    static Construction learn(Plan plan, Dataset data) {
        return new Construction(plan, data, null);
    }

    static Construction apply(Plan plan, Dataset data, Fit fit) {
        return new Construction(plan, data, fit);
    }

    /** Whether any metric is divided by something. */
    boolean divides() {
        return divides;
    }

    boolean isExcluded(int region) {
        return screened.isExcluded(region);
    }

    /** Why a region was screened out; empty if it was not. */
    List<String> excludedReasons(int region) {
        return screened.reasons(region);
    }

    RegionCoverage coverage(int region) {
        return screened.coverage(region, fit.measured);
    }

    /** Counts the cells of one region below a node, over metrics that are measured at all. */
    RegionCoverage.Count count(int node, int region) {
        return screened.count(node, region, fit.measured);
    }

    /** The array that holds the scores of a node. */
    double[] stageOf(int node) {
        return nodeScores.array(node);
    }

    /** Where the scores of a node start in its array. */
    int fromOf(int node) {
        return nodeScores.from(node);
    }
}
