using Moliere.Validation.Metrics;

namespace Moliere.Validation.Plots;

/// <summary>Two methods with uncertainty against each other, row by row.</summary>
public static class ComparisonFigures
{
    /// <summary>
    /// Histograms of the ratio of sigma_tot and of the ratio of R_pred for all <see cref="MethodComparison.Pairs"/>,
    /// with names such as <c>ensemble/bnn</c>; empty with fewer than two methods with uncertainty.
    /// </summary>
    /// <param name="sample">Rows and methods.</param>
    /// <param name="choices">Label.</param>
    public static IReadOnlyList<Figure> All(ValidationSample sample, FigureChoices choices)
    {
        PairSubject[] pairs = [.. MethodComparison.Pairs(sample).Select(pair => new PairSubject(
            (pair.First.Name, UncertaintyColumns.WithoutScores(sample, pair.First.Predictions)),
            (pair.Second.Name, UncertaintyColumns.WithoutScores(sample, pair.Second.Predictions))))];
        return pairs.Length == 0
            ? []
            :
            [
                Ratio("sigma-ratio", "uncertainties", "σ_{tot}", sample, choices, pairs, pair => pair.SigmaRatio),
                Ratio("value-ratio", "predicted responses", "R_{pred}", sample, choices, pairs,
                    pair => pair.ValueRatio),
            ];
    }

    /// <summary>Names of the pairs, for a palette.</summary>
    /// <param name="sample">Rows and methods.</param>
    public static IReadOnlyList<string> Names(ValidationSample sample) =>
        [.. MethodComparison.Pairs(sample).Select(pair => MethodComparison.NameOf(pair.First.Name, pair.Second.Name))];

    private static Figure Ratio(
        string id, string what, string symbol, ValidationSample sample, FigureChoices choices, PairSubject[] pairs,
        Func<PairSubject, Func<int, float>> ratio) => new()
        {
            Id = id,
            Title = $"Ratio of the {what} of two methods",
            X = new PlotAxis($"ratio of {symbol}") { Low = 0.5, High = 1.5 },
            Y = new PlotAxis("density") { Low = 0 },
            Layers = [.. pairs.Select(pair => new HistogramLayer(
                pair.Name, DistributionFigures.Edges(80, 0.5, 1.5), Density(sample, ratio(pair))))],
            Label = choices.Label,
            Caption = $"Distribution over the rows of {symbol} of the first over that of the second method; narrow and "
                + "at 1 means that both say the same of the same object. Rows outside the frame count for the "
                + "normalisation.",
        };

    private static double[] Density(ValidationSample sample, Func<int, float> quantity) =>
        DistributionFigures.Density(sample, DistributionFigures.Edges(80, 0.5, 1.5), row => quantity(row));
}
