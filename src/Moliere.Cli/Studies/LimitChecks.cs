using System.Globalization;
using Moliere.Cli.Recipes;
using Moliere.Validation.Metrics;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies;

/// <summary>Holds the figures of a validation against the limits of its recipe.</summary>
internal static class LimitChecks
{
    // Bounds that went through text differ in the last digits.
    private const double Closeness = 1e-9;

    /// <summary>One check per limit, in order; a limit that no figure belongs to is broken.</summary>
    /// <param name="limits">The limits.</param>
    /// <param name="figures">The figures.</param>
    public static IReadOnlyList<ReportCheck> Of(IReadOnlyList<LimitRule> limits, IReadOnlyList<FigureEntry> figures) =>
        [.. limits.Select(limit => Check(limit, Matching(limit, figures)))];

    /// <summary>A sentence per broken limit.</summary>
    /// <param name="checks">Result of <see cref="Of"/>.</param>
    public static IReadOnlyList<string> Broken(IReadOnlyList<ReportCheck> checks) =>
        [.. checks.Where(check => !check.Passed).Select(Sentence)];

    /// <summary>A line per limit for the console.</summary>
    /// <param name="checks">Result of <see cref="Of"/>.</param>
    public static IReadOnlyList<string> Lines(IReadOnlyList<ReportCheck> checks) =>
        [.. checks.Select(check => $"{(check.Passed ? "kept   " : "broken ")}  {Sentence(check)}")];

    private static string Sentence(ReportCheck check) => $"{check.Claim}: {check.Found} ({check.Wanted})";

    private static ReportCheck Check(LimitRule limit, FigureEntry[] matching)
    {
        FigureEntry[] valued = [.. matching.Where(entry => entry.Value is not null)];
        string claim = $"limit: {limit.Metric} of {limit.Method}{Where(limit.Variable, limit.Low, limit.High)}";
        if (valued.Length == 0)
        {
            string found = matching.Length == 0 ? "no such figure" : "no bin with enough entries";
            return new(claim, Wanted(limit), found, Passed: false);
        }

        FigureEntry worst = valued.MaxBy(entry => Excess(limit, entry))!;
        string place = valued.Length > 1 ? Where(worst.Variable, worst.Low, worst.High) : "";
        return new(claim, Wanted(limit), Number(worst) + place, Excess(limit, worst) <= 0);
    }

    private static FigureEntry[] Matching(LimitRule limit, IReadOnlyList<FigureEntry> figures)
    {
        FigureEntry[] all = [.. figures.Where(entry => entry.Metric == limit.Metric && entry.Method == limit.Method
            && entry.Variable == limit.Variable)];
        FigureEntry[] same = [.. all.Where(entry => limit.Low is not null && limit.High is not null
            && IsClose(entry.Low, limit.Low) && IsClose(entry.High, limit.High))];
        return same.Length > 0 ? same : [.. all.Where(entry => IsWithin(limit, entry))];
    }

    // An open end of a bin is within an open end of the limit only.
    private static bool IsWithin(LimitRule limit, FigureEntry entry) =>
        (limit.Low is not { } low || entry.Low >= low || IsClose(entry.Low, low))
        && (limit.High is not { } high || entry.High <= high || IsClose(entry.High, high));

    private static bool IsClose(double? bound, double? wanted) =>
        bound is { } a && wanted is { } b && Math.Abs(a - b) <= Closeness * Math.Max(Math.Abs(a), Math.Abs(b));

    private static double Excess(LimitRule limit, FigureEntry entry) =>
        Math.Max((limit.Min - entry.Value) ?? double.NegativeInfinity,
            (entry.Value - limit.Max) ?? double.NegativeInfinity);

    private static string Wanted(LimitRule limit) => (limit.Min, limit.Max) switch
    {
        ({ } min, { } max) => Text($"{min} to {max}"),
        ({ } min, _) => Text($"at least {min}"),
        _ => Text($"at most {limit.Max}"),
    };

    private static string Where(string? variable, double? low, double? high) => (variable, low, high) switch
    {
        (null, _, _) => "",
        (_, null, null) => $", {variable}",
        (_, _, null) => Text($", {variable} from {low:0.####}"),
        (_, null, _) => Text($", {variable} to {high:0.####}"),
        _ => Text($", {variable} {low:0.####}–{high:0.####}"),
    };

    private static string Number(FigureEntry entry) =>
        entry.Error is { } error ? Text($"{entry.Value:0.0000} ± {error:0.0000}") : Text($"{entry.Value:0.0000}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
