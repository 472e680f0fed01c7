using Moliere.Data.Objects;
using Moliere.Validation.Metrics;

namespace Moliere.Validation.Plots;

/// <summary>
/// Whether predicted distributions are right, from the probability integral transform of every row: uniform, so that a
/// share p of the rows lies below the predicted quantile p.
/// </summary>
/// <source>Kuleshov, Fenner, Ermon, arXiv:1807.00263, section 3.5; Dawid, J. R. Stat. Soc. A 147 (1984) 278.</source>
public static class CalibrationFigures
{
    /// <summary>Name under which the diagonal is drawn.</summary>
    public const string Ideal = "ideal";

    private const int Steps = 50;

    /// <summary>
    /// Calibration curve, its difference to the diagonal, and histogram of the transform, of all methods with
    /// uncertainty; empty when there is none.
    /// </summary>
    /// <param name="sample">Rows and methods.</param>
    /// <param name="choices">Methods and label.</param>
    /// <param name="threads">Threads that compute the transforms.</param>
    public static IReadOnlyList<Figure> All(ValidationSample sample, FigureChoices choices, int threads)
    {
        (string, double[])[] shares = [.. choices.Methods
            .SelectMany(name => sample.Methods.Where(method => method.Name == name))
            .Where(method => method.Predictions.HasUncertainty)
            .Select(method => (method.Name, Shares(sample, method.Predictions, threads)))];
        return shares.Length == 0
            ? []
            : [Curve(shares, choices), Difference(shares, choices), Histogram(shares, choices)];
    }

    /// <summary>The same three figures of any quantity, also where it is negative.</summary>
    /// <param name="transforms">Names of the methods and the probability integral transform of each row.</param>
    /// <param name="weights">Weight of each row; null for all 1.</param>
    /// <param name="choices">Label.</param>
    public static IReadOnlyList<Figure> OfTransforms(
        IReadOnlyList<(string Method, double[] Pit)> transforms, float[]? weights, FigureChoices choices)
    {
        (string, double[])[] shares = [.. transforms.Select(method =>
            (method.Method, Shares(Enumerable.Range(0, method.Pit.Length), row => method.Pit[row], weights)))];
        return shares.Length == 0
            ? []
            : [Curve(shares, choices), Difference(shares, choices), Histogram(shares, choices)];
    }

    private static Figure Curve((string Method, double[] Shares)[] methods, FigureChoices choices) => new()
    {
        Id = "calibration-curve",
        Title = "Calibration of the predicted distributions",
        X = new PlotAxis("nominal probability") { Low = 0, High = 1 },
        Y = new PlotAxis("observed probability") { Low = 0, High = 1 },
        Layers =
        [
            new CurveLayer(Ideal, [.. Enumerable.Range(0, Steps + 1).Select(i => At(i, (double)i / Steps))]),
            .. methods.Select(method => new CurveLayer(method.Method, Cumulated(method.Shares, ideal: 0))),
        ],
        Label = choices.Label,
        Caption = "Share of rows below the predicted quantile, against the probability of that quantile. On the "
            + "diagonal the distributions are right; an S that starts above it and ends below means too narrow, the "
            + "other way round too wide.",
    };

    private static Figure Difference((string Method, double[] Shares)[] methods, FigureChoices choices) => new()
    {
        Id = "calibration-difference",
        Title = "Deviation from right calibration",
        X = new PlotAxis("nominal probability") { Low = 0, High = 1 },
        Y = new PlotAxis("observed − nominal probability"),
        Layers = [.. methods.Select(method => new CurveLayer(method.Method, Cumulated(method.Shares, ideal: 1)))],
        Guides = [0],
        Label = choices.Label,
        Caption = "The calibration curve minus the diagonal. The mean distance from 0 is the metric "
            + "calibration_error.",
    };

    private static Figure Histogram((string Method, double[] Shares)[] methods, FigureChoices choices)
    {
        double[] edges = [.. Enumerable.Range(0, Steps + 1).Select(i => (double)i / Steps)];
        return new()
        {
            Id = "pit",
            Title = "Probability integral transform",
            X = new PlotAxis("predicted probability of a response below the true one") { Low = 0, High = 1 },
            Y = new PlotAxis("density") { Low = 0 },
            Layers = [.. methods.Select(method => new HistogramLayer(
                method.Method, edges, Array.ConvertAll(method.Shares, share => Steps * share)))],
            Guides = [1],
            Label = choices.Label,
            Caption = "Flat at 1 when the predicted distributions are right; a valley means too narrow, a hill too "
                + "wide, a slope a bias.",
        };
    }

    private static CurvePoint[] Cumulated(double[] shares, double ideal)
    {
        var points = new CurvePoint[Steps + 1];
        double below = 0;
        for (int i = 0; i <= Steps; i++)
        {
            points[i] = At(i, below - (ideal * i / Steps));
            below += i < Steps ? shares[i] : 0;
        }

        return points;
    }

    private static CurvePoint At(int step, double value) =>
        new((double)step / Steps, (double)step / Steps, value, null);

    // Weighted share of the rows in each step of the transform.
    private static double[] Shares(ValidationSample sample, Predictions predictions, int threads)
    {
        var columns = new UncertaintyColumns(sample, predictions, threads);
        return Shares(BinnedRows.Valid(sample.Target), row => columns.Pit(row), sample.Weights);
    }

    private static double[] Shares(IEnumerable<int> rows, Func<int, double> transform, float[]? weights)
    {
        var shares = new double[Steps];
        double total = 0;
        foreach (int row in rows)
        {
            if (transform(row) is var pit && double.IsFinite(pit))
            {
                double weight = weights?[row] ?? 1;
                total += weight;
                shares[Math.Min(Steps - 1, (int)(pit * Steps))] += weight;
            }
        }

        return Array.ConvertAll(shares, share => total > 0 ? share / total : 0);
    }
}
