using Moliere.Cli.Recipes.Decorrelate;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Tagging;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Decorrelate;

/// <summary>
/// What the study must show: the order of taggers, and that each decorrelation makes its own flatter.
/// </summary>
/// <source>Physics notes, sections 2 and 7b.</source>
internal static class DecorrelateWindows
{
    /// <summary>One row per window that the methods of the recipe allow.</summary>
    /// <param name="findings">The figures.</param>
    /// <param name="recipe">Which methods.</param>
    public static IReadOnlyList<ReportCheck> Of(DecorrelateFindings findings, DecorrelateRecipe recipe)
    {
        var checks = new List<ReportCheck>();
        Above(DecorrelateMethod.Network, DecorrelateMethod.Adaboost);
        Above(DecorrelateMethod.Adaboost, DecorrelateMethod.D2);
        Flatter(DecorrelateMethod.Ddt, DecorrelateMethod.Tau21);
        Flatter(DecorrelateMethod.Knn, DecorrelateMethod.D2);
        Flatter(DecorrelateMethod.Css, DecorrelateMethod.D2);
        Flatter(DecorrelateMethod.Uboost, DecorrelateMethod.Adaboost);
        Flatter(DecorrelateMethod.Disco, DecorrelateMethod.Network);
        Flatter(DecorrelateMethod.Adversary, DecorrelateMethod.Network);
        Darker(DecorrelateMethod.Disco);
        Darker(DecorrelateMethod.Adversary);
        if (Has(DecorrelateMethod.Adversary) && Has(DecorrelateMethod.Network))
        {
            checks.Add(Price(findings, recipe));
        }

        return checks;

        bool Has(params DecorrelateMethod[] methods) => methods.All(recipe.Methods.Contains);

        void Above(DecorrelateMethod better, DecorrelateMethod worse)
        {
            if (Has(better, worse))
            {
                (string one, string two) = (DecorrelateNames.Of(better), DecorrelateNames.Of(worse));
                (double high, double highError) = Measured(findings, TaggingMetric.Area, one);
                (double low, double lowError) = Measured(findings, TaggingMetric.Area, two);
                double error = Math.Sqrt((highError * highError) + (lowError * lowError));
                checks.Add(new(
                    $"area under the curve of {one} minus that of {two}", "above 0 by more than its error",
                    Text($"{high - low:0.000} ± {error:0.000} ({high:0.000} - {low:0.000})"), high - low > error));
            }
        }

        void Darker(DecorrelateMethod dark)
        {
            if (Has(dark, DecorrelateMethod.Network))
            {
                checks.Add(Left(
                    findings, DecorrelateNames.Of(recipe, dark)[^1], DecorrelateNames.Of(DecorrelateMethod.Network)));
            }
        }

        void Flatter(DecorrelateMethod flat, DecorrelateMethod plain)
        {
            if (Has(flat, plain))
            {
                checks.Add(Gain(findings, DecorrelateNames.Of(recipe, flat)[^1], DecorrelateNames.Of(plain)));
            }
        }
    }

    // The floor falls with the rejection, so each method is held against its own.
    private static ReportCheck Gain(DecorrelateFindings findings, string flat, string plain)
    {
        (double above, double aboveError) = Measured(findings, TaggingMetric.Flatness, flat);
        (double below, double belowError) = Measured(findings, TaggingMetric.Flatness, plain);
        double floor = 1 / findings.Value(TaggingMetric.SculptingFloor, flat), ratio = above / below;
        double error = ratio * Math.Sqrt(Math.Pow(aboveError / above, 2) + Math.Pow(belowError / below, 2));
        return new(
            $"1/JSD of {flat} over that of {plain}", "above 1 by more than its error",
            Text($"{ratio:0.0} ± {error:0.0} ({above:0.0} / {below:0.0}, floor {floor:0.0})"), ratio - error > 1);
    }

    private static ReportCheck Left(DecorrelateFindings findings, string dark, string plain)
    {
        (double left, double leftError) = Measured(findings, TaggingMetric.FreshInformation, dark);
        (double told, double toldError) = Measured(findings, TaggingMetric.FreshInformation, plain);
        double error = Math.Sqrt((leftError * leftError) + (toldError * toldError));
        return new(
            $"what a fresh adversary reads from {dark} [nat]", $"less than from {plain} by more than the error",
            Text($"{left:0.000} against {told:0.000} ± {error:0.000}"), told - left > error);
    }

    // Without replicas there is no interval: values alone are compared.
    private static (double Value, double Error) Measured(DecorrelateFindings findings, string metric, string method)
    {
        FigureEntry? entry = findings.Figures.Whole(metric, method);
        return (entry?.Value ?? double.NaN, entry?.Error ?? 0);
    }

    private static ReportCheck Price(DecorrelateFindings findings, DecorrelateRecipe recipe)
    {
        string strongest = DecorrelateNames.Of(recipe, DecorrelateMethod.Adversary)[^1];
        double plain = findings.Value(TaggingMetric.CrossEntropy, DecorrelateNames.Of(DecorrelateMethod.Network));
        double paid = findings.Value(TaggingMetric.CrossEntropy, strongest);
        return new(
            $"cross-entropy of {strongest}", Text($"between the plain network's and ln 2 = {Math.Log(2):0.000}"),
            Text($"{plain:0.000} → {paid:0.000}"), paid > plain && paid < Math.Log(2));
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
