using System.Globalization;
using Moliere.Tagging.Pivot;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Tagging;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Pivot;

/// <summary>What the study must reach.</summary>
/// <source>Physics notes, section 7a: acceptance of the toy, and what the physics example shows.</source>
internal static class PivotWindows
{
    private const double BestCrossEntropy = 0.4485, BestArea = 0.8587; // integrals of the notes

    /// <summary>One row per window.</summary>
    public static IReadOnlyList<ReportCheck> Of(PivotFindings findings) =>
    [
        .. findings.Toy.Where(toy => toy.Lambda == 0).SelectMany(toy => Best(toy.Outcome.Measures)),
        .. findings.Toy.Where(toy => toy.Lambda == 50).SelectMany(Pivotal),
        .. findings.Games.Where(game => game.Lambda is not null).Select(game => game.Name).Distinct().Count() > 2
            ? new[] { RisesAndFalls(findings) }
            : [],
    ];

    private static ReportCheck[] Best(PivotMeasures measures) =>
    [
        new(
            "toy without adversary: cross-entropy", Text($"{BestCrossEntropy} ± 0.003"),
            Text($"{measures.CrossEntropy:0.0000}"), Math.Abs(measures.CrossEntropy - BestCrossEntropy) <= 0.003),
        new(
            "toy without adversary: area", Text($"{BestArea} ± 0.002"), Text($"{measures.Area:0.0000}"),
            Math.Abs(measures.Area - BestArea) <= 0.002),
    ];

    private static ReportCheck[] Pivotal(PlayedToy toy)
    {
        double adversary = toy.Outcome.Course.Kept!.AdversaryLoss;
        PivotMeasures measures = toy.Outcome.Measures;
        return
        [
            new(
                "toy at λ = 50: cross-entropy", "0.56 to 0.60", Text($"{measures.CrossEntropy:0.000}"),
                measures.CrossEntropy is >= 0.56 and <= 0.60),
            new(
                "toy at λ = 50: loss of the adversary", Text($"above 1.415 of {PivotReference.EntropyOfZ:0.0000}"),
                Text($"{adversary:0.0000}"), adversary > 1.415),
            new(
                "toy at λ = 50: KS between z = −1 and +1", "below 0.03", Text($"{measures.Distance:0.000}"),
                measures.Distance < 0.03),
        ];
    }

    private static ReportCheck RisesAndFalls(PivotFindings findings)
    {
        string[] names = [.. findings.Games.Where(game => game.Lambda is not null).Select(g => g.Name).Distinct()];
        double[] values = [.. names.Select(name =>
            findings.Figures.Whole(PivotMetric.Significance, name)?.Value ?? double.NaN)];
        int best = Array.IndexOf(values, values.Max());
        return new(
            "AMS against λ", "largest at neither end", string.Join(", ", names.Zip(values, (name, value) =>
                Text($"{name["lambda-".Length..]}: {value:0.00}"))),
            best > 0 && best < values.Length - 1);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
