using Moliere.Validation.Metrics.Dijets;

namespace Moliere.Validation.Metrics.Jets;

/// <summary>
/// Noise, stochastic and constant term of the resolution of every method, fitted to the resolutions in bins of true pT.
/// A bin stands at the geometric mean of its edges, as a spectrum flat in ln pT has it.
/// </summary>
/// <source>ATLAS, arXiv:1910.04482, equation 18; physics notes section 2.7.</source>
internal static class ResolutionCurve
{
    /// <summary>Lowest true pT [GeV]: below, the threshold of the table cuts the response.</summary>
    public const double LowestPt = 20;

    private const int Terms = 3;
    private const double StandardErrors = 1.96; // errors of figures are half of a 95 % interval

    /// <summary>Three figures per method with at least three bins that have an error; none for the others.</summary>
    /// <param name="figures">Has resolutions in bins of true pT.</param>
    /// <param name="methods">Names of the methods.</param>
    public static IEnumerable<FigureEntry> Of(IReadOnlyList<FigureEntry> figures, IEnumerable<string> methods)
    {
        BinAxis axis = JetAxes.Standard.First(a => a.Variable == JetAxes.TruePt && !a.IsRanges);
        return methods.SelectMany(method => Of(
            method, [.. figures.Curve(JetMetric.Resolution, method, axis).Where(IsUsable)], axis.Bins[^1].High));
    }

    private static bool IsUsable(FigureEntry entry) =>
        entry is { Low: >= LowestPt, High: not null, Value: > 0, Error: > 0 } && double.IsFinite(entry.Error.Value);

    private static FigureEntry[] Of(string method, FigureEntry[] curve, double end)
    {
        if (curve.Length < Terms)
        {
            return [];
        }

        var terms = ResolutionTerms.Fit(
        [
            .. curve.Select(entry => new ResolutionPoint(
                Math.Sqrt(entry.Low!.Value * entry.High!.Value), entry.Value!.Value,
                entry.Error!.Value / StandardErrors)),
        ]);
        (string Metric, double Value, double Error)[] figures =
        [
            (JetMetric.Noise, terms.Noise, terms.NoiseError),
            (JetMetric.Stochastic, terms.Stochastic, terms.StochasticError),
            (JetMetric.Constant, terms.Constant, terms.ConstantError),
        ];
        return
        [
            .. figures.Select(figure => new FigureEntry
            {
                Metric = figure.Metric,
                Method = method,
                Variable = JetAxes.TruePt,
                Low = LowestPt,
                High = end,
                Value = figure.Value,
                Error = double.IsFinite(figure.Error) ? StandardErrors * figure.Error : null,
                Entries = curve.Sum(entry => entry.Entries),
            }),
        ];
    }
}
