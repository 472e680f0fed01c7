using Moliere.Calibration.Taus;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Taus;
using Moliere.Data.Expressions;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Validation.Metrics;

namespace Moliere.Cli.Studies.Taus;

/// <summary>Which quantities the learnt scales use: how much the resolution suffers when one is shuffled.</summary>
internal static class TauImportance
{
    /// <summary>Importances of each learnt method, in the order of the methods; none where the recipe wants none.</summary>
    /// <param name="request">Progress and cancellation.</param>
    /// <param name="recipe">How many taus.</param>
    /// <param name="taus">Test taus with the classical scales.</param>
    /// <param name="methods">The methods.</param>
    public static IReadOnlyList<(string Method, IReadOnlyList<FeatureImportance> Features)> Of(
        StudyRequest request, TauRecipe recipe, Table taus, IReadOnlyList<DerivedMethod> methods)
    {
        DerivedMethod[] learnt =
            [.. methods.Where(method => IsLearnt(method.Calibration.Name) && recipe.Validation.ImportanceTaus > 1)];
        if (learnt.Length == 0)
        {
            return [];
        }

        using RunStage stage = request.Progress.Stage("importance of inputs", learnt.Length, "methods");
        var found = new List<(string, IReadOnlyList<FeatureImportance>)>();
        foreach (DerivedMethod method in learnt)
        {
            request.Cancellation.ThrowIfCancellationRequested();
            found.Add((method.Calibration.Name, Of(method, recipe, taus)));
            stage.Advance();
        }

        return found;
    }

    private static IReadOnlyList<FeatureImportance> Of(DerivedMethod method, TauRecipe recipe, Table taus) =>
        PermutationImportance.Of(
            taus, Groups(taus),
            table => ResponseLoss.Resolution(TargetOf(table), method.Calibration.Apply(table), WeightsOf(table)),
            new() { Rows = recipe.Validation.ImportanceTaus, Seed = recipe.Seed });

    private static bool IsLearnt(string method) => method != TauMethodStage.NameOf(TauMethod.Lc)
        && method != TauMethodStage.NameOf(TauMethod.Calorimeter)
        && method != TauMethodStage.NameOf(TauMethod.Combined);

    // The probabilities of decay modes are one statement.
    private static FeatureGroup[] Groups(Table taus) =>
    [
        .. TauFeatures.All.SelectMany(feature => Expression.Parse(feature.Expression).Columns).Distinct()
            .Where(taus.Has).Except(TauColumns.Modes).Select(column => new FeatureGroup(column, [column])),
        .. TauColumns.Modes.All(taus.Has) ? [new FeatureGroup("decay modes", TauColumns.Modes)]
            : Array.Empty<FeatureGroup>(),
    ];

    private static float[] TargetOf(Table taus) =>
        [.. taus.Floats(TauColumns.Pt).Zip(taus.Floats(TauColumns.TruthPt), (pt, truth) => pt / truth)];

    private static float[]? WeightsOf(Table taus) =>
        taus.Has(TauColumns.Weight) ? taus.Floats(TauColumns.Weight) : null;
}
