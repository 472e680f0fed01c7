using Moliere.Cli.Recipes.Displaced;
using Moliere.Learning.Trees.Exchange;

namespace Moliere.Cli.Studies.Displaced;

/// <summary>What others need to use the search without this program.</summary>
internal static class DisplacedPreservation
{
    /// <summary>Trees of events as a model of XGBoost, from which <c>export</c> prints source.</summary>
    public static string EventTrees => "models/events.json";

    /// <summary>Writes the files.</summary>
    public static void Write(
        StudyRequest request, DisplacedRecipe recipe, DisplacedFindings findings, DisplacedNetworks networks)
    {
        XgboostFile.Write(
            request.Folder.PathOf(EventTrees), findings.First(DisplacedMethods.Adversarial).Chain.Trees.Trees);
    }
}
