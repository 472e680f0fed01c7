using Moliere.Cli.Recipes.Decorrelate;
using Moliere.Learning.Trees.Adaptive;
using Moliere.Tagging.Decorrelation;
using Moliere.Validation.Metrics;

namespace Moliere.Cli.Studies.Decorrelate;

/// <summary>The recipe in the words of the rooms that do the work.</summary>
internal static class DecorrelateTranslation
{
    public static AdaptiveOptions Boosting(this DecorrelateRecipe recipe, int threads) => new()
    {
        Rounds = recipe.Trees.Rounds,
        LearningRate = recipe.Trees.LearningRate,
        MaxDepth = recipe.Trees.Depth,
        LeastLeafShare = recipe.Trees.LeastLeafShare,
        Threads = threads,
    };

    public static UniformOptions? Uniform(this DecorrelateRecipe recipe, double? strength) => strength is { } alpha
        ? new() { Strength = alpha, TargetEfficiency = recipe.Trees.TargetEfficiency } : null;

    public static NetworkOptions Options(this DecorrelateRecipe recipe, int threads, int start)
    {
        var options = new NetworkOptions();
        return options with
        {
            Tagger = options.Tagger with { Hidden = [.. recipe.Network.Hidden] },
            Training = options.Training with
            {
                Epochs = recipe.Network.Epochs,
                BatchSize = recipe.Network.BatchSize,
                LearningRate = recipe.Network.LearningRate,
                Patience = 0,
                Threads = threads,
                Seed = recipe.Seed + (1000 * (ulong)(start - 1)),
            },
            AdversaryUnits = recipe.Adversary.Units,
            Components = recipe.Adversary.Components,
            GameEpochs = recipe.Adversary.Epochs,
            Mode = recipe.Adversary.Mode,
            Patience = recipe.Adversary.Patience,
            AdversarySteps = recipe.Adversary.Steps,
            AdversaryPretraining = recipe.Adversary.Pretraining,
            GameRate = recipe.Adversary.NetworkRate,
            AdversaryRate = recipe.Adversary.AdversaryRate,
        };
    }

    public static MetricsOptions Metrics(this DecorrelateRecipe recipe, int threads) => new()
    {
        Replicas = recipe.Validation.Bootstrap,
        MinimumEntries = 20, // a rejection of fewer jets says nothing
        Seed = recipe.Seed,
        Threads = threads,
    };
}
