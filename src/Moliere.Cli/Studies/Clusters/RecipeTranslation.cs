using Moliere.Cli.Recipes.Clusters;
using Moliere.Data.Tables;
using Moliere.Learning.Training;
using Moliere.Simulation.Samples;
using Moliere.Validation.Metrics;

namespace Moliere.Cli.Studies.Clusters;

/// <summary>The recipe in the words of the rooms that do the work.</summary>
internal static class RecipeTranslation
{
    public static DetectorChoices Choices(this ClusterRecipe recipe) => new(
        recipe.Detector.Describe(), recipe.Pileup.ToOptions(), recipe.Clustering.ToOptions(), recipe.Seed);

    public static ClusterSampleOptions Jets(this ClusterRecipe recipe) => new()
    {
        JetPtMin = recipe.Selection.JetPtMin,
        JetRapidityMax = recipe.Selection.JetRapidityMax,
    };

    public static EventSplit Parts(this ClusterRecipe recipe) => new()
    {
        TrainingFraction = recipe.Split.Train,
        ValidationFraction = recipe.Split.Validation,
        Salt = recipe.Seed,
    };

    public static TrainerOptions Trainer(this ClusterRecipe recipe, ClusterMethod method, int threads)
    {
        TrainerOptions options = recipe.Training.Trainer(recipe.Seed, threads);
        return method switch
        {
            ClusterMethod.Bnn => options with { Epochs = recipe.Bnn.Epochs, LearningRate = recipe.Bnn.LearningRate },
            ClusterMethod.Ensemble or ClusterMethod.DeepEnsemble => options with { Epochs = recipe.Ensemble.Epochs },
            _ => options,
        };
    }

    public static MetricsOptions Metrics(this ClusterRecipe recipe, int threads) => new()
    {
        Replicas = recipe.Validation.Bootstrap,
        MinimumEntries = recipe.Validation.MinimumEntries,
        Seed = recipe.Seed,
        Threads = threads,
    };
}
