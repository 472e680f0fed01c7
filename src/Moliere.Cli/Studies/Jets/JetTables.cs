using System.Globalization;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Jets;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Jets;

/// <summary>The tables of the report.</summary>
internal static class JetTables
{
    // Between one normal law (1.64) and a flat one (1.32); above, 5 % of the jets lie beyond 2.2 core widths.
    private const double TwoPeaks = 1.45, BroadTails = 2.2;

    /// <summary>Ranges of true pT of all tables.</summary>
    public static BinAxis Ranges { get; } =
        JetAxes.Standard.First(axis => axis.IsRanges && axis.Variable == JetAxes.TruePt);

    /// <summary>Closure and resolution in ranges of true pT.</summary>
    public static IReadOnlyList<ReportTable> OfResponse(StudyJudgement judgement) => Make(
        judgement,
        (JetMetric.Closure, "Closure, mean of the core of pT_{calib} / pT_{true} − 1"),
        (JetMetric.Resolution, "Jet energy resolution, width of the core over its mean"),
        (MetricName.LinearityMedian, "Median of pT_{calib} / pT_{true} − 1"),
        (MetricName.Resolution, "Half of the central 68 % over the median"));

    /// <summary>Terms of the resolution; empty where bins have no errors or are too few.</summary>
    public static IReadOnlyList<ReportTable> OfTerms(StudyJudgement judgement)
    {
        string[] metrics = [JetMetric.Noise, JetMetric.Stochastic, JetMetric.Constant];
        IReadOnlyList<string>[] rows =
        [
            .. judgement.Methods.Select(method => (IReadOnlyList<string>)
            [
                method,
                .. metrics.Select(metric => FigureTables.Cell(judgement.Figures.FirstOrDefault(
                    entry => entry.Metric == metric && entry.Method == method))),
            ]).Where(row => row.Skip(1).Any(cell => cell != FigureTables.Cell(null))),
        ];
        return rows.Length == 0 ? [] :
        [
            new()
            {
                Caption = "Resolution above 20 GeV as N / pT (+) S / sqrt(pT) (+) C, in quadrature; a term of 0 is one "
                    + "that the points ask for less than none of",
                Columns = ["method", "N [GeV]", "S [√GeV]", "C"],
                Rows = rows,
            },
        ];
    }

    /// <summary>Bins of true pT whose response has two peaks or broad tails; empty without any.</summary>
    public static IReadOnlyList<ReportTable> OfTails(StudyJudgement judgement)
    {
        BinAxis fine = JetAxes.Standard.First(axis => axis.Variable == JetAxes.TruePt && !axis.IsRanges);
        string[][] rows =
        [
            .. judgement.Methods.SelectMany(method => judgement.Figures.Curve(JetMetric.TailRatio, method, fine))
                .Where(entry => entry.Value is < TwoPeaks or > BroadTails).Select(Row),
        ];
        return rows.Length == 0 ? [] :
        [
            new()
            {
                Caption = "Bins whose response is far from a normal law",
                Columns = ["method", "pT_{true} [GeV]", "ratio", "meaning"],
                Rows = rows,
            },
        ];
    }

    private static string[] Row(FigureEntry entry) =>
    [
        entry.Method, FormattableString.Invariant($"{entry.Low:0}–{entry.High:0}"),
        entry.Value!.Value.ToString("0.00", CultureInfo.InvariantCulture),
        entry.Value < TwoPeaks ? "two peaks" : "broad tails",
    ];

    private static ReportTable[] Make(StudyJudgement judgement, params (string Metric, string Caption)[] metrics) =>
    [
        .. metrics.Select(metric => FigureTables.OfMetric(
            judgement.Figures, metric.Metric, judgement.Methods, Ranges, metric.Caption)),
    ];
}
