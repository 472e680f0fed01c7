using System.Globalization;
using Moliere.Tagging.Inference;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Tagging;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Inferno;

/// <summary>What the study must reach: the published uncertainties, and integrals that are exact.</summary>
/// <source>de Castro and Dorigo, arXiv:1806.04743, table 1; physics notes, section 7c.</source>
internal static class InfernoWindows
{
    private const double Trained = 0.03, Exact = 0.005;

    // The paper's classifier is 1 to 4 % below the optimal one in the same bins: so much is in how well it is trained.
    private const double OfClassifier = 0.05;

    /// <summary>One row per window; with another number of bins that of the likelihood alone, which has none.</summary>
    public static IReadOnlyList<ReportCheck> Of(InfernoFindings findings)
    {
        IReadOnlyList<InferenceBenchmark> binned = findings.Obstacles.Count == 0 ? findings.Benchmarks : [];
        return
        [
            .. binned.Select(benchmark => Inferno(findings, benchmark)),
            .. binned.Select(benchmark => Classifier(findings, benchmark)),
            .. findings.Benchmarks.Select(benchmark => Integral(
                findings, benchmark, InfernoFindings.Likelihood, PublishedRows.Likelihood)),
            .. binned.Select(benchmark => Integral(
                findings, benchmark, InfernoFindings.Optimal, PublishedRows.OptimalClassifier)),
        ];
    }

    private static ReportCheck Inferno(InfernoFindings findings, InferenceBenchmark benchmark)
    {
        double published = PublishedRows.Inferno[InfernoFindings.NumberOf(benchmark)];
        FigureEntry entry = findings.Figure(InferenceMetric.Uncertainty, TrainedSummaries.Inferno, benchmark);
        return new(
            $"σ_{{s}} of inferno, {benchmark.Name}",
            Text($"at most {published * (1 + Trained):0.00}, 3 % above {published}"),
            Found(entry, published), entry.Value <= published * (1 + Trained));
    }

    private static ReportCheck Classifier(InfernoFindings findings, InferenceBenchmark benchmark)
    {
        double published = PublishedRows.CrossEntropy[InfernoFindings.NumberOf(benchmark)];
        FigureEntry entry = findings.Figure(InferenceMetric.Uncertainty, TrainedSummaries.Classifier, benchmark);
        return new(
            $"σ_{{s}} of cross-entropy, {benchmark.Name}", Text($"within 5 % of {published}"),
            Found(entry, published), IsWithin(entry, published, OfClassifier));
    }

    private static ReportCheck Integral(
        InfernoFindings findings, InferenceBenchmark benchmark, string method, IReadOnlyList<double> known)
    {
        double reference = known[InfernoFindings.NumberOf(benchmark)];
        FigureEntry entry = findings.Figure(InferenceMetric.Uncertainty, method, benchmark);
        return new(
            $"σ_{{s}} of {method}, {benchmark.Name}", Text($"within 0.5 % of {reference:0.00}"),
            Found(entry, reference), IsWithin(entry, reference, Exact));
    }

    private static bool IsWithin(FigureEntry entry, double reference, double part) =>
        Math.Abs((entry.Value ?? double.NaN) - reference) <= part * reference;

    private static string Found(FigureEntry entry, double reference)
    {
        double change = (((entry.Value ?? double.NaN) / reference) - 1) * 100;
        string side = Text($"{Math.Abs(change):0.0} % {(change > 0 ? "above" : "below")}");
        return entry.Error is { } error ? Text($"{entry.Value:0.00} ± {error:0.00}, {side}")
            : Text($"{entry.Value:0.00}, {side}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
