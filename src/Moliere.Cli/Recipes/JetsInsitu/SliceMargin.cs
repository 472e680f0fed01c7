using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Moliere.Cli.Recipes.Jets;
using Moliere.Cli.Studies.Jets.Sources;

namespace Moliere.Cli.Recipes.JetsInsitu;

/// <summary>
/// Simulated events are chosen by jets of particles, selected ones by calibrated jets: a slice that ends where the
/// selection does would bend the spectrum of the selected events at both ends.
/// </summary>
internal static class SliceMargin
{
    private const double OfMomentum = 0.1, OfEta = 0.05; // more than two resolutions at 2 TeV, more than that of eta

    /// <summary>What the slice leaves out of the selection; nothing where both samples are tables.</summary>
    /// <param name="recipe">The recipe.</param>
    public static IEnumerable<ValidationResult> Missing(InsituRecipe recipe)
    {
        if (IsTable(recipe.Source.Input) && IsTable(recipe.Data.Source.Input))
        {
            return [];
        }

        (JetSampleSection jets, DijetSection selection) = (recipe.Jets, recipe.Selection);
        return
        [
            .. AtMost("slice_pt_min", jets.SlicePtMin, (1 - OfMomentum) * selection.PtMin),
            .. AtMost("slice_eta_min", jets.SliceEtaMin, Math.Max(0, selection.EtaMin - OfEta)),
            .. AtLeast("slice_pt_max", jets.SlicePtMax, (1 + OfMomentum) * selection.PtMax),
            .. AtLeast("slice_eta_max", jets.SliceEtaMax, selection.EtaMax + OfEta),
        ];
    }

    private static bool IsTable(string? input) => input is not null && JetTableInput.Tables.IsTable(input);

    private static IEnumerable<ValidationResult> AtMost(string key, double? value, double bound) =>
        value is { } given && given > bound + 1e-9 ? [Wrong(key, given, "at most", bound)] : [];

    private static IEnumerable<ValidationResult> AtLeast(string key, double? value, double bound) =>
        value is { } given && given < bound - 1e-9 ? [Wrong(key, given, "at least", bound)] : [];

    private static ValidationResult Wrong(string key, double value, string which, double bound) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{key} of jets is {value}, expected {which} {bound:0.###}: the slice of simulated events must enclose ")
            + "the selection with a margin of 10 % in pt and 0.05 in eta.",
        [nameof(InsituRecipe.Jets)]);
}
