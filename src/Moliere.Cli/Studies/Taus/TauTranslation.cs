using Moliere.Cli.Recipes.Taus;
using Moliere.Data.Tables;
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

    public static MetricsOptions Metrics(this TauRecipe recipe, int threads) => new()
    {
        Replicas = recipe.Validation.Bootstrap,
        MinimumEntries = recipe.Validation.MinimumEntries,
        Seed = recipe.Seed,
        Threads = threads,
    };
}
