using Moliere.Calibration.InSitu;
using Moliere.Calibration.Neural;
using Moliere.Calibration.Neural.Jets;
using Moliere.Cli.Recipes.JetsInsitu;
using Moliere.Cli.Studies.Jets;
using Moliere.Data.Objects;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Validation.Metrics;

namespace Moliere.Cli.Studies.JetsInsitu;

/// <summary>The recipe in the words of the rooms that do the work.</summary>
internal static class InsituTranslation
{
    // Softer third jets decide nothing; harder ones are needed for the veto.
    private const double SoftestLearnt = 30;

    public static JetTableChoices Simulation(this InsituRecipe recipe) => new(recipe.Source, recipe.Jets, new(
        recipe.Detector.Describe(), recipe.Pileup.ToOptions(), recipe.Clustering.ToOptions(), recipe.Seed));

    // Other collisions in another detector: the next seed, so that no event is in both.
    public static JetTableChoices PseudoData(this InsituRecipe recipe) => new(recipe.Data.Source, recipe.Jets, new(
        recipe.Data.Detector.Describe(), recipe.Pileup.ToOptions(), recipe.Clustering.ToOptions(), recipe.Seed + 1));

    public static JetNetworkOptions Inputs(this InsituRecipe recipe) => new()
    {
        Kind = recipe.Network.Kind,
        Selection = new() { TruthPtMin = SoftestLearnt, TruthIsolationMin = 0, IsolationMin = 0 },
        Spectrum = new() { Kind = SpectrumKind.AsSampled },
        Closure = null,
    };

    public static NetworkOptions Network(this InsituRecipe recipe)
    {
        MlpOptions shape = TrainingTranslation.Shape(recipe.Network.Hidden, recipe.Network.Activation);
        return new()
        {
            Plan = new()
            {
                Shape = shape,
                Sets = recipe.Network.Kind == JetNetworkKind.Globals ? null : new()
                {
                    Point = [.. recipe.Network.Constituent],
                    Object = [.. recipe.Network.Hidden],
                    Activation = shape.Activation,
                },
                Loss = new GaussianNll(),
            },
            Scale = ResponseScale.Log10,
            Central = CentralValue.Median,
        };
    }

    public static InSituOptions Tuning(this InsituRecipe recipe, int threads, InSituMode mode, int dijets)
    {
        InSituOptions options = new()
        {
            NllWeight = recipe.Insitu.F1,
            WidthWeight = recipe.Insitu.F2,
            ConstraintWeight = recipe.Insitu.F3,
            Objective = recipe.Insitu.Objective,
            Constraint = recipe.Insitu.Constraint,
            BinWidth = recipe.Insitu.BinWidth,
            Selection = recipe.Selection.ToOptions(),
        };
        options = options with
        {
            Training = options.Training with
            {
                Epochs = recipe.Insitu.EpochsFor(dijets),
                BatchSize = recipe.Insitu.BatchSize,
                LearningRate = mode == InSituMode.Constrained
                    ? recipe.Insitu.LearningRate : recipe.Insitu.ModeLearningRate,
                Threads = threads,
                Seed = recipe.Seed,
            },
        };
        return options.With(mode);
    }

    public static InSituMode ModeOf(FailureMode mode) => mode switch
    {
        FailureMode.Naive => InSituMode.Naive,
        FailureMode.NoConstraint => InSituMode.NoConstraint,
        _ => InSituMode.BatchMean,
    };

    public static MetricsOptions Metrics(this InsituRecipe recipe, int threads) => new()
    {
        Replicas = recipe.Validation.Bootstrap,
        MinimumEntries = recipe.Validation.MinimumEntries,
        Seed = recipe.Seed,
        Threads = threads,
    };

    public static BinAxis Axis(this InsituRecipe recipe) => BinAxis.Logarithmic(
        "pt_avg", recipe.Validation.PtBins, recipe.Selection.PtMin, recipe.Selection.PtMax) with
    {
        Title = "p_{T}^{avg} [GeV]",
    };
}
