using System.Globalization;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Taus;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Taus;

/// <summary>
/// The windows that the methods must reach on the default sample. Where a window is for every bin of true pT, the worst
/// one decides; it may miss its window by one standard error.
/// </summary>
/// <source>Physics notes section 3.5.</source>
internal static class TauWindows
{
    private const string Combined = "combined", Trees = "brt", Network = "mdn";
    private const double LowestPt = 10, ScalePt = 20, HighestPt = 200, Scale = 0.01;
    private const double LargestGain = 0.9, Level = 1.02, Halves = 0.75;

    /// <summary>One row per window whose figures exist.</summary>
    public static IReadOnlyList<ReportCheck> Of(StudyJudgement judgement)
    {
        var found = new Findings(judgement.Figures, TauAxes.Momentum, TauAxes.Ranges, TauAxes.Ranges);
        ReportCheck?[] checks =
        [
            Below(found, Trees, Combined, 1),
            Below(found, Network, Trees, Level),
            Gain(found),
            Closes(found, Trees),
            Closes(found, Network),
            Sharper(found),
            Pull(found, MetricName.PullMean, "median of the pull", -0.05, 0.05),
            Pull(found, MetricName.PullWidth, "width of the pull", 0.85, 1.1),
        ];
        return [.. checks.OfType<ReportCheck>()];
    }

    private static ReportCheck? Below(Findings found, string better, string worse, double level) =>
        found.Worst(TauMetric.Resolution68Ratio, MethodComparison.NameOf(better, worse), LowestPt, HighestPt,
            entry => entry.Value!.Value - Findings.ErrorOf(entry)) is { } worst
            ? new($"resolution {better} / {worse} in every bin",
                Text($"below {level} within a standard error"), Findings.Text(worst),
                worst.Value - Findings.ErrorOf(worst) < level)
            : null;

    private static ReportCheck? Gain(Findings found) =>
        found.InBin(
            TauMetric.Resolution68Ratio, MethodComparison.NameOf(Network, Combined), TauAxes.TruePt, new(20, 60))
            is { Value: { } value } entry
            ? new($"resolution {Network} / {Combined}, 20–60 GeV", Text($"at most {LargestGain}"),
                Findings.Number(entry), value <= LargestGain)
            : null;

    private static ReportCheck? Closes(Findings found, string method) =>
        found.Worst(TauMetric.Scale, method, ScalePt, HighestPt,
            entry => Math.Abs(entry.Value!.Value) - Findings.ErrorOf(entry)) is { } worst
            ? new($"{method}: scale in every bin above 20 GeV", "within 0.01 and a standard error",
                Findings.Text(worst), Math.Abs(worst.Value!.Value) - Findings.ErrorOf(worst) <= Scale)
            : null;

    private static ReportCheck? Sharper(Findings found) =>
        found.Whole(TauMetric.HalfRatio, Network) is { Value: { } value } entry
            ? new($"{Network}: resolution of the better half in predicted σ over that of the worse",
                Text($"at most {Halves}"), Findings.Number(entry), value <= Halves)
            : null;

    private static ReportCheck? Pull(Findings found, string metric, string words, double low, double high) =>
        found.Whole(metric, Network) is { Value: { } value } entry
            ? new($"{Network}: {words}", Text($"{low} to {high}"), Findings.Number(entry),
                value >= low && value <= high)
            : null;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
