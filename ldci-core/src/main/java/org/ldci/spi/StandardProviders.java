package org.ldci.spi;

import java.util.List;
import org.ldci.aggregate.AdjustedMazziottaPareto;
import org.ldci.aggregate.Aggregator;
import org.ldci.aggregate.Aggregators;
import org.ldci.aggregate.BenefitOfTheDoubt;
import org.ldci.aggregate.Borda;
import org.ldci.aggregate.ChoquetIntegral;
import org.ldci.aggregate.Condorcet;
import org.ldci.aggregate.Copeland;
import org.ldci.aggregate.DirectionalBenefitOfTheDoubt;
import org.ldci.aggregate.Divisor;
import org.ldci.aggregate.FactorScores;
import org.ldci.aggregate.GeometricBenefitOfTheDoubt;
import org.ldci.aggregate.Kemeny;
import org.ldci.aggregate.Maximum;
import org.ldci.aggregate.MazziottaPareto;
import org.ldci.aggregate.MeanMin;
import org.ldci.aggregate.Median;
import org.ldci.aggregate.Minimum;
import org.ldci.aggregate.MultiDirectionalBenefitOfTheDoubt;
import org.ldci.aggregate.OrderedWeightedAverage;
import org.ldci.aggregate.PenalisedGeometricMean;
import org.ldci.aggregate.Penalty;
import org.ldci.aggregate.PowerMean;
import org.ldci.aggregate.Product;
import org.ldci.aggregate.Promethee;
import org.ldci.aggregate.RobustBenefitOfTheDoubt;
import org.ldci.aggregate.SpatialOrderedWeightedAverage;
import org.ldci.aggregate.Topsis;
import org.ldci.aggregate.UndesirableBenefitOfTheDoubt;
import org.ldci.aggregate.WeightedProduct;
import org.ldci.aggregate.WeightedSum;
import org.ldci.aggregate.Wroclaw;
import org.ldci.normalise.BandScale;
import org.ldci.normalise.Bands;
import org.ldci.normalise.BordaScale;
import org.ldci.normalise.Cyclical;
import org.ldci.normalise.Deviation;
import org.ldci.normalise.DifferenceToReference;
import org.ldci.normalise.DistanceToBand;
import org.ldci.normalise.DistanceToMaximum;
import org.ldci.normalise.DistanceToRegion;
import org.ldci.normalise.DistanceToTarget;
import org.ldci.normalise.ExponentialRank;
import org.ldci.normalise.FittedNormaliser;
import org.ldci.normalise.GoalpostScale;
import org.ldci.normalise.InverseRatio;
import org.ldci.normalise.LinearScale;
import org.ldci.normalise.LogGoalposts;
import org.ldci.normalise.LogScale;
import org.ldci.normalise.Logistic;
import org.ldci.normalise.LogisticScale;
import org.ldci.normalise.MeanInterval;
import org.ldci.normalise.MinMax;
import org.ldci.normalise.Normaliser;
import org.ldci.normalise.Normalisers;
import org.ldci.normalise.PercentileBands;
import org.ldci.normalise.PercentileDefinition;
import org.ldci.normalise.PercentileRank;
import org.ldci.normalise.PopulationZScore;
import org.ldci.normalise.RankConvention;
import org.ldci.normalise.RankScale;
import org.ldci.normalise.RatioToReference;
import org.ldci.normalise.Reference;
import org.ldci.normalise.RobustZScore;
import org.ldci.normalise.Scaled;
import org.ldci.normalise.StepScale;
import org.ldci.normalise.Unscaled;
import org.ldci.normalise.ZScore;
import org.ldci.prepare.BoxCox;
import org.ldci.prepare.CapByQuartiles;
import org.ldci.prepare.CarryBackward;
import org.ldci.prepare.CarryForward;
import org.ldci.prepare.Centre;
import org.ldci.prepare.CentreImputation;
import org.ldci.prepare.CoverageScreening;
import org.ldci.prepare.Denomination;
import org.ldci.prepare.Denominations;
import org.ldci.prepare.EstimatedBoxCox;
import org.ldci.prepare.EstimatedYeoJohnson;
import org.ldci.prepare.ExpectationMaximisation;
import org.ldci.prepare.FittedImputation;
import org.ldci.prepare.FittedTreatment;
import org.ldci.prepare.FixedImputation;
import org.ldci.prepare.Imputation;
import org.ldci.prepare.Imputations;
import org.ldci.prepare.ImputeByGroup;
import org.ldci.prepare.ImputeByNormal;
import org.ldci.prepare.ImputeConstants;
import org.ldci.prepare.ImputeFromNearest;
import org.ldci.prepare.ImputeFromRow;
import org.ldci.prepare.ImputeNothing;
import org.ldci.prepare.IndexLog;
import org.ldci.prepare.Interpolation;
import org.ldci.prepare.Log;
import org.ldci.prepare.LogForm;
import org.ldci.prepare.LogFromMinimum;
import org.ldci.prepare.LogOfIndex;
import org.ldci.prepare.LogOfRange;
import org.ldci.prepare.LogRatio;
import org.ldci.prepare.LogTransformed;
import org.ldci.prepare.NearestRegions;
import org.ldci.prepare.PanelImputation;
import org.ldci.prepare.PanelImputations;
import org.ldci.prepare.ParentImputation;
import org.ldci.prepare.Power;
import org.ldci.prepare.PowerTransformed;
import org.ldci.prepare.RegressionImputation;
import org.ldci.prepare.RowImputation;
import org.ldci.prepare.RuledScreening;
import org.ldci.prepare.ScaledRatio;
import org.ldci.prepare.Screening;
import org.ldci.prepare.Screenings;
import org.ldci.prepare.SignedPower;
import org.ldci.prepare.Transform;
import org.ldci.prepare.Treatment;
import org.ldci.prepare.Treatments;
import org.ldci.prepare.Untreated;
import org.ldci.prepare.Winsorise;
import org.ldci.prepare.WinsorisePercentiles;
import org.ldci.prepare.WinsoriseThenLog;
import org.ldci.prepare.WinsoriseThenTransform;
import org.ldci.prepare.Winsorised;
import org.ldci.prepare.Within;
import org.ldci.prepare.YeoJohnson;
import org.ldci.prepare.YeoJohnsonTransformed;
import org.ldci.prepare.ZeroScreening;
import org.ldci.rank.TiesStrategy;
import org.ldci.weight.AnalyticHierarchy;
import org.ldci.weight.BestWorst;
import org.ldci.weight.BudgetAllocation;
import org.ldci.weight.Cilos;
import org.ldci.weight.Critic;
import org.ldci.weight.EntropyWeights;
import org.ldci.weight.EqualWeights;
import org.ldci.weight.FactorWeights;
import org.ldci.weight.FirstComponent;
import org.ldci.weight.GivenWeights;
import org.ldci.weight.Idocriw;
import org.ldci.weight.MaximumCorrelation;
import org.ldci.weight.Merec;
import org.ldci.weight.PointWeights;
import org.ldci.weight.RankOrder;
import org.ldci.weight.RegressionWeights;
import org.ldci.weight.StandardDeviationWeights;
import org.ldci.weight.TargetImportance;
import org.ldci.weight.UnobservedComponents;
import org.ldci.weight.WeightingScheme;

