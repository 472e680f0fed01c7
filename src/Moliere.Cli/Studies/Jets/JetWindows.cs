using System.Globalization;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Jets;
using Moliere.Validation.Plots.Jets;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Jets;

/// <summary>
/// The windows that the methods must reach on the default sample. Where a window is for every bin, the worst one
/// decides; it may miss its window by one standard error.
/// </summary>
/// <source>Physics notes sections 2.7 and 2.8.</source>
internal static class JetWindows
{
    private const string Inversion = "mcjes", Eta = "eta", Sequential = "gsc", Network = "deepsets";
    private const double LowestPt = 30, Closure = 0.01, Neighbourhood = 0.2;

    /// <summary>One row per window whose figures exist.</summary>
    public static IReadOnlyList<ReportCheck> Of(StudyJudgement judgement)
    {
        var windows = new Findings(
            judgement.Figures,
            JetAxes.Standard.First(axis => axis.Variable == JetAxes.TruePt && !axis.IsRanges),
            JetAxes.Standard.First(axis => axis.Variable == JetAxes.TruePt && axis.IsRanges), JetAxes.Coarse);
        ReportCheck?[] checks =
        [
            Closes(windows, Inversion),
            Closes(windows, Sequential),
            Unchanged(windows),
            Sharper(windows),
            .. JetAnchors.Points.Select(anchor => Anchor(windows, anchor)),
            Flavour(windows, Sequential, Inversion),
            Flavour(windows, Network, Sequential),
            Closes(windows, Network),
            BetterEverywhere(windows),
            Gain(windows),
            Pull(windows, MetricName.PullMean, "median of the pull", -0.05, 0.05),
            Pull(windows, MetricName.PullWidth, "width of the pull", 0.85, 1.1),
        ];
        return [.. checks.OfType<ReportCheck>()];
    }

    private static ReportCheck? Closes(Findings found, string method) =>
        found.Worst(JetMetric.Closure, method, LowestPt, 3000,
            entry => Math.Abs(entry.Value!.Value) - Findings.ErrorOf(entry))
            is { } worst
            ? new($"{method}: closure in every bin above 30 GeV", "within 0.01 and a standard error",
                Findings.Text(worst), Math.Abs(worst.Value!.Value) - Findings.ErrorOf(worst) <= Closure)
            : null;

    private static ReportCheck? Unchanged(Findings found)
    {
        string before = found.Has(Eta) ? Eta : Inversion;
        return found.LargestChange(JetMetric.Closure, Sequential, before, LowestPt) is not { } change ? null
            : new($"{Sequential}: largest change of the mean response from {before}, ranges above 30 GeV",
                "at most 0.01",
                Number(change), change <= Closure);
    }

    private static ReportCheck? Sharper(Findings found) =>
        found.Worst(JetMetric.ResolutionRatio, MethodComparison.NameOf(Inversion, Sequential), LowestPt, 3000,
            entry => -entry.Value!.Value - Findings.ErrorOf(entry)) is { } worst
            ? new($"resolution {Inversion} / {Sequential} in every bin above 30 GeV",
                "at least 1 within a standard error",
                Findings.Text(worst), worst.Value + Findings.ErrorOf(worst) >= 1)
            : null;

    private static ReportCheck? Anchor(Findings found, (double Pt, double Resolution, double Error) anchor)
    {
        BinAxis ranges = JetAxes.Standard.First(axis => axis.Variable == JetAxes.CentralPt && axis.IsRanges);
        ValueBin bin = ranges.Bins.First(range => range.Contains(anchor.Pt));
        if (found.InBin(JetMetric.Resolution, Sequential, JetAxes.CentralPt, bin) is not { Value: { } value } entry)
        {
            return null;
        }

        double relative = (value / anchor.Resolution) - 1;
        string measured = Text($"{100 * anchor.Resolution:0.#} ± {100 * anchor.Error:0.#} %");
        return new(
            Text($"{Sequential}: resolution at {anchor.Pt} GeV, |η| < 0.8, beside the measured {measured}"),
            "within 20 % of it", Text($"{Findings.Number(entry)}, {100 * relative:+0;-0} %"),
            Math.Abs(relative) <= Neighbourhood);
    }

    private static ReportCheck? Flavour(Findings found, string better, string worse)
    {
        double? one = found.MeanSize(JetMetric.FlavourDifference, better, LowestPt);
        double? other = found.MeanSize(JetMetric.FlavourDifference, worse, LowestPt);
        return one is not { } a || other is not { } b ? null
            : new($"quark minus gluon response above 30 GeV, {better} against {worse}", $"below {Number(b)}", Number(a),
                a < b);
    }

    private static ReportCheck? BetterEverywhere(Findings found) =>
        found.Worst(JetMetric.ResolutionRatio, MethodComparison.NameOf(Network, Sequential), LowestPt, 3000,
            entry => entry.Value!.Value - Findings.ErrorOf(entry)) is { } worst
            ? new($"resolution {Network} / {Sequential} in every bin above 30 GeV", "below 1 within a standard error",
                Findings.Text(worst), worst.Value - Findings.ErrorOf(worst) < 1)
            : null;

    private static ReportCheck? Gain(Findings found) =>
        found.InBin(
            JetMetric.ResolutionRatio, MethodComparison.NameOf(Network, Sequential), JetAxes.TruePt, new(50, 300))
            is { Value: { } value } entry
            ? new($"resolution {Network} / {Sequential}, 50–300 GeV", "at most 0.9", Findings.Number(entry),
                value <= 0.9)
            : null;

    private static ReportCheck? Pull(Findings found, string metric, string words, double low, double high) =>
        found.Whole(metric, Network) is { Value: { } value } entry
            ? new($"{Network}: {words}", Text($"{low} to {high}"), Findings.Number(entry),
                value >= low && value <= high)
            : null;

    private static string Number(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
