using System.Globalization;
using Moliere.Data.Geometry;
using Moliere.Validation.Metrics;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Clusters;

/// <summary>
/// The windows that the uncertainties of the Bayesian network must reach on the default sample: pulls, agreement with
/// the ensemble, the law of large numbers, and the region that is known to be uncertain.
/// </summary>
/// <source>Physics notes section 1.8; Bollweg et al., arXiv:1904.10004, figure 4, for the learning curve.</source>
internal static class UncertaintyWindows
{
    private const string Bayesian = "bnn", Members = "ensemble";

    /// <summary>One row per window whose figures exist; empty without the Bayesian network.</summary>
    public static IReadOnlyList<ReportCheck> Of(Judgement judgement)
    {
        IReadOnlyList<FigureEntry> figures = judgement.Figures;
        ReportCheck?[] checks =
        [
            Whole(figures, "bnn: median of the pull", MetricName.PullMean, Bayesian, -0.05, 0.05),
            Whole(figures, "bnn: centre of the pull's normal core", MetricName.PullCoreMean, Bayesian, -0.05, 0.05),
            Whole(figures, "bnn: width of the pull", MetricName.PullWidth, Bayesian, 0.85, 1.05),
            Whole(figures, "median σ_{tot} ensemble / bnn", MetricName.SigmaRatioMedian,
                MethodComparison.NameOf(Members, Bayesian), 0.9, 1.1),
            NotWorse(figures, "mdn"),
            NotWorse(figures, "dnn"),
            .. Learning(judgement.Learning),
            Gap(judgement.Enrichments),
        ];
        return [.. checks.OfType<ReportCheck>()];
    }

    private static ReportCheck? Whole(
        IReadOnlyList<FigureEntry> figures, string claim, string metric, string method, double low, double high) =>
        figures.Whole(metric, method) is { Value: { } value } entry
            ? new(claim, Text($"{low} to {high}"), Number(value, entry.Error), value >= low && value <= high)
            : null;

    // Both intervals in quadrature: the methods share their clusters, so this is generous.
    private static ReportCheck? NotWorse(IReadOnlyList<FigureEntry> figures, string other)
    {
        FigureEntry? ours = figures.InBin(MetricName.Resolution, Bayesian, "E_dep", 1, 100);
        FigureEntry? theirs = figures.InBin(MetricName.Resolution, other, "E_dep", 1, 100);
        if (ours?.Value is not { } a || theirs?.Value is not { } b)
        {
            return null;
        }

        double error = Math.Sqrt(Math.Pow(ours.Error ?? 0, 2) + Math.Pow(theirs.Error ?? 0, 2));
        return new(
            $"resolution bnn / {other}, E_dep 1–100 GeV", "at most 1 within the errors", Number(a / b, error / b),
            a <= b + error);
    }

    private static IEnumerable<ReportCheck> Learning(IReadOnlyList<FigureEntry> entries)
    {
        FigureEntry[] stats = [.. entries.Where(entry => entry.Metric == MetricName.SigmaStat)];
        foreach (FigureEntry few in stats)
        {
            FigureEntry? many = stats.FirstOrDefault(entry => IsTenTimes(few.Low!.Value, entry.Low!.Value));
            FigureEntry? systFew = SystAt(entries, few.Low), systMany = SystAt(entries, many?.Low);
            if (many?.Value / few.Value is not { } stat || systMany?.Value / systFew?.Value is not { } syst)
            {
                continue;
            }

            string sizes = Text($"bnn, {few.Low} to {many!.Low} clusters");
            yield return new($"σ_{{stat}} ratio: {sizes}", "at most 0.5", Number(stat, null), stat <= 0.5);
            yield return new(
                $"σ_{{syst}} ratio: {sizes}", "0.9 to 1.1", Number(syst, null), Math.Abs(syst - 1) <= 0.1);
        }
    }

    private static FigureEntry? SystAt(IReadOnlyList<FigureEntry> entries, double? rows) =>
        entries.FirstOrDefault(entry => entry.Metric == MetricName.SigmaSyst && entry.Low == rows);

    // Fractions of a whole number of clusters are rounded.
    private static bool IsTenTimes(double few, double many) => Math.Abs((many / few) - 10) < 0.1;

    private static ReportCheck? Gap(IReadOnlyList<FigureEntry> entries) =>
        entries.FirstOrDefault(entry => entry.Method == Bayesian
            && entry.Variable == LargeUncertainty.VariableOf(CaloSampling.TileGap)) is { Value: { } value } entry
            ? new(
                "bnn: gap scintillators among the 1 % with the largest σ_{tot} / R, enrichment", "at least 3",
                Number(value, entry.Error), value >= 3)
            : null;

    private static string Number(double value, double? error) => error is null
        ? value.ToString("0.0000", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{value:0.0000} ± {error:0.0000}");

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
