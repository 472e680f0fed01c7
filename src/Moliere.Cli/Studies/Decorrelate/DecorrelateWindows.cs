using Moliere.Cli.Recipes.Decorrelate;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Tagging;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Decorrelate;

/// <summary>
/// What the study must show: the order of taggers, and that each decorrelation makes its own flatter.
/// </summary>
/// <param name="figures">What was measured.</param>
/// <param name="recipe">Which methods.</param>
/// <source>Physics notes, sections 2 and 7b.</source>
internal sealed class DecorrelateWindows(IReadOnlyList<FigureEntry> figures, DecorrelateRecipe recipe)
{
    /// <summary>
    /// One row per window that the methods of the recipe allow; one that lacks a figure says why, and is not reached.
    /// </summary>
    public IReadOnlyList<ReportCheck> All =>
    [
        .. Of(DecorrelateMethod.Network, DecorrelateMethod.Adaboost, Above),
        .. Of(DecorrelateMethod.Adaboost, DecorrelateMethod.D2, Above),
        .. Of(DecorrelateMethod.Ddt, DecorrelateMethod.Tau21, Flatter),
        .. Of(DecorrelateMethod.Knn, DecorrelateMethod.D2, Flatter),
        .. Of(DecorrelateMethod.Css, DecorrelateMethod.D2, Flatter),
        .. Of(DecorrelateMethod.Uboost, DecorrelateMethod.Adaboost, Flatter),
        .. Of(DecorrelateMethod.Disco, DecorrelateMethod.Network, Flatter),
        .. Of(DecorrelateMethod.Adversary, DecorrelateMethod.Network, Flatter),
        .. Of(DecorrelateMethod.Disco, DecorrelateMethod.Network, Darker),
        .. Of(DecorrelateMethod.Adversary, DecorrelateMethod.Network, Darker),
        .. Of(DecorrelateMethod.Adversary, DecorrelateMethod.Network, Dearer),
    ];

    // The strongest setting is held against the plain method.
    private IEnumerable<ReportCheck> Of(
        DecorrelateMethod method, DecorrelateMethod plain, Func<string, string, ReportCheck> window) =>
        recipe.Methods.Contains(method) && recipe.Methods.Contains(plain)
            ? [window(DecorrelateNames.Of(recipe, method)[^1], DecorrelateNames.Of(plain))] : [];

    private ReportCheck Above(string better, string worse)
    {
        (double high, double highError) = Measured(TaggingMetric.Area, better);
        (double low, double lowError) = Measured(TaggingMetric.Area, worse);
        double error = Math.Sqrt((highError * highError) + (lowError * lowError));
        return Check(
            $"area under the curve of {better} minus that of {worse}", "above 0 by more than its error",
            Lack(TaggingMetric.Area, better, worse),
            Text($"{high - low:0.000} ± {error:0.000} ({high:0.000} - {low:0.000})"), high - low > error);
    }

    // The floor falls with the rejection, so each method is held against its own.
    private ReportCheck Flatter(string flat, string plain)
    {
        (double above, double aboveError) = Measured(TaggingMetric.Flatness, flat);
        (double below, double belowError) = Measured(TaggingMetric.Flatness, plain);
        double floor = 1 / Measured(TaggingMetric.SculptingFloor, flat).Value, ratio = above / below;
        double error = ratio * Math.Sqrt(Math.Pow(aboveError / above, 2) + Math.Pow(belowError / below, 2));
        return Check(
            $"1/JSD of {flat} over that of {plain}", "above 1 by more than its error",
            Lack(TaggingMetric.Flatness, flat, plain),
            Text($"{ratio:0.0} ± {error:0.0} ({above:0.0} / {below:0.0}, floor {floor:0.0})"), ratio - error > 1);
    }

    private ReportCheck Darker(string dark, string plain)
    {
        (double left, double leftError) = Measured(TaggingMetric.FreshInformation, dark);
        (double told, double toldError) = Measured(TaggingMetric.FreshInformation, plain);
        double error = Math.Sqrt((leftError * leftError) + (toldError * toldError));
        return Check(
            $"what a fresh adversary reads from {dark} [nat]", $"less than from {plain} by more than the error",
            Lack(TaggingMetric.FreshInformation, dark, plain),
            Text($"{left:0.000} against {told:0.000} ± {error:0.000}"), told - left > error);
    }

    private ReportCheck Dearer(string strongest, string plain)
    {
        double free = Measured(TaggingMetric.CrossEntropy, plain).Value;
        double paid = Measured(TaggingMetric.CrossEntropy, strongest).Value;
        return Check(
            $"cross-entropy of {strongest}", Text($"between the plain network's and ln 2 = {Math.Log(2):0.000}"),
            Lack(TaggingMetric.CrossEntropy, strongest, plain), Text($"{free:0.000} → {paid:0.000}"),
            paid > free && paid < Math.Log(2));
    }

    private static ReportCheck Check(string claim, string wanted, string? lack, string found, bool passed) =>
        new(claim, wanted, lack ?? found, lack is null && passed);

    // NaN where there is no figure, or no interval though replicas were asked for. Without replicas values alone are
    // compared.
    private (double Value, double Error) Measured(string metric, string method)
    {
        FigureEntry? entry = figures.Whole(metric, method);
        return (entry?.Value ?? double.NaN, entry?.Error ?? (recipe.Validation.Bootstrap > 0 ? double.NaN : 0));
    }

    // Why a figure of methods is missing; null where none is.
    private string? Lack(string metric, params string[] methods)
    {
        string[] without = [.. methods.Where(method =>
            Measured(metric, method) is var (value, error) && double.IsNaN(value + error))];
        bool isEmpty = metric == TaggingMetric.Flatness && Array.TrueForAll(
            without, method => Measured(TaggingMetric.BackgroundEfficiency, method).Value == 0);
        return without.Length == 0 ? null : $"cannot be judged: "
            + $"{(isEmpty ? "no background passes the cut" : "too few test jets for a figure")} of "
            + string.Join(" and ", without);
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
