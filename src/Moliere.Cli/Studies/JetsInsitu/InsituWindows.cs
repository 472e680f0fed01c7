using Moliere.Cli.Recipes.JetsInsitu;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Dijets;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.JetsInsitu;

/// <summary>
/// What tuning on data must reach: a narrower asymmetry, a better true resolution, and no sign of a collapse.
/// </summary>
/// <source>Physics notes sections 2.4 and 2.8.</source>
internal static class InsituWindows
{
    private const double Stays = 0.01; // what the width of shuffled pairs and means per bin may move

    /// <summary>One row per window.</summary>
    /// <param name="figures">Figures of all methods.</param>
    /// <param name="axis">Bins of the average momentum.</param>
    /// <param name="hasTruth">Whether the data have truth.</param>
    public static IReadOnlyList<ReportCheck> Of(IReadOnlyList<FigureEntry> figures, BinAxis axis, bool hasTruth) =>
    [
        Falls(figures, BalanceMetric.AsymmetryWidthRatio, "σ_{A}", InsituMethods.Input),
        Falls(figures, BalanceMetric.AsymmetryWidthRatio, "σ_{A}", InsituMethods.Likelihood),
        .. hasTruth
            ? new[]
            {
                Falls(figures, BalanceMetric.TrueResolutionRatio, "true resolution", InsituMethods.Input),
                Falls(figures, BalanceMetric.TrueResolutionRatio, "true resolution", InsituMethods.Likelihood),
                Agrees(figures),
            }
            : [],
        Stay(figures, BalanceMetric.ShuffledWidth, "width of shuffled pairs"),
        Stay(figures, BalanceMetric.SharedWidth, "what the jets of an event share"),
        Means(figures, axis),
        Sane(figures),
    ];

    /// <summary>One row per failure that was asked for.</summary>
    /// <param name="tuned">All tuned networks; the first is the one that must be healthy.</param>
    public static IReadOnlyList<ReportCheck> OfMonitors(IReadOnlyList<TunedJets> tuned) =>
    [
        new(
            $"monitors of {tuned[0].Name}: the network that was kept", "no complaint",
            tuned[0].Result.Complaint ?? "no complaint", tuned[0].Result.Complaint is null),
        .. tuned.Skip(1).Select(jets => new ReportCheck(
            $"monitors recognise {jets.Name}", "a complaint", Complaint(jets),
            jets.Result.FirstComplaint is not null || jets.Result.Complaint is not null)),
    ];

    private static string Complaint(TunedJets jets) => jets.Result.FirstComplaint is (int epoch, string complaint)
        ? $"epoch {epoch}: {complaint}" : jets.Result.Complaint ?? "none";

    // The error is that of the ratio: both methods see the same events in every replica.
    private static ReportCheck Falls(
        IReadOnlyList<FigureEntry> figures, string metric, string what, string reference)
    {
        FigureEntry? ratio = figures.Whole(metric, MethodComparison.NameOf(InsituMethods.Tuned, reference));
        return new(
            $"{what} of {InsituMethods.Tuned} / {reference}", "below 1",
            ratio?.Error is { } error ? Text($"{ratio.Value:0.0000} ± {error:0.0000}") : Text($"{ratio?.Value:0.0000}"),
            ratio?.Value < 1);
    }

    private static ReportCheck Stay(IReadOnlyList<FigureEntry> figures, string metric, string what) => Ratio(
        figures, metric, $"{what}, {InsituMethods.Tuned} / {InsituMethods.Likelihood}", InsituMethods.Likelihood,
        "0.99 to 1.01", ratio => Math.Abs(ratio - 1) <= Stays);

    private static ReportCheck Ratio(
        IReadOnlyList<FigureEntry> figures, string metric, string claim, string reference, string wanted,
        Predicate<double> passes)
    {
        double? above = figures.Whole(metric, InsituMethods.Tuned)?.Value;
        double? below = figures.Whole(metric, reference)?.Value;
        double ratio = (above / below) ?? double.NaN;
        return new(claim, wanted, Text($"{ratio:0.0000} ({above:0.0000} / {below:0.0000})"), passes(ratio));
    }

    private static ReportCheck Agrees(IReadOnlyList<FigureEntry> figures)
    {
        FigureEntry? measured = figures.Whole(BalanceMetric.ConvolvedResolution, InsituMethods.Tuned);
        FigureEntry? real = figures.Whole(BalanceMetric.TrueResolution, InsituMethods.Tuned);
        double distance = Math.Abs((measured?.Value - real?.Value) ?? double.NaN);
        double margin = Math.Sqrt(Square(measured?.Error ?? 0) + Square(real?.Error ?? 0));
        return new(
            $"resolution of {InsituMethods.Tuned} measured in situ against the true one",
            Text($"within {margin:0.0000}, their 95 % interval"),
            Text($"{measured?.Value:0.0000} against {real?.Value:0.0000}"), distance <= margin);
    }

    private static ReportCheck Means(IReadOnlyList<FigureEntry> figures, BinAxis axis)
    {
        double[] shifts = [.. figures.Curve(BalanceMetric.MeanShift, InsituMethods.Tuned, axis)
            .Select(entry => entry.Value).OfType<double>()];
        double worst = shifts.Length == 0 ? double.NaN : shifts.MaxBy(Math.Abs);
        return new(
            $"mean pT per bin, {InsituMethods.Tuned} against {InsituMethods.Likelihood}: worst bin", "within 0.01",
            Text($"{worst:+0.0000;-0.0000}"), Math.Abs(worst) <= Stays);
    }

    private static ReportCheck Sane(IReadOnlyList<FigureEntry> figures)
    {
        double? absurd = figures.Whole(BalanceMetric.AbsurdShare, InsituMethods.Tuned)?.Value;
        double? lowest = figures.Whole(BalanceMetric.LowestPt, InsituMethods.Tuned)?.Value;
        return new(
            $"{InsituMethods.Tuned}: jets with an absurd factor", "none",
            Text($"{absurd:0.####}, smallest pT {lowest:0} GeV"), absurd == 0 && lowest > 0);
    }

    private static double Square(double value) => value * value;

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