/** The strategies of the library, under the names that files use. */
final class StandardProviders {
    private StandardProviders() {}

    static List<StrategyProvider<?>> all() {
        return List.of(
                StrategyProvider.ofConstant(Denomination.class, "ratio", Denominations.ratio()),
                StrategyProvider.ofConstant(Denomination.class, "none", Denominations.none()),
                StrategyProvider.ofConstant(Screening.class, "none", Screenings.none()),
                StrategyProvider.ofRecord(Screening.class, "coverage", new CoverageScreening(0.65, 0)),
                StrategyProvider.ofConstant(PanelImputation.class, "none", PanelImputations.none()),
                StrategyProvider.ofRecord(PanelImputation.class, "carryForward", new CarryForward(0)),
                StrategyProvider.ofRecord(PanelImputation.class, "carryBackward", new CarryBackward(0)),
                StrategyProvider.ofConstant(PanelImputation.class, "interpolate", new Interpolation(false)),
                StrategyProvider.ofConstant(PanelImputation.class, "interpolateAndHold", new Interpolation(true)),
                StrategyProvider.ofConstant(Imputation.class, "none", Imputations.none()),
                StrategyProvider.ofRecord(
                        Imputation.class, "fixed", new FixedImputation(Double.NaN, List.of(), List.of())),
                StrategyProvider.ofConstant(Imputation.class, "fromParent", new ParentImputation()),
                StrategyProvider.ofRecord(Imputation.class, "regression", new RegressionImputation(Within.COMPONENT)),
                StrategyProvider.ofRecord(
                        Imputation.class, "expectationMaximisation", new ExpectationMaximisation(Within.COMPONENT)),
                StrategyProvider.ofConstant(Imputation.class, "hotDeck", Imputations.hotDeck()),
                StrategyProvider.ofRecord(
                        Imputation.class, "row", new RowImputation(Centre.MEAN, Within.COMPONENT, true)),
                StrategyProvider.ofRecord(Imputation.class, "nearestRegions", new NearestRegions(5, Within.INDEX, "")),
                StrategyProvider.ofRecord(Denomination.class, "logRatio", new LogRatio(1)),
                StrategyProvider.ofRecord(Denomination.class, "scaledRatio", ScaledRatio.class),
                StrategyProvider.ofRecord(Screening.class, "nonZero", ZeroScreening.class),
                StrategyProvider.ofRecord(Screening.class, "rules", new RuledScreening(0, 0, 0, List.of(), List.of())),
                StrategyProvider.ofConstant(Imputation.class, "mean", new CentreImputation(Centre.MEAN)),
                StrategyProvider.ofConstant(Imputation.class, "median", new CentreImputation(Centre.MEDIAN)),
                new GroupImputationProvider("groupMean", Centre.MEAN),
                new GroupImputationProvider("groupMedian", Centre.MEDIAN),
                StrategyProvider.ofConstant(Treatment.class, "none", Treatments.none()),
                StrategyProvider.ofRecord(
                        Treatment.class,
                        "winsorise",
                        new Winsorise(Treatments.MAXIMUM_POINTS, Treatments.SKEWNESS, Treatments.KURTOSIS)),
                StrategyProvider.ofRecord(
                        Treatment.class,
                        "winsoriseThenLog",
                        new WinsoriseThenLog(
                                Treatments.MAXIMUM_POINTS,
                                Treatments.SKEWNESS,
                                Treatments.KURTOSIS,
                                LogForm.BY_SKEWNESS)),
                StrategyProvider.ofRecord(
                        Treatment.class, "winsorisePercentiles", new WinsorisePercentiles(0.05, 0.95)),
                StrategyProvider.ofRecord(
                        Treatment.class,
                        "winsoriseThenTransform",
                        new WinsoriseThenTransform(
                                Treatments.MAXIMUM_POINTS,
                                Treatments.SKEWNESS,
                                Treatments.KURTOSIS,
                                Transform.LOG_BY_SKEWNESS,
                                0.01,
                                false)),
                StrategyProvider.ofRecord(Treatment.class, "capByQuartiles", new CapByQuartiles(1.5)),
                StrategyProvider.ofConstant(Treatment.class, "log1p", Treatments.log1p()),
                StrategyProvider.ofRecord(Treatment.class, "log", new Log(0)),
                StrategyProvider.ofRecord(Treatment.class, "logOfRange", new LogOfRange(0.01, LogForm.BY_SKEWNESS)),
                StrategyProvider.ofRecord(Treatment.class, "logFromMinimum", new LogFromMinimum(1)),
                StrategyProvider.ofRecord(Treatment.class, "logOfIndex", new LogOfIndex(1)),
                StrategyProvider.ofRecord(Treatment.class, "boxCox", new BoxCox(0, true)),
                StrategyProvider.ofRecord(Treatment.class, "estimatedBoxCox", new EstimatedBoxCox(true)),
                StrategyProvider.ofRecord(Treatment.class, "yeoJohnson", YeoJohnson.class),
                StrategyProvider.ofConstant(Treatment.class, "estimatedYeoJohnson", new EstimatedYeoJohnson()),
                StrategyProvider.ofRecord(Treatment.class, "power", Power.class),
                StrategyProvider.ofRecord(Normaliser.class, "minMax", new MinMax(0, 100)),
                StrategyProvider.ofRecord(Normaliser.class, "zScore", new ZScore(0, 1, Deviation.SAMPLE)),
                StrategyProvider.ofRecord(Normaliser.class, "goalposts", new GoalpostScale(0, 100, true)),
                StrategyProvider.ofRecord(
                        Normaliser.class,
                        "percentileRank",
                        new PercentileRank(TiesStrategy.AVERAGE, 0, 100, PercentileDefinition.INCLUSIVE)),
                StrategyProvider.ofRecord(Normaliser.class, "rank", new RankScale(TiesStrategy.AVERAGE)),
                StrategyProvider.ofRecord(
                        Normaliser.class, "exponentialRank", new ExponentialRank(23, RankConvention.FROM_ONE)),
                StrategyProvider.ofRecord(
                        Normaliser.class, "robustZScore", new RobustZScore(0, 1, RobustZScore.NORMAL)),
                StrategyProvider.ofRecord(Normaliser.class, "populationZScore", new PopulationZScore(100, 10)),
                StrategyProvider.ofRecord(Normaliser.class, "cyclical", new Cyclical(100)),
                StrategyProvider.ofRecord(Normaliser.class, "scaled", new Scaled(0, 100, 0, 100)),
                StrategyProvider.ofConstant(Normaliser.class, "none", new Unscaled()),
                StrategyProvider.ofRecord(Normaliser.class, "logGoalposts", new LogGoalposts(0, 100, true)),
                StrategyProvider.ofRecord(Normaliser.class, "distanceToMaximum", new DistanceToMaximum(100)),
                StrategyProvider.ofRecord(Normaliser.class, "distanceToRegion", DistanceToRegion.class),
                StrategyProvider.ofRecord(Normaliser.class, "distanceToTarget", new DistanceToTarget(100, true)),
                StrategyProvider.ofRecord(Normaliser.class, "distanceToBand", DistanceToBand.class),
                StrategyProvider.ofConstant(Normaliser.class, "fractionOfMaximum", Normalisers.fractionOfMaximum()),
                StrategyProvider.ofRecord(
                        Normaliser.class, "ratioToReference", new RatioToReference(Reference.BEST, "", 1)),
                StrategyProvider.ofRecord(
                        Normaliser.class, "differenceToReference", new DifferenceToReference(Reference.MEAN, "", 1)),
                StrategyProvider.ofRecord(Normaliser.class, "logistic", new Logistic(0, 100, 1)),
                StrategyProvider.ofRecord(Normaliser.class, "meanInterval", new MeanInterval(0.2)),
                StrategyProvider.ofRecord(Normaliser.class, "bands", Bands.class),
                StrategyProvider.ofRecord(
                        Normaliser.class, "percentileBands", (PercentileBands) Normalisers.percentileBands()),
                StrategyProvider.ofRecord(Normaliser.class, "borda", new BordaScale(TiesStrategy.AVERAGE)),
                StrategyProvider.ofConstant(WeightingScheme.class, "given", new GivenWeights()),
                StrategyProvider.ofRecord(
                        WeightingScheme.class, "equal", new EqualWeights(EqualWeights.Across.SIBLINGS)),
                StrategyProvider.ofRecord(WeightingScheme.class, "points", PointWeights.class),
                StrategyProvider.ofRecord(WeightingScheme.class, "budgetAllocation", BudgetAllocation.class),
                StrategyProvider.ofRecord(WeightingScheme.class, "analyticHierarchy", AnalyticHierarchy.class),
                StrategyProvider.ofRecord(WeightingScheme.class, "bestWorst", BestWorst.class),
                StrategyProvider.ofRecord(WeightingScheme.class, "rankOrder", RankOrder.class),
                StrategyProvider.ofConstant(WeightingScheme.class, "entropy", new EntropyWeights()),
                StrategyProvider.ofConstant(WeightingScheme.class, "standardDeviation", new StandardDeviationWeights()),
                StrategyProvider.ofRecord(WeightingScheme.class, "critic", new Critic(Critic.Correlation.PEARSON)),
                StrategyProvider.ofConstant(WeightingScheme.class, "merec", new Merec()),
                StrategyProvider.ofConstant(WeightingScheme.class, "cilos", new Cilos()),
                StrategyProvider.ofConstant(WeightingScheme.class, "idocriw", new Idocriw()),
                StrategyProvider.ofRecord(
                        WeightingScheme.class, "firstComponent", new FirstComponent(FirstComponent.Power.LOADING)),
                StrategyProvider.ofRecord(
                        WeightingScheme.class,
                        "factorAnalysis",
                        new FactorWeights(FactorWeights.Extraction.PRINCIPAL_COMPONENTS, 0)),
                StrategyProvider.ofRecord(WeightingScheme.class, "targetImportance", TargetImportance.class),
                StrategyProvider.ofRecord(
                        WeightingScheme.class,
                        "maximumCorrelation",
                        new MaximumCorrelation(MaximumCorrelation.Objective.SUM)),
                StrategyProvider.ofRecord(WeightingScheme.class, "regression", RegressionWeights.class),
                StrategyProvider.ofConstant(WeightingScheme.class, "unobservedComponents", new UnobservedComponents()),
                StrategyProvider.ofConstant(Aggregator.class, "arithmeticMean", Aggregators.arithmeticMean()),
                StrategyProvider.ofConstant(Aggregator.class, "geometricMean", Aggregators.geometricMean()),
                StrategyProvider.ofConstant(Aggregator.class, "harmonicMean", Aggregators.harmonicMean()),
                StrategyProvider.ofRecord(Aggregator.class, "powerMean", PowerMean.class),
                StrategyProvider.ofRecord(Aggregator.class, "median", new Median(false)),
                StrategyProvider.ofConstant(Aggregator.class, "weightedProduct", new WeightedProduct()),
                StrategyProvider.ofConstant(Aggregator.class, "product", new Product()),
                StrategyProvider.ofRecord(Aggregator.class, "weightedSum", WeightedSum.class),
                StrategyProvider.ofConstant(Aggregator.class, "minimum", new Minimum()),
                StrategyProvider.ofConstant(Aggregator.class, "maximum", new Maximum()),
                StrategyProvider.ofRecord(Aggregator.class, "orderedWeightedAverage", OrderedWeightedAverage.class),
                StrategyProvider.ofRecord(Aggregator.class, "choquetIntegral", ChoquetIntegral.class),
                StrategyProvider.ofRecord(
                        Aggregator.class, "mazziottaPareto", new MazziottaPareto(Penalty.MINUS, Divisor.POPULATION)),
                StrategyProvider.ofRecord(
                        Aggregator.class,
                        "adjustedMazziottaPareto",
                        new AdjustedMazziottaPareto(Penalty.MINUS, List.of(), List.of(), List.of())),
                StrategyProvider.ofRecord(
                        Aggregator.class,
                        "penalisedGeometricMean",
                        new PenalisedGeometricMean(Penalty.MINUS, Divisor.POPULATION)),
                StrategyProvider.ofRecord(Aggregator.class, "meanMin", MeanMin.class),
                StrategyProvider.ofConstant(Aggregator.class, "wroclaw", new Wroclaw()),
                StrategyProvider.ofRecord(Aggregator.class, "topsis", new Topsis(Topsis.Scaling.VECTOR)),
                StrategyProvider.ofConstant(Aggregator.class, "copeland", new Copeland()),
                StrategyProvider.ofConstant(Aggregator.class, "borda", new Borda()),
                StrategyProvider.ofConstant(Aggregator.class, "condorcet", new Condorcet()),
                StrategyProvider.ofRecord(Aggregator.class, "kemeny", new Kemeny(false)),
                StrategyProvider.ofRecord(Aggregator.class, "promethee", new Promethee(Promethee.Shape.USUAL, 0, 0)),
                StrategyProvider.ofRecord(
                        Aggregator.class, "factorScores", new FactorScores(FactorScores.Retained.FIRST)),
                StrategyProvider.ofRecord(
                        Aggregator.class, "spatialOrderedWeightedAverage", SpatialOrderedWeightedAverage.class),
                StrategyProvider.ofRecord(
                        Aggregator.class,
                        "benefitOfTheDoubt",
                        new BenefitOfTheDoubt(BenefitOfTheDoubt.Restriction.NONE, List.of(), List.of())),
                StrategyProvider.ofRecord(
                        Aggregator.class, "directionalBenefitOfTheDoubt", DirectionalBenefitOfTheDoubt.class),
                StrategyProvider.ofConstant(
                        Aggregator.class, "multiDirectionalBenefitOfTheDoubt", new MultiDirectionalBenefitOfTheDoubt()),
                StrategyProvider.ofRecord(
                        Aggregator.class, "undesirableBenefitOfTheDoubt", UndesirableBenefitOfTheDoubt.class),
                StrategyProvider.ofRecord(
                        Aggregator.class, "robustBenefitOfTheDoubt", new RobustBenefitOfTheDoubt(25, List.of())),
                StrategyProvider.ofRecord(
                        Aggregator.class, "geometricBenefitOfTheDoubt", GeometricBenefitOfTheDoubt.class),
                StrategyProvider.ofConstant(FittedImputation.class, "nothing", new ImputeNothing()),
                StrategyProvider.ofRecord(FittedImputation.class, "constants", ImputeConstants.class),
                StrategyProvider.ofRecord(FittedImputation.class, "byGroup", ImputeByGroup.class),
                StrategyProvider.ofRecord(FittedImputation.class, "byNormal", ImputeByNormal.class),
                StrategyProvider.ofRecord(FittedImputation.class, "fromNearest", ImputeFromNearest.class),
                StrategyProvider.ofRecord(FittedImputation.class, "fromRow", ImputeFromRow.class),
                StrategyProvider.ofConstant(FittedTreatment.class, "untreated", new Untreated()),
                StrategyProvider.ofRecord(FittedTreatment.class, "winsorised", Winsorised.class),
                StrategyProvider.ofRecord(FittedTreatment.class, "log", LogTransformed.class),
                StrategyProvider.ofRecord(FittedTreatment.class, "indexLog", IndexLog.class),
                StrategyProvider.ofRecord(FittedTreatment.class, "powerTransformed", PowerTransformed.class),
                StrategyProvider.ofRecord(FittedTreatment.class, "yeoJohnson", YeoJohnsonTransformed.class),
                StrategyProvider.ofRecord(FittedTreatment.class, "signedPower", SignedPower.class),
                new WinsorisedThenProvider(List.of(
                        StrategyProvider.ofConstant(FittedTreatment.class, "untreated", new Untreated()),
                        StrategyProvider.ofRecord(FittedTreatment.class, "log", LogTransformed.class),
                        StrategyProvider.ofRecord(FittedTreatment.class, "indexLog", IndexLog.class),
                        StrategyProvider.ofRecord(FittedTreatment.class, "powerTransformed", PowerTransformed.class),
                        StrategyProvider.ofRecord(FittedTreatment.class, "yeoJohnson", YeoJohnsonTransformed.class),
                        StrategyProvider.ofRecord(FittedTreatment.class, "signedPower", SignedPower.class))),
                StrategyProvider.ofRecord(FittedNormaliser.class, "linear", LinearScale.class),
                StrategyProvider.ofRecord(FittedNormaliser.class, "logScale", LogScale.class),
                StrategyProvider.ofRecord(FittedNormaliser.class, "logisticScale", LogisticScale.class),
                StrategyProvider.ofRecord(FittedNormaliser.class, "inverseRatio", InverseRatio.class),
                StrategyProvider.ofRecord(FittedNormaliser.class, "bandScale", BandScale.class),
                StrategyProvider.ofRecord(FittedNormaliser.class, "steps", StepScale.class),
                new RankFunctionProvider());
    }
}
