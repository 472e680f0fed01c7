using System.Globalization;
using Moliere.Tagging.Displaced;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Tagging;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Displaced;

/// <summary>What the study must reach on its default sample.</summary>
/// <source>Physics notes on tagging, section 9: 0.41 in, at most 0.13 out.</source>
internal static class DisplacedWindows
{
    private const double LargestLoss = 0.02; // of an area, for holding the network to data
    private const double Gain = 1.2; // over trees of summaries; the published search gained 35 %

    /// <summary>One row per window.</summary>
    /// <param name="findings">What was measured.</param>
    /// <param name="networks">How it was trained.</param>
    public static IReadOnlyList<ReportCheck> Of(DisplacedFindings findings, DisplacedNetworks networks) =>
    [
        Within(findings, DisplacedMetric.InputDistance, DisplacedMethods.Input,
            "KS of the leading cluster's time, data and simulation", 0.37, 0.45),
        Within(findings, DisplacedMetric.ScoreDistance, DisplacedMethods.Adversarial,
            "largest KS of the adversarial scores", 0, 0.13),
        Within(findings, DisplacedMetric.FreshArea, DisplacedMethods.Adversarial, "AUC of a fresh adversary", 0, 0.55),
        Loss(findings, DisplacedMetric.AreaQcd, "AUC signal – QCD lost to the adversary"),
        Loss(findings, DisplacedMetric.AreaBib, "AUC signal – BIB lost to the adversary"),
        OverTrees(findings),
        Closure(findings),
        Pure(networks),
    ];

    private static ReportCheck Within(
        DisplacedFindings findings, string metric, string method, string claim, double low, double high)
    {
        FigureEntry? entry = findings.Whole(metric, method);
        string wanted = double.IsInfinity(high) ? Text($"at least {low:0.##}")
            : low == 0 ? Text($"at most {high:0.##}") : Text($"{low:0.##} to {high:0.##}");
        return new(claim, wanted, Found(entry), entry?.Value >= low && entry.Value <= high);
    }

    private static ReportCheck OverTrees(DisplacedFindings findings)
    {
        ReportCheck check = Within(findings, DisplacedMetric.SignificanceGain, DisplacedMethods.Adversarial,
            Text($"S/√B over that after trees alone (with B > {SignificanceScan.LeastBackground:0} of so many events ")
                + Text($"no tagger exceeds {Ceiling(findings):0.000})"), Gain, double.PositiveInfinity);
        string? uncut = findings.Taggers.FirstOrDefault(tagger => double.IsInfinity(tagger.Chain.Cut))?.Method;
        return uncut is null ? check : check with
        {
            Found = $"cannot be judged: no cut after {uncut} leaves enough background of so few events",
            Passed = false,
        };
    }

    private static ReportCheck Loss(DisplacedFindings findings, string metric, string claim)
    {
        double? lost = findings.Whole(metric, DisplacedMethods.Network)?.Value
            - findings.Whole(metric, DisplacedMethods.Adversarial)?.Value;
        return new(claim, Text($"at most {LargestLoss}"), lost is { } value ? Text($"{value:0.0000}") : "none",
            lost <= LargestLoss);
    }

    private static ReportCheck Closure(DisplacedFindings findings)
    {
        FigureEntry? pull = findings.Whole(DisplacedMetric.PlanePull, DisplacedMethods.Adversarial);
        return new(
            "closure of the plane: observed minus predicted background, in errors", "−2 to 2",
            pull is null ? "a region is empty" : Found(pull), Math.Abs(pull?.Value ?? double.NaN) <= 2);
    }

    private static double Ceiling(DisplacedFindings findings) => SignificanceScan.Ceiling
        / (findings.Whole(DisplacedMetric.Significance, DisplacedMethods.Trees)?.Value ?? double.NaN);

    private static ReportCheck Pure(DisplacedNetworks networks)
    {
        string? complaint = networks.Seeds.Select(seed => seed.HeldResult.Start?.Complaint)
            .FirstOrDefault(sentence => sentence is not null);
        return new(
            "monitor: signal in the control region", "no complaint", complaint ?? "no complaint", complaint is null);
    }

    private static string Found(FigureEntry? entry) => entry switch
    {
        { Value: { } value, Error: { } spread } => Text($"{value:0.0000} ± {spread:0.0000}"),
        { Value: { } value } => Text($"{value:0.0000}"),
        _ => "none",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
