using Moliere.Validation.Metrics;
using Moliere.Validation.Plots;

namespace Moliere.Validation.Report;

/// <summary>Tables of key figures for a report.</summary>
public static class FigureTables
{
    /// <summary>Cell of what was not measured.</summary>
    internal const string Nothing = "–";

    /// <summary>One metric for all methods: the whole sample and named ranges as columns.</summary>
    /// <param name="figures">Entries.</param>
    /// <param name="metric">One of <see cref="MetricName"/>.</param>
    /// <param name="methods">Rows of the table.</param>
    /// <param name="ranges">Axis with named ranges.</param>
    /// <param name="caption">What the table shows.</param>
    public static ReportTable OfMetric(
        IReadOnlyList<FigureEntry> figures,
        string metric,
        IReadOnlyList<string> methods,
        BinAxis ranges,
        string caption) =>
        new()
        {
            Caption = $"{caption}; all rows and ranges of {ranges.Title ?? ranges.Variable}",
            Columns = ["method", "all", .. ranges.Bins.Select(bin => Name(bin))],
            Rows = [.. methods
                .Where(method => figures.Whole(metric, method) is not null)
                .Select(method => (IReadOnlyList<string>)
                [
                    method,
                    Cell(figures.Whole(metric, method)),
                    .. ranges.Bins.Select(bin => Cell(figures.InBin(
                        metric, method, ranges.Variable, Finite(bin.Low), Finite(bin.High)))),
                ])],
        };

    /// <summary>How every method was trained, without columns that none of them has.</summary>
    /// <param name="training">Entries.</param>
    public static ReportTable OfTraining(IReadOnlyList<TrainingEntry> training) =>
        new ReportTable()
        {
            Caption = "Training",
            Columns = ["method", "rows", "epochs", "time [s]", "rows / s", "best epoch", "validation loss"],
            Rows = [.. training.Select(entry => (IReadOnlyList<string>)
            [
                entry.Method,
                Number(entry.Rows),
                Number(entry.Epochs),
                Number(entry.Seconds),
                Number(entry.RowsPerSecond),
                Number(entry.BestEpoch),
                Number(entry.ValidationLoss),
            ])],
        }.WithoutEmptyColumns();

    /// <summary>Value with its error, rounded to two digits of the error.</summary>
    /// <param name="entry">Entry; null and entries without value give a dash.</param>
    public static string Cell(FigureEntry? entry)
    {
        if (entry?.Value is not { } value)
        {
            return Nothing;
        }

        if (entry.Error is not { } error || !(error > 0))
        {
            return NumberText.Reader(value);
        }

        int digits = Math.Clamp(1 - (int)Math.Floor(Math.Log10(error)), 0, 12);
        string format = "F" + NumberText.Exact(digits);
        return $"{value.ToString(format, Invariant).Replace('-', '−')} ± {error.ToString(format, Invariant)}";
    }

    private static IFormatProvider Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private static string Name(ValueBin bin) => (double.IsInfinity(bin.Low), double.IsInfinity(bin.High)) switch
    {
        (_, true) => $"≥ {NumberText.Tick(bin.Low)}",
        (true, _) => $"< {NumberText.Tick(bin.High)}",
        _ => $"{NumberText.Tick(bin.Low)}–{NumberText.Tick(bin.High)}",
    };

    private static string Number(double? value) => value switch
    {
        null => Nothing,
        { } number when Math.Abs(number) >= 1000 =>
            Math.Round(number).ToString("#,0", Invariant).Replace(',', '\u202f'),
        { } number => NumberText.Reader(number),
    };

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
