using System.Globalization;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Simulation;

/// <summary>Checks of a list of compared numbers: one per metric, decided by its worst bin.</summary>
internal static class ComparedChecks
{
    /// <summary>The checks, in the order of the first number of each metric; numbers without tolerance give
    /// none.</summary>
    public static IReadOnlyList<ReportCheck> Of(IEnumerable<ComparedValue> values) =>
    [
        .. values.Where(value => value.Tolerance is not null)
            .GroupBy(value => (value.Metric, value.Variable)).Select(group => Check([.. group])),
    ];

    private static ReportCheck Check(ComparedValue[] bins)
    {
        ComparedValue worst = bins.MaxBy(bin => bin.Excess)!;
        string place = bins.Length > 1 ? $", worst of {bins.Length} bins: {Bin(worst)}" : "";
        string wanted = $"{Number(worst.Wanted!.Value, worst.WantedError)}, within {worst.ToleranceText}";
        return new(
            $"{worst.Metric}{(worst.Variable is { } variable ? $" in {variable}" : "")}{place}", wanted,
            Number(worst.Found, worst.Error), worst.Excess <= 0);
    }

    private static string Bin(ComparedValue value) =>
        string.Create(CultureInfo.InvariantCulture, $"{value.Low:0.###}–{value.High:0.###}");

    /// <summary>A number with its standard error, to two digits of the error.</summary>
    public static string Number(double value, double error)
    {
        if (!(error > 0) || !double.IsFinite(value))
        {
            return value.ToString("G4", CultureInfo.InvariantCulture);
        }

        int digits = Math.Clamp(1 - (int)Math.Floor(Math.Log10(error)), 0, 8);
        string format = "F" + digits.ToString(CultureInfo.InvariantCulture);
        return $"{value.ToString(format, CultureInfo.InvariantCulture)} ± "
            + error.ToString(format, CultureInfo.InvariantCulture);
    }
}
