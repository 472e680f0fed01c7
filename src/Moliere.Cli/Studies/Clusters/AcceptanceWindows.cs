using System.Globalization;
using Moliere.Validation.Metrics;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Clusters;

/// <summary>
/// The windows that the mixture network must reach against the look-up tables on the default sample. Other samples are
/// shown against the same windows for orientation.
/// </summary>
/// <source>Physics notes section 1.8.</source>
internal static class AcceptanceWindows
{
    private const string Network = "mdn", Tables = "lcw";

    /// <summary>One row per window whose figures exist; empty without both methods.</summary>
    public static IReadOnlyList<ReportCheck> Of(Judgement judgement)
    {
        IReadOnlyList<FigureEntry> figures = judgement.Figures;
        ReportCheck?[] checks =
        [
            Linearity(judgement, 0.3, 1, 0.05),
            Linearity(judgement, 1, 100, 0.02),
            ResolutionRatio(figures, 0.3, 1, 0.8),
            ResolutionRatio(figures, 5, 20, 0.9),
            ResolutionRatio(figures, 50, 200, 1),
            PileupSlope(figures),
            Within("pull: core mean", "within ±0.05", figures.Whole(MetricName.PullMean, Network)?.Value, -0.05, 0.05),
            Within("pull: core width", "0.85 to 1.05", figures.Whole(MetricName.PullWidth, Network)?.Value, 0.85, 1.05),
        ];
        return [.. checks.OfType<ReportCheck>()];
    }

    // Every bin of the curve inside the range counts, not the average of the range: a bias that changes sign is a bias.
    private static ReportCheck? Linearity(Judgement judgement, double low, double high, double window)
    {
        BinAxis axis = judgement.Axes.First(a => a.Variable == "E_dep" && !a.IsRanges);
        double[] values = [.. judgement.Figures.Curve(MetricName.LinearityMedian, Network, axis)
            .Where(entry => entry.Low >= low * 0.999 && entry.High <= high * 1.001)
            .Select(entry => entry.Value).OfType<double>()];
        return values.Length == 0 ? null : Within(
            Text($"mdn: largest |linearity| (median), E_dep {low}–{high} GeV"), Text($"below {window}"),
            values.Max(Math.Abs), 0, window);
    }

    private static ReportCheck? ResolutionRatio(
        IReadOnlyList<FigureEntry> figures, double low, double high, double most)
    {
        double? network = figures.InBin(MetricName.Resolution, Network, "E_dep", low, high)?.Value;
        double? tables = figures.InBin(MetricName.Resolution, Tables, "E_dep", low, high)?.Value;
        string claim = Text($"resolution mdn / lcw, E_dep {low}–{high} GeV");
        return Within(claim, Text($"at most {most}"), network / tables, 0, most);
    }

    private static ReportCheck? PileupSlope(IReadOnlyList<FigureEntry> figures)
    {
        double? Slope(string method) => figures.FirstOrDefault(e =>
            e.Metric == MetricName.LinearitySlope && e.Method == method && e.Variable == "mu")?.Value;
        double ratio = Math.Abs((Slope(Network) / Slope(Tables)) ?? double.NaN);
        return Within("slope of linearity against mu, |mdn / lcw|", "at most 0.5", ratio, 0, 0.5);
    }

    private static ReportCheck? Within(string claim, string wanted, double? found, double low, double high) =>
        found is not { } value || double.IsNaN(value)
            ? null
            : new(claim, wanted, value.ToString("0.0000", CultureInfo.InvariantCulture), value >= low && value <= high);

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
