using Moliere.Cli.Recipes.Pivot;
using Moliere.Cli.Studies.Boosted;
using Moliere.Simulation.Detector.Description;

namespace Moliere.Cli.Studies.Pivot;

/// <summary>The large-radius jets of the study, half of the crossings with pile-up.</summary>
internal static class PivotJets
{
    private const double Margin = 0.15; // of the momenta beyond the range of jets, for what radiation takes and gives

    /// <summary>Simulates the jets where they are not there yet, or goes on where a run was interrupted.</summary>
    /// <param name="request">Folder, progress, threads and cancellation.</param>
    /// <param name="recipe">How many, of which momenta.</param>
    /// <returns>Where the table is.</returns>
    public static string Make(StudyRequest request, PivotRecipe recipe)
    {
        PivotSourceSection source = recipe.Source;
        return BoostedTableStage.Make(request, new(
            new()
            {
                Events = source.Events,
                BosonEvents = 1,
                Cycle = 2, // background decides how well its difference between both sides is known
                PtMin = (1 - Margin) * source.PtMin,
                PtMax = (1 + Margin) * source.PtMax,
            },
            new()
            {
                EventsPerCrossing = source.EventsPerCrossing,
                PtMin = source.PtMin,
                PtMax = source.PtMax,
                TrimFraction = source.TrimFraction,
            },
            new(
                DetectorDescription.Default, new() { MeanMu = source.Mu, LibrarySize = source.Library }, new(),
                recipe.Seed)));
    }
}
