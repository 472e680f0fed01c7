using Moliere.Calibration;
using Moliere.Calibration.Classical;
using Moliere.Calibration.Classical.Jets;
using Moliere.Cli.Recipes;
using Moliere.Cli.Recipes.Jets;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Cli.Studies.Jets;

/// <summary>Derives the methods of a recipe from jets, resuming trainings that were interrupted.</summary>
/// <param name="request">Folder, progress, threads and cancellation.</param>
/// <param name="recipe">Which methods.</param>
/// <param name="sample">The jets.</param>
internal sealed class JetMethodStage(StudyRequest request, JetRecipe recipe, SelectedSample sample)
{
    /// <summary>Why a table may leave out networks over constituents.</summary>
    public const string NoConstituents =
        "is left out: the table has no constituents (columns constituent_pt and so on).";

    private readonly Lazy<JetChain> _chain = new(() => JetChainStage.Get(request, sample[SplitPart.Training]));

    /// <summary>File of a network inside a run folder.</summary>
    public static string FileName(string method) => $"models/{method}.model";

    /// <summary>Name of a method in recipes, files and figures.</summary>
    public static string NameOf(JetMethod method) => RecipeText.Write(method, typeof(JetMethod));

    /// <summary>Whether a method is a network over constituents, which few tables carry.</summary>
    public static bool NeedsConstituents(JetMethod method) => method is JetMethod.Deepsets or JetMethod.Efn;

    /// <summary>The methods in the order of the recipe, without those that the table cannot serve.</summary>
    /// <exception cref="RefusalException">There are too few jets.</exception>
    public IReadOnlyList<DerivedMethod> Derive()
    {
        sample.RequireParts();
        request.Progress.Say(
            $"{sample[SplitPart.Training].RowCount} jets to derive from, {sample[SplitPart.Validation].RowCount} for "
            + "validation.");
        var methods = new List<DerivedMethod>();
        foreach (JetMethod method in recipe.Methods)
        {
            if (NeedsConstituents(method) && !sample.Columns.Has(JetColumns.ConstituentPt))
            {
                request.Progress.Say($"{NameOf(method)} {NoConstituents}");
                continue;
            }

            methods.Add(Derive(method));
        }

        return methods;
    }

    /// <summary>The scale that networks start from; null for constituent scale.</summary>
    /// <param name="start">As in the recipe.</param>
    /// <param name="chain">The standard chain.</param>
    public static ICalibration? Start(JetStart start, Func<JetChain> chain) => start switch
    {
        JetStart.Mcjes => chain().UpTo(NameOf(JetMethod.Mcjes)),
        JetStart.Gsc => chain().UpTo(NameOf(JetMethod.Gsc)),
        _ => null,
    };

    private DerivedMethod Derive(JetMethod method) => method switch
    {
        JetMethod.Em => new(new EnergyScale(), null),
        JetMethod.Pileup or JetMethod.Mcjes or JetMethod.Eta or JetMethod.Gsc =>
            new(_chain.Value.UpTo(NameOf(method)), null),
        _ => JetNetworkStage.Train(
            request, recipe, method, sample, Start(recipe.Learning.Input, () => _chain.Value)),
    };
}
