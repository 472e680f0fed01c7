using Moliere.Cli.Recipes.Jets;
using Moliere.Data.Tables;
using Moliere.Validation.Metrics;

namespace Moliere.Cli.Studies.Jets;

/// <summary>The recipe in the words of the rooms that do the work.</summary>
internal static class JetTranslation
{
    public static JetTableChoices Table(this JetRecipe recipe) => new(
        recipe.Source, recipe.Jets,
        new(recipe.Detector.Describe(), recipe.Pileup.ToOptions(), recipe.Clustering.ToOptions(), recipe.Seed));

    public static EventSplit Parts(this JetRecipe recipe) => new()
    {
        TrainingFraction = recipe.Split.Train,
        ValidationFraction = recipe.Split.Validation,
        Salt = recipe.Seed,
    };

    public static MetricsOptions Metrics(this JetRecipe recipe, int threads) => new()
    {
        Replicas = recipe.Validation.Bootstrap,
        MinimumEntries = recipe.Validation.MinimumEntries,
        Seed = recipe.Seed,
        Threads = threads,
    };
}
