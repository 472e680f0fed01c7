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
        .. Priced(findings) is { Length: > 2 } games ? new[] { RisesAndFalls(games) } : [],
    ];

    // Starts of each lambda, which rise.
    private static PlayedTable[][] Priced(PivotFindings findings) =>
    [
        .. findings.Games.Where(game => game.Lambda is not null).GroupBy(game => game.Lambda)
            .Select(starts => starts.ToArray()),
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

    // The price between both ends is chosen as the threshold is, on validation rows.
    private static ReportCheck RisesAndFalls(PlayedTable[][] games)
    {
        PlayedTable[] best = games[1..^1].MaxBy(starts => starts.Average(start => start.Chosen.Cautious))!;
        StartMean rise = Difference(best, games[0]), fall = Difference(best, games[^1]);
        return new(
            Text($"AMS at λ = {best[0].Lambda}, above those of λ = {games[0][0].Lambda} and {games[^1][0].Lambda}"),
            "by more than 2 standard errors each",
            Text($"{rise.Value:0.00} ± {rise.Error:0.00} and {fall.Value:0.00} ± {fall.Error:0.00}"),
            rise.Value > 2 * rise.Error && fall.Value > 2 * fall.Error);
    }

    private static StartMean Difference(PlayedTable[] one, PlayedTable[] other) =>
        StartMean.OfDifference(Significances(one), Significances(other));

    private static double[][] Significances(PlayedTable[] starts) =>
        [.. starts.Select(start => start.Reached.Select(figure => figure.Significance))];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
