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
    /// <summary>Importances of each learnt method, in their order; none where the recipe wants none.</summary>
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
            TauRatios.Of(taus), Groups(taus), ratios => LossOf(method, TauRatios.ToMomenta(ratios)),
            new() { Rows = recipe.Validation.ImportanceTaus, Seed = recipe.Seed });

    // The truth is a ratio to the combined scale too, so shuffled scales do not move taus away from it.
    private static double LossOf(DerivedMethod method, Table taus) =>
        ResponseLoss.Resolution(TargetOf(taus), method.Calibration.Apply(taus), WeightsOf(taus));

    private static bool IsLearnt(string method) => method != TauMethodStage.NameOf(TauMethod.Lc)
        && method != TauMethodStage.NameOf(TauMethod.Calorimeter)
        && method != TauMethodStage.NameOf(TauMethod.Combined);

    // One group per input, named after it: the column that is a ratio in this form. Decay modes are one statement.
    private static FeatureGroup[] Groups(Table taus) =>
    [
        .. TauFeatures.All.Select(feature => (feature.Name, Expression.Parse(feature.Expression).Columns[0]))
            .Where(input => taus.Has(input.Item2) && !TauColumns.Modes.Contains(input.Name))
            .Select(input => new FeatureGroup(input.Name, [input.Item2])),
        .. TauColumns.Modes.All(taus.Has) ? [new FeatureGroup("decay modes", TauColumns.Modes)]
            : Array.Empty<FeatureGroup>(),
    ];

    private static float[] TargetOf(Table taus) =>
        [.. taus.Floats(TauColumns.Pt).Zip(taus.Floats(TauColumns.TruthPt), (pt, truth) => pt / truth)];

    private static float[]? WeightsOf(Table taus) =>
        taus.Has(TauColumns.Weight) ? taus.Floats(TauColumns.Weight) : null;
}
