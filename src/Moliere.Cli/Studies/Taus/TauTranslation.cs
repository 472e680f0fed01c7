using Moliere.Calibration.Classical.Taus;
using Moliere.Calibration.Neural;
using Moliere.Calibration.Neural.Taus;
using Moliere.Cli.Recipes.Taus;
using Moliere.Data.Tables;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Trees;
using Moliere.Validation.Metrics;

namespace Moliere.Cli.Studies.Taus;

/// <summary>The recipe in the words of the rooms that do the work.</summary>
internal static class TauTranslation
{
    public static DetectorChoices Choices(this TauRecipe recipe) =>
        new(recipe.Detector.Describe(), recipe.Pileup.ToOptions(), recipe.Clustering.ToOptions(), recipe.Seed);

    public static EventSplit Parts(this TauRecipe recipe) => new()
    {
        TrainingFraction = recipe.Split.Train,
        ValidationFraction = recipe.Split.Validation,
        Salt = recipe.Seed,
    };

    /// <summary>How the classical scales are derived.</summary>
    public static TauScalesOptions ScalesOptions(this TauRecipe recipe, int threads) => new()
    {
        PileupPtMin = recipe.Scales.PileupPtMin,
        PileupPtMax = recipe.Scales.PileupPtMax,
        Modes = new()
        {
            Rounds = recipe.Scales.Rounds,
            MaxDepth = recipe.Scales.MaxDepth,
            LearningRate = recipe.Scales.LearningRate,
        },
        Threads = threads,
    };

    /// <summary>How trees are grown, for a value or for a value with its width.</summary>
    public static TreeCalibrationOptions TreeOptions(this TauRecipe recipe, bool isGaussian, int threads)
    {
        TreeCalibrationOptions defaults = new();
        TauTreesSection trees = recipe.Brt;
        return defaults with
        {
            Target = trees.Target,
            Closure = trees.Closure ? defaults.Closure : null,
            Boosting = defaults.Boosting with
            {
                Objective = isGaussian ? TreeObjective.Gaussian
                    : trees.Loss == TauTreeLoss.Huber ? TreeObjective.Huber : TreeObjective.Squared,
                Delta = trees.Delta,
                Rounds = trees.Rounds,
                Patience = trees.Patience,
                MaxDepth = trees.MaxDepth,
                LearningRate = trees.LearningRate,
                Bins = trees.Bins,
                MinChildWeight = trees.MinChildWeight,
                Lambda = trees.Lambda,
                RowShare = trees.RowShare,
                ColumnShare = trees.ColumnShare,
                Seed = recipe.Seed,
                Threads = threads,
            },
        };
    }

    /// <summary>What the network learns from and what it learns.</summary>
    public static TauNetworkOptions NetworkInputs(this TauRecipe recipe)
    {
        TauNetworkOptions defaults = new();
        return defaults with
        {
            Target = recipe.Mdn.Target,
            FoldEta = recipe.Mdn.FoldEta,
            LeastWidth = recipe.Mdn.LeastWidth,
            Closure = recipe.Mdn.Closure ? defaults.Closure : null,
        };
    }

    /// <summary>The network, or the members of an ensemble.</summary>
    public static NetworkOptions Network(this TauRecipe recipe) => TauNetworkOptions.Network with
    {
        Plan = TauNetworkOptions.Network.Plan with
        {
            Family = recipe.Mdn.Members == 1 ? NetworkFamily.Single
                : recipe.Mdn.Repulsive ? NetworkFamily.RepulsiveEnsemble : NetworkFamily.DeepEnsemble,
            Ensemble = new() { Members = Math.Max(EnsembleOptions.FewestMembers, recipe.Mdn.Members) },
            Shape = TrainingTranslation.Shape(recipe.Mdn.Hidden, recipe.Mdn.Activation),
            Loss = new MixtureNll(recipe.Mdn.Components),
        },
        Central = recipe.Mdn.CentralValue,
    };

    public static MetricsOptions Metrics(this TauRecipe recipe, int threads) => new()
    {
        Replicas = recipe.Validation.Bootstrap,
        MinimumEntries = recipe.Validation.MinimumEntries,
        Seed = recipe.Seed,
        Threads = threads,
    };
}
