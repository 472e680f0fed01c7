using System.Globalization;
using Moliere.Validation.Metrics;

namespace Moliere.Cli.Studies;

/// <summary>Questions of acceptance windows to figures in bins of true pT.</summary>
/// <param name="figures">Entries.</param>
/// <param name="fine">Bins of curves.</param>
/// <param name="ranges">Ranges of tables.</param>
/// <param name="coarse">Wide bins.</param>
internal sealed class Findings(IReadOnlyList<FigureEntry> figures, BinAxis fine, BinAxis ranges, BinAxis coarse)
{
    private const double StandardErrors = 1.96; // errors of figures are half of a 95 % interval

    /// <summary>Whether a method was judged.</summary>
    public bool Has(string method) => figures.Any(entry => entry.Method == method);

    /// <summary>The figure of all jets.</summary>
    public FigureEntry? Whole(string metric, string method) => figures.Whole(metric, method);

    /// <summary>The figure of one bin.</summary>
    public FigureEntry? InBin(string metric, string method, string variable, ValueBin bin) =>
        figures.InBin(metric, method, variable, bin.Low, bin.High);

    /// <summary>The figure of the curve that is worst inside a range of true pT; null without any.</summary>
    /// <param name="metric">Metric of the curve.</param>
    /// <param name="method">Method or pair.</param>
    /// <param name="low">Lower end [GeV].</param>
    /// <param name="high">Upper end [GeV].</param>
    /// <param name="badness">Larger is worse.</param>
    public FigureEntry? Worst(
        string metric, string method, double low, double high, Func<FigureEntry, double> badness) =>
        Curve(metric, method, fine, low, high).MaxBy(badness);

    /// <summary>Largest difference of two methods in the ranges of tables that both have; null without any.</summary>
    public double? LargestChange(string metric, string method, string other, double low)
    {
        FigureEntry[] before = [.. Curve(metric, other, ranges, low, double.PositiveInfinity)];
        double[] changes = [.. Curve(metric, method, ranges, low, double.PositiveInfinity)
            .SelectMany(entry => before.Where(b => (b.Low, b.High) == (entry.Low, entry.High))
                .Select(b => (entry.Value - b.Value)!.Value))];
        return changes.Length == 0 ? null : changes.Max(Math.Abs);
    }

    /// <summary>Mean size of a metric over the wide bins from a true pT on; null without any.</summary>
    public double? MeanSize(string metric, string method, double low)
    {
        double[] sizes = [.. Curve(metric, method, coarse, low, double.PositiveInfinity)
            .Select(entry => Math.Abs(entry.Value!.Value))];
        return sizes.Length == 0 ? null : sizes.Average();
    }

    /// <summary>Standard error of a figure; 0 where it has none.</summary>
    public static double ErrorOf(FigureEntry entry) => (entry.Error ?? 0) / StandardErrors;

    /// <summary>A figure with error and place.</summary>
    public static string Text(FigureEntry entry) =>
        FormattableString.Invariant($"{Number(entry)} at {entry.Low:0}–{entry.High:0} GeV");

    /// <summary>A figure with its error.</summary>
    public static string Number(FigureEntry entry) => entry.Error is { } error
        ? string.Create(CultureInfo.InvariantCulture, $"{entry.Value:0.0000} ± {error:0.0000}")
        : string.Create(CultureInfo.InvariantCulture, $"{entry.Value:0.0000}");

    private IEnumerable<FigureEntry> Curve(string metric, string method, BinAxis axis, double low, double high) =>
        figures.Curve(metric, method, axis)
            .Where(entry => entry.Value is not null && entry.Low >= low && entry.High <= high);
}
