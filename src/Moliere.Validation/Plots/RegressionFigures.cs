using Moliere.Data.Objects;
using Moliere.Validation.Metrics;

namespace Moliere.Validation.Plots;

/// <summary>Figures of a regression on a table: predicted against observed values, errors against a feature.</summary>
public static class RegressionFigures
{
    private const int Cells = 50, ProfileBins = 12, FewestRows = 20;

    /// <summary>Predicted against observed values of one method as a two-dimensional histogram.</summary>
    /// <param name="target">Name of the target, for the axes.</param>
    /// <param name="observed">Observed values, <c>[N]</c>.</param>
    /// <param name="method">Name of the method and what it says, N rows.</param>
    /// <param name="choices">Label.</param>
    public static Figure PredictedAgainstObserved(
        string target, float[] observed, MethodSample method, FigureChoices choices)
    {
        double[] edges = Edges(observed.Min(), observed.Max());
        var contents = new double[Cells, Cells];
        for (int row = 0; row < observed.Length; row++)
        {
            int x = Cell(edges, observed[row]), y = Cell(edges, method.Predictions.Response[row]);
            if (x >= 0 && y >= 0)
            {
                contents[x, y]++;
            }
        }

        return new()
        {
            Id = $"predicted-{method.Name}",
            Title = $"Predicted against observed, {method.Name}",
            X = new PlotAxis($"{target}, observed"),
            Y = new PlotAxis($"{target}, predicted"),
            Layers = [new HeatLayer(method.Name, edges, edges, contents, "rows")],
            Label = choices.Label,
            Caption = "Rows of all test parts; those on the diagonal are right. Predictions outside the range of the "
                + "observed values are not drawn.",
        };
    }

    /// <summary>Mean error of the methods against a feature, in bins of equally many rows.</summary>
    /// <param name="name">Name of the feature.</param>
    /// <param name="feature">Its values, finite, <c>[N]</c>.</param>
    /// <param name="observed">Observed values, <c>[N]</c>.</param>
    /// <param name="methods">Names of the methods and what they say, N rows each.</param>
    /// <param name="choices">Label.</param>
    public static Figure Residuals(
        string name, float[] feature, float[] observed, IReadOnlyList<MethodSample> methods, FigureChoices choices)
    {
        int[] order = [.. Enumerable.Range(0, feature.Length).OrderBy(row => feature[row])];
        int bins = Math.Clamp(order.Length / FewestRows, 1, ProfileBins);
        int[][] parts = [.. Enumerable.Range(0, bins).Select(bin =>
            order[(int)((long)bin * order.Length / bins)..(int)((long)(bin + 1) * order.Length / bins)])];
        return new()
        {
            Id = $"residuals-{FileName(name)}",
            Title = $"Errors against {name}",
            X = new PlotAxis(name),
            Y = new PlotAxis("mean of predicted − observed"),
            Layers = [.. methods.Select(method => new CurveLayer(
                method.Name, [.. parts.Where(part => part.Length > 1).Select(part => Point(part, method))]))],
            Guides = [0],
            Label = choices.Label,
            Caption = "Mean error in bins of equally many rows of the test parts, with 1.96 standard errors; away from "
                + "0 the method misses something that this feature knows.",
        };

        CurvePoint Point(int[] rows, MethodSample method)
        {
            double[] errors = [.. rows.Select(row => (double)method.Predictions.Response[row] - observed[row])
                .Where(double.IsFinite)];
            double mean = errors.Average(), squares = errors.Sum(error => (error - mean) * (error - mean));
            double width = 1.96 * Math.Sqrt(squares / Math.Max(1, errors.Length - 1) / errors.Length);
            return new(feature[rows[0]], feature[rows[^1]], mean, width, errors.Length);
        }
    }

    /// <summary>The pulls of the methods with a spread; null when none has one.</summary>
    /// <param name="observed">Observed values, <c>[N]</c>.</param>
    /// <param name="methods">Names of the methods and what they say, N rows each.</param>
    /// <param name="choices">Methods and label.</param>
    public static Figure? Pulls(float[] observed, IReadOnlyList<MethodSample> methods, FigureChoices choices)
    {
        var sample = new ValidationSample
        {
            Target = observed,
            Variables = new Dictionary<string, float[]>(),
            Methods = methods,
        };
        return DistributionFigures.Pulls(sample, choices) is not { } figure ? null : figure with
        {
            X = new PlotAxis("(predicted − observed) / σ"),
            Caption = "Predicted minus observed value over the predicted uncertainty; the dashed curve is the "
                + "standard normal law.",
        };
    }

    /// <summary>Predicted over true spread where the truth is known; null when no method predicts one.</summary>
    /// <param name="truth">True standard deviation of each row, positive, <c>[N]</c>.</param>
    /// <param name="methods">Names of the methods and what they say, N rows each.</param>
    /// <param name="choices">Label.</param>
    public static Figure? SpreadOverTruth(
        float[] truth, IReadOnlyList<MethodSample> methods, FigureChoices choices)
    {
        double[] edges = [.. Enumerable.Range(0, 61).Select(i => i / 30.0)];
        HistogramLayer[] layers = [.. methods.Where(method => method.Predictions.HasUncertainty)
            .Select(method => new HistogramLayer(method.Name, edges, Density(edges, truth, method.Predictions)))];
        return layers.Length == 0 ? null : new()
        {
            Id = "spread-over-truth",
            Title = "Predicted over true spread",
            X = new PlotAxis("σ_{syst} / s(x)"),
            Y = new PlotAxis("density") { Low = 0 },
            Layers = layers,
            Label = choices.Label,
            Caption = "The spread that a method predicts for a row over the one the row was made with; 1 is right.",
        };
    }

    private static double[] Density(double[] edges, float[] truth, Predictions predictions)
    {
        var contents = new double[edges.Length - 1];
        double width = edges[1] - edges[0];
        for (int row = 0; row < truth.Length; row++)
        {
            double bin = Math.Floor(predictions.SigmaSyst![row] / truth[row] / width);
            if (bin >= 0 && bin < contents.Length)
            {
                contents[(int)bin] += 1 / (truth.Length * width);
            }
        }

        return contents;
    }

    private static double[] Edges(double low, double high)
    {
        double width = high > low ? (high - low) / Cells : 1;
        return [.. Enumerable.Range(0, Cells + 1).Select(i => low + (i * width))];
    }

    private static int Cell(double[] edges, double value)
    {
        double cell = Math.Floor((value - edges[0]) / (edges[1] - edges[0]));
        return value == edges[^1] ? Cells - 1 : cell >= 0 && cell < Cells ? (int)cell : -1;
    }

    private static string FileName(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
}
